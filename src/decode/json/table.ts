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
  /** A word of its bytes. With `fixed` a hash under a key that is the same in every process, whose other word is at `fixed`. */
  bytes: 6,
  fixed: 9,
  /** Where it lies in the text. */
  start: 7,
  end: 8,
  /** With `key`: how long its key is, and where that begins. */
  keyLength: 10,
  keyText: 11,
} as const

/** What is wanted of each record beside its time. */
export interface Wanted {
  /** Hashes of its bytes; of its value too. */
  readonly bytes?: boolean
  readonly value?: boolean
  readonly fixed?: boolean
  readonly key?: boolean
}

/** Valid until the scanner does anything else than scanning an object. */
export interface RecordTable {
  readonly count: number
  /** Words of a record. */
  readonly stride: number
  readonly words: Int32Array
  /** The same memory: epoch milliseconds where a record begins. */
  readonly times: Float64Array
  readonly bytes: Uint8Array
  /** Within a record: for each question a hash of two words of what the answer depends on. */
  readonly answers: number
  /** Within a record: for each cell where its text begins in the scanner's, and where it ends; -1 for what is not plain. */
  readonly cells: number
}

const KEY_WORDS = 18

/** Bits, as assembly/table.ts knows them. */
export function wantedBits({ bytes, value, fixed, key }: Wanted): number {
  return (bytes ? 1 : 0) | (value ? 2 : 0) | (fixed ? 4 : 0) | (key ? 8 : 0)
}

/** Of so many questions and cells. */
export function layoutOf({ key }: Wanted, questions: number, cells: number): Layout {
  const answers = 10 + (key ? KEY_WORDS : 0)
  return { answers, cells: answers + questions * 2, stride: answers + (questions + cells) * 2 }
}

type Layout = Pick<RecordTable, 'answers' | 'cells' | 'stride'>
