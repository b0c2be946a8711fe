// A text as a literal of SQL. Everything that a filter says goes through here, and nothing can leave its literal: a test
// holds that on a real engine. Characters that no eye sees are written by their numbers, so that the text of a query is
// what it looks like.

import type { Dialect } from './dialect-names.ts'

/** Control characters, marks of direction, line separators. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u

/** Halves of a character are no text in any engine: they become U+FFFD. */
export function literal(text: string, dialect: Dialect): string {
  return dialect === 'spark' ? ofSpark(text) : ofStandard(text)
}

// The standard knows no escapes but the doubled quote.
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

// Backslash escapes are part of Spark's literals, unless spark.sql.parser.escapedStringLiterals is set.
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

/** What stands for a run of any characters between pieces of text. `!` escapes, which no engine's literals do. */
export function likePattern(pieces: readonly string[]): string {
  return pieces.map((piece) => piece.replace(/[!%_]/g, '!$&')).join('%')
}
