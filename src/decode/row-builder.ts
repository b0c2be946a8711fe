// Collects the rows of a batch in Rows. Sorting happens here, on the decoding thread: adding a row only records where it
// is, and its bytes are copied once, at the end, to their place in the order.

import { grown } from '../util/bytes.ts'
import { ROW } from './json/table.ts'
import type { TableRow } from './memo.ts'
import type { EventKey, RecordContent } from './records/event-key.ts'
import { rowMemory } from './row-memory.ts'
import {
  compareBytes,
  compareContents,
  compareTimes,
  type Content,
  contentAt,
  contentOfText,
  DIGEST,
  packRows,
  pathOf,
  rowBytes,
  rowKey,
  type Rows,
} from './rows.ts'

export interface RowBuilderOptions {
  readonly ascending: boolean
  /** The rows are not the records themselves, so that copies must be recognized by a digest. */
  readonly withDigests: boolean
  /** What the output puts between rows, ASCII. */
  readonly separator: string
}

/** Rows. More than nearly every batch has: V8 drops code that it has optimized when room is made in it for the first time. */
const FIRST_ROOM = 8192
const TEXT_ROOM = 64 * 1024
/** Words of a place. */
const PLACE = 3
const PINNED = 0xffffffff
/** What is kept for the next rows: memory for their texts, and for so many of them. */
const MOST_KEPT = 64
const MOST_ROWS_KEPT = 1 << 14
/** Bytes of rows that are returned in pieces, and of one piece. */
const LARGE = 16 << 20
const PIECE = 4 << 20

export class RowBuilder {
  // Where each row is: the number of its text, or PINNED, its start and its end there. Views would take more memory than
  // short rows themselves.
  private places = new Uint32Array(PLACE * FIRST_ROOM)
  private count = 0
  /** Of these or one more row the other properties are known. */
  private noted = 0
  private size = 0
  private readonly texts: Buffer<ArrayBuffer>[] = []
  /** The whole of each text; asking an array for its `buffer` takes V8 30 ns, as long as it takes to make a view. */
  private readonly memories: ArrayBuffer[] = []
  private pinned: (() => Uint8Array) | undefined
  // Typed, because V8 takes plain arrays for arrays of small integers anew with every batch.
  private times = new Float64Array(FIRST_ROOM)
  // Each key begins at a word, so that those of a table are copied by words.
  private keys = new Uint8Array(64 * FIRST_ROOM)
  private keyWords = new Int32Array(this.keys.buffer)
  private keyEnds = new Uint32Array(FIRST_ROOM)
  private fingerprints = new Int32Array(2 * FIRST_ROOM)
  private digests = new Int32Array(0)
  private paths: string[] = []
  private fileNumbers = new Uint32Array(FIRST_ROOM)
  // Of rows that are records, where a tie has asked for it.
  private readonly contents: Content[] = []
  // The text where the next row goes, of those that are in use, and its place there.
  private text = Buffer.alloc(0)
  private textEnd = 0
  private textsUsed = 0
  private readonly options: RowBuilderOptions

  constructor(options: RowBuilderOptions) {
    this.options = options
    this.makeRoom(FIRST_ROOM)
  }

  /**
   * A row made of text or of bytes, which are copied. `content` is of the record as delivered: what decides whether two
   * rows are copies of the same event. Asked for only with digests.
   */
  add(time: number, key: EventKey, row: Uint8Array | string, content: RecordContent): void {
    this.copyKey(key.bytes, key.length, this.note(time, key.length, key.a, key.b))
    if (this.options.withDigests) {
      const at = this.count * DIGEST
      this.digests[at] = content.a
      this.digests[at + 1] = content.b
      this.digests[at + 2] = content.c
      this.digests[at + 3] = content.d
    }
    if (typeof row === 'string') this.encode(row)
    else this.keep(row)
  }

  /** Returns what `pieces` does, and begins anew in the same memory, unless it has become large. */
  take(): Rows[] {
    const pieces = this.pieces()
    this.clear()
    return pieces
  }

  /** Forgets all rows. */
  clear(): void {
    const kept = this.texts.filter((text) => text.length === TEXT_ROOM).slice(0, MOST_KEPT)
    this.texts.length = 0
    this.texts.push(...kept)
    this.memories.length = 0
    for (const { buffer } of kept) this.memories.push(buffer)
    this.text = Buffer.alloc(0)
    this.textEnd = this.textsUsed = 0
    this.count = this.noted = this.size = 0
    this.pinned = undefined
    this.contents.length = 0
    this.paths = []
    if (this.times.length > MOST_ROWS_KEPT) this.makeRoom(FIRST_ROOM)
    else this.fileNumbers.fill(0)
  }

  get isPinned(): boolean {
    return this.pinned !== undefined
  }

  /** Rows that are parts of this text are not copied. It must not be replaced before the rows are taken. */
  pin(text: () => Uint8Array): void {
    this.pinned = text
  }

  /** The same of a record of a table, with its key and with the hashes that digests need. */
  addRow(record: TableRow, row: Uint8Array, path?: string): void {
    this.noteRow(record, path)
    this.keep(row)
  }

  /** A record of a table that is a row itself. Its bytes are kept by `keepRecords`. */
  addRecord(record: TableRow): void {
    const { words } = record.table
    this.noteRow(record)
    this.place(PINNED, words[record.at + ROW.start]!, words[record.at + ROW.end]!)
  }

  /** Copies the last `count` rows, which are records, from the text of their file: those that follow each other at once. */
  keepRecords(text: Uint8Array, count: number): void {
    if (this.pinned) return
    const { places } = this
    const end = this.count * PLACE
    for (let at = end - count * PLACE; at < end;) {
      const first = at
      const from = places[at + 1]!
      const start = this.roomFor(places[at + 2]! - from)
      const room = this.text.length - start
      let to = from
      // Between them is a comma.
      for (
        ;
        at < end && (at === first || places[at + 1] === to + 1) && places[at + 2]! - from <= room;
        at += PLACE
      ) {
        to = places[at + 2]!
        places[at] = this.textsUsed - 1
        places[at + 1]! += start - from
        places[at + 2] = to + start - from
      }
      this.store(new Uint8Array(text.buffer, text.byteOffset + from, to - from))
    }
  }

  /** Adds the rows of records that `noteRow` was called with, one after the other in `bytes`. */
  addRows(bytes: Uint8Array, lengths: readonly number[]): void {
    let end = this.store(bytes)
    for (const length of lengths) this.place(this.textsUsed - 1, end, (end += length))
  }

  /** With `path`, the file that contains the record can be read again for its content. */
  noteRow({ table: { words, times }, at }: TableRow, path?: string): void {
    const length = words[at + ROW.keyLength]!
    const start = this.note(times[at >> 1]!, length, words[at + ROW.key]!, words[at + ROW.key + 1]!)
    const { keyWords } = this
    for (let k = 0; k < (length + 3) >> 2; k++) keyWords[(start >> 2) + k] = words[at + ROW.keyText + k]!
    if (this.options.withDigests) {
      const to = (this.noted - 1) * DIGEST
      this.digests[to] = words[at + ROW.content]!
      this.digests[to + 1] = words[at + ROW.content + 1]!
      this.digests[to + 2] = path === undefined ? words[at + ROW.bytes]! : words[at + ROW.start]!
      this.digests[to + 3] = path === undefined ? words[at + ROW.fixed]! : words[ROW.start]!
      if (path !== undefined) this.noteFile(path)
    }
  }

  /** Takes over a row of another batch, with its digest if it has one. */
  copy(from: Rows, index: number): void {
    const key = rowKey(from, index)
    const { times, fingerprints } = from
    const start = this.note(times[index]!, key.length, fingerprints[index * 2]!, fingerprints[index * 2 + 1]!)
    this.copyKey(key, key.length, start)
    if (from.digests)
      this.digests.set(from.digests.subarray(index * DIGEST, (index + 1) * DIGEST), this.count * DIGEST)
    const path = pathOf(from, index)
    if (path !== undefined) this.noteFile(path)
    this.keep(rowBytes(from, index))
  }

  /** All rows in one piece. */
  finish(): Rows {
    return this.piece(this.order())
  }

  /** The rows in order, in one piece, or in several packed ones if they are large: memory then grows by one of them. */
  pieces(large = LARGE, most = PIECE): Rows[] {
    if (this.size < large) return [this.finish()]
    const order = this.order()
    const pieces: Rows[] = []
    let from = 0
    let size = 0
    for (const [n, row] of order.entries()) {
      size += this.lengthOf(row)
      if (size < most && n + 1 < order.length) continue
      pieces.push(packRows(this.piece(order.slice(from, n + 1))))
      from = n + 1
      size = 0
    }
    return pieces
  }

  // The rows with these numbers.
  private piece(numbers: readonly number[]): Rows {
    const count = numbers.length
    const { separator, withDigests } = this.options
    const isAll = count === this.count
    let size = this.size
    if (!isAll) {
      size = 0
      for (const row of numbers) size += this.lengthOf(row)
    }
    const rows = {
      count,
      times: new Float64Array(count),
      keys: isAll ? this.keys.slice(0, this.keyStart(count)) : this.keysOf(numbers),
      keyStarts: new Uint32Array(count),
      keyEnds: new Uint32Array(count),
      fingerprints: new Int32Array(count * 2),
      data: rowMemory(size + count * separator.length),
      ends: new Uint32Array(count),
      separator,
      digests: withDigests ? new Int32Array(count * DIGEST) : undefined,
      files: this.paths.length > 0 ? { paths: this.paths, numbers: new Uint32Array(count) } : undefined,
    }
    // Loops of their own, each of which V8 compiles once for all batches.
    this.copyNumbers(numbers, rows)
    this.placeKeys(numbers, rows, isAll)
    this.copyBytes(numbers, rows, Buffer.from(separator))
    if (rows.digests) this.copyDigests(numbers, rows.digests)
    if (rows.files) this.copyFiles(numbers, rows.files.numbers)
    return rows
  }

  private copyNumbers(numbers: readonly number[], to: Rows): void {
    const { fingerprints, times } = this
    for (let n = 0; n < numbers.length; n++) {
      const row = numbers[n]!
      to.times[n] = times[row]!
      to.fingerprints[n * 2] = fingerprints[row * 2]!
      to.fingerprints[n * 2 + 1] = fingerprints[row * 2 + 1]!
    }
  }

  // Keys of all rows stay in the order in which they came; those of some are copied in theirs.
  private placeKeys(numbers: readonly number[], to: Rows, isAll: boolean): void {
    let end = 0
    for (let n = 0; n < numbers.length; n++) {
      const start = this.keyStart(numbers[n]!)
      const length = this.keyEnds[numbers[n]!]! - start
      to.keyStarts[n] = isAll ? start : end
      end = to.keyStarts[n]! + length
      to.keyEnds[n] = end
    }
  }

  private keysOf(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
    const parts = numbers.map((row) => this.keys.subarray(this.keyStart(row), this.keyEnds[row]))
    // Not by Buffer.concat, whose memory may be shared with others, which a move to another thread would take with it.
    const keys = new Uint8Array(parts.reduce((size, { length }) => size + length, 0))
    let end = 0
    for (const part of parts) {
      keys.set(part, end)
      end += part.length
    }
    return keys
  }

  private copyBytes(numbers: readonly number[], { data, ends }: Rows, separator: Uint8Array): void {
    let end = 0
    for (let n = 0; n < numbers.length; n++) {
      const row = this.rowAt(numbers[n]!)
      data.set(row, end)
      end += row.length
      for (let k = 0; k < separator.length; k++) data[end++] = separator[k]!
      ends[n] = end
    }
  }

  private copyDigests(numbers: readonly number[], to: Int32Array): void {
    for (let n = 0; n < numbers.length; n++)
      for (let k = 0; k < DIGEST; k++) to[n * DIGEST + k] = this.digests[numbers[n]! * DIGEST + k]!
  }

  private copyFiles(numbers: readonly number[], to: Uint32Array): void {
    for (let n = 0; n < numbers.length; n++) to[n] = this.fileNumbers[numbers[n]!]!
  }

  // The numbers of the rows in the order of compareRows.
  private order(): number[] {
    const numbers: number[] = []
    for (let index = 0; index < this.count; index++) numbers.push(index)
    return numbers.sort(this.compare)
  }

  private readonly compare = (i: number, j: number): number => {
    const { times, keys, keyEnds } = this
    return (
      compareTimes(times[i]!, times[j]!, this.options.ascending) ||
      compareBytes(keys, this.keyStart(i), keyEnds[i]!, keys, this.keyStart(j), keyEnds[j]!) ||
      (this.haveSameBytes(i, j) ? 0 : compareContents(this.contentOf(i), this.contentOf(j))) ||
      Buffer.compare(this.rowAt(i), this.rowAt(j))
    )
  }

  private contentOf(index: number): Content {
    if (this.options.withDigests) {
      const digest = this.digests.subarray(index * DIGEST, (index + 1) * DIGEST)
      const path = this.paths[this.fileNumbers[index]! - 1]
      return path === undefined ? digest : contentAt(path, digest)
    }
    return (this.contents[index] ??= contentOfText(this.rowAt(index)))
  }

  private keyStart(index: number): number {
    return index === 0 ? 0 : (this.keyEnds[index - 1]! + 3) & ~3
  }

  private haveSameBytes(i: number, j: number): boolean {
    const { digests, fileNumbers } = this
    return (
      fileNumbers[i] !== 0 &&
      fileNumbers[j] !== 0 &&
      digests[i * DIGEST] === digests[j * DIGEST] &&
      digests[i * DIGEST + 1] === digests[j * DIGEST + 1]
    )
  }

  // Of the row noted last. Rows of a file follow each other.
  private noteFile(path: string): void {
    if (this.paths.at(-1) !== path) this.paths.push(path)
    this.fileNumbers[this.noted - 1] = this.paths.length
  }

  private rowAt(index: number): Uint8Array {
    const at = index * PLACE
    const text = this.places[at]!
    const start = this.places[at + 1]!
    const length = this.places[at + 2]! - start
    // Faster than `subarray` of a Buffer.
    if (text !== PINNED) return new Uint8Array(this.memories[text]!, start, length)
    const { buffer, byteOffset } = this.pinned!()
    return new Uint8Array(buffer, byteOffset + start, length)
  }

  private lengthOf(index: number): number {
    const at = index * PLACE
    return this.places[at + 2]! - this.places[at + 1]!
  }

  // Ends the row that `note` began.
  private place(text: number, start: number, end: number): void {
    const at = this.count * PLACE
    this.places[at] = text
    this.places[at + 1] = start
    this.places[at + 2] = end
    this.size += end - start
    this.count++
  }

  private makeRoom(rows: number): void {
    this.places = new Uint32Array(PLACE * rows)
    this.times = new Float64Array(rows)
    this.keys = new Uint8Array(64 * rows)
    this.keyWords = new Int32Array(this.keys.buffer)
    this.keyEnds = new Uint32Array(rows)
    this.fingerprints = new Int32Array(2 * rows)
    this.digests = new Int32Array(this.options.withDigests ? DIGEST * rows : 0)
    this.fileNumbers = new Uint32Array(rows)
  }

  // Of the row that is placed next. Returns where its key, of this length, goes.
  private note(time: number, length: number, a: number, b: number): number {
    const at = this.noted++
    if (at === this.times.length) this.grow()
    this.times[at] = time
    this.fingerprints[at * 2] = a
    this.fingerprints[at * 2 + 1] = b
    const start = this.keyStart(at)
    const end = start + length
    while (end + 4 > this.keys.length) this.growKeys()
    this.keyEnds[at] = end
    return start
  }

  private copyKey(key: Uint8Array, length: number, to: number): void {
    for (let k = 0; k < length; k++) this.keys[to + k] = key[k]!
  }

  private growKeys(): void {
    this.keys = grown(this.keys)
    this.keyWords = new Int32Array(this.keys.buffer)
  }

  private grow(): void {
    this.times = grown(this.times)
    this.places = grown(this.places)
    this.keyEnds = grown(this.keyEnds)
    this.fingerprints = grown(this.fingerprints)
    if (this.options.withDigests) this.digests = grown(this.digests)
    this.fileNumbers = grown(this.fileNumbers)
  }

  private encode(text: string): void {
    const start = this.roomFor(text.length * 3)
    this.textEnd += this.text.write(text, start)
    this.place(this.textsUsed - 1, start, this.textEnd)
  }

  private keep(bytes: Uint8Array): void {
    const pinned = this.pinned?.()
    if (pinned && pinned.buffer === bytes.buffer) {
      const start = bytes.byteOffset - pinned.byteOffset
      const end = start + bytes.length
      if (start >= 0 && end <= pinned.length) return this.place(PINNED, start, end)
    }
    const start = this.store(bytes)
    this.place(this.textsUsed - 1, start, this.textEnd)
  }

  // Copies the bytes into the last text, and returns where they begin.
  private store(bytes: Uint8Array): number {
    const start = this.roomFor(bytes.length)
    this.text.set(bytes, start)
    this.textEnd += bytes.length
    return start
  }

  // Offset in `text` at which this many bytes fit.
  private roomFor(most: number): number {
    if (this.textsUsed === 0 || this.textEnd + most > this.text.length) {
      const next = most > TEXT_ROOM ? undefined : this.texts[this.textsUsed]
      this.text = next ?? Buffer.allocUnsafeSlow(Math.max(most, TEXT_ROOM))
      if (next === undefined) {
        this.texts.splice(this.textsUsed, 0, this.text)
        this.memories.splice(this.textsUsed, 0, this.text.buffer)
      }
      this.textsUsed++
      this.textEnd = 0
    }
    return this.textEnd
  }
}
