// Remembers answers about events by what they depend on. What a question reads of an event is recorded while it is
// answered; if all of that is identical in another event, by the scanner's hashes, the answer is the same. Dependencies of
// a column or a filter are never declared, so they cannot be declared wrongly.

import type { Event, LookupFields, Origin } from '../event/event.ts'
import type { Json, JsonObject } from '../util/json.ts'
import type { Scanner } from './json/scan.ts'
import { SLOT, type SlotKey } from './json/slots.ts'
import { MEMBER_SLOT, memberOf, MAX_SLOTS, STATED_MEMBER, type RecordTable } from './json/table.ts'
import type { LazyEvent } from './records/lazy-event.ts'

/** Maximum number of answers; beyond it, all are forgotten. */
const MAX_ANSWERS = 1 << 13
/** Number of computed answers after which the memo checks whether they are reused often enough. */
const TRIAL = 1024

// Words per entry: two of the hash, the first of them made odd, and the number of the answer.
const ENTRY = 3

/** What a table answers with a hash of some slots. */
export interface Question {
  readonly slots: readonly number[]
  /** It cannot be answered so. */
  readonly isOff: boolean
  /** Slots were added, so that hashes computed before are useless. */
  isStale: boolean
  tidy(): void
}

export class Memo<T> implements Question {
  /** Slots that the question has read so far. */
  readonly slots: number[]
  /** The question reads something without a slot, or too many slots, or answers are rarely reused. */
  isOff = false
  isStale = false
  /** Answers by number. */
  answers: T[] = []
  private readonly answer: (event: Event) => T
  private readonly worth: number
  private entries = new Int32Array(ENTRY * 256)
  private count = 0
  private asked = 0
  private made = 0
  // The slots as bits: the first 32, the others, and those of members.
  private top = 0
  private more = 0
  private members = 0

  /**
   * `worth`: share of computed answers beyond which remembering them costs more than it saves. `slots`: what the question is
   * known to read.
   */
  constructor(answer: (event: Event) => T, worth = 0.5, slots: readonly number[] = []) {
    this.answer = answer
    this.worth = worth
    this.slots = [...slots]
  }

  /** The answer for the event whose hash is at `place`: remembered, or computed if this is off. */
  at(words: Int32Array, place: number, event: () => Event): T {
    if (this.isOff) return this.answer(event())
    return this.answers[this.of(words[place]!, words[place + 1]!, event)]!
  }

  /** Number of the answer for the event with this hash of two words. */
  of(a: number, b: number, event: () => Event): number {
    const known = this.known(a, b)
    if (known >= 0) return known
    const number = this.find(event())
    if (!this.isStale) this.keep(a | 1, b, number)
    return number
  }

  /** The same of an answer that is remembered, or -1. */
  known(a: number, b: number): number {
    this.asked++
    const mark = a | 1
    const { entries } = this
    let at = this.placeOf(a)
    while (entries[at] !== 0) {
      if (entries[at] === mark && entries[at + 1] === b) return entries[at + 2]!
      at = at + ENTRY === entries.length ? 0 : at + ENTRY
    }
    return -1
  }

  /** Remembers an answer that depends on these members of the identity alone; -1 if the hash does not cover them. */
  put(a: number, b: number, answer: T, members: number): number {
    if (this.isStale || (members & ~this.members) !== 0) return -1
    const number = this.answers.push(answer) - 1
    this.keep(a | 1, b, number)
    return number
  }

  /** Computes an answer without keeping it. */
  fresh(event: Event): T {
    return this.answer(event)
  }

  /**
   * The answer, which the caller keeps unless `isStale` is true. What the question reads of the `parts` is no dependency.
   */
  ask(event: Event, parts?: Parts): T {
    return this.answers[this.find(event, parts)]!
  }

  /** Notes how often kept answers were used. */
  noteUses(uses: number): void {
    this.asked += uses
  }

  /** Call now and then, while no answer's number is in use. */
  tidy(): void {
    this.isOff ||= this.made > TRIAL && this.made > this.asked * this.worth
    if (this.answers.length <= MAX_ANSWERS) return
    this.answers = []
    this.forget()
  }

  private find(event: Event, parts?: Parts): number {
    // A new one each time, because who reads a field may remember what it was by the event.
    const witness = new Witness(event, parts)
    const number = this.answers.push(this.answer(witness)) - 1
    // An answer that cannot be kept does not tell how often kept ones are used.
    if (!this.isStale) this.made++
    if (witness.sawMore) {
      // Events with the same slots may have different answers.
      this.isOff = true
      this.isStale = true
      this.forget()
    } else if ((witness.top & ~this.top) | (witness.more & ~this.more) | (witness.members & ~this.members))
      this.learn(witness)
    return number
  }

  // Adds the slots that are new.
  private learn({ top, more, members }: Witness): void {
    this.top |= top
    this.more |= more
    this.members |= members
    this.slots.length = 0
    for (let n = 0; n < 32; n++) {
      if (this.top & (1 << n)) this.slots.push(n)
      if (this.more & (1 << n)) this.slots.push(32 + n)
      if (this.members & (1 << n)) this.slots.push(MEMBER_SLOT + n)
    }
    this.isStale = true
    this.isOff ||= this.slots.length > MAX_SLOTS
    this.forget()
  }

  private forget(): void {
    this.entries.fill(0)
    this.count = 0
  }

  private placeOf(a: number): number {
    return ((a >>> 1) & (this.entries.length / ENTRY - 1)) * ENTRY
  }

  private keep(mark: number, b: number, number: number): void {
    if (this.count * 2 * ENTRY >= this.entries.length) {
      const before = this.entries
      this.entries = new Int32Array(before.length * 4)
      this.count = 0
      for (let i = 0; i < before.length; i += ENTRY)
        if (before[i] !== 0) this.enter(before[i]!, before[i + 1]!, before[i + 2]!)
    }
    this.enter(mark, b, number)
  }

  private enter(mark: number, b: number, number: number): void {
    const { entries } = this
    let at = this.placeOf(mark)
    while (entries[at] !== 0) at = at + ENTRY === entries.length ? 0 : at + ENTRY
    entries[at] = mark
    entries[at + 1] = b
    entries[at + 2] = number
    this.count++
  }
}

/** A record of a table. */
export interface TableRow {
  readonly table: RecordTable
  /** What its offsets are in. */
  readonly text: Buffer
  /** Which holds the text. */
  readonly scanner: Scanner
  /** Index of its first word in the table. */
  at: number
  readonly event: () => LazyEvent
  /** Call when the scanner has scanned a record by itself: the last event is no longer valid. */
  forget(): void
}

/** Top-level values that stand for those of many events. */
export type Parts = ReadonlyMap<string, Json | undefined>

/** An event that records what is read of it. */
class Witness implements Event {
  top = 0
  more = 0
  members = 0
  /** Something without a slot was read. */
  sawMore = false
  private readonly event: Event
  private readonly parts: Parts | undefined

  constructor(event: Event, parts: Parts | undefined) {
    this.event = event
    this.parts = parts
  }

  text(key: string): string | undefined {
    this.note(key)
    return this.event.text(key)
  }

  textIn(key: string, name: string): string | undefined {
    if (key === 'responseElements' && name === this.text('eventName')) this.members |= 1 << STATED_MEMBER
    else this.noteIn(key, name)
    return this.event.textIn(key, name)
  }

  valuesIn(key: string, name: string): readonly Json[] {
    // In a table, no identity is a list, so the member is the only value.
    this.noteIn(key, name)
    return this.event.valuesIn(key, name)
  }

  part(key: string): Json | undefined {
    if (this.parts?.has(key)) return this.parts.get(key)
    this.note(key)
    return this.event.part(key)
  }

  json(key: string): string {
    this.note(key)
    return this.event.json(key)
  }

  get time(): number {
    this.note('eventTime')
    this.note('timeWindow')
    return this.event.time
  }

  get record(): JsonObject {
    this.sawMore = true
    return this.event.record
  }

  get origin(): Origin {
    this.sawMore = true
    return this.event.origin
  }

  get lookup(): LookupFields | undefined {
    return this.event.lookup
  }

  get isRestored(): boolean | undefined {
    return this.event.isRestored
  }

  get withoutRecord(): boolean | undefined {
    return this.event.withoutRecord
  }

  private noteIn(key: string, name: string): void {
    const member = key === 'userIdentity' ? memberOf(name) : -1
    if (member < 0) this.note(key)
    else this.members |= 1 << member
  }

  private note(key: string): void {
    const slot = SLOT[key as SlotKey]
    if (slot === undefined) this.sawMore = true
    else if (slot < 32) this.top |= 1 << slot
    else this.more |= 1 << (slot - 32)
  }
}
