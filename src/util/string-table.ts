// Numbers texts, in memory of its own: a million names take their bytes and a few words each. As many strings in a Map
// would take ten times that, and every garbage collection would visit them. Equal texts have one number.

import { randomFillSync } from 'node:crypto'
import { grown } from './bytes.ts'
import { NARROW, type PackedTexts, readText, writeText } from './packed-texts.ts'

/** Fewer texts are compared one by one, and more than have room in a rank. */
const SMALL = 64
const MOST_RANKED = 1 << 20

export class StringTable {
  /** Numbers given, that of the empty text among them. */
  size = 1
  private bytes: Uint8Array<ArrayBuffer>
  private view: Buffer = Buffer.alloc(0)
  private used = 0
  /** Where each text ends. */
  private ends: Uint32Array<ArrayBuffer>
  private hashes: Int32Array<ArrayBuffer>
  /** Open addressing with linear probing; 0 is a free place. */
  private places: Uint32Array<ArrayBuffer>
  // Texts may be chosen by an attacker, who must not be able to choose their places.
  private readonly key = randomFillSync(new Int32Array(2))

  /** With room for so many texts of so many bytes in all, and for more when they come. */
  constructor(texts = 1000, bytes = 1 << 16) {
    const room = 2 ** Math.ceil(Math.log2(texts + 2))
    this.bytes = new Uint8Array(Math.max(bytes, 16))
    this.ends = new Uint32Array(room)
    this.hashes = new Int32Array(room)
    this.places = new Uint32Array(2 * room)
  }

  /** The number of a text; 0 for none and for the empty one. */
  add(text: string | undefined): number {
    return text === undefined || text === '' ? 0 : this.addWritten(this.write(text), Infinity)
  }

  /** The number of one of several texts; -1 if it is new and there are `most` already. */
  addPacked({ bytes, ends }: PackedTexts, index: number, most = Infinity): number {
    const from = index === 0 ? 0 : ends[index - 1]!
    const to = ends[index]!
    if (to - from === 1) return 0
    const hash = halfSipHash(bytes, from, to, this.key)
    const place = this.placeOf(bytes, from, to, hash)
    const known = this.places[place]!
    if (known !== 0) return known
    if (this.size > most) return -1
    this.reserve(to - from)
    let end = this.used
    for (let i = from; i < to; i++) this.bytes[end++] = bytes[i]!
    return this.enter(place, hash, end)
  }

  /** The same, where `numbers` has those of the texts that came before. */
  addOnce(texts: PackedTexts, index: number, numbers: Uint32Array): number {
    if (numbers[index] === 0 && index !== 0) numbers[index] = this.addPacked(texts, index)
    return numbers[index]!
  }

  // The text that was written behind the last one, up to `end`.
  private addWritten(end: number, most: number): number {
    const hash = halfSipHash(this.bytes, this.used, end, this.key)
    const place = this.placeOf(this.bytes, this.used, end, hash)
    const known = this.places[place]!
    if (known !== 0) return known
    if (this.size > most) return -1
    return this.enter(place, hash, end)
  }

  // A new text, which was written behind the last one.
  private enter(place: number, hash: number, end: number): number {
    const number = this.size++
    if (number === this.ends.length) {
      this.ends = grown(this.ends)
      this.hashes = grown(this.hashes)
    }
    this.places[place] = number
    this.hashes[number] = hash
    this.ends[number] = this.used = end
    if (this.size * 2 > this.places.length) this.spread()
    return number
  }

  /** The number of a text that is there; 0 for any other. */
  find(text: string): number {
    if (text === '') return 0
    const end = this.write(text)
    return this.places[
      this.placeOf(this.bytes, this.used, end, halfSipHash(this.bytes, this.used, end, this.key))
    ]!
  }

  /** The number of a text that is there, made of these of another table; 0 for any other, -1 if one has wide characters. */
  findJoined(texts: StringTable, numbers: Uint32Array): number {
    let end = this.used + 1
    for (let n = 0; n < numbers.length; n++) {
      const number = numbers[n]!
      if (number === 0) continue
      let at = texts.ends[number - 1]!
      if (texts.bytes[at++] !== NARROW) return -1
      const length = texts.ends[number]! - at
      this.reserve(end + length - this.used)
      for (let i = 0; i < length; i++) this.bytes[end++] = texts.bytes[at + i]!
    }
    if (end === this.used + 1) return 0
    this.bytes[this.used] = NARROW
    return this.places[
      this.placeOf(this.bytes, this.used, end, halfSipHash(this.bytes, this.used, end, this.key))
    ]!
  }

  /** undefined for 0. */
  text(number: number): string | undefined {
    if (number === 0) return undefined
    if (this.view.buffer !== this.bytes.buffer) this.view = Buffer.from(this.bytes.buffer)
    return readText(this.view, this.ends[number - 1]!, this.ends[number]!)
  }

  /**
   * Writes a text of at most so many characters that is printable ASCII which JSON does not escape. Returns where it ends; -1
   * for any other text.
   */
  writePlain(number: number, to: Uint8Array, at: number, most: number): number {
    const { bytes, ends } = this
    if (number === 0) return -1
    const start = ends[number - 1]!
    const length = ends[number]! - start - 1
    if (bytes[start] !== NARROW || length > most) return -1
    for (let i = 0; i < length; i++) {
      const c = bytes[start + 1 + i]!
      if (c < 0x20 || c > 0x7e || c === 0x22 || c === 0x5c) return -1
      to[at + i] = c
    }
    return at + length
  }

  /** Puts numbers into the order of their texts, which is that of JavaScript. */
  sort(numbers: Uint32Array): void {
    const { bytes, ends } = this
    const isNarrow = numbers.every((number) => number === 0 || bytes[ends[number - 1]!] === NARROW)
    if (numbers.length < SMALL || numbers.length > MOST_RANKED || !isNarrow) {
      numbers.sort((a, b) => this.compare(a, b))
      return
    }
    // The first bytes of each text, and its index: what V8 sorts without a call for each comparison.
    const ranks = new BigUint64Array(numbers.length)
    const words = new Uint32Array(ranks.buffer)
    const skipped = this.commonStart(numbers)
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!
      const end = number === 0 ? 0 : ends[number]!
      let at = number === 0 ? 0 : ends[number - 1]! + 1 + skipped
      let high = 0
      for (let k = 24; k >= 0; k -= 8) if (at < end) high |= bytes[at++]! << k
      words[2 * i + 1] = high
      words[2 * i] =
        ((at < end ? bytes[at]! : 0) << 24) | ((at + 1 < end ? bytes[at + 1]! >> 4 : 0) << 20) | i
    }
    ranks.sort()
    const before = numbers.slice()
    for (let from = 0; from < numbers.length;) {
      const [low, high] = [words[2 * from]! >>> 20, words[2 * from + 1]!]
      let to = from
      for (; to < numbers.length && words[2 * to + 1] === high && words[2 * to]! >>> 20 === low; to++)
        numbers[to] = before[words[2 * to]! & (MOST_RANKED - 1)]!
      if (to - from > 1) numbers.subarray(from, to).sort((a, b) => this.compare(a, b))
      from = to
    }
  }

  private compare(a: number, b: number): number {
    const [x, y] = [this.text(a) ?? '', this.text(b) ?? '']
    return x < y ? -1 : x > y ? 1 : 0
  }

  // Length of what all of them begin with; they are narrow.
  private commonStart(numbers: Uint32Array): number {
    const { bytes, ends } = this
    const first = numbers[0]!
    if (numbers.includes(0)) return 0
    const start = ends[first - 1]! + 1
    let length = ends[first]! - start
    for (const number of numbers) {
      const from = ends[number - 1]! + 1
      length = Math.min(length, ends[number]! - from)
      let same = 0
      while (same < length && bytes[from + same] === bytes[start + same]) same++
      length = same
    }
    return length
  }

  // Behind the last one, where it stays if it is new. Returns its end.
  private write(text: string): number {
    this.reserve(2 * text.length + 1)
    return writeText(this.bytes, this.used, text)
  }

  private reserve(length: number): void {
    while (this.used + length > this.bytes.length) this.bytes = grown(this.bytes)
  }

  /** Where the text at these bytes is, or the free place where it belongs. */
  private placeOf(text: Uint8Array, start: number, end: number, hash: number): number {
    const { places, hashes, bytes, ends } = this
    const mask = places.length - 1
    let place = hash & mask
    for (let number = places[place]!; number !== 0; number = places[place]!) {
      if (hashes[number] === hash) {
        const at = ends[number - 1]!
        if (ends[number]! - at === end - start) {
          let i = start
          while (i < end && text[i] === bytes[at + i - start]) i++
          if (i === end) return place
        }
      }
      place = (place + 1) & mask
    }
    return place
  }

  private spread(): void {
    const places = new Uint32Array(this.places.length * 2)
    const mask = places.length - 1
    for (let number = 1; number < this.size; number++) {
      let place = this.hashes[number]! & mask
      while (places[place] !== 0) place = (place + 1) & mask
      places[place] = number
    }
    this.places = places
  }
}

/** HalfSipHash-1-3 (Aumasson and Bernstein), which has words of 32 bits as JavaScript has. */
function halfSipHash(bytes: Uint8Array, start: number, end: number, key: Int32Array): number {
  let v0 = key[0]!
  let v1 = key[1]!
  let v2 = key[0]! ^ 0x6c796765
  let v3 = key[1]! ^ 0x74656462
  const whole = end - ((end - start) & 3)
  let at = start
  for (let left = 4; left > 0;) {
    let word: number
    if (left === 4 && at < whole) {
      word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
      at += 4
    } else if (left === 4) {
      word = (end - start) << 24
      for (let i = 0; at < end; i += 8) word |= bytes[at++]! << i
      left = 3
    } else {
      if (left === 3) v2 ^= 0xff
      word = 0
      left--
    }
    v3 ^= word
    v0 = (v0 + v1) | 0
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0
    v0 = (v0 << 16) | (v0 >>> 16)
    v2 = (v2 + v3) | 0
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2
    v0 = (v0 + v3) | 0
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0
    v2 = (v2 + v1) | 0
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2
    v2 = (v2 << 16) | (v2 >>> 16)
    v0 ^= word
  }
  return v1 ^ v3
}
