// What one file holds: records where it is a log file, and otherwise its bytes.

import { minified } from '../../decode/json/minify.ts'
import { readRecords } from '../../decode/records/records.ts'
import { NoRoomError, Scanner } from '../../decode/json/scan.ts'

export interface Document {
  /** Inflated. */
  readonly bytes: Buffer
  /** One line each; empty where the file holds none. */
  readonly records: readonly Buffer[]
  /** JSON as a whole, or the beginning of some. */
  readonly isJson: boolean
  readonly issues: ReturnType<typeof readRecords>
}

/** `cut` says that the bytes are known to stop early. Never throws for what is in them. */
export function readDocument(bytes: Buffer, cut: boolean): Document {
  try {
    return documentOf(bytes, cut)
  } catch (error) {
    if (!(error instanceof NoRoomError)) throw error
    return { bytes, records: [], isJson: false, issues: [{ kind: 'damaged', what: error.message }] }
  }
}

function documentOf(bytes: Buffer, cut: boolean): Document {
  const records: Buffer[] = []
  const scanner = new Scanner()
  const text = scanner.load(bytes)
  const issues = readRecords(
    scanner,
    (view) => {
      // What was unwrapped from a string lies in a buffer that is used again.
      const isPart = view.bytes === text
      records.push(
        view.raw ??
          (isPart
            ? minified(bytes, view.start, view.end)
            : Buffer.from(minified(view.bytes, view.start, view.end))),
      )
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
