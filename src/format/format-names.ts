// The names of the output formats, separate from formats.ts because command declarations are loaded at every start.

/** Values of `-o`. formats.ts defines each format. */
export const FORMAT_NAMES = ['table', 'json', 'jsonl', 'csv', 'tsv', 'lookup-events', 'parquet'] as const
export type FormatName = (typeof FORMAT_NAMES)[number]
