// SQL string literals. Every text of a filter goes through here, and none can break out of its literal (a test checks
// this on a real engine). Invisible characters are written as escapes, so that a query's text is what it looks like.

import type { Dialect } from './dialect-names.ts'

/** Control characters, directional marks, line separators. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u

/** Lone surrogates are not valid in any engine: they become U+FFFD. */
export function literal(text: string, dialect: Dialect): string {
  return dialect === 'spark' ? ofSpark(text) : ofStandard(text)
}

// Standard SQL has no escape except the doubled quote.
function ofStandard(text: string): string {
  const parts: string[] = []
  let run = ''
  for (const char of wellFormed(text)) {
    if (!UNSEEN.test(char)) run += char === "'" ? "''" : char
    else {
      if (run !== '') parts.push(`'${run}'`)
      run = ''
      parts.push(`chr(${char.codePointAt(0)})`)
    }
  }
  if (run !== '' || parts.length === 0) parts.push(`'${run}'`)
  return parts.length === 1 ? parts[0]! : `(${parts.join(' || ')})`
}

// Spark's literals have backslash escapes, unless spark.sql.parser.escapedStringLiterals is set.
function ofSpark(text: string): string {
  let inside = ''
  for (const char of wellFormed(text)) {
    if (char === "'" || char === '\\') inside += `\\${char}`
    else if (UNSEEN.test(char)) inside += `\\u${char.codePointAt(0)!.toString(16).padStart(4, '0')}`
    else inside += char
  }
  return `'${inside}'`
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

/**
 * A LIKE pattern with wildcards between the pieces. The escape character is `!`, which no engine's literals treat
 * specially.
 */
export function likePattern(pieces: readonly string[]): string {
  return pieces.map((piece) => piece.replace(/[!%_]/g, '!$&')).join('%')
}
