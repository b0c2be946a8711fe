// Which events have been seen, in bounded memory: 64-bit fingerprints in two generations of typed arrays. Copies of an
// event lie close together in time (always within a day, in what we have seen), so forgetting those of a million events ago is harmless,
// and memory does not grow with the tree.

/** KeyIdentity of one generation, of which at most half are taken; both generations together are 50 MB. */
const GENERATION = 1 << 21
const SMALLEST = 1 << 12

export class SeenIds {
  private young = new Table(SMALLEST)
  private old: Table | undefined

  /** Notes a fingerprint (32-bit words with a sign) with its content word; returns the content word it had before, or undefined when it is new. */
  add(a: number, b: number, content: number): number | undefined {
    let place = this.young.find(a, b)
    const known = this.young.contentAt(place) ?? this.old?.contentAt(this.old.find(a, b))
    if (known !== undefined) return known
    if (this.young.count * 2 >= this.young.capacity) {
      if (this.young.capacity < GENERATION) this.young = this.young.grown(GENERATION)
      else {
        this.old = this.young
        this.young = new Table(SMALLEST)
      }
      place = this.young.find(a, b)
    }
    this.young.put(place, a, b, content)
    return undefined
  }
}

// Open addressing with linear probing, three words an entry; a first word of 0 marks a free place.
class Table {
  readonly capacity: number
  count = 0
  private readonly words: Int32Array

  constructor(capacity: number) {
    this.capacity = capacity
    this.words = new Int32Array(capacity * 3)
  }

  /** The place of an entry, or the free one where it belongs. */
  find(a: number, b: number): number {
    const { words } = this
    const mark = a | 1
    let i = this.slot(a)
    while (words[i] !== 0 && (words[i] !== mark || words[i + 1] !== b)) i = i + 3 === words.length ? 0 : i + 3
    return i
  }

  contentAt(place: number): number | undefined {
    return this.words[place] === 0 ? undefined : this.words[place + 2]
  }

  put(place: number, a: number, b: number, content: number): void {
    this.words[place] = a | 1
    this.words[place + 1] = b
    this.words[place + 2] = content
    this.count++
  }

  grown(atMost: number): Table {
    const table = new Table(Math.min(this.capacity * 4, atMost))
    for (let i = 0; i < this.words.length; i += 3) {
      const a = this.words[i]!
      const b = this.words[i + 1]!
      if (a !== 0) table.put(table.find(a, b), a, b, this.words[i + 2]!)
    }
    return table
  }

  // The lowest bit of `a` is lost to the mark of occupied places, so it must not choose the place either.
  private slot(a: number): number {
    return ((a >>> 1) & (this.capacity - 1)) * 3
  }
}
