// The content of one file: its records if it is a log file, otherwise its bytes.

import { minified } from '../../decode/json/minify.ts'
import { readRecords } from '../../decode/records/records.ts'
import { NoRoomError, Scanner } from '../../decode/json/scan.ts'

export interface Document {
  /** Inflated bytes. */
  readonly bytes: Buffer
  /** One line per record; empty if the file contains none. */
  readonly records: readonly Buffer[]
  /** The content is JSON, or the beginning of JSON. */
  readonly isJson: boolean
  readonly issues: ReturnType<typeof readRecords>
}

/** `cut` says that the bytes are known to be truncated. Never throws, whatever the bytes contain. */
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
      // A record that was unwrapped from a string is in a buffer that is reused, so it is copied.
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
