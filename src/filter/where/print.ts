// Prints a filter as an expression that parses to an equivalent filter. Printing that one again gives the same text.

import { formatTime } from '../../event/event-time.ts'
import type { Clause, Filter } from '../clause.ts'
import { printPattern } from '../pattern/print.ts'
import { parseValue } from '../value-pattern.ts'
import { KEYWORDS } from './parse.ts'

/** Formats epoch milliseconds. */
export type TimeFormat = (time: number) => string

export function printWhere(filter: Filter, format: TimeFormat = formatTime): string {
  return print(filter, 'or', format)
}

/** `within`: the weakest operator that may stand here without parentheses. */
function print(asked: Filter, within: 'or' | 'and' | 'not', format: TimeFormat): string {
  const filter = unwrapped(asked)
  switch (filter.kind) {
    case 'all':
      return chain(filter.of, 'and', 'everything', within, format)
    case 'any':
      return chain(filter.of, 'or', 'nothing', within, format)
    case 'not':
      return negated(unwrapped(filter.of), format)
    default:
      return joined(conditionsOf(filter, format), 'and', within)
  }
}

function negated(filter: Filter, format: TimeFormat): string {
  if (filter.kind === 'exists') return `${filter.field} not exists`
  return `not ${print(filter, 'not', format)}`
}

/** `all` or `any` of a single filter is that filter. */
function unwrapped(filter: Filter): Filter {
  const [only, ...others] = filter.kind === 'all' || filter.kind === 'any' ? filter.of : []
  return only === undefined || others.length > 0 ? filter : unwrapped(only)
}

function chain(
  parts: readonly Filter[],
  operator: 'and' | 'or',
  none: string,
  within: 'or' | 'and' | 'not',
  format: TimeFormat,
): string {
  if (parts.length === 0) return none
  const kind = operator === 'and' ? 'all' : 'any'
  // A nested filter of the same kind must have been in parentheses; otherwise parsing would have flattened it.
  const inner = parts.map((part) => print(part, unwrapped(part).kind === kind ? 'not' : 'and', format))
  return joined(inner, operator, within)
}

function joined(parts: readonly string[], operator: 'and' | 'or', within: 'or' | 'and' | 'not'): string {
  const text = parts.join(` ${operator} `)
  const isWeak = within === 'not' || (within === 'and' && operator === 'or')
  return parts.length > 1 && isWeak ? `(${text})` : text
}

/** A clause as conditions that must all hold. */
function conditionsOf(clause: Clause, format: TimeFormat): readonly string[] {
  switch (clause.kind) {
    case 'text':
      return oneOf(clause.field, clause.values)
    case 'source-ip':
      return oneOf('source-ip', clause.values)
    case 'time': {
      const { start, end } = clause
      const parts = [
        ...(start === undefined ? [] : [`event-time ${from(start, format)}`]),
        ...(end === undefined ? [] : [`event-time ${to(end, format)}`]),
      ]
      return parts.length === 0 ? ['everything'] : parts
    }
    case 'compare': {
      const { field, operator, value, of } = clause
      if (of === 'number') return [`${field} ${operator} ${value}`]
      return [`${field} ${operator === '>=' ? from(value, format) : to(value, format)}`]
    }
    case 'exists':
      return [`${clause.field} exists`]
    case 'read-only':
    case 'mfa':
      return [`${clause.kind}=${clause.value}`]
    case 'errors':
      return ['errors']
    case 'category':
      return oneOf('event-category', clause.any)
    case 'contains':
      return [`contains ${list(clause.values.map((value) => quote([value])))}`]
    case 'pattern':
      return [printPattern(clause.node)]
  }
}

function oneOf(field: string, values: readonly string[]): readonly string[] {
  const patterns = values.map(parseValue)
  const part = (negated: boolean): readonly string[] => {
    const texts = patterns.filter((one) => one.negated === negated).map(({ pieces }) => value(pieces))
    if (texts.length === 0) return []
    if (texts.length === 1) return [`${field}${negated ? '!=' : '='}${texts[0]}`]
    return [`${field} ${negated ? 'not in' : 'in'} ${list(texts)}`]
  }
  return [...part(false), ...part(true)]
}

function list(texts: readonly string[]): string {
  return texts.length === 1 ? texts[0]! : `(${texts.join(', ')})`
}

function value(pieces: readonly string[]): string {
  const bare = pieces.join('*')
  const isPlain = pieces.every((piece) => /^[\w.:/@+-]*$/.test(piece)) && bare !== ''
  return isPlain && !KEYWORDS.has(bare.toLowerCase()) ? bare : quote(pieces)
}

function quote(pieces: readonly string[]): string {
  return `"${pieces.map(escape).join('*')}"`
}

// Escapes invisible characters and those that a terminal would act on.
function escape(piece: string): string {
  return piece
    .replace(/[*\\"]/g, '\\$&')
    .replace(
      /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
      (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`,
    )
}

function from(time: number, format: TimeFormat): string {
  return `>= ${format(time)}`
}

// A time at the end of a second includes that whole second. A time at its first millisecond is printed as before the
// next millisecond.
function to(time: number, format: TimeFormat): string {
  const rest = ((time % 1000) + 1000) % 1000
  if (rest === 999) return `<= ${format(time - 999)}`
  return rest === 0 ? `< ${format(time + 1)}` : `<= ${format(time)}`
}
