// A filter is plain data, because it crosses threads: clauses, and all, any or none of other filters. compile.ts turns
// it into a predicate.

import type { Category } from '../event/category.ts'
import type { PatternNode } from './pattern/ast.ts'

/**
 * Values as typed: exact and case-sensitive, `*` a wildcard, a leading `!` negates, `\` escapes either.
 * Holds when (no plain value is given, or one matches) and no negated value matches.
 */
export interface TextClause {
  readonly kind: 'text'
  /** A field of the table, or a path into the record. */
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
  | { readonly kind: 'exists'; readonly field: string } // a field or path; null is no value
  | {
      readonly kind: 'compare'
      readonly field: string
      readonly operator: '<' | '<=' | '>' | '>='
      readonly value: number
      /** What the values of the field are read as. Times are epoch milliseconds, and compared with `>=` or `<=`. */
      readonly of: 'number' | 'time'
    }

/** `all` of nothing holds for every event, `any` of nothing for none. */
export type Filter =
  | Clause
  | { readonly kind: 'all' | 'any'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }

export const EVERYTHING: Filter = { kind: 'all', of: [] }

/** All of them must hold. Those that are `all` themselves become part of it; a single one stays as it is. */
export function allOf(filters: readonly Filter[]): Filter {
  const of = filters.flatMap(conditions)
  return of.length === 1 ? of[0]! : { kind: 'all', of }
}

/** The filters that must all hold for this one to hold; none for EVERYTHING. */
export function conditions(filter: Filter): readonly Filter[] {
  return filter.kind === 'all' ? filter.of.flatMap(conditions) : [filter]
}
