// Conditions on a text: values as typed for an option, and filter patterns' pieces between wildcards.

import { parseValue, type ValuePattern } from '../filter/value-pattern.ts'
import { and, type Bounds, exactly, holds, not, or, unless } from './bounds.ts'
import type { Speech } from './dialect.ts'
import { likePattern } from './literal.ts'

/** An expression that gives a text or NULL. */
export interface Value {
  readonly sql: string
  /** SQL, never NULL: the text may be another one, or several. */
  readonly unsure?: string | undefined
}

/** As TextClause says. */
export function textBounds(value: Value, typed: readonly string[], speech: Speech): Bounds {
  return patternBounds(value, typed.map(parseValue), speech)
}

export function patternBounds(value: Value, patterns: readonly ValuePattern[], speech: Speech): Bounds {
  const plain = patterns.filter(({ negated }) => !negated).map(({ pieces }) => pieces)
  const negated = patterns.filter((one) => one.negated).map(({ pieces }) => pieces)
  const parts = [
    ...(plain.length > 0 ? [holds(anyOf(value.sql, plain, speech))] : []),
    ...(negated.length > 0 ? [not(holds(anyOf(value.sql, negated, speech)))] : []),
  ]
  return unless(value.unsure, exactly(and(parts)))
}

/** One of the globs fits. Can be NULL. */
export function anyOf(sql: string, globs: readonly (readonly string[])[], speech: Speech): string {
  const equal = globs.filter(({ length }) => length === 1).map(([text = '']) => speech.literal(text))
  const like = globs.filter(({ length }) => length > 1).map((pieces) => likes(sql, pieces, speech))
  const [only, ...others] = new Set(equal)
  const equals =
    only === undefined
      ? []
      : [others.length === 0 ? `${sql} = ${only}` : `${sql} in (${[only, ...others].join(', ')})`]
  return or([...equals, ...like])
}

function likes(sql: string, pieces: readonly string[], speech: Speech): string {
  return `${sql} like ${speech.literal(likePattern(pieces))} escape '!'`
}

/** The words that must stand in JSON for these keys and this text to do. Never NULL. */
export function mentions(json: string, texts: readonly string[], speech: Speech): string {
  const words = new Set(texts.flatMap((text) => text.match(/[\w.:@-]{3,}/g) ?? []))
  return and([...words].map((word) => holds(`${speech.position(json, speech.literal(word))} > 0`)))
}

/** A number could be written in another way than here: `1e3`. */
export function mayBeNumber(pieces: readonly string[]): boolean {
  return /^[-+.eE\d]*$/.test(pieces.join(''))
}
