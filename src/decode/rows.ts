// Survivors, packed: one allocation for many rows, cheap to hand to another thread and to sort there.

export interface Rows {
  readonly count: number
  /** Epoch milliseconds, NaN for records without a usable time. */
  readonly times: Float64Array
  /** Event ID and account of each row, joined; `keyEnds[i]` is where row i's key ends. */
  readonly keys: string
  readonly keyEnds: Uint32Array
  /** Two words a row, a hash of its key; both 0 for a record without an event ID. */
  readonly fingerprints: Uint32Array
  /** The rows' bytes, one after the other. */
  readonly data: Uint8Array
  readonly ends: Uint32Array
  /** SHA-256 of each record, 32 bytes each, where the rows are not the records themselves. */
  readonly digests: Uint8Array | undefined
  /** The numbers of the rows in the order in which they leave. */
  readonly order: Uint32Array
}

export function rowBytes(rows: Rows, index: number): Uint8Array {
  return rows.data.subarray(index === 0 ? 0 : rows.ends[index - 1], rows.ends[index])
}

/** What tells two copies of a record from two records: its bytes, or their SHA-256. */
export function rowContent(rows: Rows, index: number): Uint8Array {
  return rows.digests ? rows.digests.subarray(index * 32, index * 32 + 32) : rowBytes(rows, index)
}

export function rowKey(rows: Rows, index: number): string {
  return rows.keys.slice(index === 0 ? 0 : rows.keyEnds[index - 1], rows.keyEnds[index])
}

/** Newest (or oldest) first, then by event ID, account and content; records without a time come last either way. */
export function compareRows(a: Rows, i: number, b: Rows, j: number, ascending: boolean): number {
  const difference = ascending ? a.times[i]! - b.times[j]! : b.times[j]! - a.times[i]!
  if (difference !== 0) {
    if (!Number.isNaN(difference)) return difference
    const untimed = Number(Number.isNaN(a.times[i]!)) - Number(Number.isNaN(b.times[j]!))
    if (untimed !== 0) return untimed
  }
  const keyA = rowKey(a, i)
  const keyB = rowKey(b, j)
  if (keyA !== keyB) return keyA < keyB ? -1 : 1
  return Buffer.compare(rowBytes(a, i), rowBytes(b, j))
}
