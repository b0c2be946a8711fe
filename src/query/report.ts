// What a run did, for the summary line, the progress line and the exit code.

import type { StepTimes } from '../decode/batch.ts'
import { newWalkReport, type WalkReport } from '../logfile/walk-report.ts'
import { Coverage } from './coverage.ts'
import { ProblemList } from './problem-list.ts'

export interface RunReport {
  /** Rows given. */
  shown: number
  /** Events that the filter let through, copies not counted. */
  matched: number
  /** Records looked at. */
  records: number
  readonly files: {
    /** Handed to the readers, those that have been read among them. */
    wanted: number
    read: number
    /** Of those `read`, not opened: the index shows that nothing in them can match. */
    byIndex: number
    /** The index has learned of so many, and keeps it. */
    indexed: number
    /** Shown by the literal test to hold nothing that can match. */
    passedOver: number
    /** Turned out to be something else: a digest document, a text. */
    foreign: number
    /** Left out because nothing vouches for them: how many, by why. */
    readonly refused: Map<string, number>
  }
  /** Bytes as stored and inflated. */
  bytes: number
  inflated: number
  duplicates: number
  /** Duplicates that are not the same to the byte, but the same value: re-serialised. */
  respelled: number
  conflicts: number
  untimed: number
  /** Paths of columns that some event has, and for others a path that is like it. */
  readonly paths: { readonly seen: Set<string>; readonly near: Map<string, string> }
  /** The limit ended the run: there may be more. */
  limited: boolean
  /** A file whose name its content belies, and whether rows had already been given when it was found. */
  misnamed: { readonly file: string; readonly late: boolean } | undefined
  /** What the walk listed, found and left out. */
  readonly walk: WalkReport
  readonly coverage: Coverage
  readonly problems: ProblemList
  /** Milliseconds by step, summed over threads, and the whole run's. */
  readonly steps: StepTimes & { list: number; order: number; print: number }
  elapsed: number
}

/** A report of nothing yet. The walk tells its problems to the same list as everybody else. */
export function newReport(): RunReport {
  const problems = new ProblemList()
  return {
    shown: 0,
    matched: 0,
    records: 0,
    files: { wanted: 0, read: 0, byIndex: 0, indexed: 0, passedOver: 0, foreign: 0, refused: new Map() },
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
