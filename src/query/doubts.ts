// Events that have the ID of another and differ from it in their bytes, while a run tells copies by bytes. Whether they are
// copies is a question of their values: the few files that they are in are read again for these, when all the rest is done.

import { FINGERPRINT, type TallyPart } from '../decode/aggregate.ts'

/** An event, by what is known of it without its value. */
interface Version {
  /** Number of its file in the walk. */
  readonly file: number
  /** Hash of its ID and account, and a word of that of its bytes. */
  readonly a: number
  readonly b: number
  readonly bytes: number
}

export interface Doubt {
  readonly first: Version
  readonly other: Version
  readonly part: TallyPart
  /** Which of the part's events `other` is. */
  readonly event: number
}

/** Of so many it costs less to read everything once more, with values. */
const MOST = 500

export class Doubts {
  private readonly list: Doubt[] = []
  private readonly values = new Map<string, string>()

  get areTooMany(): boolean {
    return this.list.length > MOST
  }

  /** Files whose values have to be known. */
  get files(): ReadonlySet<number> {
    return new Set(this.list.flatMap(({ first, other }) => [first.file, other.file]))
  }

  add(doubt: Doubt): void {
    this.list.push(doubt)
  }

  /** What a file is found to hold when it is read by value. */
  learn(file: number, { fingerprints }: TallyPart, from: number, to: number): void {
    for (let at = from * FINGERPRINT; at < to * FINGERPRINT; at += FINGERPRINT) {
      const [a, b, valueA, valueB, bytes] = fingerprints.subarray(at, at + FINGERPRINT)
      this.values.set(keyOf({ file, a: a!, b: b!, bytes: bytes! }), `${valueA} ${valueB}`)
    }
  }

  /** Says of each whether it is a copy, in the order in which they came. False when something was not learned. */
  settle(say: (doubt: Doubt, isCopy: boolean) => void): boolean {
    const known = new Map<string, Set<string>>()
    for (const doubt of this.list) {
      const { first, other } = doubt
      const value = this.values.get(keyOf(other))
      const firstValue = this.values.get(keyOf(first))
      if (value === undefined || firstValue === undefined) return false
      const id = `${first.a} ${first.b}`
      const values = known.get(id) ?? new Set()
      known.set(id, values.add(firstValue))
      say(doubt, values.has(value))
      values.add(value)
    }
    return true
  }
}

function keyOf({ file, a, b, bytes }: Version): string {
  return `${file} ${a} ${b} ${bytes}`
}
