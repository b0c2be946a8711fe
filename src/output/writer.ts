// The output formats, and what frames each. Rows are made where their events were decoded (format/row.ts).

import { DEFAULT_COLUMNS, CSV_COLUMNS } from '../event/fields.ts'
import type { Color } from '../format/color-type.ts'
import { headOf } from '../format/columns.ts'
import { csvLine } from '../format/csv.ts'
import type { RowFormat } from '../format/row.ts'
import { printable, printableJson } from '../format/sanitize.ts'
import { tsvLine } from '../format/tsv.ts'
import type { Frame } from './framed.ts'
import { framedWriter } from './framed.ts'
import type { Sink, Writer } from './sink.ts'

export const OUTPUT_FORMATS = ['table', 'json', 'jsonl', 'csv', 'tsv', 'lookup-events'] as const
export type OutputFormat = (typeof OUTPUT_FORMATS)[number]

export interface RowOptions {
  /** An IANA name or `local`; UTC otherwise. */
  readonly timeZone?: string | undefined
  readonly csvSafe?: boolean | undefined
}

export interface WriterOptions {
  /** As for rowFormatFor. */
  readonly columns?: readonly string[] | undefined
  readonly csvSafe?: boolean | undefined
  readonly color?: Color | undefined
  /** Tables: one line per event however long. */
  readonly wide?: boolean | undefined
  /** Tables: wrap what does not fit instead of cutting it. */
  readonly noTruncate?: boolean | undefined
  /** Tables: marks in ASCII, for terminals that have nothing else. */
  readonly ascii?: boolean | undefined
}

/** How rows for this format are made. No columns: the console's six, in CSV its 16. */
export function rowFormatFor(
  format: OutputFormat,
  columns: readonly string[] | undefined,
  { timeZone, csvSafe = false }: RowOptions = {},
): RowFormat {
  const formats: Record<OutputFormat, RowFormat> = {
    table: { kind: 'cells', columns: columns ?? DEFAULT_COLUMNS, timeZone },
    json: { kind: 'raw' },
    jsonl: { kind: 'raw' },
    csv: { kind: 'csv', columns, safe: csvSafe, timeZone },
    tsv: { kind: 'tsv', columns: columns ?? DEFAULT_COLUMNS, timeZone },
    'lookup-events': { kind: 'lookup-events' },
  }
  return formats[format]
}

/** What this format puts between rows. */
export function tailOf(format: OutputFormat): string {
  return TAILS[format]
}

const TAILS: Readonly<Record<OutputFormat, string>> = {
  table: '',
  json: ',',
  jsonl: '\n',
  csv: '\r\n',
  tsv: '\n',
  'lookup-events': ',\n',
}

/** The writer for rows of `rowFormatFor` with the same columns. Throws UsageError for unknown columns. */
export async function createWriter(
  format: OutputFormat,
  sink: Sink,
  options: WriterOptions = {},
): Promise<Writer> {
  const { columns } = options
  if (format === 'table') {
    // What draws tables takes 8 ms to load (2026-11, Node 20).
    const { tableWriter } = await import('./table-writer.ts')
    return tableWriter(columns ?? DEFAULT_COLUMNS, sink, { ...options, mayDrop: columns === undefined })
  }
  const tail = tailOf(format)
  // The console's downloads end without a line end; after them a prompt would stand in the last line.
  const toPrompt = sink.isTty ? '\n' : ''
  const frames: Record<typeof format, () => Frame> = {
    json: () => ({
      open: '{"Records":[',
      tail,
      close: `]}${toPrompt}`,
      onTerminal: printableJson,
    }),
    jsonl: () => ({ tail, endsRows: true, onTerminal: printableJson }),
    csv: () => ({
      open: csvLine(headOf(columns ?? CSV_COLUMNS), options.csvSafe),
      beforeFirst: '\r\n',
      tail,
      close: toPrompt,
      onTerminal: printable,
    }),
    tsv: () => ({
      open: `${tsvLine(headOf(columns ?? DEFAULT_COLUMNS))}\n`,
      tail,
      endsRows: true,
      onTerminal: (row) => row.split('\t').map(printable).join('\t'),
    }),
    'lookup-events': () => ({
      open: '{\n    "Events": [',
      beforeFirst: '\n',
      tail,
      afterLast: '\n    ',
      close: ']\n}\n',
      onTerminal: printableJson,
    }),
  }
  return framedWriter(frames[format](), sink)
}
