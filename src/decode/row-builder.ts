// Packs survivors into one growing buffer, so that a batch crosses threads as a few transfers instead of many objects.

import { hash } from 'node:crypto'
import type { Rows } from './batch.ts'

export class RowBuilder {
  private data = Buffer.allocUnsafeSlow(64 * 1024)
  private size = 0
  private readonly times: number[] = []
  private readonly ends: number[] = []
  private keys = ''
  private readonly keyEnds: number[] = []
  private readonly digests: Buffer[] = []
  private readonly withDigests: boolean

  constructor(withDigests: boolean) {
    this.withDigests = withDigests
  }

  /** `raw` is the record as delivered: what decides whether two rows are copies of the same event. */
  add(time: number, eventId: string, account: string, row: Uint8Array | string, raw: Uint8Array): void {
    if (typeof row === 'string') {
      this.reserve(row.length * 3)
      this.size += this.data.write(row, this.size)
    } else {
      this.reserve(row.length)
      this.data.set(row, this.size)
      this.size += row.length
    }
    this.ends.push(this.size)
    this.times.push(time)
    this.keys += `${eventId}\0${account}`
    this.keyEnds.push(this.keys.length)
    if (this.withDigests) this.digests.push(hash('sha256', raw, 'buffer'))
  }

  finish(): Rows {
    return {
      count: this.times.length,
      times: Float64Array.from(this.times),
      keys: this.keys,
      keyEnds: Uint32Array.from(this.keyEnds),
      data: this.data.subarray(0, this.size),
      ends: Uint32Array.from(this.ends),
      digests: this.withDigests ? Buffer.concat(this.digests) : undefined,
    }
  }

  private reserve(bytes: number): void {
    if (this.size + bytes <= this.data.length) return
    const grown = Buffer.allocUnsafeSlow(Math.max(this.data.length * 2, this.size + bytes))
    this.data.copy(grown, 0, 0, this.size)
    this.data = grown
  }
}
