// The rows of a batch, packed into a few large arrays: few allocations for many rows, cheap to transfer to another thread,
// and stored in the order of the output, so that neighbours are written together.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { RowRun } from '../format/row.ts'
import { lateContent } from './late-content.ts'
import { RecordContent } from './records/event-key.ts'
import { insideZlib } from './thread-state.ts'

export interface Rows {
  readonly count: number
  /** Epoch milliseconds, NaN for records without a usable time. */
  readonly times: Float64Array
  /** Event ID, a zero byte and account of each row, in any order; row i's key begins and ends at these places. */
  readonly keys: Uint8Array
  readonly keyStarts: Uint32Array
  readonly keyEnds: Uint32Array
  /** Two words a row, a hash of its key; both 0 for a record without an event ID. */
  readonly fingerprints: Int32Array
  /** The rows' bytes one after the other, each followed by the separator. */
  readonly data: Uint8Array
  /** Set while `data` is deflated: see `openRows`. */
  readonly isPacked?: true
  readonly ends: Uint32Array
  /** ASCII that follows each row: what the output puts between rows. */
  readonly separator: string
  /** Digest of each record (DIGEST words of RecordContent), if the rows are not the records themselves. */
  readonly digests: Int32Array | undefined
  /**
   * Files that can be read again. A row with the number of one of them, from 1, has a digest of other words: the hash of its
   * record's bytes in two, and where the record and the first one begin in the text of the file.
   */
  readonly files: { readonly paths: readonly string[]; readonly numbers: Uint32Array } | undefined
}

/** The rows with `data` as it was before it was packed; inflated when the first row is needed. */
export function openRows(rows: Rows): Rows {
  if (rows.isPacked !== true) return rows
  let packed: Uint8Array | undefined = rows.data
  let data: Uint8Array | undefined
  const { isPacked: _, data: __, ...rest } = rows
  return {
    ...rest,
    get data() {
      if (packed !== undefined) {
        data = inflateRawSync(packed)
        packed = undefined
      }
      return data!
    },
  }
}

/** Rows that need little memory until their turn comes. */
export function packRows(rows: Rows): Rows {
  const data = insideZlib(() => deflateRawSync(rows.data, { level: 1 }))
  // A buffer of its own, which can be moved to another thread.
  return { ...rows, data: new Uint8Array(data), isPacked: true }
}

/** Words of a RecordContent. */
export const DIGEST = 4

/** The row without its separator. */
export function rowBytes(rows: Rows, index: number): Uint8Array {
  return rows.data.subarray(startOf(rows.ends, index), rows.ends[index]! - rows.separator.length)
}

/** The rows in [from, to), which leave one after the other. */
export function rowRun(rows: Rows, from: number, to: number): RowRun {
  return {
    count: to - from,
    bytes: rows.data.subarray(startOf(rows.ends, from), startOf(rows.ends, to)),
    row: (index) => rowBytes(rows, from + index),
  }
}

/** The words of RecordContent. Of rows that are records they are made when they are asked for: only ties ask. */
export function contentOf(rows: Rows, index: number): Content {
  if (rows.digests) {
    const digest = rows.digests.subarray(index * DIGEST, (index + 1) * DIGEST)
    const path = pathOf(rows, index)
    return path === undefined ? digest : contentAt(path, digest)
  }
  const known = CONTENTS.get(rows) ?? []
  CONTENTS.set(rows, known)
  return (known[index] ??= contentOfText(rowBytes(rows, index)))
}

/** The content of a record in a file, by its late digest. */
export function contentAt(path: string, [a = 0, b = 0, start = 0, first = 0]: Int32Array): Content {
  return lateContent({ path, start, a, b }, first)
}

/** Of a row with a late digest, the file that contains its record. */
export function pathOf({ files }: Rows, index: number): string | undefined {
  return files?.paths[files.numbers[index]! - 1]
}

/** True only for two rows that have the same bytes by their late digests. */
export function haveSameBytes(a: Rows, i: number, b: Rows, j: number): boolean {
  if (!a.files?.numbers[i] || !b.files?.numbers[j]) return false
  const [from, other] = [a.digests!, b.digests!]
  return from[i * DIGEST] === other[j * DIGEST] && from[i * DIGEST + 1] === other[j * DIGEST + 1]
}

export type Content = Int32Array

// Who makes many events with one ID must not have them hashed for every comparison.
const CONTENTS = new WeakMap<Rows, Content[]>()
const content = new RecordContent()

export function contentOfText(record: Uint8Array): Content {
  content.ofText(record)
  return Int32Array.of(content.a, content.b, content.c, content.d)
}

/** By the record's bytes, or rather their hash: the same order whatever the rows are made of. */
export function compareContents(a: Content, b: Content): number {
  return a[2]! - b[2]! || a[3]! - b[3]!
}

export function rowKey(rows: Rows, index: number): Uint8Array {
  return rows.keys.subarray(rows.keyStarts[index], rows.keyEnds[index])
}

/** Newest (or oldest) first, then by event ID, account and content; records without a time come last either way. */
export function compareRows(a: Rows, i: number, b: Rows, j: number, ascending: boolean): number {
  return (
    compareTimes(a.times[i]!, b.times[j]!, ascending) ||
    compareKeys(a, i, b, j) ||
    (haveSameBytes(a, i, b, j) ? 0 : compareContents(contentOf(a, i), contentOf(b, j))) ||
    Buffer.compare(rowBytes(a, i), rowBytes(b, j))
  )
}

export function compareTimes(a: number, b: number, ascending: boolean): number {
  const difference = ascending ? a - b : b - a
  return Number.isNaN(difference) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : difference
}

/** By bytes, which for what CloudTrail writes is by characters. */
export function compareKeys(a: Rows, i: number, b: Rows, j: number): number {
  return compareBytes(a.keys, a.keyStarts[i]!, a.keyEnds[i]!, b.keys, b.keyStarts[j]!, b.keyEnds[j]!)
}

/** As Buffer.compare, without two views for a comparison that the first byte decides most of the time. */
export function compareBytes(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): number {
  const length = Math.min(aEnd - aStart, bEnd - bStart)
  for (let k = 0; k < length; k++) {
    const difference = a[aStart + k]! - b[bStart + k]!
    if (difference !== 0) return difference
  }
  return aEnd - aStart - (bEnd - bStart)
}

function startOf(ends: Uint32Array, index: number): number {
  return index === 0 ? 0 : ends[index - 1]!
}
