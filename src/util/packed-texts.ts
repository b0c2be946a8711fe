// Texts one after the other in one piece of memory: another thread gets them without a string being made, and a table of
// texts (string-table.ts) takes them as they are.

import { grown } from './bytes.ts'

export interface PackedTexts {
  /** Of each text one byte that says how it is kept, and its characters in one byte each or in two. */
  readonly bytes: Uint8Array
  /** Where each text ends. */
  readonly ends: Uint32Array
}

/** Characters of one byte each, as long as all of them fit. */
export const NARROW = 0
export const WIDE = 1

export class TextPacker implements PackedTexts {
  /** Number of texts. */
  size = 0
  bytes = new Uint8Array(1024)
  ends = new Uint32Array(64)
  private used = 0

  /** Returns its number. */
  add(text: string): number {
    this.reserve(text.length * 2 + 1)
    this.used = writeText(this.bytes, this.used, text)
    return this.end()
  }

  /** Adds a part of some bytes, each of which is a character. */
  addNarrow(bytes: Uint8Array, from: number, to: number): number {
    this.reserve(to - from + 1)
    this.bytes[this.used++] = NARROW
    for (let i = from; i < to; i++) this.bytes[this.used++] = bytes[i]!
    return this.end()
  }

  /** Adds one of several texts. */
  addPacked({ bytes, ends }: PackedTexts, index: number): number {
    const from = index === 0 ? 0 : ends[index - 1]!
    const to = ends[index]!
    this.reserve(to - from)
    for (let i = from; i < to; i++) this.bytes[this.used++] = bytes[i]!
    return this.end()
  }

  /** Adds all of them. */
  addAll({ bytes, ends }: PackedTexts): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.used)
    const start = this.used
    for (let n = 0; n < ends.length; n++) {
      this.used = start + ends[n]!
      this.end()
    }
  }

  text(index: number): string {
    return readText(this.bytes, index === 0 ? 0 : this.ends[index - 1]!, this.ends[index]!)
  }

  /** Forgets all texts. */
  clear(): void {
    this.size = 0
    this.used = 0
  }

  finish(): PackedTexts {
    return { bytes: this.bytes.slice(0, this.used), ends: this.ends.slice(0, this.size) }
  }

  private reserve(length: number): void {
    while (this.used + length > this.bytes.length) this.bytes = grown(this.bytes)
  }

  private end(): number {
    if (this.size === this.ends.length) this.ends = grown(this.ends)
    this.ends[this.size] = this.used
    return this.size++
  }
}

/** Writes a text with the byte before it, for all of which there is room. Returns where it ends. */
export function writeText(bytes: Uint8Array, at: number, text: string): number {
  let end = at
  bytes[end++] = NARROW
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c > 0xff) return writeWide(bytes, at, text)
    bytes[end++] = c
  }
  return end
}

function writeWide(bytes: Uint8Array, at: number, text: string): number {
  bytes[at] = WIDE
  return at + 1 + Buffer.from(bytes.buffer, bytes.byteOffset).write(text, at + 1, 'utf16le')
}

/** The text at these bytes. */
export function readText(bytes: Uint8Array, from: number, to: number): string {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return buffer.toString(bytes[from] === NARROW ? 'latin1' : 'utf16le', from + 1, to)
}
