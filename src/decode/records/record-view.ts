// A record where it lies: what everything that finds records hands over.

import type { LookupFields } from '../../event/event.ts'
import type { Scanner } from '../json/scan.ts'

/** One record, valid only while `visit` runs. */
export interface RecordView {
  readonly bytes: Buffer
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** Where the well-known values of this record lie in `bytes`. */
  readonly scanner: Scanner
  /** What a saved lookup-events response said beside the record. */
  readonly lookup: LookupFields | undefined
  /** What was delivered, on one line, where what the scanner holds was made of it. */
  readonly raw?: Buffer
  /** There is no record: `raw` is all that a table of events says of it. */
  readonly withoutRecord?: true | undefined
}
