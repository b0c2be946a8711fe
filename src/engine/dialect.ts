// Expressions that differ between the engines. Athena uses Trino's SQL.

import type { Dialect } from './dialect-names.ts'
import { literal } from './literal.ts'

/** Functions from SQL expressions to SQL expressions. A result may be NULL unless stated otherwise. */
export interface Speech {
  readonly name: Dialect
  literal(text: string): string
  regexpLike(text: string, regex: string): string
  /** The first capture group; NULL or empty if nothing matches. */
  regexpGroup(text: string, regex: string): string
  position(text: string, part: string): string
  toDouble(text: string): string
  /**
   * The text, number or boolean at a path of a JSON text. An engine may return the text of an object, see valueAtKeys.
   */
  scalar(json: string, keys: readonly string[]): string
  /** The JSON text at a path; the text of an array begins with a bracket. */
  jsonText(json: string, keys: readonly string[]): string
  /** The JSON text of the member whose name is the expression `key`. */
  jsonMember(json: string, key: string): string
  /** Whether an IP address is inside a range; absent if the engine has no address type. */
  readonly isInRange?: (address: string, range: string) => string
  readonly isAddress?: (address: string) => string
}

export function speechOf(dialect: Dialect): Speech {
  switch (dialect) {
    case 'athena':
    case 'trino':
      return { ...TRINO, name: dialect }
    case 'duckdb':
      return DUCKDB
    case 'spark':
      return SPARK
  }
}

/** True for a key that the JSON paths of every engine accept in quotes. */
export function isPlainKey(key: string): boolean {
  return /^[\w :@/-]+$/.test(key)
}

function bracketPath(keys: readonly string[]): string {
  return `$${keys.map((key) => `["${key}"]`).join('')}`
}

function trino(text: string): string {
  return literal(text, 'trino')
}

const TRINO: Speech = {
  name: 'trino',
  literal: trino,
  regexpLike: (text, regex) => `regexp_like(${text}, ${trino(regex)})`,
  regexpGroup: (text, regex) => `regexp_extract(${text}, ${trino(regex)}, 1)`,
  position: (text, part) => `strpos(${text}, ${part})`,
  toDouble: (text) => `try_cast(${text} as double)`,
  scalar: (json, keys) => `json_extract_scalar(${json}, ${trino(bracketPath(keys))})`,
  jsonText: (json, keys) => `json_format(json_extract(${json}, ${trino(bracketPath(keys))}))`,
  jsonMember: (json, key) =>
    `json_format(element_at(try_cast(try(json_parse(${json})) as map(varchar, json)), ${key}))`,
  isInRange: (address, range) => `contains(${trino(range)}, try_cast(${address} as ipaddress))`,
  isAddress: (address) => `try_cast(${address} as ipaddress) is not null`,
}

function duckdb(text: string): string {
  return literal(text, 'duckdb')
}

function duckPath(keys: readonly string[]): string {
  return duckdb(`$${keys.map((key) => `."${key}"`).join('')}`)
}

const DUCKDB: Speech = {
  name: 'duckdb',
  literal: duckdb,
  regexpLike: (text, regex) => `regexp_matches(${text}, ${duckdb(regex)})`,
  regexpGroup: (text, regex) => `regexp_extract(${text}, ${duckdb(regex)}, 1)`,
  position: (text, part) => `strpos(${text}, ${part})`,
  toDouble: (text) => `try_cast(${text} as double)`,
  // Without this test, objects and arrays would be returned as text.
  scalar: (json, keys) =>
    `case when try(json_type(${json}, ${duckPath(keys)})) not in ('OBJECT', 'ARRAY', 'NULL')` +
    ` then try(json_extract_string(${json}, ${duckPath(keys)})) end`,
  jsonText: (json, keys) => `try(cast(json_extract(${json}, ${duckPath(keys)}) as varchar))`,
  jsonMember: (json, key) =>
    `try(cast(json_extract(${json}, '/' || replace(replace(${key}, '~', '~0'), '/', '~1')) as varchar))`,
}

function spark(text: string): string {
  return literal(text, 'spark')
}

const SPARK: Speech = {
  name: 'spark',
  literal: spark,
  regexpLike: (text, regex) => `${text} rlike ${spark(regex)}`,
  regexpGroup: (text, regex) => `regexp_extract(${text}, ${spark(regex)}, 1)`,
  position: (text, part) => `instr(${text}, ${part})`,
  toDouble: (text) => `try_cast(${text} as double)`,
  scalar: (json, keys) => `get_json_object(${json}, ${spark(sparkPath(keys))})`,
  jsonText: (json, keys) => `get_json_object(${json}, ${spark(sparkPath(keys))})`,
  jsonMember: (json, key) => `concat('"', from_json(${json}, 'map<string,string>')[${key}], '"')`,
}

function sparkPath(keys: readonly string[]): string {
  return `$${keys.map((key) => `['${key}']`).join('')}`
}
