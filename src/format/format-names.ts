// The names of the output formats, apart from the formats themselves: what declares commands is loaded at every start.

/** What `-o` takes. formats.ts says what each is. */
export const FORMAT_NAMES = ['table', 'json', 'jsonl', 'csv', 'tsv', 'lookup-events'] as const
export type FormatName = (typeof FORMAT_NAMES)[number]
