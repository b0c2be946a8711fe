// Fills Rows: one growing buffer, and at the end the order of the rows, sorted here because here is a thread to spare.

import { hash } from 'node:crypto'
import { hash64 } from '../util/hash64.ts'
import { compareRows, rowBytes, rowContent, rowKey, type Rows } from './rows.ts'

export interface RowBuilderOptions {
  readonly ascending: boolean
  /** The rows are not the records themselves, so that copies must be told apart by a digest. */
  readonly withDigests: boolean
}

export class RowBuilder {
  private data = Buffer.allocUnsafeSlow(64 * 1024)
  private size = 0
  private readonly times: number[] = []
  private readonly ends: number[] = []
  private keys = ''
  private readonly keyEnds: number[] = []
  private readonly fingerprints: number[] = []
  private readonly digests: Buffer[] = []
  private readonly options: RowBuilderOptions

  constructor(options: RowBuilderOptions) {
    this.options = options
  }

  /** `raw` is the record as delivered: what decides whether two rows are copies of the same event. */
  add(time: number, eventId: string, account: string, row: Uint8Array | string, raw: Uint8Array): void {
    if (typeof row === 'string') {
      this.reserve(row.length * 3)
      this.size += this.data.write(row, this.size)
    } else this.append(row)
    const key = `${eventId}\0${account}`
    const [a, b] = eventId === '' ? [0, 0] : hash64(key)
    this.note(time, key, a, b)
    if (this.options.withDigests) this.digests.push(hash('sha256', raw, 'buffer'))
  }

  /** Takes over a row of another batch, with its digest if it has one. */
  copy(from: Rows, index: number): void {
    this.append(rowBytes(from, index))
    const [a, b] = [from.fingerprints[index * 2]!, from.fingerprints[index * 2 + 1]!]
    this.note(from.times[index]!, rowKey(from, index), a, b)
    if (from.digests) this.digests.push(Buffer.from(rowContent(from, index)))
  }

  finish(): Rows {
    const rows = {
      count: this.times.length,
      times: Float64Array.from(this.times),
      keys: this.keys,
      keyEnds: Uint32Array.from(this.keyEnds),
      fingerprints: Uint32Array.from(this.fingerprints),
      data: this.data.subarray(0, this.size),
      ends: Uint32Array.from(this.ends),
      digests: this.digests.length > 0 ? Buffer.concat(this.digests) : undefined,
      order: new Uint32Array(0),
    }
    const order = this.times.map((_, index) => index)
    order.sort((i, j) => compareRows(rows, i, rows, j, this.options.ascending))
    return { ...rows, order: Uint32Array.from(order) }
  }

  private append(row: Uint8Array): void {
    this.reserve(row.length)
    this.data.set(row, this.size)
    this.size += row.length
  }

  private note(time: number, key: string, a: number, b: number): void {
    this.ends.push(this.size)
    this.times.push(time)
    this.keys += key
    this.keyEnds.push(this.keys.length)
    this.fingerprints.push(a, b)
  }

  private reserve(bytes: number): void {
    if (this.size + bytes <= this.data.length) return
    const grown = Buffer.allocUnsafeSlow(Math.max(this.data.length * 2, this.size + bytes))
    this.data.copy(grown, 0, 0, this.size)
    this.data = grown
  }
}
