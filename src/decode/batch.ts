// What decoding takes and gives, as plain data: all of it crosses threads.

import type { DetectSpec } from '../detect/match-row.ts'
import type { Filter } from '../filter/clause.ts'
import type { RowFormat } from '../format/row.ts'
import type { Problem } from '../util/problem.ts'
import type { JudgeSpec } from './judged.ts'
import type { SeenPaths } from './path-watch.ts'
import type { Rows } from './rows.ts'
import type { TallyPart, AggregateSpec } from './aggregate.ts'

/** What to do with every file of a run. */
export interface DecodePlan {
  readonly filter: Filter
  /** Each survivor becomes a row, or is only counted. */
  readonly output:
    | {
        readonly kind: 'rows'
        readonly row: RowFormat
        readonly ascending: boolean
        /** Only events that one of its rules matches, each as a row of detect/match-row.ts in place of `row`. */
        readonly detect?: DetectSpec | undefined
        /** Every event, each as a row of judged.ts with the columns of `row`. */
        readonly judge?: JudgeSpec | undefined
      }
    | {
        readonly kind: 'aggregate'
        readonly spec: AggregateSpec
        /**
         * Copies are told by their values. Else by their bytes, at a tenth of the cost: then nothing is known of two events
         * with one ID that differ in their bytes.
         */
        readonly byValue: boolean
      }
  /** Most inflated bytes a file may have. */
  readonly maxInflated: number
  /** Time the steps inside a file too, which costs a little. */
  readonly debug: boolean
}

/** One log file to decode: its bytes, or a path that the decoding thread opens itself. */
export interface FileInput {
  /** Number in the walk, by which the watermark knows the file. */
  readonly index: number
  /** As a person would name it. */
  readonly file: string
  /** The account in its name, if the name tells. */
  readonly account: string | undefined
  /** Latest moment at which, by its name, an event in it can have happened; undefined when the name does not tell. */
  readonly notAfter: number | undefined
  /** What the inflated bytes must hash to, in lower-case hex, or nothing of the file counts. */
  readonly sha256?: string | undefined
  readonly path?: string | undefined
  readonly bytes?: Uint8Array | undefined
  /** What the file holds is to be told, for an index. */
  readonly survey?: boolean | undefined
}

/** What a file holds that is whole and in which everything is as usual. */
export interface Survey {
  /** The words of its text, as bits: see index/words.ts. */
  readonly words: Uint8Array
  /** When its first and its last event happened, epoch milliseconds. */
  readonly from: number
  readonly to: number
}

export interface FileReport {
  readonly index: number
  /** Bytes as stored, and after inflating. */
  readonly bytes: number
  readonly inflated: number
  /** Records seen; 0 for a file that the literal test passed over. */
  readonly records: number
  readonly matched: number
  /** The literal test showed that nothing in the file can match. */
  readonly passedOver: boolean
  /** The file, when an event in it is later than its name allows: a copy that was regrouped. */
  readonly misnamed: string | undefined
  readonly problems: readonly Problem[]
  /** If it was asked for, and nothing about the file is unusual. */
  readonly survey?: Survey | undefined
}

/** Milliseconds by step. `scan` includes parsing, filtering and formatting unless `debug` told them apart. */
export interface StepTimes {
  read: number
  inflate: number
  search: number
  scan: number
  filter: number
  format: number
}

export interface Batch {
  readonly files: readonly FileReport[]
  readonly rows: Rows | undefined
  readonly tally: TallyPart | undefined
  readonly paths: SeenPaths
  readonly times: StepTimes
}

/** A plan comes before the first files that are to be decoded by it, and is forgotten when its run has ended. */
export type ToWorker =
  | { readonly kind: 'plan'; readonly id: number; readonly plan: DecodePlan }
  | { readonly kind: 'files'; readonly id: number; readonly files: readonly FileInput[] }
  | { readonly kind: 'forget'; readonly id: number }
export type FromWorker = 'ready' | Batch

/** What a thread is started with. */
export interface WorkerStart {
  /** The key of the process, which all hashes of a run need (json/hash-key.ts). */
  readonly hashKey: Uint8Array
  readonly first: ToWorker
}
