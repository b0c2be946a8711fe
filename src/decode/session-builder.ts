// Collects the sessions of a batch in a SessionPart. Nearly all events of a session have byte-identical identities: a further one
// costs a look-up.

import { isOfConsole } from '../event/credential.ts'
import type { Event } from '../event/event.ts'
import { isError } from '../event/failure.ts'
import { readOnly } from '../event/read-only.ts'
import { sourceIpText } from '../event/source-ips.ts'
import type { Filter } from '../filter/clause.ts'
import { callerOf, isOfSts, issueOf, mayIssue } from '../trace/issue.ts'
import { isSignIn } from '../trace/session.ts'
import { MARK, NO_SESSION, type SessionPart } from '../trace/session-part.ts'
import { grown } from '../util/bytes.ts'
import { HashNumbers } from '../util/hash-numbers.ts'
import { ipv4At, ipv4Of } from '../util/ipv4.ts'
import { FilterQuestion } from './filter-question.ts'
import { SLOT } from './json/slots.ts'
import { ROW } from './json/table.ts'
import { Memo, type Question, type TableRow } from './memo.ts'
import { SessionCodes } from './session-codes.ts'
import type { WantedSessions } from './session-identities.ts'
import { SessionIssues } from './session-issues.ts'
import { SessionTexts } from './session-texts.ts'

export interface SessionSpec {
  /** The requested sessions. */
  readonly wanted: WantedSessions
  /** Events whose sessions are asked for. */
  readonly event?: Filter | undefined
}

// What is true of a call, as bits beside those of MARK.
const SIGNS_IN = 1 << 8
const MAY_ISSUE = 1 << 9
const IS_OF_CONSOLE = 1 << 10
const IS_OF_STS = 1 << 11

/** On this the facts of a session depend, but in sign-ins. */
const OF_IDENTITY: Question = {
  slots: [SLOT.userIdentity, SLOT.sessionCredentialFromConsole],
  isOff: false,
  isStale: false,
  tidy: () => undefined,
}

const FIRST_ROOM = 1024

export class SessionBuilder {
  /** What is asked of a table, in the order in which `addRow` reads the answers and cells. */
  readonly memos: readonly Question[]
  readonly cells: readonly number[]
  private readonly isEvent: FilterQuestion | undefined
  private readonly call = new Memo(callOf)
  private readonly failure = new Memo(isError)
  private readonly address = new Memo(addressOf)
  // Of the part: identities by their hashes, counted from 1, 0 for no session; and callers without a session.
  private readonly known = new HashNumbers()
  private readonly callers = new HashNumbers()
  private readonly texts = new SessionTexts()
  private readonly codes: SessionCodes
  private readonly issues = new SessionIssues(this.texts)
  private count = 0
  private codesOf = new Uint32Array(FIRST_ROOM)
  private marks = new Uint8Array(FIRST_ROOM)
  private addresses = new Uint32Array(FIRST_ROOM)

  constructor({ wanted, event }: SessionSpec) {
    this.codes = new SessionCodes(wanted, this.texts)
    this.isEvent = event && new FilterQuestion(event)
    this.memos = [this.call, this.failure, OF_IDENTITY, this.address, ...(this.isEvent?.memos ?? [])]
    this.cells = [SLOT.sourceIPAddress, SLOT.userIdentity, ...(this.isEvent?.cells ?? [])]
  }

  add(event: Event): void {
    const call = callOf(event)
    const mark = call | (isError(event) ? MARK.error : 0) | (this.isEvent?.test(event) ? MARK.wanted : 0)
    const code = this.codes.ofEvent(event, isSignIn(event))
    if ((call & MAY_ISSUE) !== 0) this.noteIssue(event, code)
    this.note(event.time, code, mark, addressOf(event))
  }

  /** Adds a record of a table, whose first answer and first cell of those asked for are at these places. */
  addRow(row: TableRow, answer: number, cell: number): void {
    const { table, at, event, text } = row
    const { words, times } = table
    const time = times[at >> 1]!
    const call = this.call.at(words, answer, event)
    let mark = call
    if (this.failure.at(words, answer + 2, event)) mark |= MARK.error
    if (this.isEvent?.testRow(row, answer + 8, cell + 4) === true) mark |= MARK.wanted
    const code = this.codeOf(row, call, answer + 4, cell + 2)
    if ((call & MAY_ISSUE) !== 0) this.issueRow(row, call, code, answer + 4)
    const from = words[cell]!
    const number = ipv4At(text, from, from + words[cell + 1]!)
    this.note(time, code, mark, number < 0 ? this.address.at(words, answer + 6, event) : number)
  }

  // Of the identity whose hash is at `answer`.
  private codeOf(row: TableRow, call: number, answer: number, cell: number): number {
    const isOfConsole = (call & IS_OF_CONSOLE) !== 0
    if ((call & SIGNS_IN) !== 0) return this.codes.ofRow(row, cell, isOfConsole, true)
    const { words } = row.table
    const a = words[answer]!
    const b = words[answer + 1]!
    const known = this.known.find(a, b)
    if (known >= 0) return known - 1
    const code = this.codes.ofRow(row, cell, isOfConsole, false)
    this.known.add(a, b, code + 1)
    return code
  }

  // `code`: of its identity; -1 for none.
  private note(time: number, code: number, mark: number, address: Address): void {
    const n = this.count++
    if (n === this.codesOf.length) this.grow()
    const isIpv4 = typeof address === 'number'
    this.addresses[n] = isIpv4 ? address : this.texts.addAgain(address)
    this.codesOf[n] = code < 0 ? NO_SESSION : code
    const isAskedFor = code < 0 ? 0 : this.codes.isAskedFor[code]!
    // The further bits of a call are cut off.
    this.marks[n] = mark | isAskedFor | (isIpv4 ? MARK.ipv4 : 0)
    if (code >= 0) this.codes.noteTime(code, time)
  }

  private grow(): void {
    this.codesOf = grown(this.codesOf)
    this.marks = grown(this.marks)
    this.addresses = grown(this.addresses)
  }

  private issueRow(row: TableRow, call: number, code: number, identity: number): void {
    if ((call & IS_OF_STS) !== 0) {
      const { scanner, table, at } = row
      const { words, times } = table
      scanner.object(words[at + ROW.start]!)
      const by = this.codes.id(code)
      const caller = by === 0 ? this.caller(row, identity) : 0
      if (this.issues.addRow(scanner, times[at >> 1]!, this.count, by, caller)) return
    }
    this.noteIssue(row.event(), code)
  }

  private noteIssue(event: Event, code: number): void {
    const issue = issueOf(event, this.texts.text(this.codes.id(code)))
    if (issue !== undefined) this.issues.add(issue, this.count)
  }

  private caller({ table: { words }, event }: TableRow, identity: number): number {
    const a = words[identity]!
    const b = words[identity + 1]!
    let known = this.callers.find(a, b)
    if (known < 0) {
      known = this.texts.addAgain(callerOf(event().part('userIdentity')))
      this.callers.add(a, b, known)
    }
    return known
  }

  finish(): SessionPart {
    const { count } = this
    const part: SessionPart = {
      texts: this.texts.take(),
      ...this.codes.finish(),
      codes: this.codesOf.slice(0, count),
      marks: this.marks.slice(0, count),
      addresses: this.addresses.slice(0, count),
      issues: this.issues.take(),
    }
    this.known.clear()
    this.callers.clear()
    this.count = 0
    return part
  }
}

/** An IPv4 address as a number, anything else as text. */
type Address = number | string

function addressOf(event: Event): Address {
  const text = sourceIpText(event) ?? ''
  const number = ipv4Of(text)
  return number < 0 ? text : number
}

function callOf(event: Event): number {
  return (
    (readOnly(event).value ? 0 : MARK.change) |
    (isSignIn(event) ? SIGNS_IN : 0) |
    (mayIssue(event) ? MAY_ISSUE : 0) |
    (isOfSts(event) ? IS_OF_STS : 0) |
    (isOfConsole(event) ? IS_OF_CONSOLE : 0)
  )
}
