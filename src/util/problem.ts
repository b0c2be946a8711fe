// What could not be read, as values: they travel beside the events to one collector, which the summary and the exit
// code ask. Nothing that is not an event may go missing without a Problem.

export const PROBLEM_KINDS = {
  /** Not what CloudTrail delivered, or gone: told by --verified-only. */
  invalid: { fails: true, label: 'not valid' },
  /** Part of a file was read: cut short, bad checksum, a broken record. */
  damaged: { fails: true, label: 'damaged' },
  /** Nothing of the file could be read. */
  unreadable: { fails: true, label: 'unreadable' },
  /** A folder that could not be listed. */
  unlisted: { fails: true, label: 'could not be listed' },
  /** Read up to some point, and no further. */
  incomplete: { fails: true, label: 'incomplete' },
  /** Fetched, but it could not be written where it was to go. */
  unwritten: { fails: true, label: 'not written' },
  /** Read, but holds more than CloudTrail puts in: a second gzip member, trailing bytes. */
  suspicious: { fails: true, label: 'suspicious' },
  /** Read, but it holds less than records: the cells of a CSV download. */
  partial: { fails: false, label: 'without records' },
  /** Recognised as something else (digest, S3 notification, other services' logs) and passed over. */
  skipped: { fails: false, label: 'skipped' },
  /** In an archive storage class; must be restored before it can be read. */
  archived: { fails: true, label: 'archived' },
  /** Events that no window of time can hold or exclude, because their time cannot be read. */
  untimed: { fails: true, label: 'left out' },
  /** Left out on purpose by --verified-only. */
  unverified: { fails: false, label: 'not verified' },
} as const
export type ProblemKind = keyof typeof PROBLEM_KINDS

export interface Problem {
  readonly kind: ProblemKind
  /** The file or folder as a person would name it. */
  readonly file: string
  /** What is wrong, in one clause without a full stop: `cut short at byte 4,096`. */
  readonly what: string
  /** The next step, if there is one. */
  readonly hint?: string | undefined
}
