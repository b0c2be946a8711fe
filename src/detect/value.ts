// Parses the values and modifiers of a Sigma rule to tests. Modifiers that CloudTrail rules do not use (encodings,
// command lines) are refused by name, because a partly evaluated rule would give wrong results.

import { checkSourceIp } from '../filter/source-ip.ts'
import { ANY_CHARACTER, type Detection, type ValueTest } from './rule.ts'
import { RuleError } from './rule-error.ts'

/** Parses `userIdentity.type|contains|all` and its value. Throws RuleError. */
export function parseField(key: string, value: unknown): Detection {
  const [path = '', ...typed] = key.split('|')
  const modifiers = new Set(typed.map((modifier) => modifier.toLowerCase()))
  for (const modifier of modifiers)
    if (!KNOWN.has(modifier)) throw new RuleError(`the modifier '${modifier}' of '${key}' is not supported`)
  const values = Array.isArray(value) ? (value as readonly unknown[]) : [value]
  if (values.length === 0) throw new RuleError(`'${key}' has an empty list`)
  const of = values.map((one): Detection => {
    const test = parseValue(key, one, modifiers)
    return path === '' ? { kind: 'keyword', test } : { kind: 'field', path, test }
  })
  const joined: Detection = of.length === 1 ? of[0]! : { kind: modifiers.has('all') ? 'all' : 'any', of }
  return modifiers.has('neq') ? { kind: 'not', of: joined } : joined
}

/** Words that may occur anywhere in the record. */
export function parseKeyword(value: unknown): Detection {
  return { kind: 'keyword', test: parseValue('a keyword', value, new Set(['contains'])) }
}

const PLACES = ['contains', 'startswith', 'endswith'] as const
const REGEX_FLAGS = ['i', 'm', 's'] as const
const COMPARISONS = ['lt', 'lte', 'gt', 'gte'] as const
const KNOWN: ReadonlySet<string> = new Set([
  'all',
  'cased',
  'cidr',
  'exists',
  'fieldref',
  'neq',
  're',
  ...PLACES,
  ...REGEX_FLAGS,
  ...COMPARISONS,
])

function parseValue(key: string, value: unknown, modifiers: ReadonlySet<string>): ValueTest {
  const cased = modifiers.has('cased')
  const place = PLACES.find((name) => modifiers.has(name))
  if (modifiers.has('exists')) return { kind: 'exists', value: booleanOf(key, value) }
  if (modifiers.has('fieldref'))
    return { kind: 'fieldref', path: textOf(key, value), how: place ?? 'equals', cased }
  if (modifiers.has('cidr')) return { kind: 'cidr', range: rangeOf(key, value) }
  const op = COMPARISONS.find((name) => modifiers.has(name))
  if (op !== undefined) return { kind: 'number', op, value: numberOf(key, value) }
  if (modifiers.has('re')) {
    const flags = REGEX_FLAGS.filter((flag) => modifiers.has(flag)).join('')
    return { kind: 'regex', source: textOf(key, value), flags }
  }
  if (value === null) {
    if (place !== undefined) throw new RuleError(`'${key}' needs a text, not null`)
    return { kind: 'null' }
  }
  const pieces = piecesOf(textOf(key, value))
  if (place === 'contains' || place === 'endswith') pieces.unshift('')
  if (place === 'contains' || place === 'startswith') pieces.push('')
  return { kind: 'text', pieces, cased }
}

/** Splits at `*`; a backslash makes `*`, `?` and itself literal, and is literal before anything else. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    const next = text[at + 1]
    if (sign === '\\' && next !== undefined && '*?\\'.includes(next)) {
      piece += next
      at++
    } else if (sign === '*') {
      pieces.push(piece)
      piece = ''
    } else piece += sign === '?' ? ANY_CHARACTER : sign
  }
  pieces.push(piece)
  return pieces
}

function textOf(key: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  throw new RuleError(`'${key}' needs a text, a number or a boolean`)
}

function booleanOf(key: string, value: unknown): boolean {
  const word = String(value).toLowerCase()
  if (word !== 'true' && word !== 'false') throw new RuleError(`'${key}' needs true or false`)
  return word === 'true'
}

function numberOf(key: string, value: unknown): number {
  const number = Number(typeof value === 'string' && value.trim() === '' ? Number.NaN : value)
  if (!Number.isFinite(number) || typeof value === 'boolean' || value === null)
    throw new RuleError(`'${key}' needs a number`)
  return number
}

function rangeOf(key: string, value: unknown): string {
  const range = textOf(key, value)
  try {
    checkSourceIp(range)
  } catch {
    throw new RuleError(`'${key}': '${range}' is not an address range`)
  }
  if (!/^[\da-f.:]+(?:\/\d+)?$/i.test(range))
    throw new RuleError(`'${key}': '${range}' is not an address range`)
  return range
}
