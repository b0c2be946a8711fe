// Joins sessions to the calls that created them. An edge is never based on time or session name alone: it needs a key,
// a role session's ID, a source identity or a sign-in, and time only narrows the choice. If several calls claim one
// session, the chain says so and ends there.

import { consoleSession } from '../event/credential.ts'
import type { Issue } from './issue.ts'
import type { SessionFacts, Subject } from './session.ts'
import { TimeIndex, type Span } from './time-index.ts'

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

export interface ChainSession extends SessionFacts {
  /** Epoch milliseconds of its first and last event; NaN while none has a time. */
  readonly first: number
  readonly last: number
}

/** All sessions by ID. Most are never requested, so `get` may create them on demand. */
export interface Sessions {
  readonly size: number
  has(id: string): boolean
  get(id: string): ChainSession | undefined
  keys(): Iterable<string>
  /** Sessions that are not access keys. */
  consoles(): Iterable<ChainSession>
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
const NONE: Span<Issue> = { first: undefined, last: undefined, count: 0 }

export class Chains {
  readonly sessions: Sessions
  private readonly byKey = new TimeIndex<Issue>(({ time }) => time)
  private readonly bySignIn = new TimeIndex<Issue>(({ time }) => time)
  private readonly byRoleSession = new TimeIndex<Issue>(({ time }) => time)
  private readonly bySourceIdentity = new TimeIndex<Issue>(({ time }) => time)
  /** Sign-ins and role switches, by principal ID. */
  private readonly signIns = new TimeIndex<Issue>(({ time }) => time)
  /** Console sessions by ARN, at their beginning. */
  private readonly consoleSessions = new TimeIndex<ChainSession>(({ created, first }) => created ?? first)
  private readonly keys = new Set<string>()
  private readonly oldest: number
  private children: Map<string, string[]> | undefined

  /** `oldest`: epoch milliseconds of the oldest event read, to recognize what was issued before the logs begin. */
  constructor(sessions: Sessions, issues: Iterable<Issue>, oldest: number) {
    this.oldest = oldest
    this.sessions = sessions
    for (const session of sessions.consoles())
      if (session.arn !== undefined) this.consoleSessions.add(session.arn, session)
    for (const issue of withoutTwins(issues)) {
      if (issue.key !== undefined) {
        this.byKey.add(issue.key, issue)
        this.keys.add(issue.key)
      }
      if (issue.signInSession !== undefined) this.bySignIn.add(issue.signInSession, issue)
      if (issue.sourceIdentity !== undefined && issue.roleArn !== undefined)
        this.bySourceIdentity.add(`${issue.sourceIdentity} ${issue.roleArn}`, issue)
      if (issue.principalId === undefined) continue
      const isSignIn = issue.eventName === 'ConsoleLogin' || issue.eventName === 'SwitchRole'
      if (isSignIn) this.signIns.add(issue.principalId, issue)
      if (issue.eventName !== 'ConsoleLogin') this.byRoleSession.add(issue.principalId, issue)
    }
  }

  /** The call that created a session, by the most certain rule that finds one; undefined if none does. */
  up(id: string): Edge | undefined {
    // Only an access key can have such an ID.
    const byKey = this.edge('key', this.all(this.byKey, id), id)
    if (byKey !== undefined) return byKey
    const session = this.sessions.get(id)
    if (session === undefined) return undefined
    return (
      (session.kind === 'sign-in'
        ? this.edge('sign-in-session', this.all(this.bySignIn, id), id)
        : undefined) ??
      this.consoleKey(session) ??
      this.edge('role-and-time', this.sameRoleAndTime(session), id) ??
      this.edge('source-identity', this.sameSourceIdentity(session), id) ??
      this.signIn(session)
    )
  }

  /** Sessions created by a session, unordered. */
  down(id: string): readonly string[] {
    this.children ??= this.invert()
    return this.children.get(id) ?? []
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

  private all(index: TimeIndex<Issue>, key: string): Span<Issue> {
    return index.within(key, -Infinity, Infinity)
  }

  private edge(how: JoinRule, { first, count }: Span<Issue>, child: string): Edge | undefined {
    if (first === undefined) return undefined
    const parent = first.by ?? this.switcher(first)
    return { how, issue: first, parent: parent === child ? undefined : parent, claims: count }
  }

  /** A console session issues keys of its own, which some services' records do not mark. */
  private consoleKey({ id, kind, principalId, creationDate }: ChainSession): Edge | undefined {
    if (kind !== 'key' || principalId === undefined || creationDate === undefined) return undefined
    const parent = consoleSession(principalId, creationDate)
    if (!this.sessions.has(parent) || parent === id) return undefined
    return { how: 'console-session', issue: undefined, parent, claims: 1 }
  }

  private sameRoleAndTime({ principalId, created }: ChainSession): Span<Issue> {
    if (principalId === undefined || created === undefined) return NONE
    return this.byRoleSession.within(principalId, created - TOLERANCE, created + TOLERANCE)
  }

  private sameSourceIdentity({ sourceIdentity, roleArn, created }: ChainSession): Span<Issue> {
    if (sourceIdentity === undefined || roleArn === undefined) return NONE
    const key = `${sourceIdentity} ${roleArn}`
    if (created === undefined) return this.all(this.bySourceIdentity, key)
    return this.bySourceIdentity.within(key, created - TOLERANCE, created + TOLERANCE)
  }

  /** A console session belongs to the last sign-in of its principal that is not later than its creation. */
  private signIn({ id, kind, principalId, created }: ChainSession): Edge | undefined {
    if (kind === 'key' || principalId === undefined || created === undefined) return undefined
    const { last } = this.signIns.within(principalId, -Infinity, created + TOLERANCE)
    return this.edge('console-session', { first: last, last, count: 1 }, id)
  }

  /** The console session in which a role was switched: the newest one of that ARN at the time. */
  private switcher({ switchedFrom, time }: Issue): string | undefined {
    if (switchedFrom === undefined) return undefined
    return this.consoleSessions.within(switchedFrom, -Infinity, time + TOLERANCE).last?.id
  }

  private invert(): Map<string, string[]> {
    const children = new Map<string, string[]>()
    const issued = new Set(this.sessions.keys())
    for (const key of this.keys) issued.add(key)
    for (const id of issued) {
      const edge = this.up(id)
      if (edge?.parent === undefined || edge.claims > 1) continue
      const known = children.get(edge.parent)
      if (known) known.push(id)
      else children.set(edge.parent, [id])
    }
    return children
  }
}

/**
 * Combines the records of one call that several accounts received, because each may have fields that the others lack.
 */
export function withoutTwins(issues: Iterable<Issue>): readonly Issue[] {
  const alone: Issue[] = []
  const shared = new Map<string, Issue>()
  for (const issue of issues) {
    if (issue.sharedEventId === undefined) {
      alone.push(issue)
      continue
    }
    const twin = shared.get(issue.sharedEventId)
    shared.set(issue.sharedEventId, twin === undefined ? issue : combined(twin, issue))
  }
  return [...alone, ...shared.values()]
}

function combined(a: Issue, b: Issue): Issue {
  // The record of the caller's account has the caller's credential.
  const [known, other] = a.by === undefined && b.by !== undefined ? [b, a] : [a, b]
  return {
    ...known,
    caller: known.caller ?? other.caller,
    key: known.key ?? other.key,
    principalId: known.principalId ?? other.principalId,
    roleArn: known.roleArn ?? other.roleArn,
    sourceIdentity: known.sourceIdentity ?? other.sourceIdentity,
    signInSession: known.signInSession ?? other.signInSession,
    switchedFrom: known.switchedFrom ?? other.switchedFrom,
  }
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
