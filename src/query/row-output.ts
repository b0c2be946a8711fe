// The rows of a run on their way out: merged, and released in order as soon as no file still to come can precede them.

import { setImmediate } from 'node:timers/promises'
import { returnRowMemory } from '../decode/row-memory.ts'
import { openRows, type Rows } from '../decode/rows.ts'
import type { RowRun } from '../format/row.ts'
import { Merge } from './merge.ts'
import type { Query } from './query.ts'
import type { RunReport } from './report.ts'
import { milliseconds } from '../util/milliseconds.ts'

/** Milliseconds of output without a turn of the event loop. */
const MAX_BREATH = 50

/** Takes rows in order; the run waits for the promise, if there is one. */
export type OnRows = (rows: RowRun) => Promise<void> | undefined

export class RowOutput {
  readonly merge: Merge
  /** The limit is reached before the last row. */
  isFull = false
  // Counts have no order.
  private readonly isOrdered: boolean
  private readonly limit: number | undefined
  private readonly report: RunReport
  private readonly onRows: OnRows | undefined
  private readonly keepsNoRows: boolean
  private readonly isStopped: () => boolean
  private lastBound = Infinity
  private breathed = milliseconds()

  constructor(
    query: Query,
    report: RunReport,
    onRows: OnRows | undefined,
    isStopped: () => boolean = () => false,
    keepsNoRows = false,
  ) {
    this.keepsNoRows = keepsNoRows
    this.isStopped = isStopped
    const { limit, keepDuplicates, plan } = query
    const ascending = plan.output.kind === 'rows' && plan.output.ascending === true
    this.merge = new Merge({ ascending, keepDuplicates, limit })
    this.isOrdered = plan.output.kind === 'rows'
    this.limit = limit
    this.report = report
    this.onRows = onRows
    if (query.walk.ignoreNames) this.merge.hold()
  }

  add(rows: Rows): void {
    this.merge.add(openRows(rows))
  }

  /** Releases the rows later than `bound`, epoch milliseconds; `-Infinity` releases all remaining rows. */
  async release(bound: number): Promise<void> {
    const { limit, merge, report } = this
    const started = milliseconds()
    let printing = 0
    this.lastBound = Math.min(this.lastBound, bound)
    const most = limit === undefined ? undefined : limit - report.shown
    for (const rows of merge.release(bound, most)) {
      const before = milliseconds()
      const taken = this.onRows?.(rows)
      if (taken) await taken
      printing += milliseconds() - before
      report.shown += rows.count
      // Output that is taken at once would keep the event loop from hearing Ctrl-C.
      if (milliseconds() - this.breathed < MAX_BREATH) continue
      await setImmediate()
      this.breathed = milliseconds()
      if (this.isStopped()) break
    }
    const spent = merge.takeSpent()
    if (this.keepsNoRows) for (const { data } of spent) returnRowMemory(data)
    if (report.shown === limit && bound !== -Infinity) this.isFull = true
    if (merge.exceeded || this.isFull) report.limited = true
    report.steps.print += printing
    report.steps.order += milliseconds() - started - printing
  }

  /** True if rows that the events of a file precede may have been released already, before it is read. */
  mayPrecede(notAfter = Infinity): boolean {
    return notAfter > this.lastBound
  }

  /** Called for such a file, and for one whose content contradicts its name: from here on all is sorted at the end. */
  disordered(file: string): void {
    if (!this.isOrdered) return
    const inTime = this.merge.hold()
    this.report.misnamed ??= { file, late: !inTime }
  }
}
