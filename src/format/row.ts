// How one surviving event becomes one row of output. A RowFormat is data, because rows are made where the event was
// decoded, which may be another thread; the writers in output/ only frame rows that are ready.

import type { Event } from '../event/event.ts'
import type { FormatName } from './format-names.ts'

export interface RowFormat {
  /**
   * One of the output formats; `located`: the record and what is known of it besides, see located.ts; `packed`: what is
   * kept of an event by those who keep very many, see packed.ts; `table-row` and `table-row-raw`: a row of a CloudTrail
   * table, and the same with the record, see table-row.ts.
   */
  readonly kind: FormatName | 'located' | 'packed' | 'table-row' | 'table-row-raw'
  /** Names of fields or paths, for formats that have columns; those of the format where absent. */
  readonly columns?: readonly string[] | undefined
  /** An IANA name or `local`; UTC otherwise. */
  readonly timeZone?: string | undefined
  /** Guards CSV cells that a spreadsheet would run as formulas. */
  readonly csvSafe?: boolean | undefined
}

/** Rows that leave one after the other. */
export interface RowRun {
  readonly count: number
  /** All of them, each followed by what the format puts between rows. */
  readonly bytes: Uint8Array
  /** One of them, without what follows it. */
  readonly row: (index: number) => Uint8Array
}

/** `raw` is the record's bytes, on one line. Text is UTF-8 when it is written. */
export type RowMaker = (event: Event, raw: Uint8Array) => Uint8Array | string
