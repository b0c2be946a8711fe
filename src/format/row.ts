// How one surviving event becomes one row of output. A RowFormat is data, because rows are made where the event was
// decoded, which may be another thread; the writers in output/ only frame rows that are ready.

import type { Event } from '../event/event.ts'

export type RowFormat =
  /** The record as delivered. */
  | { readonly kind: 'raw' }
  /** A JSON array of cell texts, one per column and a hidden one (why the call failed, or empty), not yet made safe for a terminal. */
  | { readonly kind: 'cells'; readonly columns: readonly string[]; readonly timeZone?: string | undefined }
  /** A CSV line without its line end. No columns: the console's 16. */
  | {
      readonly kind: 'csv'
      readonly columns?: readonly string[] | undefined
      readonly safe: boolean
      readonly timeZone?: string | undefined
    }
  | { readonly kind: 'tsv'; readonly columns: readonly string[]; readonly timeZone?: string | undefined }
  /** One element of the `Events` array of the LookupEvents response. */
  | { readonly kind: 'lookup-events' }
  /** The record and what is known of it besides; see located.ts. */
  | { readonly kind: 'located' }

/** Rows that leave one after the other. */
export interface RowRun {
  readonly count: number
  /** All of them, each followed by its tail: what the output puts between rows. */
  readonly bytes: Uint8Array
  /** One of them, without the tail. */
  readonly row: (index: number) => Uint8Array
}

/** `raw` is the record's bytes, on one line. Text is UTF-8 when it is written. */
export type RowMaker = (event: Event, raw: Uint8Array) => Uint8Array | string
