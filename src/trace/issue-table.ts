// The calls of a run that created credentials, as columns of numbers.

import { grown } from '../util/bytes.ts'
import { type PackedTexts, TextPacker } from '../util/packed-texts.ts'
import { StringTable } from '../util/string-table.ts'
import type { Issue } from './issue.ts'
import { ISSUE_TEXTS, type IssueText, OF_ONE_CALL, SHARED_TEXTS } from './session-part.ts'

/** Texts of a call by number. */
export const ISSUE = Object.fromEntries(ISSUE_TEXTS.map((name, index) => [name, index])) as Record<
  IssueText,
  number
>
const WIDTH = ISSUE_TEXTS.length
const IS_KEPT = Uint8Array.from(ISSUE_TEXTS, (name) =>
  (OF_ONE_CALL as readonly string[]).includes(name) ? 1 : 0,
)

export class IssueTable {
  size = 0
  private readonly names: StringTable
  /** Texts that are kept without being looked for; the first stands for none. */
  private readonly kept = new TextPacker()
  // Numbers of names, or of kept texts.
  private texts = new Uint32Array(WIDTH * 256)
  /** Epoch milliseconds, and room for further ones. */
  times = new Float64Array(256)

  constructor(names: StringTable) {
    this.names = names
    this.kept.add('')
  }

  /** Adds those calls of a part that are among these events, ascending. `names`: those of its texts that are known. */
  addOf(
    texts: PackedTexts,
    calls: Uint32Array,
    numbers: Uint32Array,
    times: Float64Array,
    events: Uint32Array,
    names: Uint32Array,
  ): void {
    let next = 0
    for (let n = 0; n < calls.length; n++) {
      while (next < events.length && events[next]! < calls[n]!) next++
      if (next < events.length && events[next] === calls[n]) this.add(texts, numbers, n, times[n]!, names)
    }
  }

  private add(texts: PackedTexts, numbers: Uint32Array, n: number, time: number, names: Uint32Array): void {
    const issue = this.size++
    if (issue === this.times.length) {
      this.times = grown(this.times)
      this.texts = grown(this.texts)
    }
    this.times[issue] = time
    for (let c = 0; c < WIDTH; c++) {
      const text = numbers[n * WIDTH + c]!
      if (text === 0) this.texts[issue * WIDTH + c] = 0
      else if (IS_KEPT[c] === 0) this.texts[issue * WIDTH + c] = this.names.addOnce(texts, text, names)
      else this.texts[issue * WIDTH + c] = this.kept.addPacked(texts, text)
    }
  }

  /** Of a text that is no kept one; 0 for none. */
  name(issue: number, text: number): number {
    return this.texts[issue * WIDTH + text]!
  }

  text(issue: number, text: number): string | undefined {
    const number = this.texts[issue * WIDTH + text]!
    if (IS_KEPT[text] === 0) return this.names.text(number)
    return number === 0 ? undefined : this.kept.text(number)
  }

  /** The number that a table gives a kept text; 0 for none. */
  number(issue: number, text: number, table: StringTable): number {
    const number = this.texts[issue * WIDTH + text]!
    return number === 0 ? 0 : table.addPacked(this.kept, number)
  }

  /** A table with room for all of a kept text. */
  tableOf(text: number): StringTable {
    let bytes = 0
    let count = 0
    for (let at = text; at < this.size * WIDTH; at += WIDTH) {
      const number = this.texts[at]!
      if (number === 0) continue
      count++
      bytes += this.kept.ends[number]! - this.kept.ends[number - 1]!
    }
    return new StringTable(count, bytes)
  }

  /** Marks the names that calls have as this text. */
  mark(text: number, names: Uint8Array): void {
    for (let at = text; at < this.size * WIDTH; at += WIDTH) names[this.texts[at]!] = 1
  }

  time(issue: number): number {
    return this.times[issue]!
  }

  at(issue: number): Issue {
    const texts = Object.fromEntries(
      ISSUE_TEXTS.map((name, text) => [name, this.text(issue, text)]),
    ) as Partial<Issue>
    return { ...(texts as Issue), eventId: texts.eventId ?? '', time: this.times[issue]! }
  }

  /** Records of one call that several accounts received, as one: each may tell what the others do not. Gives what is left. */
  withoutTwins(): Uint32Array {
    const left = new Uint32Array(this.size)
    const calls = this.tableOf(ISSUE.sharedEventId)
    // Of each call the issue that it is, counted from 1.
    const firsts = new Uint32Array(this.size + 1)
    let count = 0
    for (let issue = 0; issue < this.size; issue++) {
      const call = this.number(issue, ISSUE.sharedEventId, calls)
      if (call !== 0 && firsts[call] !== 0) {
        this.combine(firsts[call]! - 1, issue)
        continue
      }
      if (call !== 0) firsts[call] = issue + 1
      left[count++] = issue
    }
    return left.subarray(0, count)
  }

  // Into the first: the record of the caller's account knows the caller's credential, and is the one that is named.
  private combine(into: number, other: number): void {
    const [known, rest] = this.isBetter(other, into) ? [other, into] : [into, other]
    const row = this.texts.slice(known * WIDTH, (known + 1) * WIDTH)
    for (const name of SHARED_TEXTS) row[ISSUE[name]] ||= this.texts[rest * WIDTH + ISSUE[name]]!
    this.times[into] = this.times[known]!
    this.texts.set(row, into * WIDTH)
  }

  private isBetter(one: number, other: number): boolean {
    const [a, b] = [this.name(one, ISSUE.by) !== 0, this.name(other, ISSUE.by) !== 0]
    if (a !== b) return a
    return (this.text(one, ISSUE.eventId) ?? '') < (this.text(other, ISSUE.eventId) ?? '')
  }
}
