// Compiles the fields and values of rules to tests of one event. Values are compared as text, ignoring case unless the
// rule says otherwise; a number or a boolean is compared as its text. If the path leads through an array, any element
// counts.

import type { RE2JS } from 're2js'
import { createRequire } from 'node:module'
import type { Event } from '../event/event.ts'
import { parsePath, valuesAt, type PathStep } from '../event/record-path.ts'
import { parseSourceIp } from '../filter/source-ip.ts'
import { own, type Json } from '../util/json.ts'
import { ANY_CHARACTER, type ValueTest } from './rule.ts'
import { RuleError } from './rule-error.ts'
import { packagePath } from '../util/package-paths.ts'

export type EventTest = (event: Event) => boolean
/** Tests the values at one path. */
export type FieldTest = (field: FieldValues) => boolean

/** True if some text of the record, at any depth, passes. */
export function keywordTest(test: ValueTest): EventTest {
  const fits = compileValue(test)
  return (event) => someText(event.record, fits)
}

/** Tests whether a value is one of these lower-case texts. */
export function isOneOf(words: ReadonlySet<string>): FieldTest {
  return ({ folded }) => folded.some((text) => words.has(text))
}

/** Throws RuleError for a regular expression that cannot be matched in linear time. */
export function passes(test: Exclude<ValueTest, FieldReference>): FieldTest {
  switch (test.kind) {
    case 'exists':
      return ({ values }) => values.length > 0 === test.value
    case 'null':
      return ({ values }) => values.every((value) => value === null)
    case 'text': {
      const fits = compileText(test.pieces, test.cased)
      if (test.cased) return ({ scalars }) => scalars.some((value) => fits(String(value)))
      return ({ folded }) => folded.some(fits)
    }
    default: {
      const fits = compileValue(test)
      return ({ scalars }) => scalars.some(fits)
    }
  }
}

/** Tests the values at one path against those at another. */
export function refersTo({
  how,
  cased,
}: FieldReference): (field: FieldValues, other: FieldValues) => boolean {
  const relation = RELATIONS[how]
  const texts = ({ scalars, folded }: FieldValues): readonly string[] =>
    cased ? scalars.map(String) : folded
  return (field, other) => {
    const wanted = texts(other)
    return texts(field).some((value) => wanted.some((text) => relation(value, text)))
  }
}

/** The fields that rules use, each read once per event. */
export class FieldReaders {
  private readonly known = new Map<string, (event: Event) => FieldValues>()

  /** Reads the values at a path. Throws RuleError if it is not a path into a record. */
  at(path: string): (event: Event) => FieldValues {
    let read = this.known.get(path)
    if (read === undefined) {
      const values = reader(path)
      let last: Event | undefined
      let found = NO_VALUES
      read = (event) => {
        if (event !== last) {
          found = new FieldValues(values(event))
          last = event
        }
        return found
      }
      this.known.set(path, read)
    }
    return read
  }
}

/** The values at a path. */
export class FieldValues {
  /** All of them; lists are not expanded. */
  readonly values: readonly Json[]
  private plain: readonly Scalar[] | undefined
  private lower: readonly string[] | undefined

  constructor(values: readonly Json[]) {
    this.values = values
  }

  /** All texts, numbers and booleans, including those in lists. */
  get scalars(): readonly Scalar[] {
    const { values } = this
    return (this.plain ??= values.every(isScalar) ? values : scalars(values))
  }

  /** The same as lower-case text. */
  get folded(): readonly string[] {
    return (this.lower ??= this.scalars.map((value) => String(value).toLowerCase()))
  }
}

export const NO_VALUES = new FieldValues([])

type FieldReference = Extract<ValueTest, { kind: 'fieldref' }>
type Relation = 'equals' | 'contains' | 'startswith' | 'endswith'

const RELATIONS: Readonly<Record<Relation, (text: string, other: string) => boolean>> = {
  equals: (text, other) => text === other,
  contains: (text, other) => text.includes(other),
  startswith: (text, other) => text.startsWith(other),
  endswith: (text, other) => text.endsWith(other),
}

type Scalar = string | number | boolean

/** Takes a text from the record without parsing, if possible. */
function reader(path: string): (event: Event) => readonly Json[] {
  const steps: readonly PathStep[] = parsePath(path) ?? [{ key: path }]
  const [first, second, ...rest] = steps
  if (first === undefined || !('key' in first)) throw new RuleError(`'${path}' is not a path into a record`)
  const { key } = first
  if (second === undefined) {
    return (event) => {
      const value = event.text(key) ?? event.part(key)
      return value === undefined ? NOTHING : [value]
    }
  }
  if (!('key' in second)) return (event) => valuesBelow(event.part(key), steps.slice(1))
  const name = second.key
  if (rest.length === 0) {
    return (event) => {
      const text = event.textIn(key, name)
      return text === undefined ? event.valuesIn(key, name) : [text]
    }
  }
  return (event) => {
    const values = event.valuesIn(key, name)
    return values.length === 1
      ? valuesBelow(values[0], rest)
      : values.flatMap((value) => valuesBelow(value, rest))
  }
}

/** The same values as `valuesAt`, but faster if there is no list on the path. */
function valuesBelow(part: Json | undefined, steps: readonly PathStep[]): readonly Json[] {
  let value = part
  for (let i = 0; i < steps.length && value !== undefined; i++) {
    const step = steps[i]!
    if (Array.isArray(value) || !('key' in step)) return valuesAt(value, steps.slice(i))
    value = own(value, step.key)
  }
  return value === undefined ? NOTHING : [value]
}

const NOTHING: readonly Json[] = []

function scalars(values: readonly Json[]): Scalar[] {
  return values.flatMap((value): Scalar[] => {
    if (Array.isArray(value)) return scalars(value as readonly Json[])
    return isScalar(value) ? [value] : []
  })
}

function isScalar(value: Json): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Uses an explicit list instead of recursion and `push(...)`, because records may be arbitrarily deep and wide. */
function someText(record: Json, fits: (value: Scalar) => boolean): boolean {
  const rest: Json[] = [record]
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (isScalar(value)) {
      if (fits(value)) return true
    } else if (value !== null) {
      for (const inner of Object.values<Json>(value)) rest.push(inner)
    }
  }
  return false
}

function compileValue(test: ValueTest): (value: Scalar) => boolean {
  switch (test.kind) {
    case 'text': {
      const fits = compileText(test.pieces, test.cased)
      return (value) => fits(test.cased ? String(value) : String(value).toLowerCase())
    }
    case 'regex':
      return compileRegex(test.source, test.flags)
    case 'cidr': {
      const range = parseSourceIp(test.range)
      return (value) => typeof value === 'string' && range.test(value)
    }
    case 'number': {
      const compare = COMPARISONS[test.op]
      return (value) => typeof value !== 'boolean' && value !== '' && compare(Number(value), test.value)
    }
    case 'exists':
    case 'null':
    case 'fieldref':
      throw new RuleError(`'${test.kind}' needs a field`)
  }
}

const COMPARISONS: Readonly<Record<'lt' | 'lte' | 'gt' | 'gte', (a: number, b: number) => boolean>> = {
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
}

/**
 * Matches each piece at its first possible position, so that nothing is tried twice. Unless `cased`, the tested text
 * must be in lower case.
 */
function compileText(typed: readonly string[], cased: boolean): (text: string) => boolean {
  const pieces = cased ? typed : typed.map((piece) => piece.toLowerCase())
  const [first = '', ...rest] = pieces
  const last = rest.pop()
  if (last === undefined) return (text) => text.length === first.length && standsAt(text, first, 0)
  // Fast paths for the most common cases: `|contains`, `|startswith` and `|endswith` of a plain text.
  if (!pieces.some((piece) => piece.includes(ANY_CHARACTER))) {
    const [only] = rest
    if (first === '' && last === '' && rest.length === 1) return (text) => text.includes(only!)
    if (rest.length === 0 && last === '') return (text) => text.startsWith(first)
    if (rest.length === 0 && first === '') return (text) => text.endsWith(last)
  }
  return (text) => {
    if (text.length < first.length + last.length) return false
    if (!standsAt(text, first, 0) || !standsAt(text, last, text.length - last.length)) return false
    let from = first.length
    for (const piece of rest) {
      const found = find(text, piece, from)
      if (found < 0) return false
      from = found + piece.length
    }
    return from <= text.length - last.length
  }
}

function find(text: string, piece: string, from: number): number {
  if (!piece.includes(ANY_CHARACTER)) return text.indexOf(piece, from)
  for (let at = from; at <= text.length - piece.length; at++) if (standsAt(text, piece, at)) return at
  return -1
}

function standsAt(text: string, piece: string, at: number): boolean {
  if (!piece.includes(ANY_CHARACTER)) return text.startsWith(piece, at)
  if (at + piece.length > text.length) return false
  for (let i = 0; i < piece.length; i++)
    if (piece[i] !== ANY_CHARACTER && piece[i] !== text[at + i]) return false
  return true
}

// A file of the bundle, because an installation has no packages.
const ENGINE = packagePath('dist/bundle/re2js.cjs')

let loaded: typeof RE2JS | undefined

// Uses RE2, because both expression and text are untrusted: its time is linear, which JavaScript's engine does not
// guarantee. Loaded only if a rule has a regular expression, which few have.
function compileRegex(source: string, flags: string): (value: Scalar) => boolean {
  const engine = (loaded ??= (createRequire(import.meta.url)(ENGINE) as { RE2JS: typeof RE2JS }).RE2JS)
  const given = { i: engine.CASE_INSENSITIVE, m: engine.MULTILINE, s: engine.DOTALL }
  let bits = 0
  for (const flag of flags) bits |= given[flag as keyof typeof given]
  try {
    const regex = engine.compile(source, bits)
    return (value) => regex.matcher(String(value)).find()
  } catch (error) {
    throw new RuleError(`the regular expression '${source}' is not supported: ${(error as Error).message}`)
  }
}
