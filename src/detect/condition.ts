// Parses the condition of a Sigma rule: selections joined by and, or and not, `1 of name*`, `all of them`. The depth is
// bounded, because rules are untrusted.

import type { Detection } from './rule.ts'
import { RuleError } from './rule-error.ts'

const TOKEN = /\s*(?:([()|])|([^\s()|]+))/gy
const MAX_DEPTH = 100

/** `selections` by name, in the order of the rule. Throws RuleError. */
export function parseCondition(text: string, selections: ReadonlyMap<string, Detection>): Detection {
  return new Parser(text, selections).whole()
}

class Parser {
  private readonly tokens: readonly string[]
  private readonly selections: ReadonlyMap<string, Detection>
  private at = 0
  private depth = 0

  constructor(text: string, selections: ReadonlyMap<string, Detection>) {
    this.tokens = Array.from(text.matchAll(TOKEN), ([, sign, word]) => sign ?? word ?? '')
    this.selections = selections
  }

  whole(): Detection {
    const found = this.either()
    if (this.next() === '|')
      throw new RuleError("'|' in a condition belongs to an old form; write a correlation")
    if (this.next() !== undefined) throw new RuleError(`'${this.next()}' is not expected in the condition`)
    return found
  }

  private either(): Detection {
    const of = [this.both()]
    while (this.accept('or')) of.push(this.both())
    return of.length === 1 ? of[0]! : { kind: 'any', of }
  }

  private both(): Detection {
    const of = [this.negated()]
    while (this.accept('and')) of.push(this.negated())
    return of.length === 1 ? of[0]! : { kind: 'all', of }
  }

  private negated(): Detection {
    if (++this.depth > MAX_DEPTH)
      throw new RuleError(`the condition is nested more than ${MAX_DEPTH} levels deep`)
    try {
      if (this.accept('not')) return { kind: 'not', of: this.negated() }
      return this.operand()
    } finally {
      this.depth--
    }
  }

  private operand(): Detection {
    if (this.accept('(')) {
      const found = this.either()
      if (!this.accept(')')) throw new RuleError("a ')' is missing in the condition")
      return found
    }
    const word = this.next()
    if (word === undefined || RESERVED.test(word))
      throw new RuleError('the condition ends where a selection is expected')
    this.at++
    if (this.next()?.toLowerCase() === 'of' && QUANTITY.test(word)) {
      this.at++
      return this.several(word.toLowerCase())
    }
    const found = this.selections.get(word)
    if (found === undefined)
      throw new RuleError(`the condition names '${word}', which the rule does not define`)
    return found
  }

  private several(quantity: string): Detection {
    const pattern = this.next()
    if (pattern === undefined) throw new RuleError(`'${quantity} of' names nothing`)
    this.at++
    const of = this.named(pattern)
    if (of.length === 0) throw new RuleError(`'${quantity} of ${pattern}' names no selection of the rule`)
    return { kind: quantity === 'all' ? 'all' : 'any', of }
  }

  private named(pattern: string): Detection[] {
    const parts = pattern.split('*')
    const fits = (name: string): boolean => {
      // By the specification, `them` does not include names that begin with an underscore.
      if (pattern === 'them') return !name.startsWith('_')
      if (parts.length === 1) return name === pattern
      let from = 0
      for (const [i, part] of parts.entries()) {
        const found = i === 0 ? (name.startsWith(part) ? 0 : -1) : name.indexOf(part, from)
        if (found < 0) return false
        from = found + part.length
      }
      return name.endsWith(parts.at(-1)!)
    }
    return [...this.selections].filter(([name]) => fits(name)).map(([, selection]) => selection)
  }

  private next(): string | undefined {
    return this.tokens[this.at]
  }

  private accept(word: string): boolean {
    if (this.next()?.toLowerCase() !== word) return false
    this.at++
    return true
  }
}

const RESERVED = /^(?:and|or|not|\)|\|)$/i
const QUANTITY = /^(?:1|any|all)$/i
