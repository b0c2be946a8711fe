// Texts by number. They are kept as UTF-8 in one piece of memory and found by their bytes: a million different names
// cost what they are long and twelve bytes each, where a Map of strings would take a hundred.

/** Grown by a third: doubling would leave half of the memory unused on average. */
export function grownBy<T extends Uint8Array | Uint32Array | Float64Array>(array: T, least: number): T {
  const size = Math.max(least, Math.ceil(array.length * 1.3))
  const grown = new (array.constructor as new (size: number) => T)(size)
  grown.set(array)
  return grown
}

export class Dictionary {
  private bytes = new Uint8Array(1024)
  /** Where the text of each number ends. The text of 0 is empty. */
  private ends = new Uint32Array(64)
  /** Numbers by hash, 0 for a free place. */
  private table = new Uint32Array(128)
  private count = 1
  private readonly strings = new Map<number, string>()
  // Nobody who writes into a log can know which texts meet in one place.
  private readonly seed = Math.floor(Math.random() * 0x7fffffff)

  /** How many numbers there are, that of the empty text included. */
  get size(): number {
    return this.count
  }

  /** Bytes of memory. */
  get memory(): number {
    return this.bytes.byteLength + this.ends.byteLength + this.table.byteLength
  }

  /** The number of a text, a new one where there is none yet. */
  add(from: Uint8Array, start: number, end: number): number {
    return this.numberOf(from, start, end, true)
  }

  /** -1 where the text has no number. */
  find(from: Uint8Array, start: number, end: number): number {
    return this.numberOf(from, start, end, false)
  }

  private numberOf(from: Uint8Array, start: number, end: number, isAdded: boolean): number {
    if (start === end) return 0
    const hash = hashOf(from, start, end, this.seed)
    const { table } = this
    const mask = table.length - 1
    let at = hash & mask
    for (; table[at] !== 0; at = (at + 1) & mask) {
      const code = table[at]!
      if (this.equals(code, from, start, end)) return code
    }
    if (!isAdded) return -1
    const code = this.count++
    table[at] = code
    const first = this.ends[code - 1]!
    const last = first + end - start
    if (last > this.bytes.length) this.bytes = grownBy(this.bytes, last)
    for (let i = start, to = first; i < end; i++) this.bytes[to++] = from[i]!
    if (code >= this.ends.length) this.ends = grownBy(this.ends, code + 1)
    this.ends[code] = last
    if (this.count * 4 > table.length * 3) this.rehash()
    return code
  }

  text(code: number): string {
    const known = this.strings.get(code)
    if (known !== undefined) return known
    if (code === 0 || code >= this.count) return ''
    const text = Buffer.from(
      this.bytes.buffer,
      this.ends[code - 1],
      this.ends[code]! - this.ends[code - 1]!,
    ).toString()
    if (this.strings.size >= MOST_STRINGS) this.strings.clear()
    this.strings.set(code, text)
    return text
  }

  private equals(code: number, from: Uint8Array, start: number, end: number): boolean {
    const first = this.ends[code - 1]!
    if (this.ends[code]! - first !== end - start) return false
    const { bytes } = this
    for (let i = start, at = first; i < end; i++) if (bytes[at++] !== from[i]) return false
    return true
  }

  private rehash(): void {
    const table = new Uint32Array(this.table.length * 2)
    const mask = table.length - 1
    for (let code = 1; code < this.count; code++) {
      const hash = hashOf(this.bytes, this.ends[code - 1]!, this.ends[code]!, this.seed)
      let at = hash & mask
      while (table[at] !== 0) at = (at + 1) & mask
      table[at] = code
    }
    this.table = table
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

/** Of those that were shown lately. */
const MOST_STRINGS = 4096
