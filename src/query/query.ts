// A resolved query: what to read, what to keep, and how to return it. Plain data except for the walk plan's functions.

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
        /** Every event with its judgement, as rows of decode/judged.ts. */
        readonly judge?: JudgeSpec | undefined
      }
    | { readonly kind: 'aggregate'; readonly spec: AggregateSpec }
  readonly ascending: boolean
  readonly limit: number | undefined
  readonly keepDuplicates: boolean
  /** Files to skip silently, because they were read before. */
  readonly isKnown?: ((file: LogFile) => boolean) | undefined
  /** The verification result of a file before it is read (`--verified-only`); undefined reads everything. */
  readonly fileGuard?: ((file: LogFile) => FileTrust) | undefined
}

/** The hash that the file's inflated content must have, in lower-case hex; or why the file is skipped. */
export type FileTrust =
  | { readonly sha256: string }
  /** `told`: the file's problem has been reported already. */
  | { readonly leftOut: string; readonly told: boolean }
