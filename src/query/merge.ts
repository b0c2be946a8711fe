// A k-way merge. Matches arrive in sorted batches and leave in one order: newest first, ties by event ID, copies of an
// event once. A file delivered at T contains no event later than T, so everything newer than all files still to come
// can be released: memory holds minutes of events, not the whole tree. If names turn out to be wrong (copies that
// people regrouped), everything is held and merged at the end instead.

import { RowBuilder } from '../decode/row-builder.ts'
import { compareKeys, compareRows, contentOf, haveSameBytes, rowRun, type Rows } from '../decode/rows.ts'
import type { RowRun } from '../format/row.ts'
import { AHEAD, SeenIds } from './seen-ids.ts'

export interface MergeOptions {
  readonly ascending: boolean
  /** Also return copies of an event. */
  readonly keepDuplicates: boolean
  /** Maximum number of rows that will be taken; undefined for all. */
  readonly limit: number | undefined
}

/** A batch whose first rows may have been released already. */
interface Pending {
  readonly rows: Rows
  /** The next row to release. */
  head: number
  /** The places of the IDs before this row are loaded. */
  loaded: number
}

/** One row of a batch. */
interface RowRef {
  readonly rows: Rows
  readonly index: number
}

/**
 * While everything is held, rows that cannot be among the first `limit` are dropped whenever this many more have
 * accumulated.
 */
const SLACK = 20_000

export class Merge {
  duplicates = 0
  /** Those of the duplicates that have the same value but are written differently, counted once for each spelling. */
  respelled = 0
  conflicts = 0
  untimed = 0
  /** There were more rows after the last one that `release` was allowed to return. */
  exceeded = false
  private readonly options: MergeOptions
  /** A binary heap: the first batch has the row to release next. */
  private heap: Pending[] = []
  private held = 0
  private holding: boolean
  private released = false
  private readonly seen = new SeenIds(false)
  // The row released last, and the values and spellings of all rows with its time and key: copies are adjacent.
  private last: RowRef | undefined
  /** Batches whose last row was released. */
  private spent: Rows[] = []
  private values: Set<string> | undefined
  private readonly spellings = new Set<string>()

  constructor(options: MergeOptions) {
    this.options = options
    this.holding = options.ascending
  }

  /** Holds everything until the end. False if rows have already been released, perhaps in the wrong order. */
  hold(): boolean {
    this.holding = true
    return !this.released
  }

  add(rows: Rows): void {
    if (rows.count === 0) return
    for (const time of rows.times) if (Number.isNaN(time)) this.untimed++
    this.push({ rows, head: 0, loaded: 0 })
    this.held += rows.count
    const { limit } = this.options
    if (this.holding && limit !== undefined && this.held > limit * 2 + SLACK) this.cut(limit)
  }

  /**
   * The rows that no file still to come can precede: those later than `bound`, at most `most` of them. `-Infinity`
   * returns all remaining rows.
   */
  *release(bound: number, most = Number.POSITIVE_INFINITY): Generator<RowRun, void, undefined> {
    if (this.holding && bound !== -Infinity) return
    this.seen.reserve(Math.min(this.held, most))
    let left = most
    for (let next = this.next(bound); next !== undefined; next = this.next(bound)) {
      this.released = true
      if (this.isCopy(next.rows, next.index) && !this.options.keepDuplicates) continue
      if (left === 0) {
        this.exceeded = true
        return
      }
      const { rows, index } = next
      const end = this.follow(rows, index + 1, bound, left - 1)
      left -= end - index
      yield rowRun(rows, index, end)
    }
  }

  /** The batches that are needed no more, once their rows were written. Each is returned once. */
  takeSpent(): readonly Rows[] {
    const { last, spent } = this
    this.spent = spent.filter((rows) => rows === last?.rows)
    return spent.filter((rows) => rows !== last?.rows)
  }

  // How far the rows of the first batch can be released one after the other, at most `most` of them: until a row of
  // another batch comes first, or one is skipped. Takes them off the heap; `from` is the first row.
  private follow(rows: Rows, from: number, bound: number, most: number): number {
    const run = this.heap[0]
    if (run === undefined || run.rows !== rows || run.head !== from) return from
    const { times, count } = rows
    const second = this.second()
    const rival = second === undefined ? Number.NaN : second.rows.times[second.head]!
    let end = from
    for (; end < Math.min(count, from + most); end++) {
      if (end >= run.loaded) {
        run.loaded = Math.min(end + AHEAD, count)
        this.seen.load(rows.fingerprints, 2, end, run.loaded)
      }
      const time = times[end]!
      // Without a time, or at equal times, `next` compares the rest.
      if (bound !== -Infinity && !(time > bound)) break
      if (second !== undefined && !(this.options.ascending ? time < rival : time > rival)) break
      if (this.isCopy(rows, end) && !this.options.keepDuplicates) {
        this.drop(run, end + 1 - from)
        return end
      }
    }
    this.drop(run, end - from)
    return end
  }

  // Takes the next row off the heap if it is later than `bound`.
  private next(bound: number): RowRef | undefined {
    const run = this.heap[0]
    if (run === undefined) return undefined
    const { rows, head } = run
    if (bound !== -Infinity && !(rows.times[head]! > bound)) return undefined
    this.drop(run, 1)
    return { rows, index: head }
  }

  // Takes rows of the first batch off the heap.
  private drop(run: Pending, rows: number): void {
    if (rows === 0) return
    run.head += rows
    this.held -= rows
    if (run.head === run.rows.count) {
      this.spent.push(run.rows)
      const last = this.heap.pop()!
      if (last !== run) this.heap[0] = last
    }
    this.sink()
  }

  // The batch with the first row that must come after rows of the first batch.
  private second(): Pending | undefined {
    const [, left, right] = this.heap
    return left !== undefined && right !== undefined && this.precedes(right, left) ? right : left
  }

  private isCopy(rows: Rows, index: number): boolean {
    // Without an event ID (eventVersion 1.00), copies cannot be distinguished from repeated calls.
    if (!hasId(rows, index)) return false
    const a = rows.fingerprints[index * 2]!
    const b = rows.fingerprints[index * 2 + 1]!
    const { last } = this
    const isNeighbour =
      last !== undefined &&
      last.rows.fingerprints[last.index * 2] === a &&
      last.rows.fingerprints[last.index * 2 + 1] === b &&
      sameTime(last.rows.times[last.index]!, rows.times[index]!) &&
      compareKeys(last.rows, last.index, rows, index) === 0
    if (!isNeighbour) {
      this.last = { rows, index }
      this.values = undefined
      this.conflicts += this.seen.add(a, b) === 'new' ? 0 : 1
      return false
    }
    if (haveSameBytes(last.rows, last.index, rows, index)) {
      this.duplicates++
      return true
    }
    if (this.values === undefined) {
      this.values = new Set()
      this.spellings.clear()
      this.noteContent(last.rows, last.index)
    }
    const content = this.noteContent(rows, index)
    if (content.isNewValue) this.conflicts++
    else {
      this.duplicates++
      if (content.isNewSpelling) this.respelled++
    }
    return !content.isNewValue
  }

  private noteContent(rows: Rows, index: number): { isNewValue: boolean; isNewSpelling: boolean } {
    const [a, b, c, d] = contentOf(rows, index)
    const value = `${a} ${b}`
    const spelling = `${value} ${c} ${d}`
    const isNewValue = !this.values!.has(value)
    const isNewSpelling = !this.spellings.has(spelling)
    this.values!.add(value)
    this.spellings.add(spelling)
    return { isNewValue, isNewSpelling }
  }

  // Keeps the rows that can be among the first `limit`, copied to a batch of their own, so that a few rows do not keep
  // many batches in memory. Copies do not count towards the limit, but are kept for their number.
  private cut(limit: number): void {
    const { ascending } = this.options
    const kept: RowRef[] = []
    let distinct = 0
    while (distinct <= limit) {
      const next = this.next(-Infinity)
      if (next === undefined) break
      const before = kept.at(-1)
      if (
        before === undefined ||
        !hasId(next.rows, next.index) ||
        compareKeys(before.rows, before.index, next.rows, next.index) !== 0
      )
        distinct++
      kept.push(next)
    }
    this.heap = []
    this.held = 0
    const builder = new RowBuilder({
      ascending,
      withDigests: kept[0]?.rows.digests !== undefined,
      separator: kept[0]?.rows.separator ?? '',
    })
    for (const { rows, index } of kept) builder.copy(rows, index)
    const rows = builder.finish()
    this.push({ rows, head: 0, loaded: 0 })
    this.held = rows.count
  }

  private precedes(a: Pending, b: Pending): boolean {
    return compareRows(a.rows, a.head, b.rows, b.head, this.options.ascending) < 0
  }

  private push(run: Pending): void {
    const { heap } = this
    let at = heap.push(run) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.precedes(run, heap[parent]!)) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = run
  }

  // Restores the heap order after the first batch's head has moved.
  private sink(): void {
    const { heap } = this
    const run = heap[0]
    if (run === undefined) return
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && this.precedes(heap[child + 1]!, heap[child]!)) child++
      if (!this.precedes(heap[child]!, run)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = run
  }
}

function hasId(rows: Rows, index: number): boolean {
  return rows.fingerprints[index * 2] !== 0 || rows.fingerprints[index * 2 + 1] !== 0
}

function sameTime(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b))
}
