// A record in place, in the bytes that contain it: the common result of every way to find records.

import type { LookupFields } from '../../event/event.ts'
import type { Scanner } from '../json/scan.ts'

/** One record, valid only while `visit` runs. */
export interface RecordView {
  readonly bytes: Buffer
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** Knows the offsets of this record's well-known values in `bytes`. */
  readonly scanner: Scanner
  /** Fields that a saved lookup-events response has next to the record. */
  readonly lookup: LookupFields | undefined
  /** The delivered text, on one line, if the scanner's text was derived from it. */
  readonly raw?: Buffer
  /** There is no record: `raw` is everything that a table of events contains about the event. */
  readonly withoutRecord?: true | undefined
}
