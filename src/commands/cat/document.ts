// What one file holds: records where it is a log file, and otherwise its bytes.

import { oneLine } from '../../decode/compact.ts'
import { readRecords } from '../../decode/records.ts'

export interface Document {
  /** Inflated. */
  readonly bytes: Buffer
  /** One line each; empty where the file holds none. */
  readonly records: readonly Buffer[]
  /** JSON as a whole, or the beginning of some. */
  readonly isJson: boolean
  readonly issues: ReturnType<typeof readRecords>
}

/** `cut` says that the bytes are known to stop early. Never throws. */
export function readDocument(bytes: Buffer, cut: boolean): Document {
  const records: Buffer[] = []
  const issues = readRecords(
    bytes,
    (view) => {
      const record = oneLine(view.bytes, view.start, view.end)
      // What was unwrapped from a string lies in a buffer that is used again.
      records.push(view.bytes === bytes ? record : Buffer.from(record))
    },
    cut,
  )
  return { bytes, records, isJson: records.length > 0 || cut || isJson(bytes), issues }
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString().replace(/^\ufeff/, ''))
    return true
  } catch {
    return false
  }
}
