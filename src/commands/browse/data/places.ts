// Finds events by where they lie, for answers that come from the files: the same event in another question's rows.

import { PACKED } from '../../../format/packed.ts'
import type { EventStore } from './store.ts'

export class Places {
  private readonly table: Uint32Array
  private readonly store: EventStore

  constructor(store: EventStore) {
    this.store = store
    let size = 16
    while (size < store.count * 2) size *= 2
    this.table = new Uint32Array(size)
    for (let event = 0; event < store.count; event++) {
      let at = this.place(store.fileCode(event), store.record(event))
      while (this.table[at] !== 0) at = (at + 1) & (size - 1)
      this.table[at] = event + 1
    }
  }

  /** The event of a row in the format `packed` that has no column but the file; -1 where it is not in the store. */
  find(row: Uint8Array): number {
    const view = new DataView(row.buffer, row.byteOffset, row.byteLength)
    const record = view.getUint32(PACKED.record, true)
    const file = this.store.findFile(
      row,
      PACKED.texts + 4,
      PACKED.texts + 4 + view.getUint32(PACKED.texts, true),
    )
    if (file < 0) return -1
    const mask = this.table.length - 1
    for (let at = this.place(file, record); this.table[at] !== 0; at = (at + 1) & mask) {
      const event = this.table[at]! - 1
      if (this.store.fileCode(event) === file && this.store.record(event) === record) return event
    }
    return -1
  }

  private place(file: number, record: number): number {
    let hash = Math.imul(file + 1, 0x9e3779b1) ^ Math.imul(record, 0x85ebca6b)
    hash ^= hash >>> 15
    return (hash >>> 0) & (this.table.length - 1)
  }
}
