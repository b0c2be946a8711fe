// The engines that SQL is written for. Loaded at every start.

export const DIALECTS = ['athena', 'trino', 'duckdb', 'spark'] as const
export type Dialect = (typeof DIALECTS)[number]
