// Apart from list.ts because options name them at every start.

export const LIST_FORMATS = ['table', 'json', 'jsonl', 'csv', 'tsv'] as const
export type ListFormat = (typeof LIST_FORMATS)[number]
