// Groups events by one column or several, with counts of those that pass a test, distinct values, and sums of numbers.
// A thread only sends the group number of each event; only the run knows which events are copies.

import type { Event } from '../event/event.ts'
import { columnOf } from '../event/fields.ts'
import { eventId } from '../event/names.ts'
import { who } from '../event/who.ts'
import type { Filter } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'
import type { Interval } from '../format/interval-names.ts'
import { intervalStart } from '../format/interval.ts'
import { tableCell } from '../format/table-row.ts'
import { ColumnAnswers } from './column-answers.ts'

export interface GroupSpec {
  /** `by` are columns of the table `events`, and their cells are JSON; see format/table-row.ts. */
  readonly ofTable?: boolean
  /** Field names or paths. */
  readonly by: readonly string[]
  /** Groups are separate for each interval, which is then the first cell of their key. */
  readonly interval?: { readonly length: Interval; readonly timeZone: string | undefined } | undefined
  /** Filters whose matches are counted; at most 30. */
  readonly tests?: readonly Filter[]
  /** Columns whose distinct values are collected. */
  readonly distinct?: readonly string[]
  /** Columns whose numbers are summed. */
  readonly sums?: readonly string[]
  /** The first event of each group is identified. */
  readonly facts?: 'event'
  /** Leaves out groups without a value in any column. */
  readonly omitsNone?: boolean
}

/** Facts from the first event of a group. */
export interface EventFacts {
  readonly eventId: string | undefined
  readonly eventName: string | undefined
  readonly who: string | undefined
}

export interface GroupPart {
  /** The cells of each group; the empty text stands for no value. */
  readonly keys: readonly (readonly string[])[]
  /** For each group; empty without facts in the spec. */
  readonly facts: readonly string[]
  /** Epoch milliseconds of the event that the facts come from; Infinity if no event has a time. */
  readonly firsts: readonly number[]
  /** The group of each event, or NO_GROUP. */
  readonly codes: Uint32Array
  /** Bit n is set if the event passes test n. */
  readonly passed: Uint32Array
  readonly distinct: readonly { readonly values: readonly string[]; readonly codes: Uint32Array }[]
  readonly sums: readonly Float64Array[]
}

export const NO_GROUP = 0xffff_ffff

type Get = (event: Event) => string | undefined

/** Remembered values of the columns of a group. */
export type GroupAnswers = readonly ColumnAnswers[]

/** Undefined if more is asked of an event than its columns. */
export function groupAnswers(spec: GroupSpec): GroupAnswers | undefined {
  const { interval, tests = [], distinct = [], sums = [], facts } = spec
  if (interval || facts || tests.length + distinct.length + sums.length > 0) return undefined
  if (spec.by.length === 0) return undefined
  return columnsOf(spec).map((get) => new ColumnAnswers(get))
}

function columnsOf({ by, ofTable }: GroupSpec): Get[] {
  return by.map((column) => (ofTable ? tableCell(column) : columnOf(column).get))
}

export class GroupBuilder {
  private readonly by: readonly Get[]
  private readonly tests: readonly ((event: Event) => boolean)[]
  private readonly distinct: readonly { get: Get; index: Map<string, number>; codes: number[] }[]
  private readonly sums: readonly { get: Get; numbers: number[] }[]
  private readonly withFacts: boolean
  private readonly omitsNone: boolean
  private readonly index = new Map<string, number>()
  private readonly keys: (readonly string[])[] = []
  private readonly facts: string[] = []
  private readonly firsts: number[] = []
  private readonly codes: number[] = []
  private readonly passed: number[] = []

  constructor(spec: GroupSpec) {
    const { interval, tests = [], distinct = [], sums = [], facts, omitsNone = false } = spec
    const columns = columnsOf(spec)
    if (interval) columns.unshift(intervalOf(interval))
    this.by = columns
    this.tests = tests.map(compileFilter)
    this.distinct = distinct.map((column) => ({ get: columnOf(column).get, index: new Map(), codes: [] }))
    this.sums = sums.map((column) => ({ get: columnOf(column).get, numbers: [] }))
    this.withFacts = facts !== undefined
    this.omitsNone = omitsNone
  }

  add(event: Event): void {
    const code = this.groupOf(event)
    this.codes.push(code)
    let passed = 0
    if (code !== NO_GROUP) this.tests.forEach((test, n) => test(event) && (passed |= 1 << n))
    this.passed.push(passed)
    for (const { get, index, codes } of this.distinct) codes.push(numbered(index, get(event) ?? ''))
    for (const { get, numbers } of this.sums) numbers.push(numberOf(get(event)))
  }

  /** Adds a record of a table, whose group has this number. */
  addNumber(code: number): void {
    this.codes.push(code)
    this.passed.push(0)
  }

  finish(): GroupPart {
    return {
      keys: this.keys,
      facts: this.facts,
      firsts: this.firsts,
      codes: Uint32Array.from(this.codes),
      passed: Uint32Array.from(this.passed),
      distinct: this.distinct.map(({ index, codes }) => ({
        values: [...index.keys()],
        codes: Uint32Array.from(codes),
      })),
      sums: this.sums.map(({ numbers }) => Float64Array.from(numbers)),
    }
  }

  private groupOf(event: Event): number {
    const code = this.numberOf(this.by.map((get) => get(event) ?? ''))
    if (!this.withFacts || code === NO_GROUP) return code
    if (code === this.facts.length) this.facts.push(JSON.stringify(eventFacts(event)))
    if (event.time <= this.firsts[code]!) this.offerFacts(code, event)
    return code
  }

  /** The number of the group with these cells, or NO_GROUP. */
  numberOf(cells: readonly string[]): number {
    if (this.omitsNone && cells.includes('')) return NO_GROUP
    const key = groupKey(cells)
    let code = this.index.get(key)
    if (code === undefined) {
      code = this.keys.length
      this.index.set(key, code)
      this.keys.push(cells)
      this.firsts.push(Number.POSITIVE_INFINITY)
    }
    return code
  }

  // The facts come from the same event, whatever the order of files and threads.
  private offerFacts(code: number, event: Event): void {
    const isEarlier = event.time < this.firsts[code]!
    this.firsts[code] = event.time
    const facts = JSON.stringify(eventFacts(event))
    if (isEarlier || facts < this.facts[code]!) this.facts[code] = facts
  }
}

/** Equal for equal cells only, whatever they contain. */
export function groupKey(cells: readonly string[]): string {
  return cells.length === 1 ? cells[0]! : JSON.stringify(cells)
}

function numbered<T>(index: Map<T, number>, value: T): number {
  let number = index.get(value)
  if (number === undefined) {
    number = index.size
    index.set(value, number)
  }
  return number
}

function numberOf(text: string | undefined): number {
  return text === undefined || text === '' ? Number.NaN : Number(text)
}

// Zones change their offset at whole quarters of an hour, so one conversion serves all events of a minute.
function intervalOf({ length, timeZone }: NonNullable<GroupSpec['interval']>): Get {
  const startOf = intervalStart(length, timeZone)
  let minute = Number.NaN
  let start = ''
  return ({ time }) => {
    if (Number.isNaN(time)) return ''
    const now = Math.floor(time / 60_000)
    if (now !== minute) {
      minute = now
      start = startOf(time)
    }
    return start
  }
}

function eventFacts(event: Event): EventFacts {
  return { eventId: eventId(event), eventName: event.text('eventName'), who: who(event) }
}
