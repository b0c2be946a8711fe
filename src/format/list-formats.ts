// Separate from output/list.ts because command options need the names at every start.

export const LIST_FORMATS = ['table', 'json', 'jsonl', 'csv', 'tsv'] as const
export type ListFormat = (typeof LIST_FORMATS)[number]
