// Splits a `--where` expression into tokens, in one pass. A word is anything that needs no quotes: names, paths,
// numbers, times, addresses. A CloudWatch filter pattern in braces is one token.

import type { PatternNode } from '../pattern/ast.ts'
import { parsePatternAt } from '../pattern/parse.ts'
import { PatternError } from '../pattern/pattern-error.ts'

export type Token = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'word' | 'sign'; readonly text: string }
  /** The pieces between wildcards, see ../glob.ts. */
  | { readonly kind: 'text'; readonly pieces: readonly string[] }
  | { readonly kind: 'pattern'; readonly node: PatternNode }
  | { readonly kind: 'end' }
)

const SPACE = /\s*/y
const SIGN = /<=|>=|!=|==|&&|\|\||[=<>(),!&|]/y
const WORD = /[^\s"'()={}<>!,&|]+/y

/** The last token has the kind `end`. Throws PatternError. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = []
  let at = run(SPACE, source, 0)
  while (at < source.length) {
    const token = next(source, at)
    tokens.push(token)
    at = run(SPACE, source, token.end)
  }
  return [...tokens, { kind: 'end', at, end: at }]
}

function next(source: string, at: number): Token {
  const first = source[at]
  if (first === '"' || first === "'") return quoted(source, at, first)
  if (first === '{') return { kind: 'pattern', at, ...parsePatternAt(source, at) }
  const sign = run(SIGN, source, at)
  if (sign > at) return { kind: 'sign', at, end: sign, text: source.slice(at, sign) }
  const end = run(WORD, source, at)
  if (end > at) return { kind: 'word', at, end, text: source.slice(at, end) }
  throw whereError(`\`${first}\` has no meaning here`, source, at)
}

function run(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(source)?.[0].length ?? 0)
}

/** `*` is a wildcard; a backslash makes a following `*`, quote or backslash literal; `\u{202e}` is a character. */
function quoted(source: string, open: number, quote: string): Token {
  const pieces: string[] = []
  let piece = ''
  for (let at = open + 1; at < source.length; at++) {
    const c = source[at]!
    if (c === quote) return { kind: 'text', at: open, end: at + 1, pieces: [...pieces, piece] }
    if (c === '*') {
      pieces.push(piece)
      piece = ''
    } else if (c === '\\') {
      const [text, length] = escaped(source, at)
      piece += text
      at += length - 1
    } else piece += c
  }
  throw whereError('this quote is never closed', source, open)
}

// The character that an escape stands for, and the escape's length. Before any other character a backslash is literal,
// because names like CORP\alice exist.
function escaped(source: string, at: number): readonly [text: string, length: number] {
  const next = source[at + 1] ?? ''
  if (next !== '' && '*\\"\''.includes(next)) return [next, 2]
  ESCAPE.lastIndex = at
  const hex = ESCAPE.exec(source)
  const code = hex ? Number.parseInt(hex[1]!, 16) : Number.NaN
  return hex && code <= 0x10ffff ? [String.fromCodePoint(code), hex[0].length] : ['\\', 1]
}

const ESCAPE = /\\u\{([\da-f]{1,6})\}/iy

export function whereError(what: string, source: string, at: number, hint?: string): PatternError {
  return new PatternError(what, source, at, hint, '--where')
}
