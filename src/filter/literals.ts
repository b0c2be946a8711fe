// From a filter, strings that the bytes of every matching record must contain, so that files and records can be passed
// over unparsed. Only runs of letters and digits are used: JSON escapes cannot disguise those, except as \uXXXX, and a
// caller must not rely on literals where the bytes hold such an escape. Nor for events that carry `lookup` fields: those
// come from beside the record.

import { fieldOf } from '../event/fields.ts'
import type { Clause, Filter, TextClause } from './clause.ts'
import type { PatternNode, PatternValue, Selector } from './pattern/ast.ts'
import { parseSourceIp } from './source-ip.ts'
import { parseValue } from './value-pattern.ts'

/** One of these strings must occur. */
type Alternatives = readonly string[]

/** For each inner array, at least one of its strings occurs in any matching record. The rarest-looking come first. */
export function filterLiterals(filter: Filter): readonly Alternatives[] {
  return rarestFirst(literalsOf(filter))
}

function literalsOf(filter: Filter): readonly Alternatives[] {
  switch (filter.kind) {
    case 'all':
      return filter.of.flatMap(literalsOf)
    case 'any':
      return either(filter.of.map((part) => rarestFirst(literalsOf(part))[0]))
    case 'not':
      return []
    default:
      return clauseLiterals(filter)
  }
}

function rarestFirst(groups: readonly Alternatives[]): readonly Alternatives[] {
  return groups.toSorted((a, b) => shortest(b) - shortest(a))
}

function clauseLiterals(clause: Clause): readonly Alternatives[] {
  switch (clause.kind) {
    case 'text':
      return textLiterals(clause)
    case 'source-ip':
      return sourceIpLiterals(clause.values)
    case 'errors':
      return [['errorCode', 'errorMessage', 'Failure']]
    case 'mfa':
      return [['mfaAuthenticated', 'MFAUsed']]
    case 'pattern':
      return patternLiterals(clause.node)
    // Derived where the record does not say, or compared in another case.
    case 'time':
    case 'read-only':
    case 'category':
    case 'contains':
      return []
  }
}

function textLiterals({ field, values }: TextClause): readonly Alternatives[] {
  if (!fieldOf(field).verbatim) return []
  const plain = values.map(parseValue).filter((value) => !value.negated)
  return either(
    plain.map((value) => {
      const literal = bestRun(value.pieces)
      if (literal === undefined) return undefined
      // The record says only that its type is Root.
      return field === 'user-name' && value.test('root') ? [literal, 'Root'] : [literal]
    }),
  )
}

/** An address can be spelled in several ways; host names cannot. */
function sourceIpLiterals(values: readonly string[]): readonly Alternatives[] {
  const plain = values.filter((value) => !parseValue(value).negated)
  return either(
    plain.map((value) => {
      const literal = parseSourceIp(value).numeric ? undefined : bestRun(parseValue(value).pieces)
      return literal === undefined ? undefined : [literal]
    }),
  )
}

function patternLiterals(node: PatternNode): readonly Alternatives[] {
  switch (node.kind) {
    case 'and':
      return node.nodes.flatMap(patternLiterals)
    case 'or':
      return either(node.nodes.map((part) => rarestFirst(patternLiterals(part))[0]))
    case 'compare':
      return either([
        node.operator === '=' ? (ofValue(node.value) ?? ofKeys(node.selector)) : ofKeys(node.selector),
      ])
    case 'is':
      return either([ofKeys(node.selector)])
    case 'exists':
      return node.exists ? either([ofKeys(node.selector)]) : []
  }
}

/**
 * The value may also be a number in the record, whose text is not ours (`1e3` is 1000): a run must hold a letter that
 * no number has.
 */
function ofValue(value: PatternValue): Alternatives | undefined {
  const literal = value.kind === 'text' ? bestRun(value.pieces, /[A-DF-Za-df-z]/) : undefined
  return literal === undefined ? undefined : [literal]
}

/** A value can only be found under its keys. */
function ofKeys(selector: Selector): Alternatives | undefined {
  const literal = bestRun(selector.flatMap((step) => (step.kind === 'key' ? [step.name] : [])))
  return literal === undefined ? undefined : [literal]
}

/** Alternatives help only when there is a string for each. */
function either(options: readonly (Alternatives | undefined)[]): readonly Alternatives[] {
  const known = options.filter((option) => option !== undefined)
  if (known.length === 0 || known.length < options.length) return []
  return [[...new Set(known.flat())]]
}

/** The longest run of three or more letters and digits that is not in about every record anyway. */
function bestRun(texts: readonly string[], having = /./): string | undefined {
  return texts
    .flatMap((text) => text.match(/[A-Za-z0-9]{3,}/g) ?? [])
    .filter((run) => having.test(run) && !EVERYWHERE.has(run) && !/^\d{12}$/.test(run)) // account IDs
    .reduce<string | undefined>((best, run) => (run.length > (best?.length ?? 0) ? run : best), undefined)
}

function shortest(alternatives: Alternatives): number {
  return Math.min(...alternatives.map((literal) => literal.length))
}

const EVERYWHERE: ReadonlySet<string> = new Set(
  `arn aws amazonaws com iam sts user role assumed accountId awsRegion eventCategory eventID eventName eventSource
  eventTime eventType eventVersion managementEvent principalId readOnly recipientAccountId requestID requestParameters
  responseElements sourceIPAddress type userAgent userIdentity`.split(/\s+/),
)
