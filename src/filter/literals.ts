// Derives from a filter strings that the bytes of every matching record must contain, so that files and records without
// them can be skipped unparsed. Literals consist only of characters that JSON writes unescaped, so nothing but a \uXXXX
// escape can disguise them. A caller must not rely on literals if the bytes contain such an escape, or for events with
// `lookup` fields, which come from outside the record.

import { isIPv4 } from 'node:net'
import { comparedOf } from '../event/fields.ts'
import type { Clause, Filter, TextClause } from './clause.ts'
import type { PatternNode, PatternValue, Selector } from './pattern/ast.ts'
import { parseSourceIp } from './source-ip.ts'
import { escapeValue, parseValue, type ValuePattern } from './value-pattern.ts'

export interface Literal {
  /** ASCII letters, digits and `_.:@-`. */
  readonly text: string
  /**
   * The text is lower-case and matches any case. A caller must not rely on it if the bytes contain one of the two
   * non-ASCII characters whose lower case contains an ASCII letter: the Kelvin sign (K) and the capital I with a dot.
   */
  readonly anyCase?: true
  /** At an open start or end the match may be part of a longer word. */
  readonly isOpen?: { readonly start: boolean; readonly end: boolean }
}

/** At least one of these strings must occur. */
export type Alternatives = readonly Literal[]

/**
 * For each inner array, at least one of its strings occurs in any matching record. The groups that look rarest come
 * first.
 */
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
    // These values are derived if the record does not state them.
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
      // The value at a path may be a number, which can be written in several ways.
      if (isPath && mayBeOfNumber(value.pieces)) return []
      const literals = field === 'event-source' ? sourceRuns(value) : runs(value.pieces)
      // For root, the record contains only the type `Root`.
      return field === 'user-name' && value.test('root') ? either([literals, [exactly('Root')]]) : literals
    }),
  )
}

/** `ec2` stands for ec2.amazonaws.com, with or without `.cn`. */
function sourceRuns({ exact, pieces }: ValuePattern): readonly Alternatives[] {
  return exact === undefined || exact.includes('.') ? runs(pieces) : runs([`${exact}.amazonaws.com`, ''])
}

/** An IPv6 address can be written in many ways; an IPv4 address as itself, or mapped in an IPv6 address. */
function sourceIpLiterals(values: readonly string[]): readonly Alternatives[] {
  const plain = values.map(parseValue).filter((value) => !value.negated)
  return either(
    plain.map(({ exact, pieces }) => {
      if (exact !== undefined && isIPv4(exact)) return [[{ text: exact }, { text: 'ffff:', anyCase: true }]]
      return exact !== undefined && parseSourceIp(escapeValue(exact)).numeric ? [] : runs(pieces)
    }),
  )
}

/** Numbers are compared as JavaScript writes them, which may differ from the record's text. */
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

/** In the record the value may also be a number in another notation: `1e3` equals 1000. */
function ofValue(value: PatternValue): readonly Alternatives[] {
  return value.kind === 'text' && !mayBeOfNumber(value.pieces) ? runs(value.pieces) : []
}

/** A value can only be found under its keys, so the keys must occur. */
function ofKeys(selector: Selector): readonly Alternatives[] {
  return selector.flatMap((step) => (step.kind === 'key' ? runs([step.name]) : []))
}

/** True if JavaScript's text for some finite number may contain all of these. */
function mayBeOfNumber(texts: readonly string[]): boolean {
  const all = texts.join('')
  return /^[-+.e\d]*$/.test(all) && !/[.].*[.]|e.*e/.test(all)
}

/**
 * Only one of the options needs to hold: combines the rarest group of each into one group; none if an option has no
 * literals.
 */
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
 * The literals in the pieces of a glob: each run of three or more characters becomes a group of its own, unless nearly
 * every record contains it.
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

/** True for words that nearly all records contain: account IDs, and ARN prefixes without a specific name. */
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
