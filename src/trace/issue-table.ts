// The calls of a run that created credentials, as columns of numbers.

import { grown } from '../util/bytes.ts'
import type { StringTable } from '../util/string-table.ts'
import type { Issue } from './issue.ts'
import { ISSUE_TEXTS, type IssueText, SHARED_TEXTS } from './session-part.ts'

const COLUMN = Object.fromEntries(ISSUE_TEXTS.map((name, index) => [name, index])) as Record<
  IssueText,
  number
>
const WIDTH = ISSUE_TEXTS.length

export class IssueTable {
  size = 0
  private readonly names: StringTable
  private texts = new Uint32Array(WIDTH * 256)
  private times = new Float64Array(256)

  constructor(names: StringTable) {
    this.names = names
  }

  /** Number `n` of those that a thread sent, whose texts `nameOf` knows. */
  add(texts: Uint32Array, nameOf: (text: number) => number, time: number, n: number): void {
    const issue = this.size++
    if (issue === this.times.length) {
      this.times = grown(this.times)
      this.texts = grown(this.texts)
    }
    this.times[issue] = time
    for (let c = 0; c < WIDTH; c++) this.texts[issue * WIDTH + c] = nameOf(texts[n * WIDTH + c]!)
  }

  name(issue: number, text: IssueText): number {
    return this.texts[issue * WIDTH + COLUMN[text]]!
  }

  time(issue: number): number {
    return this.times[issue]!
  }

  at(issue: number): Issue {
    const texts = Object.fromEntries(
      ISSUE_TEXTS.map((name) => [name, this.names.text(this.name(issue, name))]),
    ) as Partial<Issue>
    return { ...(texts as Issue), eventId: texts.eventId ?? '', time: this.times[issue]! }
  }

  /** Records of one call that several accounts received, as one: each may tell what the others do not. Gives what is left. */
  withoutTwins(): Uint32Array {
    const left = new Uint32Array(this.size)
    const shared = new Map<number, number>()
    let count = 0
    for (let issue = 0; issue < this.size; issue++) {
      const call = this.name(issue, 'sharedEventId')
      const twin = call === 0 ? undefined : shared.get(call)
      if (twin !== undefined) {
        this.combine(twin, issue)
        continue
      }
      if (call !== 0) shared.set(call, issue)
      left[count++] = issue
    }
    return left.subarray(0, count)
  }

  // Into the first: the record of the caller's account knows the caller's credential, and is the one that is named.
  private combine(into: number, other: number): void {
    const [known, rest] = this.isBetter(other, into) ? [other, into] : [into, other]
    const row = this.texts.slice(known * WIDTH, (known + 1) * WIDTH)
    for (const name of SHARED_TEXTS) row[COLUMN[name]] ||= this.name(rest, name)
    this.times[into] = this.times[known]!
    this.texts.set(row, into * WIDTH)
  }

  private isBetter(one: number, other: number): boolean {
    const [a, b] = [this.name(one, 'by') !== 0, this.name(other, 'by') !== 0]
    if (a !== b) return a
    return (
      (this.names.text(this.name(one, 'eventId')) ?? '') <
      (this.names.text(this.name(other, 'eventId')) ?? '')
    )
  }
}
