// The strict JSON scanner under everything: checks the grammar of one object and notes where the values of its
// well-known top-level keys lie, without building anything. It keeps the bytes, and is several times faster than
// JSON.parse because it is written in assembly/scanner.ts; here is what the rest of the program sees of it. It accepts
// exactly what JSON.parse accepts (a property test holds that) and knows nothing of files.

import { readFileSync } from 'node:fs'

/** Top-level keys whose places are noted. Everything else is only checked. */
export const SLOT_KEYS = [
  'eventTime',
  'eventID',
  'eventName',
  'eventSource',
  'awsRegion',
  'readOnly',
  'recipientAccountId',
  'userIdentity',
  'errorCode',
  'errorMessage',
  'sourceIPAddress',
  'userAgent',
  'eventType',
  'eventCategory',
  'managementEvent',
  'requestID',
  'eventVersion',
  'requestParameters',
  'responseElements',
  'resources',
  'additionalEventData',
  // Aggregated and Insights records, and the wrappers that records come in.
  'timeWindow',
  'eventId',
  'insightDetails',
  'detail',
  'detail-type',
  'CloudTrailEvent',
  'message',
  'Username',
  'Resources',
  'digestS3Object',
  'digestEndTime',
] as const
export type SlotKey = (typeof SLOT_KEYS)[number]
export const SLOT = Object.fromEntries(SLOT_KEYS.map((key, index) => [key, index])) as Record<SlotKey, number>

const BACKSLASH = 0x5c

/** Longer texts have no offsets: they are 32-bit numbers with a sign. */
export const MOST_BYTES = 2 ** 31 - 2 ** 16

/** Memory that a scanner keeps from one text to the next, in bytes. */
const KEPT = 64 << 20

// What assembly/scanner.ts exports; the globals are addresses in its memory.
interface Exports {
  readonly memory: WebAssembly.Memory
  readonly SLOTS: WebAssembly.Global
  readonly HASHES: WebAssembly.Global
  readonly KEYS: WebAssembly.Global
  readonly KEY_ROOM: WebAssembly.Global
  readonly NEEDLES: WebAssembly.Global
  readonly NEEDLE_ROOM: WebAssembly.Global
  readonly DATA: WebAssembly.Global
  readonly errorAt: WebAssembly.Global
  readonly reserve: (length: number) => number
  readonly object: (start: number) => number
  readonly value: (start: number) => number
  readonly string: (start: number) => number
  readonly hash: (start: number, end: number) => number
  readonly find: (needle: number, length: number, from: number, to: number) => number
}

// src/ and dist/ lie side by side, so that one path serves both.
const MODULE = new URL('../../dist/scanner.wasm', import.meta.url)
let compiled: WebAssembly.Module | undefined

function instantiate(): Exports {
  compiled ??= new WebAssembly.Module(readFileSync(MODULE))
  const exports = new WebAssembly.Instance(compiled).exports as Exports
  const memory = Buffer.from(exports.memory.buffer)
  const hashes = memory.subarray(exports.HASHES.value, exports.HASHES.value + 128).fill(-1)
  SLOT_KEYS.forEach((key, slot) => {
    const bytes = Buffer.from(key)
    const at = hash(bytes)
    if (hashes.readInt8(at) !== -1) throw new Error(`hash collision: ${key}`)
    hashes.writeInt8(slot, at)
    memory.set(bytes, exports.KEYS.value + slot * exports.KEY_ROOM.value)
  })
  return exports
}

// Of length and three bytes, multipliers found by trial; `note` in assembly/scanner.ts computes the same.
function hash(key: Buffer): number {
  return (key.length + key.at(-3)! * 2 + key.at(-1)! * 10 + key[0]!) & 127
}

/** One text at a time, which it holds in memory of its own. */
export class Scanner {
  /** The text. Valid until the next `load`. */
  bytes: Buffer = Buffer.alloc(0)
  /** Start and end (exclusive) of each slot's value, two numbers a slot; start -1 when the key is absent. */
  slots: Int32Array
  private exports: Exports
  private memory: Uint8Array
  private readonly needles: Buffer[] = []

  constructor() {
    this.exports = instantiate()
    this.memory = new Uint8Array(0)
    this.slots = new Int32Array(0)
    this.view()
  }

  /** After a failure: the byte that cannot be. */
  get errorAt(): number {
    return this.exports.errorAt.value
  }

  /**
   * Takes a copy of the text, at most MOST_BYTES; what was loaded before is gone. Returns `bytes`. Throws RangeError when
   * there is no memory for it.
   */
  load(text: Uint8Array): Buffer {
    // Memory of this kind never shrinks: after a giant it is given back whole.
    if (this.memory.length > KEPT && text.length < KEPT / 4) {
      this.exports = instantiate()
      this.needles.forEach((needle, index) => this.writeNeedle(needle, index))
    }
    if (!this.exports.reserve(text.length))
      throw new RangeError(`no memory for a text of ${text.length} bytes`)
    if (this.exports.memory.buffer !== this.memory.buffer) this.view()
    const data = this.exports.DATA.value
    this.memory.set(text, data)
    this.bytes = Buffer.from(this.memory.buffer, data, text.length)
    return this.bytes
  }

  /** Scans the object that begins at `start` (at its `{`). Returns the offset behind it, or -1 (see `errorAt`). */
  object(start: number): number {
    return this.exports.object(start)
  }

  /** Scans any value. Returns the offset behind it, or -1. */
  value(start: number): number {
    return this.exports.value(start)
  }

  /** Scans the string that begins at `start` (at its quote). Returns the offset behind it, or -1. */
  string(start: number): number {
    return this.exports.string(start)
  }

  skipSpace(start: number): number {
    const b = this.bytes
    let i = start
    for (let c = b[i]; c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09; c = b[i]) i++
    return i
  }

  /** 32 bits over the bytes in [start, end): enough to tell copies from conflicts in a count, and no more. */
  hash(start: number, end: number): number {
    return this.exports.hash(start, end) >>> 0
  }

  /** Registers an ASCII text to look for. Returns its number for `find`, and how much of it is looked for. */
  needle(text: string): { readonly index: number; readonly length: number } {
    const needle = Buffer.from(text, 'latin1').subarray(0, this.exports.NEEDLE_ROOM.value)
    const index = this.needles.push(needle) - 1
    this.writeNeedle(needle, index)
    return { index, length: needle.length }
  }

  /** The first place in [from, to) where a needle lies; -1 when there is none. */
  find(needle: number, from: number, to: number): number {
    return this.exports.find(needle, this.needles[needle]!.length, from, to)
  }

  private writeNeedle(needle: Buffer, index: number): void {
    const { DATA, NEEDLES, NEEDLE_ROOM, memory } = this.exports
    if (NEEDLES.value + (index + 1) * NEEDLE_ROOM.value > DATA.value) throw new RangeError('too many needles')
    new Uint8Array(memory.buffer).set(needle, NEEDLES.value + index * NEEDLE_ROOM.value)
  }

  // Whenever the memory grows, what was a view of it is none any more.
  private view(): void {
    const { buffer } = this.exports.memory
    this.memory = new Uint8Array(buffer)
    this.slots = new Int32Array(buffer, this.exports.SLOTS.value, SLOT_KEYS.length * 2)
  }
}

/** The text of the JSON string from `start` (its quote) to `end` (exclusive). */
export function unquote(bytes: Uint8Array, start: number, end: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
  return text.includes(BACKSLASH)
    ? (JSON.parse(text.toString()) as string)
    : text.toString('utf8', 1, end - start - 1)
}
