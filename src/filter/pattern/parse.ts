// Parses a JSON filter pattern: { ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed*") } One pass, no
// backtracking, limited nesting; throws only PatternError. Beyond CloudWatch it accepts EXISTS, and more wildcards and
// regular expressions than CloudWatch's quotas allow.

import { splitGlob } from '../glob.ts'
import type { Constant, Operator, PatternNode, PatternValue, Selector, Step } from './ast.ts'
import { CONSTANTS, OPERATORS } from './ast.ts'
import { PatternError } from './pattern-error.ts'
import { compileRegex } from './regex.ts'

const MAX_NESTING = 100
const MAX_STEPS = 100
const SPACE = /\s*/y
const WORD = /[A-Za-z]*/y
const BARE = /[^\s(){}"%&|=<>!]*/y
const KEY = /[^\s.[\](){}"'%&|=<>!*,]*/y
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** Throws PatternError. */
export function parsePattern(source: string): PatternNode {
  const { node, end } = parsePatternAt(source, 0)
  const scanner = new Scanner(source)
  scanner.at = end
  scanner.space()
  if (!scanner.ended()) throw scanner.error('the pattern has ended, but text follows')
  return node
}

/** Parses the pattern that begins at `at`, and returns where it ends. Throws PatternError. */
export function parsePatternAt(
  source: string,
  at: number,
): { readonly node: PatternNode; readonly end: number } {
  const scanner = new Scanner(source)
  scanner.at = at
  scanner.space()
  if (!scanner.take('{')) {
    const hint = 'only patterns for JSON are supported, like { $.eventName = "ConsoleLogin" }'
    throw scanner.error('a pattern starts with `{`', hint)
  }
  const node = either(scanner, 0)
  if (!scanner.take('}')) throw scanner.unexpected('`&&`, `||` or `}`')
  return { node, end: scanner.at }
}

function either(scanner: Scanner, depth: number): PatternNode {
  return chain('or', '||', both, scanner, depth)
}

function both(scanner: Scanner, depth: number): PatternNode {
  return chain('and', '&&', term, scanner, depth)
}

function chain(
  kind: 'and' | 'or',
  sign: string,
  part: (scanner: Scanner, depth: number) => PatternNode,
  scanner: Scanner,
  depth: number,
): PatternNode {
  const first = part(scanner, depth)
  const nodes = [first]
  while (scanner.take(sign)) nodes.push(part(scanner, depth))
  return nodes.length === 1 ? first : { kind, nodes }
}

function term(scanner: Scanner, depth: number): PatternNode {
  scanner.space()
  const open = scanner.at
  if (scanner.take('(')) {
    if (depth === MAX_NESTING) {
      throw scanner.error(`parentheses are nested more than ${MAX_NESTING} deep`, undefined, open)
    }
    const node = either(scanner, depth + 1)
    if (!scanner.take(')')) throw scanner.unexpected('`&&`, `||` or `)`')
    scanner.space()
    return node
  }
  const node = condition(scanner)
  scanner.space()
  return node
}

function condition(scanner: Scanner): PatternNode {
  const selector = readSelector(scanner)
  scanner.space()
  const operator = OPERATORS.find((candidate) => scanner.take(candidate))
  if (operator) return { kind: 'compare', selector, operator, value: readOperand(scanner, operator) }
  const start = scanner.at
  const word = scanner.word()
  if (word === 'EXISTS') return { kind: 'exists', selector, exists: true }
  if (word === 'NOT') {
    scanner.space()
    if (scanner.word() === 'EXISTS') return { kind: 'exists', selector, exists: false }
    throw scanner.error('NOT can only be followed by EXISTS', 'use != for "is not equal to"', start)
  }
  if (word === 'IS') return { kind: 'is', selector, what: readConstant(scanner) }
  scanner.at = start
  throw scanner.unexpected('an operator', 'use one of = != < > <= >=, IS NULL, IS TRUE, IS FALSE, NOT EXISTS')
}

function readConstant(scanner: Scanner): Constant {
  scanner.space()
  const start = scanner.at
  const word = scanner.word()
  const constant = CONSTANTS.find((candidate) => candidate === word)
  if (constant) return constant
  throw scanner.error('IS can only be followed by NULL, TRUE or FALSE', undefined, start)
}

function readSelector(scanner: Scanner): Selector {
  const start = scanner.at
  if (!scanner.take('$')) {
    throw scanner.unexpected('a selector', 'a selector starts with $, like $.userIdentity.type')
  }
  const steps: Step[] = []
  for (;;) {
    if (steps.length > MAX_STEPS) throw scanner.error(`more than ${MAX_STEPS} steps`, undefined, start)
    if (scanner.take('[')) steps.push(readBracket(scanner))
    else if (!scanner.take('.')) break
    else if (scanner.take('*')) steps.push({ kind: 'any-field' })
    else if (!scanner.sees('[')) {
      const name = scanner.run(KEY)
      if (name === '') throw scanner.unexpected('a field name', "write ['…'] around unusual names")
      steps.push({ kind: 'key', name })
    }
  }
  if (steps.length === 0) throw scanner.unexpected('`.` and a field name', 'like $.eventName')
  return steps
}

/** The content after `[`: an index, `*`, or a quoted name. */
function readBracket(scanner: Scanner): Step {
  const start = scanner.at - 1
  const close = (step: Step): Step => {
    if (!scanner.take(']')) throw scanner.unexpected('`]`')
    return step
  }
  if (scanner.take('*')) return close({ kind: 'any-element' })
  for (const quote of ["'", '"']) {
    if (!scanner.take(quote)) continue
    const name = scanner.quoted(quote, start + 1).replace(/\\([\\'"])/g, '$1')
    return close({ kind: 'key', name })
  }
  const digits = scanner.run(/\d*/y)
  if (digits === '' || digits.length > 9) {
    throw scanner.error("in brackets stands an element's number, * or a 'name' in quotes", undefined, start)
  }
  return close({ kind: 'index', index: Number(digits) })
}

function readOperand(scanner: Scanner, operator: Operator): PatternValue {
  if (scanner.sees('=')) throw scanner.error('equality is a single `=`')
  scanner.space()
  const start = scanner.at
  const value = readValue(scanner)
  if (value.kind !== 'number' && operator !== '=' && operator !== '!=') {
    throw scanner.error(`\`${operator}\` compares with a number`, 'use = or != for text', start)
  }
  return value
}

function readValue(scanner: Scanner): PatternValue {
  const start = scanner.at
  if (scanner.take('"')) return { kind: 'text', pieces: splitGlob(scanner.quoted('"', start), '"') }
  if (scanner.take('%')) {
    const end = scanner.source.indexOf('%', scanner.at)
    if (end < 0)
      throw scanner.error('this regular expression never ends', 'put it between two % signs', start)
    const source = scanner.source.slice(start + 1, end)
    compileRegex(source, (what, offset, hint) => {
      throw scanner.error(what, hint, start + 1 + offset)
    })
    scanner.at = end + 1
    return { kind: 'regex', source }
  }
  const bare = scanner.run(BARE)
  if (bare === '')
    throw scanner.unexpected('a value', 'write "…" around text that is not only letters and digits')
  if (NUMBER.test(bare)) return { kind: 'number', source: bare }
  return { kind: 'text', pieces: splitGlob(bare) }
}

/** A position in the pattern. `take` and `sees` look exactly there: call `space` first where white space is allowed. */
class Scanner {
  readonly source: string
  at = 0
  constructor(source: string) {
    this.source = source
  }
  // A backslash at the end may have moved the position past it.
  ended(): boolean {
    return this.at >= this.source.length
  }
  sees(text: string): boolean {
    return this.source.startsWith(text, this.at)
  }
  take(text: string): boolean {
    if (!this.sees(text)) return false
    this.at += text.length
    return true
  }
  run(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const text = pattern.exec(this.source)?.[0] ?? ''
    this.at += text.length
    return text
  }
  space(): void {
    this.run(SPACE)
  }
  word(): string {
    return this.run(WORD).toUpperCase()
  }
  /** Reads up to and including the closing quote. A backslash escapes the next character and is kept. */
  quoted(quote: string, open: number): string {
    const start = this.at
    while (!this.ended() && !this.sees(quote)) this.at += this.sees('\\') ? 2 : 1
    if (this.at >= this.source.length) throw this.error('this quote is never closed', undefined, open)
    return this.source.slice(start, this.at++)
  }
  error(what: string, hint?: string, at = this.at): PatternError {
    return new PatternError(what, this.source, Math.min(at, this.source.length), hint)
  }
  unexpected(expected: string, hint?: string): PatternError {
    if (this.ended()) return this.error(`expected ${expected}, but the pattern ends`, hint)
    const found = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0)
    const advice =
      ADVICE[
        this.source
          .slice(this.at)
          .match(/^(&|\||and\b|or\b)/i)?.[0]
          .toUpperCase() ?? ''
      ]
    return this.error(`expected ${expected}, found \`${found}\``, advice ?? hint)
  }
}

const ADVICE: Readonly<Record<string, string | undefined>> = {
  '&': 'write && for "and"',
  AND: 'write && for "and"',
  '|': 'write || for "or"',
  OR: 'write || for "or"',
}
