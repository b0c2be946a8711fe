// Fills Rows. The rows are put in order here, because here is a thread to spare: what is added is only noted, and
// copied at the end, once, to where it belongs.

import { hash } from 'node:crypto'
import { grown } from '../util/bytes.ts'
import type { EventKey } from './records/event-key.ts'
import { compareBytes, compareTimes, rowBytes, rowContent, rowKey, type Rows } from './rows.ts'

export interface RowBuilderOptions {
  readonly ascending: boolean
  /** The rows are not the records themselves, so that copies must be told apart by a digest. */
  readonly withDigests: boolean
  /** What the output puts between rows, ASCII. */
  readonly separator: string
}

const FIRST_ROOM = 256
const TEXT_ROOM = 64 * 1024

export class RowBuilder {
  private readonly rows: Uint8Array[] = []
  private size = 0
  // Typed, because V8 takes plain arrays for arrays of small integers anew with every batch.
  private times = new Float64Array(FIRST_ROOM)
  private keys = new Uint8Array(64 * FIRST_ROOM)
  private readonly keyEnds: number[] = []
  private readonly fingerprints: number[] = []
  private readonly digests: Uint8Array[] = []
  // Where the next row goes.
  private text = Buffer.alloc(0)
  private textEnd = 0
  private readonly options: RowBuilderOptions

  constructor(options: RowBuilderOptions) {
    this.options = options
  }

  /**
   * A row made of text or of bytes, which are copied. `raw` is the record as delivered: what decides whether two rows are
   * copies of the same event.
   */
  add(time: number, key: EventKey, row: Uint8Array | string, raw: Uint8Array): void {
    this.note(time, key.bytes, key.length, key.a, key.b)
    this.place(typeof row === 'string' ? this.encoded(row) : this.kept(row))
    if (this.options.withDigests) this.digests.push(hash('sha256', raw, 'buffer'))
  }

  /** Takes over a row of another batch, with its digest if it has one. */
  copy(from: Rows, index: number): void {
    const key = rowKey(from, index)
    const { times, fingerprints } = from
    this.note(times[index]!, key, key.length, fingerprints[index * 2]!, fingerprints[index * 2 + 1]!)
    this.place(rowBytes(from, index))
    if (from.digests) this.digests.push(rowContent(from, index))
  }

  finish(): Rows {
    const count = this.rows.length
    const separator = Buffer.from(this.options.separator)
    const rows = {
      count,
      times: new Float64Array(count),
      keys: new Uint8Array(this.keyEnds.at(-1) ?? 0),
      keyEnds: new Uint32Array(count),
      fingerprints: new Int32Array(count * 2),
      data: Buffer.allocUnsafeSlow(this.size + count * separator.length),
      ends: new Uint32Array(count),
      separator: this.options.separator,
      digests: this.digests.length > 0 ? new Uint8Array(count * 32) : undefined,
    }
    let dataEnd = 0
    let keyEnd = 0
    this.order().forEach((from, to) => {
      rows.times[to] = this.times[from]!
      rows.fingerprints[to * 2] = this.fingerprints[from * 2]!
      rows.fingerprints[to * 2 + 1] = this.fingerprints[from * 2 + 1]!
      for (let k = this.keyStart(from); k < this.keyEnds[from]!; k++) rows.keys[keyEnd++] = this.keys[k]!
      rows.keyEnds[to] = keyEnd
      rows.data.set(this.rows[from]!, dataEnd)
      dataEnd += this.rows[from]!.length
      for (const byte of separator) rows.data[dataEnd++] = byte
      rows.ends[to] = dataEnd
      rows.digests?.set(this.digests[from]!, to * 32)
    })
    return rows
  }

  // The numbers of the rows in the order of compareRows.
  private order(): number[] {
    const { times, keys, keyEnds, rows } = this
    const { ascending } = this.options
    const numbers = rows.map((_, index) => index)
    return numbers.sort(
      (i, j) =>
        compareTimes(times[i]!, times[j]!, ascending) ||
        compareBytes(keys, this.keyStart(i), keyEnds[i]!, keys, this.keyStart(j), keyEnds[j]!) ||
        Buffer.compare(rows[i]!, rows[j]!),
    )
  }

  private keyStart(index: number): number {
    return index === 0 ? 0 : this.keyEnds[index - 1]!
  }

  private place(row: Uint8Array): void {
    this.rows.push(row)
    this.size += row.length
  }

  // Of the row that is placed next.
  private note(time: number, key: Uint8Array, length: number, a: number, b: number): void {
    const count = this.rows.length
    if (count === this.times.length) this.times = grown(this.times)
    this.times[count] = time
    const end = this.keyStart(count)
    while (end + length > this.keys.length) this.keys = grown(this.keys)
    for (let k = 0; k < length; k++) this.keys[end + k] = key[k]!
    this.keyEnds.push(end + length)
    this.fingerprints.push(a, b)
  }

  private encoded(text: string): Uint8Array {
    const start = this.roomFor(text.length * 3)
    this.textEnd += this.text.write(text, start)
    return this.text.subarray(start, this.textEnd)
  }

  private kept(bytes: Uint8Array): Uint8Array {
    const start = this.roomFor(bytes.length)
    this.text.set(bytes, start)
    this.textEnd += bytes.length
    return this.text.subarray(start, this.textEnd)
  }

  // Where in `text` at most so many bytes can go.
  private roomFor(most: number): number {
    if (this.textEnd + most > this.text.length) {
      this.text = Buffer.allocUnsafeSlow(Math.max(most, TEXT_ROOM))
      this.textEnd = 0
    }
    return this.textEnd
  }
}
