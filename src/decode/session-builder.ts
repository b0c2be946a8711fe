// Collects the sessions of a batch in a SessionPart. Of the records of a table the scanner does nearly all (assembly/sessions.ts).

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
import { ipv4Of } from '../util/ipv4.ts'
import { FilterQuestion } from './filter-question.ts'
import type { Scanner } from './json/scan.ts'
import { ASKS, ScannerSessions } from './json/sessions.ts'
import { SLOT } from './json/slots.ts'
import type { ScannerTally } from './json/tally.ts'
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

// What is true of a call, as bits beside those of MARK. The scanner knows them.
const SIGNS_IN = 1 << 8
const MAY_ISSUE = 1 << 9
const IS_OF_CONSOLE = 1 << 10
const IS_OF_STS = 1 << 11

/** On this the facts of a session depend, but in sign-ins. */
const OF_IDENTITY = questionOf([SLOT.userIdentity, SLOT.sessionCredentialFromConsole])
const OF_ADDRESS = questionOf([SLOT.sourceIPAddress])

/** Words from the first answer and the first cell on. */
const IDENTITY_CELL = 2
const EVENT_ANSWER = 8
const EVENT_CELL = 4

const FIRST_ROOM = 1024

export class SessionBuilder {
  /** What is asked of a table, in the order in which the scanner reads the answers and cells. */
  readonly memos: readonly Question[]
  readonly cells: readonly number[]
  private readonly isEvent: FilterQuestion | undefined
  private readonly call = new Memo(callOf)
  private readonly failure = new Memo(isError)
  private readonly scanned: ScannerSessions
  // By number of the period: what is true of calls.
  private calls = new Uint32Array(64)
  private callCount = 0
  private readonly texts = new SessionTexts()
  private readonly codes: SessionCodes
  private readonly issues = new SessionIssues(this.texts)
  // Of the part.
  private count = 0
  private codesOf = new Uint32Array(FIRST_ROOM)
  private marks = new Uint8Array(FIRST_ROOM)
  private addresses = new Uint32Array(FIRST_ROOM)

  constructor({ wanted, event }: SessionSpec, scanner: Scanner) {
    this.codes = new SessionCodes(wanted, this.texts)
    this.scanned = new ScannerSessions(scanner)
    this.isEvent = event && new FilterQuestion(event)
    this.memos = [this.call, this.failure, OF_IDENTITY, OF_ADDRESS, ...(this.isEvent?.memos ?? [])]
    this.cells = [SLOT.sourceIPAddress, SLOT.userIdentity, ...(this.isEvent?.cells ?? [])]
  }

  add(event: Event): void {
    const call = callOf(event)
    const mark = call | (isError(event) ? MARK.error : 0) | (this.isEvent?.test(event) ? MARK.wanted : 0)
    const code = this.codes.ofEvent(event, isSignIn(event))
    const address = addressOf(event)
    const isIpv4 = typeof address === 'number'
    const n = this.reserve(1)
    if ((call & MAY_ISSUE) !== 0) this.noteIssue(event, code, n)
    this.codesOf[n] = code < 0 ? NO_SESSION : code
    // The further bits of a call are cut off.
    this.marks[n] = mark | (isIpv4 ? MARK.ipv4 : 0)
    this.addresses[n] = isIpv4 ? address : this.texts.addAgain(address)
  }

  /** Call before each batch, and when hashes have changed their meaning. */
  begin(): void {
    this.callCount = 0
    this.scanned.begin()
  }

  /** Adds the chosen records of a table, whose first answer and first cell of those asked for are at these offsets. */
  addRows(tally: ScannerTally, row: TableRow, period: number, answer: number, cell: number): void {
    const { codes, issues, scanned, texts } = this
    const { count } = tally
    const first = this.reserve(count)
    scanned.open(answer, cell)
    this.mark(tally, row, period, answer, cell)
    for (let n = 0; n < count;) {
      n = scanned.run(n, texts.packer.size, codes.count)
      row.forget()
      scanned.takeTexts(texts.packer)
      codes.addAll(scanned)
      issues.addAll(scanned, first)
      if (n < count) n += this.help(tally, row, n, cell, first)
    }
    const columns = { codes: this.codesOf, marks: this.marks, addresses: this.addresses }
    scanned.takeEvents(columns, first, count)
  }

  // Tells the scanner what is true of the calls.
  private mark(tally: ScannerTally, row: TableRow, period: number, answer: number, cell: number): void {
    const { call, failure, isEvent, scanned } = this
    const fresh = tally.number(period, this.callCount, -1, answer, 2)
    while (this.callCount + fresh > this.calls.length) this.calls = grown(this.calls)
    for (let n = 0; n < fresh; n++)
      this.calls[this.callCount + n] = this.callAt(tally.move(row, tally.news[n]!), answer)
    this.callCount += fresh
    call.noteUses(tally.count - fresh)
    failure.noteUses(tally.count - fresh)
    scanned.mark(this.calls, tally.numbers.subarray(0, tally.count))
    // The hashes do not cover all that the answers depend on.
    if (call.isStale || failure.isStale || call.isOff || failure.isOff)
      for (let n = 0; n < tally.count; n++) {
        const event = tally.move(row, n).event()
        scanned.markOne(n, callOf(event) | (isError(event) ? MARK.error : 0))
      }
    if (isEvent === undefined) return
    for (let n = 0; n < tally.count; n++) {
      const { at } = tally.move(row, n)
      if (isEvent.testRow(row, at + answer + EVENT_ANSWER, at + cell + EVENT_CELL))
        scanned.markOne(n, scanned.markOf(n) | MARK.wanted)
    }
  }

  private callAt({ table: { words }, at, event }: TableRow, answer: number): number {
    const isFailure = this.failure.at(words, at + answer + 2, event)
    return this.call.at(words, at + answer, event) | (isFailure ? MARK.error : 0)
  }

  // Answers what the scanner asks about a record. Returns how many are done with that.
  private help(tally: ScannerTally, row: TableRow, n: number, cell: number, first: number): 0 | 1 {
    const { codes, scanned, texts } = this
    const mark = scanned.markOf(n)
    const isOfConsole = (mark & IS_OF_CONSOLE) !== 0
    const signsIn = (mark & SIGNS_IN) !== 0
    const { at } = tally.move(row, n)
    switch (scanned.asks) {
      case ASKS.shape:
        codes.answerShape(row, at + cell + IDENTITY_CELL, isOfConsole, signsIn, scanned)
        break
      case ASKS.identity: {
        const code = codes.ofRow(row, at + cell + IDENTITY_CELL, isOfConsole, signsIn)
        scanned.answer(code, codes.id(code))
        break
      }
      case ASKS.caller:
        scanned.answer(texts.addAgain(callerOf(row.event().part('userIdentity'))), 0)
        break
      case ASKS.address: {
        const address = addressAt(row, at + cell)
        if (typeof address === 'number') scanned.answer(address, 1)
        else scanned.answer(texts.addAgain(address), 0)
        break
      }
      case ASKS.issue:
        this.noteIssue(row.event(), scanned.codeOf(n), first + n)
        return 1
    }
    return 0
  }

  private noteIssue(event: Event, code: number, number: number): void {
    const issue = issueOf(event, this.texts.text(this.codes.id(code)))
    if (issue !== undefined) this.issues.add(issue, number)
  }

  // Returns the number of the first one.
  private reserve(count: number): number {
    const first = this.count
    this.count += count
    while (this.count > this.codesOf.length) {
      this.codesOf = grown(this.codesOf)
      this.marks = grown(this.marks)
      this.addresses = grown(this.addresses)
    }
    return first
  }

  /** `times`: of each event. */
  finish(times: Float64Array): SessionPart {
    const { count } = this
    const codes = this.codesOf.slice(0, count)
    const marks = this.marks.slice(0, count)
    const firsts = new Float64Array(this.codes.count).fill(Infinity)
    noteEvents(codes, marks, times, this.codes.isAskedFor, firsts)
    this.count = 0
    return {
      texts: this.texts.take(),
      ...this.codes.finish(this.scanned),
      firsts,
      codes,
      marks,
      addresses: this.addresses.slice(0, count),
      issues: this.issues.take(),
    }
  }
}

// Adds to the events what is known of their identities, and finds the earliest of each.
function noteEvents(
  codes: Uint32Array,
  marks: Uint8Array,
  times: Float64Array,
  isAskedFor: Uint8Array,
  firsts: Float64Array,
): void {
  for (let n = 0; n < codes.length; n++) {
    const code = codes[n]!
    if (code === NO_SESSION) continue
    marks[n]! |= isAskedFor[code]!
    if (times[n]! < firsts[code]!) firsts[code] = times[n]!
  }
}

function questionOf(slots: readonly number[]): Question {
  return { slots, isOff: false, isStale: false, tidy: () => undefined }
}

/** An IPv4 address as a number, anything else as text. */
type Address = number | string

function addressOf(event: Event): Address {
  const text = sourceIpText(event) ?? ''
  const number = ipv4Of(text)
  return number < 0 ? text : number
}

// Of a record of a table, whose address is at this cell.
function addressAt({ table: { words }, event, text }: TableRow, cell: number): Address {
  const from = words[cell]!
  const length = words[cell + 1]!
  return length > 0 ? text.toString('latin1', from, from + length) : addressOf(event())
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
