// The batches that a walk yields, and its options.

import type { Source, SourceObject } from '../source/source.ts'
import type { LogFile } from './accept.ts'

/** Files to read, newest delivery first; files without any known time come before all others. */
export interface WalkBatch {
  readonly files: readonly LogFile[]
  /** No later batch can, by name or folder of its files, contain an event after this time (epoch milliseconds). */
  readonly laterNotAfter: number
  /** The next batch is expensive: the reader should first check whether it has enough. */
  readonly isDear?: boolean | undefined
  /**
   * About how many times as many files follow as were given with this and earlier batches, by the folders that are
   * known; absent if nothing is known.
   */
  readonly toCome?: (() => number) | undefined
}

export interface WalkOptions {
  /** Maximum number of concurrent requests. */
  readonly concurrency: number
  /** The reader will take every file that the plan accepts. */
  readonly takesAll?: boolean | undefined
  readonly mayHoldRecords?: MayHoldRecords | undefined
  readonly signal?: AbortSignal | undefined
}

/** Reads a file: false if it is whole and holds no record. Without this, a walk trusts names alone. */
export type MayHoldRecords = (source: Source, object: SourceObject) => Promise<boolean>
