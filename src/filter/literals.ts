// From a filter, strings that the bytes of every matching record must contain, so that files and records can be passed
// over unparsed. Only runs of characters that JSON writes as they are: escapes cannot disguise those, except as \uXXXX,
// and a caller must not rely on literals where the bytes hold such an escape. Nor for events that carry `lookup` fields:
// those come from beside the record.

import { isIPv4 } from 'node:net'
import { comparedOf } from '../event/fields.ts'
import type { Clause, Filter, TextClause } from './clause.ts'
import type { PatternNode, PatternValue, Selector } from './pattern/ast.ts'
import { parseSourceIp } from './source-ip.ts'
import { escapeValue, parseValue, type ValuePattern } from './value-pattern.ts'

export interface Literal {
  /** Letters, digits and `_.:@-` of ASCII. */
  readonly text: string
  /**
   * Lower-case, and any case counts. A caller must not rely on it where the bytes hold one of the two letters beyond
   * ASCII whose lower case is within: K as the sign of Kelvin, and I with a dot.
   */
  readonly anyCase?: true
  /** Before or behind it the word may go on: it need not be a whole one there. */
  readonly isOpen?: { readonly start: boolean; readonly end: boolean }
}

/** One of these strings must occur. */
export type Alternatives = readonly Literal[]

/** For each inner array, at least one of its strings occurs in any matching record. The rarest-looking come first. */
export function filterLiterals(filter: Filter): readonly Alternatives[] {
  return rarestFirst(literalsOf(filter))
}

function literalsOf(filter: Filter): readonly Alternatives[] {
  switch (filter.kind) {
    case 'all':
      return filter.of.flatMap(literalsOf)
    case 'any':
      return either(filter.of.map(literalsOf))
    case 'not':
      return []
    default:
      return clauseLiterals(filter)
  }
}

function clauseLiterals(clause: Clause): readonly Alternatives[] {
  switch (clause.kind) {
    case 'text':
      return textLiterals(clause)
    case 'source-ip':
      return sourceIpLiterals(clause.values)
    case 'errors':
      return [exactly('errorCode', 'errorMessage', 'Failure')]
    case 'mfa':
      return [exactly('mfaAuthenticated', 'MFAUsed')]
    case 'contains':
      return either(clause.values.map(containedLiterals))
    case 'pattern':
      return patternLiterals(clause.node)
    // Derived where the record does not say.
    case 'time':
    case 'read-only':
    case 'category':
    case 'exists':
    case 'compare':
      return []
  }
}

function textLiterals({ field, values }: TextClause): readonly Alternatives[] {
  const { verbatim, isPath } = comparedOf(field)
  if (!verbatim) return []
  const plain = values.map(parseValue).filter((value) => !value.negated)
  return either(
    plain.map((value) => {
      // At a path there may be a number.
      if (isPath && mayBeOfNumber(value.pieces)) return []
      const literals = field === 'event-source' ? sourceRuns(value) : runs(value.pieces)
      // The record says only that its type is Root.
      return field === 'user-name' && value.test('root') ? either([literals, [exactly('Root')]]) : literals
    }),
  )
}

/** `ec2` means ec2.amazonaws.com, and the same with .cn behind it. */
function sourceRuns({ exact, pieces }: ValuePattern): readonly Alternatives[] {
  return exact === undefined || exact.includes('.') ? runs(pieces) : runs([`${exact}.amazonaws.com`, ''])
}

/** An address of IPv6 can be spelled in many ways; one of IPv4 as itself, or within one of IPv6. */
function sourceIpLiterals(values: readonly string[]): readonly Alternatives[] {
  const plain = values.map(parseValue).filter((value) => !value.negated)
  return either(
    plain.map(({ exact, pieces }) => {
      if (exact !== undefined && isIPv4(exact)) return [[{ text: exact }, { text: 'ffff:', anyCase: true }]]
      return exact !== undefined && parseSourceIp(escapeValue(exact)).numeric ? [] : runs(pieces)
    }),
  )
}

/** Numbers count as JavaScript writes them, which need not be how the record does. */
function containedLiterals(value: string): readonly Alternatives[] {
  const text = value.toLowerCase()
  if (mayBeOfNumber([text]) || '-infinity'.includes(text)) return []
  return runs(['', text, '']).map((group) => group.map((literal) => ({ ...literal, anyCase: true })))
}

function patternLiterals(node: PatternNode): readonly Alternatives[] {
  switch (node.kind) {
    case 'and':
      return node.nodes.flatMap(patternLiterals)
    case 'or':
      return either(node.nodes.map(patternLiterals))
    case 'compare':
      return [...(node.operator === '=' ? ofValue(node.value) : []), ...ofKeys(node.selector)]
    case 'is':
      return ofKeys(node.selector)
    case 'exists':
      return node.exists ? ofKeys(node.selector) : []
  }
}

/** The value may also be a number in the record, whose text is not ours: `1e3` is 1000. */
function ofValue(value: PatternValue): readonly Alternatives[] {
  return value.kind === 'text' && !mayBeOfNumber(value.pieces) ? runs(value.pieces) : []
}

/** A value can only be found under its keys. */
function ofKeys(selector: Selector): readonly Alternatives[] {
  return selector.flatMap((step) => (step.kind === 'key' ? runs([step.name]) : []))
}

/** Whether what JavaScript writes for a finite number may hold all of these. */
function mayBeOfNumber(texts: readonly string[]): boolean {
  const all = texts.join('')
  return /^[-+.e\d]*$/.test(all) && !/[.].*[.]|e.*e/.test(all)
}

/** Of several only one need hold, so that a single group is left of the rarest of each; none if one promises nothing. */
function either(options: readonly (readonly Alternatives[])[]): readonly Alternatives[] {
  if (options.length === 1) return options[0]!
  const rarest = options.map((groups) => rarestFirst(groups)[0])
  if (rarest.length === 0 || rarest.includes(undefined)) return []
  return [distinct(rarest.flatMap((group) => group!))]
}

function isSame(a: Literal, b: Literal): boolean {
  return (
    a.text === b.text &&
    a.anyCase === b.anyCase &&
    a.isOpen?.start === b.isOpen?.start &&
    a.isOpen?.end === b.isOpen?.end
  )
}

/**
 * Of the pieces of a text, with anything between them: each run of three or more characters is a group of its own, unless
 * it is in about every record anyway.
 */
function runs(pieces: readonly string[]): readonly Alternatives[] {
  const found = pieces.flatMap((piece, at) =>
    Array.from(piece.matchAll(/[\w.:@-]{3,}/g), ({ 0: text, index }): Literal => {
      const start = at > 0 && index === 0
      const end = at < pieces.length - 1 && index + text.length === piece.length
      return start || end ? { text, isOpen: { start, end } } : { text }
    }),
  )
  return distinct(found.filter(({ text }) => !isEverywhere(text))).map((literal) => [literal])
}

function distinct(literals: readonly Literal[]): readonly Literal[] {
  return literals.filter((one, at) => literals.findIndex((other) => isSame(one, other)) === at)
}

function exactly(...texts: readonly string[]): Alternatives {
  return texts.map((text) => ({ text }))
}

/** The words that all records have; account IDs, and the beginnings of ARNs that are about nothing more. */
function isEverywhere(run: string): boolean {
  return EVERYWHERE.has(run) || /^\d{12}$/.test(run) || /^arn:aws[\w-]*:(?:iam|sts):+\d*:[\w-]*$/.test(run)
}

function rarestFirst(groups: readonly Alternatives[]): readonly Alternatives[] {
  return groups.toSorted((a, b) => shortest(b) - shortest(a))
}

function shortest(alternatives: Alternatives): number {
  return Math.min(...alternatives.map(({ text }) => text.length))
}

const EVERYWHERE: ReadonlySet<string> = new Set(
  `arn aws amazonaws com iam sts user role assumed accountId awsRegion eventCategory eventID eventName eventSource
  eventTime eventType eventVersion managementEvent principalId readOnly recipientAccountId requestID requestParameters
  responseElements sourceIPAddress type userAgent userIdentity`.split(/\s+/),
)
