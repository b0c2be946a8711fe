// The values of one object inside a record, located in its bytes: the caller is given by three short texts, and parsing
// the whole identity for them costs twice as much. Only for objects that the scanner has accepted.

import type { Json } from '../../util/json.ts'
import { unquote } from './scan.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const CLOSE = 0x7d
const OPEN = 0x7b
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const COLON = 0x3a
const SPACE = 0x20

export class Members {
  /** Offset at which the object begins. */
  readonly start: number
  private readonly bytes: Buffer
  // Four offsets per member: its key with the quotes, and its value.
  private readonly places: readonly number[]

  constructor(bytes: Buffer, start: number) {
    this.start = start
    this.bytes = bytes
    this.places = placesOf(bytes, start)
  }

  /** The member's text; undefined if absent, empty or not a string. */
  text(name: string): string | undefined {
    const at = this.placeOf(name)
    return at < 0 ? undefined : textAt(this.bytes, this.places[at]!, this.places[at + 1]!)
  }

  /** The member's value, parsed; undefined if absent. */
  value(name: string): Json | undefined {
    const at = this.placeOf(name)
    if (at < 0) return undefined
    return JSON.parse(this.bytes.toString('utf8', this.places[at], this.places[at + 1])) as Json
  }

  // Index of the offsets of its value; -1 for none.
  private placeOf(name: string): number {
    const { bytes, places } = this
    // From the end, because the last one of duplicate keys counts, as in JSON.parse.
    for (let i = places.length - 4; i >= 0; i -= 4)
      if (isKey(bytes, places[i]!, places[i + 1]!, name)) return i + 2
    return -1
  }
}

/** The JSON string from `start` (its quote) to `end` (exclusive) as text; undefined if it is empty or not a string. */
export function textAt(bytes: Buffer, start: number, end: number): string | undefined {
  if (bytes[start] !== QUOTE || end - start === 2) return undefined
  for (let i = start + 1; i < end; i++) {
    const c = bytes[i]!
    if (c === BACKSLASH) return JSON.parse(bytes.toString('utf8', start, end)) as string
    if (c >= 0x80) return bytes.toString('utf8', start + 1, end - 1)
  }
  return bytes.toString('latin1', start + 1, end - 1)
}

/** True if the bytes from `start` on are this ASCII text. */
export function isTextAt(bytes: Uint8Array, start: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false
  return true
}

// The scanner has checked the grammar, so only the ends of values are looked for.
function placesOf(bytes: Buffer, start: number): number[] {
  const places: number[] = []
  let i = start + 1
  for (;;) {
    while (bytes[i] !== QUOTE) if (bytes[i++] === CLOSE) return places
    const key = i
    const keyEnd = stringEnd(bytes, i)
    i = keyEnd
    while (bytes[i] !== COLON) i++
    i++
    while (bytes[i]! <= SPACE) i++
    const value = i
    i = valueEnd(bytes, i)
    places.push(key, keyEnd, value, i)
  }
}

function stringEnd(bytes: Buffer, start: number): number {
  let i = start + 1
  for (let c = bytes[i]; c !== QUOTE; c = bytes[i]) i += c === BACKSLASH ? 2 : 1
  return i + 1
}

function valueEnd(bytes: Buffer, start: number): number {
  let i = start
  let depth = 0
  for (;;) {
    const c = bytes[i]!
    if (c === QUOTE) {
      i = stringEnd(bytes, i)
      if (depth === 0) return i
      continue
    }
    if (c === OPEN || c === OPEN_ARRAY) depth++
    else if (c === CLOSE || c === CLOSE_ARRAY) {
      if (depth === 0) return i
      if (--depth === 0) return i + 1
    } else if (depth === 0 && (c === COMMA || c <= SPACE)) return i
    i++
  }
}

function isKey(bytes: Buffer, start: number, end: number, name: string): boolean {
  const length = end - start - 2
  if (length <= name.length) return length === name.length && isTextAt(bytes, start + 1, name)
  // Nobody writes keys like `"user\u004eame"`, but JSON.parse would accept them.
  for (let i = start; i < end; i++) if (bytes[i] === BACKSLASH) return unquote(bytes, start, end) === name
  return false
}
