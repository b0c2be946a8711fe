// Problems: what could not be read, as values. They travel beside the events to one collector, which the summary and
// the exit code use. Nothing but an event may be dropped without a Problem.

export const PROBLEM_KINDS = {
  /** Not what CloudTrail delivered, or missing: reported by --verified-only. */
  invalid: { fails: true, label: 'not valid' },
  /** A part of the file was read: truncated, wrong checksum, a broken record. */
  damaged: { fails: true, label: 'damaged' },
  /** Nothing of the file could be read. */
  unreadable: { fails: true, label: 'unreadable' },
  /** A folder that could not be listed. */
  unlisted: { fails: true, label: 'could not be listed' },
  /** Read up to some point only. */
  incomplete: { fails: true, label: 'incomplete' },
  /** Fetched, but could not be written to its destination. */
  unwritten: { fails: true, label: 'not written' },
  /** Read, but contains more than CloudTrail writes: a second gzip member, trailing bytes. */
  suspicious: { fails: true, label: 'suspicious' },
  /** Read, but contains less than records: the cells of a CSV download. */
  partial: { fails: false, label: 'without records' },
  /** Recognized as something else (digest, S3 notification, other services' logs) and skipped. */
  skipped: { fails: false, label: 'skipped' },
  /** In an archive storage class; must be restored before it can be read. */
  archived: { fails: true, label: 'archived' },
  /** Events without a valid time, which no time range can include or exclude. */
  untimed: { fails: true, label: 'left out' },
  /** Excluded by --verified-only. */
  unverified: { fails: false, label: 'not verified' },
} as const
export type ProblemKind = keyof typeof PROBLEM_KINDS

export interface Problem {
  readonly kind: ProblemKind
  /** The file or folder in display form. */
  readonly file: string
  /** The problem, in one clause without a full stop: `cut short at byte 4,096`. */
  readonly what: string
  /** The next step, if there is one. */
  readonly hint?: string | undefined
}
