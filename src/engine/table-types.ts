// The types of the columns of event/table-columns.ts in each engine.

import { COLUMNS, type ColumnType, type Fields } from '../event/table-columns.ts'

interface Spelling {
  readonly text: string
  readonly struct: (fields: readonly (readonly [name: string, type: string])[]) => string
  readonly list: (of: string) => string
  readonly map: string
}

const DUCKDB: Spelling = {
  text: 'VARCHAR',
  struct: (fields) => `STRUCT(${fields.map(([name, type]) => `"${name}" ${type}`).join(', ')})`,
  list: (of) => `${of}[]`,
  map: 'MAP(VARCHAR, VARCHAR)',
}

const HIVE: Spelling = {
  text: 'string',
  struct: (fields) => `struct<${fields.map(([name, type]) => `${name}:${type}`).join(', ')}>`,
  list: (of) => `array<${of}>`,
  map: 'map<string,string>',
}

const TRINO: Spelling = {
  text: 'varchar',
  struct: (fields) => `row(${fields.map(([name, type]) => `${name} ${type}`).join(', ')})`,
  list: (of) => `array(${of})`,
  map: 'map(varchar, varchar)',
}

const SPELLINGS = { duckdb: DUCKDB, hive: HIVE, trino: TRINO }

/** Name and type of each column, in the order of Athena's documentation. */
export function columnTypes(
  engine: keyof typeof SPELLINGS,
): readonly (readonly [name: string, type: string])[] {
  return spelled(COLUMNS, SPELLINGS[engine])
}

function spelled(fields: Fields, spelling: Spelling): readonly (readonly [string, string])[] {
  return Object.entries(fields).map(([name, type]) => [name.toLowerCase(), typeText(type, spelling)])
}

function typeText(type: ColumnType, spelling: Spelling): string {
  if (type === 'text' || type === 'json') return spelling.text
  if (type.kind === 'map') return spelling.map
  const struct = spelling.struct(spelled(type.fields, spelling))
  return type.kind === 'list' ? spelling.list(struct) : struct
}
