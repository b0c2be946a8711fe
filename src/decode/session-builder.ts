// Collects the sessions of a batch in a SessionPart. Nearly all events of a session have byte-identical identities, and the
// events of a session are close together: the facts of an identity are derived once, and each further event costs a lookup.

import type { Event } from '../event/event.ts'
import { isError } from '../event/failure.ts'
import { accessKeyId } from '../event/identity.ts'
import { readOnly } from '../event/read-only.ts'
import { sourceIpText } from '../event/source-ips.ts'
import type { Filter } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'
import { issueOf, mayIssue } from '../trace/issue.ts'
import { isSignIn, sessionFacts } from '../trace/session.ts'
import { cellsOf, ISSUE_TEXTS, MARK, NO_SESSION, type SessionPart } from '../trace/session-part.ts'
import { ipv4At, ipv4Of } from '../util/ipv4.ts'
import { FilterQuestion } from './filter-question.ts'
import { SLOT } from './json/slots.ts'
import { Memo, type TableRow } from './memo.ts'

export interface SessionSpec {
  /** The requested sessions: a filter on the facts of an identity. */
  readonly wanted: Filter
  /** Events whose sessions are asked for. */
  readonly event?: Filter | undefined
}

interface Known {
  /** undefined for an event whose credential no other event can have. */
  readonly cells: readonly (string | undefined)[] | undefined
  readonly isWanted: boolean
  /** Its number in the part that is being made. */
  code: number
  part: number
}

// What is true of a call, as bits beside those of MARK.
const SIGNS_IN = 1 << 8
const MAY_ISSUE = 1 << 9

// As many as lazy events share.
const MAX_IDENTITIES = 4096
/** Making the facts of an identity costs so much more than remembering them that it pays if one in ten comes again. */
const WORTH = 0.9

export class SessionBuilder {
  /** What is asked of a table, in the order in which `addRow` reads the answers and cells. */
  readonly memos: readonly Memo<unknown>[]
  readonly cells: readonly number[]
  private readonly isWanted: (event: Event) => boolean
  private readonly isEvent: FilterQuestion | undefined
  private readonly call = new Memo(callOf)
  private readonly failure = new Memo(isError)
  private readonly identity = new Memo((event) => this.made(event, false), WORTH)
  private readonly address = new Memo(addressOf)
  // By the parsed identity, which the events of a session share; apart for what comes from the console.
  private readonly ofKeys = new Map<object, Known>()
  private readonly ofConsole = new Map<object, Known>()
  private part = 0
  private texts = new Map<string, number>([['', 0]])
  private identities: number[] = []
  private firsts: number[] = []
  private codes: number[] = []
  private marks: number[] = []
  private addresses: number[] = []
  private issueTexts: number[] = []
  private issueTimes: number[] = []
  private issueEvents: number[] = []

  constructor({ wanted, event }: SessionSpec) {
    this.isWanted = compileFilter(wanted)
    this.isEvent = event && new FilterQuestion(event)
    this.memos = [this.call, this.failure, this.identity, this.address, ...(this.isEvent?.memos ?? [])]
    this.cells = [SLOT.sourceIPAddress, ...(this.isEvent?.cells ?? [])]
  }

  add(event: Event): void {
    const mark =
      callOf(event) | (isError(event) ? MARK.error : 0) | (this.isEvent?.test(event) ? MARK.wanted : 0)
    this.note(event.time, this.knownOf(event), mark, addressOf(event), event)
  }

  /** Adds a record of a table, whose first answer and first cell of those asked for are at these places. */
  addRow(row: TableRow, answer: number, cell: number): void {
    const { table, at, event, text } = row
    const { words, times } = table
    const call = this.call.at(words, answer, event)
    const isFailed = this.failure.at(words, answer + 2, event)
    const known =
      (call & SIGNS_IN) === 0 ? this.identity.at(words, answer + 4, event) : this.made(event(), true)
    const from = words[cell]!
    const number = from < 0 ? -1 : ipv4At(text, from, words[cell + 1]!)
    const address = number < 0 ? this.address.at(words, answer + 6, event) : number
    const isEvent = this.isEvent?.testRow(row, answer + 8, cell + 2) === true
    const mark = call | (isFailed ? MARK.error : 0) | (isEvent ? MARK.wanted : 0)
    this.note(times[at >> 1]!, known, mark, address, (call & MAY_ISSUE) === 0 ? undefined : event())
  }

  // `issuing` is the event, at least if it may create a credential.
  private note(time: number, known: Known, mark: number, address: Address, issuing: Event | undefined): void {
    const { cells } = known
    if (cells !== undefined) {
      if (known.part !== this.part) {
        known.part = this.part
        known.code = this.firsts.length
        for (const cell of cells) this.identities.push(this.text(cell))
        this.firsts.push(Number.POSITIVE_INFINITY)
      }
      if (time < this.firsts[known.code]!) this.firsts[known.code] = time
    }
    const isIpv4 = typeof address === 'number'
    this.marks.push((mark & 0xff) | (known.isWanted ? MARK.wanted : 0) | (isIpv4 ? MARK.ipv4 : 0))
    this.addresses.push(isIpv4 ? address : this.text(address))
    const issue = issuing && issueOf(issuing)
    if (issue !== undefined) {
      for (const name of ISSUE_TEXTS) this.issueTexts.push(this.text(issue[name]))
      this.issueTimes.push(issue.time)
      this.issueEvents.push(this.codes.length)
    }
    this.codes.push(cells === undefined ? NO_SESSION : known.code)
  }

  finish(): SessionPart {
    const part: SessionPart = {
      texts: [...this.texts.keys()],
      identities: Uint32Array.from(this.identities),
      firsts: Float64Array.from(this.firsts),
      codes: Uint32Array.from(this.codes),
      marks: Uint8Array.from(this.marks),
      addresses: Uint32Array.from(this.addresses),
      issues: {
        texts: Uint32Array.from(this.issueTexts),
        times: Float64Array.from(this.issueTimes),
        events: Uint32Array.from(this.issueEvents),
      },
    }
    this.part++
    this.texts = new Map([['', 0]])
    this.identities = []
    this.firsts = []
    this.codes = []
    this.marks = []
    this.addresses = []
    this.issueTexts = []
    this.issueTimes = []
    this.issueEvents = []
    return part
  }

  private text(text = ''): number {
    let code = this.texts.get(text)
    if (code === undefined) this.texts.set(text, (code = this.texts.size))
    return code
  }

  private knownOf(event: Event): Known {
    const signsIn = isSignIn(event)
    const identity = event.part('userIdentity')
    // A saved response may name the user beside the record, and sign-ins tell things in other places.
    if (identity === null || typeof identity !== 'object' || event.lookup !== undefined || signsIn)
      return this.made(event, signsIn)
    const fromConsole = event.part('sessionCredentialFromConsole')
    const all = fromConsole === true || fromConsole === 'true' ? this.ofConsole : this.ofKeys
    let known = all.get(identity)
    if (known !== undefined) return known
    if (all.size >= MAX_IDENTITIES) all.clear()
    known = this.made(event, false)
    all.set(identity, known)
    return known
  }

  private made(event: Event, signsIn: boolean): Known {
    const facts = sessionFacts(event, signsIn)
    if (facts === undefined) return { cells: undefined, isWanted: false, code: 0, part: -1 }
    return { cells: cellsOf(facts, accessKeyId(event)), isWanted: this.isWanted(event), code: 0, part: -1 }
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
    (mayIssue(event) ? MAY_ISSUE : 0)
  )
}
