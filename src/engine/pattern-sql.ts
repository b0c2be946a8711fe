// Translates filter patterns to SQL. A column holds text, so it does not tell whether a value was a number, null or
// absent.

import type { PatternNode, PatternValue, Selector } from '../filter/pattern/ast.ts'
import {
  all,
  any,
  between,
  type Bounds,
  complement,
  exactly,
  holds,
  not,
  or,
  UNKNOWN,
  unless,
} from './bounds.ts'
import { columnAt } from '../event/table-columns.ts'
import type { Speech } from './dialect.ts'
import { oddNumber, type PathValue, valueAtKeys } from './field-sql.ts'
import { anyOf, mayBeNumber, mentions } from './text-sql.ts'

type Compare = Extract<PatternNode, { kind: 'compare' }>

export function patternBounds(node: PatternNode, speech: Speech): Bounds {
  switch (node.kind) {
    case 'and':
      return all(node.nodes.map((part) => patternBounds(part, speech)))
    case 'or':
      return any(node.nodes.map((part) => patternBounds(part, speech)))
    case 'exists': {
      const bounds = existsBounds(node.selector, speech)
      return node.exists ? bounds : complement(bounds)
    }
    case 'is': {
      const value = valueOf(node.selector, speech)
      if (value === undefined) return mentioned(node.selector, [], speech)
      // The column has the same text for the string "true" and the boolean true.
      const constant = node.what.toLowerCase()
      const same = node.what === 'NULL' ? `(${value.sql} is null)` : holds(`${value.sql} = '${constant}'`)
      return between('false', or([same, value.unsure ?? 'false']))
    }
    case 'compare':
      return compareBounds(node, speech)
  }
}

function keysIn(selector: Selector): readonly string[] {
  return selector.flatMap((step) => (step.kind === 'key' ? [step.name] : []))
}

function valueOf(selector: Selector, speech: Speech): PathValue | undefined {
  const keys = keysIn(selector)
  return keys.length === selector.length ? valueAtKeys(keys, false, speech) : undefined
}

/** Only tests that the words occur in the column. */
function mentioned(selector: Selector, texts: readonly string[], speech: Speech): Bounds {
  const first = selector[0]
  const column = first?.kind === 'key' ? columnAt([first.name]) : undefined
  if (column?.type !== 'json') return UNKNOWN
  return between('false', mentions(column.sql, [...keysIn(selector.slice(1)), ...texts], speech))
}

/** A null value and an empty text exist. */
function existsBounds(selector: Selector, speech: Speech): Bounds {
  const keys = keysIn(selector)
  const column = keys.length === selector.length ? columnAt(keys) : undefined
  // A column is NULL both for null and for an absent value.
  if (column !== undefined && column.below.length === 0) return between(`(${column.sql} is not null)`, 'true')
  const value = valueOf(selector, speech)
  const { upper } = mentioned(selector, [], speech)
  return between(value === undefined ? 'false' : not(`(${value.sql} is null)`), upper)
}

function compareBounds({ selector, operator, value }: Compare, speech: Speech): Bounds {
  const found = valueOf(selector, speech)
  if (found === undefined) return mentioned(selector, operator === '=' ? wordsOf(value) : [], speech)
  if (operator === '=') return unless(found.unsure, equality(found, value, speech))
  const isThere = exactly(`(${found.sql} is not null)`)
  if (operator === '!=')
    return unless(found.unsure, all([isThere, complement(equality(found, value, speech))]))
  if (value.kind !== 'number') return exactly('false')
  const number = `${speech.toDouble(found.sql)} ${operator} ${numberText(value.source)}`
  return between('false', or([holds(number), found.unsure ?? 'false']))
}

function wordsOf(value: PatternValue): readonly string[] {
  return value.kind === 'text' && !mayBeNumber(value.pieces) ? value.pieces : []
}

function equality({ sql, column }: PathValue, value: PatternValue, speech: Speech): Bounds {
  if (value.kind === 'regex') return between('false', `(${sql} is not null)`)
  if (value.kind === 'text') {
    const fits = exactly(holds(anyOf(sql, [value.pieces], speech)))
    // A column of JSON text has the number as it was written in the record.
    return mayBeNumber(value.pieces) && column.type === 'json' ? unless(oddNumber(sql, speech), fits) : fits
  }
  const same = holds(anyOf(sql, [[value.source]], speech))
  const equal = holds(`${speech.toDouble(sql)} = ${numberText(value.source)}`)
  return between(same, or([same, equal]))
}

function numberText(source: string): string {
  return Number(source).toExponential().replace('e+', 'e')
}
