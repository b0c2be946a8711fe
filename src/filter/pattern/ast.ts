// A CloudWatch Logs JSON filter pattern as plain data, because filters cross threads.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html

export type PatternNode =
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly PatternNode[] } // two or more
  | {
      readonly kind: 'compare'
      readonly selector: Selector
      readonly operator: Operator
      readonly value: PatternValue
    }
  | { readonly kind: 'is'; readonly selector: Selector; readonly what: Constant }
  | { readonly kind: 'exists'; readonly selector: Selector; readonly exists: boolean }

/** Longest first, because the scanner tries them in this order. */
export const OPERATORS = ['!=', '<=', '>=', '=', '<', '>'] as const
export type Operator = (typeof OPERATORS)[number]

export const CONSTANTS = ['NULL', 'TRUE', 'FALSE'] as const
export type Constant = (typeof CONSTANTS)[number]

/** The steps after `$`; at least one. */
export type Selector = readonly Step[]
export type Step =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'any-field' } // `.*`
  | { readonly kind: 'any-element' } // `[*]`

export type PatternValue =
  | { readonly kind: 'text'; readonly pieces: readonly string[] } // between wildcards, see ../glob.ts
  | { readonly kind: 'number'; readonly source: string } // as typed, because account IDs keep their zeros
  | { readonly kind: 'regex'; readonly source: string } // the text between the percent signs
