// A request, resolved: what to read, what to keep, how to give it. Plain data but for the functions of the walk plan.

import type { AggregateSpec } from '../decode/aggregate.ts'
import type { JudgeSpec } from '../decode/judged.ts'
import type { DetectSpec } from '../detect/match-row.ts'
import type { Filter } from '../filter/clause.ts'
import type { RowFormat } from '../format/row.ts'
import type { WalkPlan } from '../logfile/plan.ts'
import type { LogFile } from '../logfile/accept.ts'

export interface Query {
  readonly walk: WalkPlan
  readonly filter: Filter
  readonly output:
    /** With `detect`, only events that its rules match, as rows of detect/match-row.ts. */
    | {
        readonly kind: 'rows'
        readonly row: RowFormat
        readonly detect?: DetectSpec | undefined
        /** Every event, with what it is found to be, as rows of decode/judged.ts. */
        readonly judge?: JudgeSpec | undefined
      }
    | { readonly kind: 'aggregate'; readonly spec: AggregateSpec }
  readonly ascending: boolean
  readonly limit: number | undefined
  readonly keepDuplicates: boolean
  /** Files that are not to be read, without a word: they were read before. */
  readonly isKnown?: ((file: LogFile) => boolean) | undefined
  /** What is known of a file before it is read (`--verified-only`); undefined reads everything. */
  readonly vouched?: ((file: LogFile) => Vouch) | undefined
}

/** The hash of what the file must hold, inflated, in lower-case hex; or why it is left out. */
export type Vouch =
  | { readonly sha256: string }
  /** `told`: what is wrong with the file is among the problems already. */
  | { readonly leftOut: string; readonly told: boolean }
