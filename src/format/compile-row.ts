// A RowFormat made into the function that makes rows: names of columns and zones are looked up once, not per event.

import { CSV_COLUMNS } from '../event/fields.ts'
import { compileCells, compileTableCells } from './columns.ts'
import { csvLine } from './csv.ts'
import { locatedRow } from './located.ts'
import { lookupEvent } from './lookup-event.ts'
import type { RowFormat, RowMaker } from './row.ts'
import { tsvLine } from './tsv.ts'

/** Throws UsageError for unknown columns and time zones. */
export function compileRow(format: RowFormat): RowMaker {
  switch (format.kind) {
    case 'raw':
      return (_event, raw) => raw
    case 'cells': {
      const cells = compileTableCells(format.columns, format.timeZone)
      return (event) => JSON.stringify(cells(event))
    }
    case 'csv': {
      const cells = compileCells(format.columns ?? CSV_COLUMNS, format.timeZone)
      return (event) => csvLine(cells(event), format.safe)
    }
    case 'tsv': {
      const cells = compileCells(format.columns, format.timeZone)
      return (event) => tsvLine(cells(event))
    }
    case 'located':
      return locatedRow
  }
  return lookupEvent
}
