// A value as typed for a filter option: exact and case-sensitive, `*` is a wildcard, a leading `!` negates, `\` makes
// either literal. Any other backslash is literal, because user names such as `CORP\alice` exist.

import { globMatches, joinGlob, splitGlob } from './glob.ts'

export interface ValuePattern {
  readonly negated: boolean
  /** The text between wildcards; one piece if there is no wildcard. Every match contains all of them. */
  readonly pieces: readonly string[]
  /** The whole text, if there is no wildcard. */
  readonly exact: string | undefined
  /** True if the text matches, ignoring the negation, which the caller applies. */
  readonly test: (text: string) => boolean
}

export function parseValue(typed: string): ValuePattern {
  const negated = typed.startsWith('!')
  const pieces = splitGlob(negated ? typed.slice(1) : typed, '!')
  const exact = pieces.length === 1 ? pieces[0] : undefined
  return { negated, pieces, exact, test: (text) => globMatches(pieces, text) }
}

/** The value to type to match exactly this text. */
export function escapeValue(text: string): string {
  return joinGlob([text], '!')
}
