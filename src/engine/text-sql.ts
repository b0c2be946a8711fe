// Conditions on a text, from option values and from the pieces of filter patterns.

import { parseValue, type ValuePattern } from '../filter/value-pattern.ts'
import { and, type Bounds, exactly, holds, not, or, unless } from './bounds.ts'
import type { Speech } from './dialect.ts'
import { likePattern } from './literal.ts'

/** A SQL expression that returns a text or NULL. */
export interface Value {
  readonly sql: string
  /** SQL, never NULL: true if the value may have another text, or several. */
  readonly unsure?: string | undefined
}

/** Has the meaning of TextClause. */
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

/** SQL that is true if one of the globs matches. May be NULL. */
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

/** Tests that the words which any JSON with these texts must contain occur. Never NULL. */
export function mentions(json: string, texts: readonly string[], speech: Speech): string {
  const words = new Set(texts.flatMap((text) => text.match(/[\w.:@-]{3,}/g) ?? []))
  return and([...words].map((word) => holds(`${speech.position(json, speech.literal(word))} > 0`)))
}

/** True if the text may be a number, which can have another notation in the record, such as `1e3`. */
export function mayBeNumber(pieces: readonly string[]): boolean {
  return /^[-+.eE\d]*$/.test(pieces.join(''))
}
