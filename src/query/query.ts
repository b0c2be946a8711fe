// A resolved query: what to read, what to keep, and how to return it. Plain data except for the walk plan's functions.

import type { DecodePlan } from '../decode/batch.ts'
import type { WalkPlan } from '../logfile/plan.ts'
import type { LogFile } from '../logfile/accept.ts'

export interface Query {
  readonly walk: WalkPlan
  /** What the decoding threads do: filter, output, limits. */
  readonly plan: DecodePlan
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
