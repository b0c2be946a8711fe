// The scanner's table of a log file: what assembly/table.ts writes of each record, as numbers.

/** Members of the identity that have slots of their own, from MEMBER_SLOT on. */
export const MEMBER_KEYS = [
  'type',
  'userName',
  'principalId',
  'arn',
  'accountId',
  'accessKeyId',
  'invokedBy',
] as const
export const MEMBER_SLOT = 64
export const MOST_MEMBERS = 16

/** Which of the members, or -1. */
export function memberOf(name: string): number {
  return MEMBER_KEYS.indexOf(name as (typeof MEMBER_KEYS)[number])
}
/** Slots that one question may read. */
export const MOST_SLOTS = 15

/** Words of a record, from its first one on. Its time is in the first two. */
export const ROW = {
  /** Two words, a hash of event ID and account. */
  key: 2,
  /** Two words of its value, or else of its bytes. */
  content: 4,
  /** A word of its bytes. */
  bytes: 6,
  /** Where it lies in the text. */
  start: 7,
  end: 8,
  /** For each question a hash of two words of what the answer depends on. */
  answers: 10,
} as const

/** Valid until the scanner does anything else than scanning an object. */
export interface RecordTable {
  readonly count: number
  /** Words of a record. */
  readonly stride: number
  readonly words: Int32Array
  /** The same memory: epoch milliseconds where a record begins. */
  readonly times: Float64Array
}
