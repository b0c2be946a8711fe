// Layout of the scanner's table of a log file, which assembly/table.ts writes: numbers for each record.

/** Members of the identity, and of other parts of a record, that have slots of their own, from MEMBER_SLOT on. */
export const MEMBER_KEYS = [
  'type',
  'userName',
  'principalId',
  'arn',
  'accountId',
  'accessKeyId',
  'invokedBy',
  // Of the identity's parts, and of what calls that make credentials answer.
  'sessionContext',
  'attributes',
  'creationDate',
  'credentials',
  'assumedRoleUser',
  'assumedRoleId',
  'roleArn',
  'sourceIdentity',
] as const
export const MEMBER_SLOT = 64
export const MAX_MEMBERS = 16
/** First number of a path of `setPaths`, where a question names what it depends on. */
export const PATH_SLOT = 80
/** The last of them: the member of the response that has the name of the event, where services state results. */
export const STATED_MEMBER = 15

/** Words about an identity that was taken apart (see assembly/apart.ts): about its shape. */
export const APART = { shapeLength: 0, hash: 2 } as const

/** Index of the member, or -1. */
export function memberOf(name: string): number {
  return MEMBER_KEYS.indexOf(name as (typeof MEMBER_KEYS)[number])
}

/** Cells that are not the text of a slot, but the user name and the resources. The question of the latter is the first. */
export const USER_CELL = 0xf0
export const RESOURCES_CELL = 0xf1
/** Maximum number of slots that one question may read. */
export const MAX_SLOTS = 15

/** Offsets of a record's words from its first. The first two contain its time. */
export const ROW = {
  /** Two words: hash of event ID and account. */
  key: 2,
  /** Two words: hash of its value, or of its bytes. */
  content: 4,
  /** One word: hash of its bytes. With `fixed`, under a key that is the same in every process; its other word is at `fixed`. */
  bytes: 6,
  fixed: 9,
  /** Its offsets in the text. */
  start: 7,
  end: 8,
  /** With `key`: length of its key, and where the key's text begins. */
  keyLength: 10,
  keyText: 11,
} as const

/** What a table contains for each record, in addition to its time. */
export interface Wanted {
  /** A hash of its bytes, and with `value` of its value. */
  readonly bytes?: boolean
  readonly value?: boolean
  readonly fixed?: boolean
  readonly key?: boolean
}

/** Valid until the scanner does anything other than scan an object. */
export interface RecordTable {
  readonly count: number
  /** Number of words per record. */
  readonly stride: number
  readonly words: Int32Array
  /** The same memory as doubles: epoch milliseconds at the start of each record. */
  readonly times: Float64Array
  readonly bytes: Uint8Array
  /** What all of these views show, with the text. */
  readonly memory: ArrayBuffer
  /** Offset within a record: for each question, a two-word hash of the values that its answer depends on. */
  readonly answers: number
  /**
   * Offset within a record: for each cell, offset and length of its text (of the identity, of its JSON); the length is -1 if
   * it must be computed.
   */
  readonly cells: number
}

const KEY_WORDS = 18

/** Bits as assembly/table.ts expects them. */
export function wantedBits({ bytes, value, fixed, key }: Wanted): number {
  return (bytes ? 1 : 0) | (value ? 2 : 0) | (fixed ? 4 : 0) | (key ? 8 : 0)
}

/** Layout for these numbers of questions and cells. */
export function layoutOf({ key }: Wanted, questions: number, cells: number): Layout {
  const answers = 10 + (key ? KEY_WORDS : 0)
  return { answers, cells: answers + questions * 2, stride: answers + (questions + cells) * 2 }
}

type Layout = Pick<RecordTable, 'answers' | 'cells' | 'stride'>

/** The table of `count` records at `from` in the scanner's memory. */
export function tableIn(memory: ArrayBuffer, from: number, count: number, layout: Layout): RecordTable {
  const { answers, cells, stride } = layout
  const words = count * stride
  // Written out, because spreading the layout takes several times as long.
  return {
    count,
    answers,
    cells,
    stride,
    words: new Int32Array(memory, from, words),
    times: new Float64Array(memory, from, words / 2),
    bytes: new Uint8Array(memory, from, words * 4),
    memory,
  }
}
