// The browser's events: numbers in typed arrays, texts in dictionaries. Events are added in order and never change. Records
// are not stored, because they can be read again from the files.

import { PACKED, PACKED_FLAGS, PACKED_ID } from '../../../format/packed.ts'
import type { RowRun } from '../../../format/row.ts'
import { Dictionary } from './dictionary.ts'
import { Numbers, Times } from './numbers.ts'
import { Paths } from './paths.ts'

/** Fields whose texts are kept, in the order in which the threads send them. */
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

/** True if the store has this column's text for every event. */
export function isKept(name: string): boolean {
  return name === 'id' || name === 'event-time' || name === 'read-only' || isKeptText(name)
}

export function isKeptText(name: string): name is Kept {
  return (KEPT as readonly string[]).includes(name)
}

export interface Column {
  readonly dictionary: Dictionary
  readonly codes: Numbers
}

/** An additional column. If it is read after the events, only the first events have its values until that is done. */
export interface ExtraColumn extends Column {
  /** Number of events, from the first, whose values are known. */
  known: number
}

/** A bit of the flags byte, in addition to PACKED_FLAGS: how an ID is stored in four bytes. */
const ID = { ofRecord: 32, other: 64 } as const

export class EventStore {
  count = 0
  readonly times = new Times()
  readonly flags = new Numbers()
  readonly columns: Readonly<Record<Kept, Column>>
  /** Additional columns by field or path. */
  readonly extra = new Map<string, ExtraColumn>()
  private readonly records = new Numbers()
  private readonly ids = new Numbers()
  private readonly otherIds = new Dictionary()
  private readonly files = new Paths()
  private readonly fileCodes = new Numbers()
  /** Additional columns in the rows of the first reading, in their order. */
  private readonly inRows: readonly Column[]
  private readonly withRows: readonly ExtraColumn[]

  /** `extra`: columns that follow the kept ones in the rows. */
  constructor(extra: readonly string[] = []) {
    this.columns = Object.fromEntries(KEPT.map((name) => [name, newColumn()])) as Record<Kept, Column>
    this.withRows = extra.map((name) => this.addColumn(name))
    this.inRows = [...KEPT.map((name) => this.columns[name]), ...this.withRows]
  }

  /** Memory, in bytes, of everything that grows with the number of events. */
  get memory(): number {
    const numbers = [
      this.times,
      this.flags,
      this.records,
      this.ids,
      this.fileCodes,
      this.otherIds,
      this.files,
    ]
    const columns = [...Object.values(this.columns), ...this.extra.values()]
    return (
      numbers.reduce((sum, { memory }) => sum + memory, 0) +
      columns.reduce((sum, { dictionary, codes }) => sum + dictionary.memory + codes.memory, 0)
    )
  }

  /** Adds rows in the format `packed`, with the kept columns and the constructor's extra ones. */
  add(rows: RowRun): void {
    for (let i = 0; i < rows.count; i++) this.addRow(rows.row(i))
    for (const column of this.withRows) column.known = this.count
  }

  /** Adds a column that is read after the events, so far without values. */
  addColumn(name: string): ExtraColumn {
    const column = { ...newColumn(), known: 0 }
    this.extra.set(name, column)
    return column
  }

  /** Call after the last event: frees memory reserved for more. */
  trim(): void {
    for (const { dictionary } of [...Object.values(this.columns), ...this.extra.values()]) dictionary.trim()
    this.files.trim()
  }

  isChange(event: number): boolean {
    return (this.flags.at(event) & PACKED_FLAGS.change) !== 0
  }

  isFailed(event: number): boolean {
    return (this.flags.at(event) & PACKED_FLAGS.failed) !== 0
  }

  isInferred(event: number): boolean {
    return (this.flags.at(event) & PACKED_FLAGS.inferred) !== 0
  }

  text(event: number, name: Kept): string {
    const { dictionary, codes } = this.columns[name]
    return dictionary.text(codes.at(event))
  }

  /** Undefined while the value is not known. */
  extraText(event: number, name: string): string | undefined {
    const column = this.extra.get(name)
    if (column === undefined || event >= column.known) return undefined
    return column.dictionary.text(column.codes.at(event))
  }

  id(event: number): string {
    const flags = this.flags.at(event)
    const value = this.ids.at(event)
    if (flags & ID.other) return this.otherIds.text(value)
    return flags & ID.ofRecord
      ? `r${value.toString(16).padStart(PACKED_ID - 1, '0')}`
      : value.toString(16).padStart(PACKED_ID, '0')
  }

  /** The log file, and the number of the record in it. */
  place(event: number): { readonly file: string; readonly record: number } {
    return { file: this.files.text(this.fileCodes.at(event)), record: this.records.at(event) }
  }

  /** True if the event is this record of the file with this name. */
  isAt(event: number, file: Uint8Array, record: number): boolean {
    return this.records.at(event) === record && this.files.isText(this.fileCodes.at(event), file)
  }

  private addRow(row: Uint8Array): void {
    const event = this.count++
    const view = new DataView(row.buffer, row.byteOffset, row.byteLength)
    this.times.set(event, view.getFloat64(PACKED.time, true))
    this.records.set(event, view.getUint32(PACKED.record, true))
    this.flags.set(event, row[PACKED.flags]! | this.addId(event, row))
    let at: number = PACKED.texts
    for (const { dictionary, codes } of this.inRows) {
      const length = view.getUint32(at, true)
      codes.set(event, dictionary.add(row, at + 4, at + 4 + length))
      at += 4 + length
    }
    this.fileCodes.set(event, this.files.add(row, at + 4, at + 4 + view.getUint32(at, true)))
  }

  /** Stores an ID in four bytes: eight hexadecimal digits, as nearly always, or `r` and seven. Returns the flag for the form. */
  private addId(event: number, row: Uint8Array): number {
    let end: number = PACKED.id + PACKED_ID
    const isOfRecord = row[PACKED.id] === LETTER_R
    let value = 0
    let isPlain = true
    for (let i = PACKED.id + (isOfRecord ? 1 : 0); i < end && isPlain; i++) {
      const digit = DIGITS.indexOf(row[i]!)
      isPlain = digit >= 0
      value = value * 16 + digit
    }
    if (isPlain) {
      this.ids.set(event, value)
      return isOfRecord ? ID.ofRecord : 0
    }
    while (end > PACKED.id && row[end - 1] === 0) end--
    this.ids.set(event, this.otherIds.add(row, PACKED.id, end))
    return ID.other
  }
}

const LETTER_R = 0x72
const DIGITS = Buffer.from('0123456789abcdef')

function newColumn(): Column {
  return { dictionary: new Dictionary(), codes: new Numbers() }
}
