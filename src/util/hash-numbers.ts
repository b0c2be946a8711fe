// Numbers by hashes of two words, which a scanner has made under the key of the process (json/hash-key.ts): equal hashes are
// equal texts. No string is made, and nothing is allocated for a look-up.

const ENTRY = 3

export class HashNumbers {
  size = 0
  // Two words of the hash, and the number, counted from 1; 0 is a free place. Open addressing with linear probing.
  private entries: Int32Array

  constructor(room = 256) {
    this.entries = new Int32Array(ENTRY * room)
  }

  /** The number; -1 for none. */
  find(a: number, b: number): number {
    const { entries } = this
    let at = this.placeOf(a)
    for (let number = entries[at + 2]!; number !== 0; number = entries[at + 2]!) {
      if (entries[at] === a && entries[at + 1] === b) return number - 1
      at = at + ENTRY === entries.length ? 0 : at + ENTRY
    }
    return -1
  }

  /** Adds one that is not there. */
  add(a: number, b: number, number: number): void {
    if (++this.size * 2 * ENTRY > this.entries.length) this.spread()
    this.enter(a, b, number + 1)
  }

  clear(): void {
    this.entries.fill(0)
    this.size = 0
  }

  private enter(a: number, b: number, counted: number): void {
    const { entries } = this
    let at = this.placeOf(a)
    while (entries[at + 2] !== 0) at = at + ENTRY === entries.length ? 0 : at + ENTRY
    entries[at] = a
    entries[at + 1] = b
    entries[at + 2] = counted
  }

  // The number of places is a power of two.
  private placeOf(a: number): number {
    return (a & (this.entries.length / ENTRY - 1)) * ENTRY
  }

  private spread(): void {
    const before = this.entries
    this.entries = new Int32Array(before.length * 2)
    for (let i = 0; i < before.length; i += ENTRY)
      if (before[i + 2] !== 0) this.enter(before[i]!, before[i + 1]!, before[i + 2]!)
  }
}
