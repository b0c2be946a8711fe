// A value as typed for a filter option: exact and case-sensitive, `*` a wildcard, a leading `!` negates, `\` makes either
// of them plain text. Any other backslash is itself, because user names such as `CORP\alice` exist.

import { globMatches, joinGlob, splitGlob } from './glob.ts'

export interface ValuePattern {
  readonly negated: boolean
  /** The text between wildcards; one piece when there is none. Every match contains all of them. */
  readonly pieces: readonly string[]
  /** The whole text, when there is no wildcard. */
  readonly exact: string | undefined
  /** Whether the text fits, leaving the negation to the caller. */
  readonly test: (text: string) => boolean
}

export function parseValue(typed: string): ValuePattern {
  const negated = typed.startsWith('!')
  const pieces = splitGlob(negated ? typed.slice(1) : typed, '!')
  const exact = pieces.length === 1 ? pieces[0] : undefined
  return { negated, pieces, exact, test: (text) => globMatches(pieces, text) }
}

/** What to type to mean exactly this text. */
export function escapeValue(text: string): string {
  return joinGlob([text], '!')
}
