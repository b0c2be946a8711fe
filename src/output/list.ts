// Lists of things other than events, one row per thing, in the formats that every command supports. A column's JSON key
// is also its header in CSV and TSV; tables show its label.

import type { Color } from '../format/color-type.ts'
import { csvLine } from '../format/csv.ts'
import { printable, printableJson } from '../format/sanitize.ts'
import { tsvLine } from '../format/tsv.ts'
import type { ColumnKind } from './column.ts'
import type { ListFormat } from '../format/list-formats.ts'
import type { Sink } from './sink.ts'
import type { Cell, Layout } from './table.ts'

/**
 * undefined is omitted from JSON and empty elsewhere; a value that is neither text nor number is compact JSON in a
 * cell.
 */
export type ListValue = string | number | boolean | readonly unknown[] | object | undefined

export interface ListColumn<T> {
  /** In camelCase. */
  readonly key: string
  readonly label: string
  readonly kind: ColumnKind
  readonly align?: 'left' | 'right'
  /** If a table is too wide, columns with the highest number are dropped first. */
  readonly dropOrder?: number
  readonly value: (row: T) => ListValue
  /** The cell in a table, if it differs from the value; false leaves the column out of the table. */
  readonly shown?: false | ((row: T) => Cell)
}

export interface ListOptions {
  readonly color: Color
  /** Marks in ASCII, for terminals without Unicode. */
  readonly ascii: boolean
  readonly csvSafe?: boolean | undefined
  /** False leaves out the first line of CSV and TSV. Default: true. */
  readonly withHeader?: boolean
}

export interface ListWriter<T> {
  /** A table waits for all of its rows; every other format prints them as they arrive. */
  row(row: T): Promise<void>
  /** Prints buffered rows. A table keeps the column widths of its first printed rows. */
  flush(): Promise<void>
  end(): Promise<void>
}

export function listWriter<T>(
  format: ListFormat,
  columns: readonly ListColumn<T>[],
  sink: Sink,
  options: ListOptions,
): ListWriter<T> {
  if (format === 'table') return tableList(columns, sink, options)
  if (format === 'json' || format === 'jsonl') return jsonList(format, columns, sink)
  const line = (cells: readonly string[]): string => {
    const text =
      format === 'csv' ? `${csvLine(cells, options.csvSafe)}\r\n` : `${tsvLine(cells, options.csvSafe)}\n`
    if (!sink.isTty) return text
    return format === 'csv' ? `${printable(text.trimEnd())}\n` : `${cells.map(printable).join('\t')}\n`
  }
  let needsHead = options.withHeader !== false
  const head = async (): Promise<void> => {
    if (needsHead) await sink.write(line(columns.map(({ key }) => key)))
    needsHead = false
  }
  return {
    async row(row) {
      await head()
      await sink.write(line(columns.map(({ value }) => cellText(value(row)))))
    },
    flush: async () => undefined,
    end: head,
  }
}

function jsonList<T>(format: 'json' | 'jsonl', columns: readonly ListColumn<T>[], sink: Sink): ListWriter<T> {
  let rows = 0
  const isArray = format === 'json'
  return {
    async row(row) {
      const text = JSON.stringify(Object.fromEntries(columns.map(({ key, value }) => [key, value(row)])))
      const before = isArray ? (rows === 0 ? '[\n' : ',\n') : ''
      rows++
      await sink.write(before + (sink.isTty ? printableJson(text) : text) + (isArray ? '' : '\n'))
    },
    flush: async () => undefined,
    async end() {
      if (isArray) await sink.write(rows === 0 ? '[]\n' : '\n]\n')
    },
  }
}

function tableList<T>(
  columns: readonly ListColumn<T>[],
  sink: Sink,
  { color, ascii }: ListOptions,
): ListWriter<T> {
  const shown = columns.filter((column) => column.shown !== false)
  const rows: (readonly Cell[])[] = []
  let layout: Layout | undefined
  return {
    async row(row) {
      rows.push(
        shown.map((column): Cell => {
          const { shown: show, value } = column
          return show ? show(row) : cellText(value(row))
        }),
      )
    },
    flush,
    async end() {
      await flush()
      if (layout) await sink.write(layout.foot)
    },
  }

  async function flush(): Promise<void> {
    const printed = rows.splice(0)
    if (printed.length === 0) return
    // The table module takes 8 ms to load (2026-11, Node 20).
    const { layOut } = await import('./table.ts')
    const width = sink.isTty ? sink.columns : Number.POSITIVE_INFINITY
    const isFirst = layout === undefined
    layout ??= layOut(shown, printed, { columns: width, color, ascii })
    await sink.write((isFirst ? layout.head : '') + printed.map((row) => layout!.row(row)).join(''))
  }
}

function cellText(value: ListValue): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
