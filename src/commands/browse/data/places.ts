// Finds the events of a store in the rows of another query, by file and record number. Both have the same order, so each
// search continues at the last position.

import { PACKED, packedText } from '../../../format/packed.ts'
import type { EventStore } from './store.ts'

export class Places {
  /** Number of events that are newer than the last row. */
  passed = 0
  private next = 0
  private readonly store: EventStore

  constructor(store: EventStore) {
    this.store = store
  }

  /** Number of the event of a row in the format `packed` with this many columns; -1 if it is not in the store. */
  find(row: Uint8Array, columns: number): number {
    const { store } = this
    const { count, times } = store
    const view = new DataView(row.buffer, row.byteOffset, row.byteLength)
    const time = rank(view.getFloat64(PACKED.time, true))
    const record = view.getUint32(PACKED.record, true)
    const { start, end } = packedText(row, columns)
    const file = row.subarray(start, end)
    while (this.passed < count && rank(times.at(this.passed)) > time) this.passed++
    this.next = Math.max(this.next, this.passed)
    for (let event = this.next; event < count && rank(times.at(event)) === time; event++)
      if (store.isAt(event, file, record)) return (this.next = event + 1) - 1
    // The row may be the other one of two copies, so the order can differ slightly.
    for (let event = this.next - 1; event >= this.passed; event--)
      if (store.isAt(event, file, record)) return event
    return -1
  }
}

/** Newest first, events without a time last. */
function rank(time: number): number {
  return Number.isNaN(time) ? -Infinity : time
}
