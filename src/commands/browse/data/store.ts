// The events of a browser: numbers in typed arrays, texts in dictionaries. Events are added in their order and never
// change; records are not among them, as the file that an event came from has its record.

import { PACKED, PACKED_FLAGS, PACKED_ID } from '../../../format/packed.ts'
import type { RowRun } from '../../../format/row.ts'
import { Dictionary, grownBy } from './dictionary.ts'

/** Fields whose texts are kept, in the order in which they come from the threads. */
export const KEPT = [
  'event-name',
  'user-name',
  'event-source',
  'resource-type',
  'resource-name',
  'error-code',
  'source-ip',
  'account',
  'region',
  'identity',
  'access-key-id',
] as const
export type Kept = (typeof KEPT)[number]

export interface Column {
  readonly dictionary: Dictionary
  codes: Uint32Array
}

const FIRST = 1024

export class EventStore {
  count = 0
  times = new Float64Array(FIRST)
  flags = new Uint8Array(FIRST)
  private records = new Uint32Array(FIRST)
  private ids = new Uint8Array(FIRST * PACKED_ID)
  readonly columns: Readonly<Record<Kept, Column>>
  private readonly file: Column = newColumn()
  private readonly all: readonly Column[]

  constructor() {
    this.columns = Object.fromEntries(KEPT.map((name) => [name, newColumn()])) as Record<Kept, Column>
    this.all = [...KEPT.map((name) => this.columns[name]), this.file]
  }

  /** Bytes of memory for everything that grows with the number of events. */
  get memory(): number {
    return (
      this.times.byteLength +
      this.flags.byteLength +
      this.records.byteLength +
      this.ids.byteLength +
      this.all.reduce((sum, { dictionary, codes }) => sum + dictionary.memory + codes.byteLength, 0)
    )
  }

  /** Takes rows of the format `packed`. */
  add(rows: RowRun): void {
    for (let i = 0; i < rows.count; i++) this.addRow(rows.row(i))
  }

  isChange(event: number): boolean {
    return (this.flags[event]! & PACKED_FLAGS.change) !== 0
  }

  isFailed(event: number): boolean {
    return (this.flags[event]! & PACKED_FLAGS.failed) !== 0
  }

  text(event: number, name: Kept): string {
    const { dictionary, codes } = this.columns[name]
    return dictionary.text(codes[event]!)
  }

  id(event: number): string {
    const start = event * PACKED_ID
    return Buffer.from(this.ids.subarray(start, start + PACKED_ID))
      .toString('latin1')
      .replace(/\0+$/, '')
  }

  /** The log file, and which of its records it is. */
  place(event: number): { readonly file: string; readonly record: number } {
    return { file: this.file.dictionary.text(this.file.codes[event]!), record: this.records[event]! }
  }

  /** The number of a file by its name; -1 where no event is from it. */
  findFile(from: Uint8Array, start: number, end: number): number {
    return this.file.dictionary.find(from, start, end)
  }

  fileCode(event: number): number {
    return this.file.codes[event]!
  }

  record(event: number): number {
    return this.records[event]!
  }

  private addRow(row: Uint8Array): void {
    const event = this.count++
    if (event === this.times.length) this.grow()
    const view = new DataView(row.buffer, row.byteOffset, row.byteLength)
    this.times[event] = view.getFloat64(PACKED.time, true)
    this.flags[event] = row[PACKED.flags]!
    this.records[event] = view.getUint32(PACKED.record, true)
    for (let i = 0; i < PACKED_ID; i++) this.ids[event * PACKED_ID + i] = row[PACKED.id + i]!
    let at: number = PACKED.texts
    for (const { dictionary, codes } of this.all) {
      const length = view.getUint32(at, true)
      codes[event] = dictionary.add(row, at + 4, at + 4 + length)
      at += 4 + length
    }
  }

  private grow(): void {
    const size = Math.ceil(this.times.length * 1.3)
    this.times = grownBy(this.times, size)
    this.flags = grownBy(this.flags, size)
    this.records = grownBy(this.records, size)
    this.ids = grownBy(this.ids, size * PACKED_ID)
    for (const column of this.all) column.codes = grownBy(column.codes, size)
  }
}

function newColumn(): Column {
  return { dictionary: new Dictionary(), codes: new Uint32Array(FIRST) }
}
