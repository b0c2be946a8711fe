// Numbers texts. Texts are stored as UTF-8 in one buffer and found by their bytes: a million different names take their
// length plus ten bytes each, where a Map of strings would take a hundred.

type Bytes = Uint8Array | Uint32Array

/** Grows by a quarter, because doubling would leave a third of the memory unused on average. */
export function grownBy<T extends Bytes>(array: T, least: number): T {
  return sized(array, Math.max(least, Math.ceil(array.length * 1.25)))
}

function sized<T extends Bytes>(array: T, size: number): T {
  const next = new (array.constructor as new (size: number) => T)(size)
  next.set(size < array.length ? array.subarray(0, size) : array)
  return next
}

export class Dictionary {
  private bytes = new Uint8Array(1024)
  /** End of each number's text. The text of 0 is empty. */
  private ends = new Uint32Array(64)
  /** Hash table of numbers, 0 for a free entry; empty after the last text was added, until a lookup needs it. */
  private table = new Uint32Array(128)
  private count = 1
  private readonly strings = new Map<number, string>()
  // A random seed, so that an attacker who writes to a log cannot predict collisions.
  private readonly seed = Math.floor(Math.random() * 0x7fffffff)

  /** Number of texts, including the empty one. */
  get size(): number {
    return this.count
  }

  /** Bytes of memory. */
  get memory(): number {
    return this.bytes.byteLength + this.ends.byteLength + this.table.byteLength
  }

  /** Frees memory reserved for further texts. Texts can still be added. */
  trim(): void {
    this.bytes = sized(this.bytes, this.ends[this.count - 1]!)
    this.ends = sized(this.ends, this.count)
    this.table = new Uint32Array(0)
  }

  /** Number of a text; a new text gets a new number. */
  add(from: Uint8Array, start: number, end: number): number {
    return this.numberOf(from, start, end, true)
  }

  /** Number of a text; -1 for an unknown text. */
  find(from: Uint8Array, start: number, end: number): number {
    return this.numberOf(from, start, end, false)
  }

  private numberOf(from: Uint8Array, start: number, end: number, isAdded: boolean): number {
    if (start === end) return 0
    if (this.table.length === 0) this.rehash()
    const hash = hashOf(from, start, end, this.seed)
    const { table } = this
    let at = place(hash, table.length)
    for (; table[at] !== 0; at = at + 1 === table.length ? 0 : at + 1) {
      const code = table[at]!
      if (this.equals(code, from, start, end)) return code
    }
    if (!isAdded) return -1
    const code = this.count++
    table[at] = code
    const first = this.ends[code - 1]!
    const last = first + end - start
    if (last > this.bytes.length) this.bytes = grownBy(this.bytes, last)
    if (end - start < SHORT) for (let i = start, to = first; i < end; i++) this.bytes[to++] = from[i]!
    else this.bytes.set(from.subarray(start, end), first)
    if (code >= this.ends.length) this.ends = grownBy(this.ends, code + 1)
    this.ends[code] = last
    if (this.count > table.length * FULLEST) this.rehash()
    return code
  }

  text(code: number): string {
    const known = this.strings.get(code)
    if (known !== undefined) return known
    const text = this.textOnce(code)
    if (this.strings.size >= MAX_STRINGS) this.strings.clear()
    this.strings.set(code, text)
    return text
  }

  /** For iterating over all texts: does not use the cache. */
  textOnce(code: number): string {
    return this.bytesOf(code).toString()
  }

  /** Valid until the next text is added. */
  bytesOf(code: number): Buffer {
    if (code === 0 || code >= this.count) return Buffer.alloc(0)
    const start = this.ends[code - 1]!
    return Buffer.from(this.bytes.buffer, start, this.ends[code]! - start)
  }

  /** Calls back with each number from `from` on whose text contains these bytes, ascending. */
  eachWith(part: Uint8Array, from: number, found: (code: number) => void): void {
    const { ends, count } = this
    const all = Buffer.from(this.bytes.buffer, 0, ends[count - 1])
    let code = Math.max(from, 1)
    if (code >= count || part.length === 0) return
    for (let at = all.indexOf(part, ends[code - 1]); at >= 0;) {
      while (ends[code]! <= at) code++
      // The match may extend into the next text.
      const isInside = at + part.length <= ends[code]!
      if (isInside) found(code)
      at = all.indexOf(part, isInside ? ends[code] : at + 1)
    }
  }

  /** True if the text contains these bytes, case-insensitively for ASCII letters; `wanted` is in lower case. */
  hasFolded(code: number, wanted: Uint8Array): boolean {
    const { bytes } = this
    const last = this.ends[code]! - wanted.length
    for (let at = code === 0 ? 0 : this.ends[code - 1]!; at <= last; at++) {
      let i = 0
      while (i < wanted.length && FOLDED[bytes[at + i]!] === wanted[i]) i++
      if (i === wanted.length) return true
    }
    return false
  }

  private equals(code: number, from: Uint8Array, start: number, end: number): boolean {
    const first = this.ends[code - 1]!
    if (this.ends[code]! - first !== end - start) return false
    const { bytes } = this
    for (let i = start, at = first; i < end; i++) if (bytes[at++] !== from[i]) return false
    return true
  }

  private rehash(): void {
    const table = new Uint32Array(Math.max(128, Math.ceil((this.count / FULLEST) * 1.5)))
    for (let code = 1; code < this.count; code++) {
      let at = place(hashOf(this.bytes, this.ends[code - 1]!, this.ends[code]!, this.seed), table.length)
      while (table[at] !== 0) at = at + 1 === table.length ? 0 : at + 1
      table[at] = code
    }
    this.table = table
  }
}

/** Maximum load of the hash table before it grows. */
const FULLEST = 0.7
/** Below this length, a loop is faster than a call. */
const SHORT = 64

const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte))

function place(hash: number, size: number): number {
  return Math.floor(((hash >>> 0) / 0x1_0000_0000) * size)
}

function hashOf(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  hash = Math.imul(hash, 0x297a2d39)
  return hash ^ (hash >>> 15)
}

/** Maximum number of recently used texts in the cache. */
const MAX_STRINGS = 4096
