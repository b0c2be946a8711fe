// An instance of the scanner's WebAssembly module (assembly/), and what is written to the areas of its memory.

import { readFileSync } from 'node:fs'
import { packagePath } from '../../util/package-paths.ts'
import { hashKey } from './hash-key.ts'
import { FIRST_KEYS, INNER_KEYS, SLOT } from './slots.ts'
import { MEMBER_KEYS, MEMBER_SLOT, MAX_MEMBERS } from './table.ts'

/** Exports of assembly/scanner.ts. */
export interface Exports extends Readonly<
  Record<
    | (typeof ADDRESSES)[number]
    | 'errorAt'
    | 'wordBits'
    | 'wordBytes'
    | 'spanFrom'
    | 'spanTo'
    | 'tableAt'
    | 'rowsAt'
    | 'stringCount'
    | (typeof TALLY_GLOBALS)[number]
    | (typeof SESSION_GLOBALS)[number],
    WebAssembly.Global
  >
> {
  readonly memory: WebAssembly.Memory
  readonly setSlotCount: (count: number) => void
  readonly reserve: (length: number) => number
  readonly reserveDeflated: (length: number, deflated: number, notes: boolean) => number
  readonly inflate: (input: number, deflated: number) => number
  readonly crc32: () => number
  readonly object: (start: number) => number
  readonly value: (start: number) => number
  readonly string: (start: number) => number
  readonly hash: (start: number, end: number) => void
  readonly hashFixed: (start: number, end: number) => void
  readonly valueHash: (start: number) => void
  readonly quickHash: (start: number, end: number) => void
  readonly expandKey: () => void
  readonly setRecordSlots: (time: number, version: number, source: number, list: number) => void
  readonly setTableSlots: (
    id: number,
    account: number,
    identity: number,
    name: number,
    response: number,
  ) => void
  readonly findMembers: (start: number) => number
  readonly setPaths: (count: number) => void
  readonly findPaths: () => void
  readonly tabulate: (start: number, wanted: number, questions: number, cells: number) => number
  readonly setShapeSlots: (request: number, response: number, list: number) => void
  readonly shapeOf: () => bigint
  readonly keep: (hash: bigint, text: number, length: number) => void
  readonly reserveRows: (length: number) => number
  readonly dropRows: () => void
  readonly makeRow: (record: number, first: number) => number
  readonly roomForCell: (length: number) => number
  readonly addCell: (length: number, hash: bigint) => void
  readonly choose: (from: number, to: number) => number
  readonly setChosen: (count: number) => void
  readonly gather: () => void
  readonly setIssueSlots: (
    id: number,
    name: number,
    account: number,
    shared: number,
    request: number,
    response: number,
  ) => void
  readonly beginSessions: () => void
  readonly forgetShapes: () => void
  readonly reserveSessions: () => number
  readonly placeSessions: (answers: number, cells: number) => void
  readonly takeSessions: (first: number, text: number, identity: number) => number
  readonly answerSession: (a: number, b: number) => void
  readonly packCells: (cell: number, first: number, fresh: number) => number
  readonly numberRecords: (
    period: number,
    next: number,
    cell: number,
    question: number,
    questions: number,
  ) => number
  readonly time: (slot: number) => number
  readonly eventKey: (idSlot: number, accountSlot: number) => number
  readonly hashEventKey: (length: number) => void
  readonly setNeedles: (count: number) => void
  readonly isDisguised: (anyCase: boolean) => number
  readonly isNotification: (length: number) => number
  readonly collectWords: () => number
  readonly spanOf: (start: number) => number
  readonly mayMatch: (start: number, end: number) => number
  readonly passOver: (start: number) => number
}

const TALLY_GLOBALS = [
  'chosenAt',
  'newsAt',
  'numbersAt',
  'packedAt',
  'packedEndsAt',
  'printsAt',
  'tableFrom',
  'tableTo',
  'timesAt',
] as const

const SESSION_GLOBALS = [
  'addressesAt',
  'asks',
  'codesAt',
  'identityCount',
  'issueCount',
  'marksAt',
  'marksMadeAt',
  'textCount',
] as const

/** Addresses and sizes of areas in the module's memory. */
const ADDRESSES = [
  'APART',
  'SHAPE',
  'SLOTS',
  'STRINGS',
  'CELLS',
  'COLUMNS',
  'MAX_CELLS',
  'MAX_COLUMNS',
  'MAX_PATH_NODES',
  'MAX_PATHS',
  'MAX_QUESTIONS',
  'MAX_SLOTS',
  'MEMBERS',
  'HASHES',
  'HASH_MASK',
  'KEYS',
  'KEY_LENGTHS',
  'KEY_ROOM',
  'EVENT_KEY',
  'EVENT_KEY_ROOM',
  'HASH',
  'HASH_KEY',
  'PASSED_OVER',
  'PATH_NODE',
  'PATH_NODES',
  'PATH_PLACES',
  'PROGRAMS',
  'QUESTION_ROOM',
  'NEEDLES',
  'NEEDLE_ROOM',
  'NEEDLE_LAST',
  'NEEDLE_ANY_CASE',
  'NEEDLE_TEXT',
  'DATA',
  'TEXTS',
  'TEXT_ENDS',
  'IDENTITIES',
  'ISSUES',
  'ISSUE_TIMES',
  'ISSUE_RECORDS',
  'INNER_GUESSES',
  'NOTHING',
  'UNKNOWN',
] as const
export type Addresses = Readonly<Record<(typeof ADDRESSES)[number], number>>

// src/ and dist/ are siblings, so one path serves both.
const MODULE = packagePath('dist/scanner.wasm')
let compiled: WebAssembly.Module | undefined

export interface Instance {
  readonly exports: Exports
  readonly at: Addresses
}

/** A new instance, which records the values of these keys. */
export function instantiate(keys: readonly string[]): Instance {
  compiled ??= new WebAssembly.Module(readFileSync(MODULE))
  const exports = new WebAssembly.Instance(compiled).exports as Exports
  const at = Object.fromEntries(ADDRESSES.map((name) => [name, exports[name].value])) as Addresses
  if (keys.length > at.MAX_SLOTS) throw new Error(`${keys.length} keys, and room for ${at.MAX_SLOTS}`)
  const memory = Buffer.from(exports.memory.buffer)
  writeKeys(memory, at, keys)
  exports.setSlotCount(keys.length)
  memory.set(hashKey(), at.HASH_KEY)
  exports.expandKey()
  MEMBER_KEYS.forEach((key, n) => memory.write(key, at.MEMBERS + n * 16, 'latin1'))
  exports.setRecordSlots(SLOT.eventTime, SLOT.eventVersion, SLOT.eventSource, SLOT.Records)
  exports.setTableSlots(
    SLOT.eventID,
    SLOT.recipientAccountId,
    SLOT.userIdentity,
    SLOT.eventName,
    SLOT.responseElements,
  )
  exports.setIssueSlots(
    SLOT.eventID,
    SLOT.eventName,
    SLOT.recipientAccountId,
    SLOT.sharedEventID,
    SLOT.requestParameters,
    SLOT.responseElements,
  )
  exports.setShapeSlots(SLOT.requestParameters, SLOT.responseElements, SLOT.resources)
  return { exports, at }
}

function writeKeys(memory: Buffer, at: Addresses, ofSlots: readonly string[]): void {
  const keys = [...ofSlots, ...INNER_KEYS]
  const hashes = memory.subarray(at.HASHES, at.HASHES + at.HASH_MASK + 1).fill(-1)
  keys.forEach((key, n) => {
    const text = Buffer.from(`"${key}":`)
    if (text.length > at.KEY_ROOM) throw new Error(`no room for the key ${key}`)
    let place = hash(text)
    while (hashes.readInt8(place & at.HASH_MASK) !== -1) place++
    hashes.writeInt8(n, place & at.HASH_MASK)
    memory.set(text, at.KEYS + n * at.KEY_ROOM)
    memory[at.KEY_LENGTHS + n] = text.length
  })
  // Of the values of most keys nothing is guessed.
  const guesses = memory.subarray(at.INNER_GUESSES, at.INNER_GUESSES + 2 * (at.UNKNOWN + 1))
  guesses.fill(at.NOTHING, 0, 2 * ofSlots.length)
  guesses.fill(at.NOTHING, 2 * at.UNKNOWN)
  for (const [key, first] of FIRST_KEYS) {
    const place = 2 * keys.indexOf(key)
    guesses.fill(keys.indexOf(first), place, place + 2)
  }
}

// Hash of length and three bytes; `find` in assembly/keys.ts computes the same. The multipliers are chosen so that few keys
// collide; a collision costs one more comparison.
function hash(text: Buffer): number {
  return text.length - 1 + text.at(-5)! * 2 + text.at(-3)! * 10 + text[1]!
}

/** Views of the memory. They become invalid when it grows. */
export interface Views {
  readonly memory: Uint8Array
  readonly words: Int32Array
  readonly slots: Int32Array
  readonly key: Uint8Array
  readonly apart: Int32Array
}

export function viewsOf(exports: Exports, at: Addresses): Views {
  const { buffer } = exports.memory
  return {
    memory: new Uint8Array(buffer),
    words: new Int32Array(buffer),
    slots: new Int32Array(buffer, at.SLOTS, (MEMBER_SLOT + MAX_MEMBERS) * 2),
    key: new Uint8Array(buffer, at.EVENT_KEY, at.EVENT_KEY_ROOM),
    apart: new Int32Array(buffer, at.APART, 12),
  }
}

/** ASCII text to search for, case-insensitively with `anyCase`. */
export interface Needle {
  readonly text: string
  readonly anyCase?: true
}

/** Writes at least one needle of each group, of which only the beginning of long ones is compared. */
export function writeNeedles(exports: Exports, at: Addresses, groups: readonly (readonly Needle[])[]): void {
  const { DATA, NEEDLES, NEEDLE_ANY_CASE, NEEDLE_LAST, NEEDLE_ROOM, NEEDLE_TEXT } = at
  const room = new Uint8Array(exports.memory.buffer, NEEDLES, DATA - NEEDLES)
  const needles = groups.flatMap((group) =>
    group.map((needle, index) => ({ ...needle, isLast: index === group.length - 1 })),
  )
  needles.forEach(({ text, anyCase, isLast }, index) => {
    const bytes = Buffer.from(text, 'latin1').subarray(0, NEEDLE_ROOM - NEEDLE_TEXT)
    const place = index * NEEDLE_ROOM
    room[place] = bytes.length
    room[place + NEEDLE_LAST] = isLast ? 1 : 0
    room[place + NEEDLE_ANY_CASE] = anyCase ? 1 : 0
    room.set(bytes, place + NEEDLE_TEXT)
  })
  exports.setNeedles(needles.length)
}

/** Writes which slots each question depends on, and which slots are copied as cells; see `Scanner.ask`. */
export function writeQuestions(
  exports: Exports,
  at: Addresses,
  questions: readonly (readonly number[])[],
  cells: readonly number[],
): void {
  const memory = new Uint8Array(exports.memory.buffer)
  questions.forEach((slots, n) => {
    memory.set([slots.length, ...slots], at.PROGRAMS + n * at.QUESTION_ROOM)
  })
  memory.set(cells, at.CELLS)
}
