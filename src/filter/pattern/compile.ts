// Turns a filter pattern into a predicate on a record. A comparison holds if any value that its selector finds
// satisfies it. As in CloudWatch Logs, a missing field, null, an object or an array satisfies no comparison, not even
// `!=`.

import type { Json, JsonObject } from '../../util/json.ts'
import { isObject, own } from '../../util/json.ts'
import { globMatches } from '../glob.ts'
import type { Constant, Operator, PatternNode, PatternValue, Selector } from './ast.ts'
import { compileRegex } from './regex.ts'

type Test = (value: Json) => boolean

export function compilePattern(node: PatternNode): (record: JsonObject) => boolean {
  switch (node.kind) {
    case 'and': {
      const parts = node.nodes.map(compilePattern)
      return (record) => parts.every((part) => part(record))
    }
    case 'or': {
      const parts = node.nodes.map(compilePattern)
      return (record) => parts.some((part) => part(record))
    }
    case 'compare':
      return found(node.selector, comparison(node.operator, node.value))
    case 'is': {
      const wanted = CONSTANT_VALUES[node.what]
      return found(node.selector, (value) => value === wanted)
    }
    case 'exists': {
      const any = found(node.selector, () => true)
      return node.exists ? any : (record) => !any(record)
    }
  }
}

const CONSTANT_VALUES: Readonly<Record<Constant, Json>> = { NULL: null, TRUE: true, FALSE: false }

function found(selector: Selector, test: Test): (record: JsonObject) => boolean {
  return (record) => someFound(record, selector, 0, test)
}

function someFound(value: Json, selector: Selector, index: number, test: Test): boolean {
  const step = selector[index]
  if (!step) return test(value)
  const below = (child: Json | undefined) =>
    child !== undefined && someFound(child, selector, index + 1, test)
  switch (step.kind) {
    case 'key':
      return below(own(value, step.name))
    case 'index':
      return Array.isArray(value) && below(value[step.index] as Json | undefined)
    case 'any-field':
      return isObject(value) && Object.values(value).some(below)
    case 'any-element':
      return Array.isArray(value) && value.some(below)
  }
}

function comparison(operator: Operator, value: PatternValue): Test {
  if (operator === '=' || operator === '!=') {
    const wanted = operator === '='
    const equal = equality(value)
    return (found) => {
      const text = textOf(found)
      return text !== undefined && equal(found, text) === wanted
    }
  }
  const bound = value.kind === 'number' ? Number(value.source) : Number.NaN
  const holds = ORDER[operator]
  return (found) => typeof found === 'number' && holds(found, bound)
}

/** A typed number equals the same number and the same text, because account IDs are text in records. */
function equality(value: PatternValue): (found: Json, text: string) => boolean {
  if (value.kind === 'text') return (_, text) => globMatches(value.pieces, text)
  if (value.kind === 'number') {
    const number = Number(value.source)
    return (found, text) => (typeof found === 'number' ? found === number : text === value.source)
  }
  const matches = compileRegex(value.source, (what) => {
    throw new Error(`regular expression: ${what}`)
  })
  return (_, text) => matches(text)
}

export const ORDER: Readonly<Record<'<' | '>' | '<=' | '>=', (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
}

/** The text of a scalar value. Booleans count as text, because CloudTrail writes them both ways. */
function textOf(value: Json): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}
