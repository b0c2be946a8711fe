// The one table of output formats: rows, separators and frames. Rows are made on the decoding threads, frames by the
// writers in output/; no other module knows a format by name.

import { jsonKey } from '../event/json-key.ts'
import { CSV_COLUMNS, DEFAULT_COLUMNS, TABLE_COLUMNS } from '../event/field-table.ts'
import { compileCells, compileTableCells, headOf } from './columns.ts'
import { csvLine } from './csv.ts'
import type { FormatName } from './format-names.ts'
import { locatedRow } from './located.ts'
import { lookupEvent } from './lookup-event.ts'
import { compilePacked } from './packed.ts'
import type { RowFormat, RowMaker } from './row.ts'
import { printable, printableJson } from './sanitize.ts'
import { compileTableRecord, compileTableRow } from './table-row.ts'
import { tsvLine } from './tsv.ts'

export interface RowsOfFormat {
  /** Default columns; absent for a format without columns. */
  readonly columns?: readonly string[]
  /** ASCII text between rows, and after the last one if the frame says so. */
  readonly separator: string
  /** Rows are the records themselves, as delivered. */
  readonly isRecord?: true
  /** A row is its cells, each made for itself, with one ASCII character between them: what makes a line of them. */
  readonly cells?: {
    readonly delimiter: string
    readonly line: (cells: readonly string[], safe?: boolean) => string
  }
  /** Throws UsageError for unknown columns and time zones. */
  readonly compile: (asked: RowFormat & { readonly columns: readonly string[] }) => RowMaker
}

export interface Format extends RowsOfFormat {
  /** The format to use when columns are requested, if it differs: objects with these columns instead of records. */
  readonly ofColumns?: Format
  /** Not text. */
  readonly isBinary?: true
  /** The text around the rows; absent if the format has a writer of its own (the table, Parquet). */
  readonly frame?: (asked: RowFormat & { readonly columns: readonly string[] }) => Frame
}

/** Text around rows; absent means none. */
export interface Frame {
  readonly open?: string
  readonly beforeFirst?: string
  /** The separator also follows the last row. */
  readonly endsRows?: boolean
  readonly afterLast?: string
  readonly close?: string
  /** The output does not end with a line end, so a terminal's prompt would follow on the same line. */
  readonly endsInLine?: boolean
  /** Makes a row safe to show on a terminal. Every other output gets the bytes unchanged. */
  readonly onTerminal: (row: string) => string
}

/** Rows of a CloudTrail table with their records; what is made of them is in output/. */
const TABLE_RECORD: RowsOfFormat = { separator: '', compile: compileTableRecord }

const FORMATS: Readonly<Record<FormatName, Format>> = {
  // A JSON array of cell texts: one per column, and a hidden one (why the call failed, or empty). Not yet sanitized for
  // a terminal.
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
  // Like the console's download, except that the last line has a line end too, because line-based tools would drop it.
  csv: {
    columns: CSV_COLUMNS,
    separator: '\r\n',
    ...rowsOfCells(',', csvLine),
    frame: ({ columns, csvSafe }) => ({
      open: `${csvLine(headOf(columns), csvSafe)}\r\n`,
      endsRows: true,
      onTerminal: printable,
    }),
  },
  tsv: {
    columns: DEFAULT_COLUMNS,
    separator: '\n',
    ...rowsOfCells('\t', tsvLine),
    frame: ({ columns, csvSafe }) => ({
      open: `${tsvLine(headOf(columns), csvSafe)}\n`,
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
  parquet: { ...TABLE_RECORD, isBinary: true },
}

/** Compiles the function that makes rows. Throws UsageError for unknown columns and time zones. */
export function compileRow(format: RowFormat): RowMaker {
  return rowsOf(format).compile(withColumns(format))
}

/** The definition of a row format, whether or not it has a frame. */
export function rowsOf({ kind, columns }: RowFormat): RowsOfFormat {
  if (kind === 'located') return LOCATED
  if (kind === 'table-row' || kind === 'table-row-raw') return TABLE_ROWS[kind]
  return kind === 'packed' ? PACKED : formatOf({ kind, columns })
}

/** The format of a value of `-o`, with or without requested columns. */
export function formatOf({
  kind,
  columns,
}: Pick<RowFormat, 'columns'> & { readonly kind: FormatName }): Format {
  const format = FORMATS[kind]
  return (columns === undefined ? undefined : format.ofColumns) ?? format
}

/** Whether columns can be requested for this format. */
export function hasColumns(kind: FormatName): boolean {
  return (FORMATS[kind].columns ?? FORMATS[kind].ofColumns) !== undefined
}

/** Whether its bytes are for programs, and complete only at the end: no output for terminals and pipes. */
export function isBinary(kind: FormatName): boolean {
  return FORMATS[kind].isBinary === true
}

/** Adds the default columns if none are requested. */
export function withColumns(format: RowFormat): RowFormat & { readonly columns: readonly string[] } {
  return { ...format, columns: format.columns ?? rowsOf(format).columns ?? [] }
}

const LOCATED: RowsOfFormat = { separator: '', compile: () => locatedRow }
const TABLE_ROWS = {
  'table-row': { separator: '\n', compile: ({ tableColumns }) => compileTableRow(false, tableColumns) },
  'table-row-raw': { separator: '\n', compile: () => compileTableRow(true) },
} satisfies Readonly<Record<string, RowsOfFormat>>
const PACKED: RowsOfFormat = { separator: '', compile: ({ columns }) => compilePacked(columns) }

/** `line` puts the delimiter between the cells. */
function rowsOfCells(
  delimiter: string,
  line: (cells: readonly string[], safe?: boolean) => string,
): Pick<RowsOfFormat, 'cells' | 'compile'> {
  return {
    cells: { delimiter, line },
    compile: ({ columns, timeZone, csvSafe }) => {
      const cells = compileCells(columns, timeZone)
      return (event) => line(cells(event), csvSafe)
    },
  }
}

// Written by hand, because a path may be named `__proto__`. Cells are strings, or null if there is no value.
function compileObject({ columns, timeZone }: RowFormat & { readonly columns: readonly string[] }): RowMaker {
  const names = [...new Map(columns.map((name) => [jsonKey(name), name])).values()]
  const cells = compileCells(names, timeZone)
  const keys = names.map((name) => JSON.stringify(jsonKey(name)))
  return (event) =>
    `{${cells(event)
      .map((cell, i) => `${keys[i]}:${cell === '' ? 'null' : JSON.stringify(cell)}`)
      .join(',')}}`
}

function rawRow(_event: unknown, raw: Uint8Array): Uint8Array {
  return raw
}
