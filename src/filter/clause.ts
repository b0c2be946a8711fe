// A filter is plain data, because it crosses threads: clauses, and `all`, `any` and `not` over other filters.
// compile.ts turns it into a predicate.

import type { Category } from '../event/category.ts'
import type { PatternNode } from './pattern/ast.ts'

/**
 * Values as typed: exact and case-sensitive, `*` is a wildcard, a leading `!` negates, `\` escapes either. Holds if at
 * least one plain value matches (or none is given) and no negated value matches.
 */
export interface TextClause {
  readonly kind: 'text'
  /** A field of the field table, or a path into the record. */
  readonly field: string
  readonly values: readonly string[]
}

export type Clause =
  | TextClause
  | { readonly kind: 'time'; readonly start?: number | undefined; readonly end?: number | undefined } // epoch ms, both inclusive
  | { readonly kind: 'read-only'; readonly value: boolean }
  | { readonly kind: 'source-ip'; readonly values: readonly string[] } // address, CIDR or text with `*`; `!` negates
  | { readonly kind: 'errors' }
  | { readonly kind: 'contains'; readonly values: readonly string[] }
  | { readonly kind: 'mfa'; readonly value: boolean }
  | { readonly kind: 'category'; readonly any: readonly Category[] } // what --kind chose
  | { readonly kind: 'pattern'; readonly node: PatternNode }
  | { readonly kind: 'exists'; readonly field: string } // a field or path; null counts as absent
  | {
      readonly kind: 'compare'
      readonly field: string
      readonly operator: '<' | '<=' | '>' | '>='
      readonly value: number
      /** How values of the field are parsed. Times are epoch milliseconds, and compared only with `>=` or `<=`. */
      readonly of: 'number' | 'time'
    }

/** `all` of an empty list holds for every event, `any` of an empty list for none. */
export type Filter =
  | Clause
  | { readonly kind: 'all' | 'any'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }

export const EVERYTHING: Filter = { kind: 'all', of: [] }

/**
 * A filter that holds if all of the given ones hold. Nested `all` filters are flattened; a single filter is returned
 * as it is.
 */
export function allOf(filters: readonly Filter[]): Filter {
  const of = filters.flatMap(conditions)
  return of.length === 1 ? of[0]! : { kind: 'all', of }
}

/** The filters that must all hold for this one to hold; empty for EVERYTHING. */
export function conditions(filter: Filter): readonly Filter[] {
  return filter.kind === 'all' ? filter.of.flatMap(conditions) : [filter]
}

/** The time range that all conditions on time leave, epoch milliseconds, both inclusive; infinite where there is none. */
export function timeRange(filter: Filter): { readonly start: number; readonly end: number } {
  const times = conditions(filter).filter((one) => one.kind === 'time')
  return {
    start: Math.max(-Infinity, ...times.map(({ start = -Infinity }) => start)),
    end: Math.min(Infinity, ...times.map(({ end = Infinity }) => end)),
  }
}
