// Input and output of decoding, as plain data, because all of it crosses threads.

import type { DetectSpec } from '../detect/match-row.ts'
import type { Filter } from '../filter/clause.ts'
import type { RowFormat } from '../format/row.ts'
import type { Problem } from '../util/problem.ts'
import type { FileStamp } from '../util/read-regular-file.ts'
import type { JudgeSpec } from './judged.ts'
import type { SeenPaths } from './path-watch.ts'
import type { Rows } from './rows.ts'
import type { AggregatePart, AggregateSpec } from './aggregate.ts'
import type { ThreadState } from './thread-state.ts'

/** How to process every file of a run. The caller makes it, and every thread gets it as it is. */
export interface DecodePlan {
  readonly filter: Filter
  /** Each match becomes a row, or is only counted. */
  readonly output:
    | {
        readonly kind: 'rows'
        readonly row: RowFormat
        readonly ascending?: boolean
        /** Only events that one of the rules matches, each as a row of detect/match-row.ts instead of `row`. */
        readonly detect?: DetectSpec | undefined
        /** Every event, as a row of judged.ts with the columns of `row`. */
        readonly judge?: JudgeSpec | undefined
      }
    | {
        readonly kind: 'aggregate'
        readonly spec: AggregateSpec
        /**
         * Copies are recognized by their values. Otherwise by their bytes, at a tenth of the cost: then two events with one ID
         * but different bytes may be copies or not. The run sets it where that is needed.
         */
        readonly byValue?: boolean
      }
  /** Maximum inflated size of a file, in bytes. */
  readonly maxInflated: number
  /** Also time the steps inside a file, which costs a little. */
  readonly debug: boolean
}

/** One log file to decode: its bytes, or a path that the decoding thread opens itself. */
export interface FileInput {
  /** Number in the walk, by which the watermark identifies the file. */
  readonly index: number
  /** In display form. */
  readonly file: string
  /** The account in its name, if there is one. */
  readonly account: string | undefined
  /** Latest time at which an event in it can have happened, by its name; undefined if the name does not say. */
  readonly notAfter: number | undefined
  /** Hash that the inflated bytes must have, in lower-case hex; otherwise nothing of the file counts. */
  readonly sha256?: string | undefined
  readonly path?: string | undefined
  /** A listing has called it a regular file. */
  readonly isRegular?: boolean | undefined
  readonly bytes?: Uint8Array | undefined
  /** Return a survey of the file for the index. */
  readonly survey?: boolean | undefined
  /** Return the beginning of its text if there is no record in it. */
  readonly look?: boolean | undefined
}

/** Files as they cross to a thread: see handover.ts. */
export interface PackedFiles {
  /** What is after the last slash of each path, or name in display form, with slashes between them. */
  readonly names: string
  /** Of each file its number in the walk, and its `notAfter` or NaN. */
  readonly numbers: Float64Array<ArrayBuffer>
  readonly folders: readonly PackedFolder[]
  /** What the rest does not tell, of few files. */
  readonly others: readonly (readonly [at: number, fields: Partial<FileInput>])[]
}

/** What files that follow each other have in common. */
export interface PackedFolder extends Pick<FileInput, 'account' | 'isRegular' | 'survey' | 'look'> {
  /** Position of the first one. */
  readonly from: number
  /** What is before their names, in display form. */
  readonly file: string
  readonly path: string | undefined
}

/** Index data of a file that is complete and contains nothing unusual. */
export interface Survey {
  /** The words of its text as a Bloom filter: see index/words.ts. */
  readonly words: Uint8Array
  /** Times of its first and last event, epoch milliseconds. */
  readonly from: number
  readonly to: number
  /** Of a file that was opened by its path: which version of it was read. */
  readonly stamp?: FileStamp | undefined
}

/** What became of the files of a batch, in their order. Nothing happens in most files, so that each costs only two numbers. */
export interface FileReports {
  /** Their numbers in the walk. */
  readonly numbers: Int32Array
  /** The matches in each of them. */
  readonly matches: Int32Array
  /** Stored bytes of all of them, and bytes after inflating. */
  readonly bytes: number
  readonly inflated: number
  /** Records seen; none in files that the literal test skipped. */
  readonly records: number
  /** Files of which the literal test showed that nothing in them can match. */
  readonly passedOver: number
  /** About those of which there is more to say. */
  readonly notes: readonly FileNote[]
}

export interface FileNote {
  readonly index: number
  readonly records: number
  /** The file, if an event in it is later than its name allows: a regrouped copy. */
  readonly misnamed: string | undefined
  readonly problems: readonly Problem[]
  /** Set if it was requested and nothing about the file is unusual. */
  readonly survey: Survey | undefined
  /** The first bytes of an undamaged text without a record, one character each, if they were requested. */
  readonly head: string | undefined
}

/** Milliseconds by step. `scan` includes parsing, filtering and formatting, unless `debug` times them separately. */
export interface StepTimes {
  read: number
  inflate: number
  search: number
  scan: number
  filter: number
  format: number
}

export interface Batch {
  readonly files: FileReports
  /** Files that may be large and were not decoded for that reason. */
  readonly left: readonly FileInput[]
  /** The rows of all files in order, in one piece unless they are large. */
  readonly rows: readonly Rows[] | undefined
  readonly aggregate: AggregatePart | undefined
  readonly paths: SeenPaths
  readonly times: StepTimes
}

/** A plan is sent before the first files that it applies to, and is forgotten when its run has ended. */
export type ToWorker =
  | { readonly kind: 'plan'; readonly id: number; readonly plan: DecodePlan }
  | {
      readonly kind: 'files'
      readonly id: number
      readonly files: PackedFiles
      readonly takesLarge: boolean
      /** For the rows of these or other files: see row-memory.ts. */
      readonly memory: readonly ArrayBuffer[]
    }
  | { readonly kind: 'forget'; readonly id: number }
export type FromWorker = 'ready' | Batch

/** Start data of a thread. */
export interface WorkerStart {
  /** The key of the process, which all hashes of a run need (json/hash-key.ts). */
  readonly hashKey: Uint8Array
  readonly state: ThreadState
  /** The number of the thread in `state`. */
  readonly thread: number
  readonly first: ToWorker
}
