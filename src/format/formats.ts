// The one table of output formats: what a row is, what stands between rows and around them. Rows are made on the threads
// that decode, frames by the writers in output/; nobody else knows a format by name.

import { CSV_COLUMNS, DEFAULT_COLUMNS, TABLE_COLUMNS } from '../event/fields.ts'
import { compileCells, compileTableCells, headOf } from './columns.ts'
import { csvLine } from './csv.ts'
import type { FormatName } from './format-names.ts'
import { locatedRow } from './located.ts'
import { lookupEvent } from './lookup-event.ts'
import { compilePacked } from './packed.ts'
import type { RowFormat, RowMaker } from './row.ts'
import { printable, printableJson } from './sanitize.ts'
import { compileTableRow } from './table-row.ts'
import { tsvLine } from './tsv.ts'

export interface RowsOfFormat {
  /** Those it has unless others are asked for; absent for a format without columns. */
  readonly columns?: readonly string[]
  /** ASCII that stands between rows, and behind the last one if the frame says so. */
  readonly separator: string
  /** The rows are the records themselves, as delivered. */
  readonly isRecord?: true
  /** Throws UsageError for unknown columns and time zones. */
  readonly compile: (asked: RowFormat & { readonly columns: readonly string[] }) => RowMaker
}

export interface Format extends RowsOfFormat {
  /** What it is when columns are asked for, where that is another thing: objects of these in place of records. */
  readonly ofColumns?: Format
  /** What stands around the rows; absent where a writer of its own draws them (the table). */
  readonly frame?: (asked: RowFormat & { readonly columns: readonly string[] }) => Frame
}

/** What stands where; absent is nothing. */
export interface Frame {
  readonly open?: string
  readonly beforeFirst?: string
  /** The separator follows the last row too. */
  readonly endsRows?: boolean
  readonly afterLast?: string
  readonly close?: string
  /** The output ends without a line end, where a terminal would put its prompt. */
  readonly endsInLine?: boolean
  /** How a row is shown on a terminal, where its text could act. Everything else gets the bytes as they are. */
  readonly onTerminal: (row: string) => string
}

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  // A JSON array of cell texts, one per column and a hidden one (why the call failed, or empty), not yet made safe for a
  // terminal.
  table: {
    columns: TABLE_COLUMNS,
    separator: '',
    compile: ({ columns, timeZone }) => {
      const cells = compileTableCells(columns, timeZone)
      return (event) => JSON.stringify(cells(event))
    },
  },
  json: {
    ofColumns: {
      separator: ',',
      compile: compileObject,
      frame: () => ({ open: '[', close: ']\n', onTerminal: printableJson }),
    },
    separator: ',',
    isRecord: true,
    compile: () => rawRow,
    frame: () => ({
      open: '{"Records":[',
      close: ']}',
      endsInLine: true,
      onTerminal: printableJson,
    }),
  },
  jsonl: {
    ofColumns: {
      separator: '\n',
      compile: compileObject,
      frame: () => ({ endsRows: true, onTerminal: printableJson }),
    },
    separator: '\n',
    isRecord: true,
    compile: () => rawRow,
    frame: () => ({ endsRows: true, onTerminal: printableJson }),
  },
  // As the console's download, but that the last line ends too: whoever reads by lines would lose it.
  csv: {
    columns: CSV_COLUMNS,
    separator: '\r\n',
    compile: ({ columns, timeZone, csvSafe }) => {
      const cells = compileCells(columns, timeZone)
      return (event) => csvLine(cells(event), csvSafe)
    },
    frame: ({ columns, csvSafe }) => ({
      open: `${csvLine(headOf(columns), csvSafe)}\r\n`,
      endsRows: true,
      onTerminal: printable,
    }),
  },
  tsv: {
    columns: DEFAULT_COLUMNS,
    separator: '\n',
    compile: ({ columns, timeZone }) => {
      const cells = compileCells(columns, timeZone)
      return (event) => tsvLine(cells(event))
    },
    frame: ({ columns }) => ({
      open: `${tsvLine(headOf(columns))}\n`,
      endsRows: true,
      onTerminal: (row) => row.split('\t').map(printable).join('\t'),
    }),
  },
  'lookup-events': {
    separator: ',\n',
    compile: () => lookupEvent,
    frame: () => ({
      open: '{\n    "Events": [',
      beforeFirst: '\n',
      afterLast: '\n    ',
      close: ']\n}\n',
      onTerminal: printableJson,
    }),
  },
}

/** Throws UsageError for unknown columns and time zones. */
export function compileRow(format: RowFormat): RowMaker {
  return rowsOf(format).compile(withColumns(format))
}

/** What a row format is, with or without frames around it. */
export function rowsOf({ kind, columns }: RowFormat): RowsOfFormat {
  if (kind === 'located') return LOCATED
  if (kind === 'table-row' || kind === 'table-row-raw') return TABLE_ROWS[kind]
  return kind === 'packed' ? PACKED : formatOf({ kind, columns })
}

/** Of those that `-o` takes, with or without columns. */
export function formatOf({
  kind,
  columns,
}: Pick<RowFormat, 'columns'> & { readonly kind: FormatName }): Format {
  const format = FORMATS[kind]
  return (columns === undefined ? undefined : format.ofColumns) ?? format
}

/** Whether columns can be asked of it. */
export function hasColumns(kind: FormatName): boolean {
  return (FORMATS[kind].columns ?? FORMATS[kind].ofColumns) !== undefined
}

/** With the columns that it has by itself, where it asks for none. */
export function withColumns(format: RowFormat): RowFormat & { readonly columns: readonly string[] } {
  return { ...format, columns: format.columns ?? rowsOf(format).columns ?? [] }
}

const LOCATED: RowsOfFormat = { separator: '', compile: () => locatedRow }
const TABLE_ROWS = {
  'table-row': { separator: '\n', compile: () => compileTableRow(false) },
  'table-row-raw': { separator: '\n', compile: () => compileTableRow(true) },
} satisfies Readonly<Record<string, RowsOfFormat>>
const PACKED: RowsOfFormat = { separator: '', compile: ({ columns }) => compilePacked(columns) }

// Written out, as a path may be called `__proto__`. What a cell says is text, and null for none.
function compileObject({ columns, timeZone }: RowFormat & { readonly columns: readonly string[] }): RowMaker {
  const names = [...new Set(columns)]
  const cells = compileCells(names, timeZone)
  const keys = names.map((name) => JSON.stringify(name))
  return (event) =>
    `{${cells(event)
      .map((cell, i) => `${keys[i]}:${cell === '' ? 'null' : JSON.stringify(cell)}`)
      .join(',')}}`
}

function rawRow(_event: unknown, raw: Uint8Array): Uint8Array {
  return raw
}
