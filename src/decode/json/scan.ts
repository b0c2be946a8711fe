// The strict JSON scanner: checks the grammar of one object and records the offsets of the values of its well-known
// top-level keys, without building anything. It keeps the bytes, and is several times faster than JSON.parse because it is
// WebAssembly (assembly/); this module is its interface. It accepts exactly what JSON.parse accepts (a property test checks
// that) and knows nothing of files.

import { MAX_BYTES } from '../../util/bytes.ts'
import {
  type Addresses,
  type Exports,
  type Instance,
  instantiate,
  type Needle,
  viewsOf,
  writeNeedles,
  writeQuestions,
} from './instance.ts'
import { type KeyPath, type PathPlace, placeAt, writePaths } from './paths.ts'
import { SLOT, SLOT_KEYS } from './slots.ts'
import { APART, layoutOf, type RecordTable, tableIn, type Wanted, wantedBits } from './table.ts'

const BACKSLASH = 0x5c

/** Maximum memory that a scanner keeps between texts, in bytes. */
const MAX_KEPT = 64 << 20

export class NoRoomError extends Error {}

/** Holds one text at a time, in its own memory. */
export class Scanner {
  /** The text. Valid until the next `load`. */
  bytes: Buffer = Buffer.alloc(0)
  /**
   * Start and end (exclusive) of each slot's value, two numbers per slot; the start is -1 if the key is absent. Slots from
   * MEMBER_SLOT on are valid after `members`.
   */
  slots: Int32Array
  /** The last event key; see `eventKey`. */
  key: Uint8Array
  /** What the identity that was taken apart last is made of: see APART. */
  apart: Int32Array
  private readonly keys: readonly string[]
  private exports: Exports
  private at: Addresses
  private memory: Uint8Array
  private words: Int32Array
  private questions: readonly (readonly number[])[] = []
  private cells: readonly number[] = []
  private paths: readonly KeyPath[] = []
  private needles: readonly (readonly Needle[])[] = []

  constructor(keys: readonly string[] = SLOT_KEYS) {
    this.keys = keys
    const { exports, at } = instantiate(keys)
    this.exports = exports
    this.at = at
    const views = viewsOf(exports, at)
    this.memory = views.memory
    this.words = views.words
    this.slots = views.slots
    this.key = views.key
    this.apart = views.apart
  }

  /** For rows.ts, which makes rows of a table in the memory of the scanner. */
  get instance(): Instance {
    return { exports: this.exports, at: this.at }
  }

  /** After a failure: offset of the invalid byte. */
  get errorAt(): number {
    return this.exports.errorAt.value
  }

  /**
   * Copies the text, which replaces the previous one. Returns `bytes`. Throws NoRoomError if it is longer than MAX_BYTES or
   * memory cannot be allocated.
   */
  load(text: Uint8Array): Buffer {
    this.makeRoom(text.length, () => this.exports.reserve(text.length))
    this.memory.set(text, this.at.DATA)
    return this.hold(text.length)
  }

  /**
   * Inflates the raw deflate data in [start, end) to a text of `length` bytes, which replaces the previous text, even in
   * failure. Returns the number of bytes read; -1 if the result has another length, or zlib would reject the data. Throws
   * NoRoomError like `load`. With `forWords`, `wordFilter` will need a third of the time.
   */
  inflate(data: Uint8Array, length: number, start = 0, end = data.length, forWords = false): number {
    const place = this.makeRoom(length, () => this.exports.reserveDeflated(length, data.length, forWords))
    // All of it, because a view of the part would cost more than copying the rest.
    this.memory.set(data, place)
    const taken = this.exports.inflate(place + start, end - start)
    this.hold(taken < 0 ? 0 : length)
    return taken
  }

  /** Of the text. */
  crc32(): number {
    return this.exports.crc32() >>> 0
  }

  private makeRoom(length: number, reserve: () => number): number {
    // WebAssembly memory never shrinks, so after a very large text the whole instance is replaced.
    if (this.memory.length > MAX_KEPT && length < MAX_KEPT / 4) {
      this.exports = instantiate(this.keys).exports
      writeNeedles(this.exports, this.at, this.needles)
      this.ask(this.questions, this.cells)
      this.setPaths(this.paths)
    }
    const place = length > MAX_BYTES ? 0 : reserve()
    if (place === 0) throw new NoRoomError(`no room for a text of ${length} bytes`)
    this.look()
    return place
  }

  // When the memory grows, all views of it become invalid. True if it has grown.
  private look(): boolean {
    if (this.exports.memory.buffer === this.memory.buffer) return false
    Object.assign(this, viewsOf(this.exports, this.at))
    return true
  }

  private hold(length: number): Buffer {
    this.bytes = Buffer.from(this.memory.buffer, this.at.DATA, length) as Buffer<ArrayBuffer>
    return this.bytes
  }

  /** Scans the object that begins at `start` (its `{`). Returns the offset after it, or -1 (see `errorAt`). */
  object(start: number): number {
    return this.exports.object(start)
  }

  /** Scans any value. Returns the offset after it, or -1. */
  value(start: number): number {
    return this.exports.value(start)
  }

  /** Scans the string that begins at `start` (its quote). Returns the offset after it, or -1. */
  string(start: number): number {
    return this.exports.string(start)
  }

  skipSpace(start: number): number {
    const b = this.bytes
    let i = start
    for (let c = b[i]; c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09; c = b[i]) i++
    return i
  }

  /** Hashes the bytes in [start, end): see `hashWord`. */
  hash(start: number, end: number): void {
    this.exports.hash(start, end)
  }

  /** Hashes with a key that is the same in every process: for ordering only, not for identity. */
  hashFixed(start: number, end: number): void {
    this.exports.hashFixed(start, end)
  }

  /** Hashes the bytes in [start, end) to two words, much faster than `hash`: see `hashWord`. */
  quickHash(start: number, end: number): void {
    this.exports.quickHash(start, end)
  }

  /** Hashes the valid JSON value at `start`, independent of its notation, to two words: see `hashWord`. */
  hashValue(start: number): void {
    this.exports.valueHash(start)
  }

  /**
   * One signed word of the last hash, which has up to 128 bits and uses the key of this process (hash-key.ts). Two words
   * are enough to distinguish everything in one run, even against an attacker.
   */
  hashWord(word: 0 | 1 | 2 | 3): number {
    return this.words[(this.at.HASH >> 2) + word]!
  }

  /**
   * Sets what `mayMatch` and `passOver` search for: at least one needle of each group. Only the beginning of long needles
   * is compared.
   */
  setNeedles(groups: readonly (readonly Needle[])[]): void {
    this.needles = groups
    writeNeedles(this.exports, this.at, groups)
  }

  /**
   * True if a letter, digit or one of `_.:@-` may be written as an escape in the text, or (with `anyCase`) as a non-ASCII
   * letter whose lower case is ASCII. Needles may then miss occurrences.
   */
  isDisguised(anyCase: boolean): boolean {
    return this.exports.isDisguised(anyCase) !== 0
  }

  /** True if the first `length` bytes contain `"aws:s3"`, as notifications of S3 do, which also have `Records`. */
  isNotification(length: number): boolean {
    return this.exports.isNotification(length) !== 0
  }

  /**
   * Times of the first and the last event of a log file whose first record begins at `start`; undefined unless every
   * record is complete, has a time, and has the form in which CloudTrail writes records.
   */
  span(start: number): { readonly from: number; readonly to: number } | undefined {
    const { spanOf, spanFrom, spanTo } = this.exports
    return spanOf(start) !== 0 ? { from: spanFrom.value, to: spanTo.value } : undefined
  }

  /**
   * The words of the text as a Bloom filter (see index/words.ts); undefined if the text is disguised, in any case, or if
   * memory cannot be allocated. Call it before anything scans the text. Slots and needles remain valid; `bytes` becomes a
   * new view of the same text.
   */
  wordFilter(): Uint8Array | undefined {
    const { length } = this.bytes
    const isDone = this.exports.collectWords() !== 0
    if (this.look()) this.hold(length)
    const start = this.exports.wordBits.value
    return isDone ? this.memory.slice(start, start + this.exports.wordBytes.value) : undefined
  }

  /**
   * Sets what the next tables contain for each record: for each question the slots that its answer depends on, and the
   * slots whose texts are copied as cells.
   */
  ask(questions: readonly (readonly number[])[], cells: readonly number[]): void {
    const { exports, at } = this
    this.questions = questions
    this.cells = cells
    if (questions.length <= at.MAX_QUESTIONS && cells.length <= at.MAX_CELLS)
      writeQuestions(exports, at, questions, cells)
  }

  /** Sets the paths on whose values questions may depend, by PATH_SLOT plus their index. At most MAX_KEY_PATHS. */
  setPaths(paths: readonly KeyPath[]): void {
    this.paths = paths
    writePaths(this.exports, this.at, paths)
  }

  /** Where the value at one of these paths is in the record that begins at `start`, which is scanned again. */
  pathIn(start: number, path: number): PathPlace {
    this.exports.object(start)
    this.exports.findPaths()
    return placeAt(this.words, this.at, path)
  }

  /**
   * A table of the log file whose first record begins at `start`; undefined unless all records are on one line, and every record
   * is complete, has a time and an ID in plain text, and has the form in which CloudTrail writes records; also if there are
   * too many questions or cells. Afterwards `bytes` is a new view of the same text. `more` may reserve memory for what is made of the table; false
   * if there is none.
   */
  table(
    start: number,
    wanted: Wanted,
    more: (exports: Exports) => boolean = () => true,
  ): RecordTable | undefined {
    const { at, cells, exports, questions } = this
    const { length } = this.bytes
    if (questions.length > at.MAX_QUESTIONS || cells.length > at.MAX_CELLS) return undefined
    const count = exports.tabulate(start, wantedBits(wanted), questions.length, cells.length)
    const hasRoom = count >= 0 && more(exports)
    this.look()
    this.hold(length)
    if (!hasRoom) return undefined
    const layout = layoutOf(wanted, questions.length, cells.length)
    return tableIn(exports.memory.buffer, exports.tableAt.value, count, layout)
  }

  /** True if the bytes in [start, end) contain a needle of every group. Call with ascending starts. */
  mayMatch(start: number, end: number): boolean {
    return this.exports.mayMatch(start, end) !== 0
  }

  /**
   * Skips complete objects of a list that cannot match, from the one at `start` on. Returns the start of an object that may
   * match or that is followed by something unexpected, or the offset of the list's closing bracket.
   */
  passOver(start: number): number {
    return this.exports.passOver(start)
  }

  /** Number of objects that `passOver` has skipped since the text was loaded. */
  get passedOver(): number {
    return this.words[this.at.PASSED_OVER >> 2]!
  }

  /**
   * Records the offsets of the well-known members of the object at `start`, in the slots from MEMBER_SLOT on. Returns false
   * if one of its keys contains escapes.
   */
  members(start: number): boolean {
    return this.exports.findMembers(start) !== 0
  }

  /** The JSON of the identity taken apart last, with holes. */
  shape(): string {
    const from = this.at.SHAPE
    return Buffer.from(this.memory.buffer, from, this.apart[APART.shapeLength]).toString()
  }

  /** Epoch milliseconds if a slot of the object just scanned is a text like `2024-08-18T11:48:43Z`, otherwise NaN. */
  time(slot: number): number {
    return this.exports.time(slot)
  }

  /**
   * Writes the identity of the object just scanned to `key`: event ID, a zero byte and account. Also hashes it. Returns its
   * length; -1 if one of the two is not plain text (absent, empty, with escapes or non-ASCII letters).
   */
  eventKey(): number {
    return this.exports.eventKey(SLOT.eventID, SLOT.recipientAccountId)
  }

  /** Does the same with other texts. Only the beginning of very long texts is used. */
  eventKeyOf(id: string, account: string): number {
    // The hash reads past the end, so some room is left there.
    const text = Buffer.from(`${id}\0${account}`).subarray(0, this.key.length - 16)
    this.key.set(text)
    this.exports.hashEventKey(text.length)
    return text.length
  }
}

/** Text of the JSON string from `start` (its quote) to `end` (exclusive). */
export function unquote(bytes: Uint8Array, start: number, end: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
  return text.includes(BACKSLASH)
    ? (JSON.parse(text.toString()) as string)
    : text.toString('utf8', 1, end - start - 1)
}
