// Events that have the same ID as another event but different bytes, in a run that recognizes copies by bytes. Their
// values decide whether they are copies: the few files that contain them are read again for these at the end of the
// run.

import type { AggregatePart } from '../decode/aggregate.ts'
import { FINGERPRINT } from '../decode/json/tally.ts'

/** An event, identified without its value. */
interface Version {
  /** Number of its file in the walk. */
  readonly file: number
  /** Hash of its ID and account, and one word of the hash of its bytes. */
  readonly a: number
  readonly b: number
  readonly bytes: number
}

export interface Doubt {
  readonly first: Version
  readonly other: Version
  readonly part: AggregatePart
  /** Index of `other` among the part's events. */
  readonly event: number
}

/** With more doubts than this, reading everything again by value costs less. */
const MAX_DOUBTS = 500

export class Doubts {
  private readonly list: Doubt[] = []
  /** One word of the hash of each ID. */
  private readonly ids = new Set<number>()
  private readonly values = new Map<string, string>()

  get areTooMany(): boolean {
    return this.list.length > MAX_DOUBTS
  }

  /** Files whose values are needed. */
  get files(): ReadonlySet<number> {
    return new Set(this.list.flatMap(({ first, other }) => [first.file, other.file]))
  }

  add(doubt: Doubt): void {
    this.list.push(doubt)
    this.ids.add(doubt.first.a)
  }

  /** Records the values found when a file is read by value. */
  learn(file: number, { fingerprints }: AggregatePart, from: number, to: number): void {
    for (let at = from * FINGERPRINT; at < to * FINGERPRINT; at += FINGERPRINT) {
      // Few of the events of a file are in doubt.
      if (!this.ids.has(fingerprints[at]!)) continue
      const [a, b, valueA, valueB, bytes] = fingerprints.subarray(at, at + FINGERPRINT)
      this.values.set(keyOf({ file, a: a!, b: b!, bytes: bytes! }), `${valueA} ${valueB}`)
    }
  }

  /** Calls `say` for each doubt, in order, with whether it is a copy. False if some values are still unknown. */
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
