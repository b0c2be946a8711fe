// Counting from a table of the scanner (assembly/tally.ts): the chosen records, and the numbers of their values.

import type { TextPacker } from '../../util/packed-texts.ts'
import type { Exports } from './instance.ts'
import type { Scanner } from './scan.ts'

/** Words of a fingerprint. */
export const FINGERPRINT = 5

/** The records of one table. Its views hold until the next table is made. */
export class ScannerTally {
  /** Number of chosen records. */
  count: number
  /** Address of each in the scanner's memory. */
  readonly chosen: Uint32Array
  /** Of the last column: the number of each. */
  readonly numbers: Uint32Array
  /** Of the last column: which of the chosen records have the new numbers. */
  readonly news: Uint32Array
  /** Times of the first and the last record, chosen or not. */
  readonly from: number
  readonly to: number
  private readonly exports: Exports
  private readonly tableAt: number

  /** `count` is what `choose` of the module has returned. */
  constructor(scanner: Scanner, count: number) {
    const { exports } = scanner.instance
    const { buffer } = exports.memory
    this.exports = exports
    this.tableAt = exports.tableAt.value
    this.count = count
    this.from = exports.tableFrom.value
    this.to = exports.tableTo.value
    this.chosen = new Uint32Array(buffer, exports.chosenAt.value, count)
    this.numbers = new Uint32Array(buffer, exports.numbersAt.value, count)
    this.news = new Uint32Array(buffer, exports.newsAt.value, count)
  }

  /** Makes a row of the table the chosen record with this index. */
  move<T extends { at: number }>(row: T, index: number): T {
    row.at = (this.chosen[index]! - this.tableAt) >> 2
    return row
  }

  /** Keeps only those of the chosen records for which this is true. */
  keep(isWanted: (index: number) => boolean): void {
    let kept = 0
    for (let n = 0; n < this.count; n++) if (isWanted(n)) this.chosen[kept++] = this.chosen[n]!
    this.count = kept
    this.exports.setChosen(kept)
  }

  /** Numbers the records: see assembly/tally.ts. Returns how many numbers are new. */
  number(period: number, next: number, cell: number, question: number, questions = 1): number {
    return this.exports.numberRecords(period, next, cell < 0 ? -1 : cell * 4, question * 4, questions)
  }

  /**
   * Packs the texts of a cell, of the records with new numbers from one of them on. Returns how many: until the text of one is
   * not plain.
   */
  packCells(cell: number, first: number, fresh: number, to: TextPacker): number {
    const { exports } = this
    let packed = 0
    for (let count = 1; count > 0; packed += count) {
      count = exports.packCells(cell * 4, first + packed, fresh)
      if (count > 0) {
        const { buffer } = exports.memory
        const ends = new Uint32Array(buffer, exports.packedEndsAt.value, count)
        to.addAll({ bytes: new Uint8Array(buffer, exports.packedAt.value, ends[count - 1]), ends })
      }
    }
    return packed
  }

  /** Copies times and fingerprints to these arrays, where the record with this index begins. */
  gather(times: Float64Array, fingerprints: Int32Array, index: number): void {
    const { count, exports } = this
    const { buffer } = exports.memory
    exports.gather()
    times.set(new Float64Array(buffer, exports.timesAt.value, count), index)
    fingerprints.set(new Int32Array(buffer, exports.printsAt.value, count * FINGERPRINT), index * FINGERPRINT)
  }
}
