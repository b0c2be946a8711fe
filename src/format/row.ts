// How a matching event becomes one row of output. A RowFormat is data, because rows are made where the event was
// decoded, which may be another thread; the writers in output/ only frame finished rows.

import type { Event } from '../event/event.ts'
import type { FormatName } from './format-names.ts'

export interface RowFormat {
  /**
   * One of the output formats; or `located`: the record with its origin (located.ts); `packed`: the compact form for
   * consumers that hold very many events (packed.ts); `table-row` and `table-row-raw`: a row of a CloudTrail table,
   * without or with the record (table-row.ts).
   */
  readonly kind: FormatName | 'located' | 'packed' | 'table-row' | 'table-row-raw'
  /** Field names or paths, for formats with columns; the format's default columns if absent. */
  readonly columns?: readonly string[] | undefined
  /** `table-row`: only these of its columns, in lower case; all if absent. */
  readonly tableColumns?: readonly string[] | undefined
  /** An IANA name, an offset or `local`; UTC if absent. */
  readonly timeZone?: string | undefined
  /** Neutralizes CSV cells that a spreadsheet would run as formulas. */
  readonly csvSafe?: boolean | undefined
}

/** Consecutive rows. */
export interface RowRun {
  readonly count: number
  /** All rows, each followed by the format's separator. */
  readonly bytes: Uint8Array
  /** One row, without the separator. */
  readonly row: (index: number) => Uint8Array
}

/** Makes one row. `raw` is the record's bytes, on one line. A returned string is written as UTF-8. */
export type RowMaker = (event: Event, raw: Uint8Array) => Uint8Array | string
