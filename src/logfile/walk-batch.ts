// What a walk gives, and what it is told about its reader.

import type { LogFile } from './accept.ts'

/** Files to read, newest delivery first; files of which nothing tells the time come before all others. */
export interface WalkBatch {
  readonly files: readonly LogFile[]
  /** No file that comes later can, by its name or folder, hold an event after this moment. */
  readonly laterNotAfter: number
  /** What follows takes its time: look first whether this is enough. */
  readonly isDear?: boolean | undefined
}

export interface WalkOptions {
  /** Requests under way at the same time. */
  readonly concurrency: number
  /** Every file that the plan leaves will be taken. */
  readonly takesAll?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}
