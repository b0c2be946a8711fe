// Which events have been seen, in bounded memory: 64-bit fingerprints in two generations of typed arrays. Copies of an
// event lie close together in time (always within a day, in what we have seen), so forgetting the oldest millions is harmless,
// and memory does not grow with the tree.

/** Entries of one generation; both together take at most 64 MB with content words. */
const GENERATION = 1 << 21
const SMALLEST = 1 << 12

export class SeenIds {
  private young = new Table(SMALLEST)
  private old: Table | undefined

  /** Notes a fingerprint with its content word; returns the content word it had before, or undefined when it is new. */
  add(a: number, b: number, content: number): number | undefined {
    const known = this.young.get(a, b) ?? this.old?.get(a, b)
    if (known !== undefined) return known
    if (this.young.count * 2 >= this.young.capacity) {
      if (this.young.capacity < GENERATION) this.young = this.young.grown()
      else {
        this.old = this.young
        this.young = new Table(SMALLEST)
      }
    }
    this.young.put(a, b, content)
    return undefined
  }
}

// Open addressing with linear probing, three words an entry; a first word of 0 marks a free place.
class Table {
  readonly capacity: number
  count = 0
  private readonly words: Uint32Array

  constructor(capacity: number) {
    this.capacity = capacity
    this.words = new Uint32Array(capacity * 3)
  }

  get(a: number, b: number): number | undefined {
    const { words } = this
    for (let i = this.slot(a); words[i] !== 0; i = i + 3 === words.length ? 0 : i + 3) {
      if (words[i] === (a | 1) >>> 0 && words[i + 1] === b) return words[i + 2]
    }
    return undefined
  }

  put(a: number, b: number, content: number): void {
    const { words } = this
    let i = this.slot(a)
    while (words[i] !== 0) i = i + 3 === words.length ? 0 : i + 3
    words[i] = (a | 1) >>> 0
    words[i + 1] = b
    words[i + 2] = content
    this.count++
  }

  grown(): Table {
    const table = new Table(this.capacity * 4)
    for (let i = 0; i < this.words.length; i += 3) {
      if (this.words[i] !== 0) table.put(this.words[i]!, this.words[i + 1]!, this.words[i + 2]!)
    }
    return table
  }

  // The lowest bit of `a` is lost to the mark of occupied places, so it must not choose the place either.
  private slot(a: number): number {
    return ((a >>> 1) & (this.capacity - 1)) * 3
  }
}
