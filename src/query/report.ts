// What a run did, for the summary line, the progress line and the exit code.

import type { StepTimes } from '../decode/batch.ts'
import { newWalkReport, type WalkReport } from '../logfile/walk-report.ts'
import { Coverage } from './coverage.ts'
import { ProblemList } from './problem-list.ts'

export interface RunReport {
  /** Number of rows returned. */
  shown: number
  /** Number of events that matched the filter, without copies. */
  matched: number
  /** Number of records examined. */
  records: number
  readonly files: {
    /** Files passed to the readers, including those already read. */
    wanted: number
    read: number
    /** Those of `read` that were not opened, because the index rules them out. */
    byIndex: number
    /** Files added to the saved index. */
    indexed: number
    /** Files skipped by the literal test, because they cannot contain a match. */
    passedOver: number
    /** Files that turned out to be something else: a digest document, a text. */
    foreign: number
    /** Files that were not read, because a look at others of their folder showed another service's logs: by folder. */
    readonly others: Map<string, { readonly of: string; readonly files: number }>
    /** Files skipped because they are not verified: number by reason. */
    readonly refused: Map<string, number>
  }
  /** Stored and inflated bytes. */
  bytes: number
  inflated: number
  duplicates: number
  /** Duplicates that have the same value but different bytes: re-serialised. */
  respelled: number
  conflicts: number
  untimed: number
  /** Paths of columns that some event has, and for the others a similar path. */
  readonly paths: { readonly seen: Set<string>; readonly near: Map<string, string> }
  /** The limit ended the run, so there may be more. */
  limited: boolean
  /** A file whose content contradicts its name, and whether rows had been returned before it was found. */
  misnamed: { readonly file: string; readonly late: boolean } | undefined
  /** What the walk listed, found and skipped. */
  readonly walk: WalkReport
  readonly coverage: Coverage
  readonly problems: ProblemList
  /** Milliseconds by step, summed over threads, and those of the whole run. */
  readonly steps: StepTimes & { list: number; order: number; print: number }
  elapsed: number
}

/** Creates an empty report. The walk reports its problems to the same list as all other steps. */
export function newReport(): RunReport {
  const problems = new ProblemList()
  return {
    shown: 0,
    matched: 0,
    records: 0,
    files: {
      wanted: 0,
      read: 0,
      byIndex: 0,
      indexed: 0,
      passedOver: 0,
      foreign: 0,
      others: new Map(),
      refused: new Map(),
    },
    bytes: 0,
    inflated: 0,
    duplicates: 0,
    respelled: 0,
    conflicts: 0,
    untimed: 0,
    paths: { seen: new Set(), near: new Map() },
    limited: false,
    misnamed: undefined,
    walk: newWalkReport((problem) => problems.add(problem)),
    coverage: new Coverage(),
    problems,
    steps: { list: 0, read: 0, inflate: 0, search: 0, scan: 0, filter: 0, format: 0, order: 0, print: 0 },
    elapsed: 0,
  }
}
