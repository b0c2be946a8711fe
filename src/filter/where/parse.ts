// Parses a `--where` expression: event-name = "Delete*" and not user-name in (ci, deploy) or source-ip in 10.0.0.0/8
// One pass over the tokens, operator precedence by binding power, limited nesting. print.ts writes the inverse.

import { columnOf, findField } from '../../event/fields.ts'
import { didYouMean } from '../../util/did-you-mean.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { Clause, Filter } from '../clause.ts'
import { joinGlob } from '../glob.ts'
import { parseSourceIp } from '../source-ip.ts'
import { parseSpan, type Span, type TimeContext } from '../time/forms.ts'
import { type Token, tokenize, whereError } from './tokens.ts'

const MAX_NESTING = 100
/** Binding powers of the operators. */
const POWER = { or: 1, and: 2 } as const
const COMPARISONS = ['=', '!=', '<', '<=', '>', '>='] as const
type Comparison = (typeof COMPARISONS)[number]

/** Throws PatternError, which has the position of the error. */
export function parseWhere(source: string, times: TimeContext): Filter {
  const parser = new Parser(source, times)
  const filter = parser.expression(0, 0)
  parser.finish()
  return filter
}

class Parser {
  private readonly source: string
  private readonly times: TimeContext
  private readonly tokens: readonly Token[]
  private index = 0

  constructor(source: string, times: TimeContext) {
    this.source = source
    this.times = times
    this.tokens = tokenize(source)
  }

  /** Parses an expression whose operators bind more strongly than `power`. */
  expression(power: number, depth: number): Filter {
    let left = this.operand(depth)
    for (;;) {
      const word = this.word()
      if ((word !== 'and' && word !== 'or') || POWER[word] <= power) return left
      const of = [left]
      while (this.takeWord(word)) of.push(this.expression(POWER[word], depth))
      left = { kind: word === 'and' ? 'all' : 'any', of }
    }
  }

  finish(): void {
    if (this.token.kind !== 'end') throw this.unexpected('`and`, `or` or the end')
  }

  private get token(): Token {
    return this.tokens[this.index]!
  }

  private operand(depth: number): Filter {
    const { token } = this
    if (depth > MAX_NESTING) throw this.error(`it is nested more than ${MAX_NESTING} deep`)
    if (this.takeWord('not')) return { kind: 'not', of: this.operand(depth + 1) }
    if (this.takeSign('(')) {
      const inner = this.expression(0, depth + 1)
      if (!this.takeSign(')')) throw this.unexpected('`and`, `or` or `)`')
      return inner
    }
    if (token.kind === 'pattern') {
      this.index++
      return { kind: 'pattern', node: token.node }
    }
    if (token.kind !== 'word') throw this.unexpected('a field')
    if (this.takeWord('everything')) return { kind: 'all', of: [] }
    if (this.takeWord('nothing')) return { kind: 'any', of: [] }
    if (this.takeWord('errors')) return { kind: 'errors' }
    if (this.takeWord('contains')) {
      const values = this.list().map(({ pieces }) => pieces.join('*'))
      return { kind: 'contains', values }
    }
    return this.condition(token.text)
  }

  private condition(typed: string): Filter {
    const field = this.at(this.token, () => {
      const found = findField(typed)
      if (found === undefined) columnOf(typed) // any path; throws for a word that is not one
      return found?.name ?? typed
    })
    this.index++
    if (this.takeWord('exists')) return { kind: 'exists', field }
    const isNegated = this.takeWord('not')
    if (isNegated && this.takeWord('exists')) return { kind: 'not', of: { kind: 'exists', field } }
    if (this.takeWord('in')) return this.oneOf(field, isNegated, this.list())
    if (isNegated) throw this.unexpected('`in` or `exists`')
    const sign = COMPARISONS.find((one) => this.takeSign(one))
    if (sign === undefined) {
      throw this.unexpected('an operator', 'the operators are = != < <= > >= in, not in, exists, not exists')
    }
    const value = this.value()
    if (sign === '=' || sign === '!=') return this.oneOf(field, sign === '!=', [value])
    return this.ordered(field, sign, value)
  }

  private oneOf(field: string, isNegated: boolean, values: readonly Value[]): Filter {
    const sign = isNegated ? '!' : ''
    switch (findField(field)?.type) {
      case 'time': {
        const of = values.map((value): Filter => ({ kind: 'time', ...this.span(value) }))
        const any: Filter = of.length === 1 ? of[0]! : { kind: 'any', of }
        return isNegated ? { kind: 'not', of: any } : any
      }
      case 'boolean':
        if (field === 'read-only' || field === 'mfa') return this.boolean(field, isNegated, values)
        break
      case 'address':
        return {
          kind: 'source-ip',
          values: values.map((value) => {
            const text = sign + joinGlob(value.pieces, '!')
            this.at(value.token, () => parseSourceIp(text))
            return text
          }),
        }
    }
    return { kind: 'text', field, values: values.map(({ pieces }) => sign + joinGlob(pieces, '!')) }
  }

  private boolean(field: 'read-only' | 'mfa', isNegated: boolean, values: readonly Value[]): Filter {
    const [value] = values
    const text = value?.pieces.join('*')
    if (values.length !== 1 || value === undefined || (text !== 'true' && text !== 'false'))
      throw this.error(`${field} is true or false`, undefined, value?.token)
    const clause: Clause = { kind: field, value: text === 'true' }
    return isNegated ? { kind: 'not', of: clause } : clause
  }

  private ordered(field: string, sign: Exclude<Comparison, '=' | '!='>, value: Value): Filter {
    const text = value.pieces.join('*')
    const number = Number(text)
    if (
      /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) &&
      Number.isFinite(number) &&
      field !== 'event-time'
    )
      return { kind: 'compare', field, operator: sign, value: number + 0, of: 'number' }
    const { start, end } = this.span(value)
    const bound = { '>=': start, '>': end + 1, '<=': end, '<': start - 1 }[sign]
    const isFrom = sign.startsWith('>')
    if (field === 'event-time') return { kind: 'time', ...(isFrom ? { start: bound } : { end: bound }) }
    return { kind: 'compare', field, operator: isFrom ? '>=' : '<=', value: bound, of: 'time' }
  }

  // A time without a fraction means the whole second.
  private span({ pieces, token }: Value): Span {
    const { start, end } = this.at(token, () => parseSpan(pieces.join('*'), this.times))
    return { start, end: start === end && end % 1000 === 0 ? end + 999 : end }
  }

  private list(): readonly Value[] {
    if (!this.takeSign('(')) return [this.value()]
    const values = [this.value()]
    while (this.takeSign(',')) values.push(this.value())
    if (!this.takeSign(')')) throw this.unexpected('`,` or `)`')
    return values
  }

  private value(): Value {
    const { token } = this
    const pieces =
      token.kind === 'text' ? token.pieces : token.kind === 'word' ? token.text.split('*') : undefined
    if (pieces === undefined) {
      const hint = token.kind === 'sign' && token.text === '=' ? 'equality is a single `=`' : undefined
      throw this.unexpected('a value', hint)
    }
    if (token.kind === 'word' && KEYWORDS.has(token.text.toLowerCase()))
      throw this.unexpected('a value', `write "${token.text}" if that is meant as a text`)
    if (pieces.length === 1 && pieces[0] === '')
      throw this.error('an empty text is no value', 'write `not exists` for events without one')
    this.index++
    return { pieces, token }
  }

  private word(): string | undefined {
    return this.token.kind === 'word' ? this.token.text.toLowerCase() : undefined
  }

  private takeWord(word: string): boolean {
    if (this.word() !== word) return false
    this.index++
    return true
  }

  private takeSign(sign: string): boolean {
    const { token } = this
    if (token.kind !== 'sign' || token.text !== sign) return false
    this.index++
    return true
  }

  /** Adds the token's position to errors that `read` throws. */
  private at<T>(token: Token, read: () => T): T {
    try {
      return read()
    } catch (error) {
      throw error instanceof UsageError ? this.error(error.message, error.hint, token) : error
    }
  }

  private error(what: string, hint?: string, token = this.token): UsageError {
    return whereError(what, this.source, token.at, hint)
  }

  private unexpected(expected: string, hint?: string): UsageError {
    const { token } = this
    if (token.kind === 'end') return this.error(`expected ${expected}, but the expression ends`, hint)
    const found = this.source.slice(token.at, token.end)
    const near = token.kind === 'word' ? didYouMean(found.toLowerCase(), [...KEYWORDS]) : undefined
    return this.error(
      `expected ${expected}, found \`${found.length > 40 ? `${found.slice(0, 40)}…` : found}\``,
      ADVICE[found] ?? hint ?? (near === undefined ? undefined : `did you mean ${near}?`),
    )
  }
}

interface Value {
  readonly pieces: readonly string[]
  readonly token: Token
}

/** Words that need quotes to be used as values. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'in',
  'exists',
  'contains',
  'errors',
  'everything',
  'nothing',
])

const ADVICE: Readonly<Record<string, string | undefined>> = {
  '==': 'equality is a single `=`',
  '&&': 'write and',
  '||': 'write or',
  '!': 'write not, or != for "is not equal to"',
}
