// A detection rule as plain data: it crosses threads, and is compiled to a test where it runs (match.ts). Terms are
// those of the Sigma specification 2.1.

export const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const
export type Level = (typeof LEVELS)[number]

export interface RuleHead {
  /** The rule's `id`, or its title if it has none. */
  readonly id: string
  /** The rule's `name`, by which correlations may refer to it. */
  readonly name: string | undefined
  readonly title: string
  readonly level: Level
  readonly author: string | undefined
  readonly description: string | undefined
  /** `attack.t1078`, `attack.persistence`, … */
  readonly tags: readonly string[]
  readonly falsePositives: readonly string[]
  readonly references: readonly string[]
  readonly license: string | undefined
  /** What to do next; only our own rules have it. */
  readonly response: readonly string[]
  /** The file that it was read from. */
  readonly file: string
}

export interface EventRule extends RuleHead {
  readonly kind: 'event'
  readonly detection: Detection
}

export const CORRELATION_TYPES = ['event_count', 'value_count', 'temporal', 'temporal_ordered'] as const
export type CorrelationType = (typeof CORRELATION_TYPES)[number]

export interface CorrelationRule extends RuleHead {
  readonly kind: 'correlation'
  readonly type: CorrelationType
  /** IDs, names or titles of the rules that it refers to. */
  readonly rules: readonly string[]
  /** Record paths, or names of `aliases`, whose values must be equal. */
  readonly groupBy: readonly string[]
  /** For each alias, the record path in each rule. */
  readonly aliases: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Milliseconds. */
  readonly timespan: number
  /** Conditions on the number of events, of values, or of rules that matched. */
  readonly condition: readonly { readonly op: CountOperator; readonly value: number }[]
  /** The field whose values `value_count` counts. */
  readonly field: string | undefined
  /** True if the rules that it refers to are reported by themselves too. */
  readonly generate: boolean
}

export type CountOperator = 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'neq'
export type Rule = EventRule | CorrelationRule

export type Detection =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Detection[] }
  | { readonly kind: 'not'; readonly of: Detection }
  /** Some value at the path passes the test. */
  | { readonly kind: 'field'; readonly path: string; readonly test: ValueTest }
  /** Some text of the record, at any depth, passes the test. */
  | { readonly kind: 'keyword'; readonly test: ValueTest }

export type ValueTest =
  /**
   * Pieces between `*` wildcards; `?` inside a piece is one character, represented by ANY_CHARACTER. Case-sensitive
   * only if `cased`.
   */
  | { readonly kind: 'text'; readonly pieces: readonly string[]; readonly cased: boolean }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  | { readonly kind: 'cidr'; readonly range: string }
  | { readonly kind: 'number'; readonly op: 'lt' | 'lte' | 'gt' | 'gte'; readonly value: number }
  | { readonly kind: 'exists'; readonly value: boolean }
  /** The field is absent or null. */
  | { readonly kind: 'null' }
  /** Equal to the text at another path; `how` corresponds to the modifier. */
  | {
      readonly kind: 'fieldref'
      readonly path: string
      readonly how: 'equals' | 'contains' | 'startswith' | 'endswith'
      readonly cased: boolean
    }

/** Stands for any single character; a private-use character that no rule file needs. */
export const ANY_CHARACTER = '\u{F8FF}'
