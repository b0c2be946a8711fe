// Rows that the scanner makes from a table (assembly/rows.ts), and the texts that it keeps for them.

import type { Addresses, Exports } from './instance.ts'
import type { Scanner } from './scan.ts'
import { type RecordTable } from './table.ts'

/** Where a column's text comes from: one of the table's cells, and if that is not plain, the answer to a question. */
export interface RowColumn {
  /** -1 for none. */
  readonly cell: number
  readonly question: number
}

/** Memory for rows, in bytes, and the rows after which it is emptied. */
export const ROW_ROOM = 1 << 18
const FULL = ROW_ROOM / 2
const NO_ROOM = -1000
const NONE = 0xffff

/** The rows of one table. */
export class ScannerRows {
  private readonly exports: Exports
  private readonly at: Addresses
  private readonly memory: Buffer
  private readonly table: RecordTable
  private readonly start: number
  private readonly tableAt: number
  private length = 0

  constructor(scanner: Scanner, table: RecordTable, columns: readonly RowColumn[], delimiter: string) {
    const { exports, at } = scanner.instance
    this.exports = exports
    this.at = at
    this.table = table
    this.memory = Buffer.from(exports.memory.buffer)
    this.start = exports.rowsAt.value
    this.tableAt = exports.tableAt.value
    this.memory[at.COLUMNS] = columns.length
    this.memory.write(delimiter, at.COLUMNS + 1, 'latin1')
    columns.forEach(({ cell, question }, n) => {
      const place = at.COLUMNS + (n + 1) * 4
      this.memory.writeUInt16LE(cell < 0 ? NONE : (table.cells + cell * 2) * 4, place)
      this.memory.writeUInt16LE(question < 0 ? NONE : (table.answers + question * 2) * 4, place + 2)
    })
  }

  /** The rows should be taken now. */
  get isFull(): boolean {
    return this.length > FULL
  }

  /**
   * Makes the row of the record whose first word in the table is at `at`, from a column on. Returns its length; undefined if
   * there is no room for it. `add` is called with a column whose text is unknown, and must call `addCell`.
   */
  make(at: number, add: (column: number) => boolean): number | undefined {
    const { exports } = this
    const record = this.tableAt + at * 4
    let made = exports.makeRow(record, 0)
    while (made < 0) {
      if (made === NO_ROOM || !add(-1 - made)) return undefined
      made = exports.makeRow(record, -made)
    }
    this.length += made
    return made
  }

  /**
   * Adds a cell to the row in progress. Keeps it for records with the same answer, if `answer` is the index of its hash in
   * the table, not -1. False if there is no room for it.
   */
  addCell(text: Uint8Array, answer: number): boolean {
    const address = this.exports.roomForCell(text.length)
    if (address === 0) return false
    this.memory.set(text, address)
    this.exports.addCell(text.length, answer < 0 ? 0n : this.hashAt(answer))
    return true
  }

  /** Keeps a text under a hash, without adding it to the row. */
  keep(text: Uint8Array, answer: number): boolean {
    const address = this.exports.roomForCell(text.length)
    if (address === 0) return false
    this.memory.set(text, address)
    this.exports.keep(this.hashAt(answer), address, text.length)
    return true
  }

  private hashAt(answer: number): bigint {
    const { words } = this.table
    return (BigInt(words[answer + 1]! >>> 0) << 32n) | BigInt(words[answer]! >>> 0)
  }

  /**
   * Start and length of each text in the parts that name resources, of the record just scanned. The start is -1 minus the
   * start for a text with escapes or non-ASCII letters. Empty texts are left out.
   */
  strings(): Int32Array {
    this.exports.shapeOf()
    const { at, exports, memory } = this
    return new Int32Array(memory.buffer, at.STRINGS, exports.stringCount.value * 2)
  }

  /** All rows made, which are forgotten with the next one. */
  take(): Uint8Array {
    const rows = this.memory.subarray(this.start, this.start + this.length)
    this.length = 0
    this.exports.dropRows()
    return rows
  }
}
