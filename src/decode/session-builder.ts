// Collects the sessions of a batch in a SessionPart. Nearly all events of a session have byte-identical identities, and the
// events of a session are close together: the facts of an identity are derived once, and each further event costs a lookup.

import { isOfConsole } from '../event/credential.ts'
import type { Event } from '../event/event.ts'
import { isError } from '../event/failure.ts'
import { readOnly } from '../event/read-only.ts'
import { sourceIpText } from '../event/source-ips.ts'
import type { Filter } from '../filter/clause.ts'
import { issueOf, mayIssue } from '../trace/issue.ts'
import { filled, HOLE, type OwnTexts } from '../trace/identity-shape.ts'
import { isSignIn } from '../trace/session.ts'
import {
  FACTS,
  IS_OPEN,
  ISSUE_TEXTS,
  type IssueText,
  MARK,
  NO_SESSION,
  type SessionPart,
} from '../trace/session-part.ts'
import { ipv4At, ipv4Of } from '../util/ipv4.ts'
import { FilterQuestion } from './filter-question.ts'
import { IdentityEvent } from './identity-event.ts'
import { SLOT } from './json/slots.ts'
import { Memo, type TableRow } from './memo.ts'
import { type Known, SessionIdentities, type WantedSessions } from './session-identities.ts'

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

/** Reading an identity costs so much more than remembering it that this pays if one in ten comes again. */
const WORTH = 0.9

export class SessionBuilder {
  /** What is asked of a table, in the order in which `addRow` reads the answers and cells. */
  readonly memos: readonly Memo<unknown>[]
  readonly cells: readonly number[]
  private readonly identities: SessionIdentities
  private readonly isEvent: FilterQuestion | undefined
  private readonly call = new Memo(callOf)
  private readonly failure = new Memo(isError)
  private readonly identity = new Memo((event) => this.identities.make(event), WORTH)
  private readonly address = new Memo(addressOf)
  private readonly inTable = new IdentityEvent()
  private part = 0
  private texts = ['']
  private codesOfTexts = new Map<string, number>()
  private shapes: number[] = []
  private shapeCount = 0
  private found: number[] = []
  private firsts: number[] = []
  private codes: number[] = []
  private marks: number[] = []
  private addresses: number[] = []
  private issueTexts: number[] = []
  private issueTimes: number[] = []
  private issueEvents: number[] = []

  constructor({ wanted, event }: SessionSpec) {
    this.identities = new SessionIdentities(wanted)
    this.isEvent = event && new FilterQuestion(event)
    this.memos = [this.call, this.failure, this.identity, this.address, ...(this.isEvent?.memos ?? [])]
    this.cells = [SLOT.sourceIPAddress, SLOT.userIdentity, ...(this.isEvent?.cells ?? [])]
  }

  add(event: Event): void {
    const mark =
      callOf(event) | (isError(event) ? MARK.error : 0) | (this.isEvent?.test(event) ? MARK.wanted : 0)
    this.note(event.time, this.identities.of(event, isSignIn(event)), mark, addressOf(event), event)
  }

  /** Adds a record of a table, whose first answer and first cell of those asked for are at these places. */
  addRow(row: TableRow, answer: number, cell: number): void {
    const { table, at, event, text } = row
    const { words, times } = table
    const call = this.call.at(words, answer, event)
    const isFailed = this.failure.at(words, answer + 2, event)
    const { inTable } = this
    inTable.set(row, cell + 2, (call & IS_OF_CONSOLE) !== 0)
    const known =
      (call & SIGNS_IN) === 0
        ? this.identity.at(words, answer + 4, inTable.get)
        : this.identities.of(event(), true)
    const from = words[cell]!
    const number = ipv4At(text, from, from + words[cell + 1]!)
    const address = number < 0 ? this.address.at(words, answer + 6, event) : number
    const isEvent = this.isEvent?.testRow(row, answer + 8, cell + 4) === true
    const mark = call | (isFailed ? MARK.error : 0) | (isEvent ? MARK.wanted : 0)
    this.note(times[at >> 1]!, known, mark, address, (call & MAY_ISSUE) === 0 ? undefined : event())
  }

  // `issuing` is the event, at least if it may create a credential.
  private note(time: number, known: Known, mark: number, address: Address, issuing: Event | undefined): void {
    const { cells } = known.shape
    if (cells !== undefined) {
      if (known.part !== this.part) this.take(known, cells)
      if (time < this.firsts[known.code]!) this.firsts[known.code] = time
    }
    const isIpv4 = typeof address === 'number'
    this.marks.push((mark & 0xff) | (known.isWanted ? MARK.wanted : 0) | (isIpv4 ? MARK.ipv4 : 0))
    this.addresses.push(isIpv4 ? address : this.text(address))
    const issue = issuing && issueOf(issuing, cells && idOf(cells, known.own))
    if (issue !== undefined) {
      for (const name of ISSUE_TEXTS)
        this.issueTexts.push(OF_ONE.has(name) ? this.newText(issue[name]) : this.text(issue[name]))
      this.issueTimes.push(issue.time)
      this.issueEvents.push(this.codes.length)
    }
    this.codes.push(cells === undefined ? NO_SESSION : known.code)
  }

  /** Takes an identity into the part. */
  private take(known: Known, cells: readonly string[]): void {
    const { shape, own } = known
    if (shape.part !== this.part) {
      shape.part = this.part
      shape.code = this.shapeCount++
      for (const cell of cells) this.shapes.push(this.text(cell))
    }
    known.part = this.part
    known.code = this.firsts.length
    const key = this.newText(own.key)
    this.found.push(
      shape.code,
      cells[IS_OPEN] !== '' && cells[ID] === HOLE.key ? key : this.newText(idOf(cells, own)),
      key,
      this.newText(own.name),
      this.text(own.date),
      this.newText(own.end),
    )
    this.firsts.push(Number.POSITIVE_INFINITY)
  }

  finish(): SessionPart {
    const part: SessionPart = {
      texts: this.texts.join(''),
      textEnds: endsOf(this.texts),
      shapes: new Uint32Array(this.shapes),
      identities: new Uint32Array(this.found),
      firsts: new Float64Array(this.firsts),
      codes: new Uint32Array(this.codes),
      marks: new Uint8Array(this.marks),
      addresses: new Uint32Array(this.addresses),
      issues: {
        texts: new Uint32Array(this.issueTexts),
        times: new Float64Array(this.issueTimes),
        events: new Uint32Array(this.issueEvents),
      },
    }
    this.part++
    this.texts = ['']
    this.codesOfTexts = new Map()
    this.shapes = []
    this.shapeCount = 0
    this.found = []
    this.firsts = []
    this.codes = []
    this.marks = []
    this.addresses = []
    this.issueTexts = []
    this.issueTimes = []
    this.issueEvents = []
    return part
  }

  /** The number of a text that comes again and again. */
  private text(text = ''): number {
    if (text === '') return 0
    let code = this.codesOfTexts.get(text)
    if (code === undefined) this.codesOfTexts.set(text, (code = this.newText(text)))
    return code
  }

  /** The number of a text that mostly is there once, which is not looked for. */
  private newText(text = ''): number {
    return text === '' ? 0 : this.texts.push(text) - 1
  }
}

function endsOf(texts: readonly string[]): Uint32Array {
  const ends = new Uint32Array(texts.length)
  let end = 0
  for (let n = 0; n < texts.length; n++) ends[n] = end += texts[n]!.length
  return ends
}

/** Texts of a call that no other call shares. */
const OF_ONE: ReadonlySet<IssueText> = new Set(['eventId', 'sharedEventId', 'key', 'principalId'])

const ID = FACTS.indexOf('id')

function idOf(cells: readonly string[], own: OwnTexts): string {
  return cells[IS_OPEN] === '' ? cells[ID]! : filled(cells[ID]!, own)
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
    (isOfConsole(event) ? IS_OF_CONSOLE : 0)
  )
}
