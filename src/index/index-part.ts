// One file of the index, and its format: a checksum of all that follows, the length of the head, a head of JSON, then the
// numbers of all files as doubles, then their words one after the other. A question looks at thousands of files, and opens
// few of them: nothing is made of a file but the answer.

import { crc32 } from 'node:zlib'
import type { FileStamp } from '../util/read-regular-file.ts'
import { type Asked, mayHold, type Words } from './words.ts'

/** What is known of a file. */
export interface Facts {
  readonly words: Words
  /** Times of the first and last event, epoch milliseconds. */
  readonly from: number
  readonly to: number
}

/** What changes whenever a file does. */
export type Stamp = string | FileStamp

export interface Entry extends Facts {
  readonly name: string
  readonly stamp: Stamp
}

/**
 * Must be increased with every change of format: words, stamps, or what makes a file unusual. Other versions are
 * ignored.
 */
const VERSION = 'trail-explore index 2'
const HEAD = 8
/** Numbers per file, of which the last two are where its words begin, and how many bytes they are. */
const NUMBERS = 9

interface Head {
  readonly version: string
  readonly group: string
  readonly names: readonly string[]
  /** For files in a bucket; the numbers of a stamp on disk are then zeros. */
  readonly stamps?: readonly string[]
}

export function isSame(a: Stamp, b: Stamp): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return (
    a.mtimeMs === b.mtimeMs &&
    a.size === b.size &&
    a.ino === b.ino &&
    a.ctimeMs === b.ctimeMs &&
    a.dev === b.dev
  )
}

/** What a question needs to know of a file. */
export interface Answer {
  readonly from: number
  readonly to: number
  /** False if its words show that nothing in it can match. */
  readonly mayHold: boolean
}

/** The answers to one question for the files of a part. */
export class PartAnswers {
  private readonly names: readonly string[]
  private readonly stamps: readonly string[] | undefined
  private readonly numbers: Float64Array
  private readonly holds: Uint8Array
  private places: Map<string, number> | undefined
  // Files are asked for in the order in which they are kept, but for those that are new or left out.
  private next = 0

  /** `part` may be overwritten afterwards. */
  constructor({ head: { names, stamps }, numbers, words }: Part, asked: Asked) {
    this.names = names
    this.stamps = stamps
    this.numbers = numbers.slice()
    this.holds = new Uint8Array(names.length)
    const one = { bytes: words, start: 0, length: 0 }
    for (let index = 0, at = NUMBERS - 2; index < names.length; index++, at += NUMBERS) {
      // As integers: V8 would compute with a new object for each number.
      one.start = numbers[at]! | 0
      one.length = numbers[at + 1]! | 0
      if (mayHold(one, asked)) this.holds[index] = 1
    }
  }

  /** Undefined for a file that is not known, or has another stamp. */
  find(name: string, stamp: Stamp): Answer | undefined {
    const index = this.names[this.next] === name ? this.next : this.placeOf(name)
    if (index === undefined) return undefined
    this.next = index + 1
    if (!this.isUnchanged(index, stamp)) return undefined
    const at = index * NUMBERS
    return { from: this.numbers[at]!, to: this.numbers[at + 1]!, mayHold: this.holds[index] === 1 }
  }

  private placeOf(name: string): number | undefined {
    this.places ??= new Map(this.names.map((one, index) => [one, index]))
    return this.places.get(name)
  }

  private isUnchanged(index: number, stamp: Stamp): boolean {
    if (typeof stamp === 'string') return this.stamps?.[index] === stamp
    const { numbers, stamps } = this
    const at = index * NUMBERS
    return (
      stamps === undefined &&
      numbers[at + 2] === stamp.size &&
      numbers[at + 3] === stamp.mtimeMs &&
      numbers[at + 4] === stamp.ctimeMs &&
      numbers[at + 5] === stamp.ino &&
      numbers[at + 6] === stamp.dev
    )
  }
}

export function entriesOf({ head: { names, stamps }, numbers, words: bytes }: Part): readonly Entry[] {
  return names.map((name, index) => {
    const [from = 0, to = 0, size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0, dev = 0, start = 0, length = 0] =
      numbers.subarray(index * NUMBERS, (index + 1) * NUMBERS)
    const stamp = stamps === undefined ? { size, mtimeMs, ctimeMs, ino, dev } : stamps[index]!
    return { name, stamp, from, to, words: { bytes, start, length } }
  })
}

export function packPart(group: string, unsorted: readonly Entry[]): Buffer {
  const entries = unsorted.map((entry) => ({ ...entry, minute: minuteOf(entry.name) })).sort(inOrderOfWalk)
  const names = entries.map(({ name }) => name)
  const stamps = entries.map(({ stamp }) => stamp).filter((stamp) => typeof stamp === 'string')
  const isRemote = stamps.length > 0
  const head = { version: VERSION, group, names, ...(isRemote && { stamps }) } satisfies Head
  const json = padded(JSON.stringify(head))
  const numbers = new Float64Array(entries.length * NUMBERS)
  let length = 0
  let place = 0
  for (const { words, from, to, stamp } of entries) {
    numbers[place] = from
    numbers[place + 1] = to
    if (typeof stamp !== 'string') writeStamp(numbers, place + 2, stamp)
    numbers[place + 7] = length
    numbers[place + 8] = words.length
    length += words.length
    place += NUMBERS
  }
  const bytes = Buffer.alloc(HEAD + json.length + numbers.byteLength + length)
  bytes.writeUInt32LE(json.length, 4)
  bytes.set(json, HEAD)
  bytes.set(new Uint8Array(numbers.buffer), HEAD + json.length)
  let at = bytes.length - length
  for (const { words } of entries) {
    const { bytes: from, start, length } = words
    bytes.set(length === from.length ? from : from.subarray(start, start + length), at)
    at += length
  }
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0)
  return bytes
}

// Newest first, as a walk looks at the files of a folder.
function inOrderOfWalk(a: { minute: string; name: string }, b: { minute: string; name: string }): number {
  if (a.minute !== b.minute) return a.minute < b.minute ? 1 : -1
  return a.name < b.name ? -1 : 1
}

function minuteOf(name: string): string {
  return /_(\d{8}T\d{4})/.exec(name)?.[1] ?? ''
}

function writeStamp(to: Float64Array, at: number, { size, mtimeMs, ctimeMs, ino, dev }: FileStamp): void {
  to[at] = size
  to[at + 1] = mtimeMs
  to[at + 2] = ctimeMs
  to[at + 3] = ino
  to[at + 4] = dev
}

// JSON of a length that lets the numbers begin at a multiple of eight.
function padded(json: string): Buffer {
  const bytes = Buffer.from(json)
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 7, ' ')])
}

/** A file of the index as it is read: views of its bytes. */
export interface Part {
  readonly head: Head
  readonly numbers: Float64Array
  readonly words: Uint8Array
}

/** The files of a group; undefined for any other version or group, and for bytes that were not written by `packPart`. */
export function unpackPart(bytes: Buffer, group: string): Part | undefined {
  if (bytes.length < HEAD || bytes.readUInt32LE(0) !== crc32(bytes.subarray(4))) return undefined
  const end = HEAD + bytes.readUInt32LE(4)
  const head = JSON.parse(bytes.toString('utf8', HEAD, end)) as Head
  if (head.version !== VERSION || head.group !== group) return undefined
  const length = head.names.length * NUMBERS
  const aligned = (bytes.byteOffset + end) % 8 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer)
  const numbers = new Float64Array(aligned.buffer, aligned.byteOffset + end, length)
  return { head, numbers, words: aligned.subarray(end + length * 8) }
}
