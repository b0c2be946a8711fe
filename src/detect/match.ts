// A rule's detection, compiled to a test of one event. Values are compared as text, without regard to case unless the rule
// says so; a number or a boolean of the record is compared by its digits or word. Where a path meets an array, any element counts.

import type { RE2JS } from 're2js'
import { createRequire } from 'node:module'
import type { Event } from '../event/event.ts'
import { parsePath, valuesAt, type PathStep } from '../event/record-path.ts'
import { parseSourceIp } from '../filter/source-ip.ts'
import { own, type Json } from '../util/json.ts'
import { ANY_CHARACTER, type Detection, type ValueTest } from './rule.ts'
import { RuleError } from './rule-error.ts'

export type EventTest = (event: Event) => boolean

/** Throws RuleError for a regular expression that cannot be matched in linear time. */
export function compileDetection(detection: Detection): EventTest {
  switch (detection.kind) {
    case 'all': {
      const tests = detection.of.map(compileDetection)
      return (event) => tests.every((test) => test(event))
    }
    case 'any': {
      const tests = detection.of.map(compileDetection)
      return (event) => tests.some((test) => test(event))
    }
    case 'not': {
      const test = compileDetection(detection.of)
      return (event) => !test(event)
    }
    case 'field':
      return compileField(detection.path, detection.test)
    case 'keyword': {
      const fits = compileValue(detection.test)
      return (event) => someText(event.record, fits)
    }
  }
}

function compileField(path: string, test: ValueTest): EventTest {
  const read = reader(path)
  if (test.kind === 'exists') return (event) => read(event).length > 0 === test.value
  if (test.kind === 'null') return (event) => read(event).every((value) => value === null)
  if (test.kind === 'fieldref') {
    const other = reader(test.path)
    const fold = test.cased ? (text: string) => text : (text: string) => text.toLowerCase()
    return (event) => {
      const wanted = scalars(other(event)).map((value) => fold(String(value)))
      return scalars(read(event)).some((value) =>
        wanted.some((text) => RELATIONS[test.how](fold(String(value)), text)),
      )
    }
  }
  return someAt(path, compileValue(test))
}

type Relation = 'equals' | 'contains' | 'startswith' | 'endswith'

const RELATIONS: Readonly<Record<Relation, (text: string, other: string) => boolean>> = {
  equals: (text, other) => text === other,
  contains: (text, other) => text.includes(other),
  startswith: (text, other) => text.startsWith(other),
  endswith: (text, other) => text.endsWith(other),
}

type Scalar = string | number | boolean

function reader(path: string): (event: Event) => readonly Json[] {
  const steps: readonly PathStep[] = parsePath(path) ?? [{ key: path }]
  const [first, ...rest] = steps
  if (first === undefined || !('key' in first)) throw new RuleError(`'${path}' is not a path into a record`)
  return (event) => {
    const part = event.part(first.key)
    return part === undefined ? [] : rest.length === 0 ? [part] : valuesAt(part, rest)
  }
}

/**
 * Whether a value at the path passes. Asked for every rule of every event, so it makes no lists, and takes a text from the
 * record without parsing where that is enough.
 */
function someAt(path: string, fits: (value: Scalar) => boolean): EventTest {
  const steps: readonly PathStep[] = parsePath(path) ?? [{ key: path }]
  const keys = steps.flatMap((step) => ('key' in step ? [step.key] : []))
  const [first, second] = keys
  if (first === undefined || keys.length < steps.length) {
    const read = reader(path)
    return (event) => scalars(read(event)).some(fits)
  }
  const inPart = (value: Json | undefined, at: number): boolean => {
    if (value === undefined) return false
    if (at === keys.length) return isScalar(value) ? fits(value) : scalars([value]).some(fits)
    if (Array.isArray(value))
      return (value as readonly Json[]).some((one) => inPart(own(one, keys[at]!), at + 1))
    return inPart(own(value, keys[at]!), at + 1)
  }
  return (event) => {
    const text =
      second === undefined ? event.text(first) : keys.length === 2 ? event.textIn(first, second) : undefined
    return text === undefined ? inPart(event.part(first), 1) : fits(text)
  }
}

function scalars(values: readonly Json[]): Scalar[] {
  return values.flatMap((value): Scalar[] => {
    if (Array.isArray(value)) return scalars(value as readonly Json[])
    return isScalar(value) ? [value] : []
  })
}

function isScalar(value: Json): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** A list instead of recursion and of `push(...)`: records are as deep and as wide as their writers like. */
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
    case 'text':
      return compileText(test.pieces, test.cased)
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

/** Each piece at its first possible place, so that nothing is tried twice. */
function compileText(typed: readonly string[], cased: boolean): (value: Scalar) => boolean {
  const pieces = cased ? typed : typed.map((piece) => piece.toLowerCase())
  const [first = '', ...rest] = pieces
  const last = rest.pop()
  return (value) => {
    const whole = String(value)
    const text = cased ? whole : whole.toLowerCase()
    if (last === undefined) return text.length === first.length && standsAt(text, first, 0)
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

// RE2, because the expression and the text both come from strangers: its time is linear, which JavaScript's own engine
// does not promise. Loaded when a rule has an expression, which few have.
function compileRegex(source: string, flags: string): (value: Scalar) => boolean {
  const { RE2JS: engine } = createRequire(import.meta.url)('re2js') as { RE2JS: typeof RE2JS }
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
