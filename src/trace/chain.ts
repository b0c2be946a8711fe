// Joins sessions to the calls that created them. An edge is never based on time or session name alone: it needs a key,
// a role session's ID, a source identity or a sign-in, and time only narrows the choice. If several calls claim one
// session, the chain says so and ends there.

import { consoleSession } from '../event/credential.ts'
import type { StringTable } from '../util/string-table.ts'
import type { Issue } from './issue.ts'
import { ISSUE, type IssueTable } from './issue-table.ts'
import type { Subject } from './session.ts'
import type { SessionTable } from './session-table.ts'
import { FACT } from './shape-table.ts'
import { addUp, EMPTY, inOrderOfTime, TimeIndex, type Span } from './time-index.ts'

/** How an edge is known, from the most to the least certain. */
export type JoinRule = 'key' | 'sign-in-session' | 'role-and-time' | 'source-identity' | 'console-session'

export interface Edge {
  readonly how: JoinRule
  /**
   * The call that created the session; several records of one call are combined. undefined for a key of a console
   * session.
   */
  readonly issue: Issue | undefined
  /**
   * The session that made the call; undefined if the logs have no event of it, or no credential of these logs made the
   * call.
   */
  readonly parent: string | undefined
  /** Number of calls that claim the session; more than 1 is ambiguous. */
  readonly claims: number
}

export interface RootCause {
  readonly subject: Subject
  /** Sessions from the requested one up to the subject's. */
  readonly path: readonly string[]
  /** Why the chain ends: at its subject, at several claims, or because the issuing call is not in the logs. */
  readonly ends: EndReason
}

export type EndReason = 'subject' | 'ambiguous' | 'before-logs' | 'not-in-logs'

/**
 * Maximum difference between creation date and time of the issuing call (measured on public data: 0 in 117 of 122, at
 * most 2 s).
 */
const TOLERANCE = 2_000

/** An edge in numbers: names of sessions, and issues of the table. */
interface Link {
  readonly how: JoinRule
  /** -1 for a key of a console session. */
  readonly issue: number
  /** 0 for none. */
  readonly parent: number
  readonly claims: number
}

export class Chains {
  readonly sessions: SessionTable
  private readonly names: StringTable
  /** IDs of principals that calls made, or that have a console session. */
  private readonly principals: StringTable
  private readonly issues: IssueTable
  private readonly byKey: TimeIndex
  private readonly bySignIn: TimeIndex
  private readonly byRoleSession: TimeIndex
  private readonly bySourceIdentity: TimeIndex
  /** Sign-ins and role switches, by principal ID. */
  private readonly signIns: TimeIndex
  /** Console sessions by ARN, at their beginning. */
  private readonly consoles: TimeIndex
  /** Principals that have a console session. */
  private readonly inConsole = new Set<number>()
  /** Issued keys of sessions that have many; such a key is no session of its own. */
  private readonly ofSessions = new Set<number>()
  /** The name of the kind of sessions that are single keys. */
  private readonly ofKey: number
  private readonly oldest: number
  private children: { readonly starts: Uint32Array; readonly ids: Uint32Array } | undefined

  /** `oldest`: epoch milliseconds of the oldest event read, to recognize what was issued before the logs begin. */
  constructor(sessions: SessionTable, oldest: number) {
    const { names, issues } = sessions
    this.sessions = sessions
    this.names = names
    this.issues = issues
    this.principals = issues.tableOf(ISSUE.principalId)
    this.oldest = oldest

    this.ofKey = names.find('key')
    const inOrder = inOrderOfTime(issues.withoutTwins(), issues.times)
    const columns = {
      key: new Uint32Array(issues.size),
      signInSession: new Uint32Array(issues.size),
      sourceIdentity: new Uint32Array(issues.size),
      roleSession: new Uint32Array(issues.size),
      signIn: new Uint32Array(issues.size),
    }
    const [signIn, switched] = [names.find('ConsoleLogin'), names.find('SwitchRole')]
    for (let i = 0; i < inOrder.length; i++) {
      const issue = inOrder[i]!
      const name = issues.name(issue, ISSUE.eventName)
      const principal = issues.number(issue, ISSUE.principalId, this.principals)
      columns.key[issue] = issues.name(issue, ISSUE.key)
      columns.signInSession[issue] = issues.name(issue, ISSUE.signInSession)
      columns.sourceIdentity[issue] = names.add(
        this.joined(issues.name(issue, ISSUE.sourceIdentity), issues.name(issue, ISSUE.roleArn)),
      )
      if (name !== signIn) columns.roleSession[issue] = principal
      if (name === signIn || name === switched) columns.signIn[issue] = principal
    }
    const index = (keys: Uint32Array, { size }: StringTable): TimeIndex =>
      new TimeIndex(inOrder, keys, size, issues.times)
    this.byKey = index(columns.key, names)
    this.bySignIn = index(columns.signInSession, names)
    this.bySourceIdentity = index(columns.sourceIdentity, names)
    this.byRoleSession = index(columns.roleSession, this.principals)
    this.signIns = index(columns.signIn, this.principals)

    const consoles: number[] = []
    for (let row = 0; row < sessions.size; row++) if (this.isConsole(row)) consoles.push(row)
    const arns = new Uint32Array(sessions.size)
    const begins = new Float64Array(sessions.size)
    for (const row of consoles) {
      this.inConsole.add(this.principals.add(sessions.text(row, FACT.principalId)))
      arns[row] = sessions.fact(row, FACT.arn)
      begins[row] = orElse(sessions.created(row), sessions.first(row))
      for (const key of sessions.keys(row)) if (this.byKey.all(key).count > 0) this.ofSessions.add(key)
    }
    this.consoles = new TimeIndex(inOrderOfTime(Uint32Array.from(consoles), begins), arns, names.size, begins)
  }

  /** The call that created a session, by the most certain rule that finds one; undefined if none does. */
  up(id: string): Edge | undefined {
    const link = this.link(this.names.find(id))
    return (
      link && {
        how: link.how,
        issue: link.issue < 0 ? undefined : this.issues.at(link.issue),
        parent: this.names.text(link.parent),
        claims: link.claims,
      }
    )
  }

  /** Sessions created by a session, unordered. */
  down(id: string): readonly string[] {
    const { starts, ids } = (this.children ??= this.invert())
    const at = this.names.find(id)
    return [...ids.subarray(starts[at], starts[at + 1])].map((child) => this.names.text(child)!)
  }

  /** Sessions that a call made which has no session of its own, such as a sign-in. */
  begunBy(eventId: string): readonly string[] {
    return this.begun((issue) => this.issues.text(issue, ISSUE.eventId) === eventId)
  }

  /** Sessions that somebody began who has none in these logs: the subject of a provider, or a service. */
  begunFor(isWanted: (caller: string) => boolean): readonly string[] {
    const isCaller = new Uint8Array(this.names.size)
    this.issues.mark(ISSUE.caller, isCaller)
    const callers = new Set<number>()
    for (let name = 1; name < isCaller.length; name++)
      if (isCaller[name] !== 0 && isWanted(this.names.text(name)!)) callers.add(name)
    if (callers.size === 0) return []
    return this.begun((issue) => callers.has(this.issues.name(issue, ISSUE.caller)))
  }

  private begun(isWanted: (issue: number) => boolean): readonly string[] {
    const isBegun = (id: number): boolean => {
      const issue = this.link(id)?.issue ?? -1
      return issue >= 0 && this.issues.name(issue, ISSUE.by) === 0 && isWanted(issue)
    }
    return Array.from(this.issued().filter(isBegun), (id) => this.names.text(id)!)
  }

  /** Whether a call made this key, used or not, and no session of many keys has it. */
  isKey(id: string): boolean {
    const key = this.names.find(id)
    return this.byKey.all(key).count > 0 && !this.ofSessions.has(key)
  }

  /** Who is behind a session: the first subject on the way up that has no other credential behind it. */
  rootCause(id: string): RootCause {
    const path: string[] = []
    const passed = new Set<string>()
    let at: string | undefined = id
    let subject: Subject = { kind: 'unknown', name: 'unknown' }
    while (at !== undefined && !passed.has(at)) {
      path.push(at)
      passed.add(at)
      const session = this.sessions.get(at)
      if (session !== undefined) subject = session.subject
      if (session !== undefined && subject.kind !== 'role' && subject.kind !== 'unknown')
        return { subject, path, ends: 'subject' }
      const edge = this.up(at)
      if (edge === undefined) return { subject, path, ends: this.missing(at) }
      if (edge.claims > 1) return { subject, path, ends: 'ambiguous' }
      if (edge.parent === undefined) return { subject: outsider(edge.issue, subject), path, ends: 'subject' }
      at = edge.parent
    }
    return { subject, path, ends: 'ambiguous' } // a cycle, which only forged records can create
  }

  /** Why no call that created the session was found. */
  missing(id: string): 'before-logs' | 'not-in-logs' {
    const session = this.sessions.get(id)
    return (session?.created ?? session?.first ?? Number.NaN) < this.oldest ? 'before-logs' : 'not-in-logs'
  }

  private link(id: number): Link | undefined {
    // Only an access key can have such an ID.
    const byKey = this.linkOf('key', this.byKey.all(id), id)
    if (byKey !== undefined) return byKey
    const row = this.sessions.row(id)
    if (row < 0) return undefined
    return (
      this.linkOf('sign-in-session', this.bySignIn.all(id), id) ??
      this.linkOf('key', this.ofItsKeys(row), id) ??
      this.consoleKey(row, id) ??
      this.linkOf('role-and-time', this.sameRoleAndTime(row), id) ??
      this.linkOf('source-identity', this.sameSourceIdentity(row), id) ??
      this.signIn(row, id)
    )
  }

  private linkOf(how: JoinRule, { first, count }: Span, child: number): Link | undefined {
    if (first < 0) return undefined
    const parent = this.issues.name(first, ISSUE.by) || this.switcher(first)
    return { how, issue: first, parent: parent === child ? 0 : parent, claims: count }
  }

  /** Calls that issued a key of a session that has many, as where a service forwards calls with the key of its caller. */
  private ofItsKeys(row: number): Span {
    let [first, count] = [-1, 0]
    for (const key of this.isConsole(row) ? this.sessions.keys(row) : []) {
      const calls = this.byKey.all(key)
      count += calls.count
      const isEarlier = calls.count > 0 && !(this.issues.time(first) <= this.issues.time(calls.first))
      if (isEarlier) first = calls.first
    }
    return { first, last: first, count }
  }

  /** A console session issues keys of its own, which some services' records do not mark. */
  private consoleKey(row: number, id: number): Link | undefined {
    if (this.inConsole.size === 0 || this.isConsole(row)) return undefined
    if (!this.inConsole.has(this.principal(row))) return undefined
    const principalId = this.sessions.text(row, FACT.principalId)
    const creationDate = this.sessions.text(row, FACT.creationDate)
    if (principalId === undefined || creationDate === undefined) return undefined
    const parent = this.names.find(consoleSession(principalId, creationDate))
    if (this.sessions.row(parent) < 0 || parent === id) return undefined
    return { how: 'console-session', issue: -1, parent, claims: 1 }
  }

  private sameRoleAndTime(row: number): Span {
    return this.around(this.byRoleSession, this.principal(row), this.sessions.created(row))
  }

  private sameSourceIdentity(row: number): Span {
    const sourceIdentity = this.sessions.fact(row, FACT.sourceIdentity)
    if (sourceIdentity === 0) return EMPTY
    const key = this.names.find(this.joined(sourceIdentity, this.sessions.fact(row, FACT.roleArn)))
    const created = this.sessions.created(row)
    return Number.isNaN(created)
      ? this.bySourceIdentity.all(key)
      : this.around(this.bySourceIdentity, key, created)
  }

  /** A console session belongs to the last sign-in of its principal that is not later than its creation. */
  private signIn(row: number, id: number): Link | undefined {
    const created = this.sessions.created(row)
    if (Number.isNaN(created) || !this.isConsole(row)) return undefined
    const { last } = this.signIns.within(this.principal(row), -Infinity, created + TOLERANCE)
    return this.linkOf('console-session', { first: last, last, count: 1 }, id)
  }

  /** The console session in which a role was switched: the newest one of that ARN at the time. */
  private switcher(issue: number): number {
    const from = this.issues.name(issue, ISSUE.switchedFrom)
    const { last } = this.consoles.within(from, -Infinity, this.issues.time(issue) + TOLERANCE)
    return last < 0 ? 0 : this.sessions.id(last)
  }

  private principal(row: number): number {
    return this.sessions.find(row, FACT.principalId, this.principals)
  }

  private around(index: TimeIndex, key: number, time: number): Span {
    return Number.isNaN(time) ? EMPTY : index.within(key, time - TOLERANCE, time + TOLERANCE)
  }

  /** One text of both; empty where one is missing. */
  private joined(sourceIdentity: number, roleArn: number): string {
    if (sourceIdentity === 0 || roleArn === 0) return ''
    return `${this.names.text(sourceIdentity)} ${this.names.text(roleArn)}`
  }

  private isConsole(row: number): boolean {
    return this.sessions.fact(row, FACT.kind) !== this.ofKey
  }

  private invert(): NonNullable<Chains['children']> {
    const issued = this.issued()
    const parents = new Uint32Array(issued.length)
    /** Of each issue whether a session is known to come from it. */
    const hasSession = new Uint8Array(this.issues.size)
    /** Counted from 1, of keys that are in no event. */
    const unused = new Uint32Array(issued.length)
    for (let i = 0; i < issued.length; i++) {
      const link = this.link(issued[i]!)
      if (link === undefined || link.claims > 1 || link.parent === 0) continue
      parents[i] = link.parent
      if (this.sessions.row(issued[i]!) < 0) unused[i] = link.issue + 1
      else if (link.issue >= 0) hasSession[link.issue] = 1
    }
    // A call whose session is known by its role has made that, and not an unused key besides.
    leaveOut(unused, hasSession, parents)
    const starts = new Uint32Array(this.names.size + 1)
    for (let i = 0; i < issued.length; i++) if (parents[i] !== 0) starts[parents[i]!]!++
    addUp(starts)
    const ids = new Uint32Array(starts.at(-1)!)
    for (let i = issued.length - 1; i >= 0; i--)
      if (parents[i] !== 0) ids[--starts[parents[i]!]!] = issued[i]!
    return { starts, ids }
  }

  /** Sessions, and keys that were made. */
  private issued(): Uint32Array {
    const isIssued = new Uint8Array(this.names.size)
    this.issues.mark(ISSUE.key, isIssued)
    for (const key of this.ofSessions) isIssued[key] = 0
    isIssued[0] = 0
    this.sessions.mark(isIssued)
    return marked(isIssued)
  }
}

function leaveOut(unused: Uint32Array, hasSession: Uint8Array, parents: Uint32Array): void {
  for (let i = 0; i < unused.length; i++)
    if (unused[i] !== 0 && hasSession[unused[i]! - 1] === 1) parents[i] = 0
}

function marked(marks: Uint8Array): Uint32Array {
  const all = new Uint32Array(marks.length)
  let count = 0
  for (let n = 0; n < marks.length; n++) if (marks[n] !== 0) all[count++] = n
  return all.subarray(0, count)
}

/**
 * Who made a call that no credential of the logs made: a service, a user of another provider, or a sign-in by
 * password.
 */
function outsider(issue: Issue | undefined, subject: Subject): Subject {
  if (issue?.caller === undefined) return subject
  const { caller, eventName } = issue
  if (/\.amazonaws\.com(?:\.cn)?$|^AWS Internal$/.test(caller)) return { kind: 'service', name: caller }
  if (eventName === 'AssumeRoleWithSAML' || eventName === 'AssumeRoleWithWebIdentity')
    return { kind: 'federated', name: caller }
  if (caller.endsWith(':root')) return { kind: 'root', name: caller }
  return { kind: /:user\//.test(caller) ? 'user' : 'unknown', name: caller }
}

function orElse(number: number, other: number): number {
  return Number.isNaN(number) ? other : number
}
