// The SQL dialects. Separate because it is loaded at every start.

export const DIALECTS = ['athena', 'trino', 'duckdb', 'spark'] as const
export type Dialect = (typeof DIALECTS)[number]
