// Collects the sessions of a batch in a SessionPart. The identities of sessions of one role are alike but for a few texts:
// the facts of all are derived once, and of a session these texts are copied, as bytes. A further event costs a look-up.

import { isOfConsole } from '../event/credential.ts'
import type { Event } from '../event/event.ts'
import { isError } from '../event/failure.ts'
import { readOnly } from '../event/read-only.ts'
import { sourceIpText } from '../event/source-ips.ts'
import type { Filter } from '../filter/clause.ts'
import { callerOf, isOfSts, issueOf, mayIssue } from '../trace/issue.ts'
import { filled, HOLE, type OwnTexts } from '../trace/identity-shape.ts'
import { isSignIn } from '../trace/session.ts'
import { FACTS, IDENTITY, IS_OPEN, MARK, NO_SESSION, type SessionPart, WIDTH } from '../trace/session-part.ts'
import { grown } from '../util/bytes.ts'
import { HashNumbers } from '../util/hash-numbers.ts'
import { ipv4At, ipv4Of } from '../util/ipv4.ts'
import { FilterQuestion } from './filter-question.ts'
import { IdentityEvent } from './identity-event.ts'
import { SLOT } from './json/slots.ts'
import { APART, ROW } from './json/table.ts'
import { Memo, type Question, type TableRow } from './memo.ts'
import { type Known, SessionIdentities, type Shape, type WantedSessions } from './session-identities.ts'
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

/** Of this the facts of a session depend, but in sign-ins. */
const IDENTITY_SLOTS: Question = {
  slots: [SLOT.userIdentity, SLOT.sessionCredentialFromConsole],
  isOff: false,
  isStale: false,
  tidy: () => undefined,
}

const MAX_SHAPES = 4096
const FIRST_ROOM = 1024

export class SessionBuilder {
  /** What is asked of a table, in the order in which `addRow` reads the answers and cells. */
  readonly memos: readonly Question[]
  readonly cells: readonly number[]
  private readonly identities: SessionIdentities
  private readonly isEvent: FilterQuestion | undefined
  private readonly call = new Memo(callOf)
  private readonly failure = new Memo(isError)
  private readonly address = new Memo(addressOf)
  private readonly signIn = new Memo((event) => this.identities.of(event, true))
  private readonly inTable = new IdentityEvent()
  // Shapes by the hashes of their JSON.
  private shapesOf: Shape[] = []
  private readonly shapesKnown = new HashNumbers()
  // Of the part: identities by their hashes, callers without a session too.
  private readonly codesOf = new HashNumbers()
  private readonly callers = new HashNumbers()
  private part = 0
  private readonly texts = new SessionTexts()
  private codesOfTexts = new Map<string, number>()
  private shapes: number[] = []
  private shapeCount = 0
  private identityCount = 0
  private found = new Uint32Array(WIDTH * FIRST_ROOM)
  private firsts = new Float64Array(FIRST_ROOM)
  private isAskedFor = new Uint8Array(FIRST_ROOM)
  private lastDate = 0
  private eventCount = 0
  private codes = new Uint32Array(FIRST_ROOM)
  private marks = new Uint8Array(FIRST_ROOM)
  private addresses = new Uint32Array(FIRST_ROOM)
  private readonly issues = new SessionIssues(this.texts)

  constructor({ wanted, event }: SessionSpec) {
    this.identities = new SessionIdentities(wanted)
    this.isEvent = event && new FilterQuestion(event)
    const { call, failure, address, signIn } = this
    this.memos = [call, failure, IDENTITY_SLOTS, address, signIn, ...(this.isEvent?.memos ?? [])]
    this.cells = [SLOT.sourceIPAddress, SLOT.userIdentity, ...(this.isEvent?.cells ?? [])]
  }

  add(event: Event): void {
    const call = callOf(event)
    const mark = call | (isError(event) ? MARK.error : 0) | (this.isEvent?.test(event) ? MARK.wanted : 0)
    const code = this.codeOf(this.identities.of(event, isSignIn(event)))
    if ((call & MAY_ISSUE) !== 0) this.noteIssue(event, code)
    const address = addressOf(event)
    if (typeof address === 'number') this.note(event.time, code, mark | MARK.ipv4, address)
    else this.note(event.time, code, mark, this.text(address))
  }

  /** Adds a record of a table, whose first answer and first cell of those asked for are at these places. */
  addRow(row: TableRow, answer: number, cell: number): void {
    const { table, at, event, text } = row
    const { words, times } = table
    const time = times[at >> 1]!
    const call = this.call.at(words, answer, event)
    let mark = call
    if (this.failure.at(words, answer + 2, event)) mark |= MARK.error
    if (this.isEvent?.testRow(row, answer + 10, cell + 4) === true) mark |= MARK.wanted
    const [a, b] = [words[answer + 4]!, words[answer + 5]!]
    let code: number
    if ((call & SIGNS_IN) === 0) {
      const known = this.codesOf.find(a, b)
      code = known < 0 ? this.newCode(row, cell + 2, a, b, (call & IS_OF_CONSOLE) !== 0) : known - 1
    } else code = this.codeOf(this.signIn.at(words, answer + 8, event))
    if ((call & MAY_ISSUE) !== 0) this.issueRow(row, call, code, time, a, b)
    const from = words[cell]!
    const number = ipv4At(text, from, from + words[cell + 1]!)
    if (number >= 0) this.note(time, code, mark | MARK.ipv4, number)
    else {
      const address = this.address.at(words, answer + 6, event)
      if (typeof address === 'number') this.note(time, code, mark | MARK.ipv4, address)
      else this.note(time, code, mark, this.text(address))
    }
  }

  // `code`: of its identity; -1 for none.
  private note(time: number, code: number, mark: number, address: number): void {
    const n = this.eventCount++
    if (n === this.codes.length) {
      this.codes = grown(this.codes)
      this.marks = grown(this.marks)
      this.addresses = grown(this.addresses)
    }
    this.addresses[n] = address
    if (code < 0) {
      this.codes[n] = NO_SESSION
      this.marks[n] = mark & 0xff
      return
    }
    this.codes[n] = code
    this.marks[n] = (mark & 0xff) | this.isAskedFor[code]!
    if (time < this.firsts[code]!) this.firsts[code] = time
  }

  private issueRow(
    { scanner, table, at, event }: TableRow,
    call: number,
    code: number,
    time: number,
    a: number,
    b: number,
  ): void {
    if ((call & IS_OF_STS) !== 0) {
      scanner.object(table.words[at + ROW.start]!)
      const by = code < 0 ? 0 : this.found[code * WIDTH + IDENTITY.id]!
      if (this.issues.addRow(scanner, time, this.eventCount, by, () => this.caller(event(), a, b))) return
    }
    this.noteIssue(event(), code)
  }

  private noteIssue(event: Event, code: number): void {
    const by = code < 0 ? 0 : this.found[code * WIDTH + IDENTITY.id]!
    const issue = issueOf(event, this.texts.text(by))
    if (issue !== undefined) this.issues.add(issue, this.eventCount)
  }

  private caller(event: Event, a: number, b: number): number {
    let known = this.callers.find(a, b)
    if (known < 0) {
      known = this.text(callerOf(event.part('userIdentity')))
      this.callers.add(a, b, known)
    }
    return known
  }

  // Takes the identity of a record of a table into the part, under its hash.
  private newCode(row: TableRow, cell: number, a: number, b: number, isOfConsole: boolean): number {
    const code = this.apart(row, cell, isOfConsole)
    // Counted from 1; 0 is for no session.
    this.codesOf.add(a, b, code + 1)
    return code
  }

  private apart(row: TableRow, cell: number, isOfConsole: boolean): number {
    const { scanner, table, text } = row
    const from = table.words[cell]!
    this.inTable.set(row, cell, isOfConsole)
    if (from === 0 || !scanner.takeApart(from, from + table.words[cell + 1]!))
      return this.codeOf(this.identities.make(this.inTable))
    const { apart } = scanner
    const a = apart[APART.hash]! ^ (isOfConsole ? 1 : 0)
    const b = apart[APART.hash + 1]!
    let known = this.shapesKnown.find(a, b)
    if (known < 0) known = this.newShape(this.identities.shape(this.inTable, scanner.shape()), a, b)
    const shape = this.shapesOf[known]!
    const { cells } = shape
    if (cells === undefined) return -1
    const code = this.begin(shape, cells)
    const keyFrom = apart[APART.key]!
    const keyTo = apart[APART.key + 1]!
    const nameFrom = apart[APART.name]!
    const nameTo = apart[APART.name + 1]!
    const dateFrom = apart[APART.date]!
    const dateTo = apart[APART.date + 1]!
    const endFrom = apart[APART.end]!
    const endTo = apart[APART.end + 1]!
    const { texts } = this
    const key = texts.addPlain(text, keyFrom, keyTo)
    const name = texts.addPlain(text, nameFrom, nameTo)
    // Sessions that begin in one second come together.
    if (!texts.isPlain(this.lastDate, text, dateFrom, dateTo))
      this.lastDate = texts.addPlain(text, dateFrom, dateTo)
    const end = texts.addPlain(text, endFrom, endTo)
    const isPlainKey = cells[IS_OPEN] !== '' && cells[ID] === HOLE.key
    const mayBeWanted =
      !shape.isWanted &&
      this.identities.mayBeWanted(
        shape,
        keyTo - keyFrom,
        nameTo - nameFrom,
        dateTo - dateFrom,
        endTo - endFrom,
      )
    let id = key
    let isWanted = shape.isWanted
    if (!isPlainKey || mayBeWanted) {
      const own = {
        key: text.toString('latin1', keyFrom, keyTo),
        name: text.toString('latin1', nameFrom, nameTo),
        date: text.toString('latin1', dateFrom, dateTo),
        end: text.toString('latin1', endFrom, endTo),
      }
      if (!isPlainKey) id = texts.add(idOf(cells, own))
      if (mayBeWanted) isWanted = this.identities.isWanted(shape, own)
    }
    this.take(code, id, key, name, this.lastDate, end, isWanted)
    return code
  }

  private newShape(shape: Shape, a: number, b: number): number {
    if (this.shapesOf.length >= MAX_SHAPES) {
      this.shapesOf = []
      this.shapesKnown.clear()
    }
    const number = this.shapesOf.push(shape) - 1
    this.shapesKnown.add(a, b, number)
    return number
  }

  /** The number of an identity in the part, which it is taken into; -1 for one without a session. */
  private codeOf(known: Known): number {
    const { shape, own } = known
    const { cells } = shape
    if (cells === undefined) return -1
    if (known.part === this.part) return known.code
    known.part = this.part
    known.code = this.begin(shape, cells)
    const { texts } = this
    const key = texts.add(own.key)
    const id = cells[IS_OPEN] !== '' && cells[ID] === HOLE.key ? key : texts.add(idOf(cells, own))
    this.take(
      known.code,
      id,
      key,
      texts.add(own.name),
      this.text(own.date),
      texts.add(own.end),
      known.isWanted,
    )
    return known.code
  }

  // The number of a new identity.
  private begin(shape: Shape, cells: readonly string[]): number {
    if (shape.part !== this.part) {
      shape.part = this.part
      shape.code = this.shapeCount++
      for (const cell of cells) this.shapes.push(this.text(cell))
    }
    const code = this.identityCount++
    if (code === this.firsts.length) {
      this.found = grown(this.found)
      this.firsts = grown(this.firsts)
      this.isAskedFor = grown(this.isAskedFor)
    }
    this.found[code * WIDTH + IDENTITY.shape] = shape.code
    return code
  }

  private take(
    code: number,
    id: number,
    key: number,
    name: number,
    date: number,
    end: number,
    isWanted: boolean,
  ): void {
    const { found } = this
    const at = code * WIDTH
    found[at + IDENTITY.id] = id
    found[at + IDENTITY.key] = key
    found[at + IDENTITY.name] = name
    found[at + IDENTITY.date] = date
    found[at + IDENTITY.end] = end
    this.firsts[code] = Number.POSITIVE_INFINITY
    this.isAskedFor[code] = isWanted ? MARK.wanted : 0
  }

  finish(): SessionPart {
    const { identityCount, eventCount } = this
    const part: SessionPart = {
      texts: this.texts.take(),
      shapes: new Uint32Array(this.shapes),
      identities: this.found.slice(0, identityCount * WIDTH),
      firsts: this.firsts.slice(0, identityCount),
      codes: this.codes.slice(0, eventCount),
      marks: this.marks.slice(0, eventCount),
      addresses: this.addresses.slice(0, eventCount),
      issues: this.issues.take(),
    }
    this.part++
    this.codesOf.clear()
    this.callers.clear()
    this.codesOfTexts = new Map()
    this.shapes = []
    this.shapeCount = 0
    this.identityCount = 0
    this.eventCount = 0
    this.lastDate = 0
    return part
  }

  /** The number of a text that comes again and again. */
  private text(text = ''): number {
    if (text === '') return 0
    let code = this.codesOfTexts.get(text)
    if (code === undefined) this.codesOfTexts.set(text, (code = this.texts.add(text)))
    return code
  }
}

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
    (isOfSts(event) ? IS_OF_STS : 0) |
    (isOfConsole(event) ? IS_OF_CONSOLE : 0)
  )
}
