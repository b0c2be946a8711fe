// The sessions of a table, which the scanner takes (assembly/sessions.ts): what it has written, and what it asks.

import type { TextPacker } from '../../util/packed-texts.ts'
import type { Exports } from './instance.ts'
import type { Scanner } from './scan.ts'

/** Why the scanner stopped at a record: to have its new texts taken, or for an answer. */
export const ASKS = { nothing: 0, room: 1, shape: 2, identity: 3, caller: 4, address: 5, issue: 6 } as const

/** How the IDs of sessions of a shape are known to the scanner. */
export const IDS = { byCaller: 0, byKey: 1, none: 2 } as const

/** The columns of events: see SessionPart. */
export interface EventColumns {
  readonly codes: Uint32Array
  readonly marks: Uint8Array
  readonly addresses: Uint32Array
}

export class ScannerSessions {
  private readonly scanner: Scanner
  private exports: Exports
  private isNew = true
  private hasOldShapes = false
  // Views of the scanner's memory.
  private words: Uint32Array
  private bytes: Uint8Array
  private times: Float64Array

  constructor(scanner: Scanner) {
    const { exports } = scanner.instance
    const { buffer } = exports.memory
    this.scanner = scanner
    this.exports = exports
    this.words = new Uint32Array(buffer)
    this.bytes = new Uint8Array(buffer)
    this.times = new Float64Array(buffer)
  }

  /** Forgets all numbers but those of shapes. */
  begin(): void {
    this.isNew = true
  }

  /** Forgets the numbers of shapes. */
  forgetShapes(): void {
    this.hasOldShapes = true
  }

  /** Call for each table, whose records have their answers and cells at these words. */
  open(answer: number, cell: number): void {
    const { exports } = this.scanner.instance
    const { buffer } = exports.memory
    this.exports = exports
    if (this.words.buffer !== buffer) {
      this.words = new Uint32Array(buffer)
      this.bytes = new Uint8Array(buffer)
      this.times = new Float64Array(buffer)
    }
    if (this.isNew) exports.beginSessions()
    if (this.hasOldShapes) exports.forgetShapes()
    this.isNew = false
    this.hasOldShapes = false
    exports.placeSessions(answer * 4, cell * 4)
  }

  /** Writes what is true of the chosen records, by number of each. */
  mark(marks: Uint32Array, numbers: Uint32Array): void {
    const at = this.exports.marksAt.value >> 2
    const { words } = this
    for (let n = 0; n < numbers.length; n++) words[at + n] = marks[numbers[n]!]!
  }

  /** The same of one of them. */
  markOne(n: number, mark: number): void {
    this.words[(this.exports.marksAt.value >> 2) + n] = mark
  }

  markOf(n: number): number {
    return this.words[(this.exports.marksAt.value >> 2) + n]!
  }

  /**
   * Takes records from the one at `first` on. New texts and identities get numbers from these on. Returns the index of the record
   * at which it stopped, or their number.
   */
  run(first: number, text: number, identity: number): number {
    return this.exports.takeSessions(first, text, identity)
  }

  /** Why it stopped. */
  get asks(): number {
    return this.exports.asks.value
  }

  /** See assembly/sessions.ts. */
  answer(a: number, b: number): void {
    this.exports.answerSession(a, b)
  }

  /** Of a record that was taken the number of its identity; -1 for none. */
  codeOf(n: number): number {
    return this.words[(this.exports.codesAt.value >> 2) + n]! | 0
  }

  /** Hands over the new texts. */
  takeTexts(to: TextPacker): void {
    const { at } = this.scanner.instance
    const count = this.exports.textCount.value
    if (count === 0) return
    const ends = this.words.subarray(at.TEXT_ENDS >> 2, (at.TEXT_ENDS >> 2) + count)
    to.addAll({ bytes: this.bytes.subarray(at.TEXTS, at.TEXTS + ends[count - 1]!), ends })
  }

  get identities(): number {
    return this.exports.identityCount.value
  }

  /** Copies the numbers of the new identities. */
  takeIdentities(to: Uint32Array, index: number, width: number): void {
    copy(this.words, this.scanner.instance.at.IDENTITIES >> 2, this.identities * width, to, index * width, 0)
  }

  get issues(): number {
    return this.exports.issueCount.value
  }

  /** The same of calls. `event`: the number of the first chosen record. */
  takeIssues(
    texts: Uint32Array,
    times: Float64Array,
    events: Uint32Array,
    index: number,
    width: number,
    event: number,
  ): void {
    const { issues } = this
    const { at } = this.scanner.instance
    copy(this.words, at.ISSUES >> 2, issues * width, texts, index * width, 0)
    copy(this.words, at.ISSUE_RECORDS >> 2, issues, events, index, event)
    for (let n = 0; n < issues; n++) times[index + n] = this.times[(at.ISSUE_TIMES >> 3) + n]!
  }

  /** Copies the columns of so many records, all of which were taken. */
  takeEvents({ codes, marks, addresses }: EventColumns, index: number, count: number): void {
    const { exports, words, bytes } = this
    copy(words, exports.codesAt.value >> 2, count, codes, index, 0)
    copy(words, exports.addressesAt.value >> 2, count, addresses, index, 0)
    const from = exports.marksMadeAt.value
    for (let n = 0; n < count; n++) marks[index + n] = bytes[from + n]!
  }
}

function copy(
  from: Uint32Array,
  start: number,
  count: number,
  to: Uint32Array,
  at: number,
  plus: number,
): void {
  for (let n = 0; n < count; n++) to[at + n] = from[start + n]! + plus
}
