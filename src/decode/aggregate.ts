// Counts events instead of printing them. A thread sends no events: for each event it sends a fingerprint (so that copies
// are counted once in the whole run), and for each counted column a value, as an index into a small dictionary.

import type { Event } from '../event/event.ts'
import { columnOf } from '../event/fields.ts'
import { type AggregateList, type ListEntry, type NewestList } from './newest-list.ts'
import type { SessionPart } from '../trace/session-part.ts'
import { grown } from '../util/bytes.ts'
import { type PackedTexts, TextPacker } from '../util/packed-texts.ts'
import { ColumnAnswers } from './column-answers.ts'
import { type GroupAnswers, groupAnswers, GroupBuilder, type GroupPart, type GroupSpec } from './groups.ts'
import { FilterQuestion } from './filter-question.ts'
import { FINGERPRINT } from './json/tally.ts'
import type { Memo } from './memo.ts'
import type { EventKey, RecordContent } from './records/event-key.ts'
import type { SessionBuilder, SessionSpec } from './session-builder.ts'

export interface AggregateSpec {
  /** Columns to count by: field names or dotted paths. */
  readonly columns: readonly string[]
  /** Lists of the newest events, each with its own filter. */
  readonly lists: readonly AggregateList[]
  readonly groups?: readonly GroupSpec[]
  /** Sessions, and the calls that created them. */
  readonly sessions?: SessionSpec
}

export interface AggregatePart {
  readonly count: number
  /**
   * Five words per event: two hash its ID and account, or are 0 without an ID; two hash its value, or without `byValue`
   * its bytes; one hashes its bytes.
   */
  readonly fingerprints: Int32Array
  readonly times: Float64Array
  /** For each column: values, of which some may be equal and some may not occur, and one index per event. */
  readonly columns: readonly { readonly values: PackedTexts; readonly codes: Uint32Array }[]
  readonly lists: readonly (readonly ListEntry[])[]
  /** One part for each group of the spec. */
  readonly groups: readonly GroupPart[]
  readonly sessions: SessionPart | undefined
}

const FIRST_ROOM = 2048

/** Answers about events that are remembered while a plan is in use. */
export interface AggregateAnswers {
  readonly columns: readonly ColumnAnswers[]
  /** For each list: whether an event matches its filter. */
  readonly lists: readonly FilterQuestion[]
  readonly groups: readonly GroupAnswers[]
}

/** Undefined if the spec has groups whose answers are not remembered. */
export function answersOf({
  columns,
  lists,
  groups: specs = [],
}: AggregateSpec): AggregateAnswers | undefined {
  const groups = specs.map(groupAnswers).filter((answers) => answers !== undefined)
  if (groups.length < specs.length) return undefined
  return {
    columns: columns.map((column) => new ColumnAnswers(columnOf(column).get)),
    lists: lists.map(({ filter }) => new FilterQuestion(filter)),
    groups,
  }
}

/** In the order in which tally.ts takes them. */
export function memosOf({ columns, lists, groups }: AggregateAnswers): readonly Memo<unknown>[] {
  return [
    ...columns.map(({ memo }) => memo),
    ...lists.flatMap(({ memos }) => memos),
    ...groups.flat().map(({ memo }) => memo),
  ]
}

/** The scanner's cells that they need, in the same order. */
export function cellsOf({ columns, lists, groups }: AggregateAnswers): readonly number[] {
  return [...columns, ...lists, ...groups.flat()].flatMap(({ cells }) => cells)
}

export class AggregateBuilder {
  readonly columns: readonly {
    readonly get: (event: Event) => string | undefined
    codes: Uint32Array
    readonly texts: TextPacker
    /** Of values of single events. */
    readonly index: Map<string, number>
  }[]
  readonly lists: readonly NewestList[]
  readonly groups: readonly GroupBuilder[]
  private readonly sessions: SessionBuilder | undefined
  // Typed arrays, because with every batch V8 would first assume that plain ones contain small integers only.
  private count = 0
  fingerprints = new Int32Array(FINGERPRINT * FIRST_ROOM)
  times = new Float64Array(FIRST_ROOM)

  /** `lists` and `sessions` are shared by all parts of a thread. */
  constructor(spec: AggregateSpec, lists: readonly NewestList[], sessions?: SessionBuilder) {
    this.columns = spec.columns.map((column) => ({
      get: columnOf(column).get,
      codes: new Uint32Array(FIRST_ROOM),
      texts: new TextPacker(),
      index: new Map(),
    }))
    this.lists = lists
    this.groups = (spec.groups ?? []).map((group) => new GroupBuilder(group))
    this.sessions = sessions
  }

  add(event: Event, key: EventKey, content: RecordContent): void {
    const { time } = event
    const at = this.reserve(1)
    this.times[at] = time
    this.fingerprints.set([key.a, key.b, content.a, content.b, content.c], at * FINGERPRINT)
    for (const column of this.columns) column.codes[at] = codeOf(column, column.get(event) ?? '')
    for (const group of this.groups) group.add(event)
    this.sessions?.add(event)
    for (const list of this.lists) if (list.isNewEnough(time) && list.test(event)) list.add(event)
  }

  /** Makes room for so many more events, which the caller adds. Returns the index of the first of them. */
  reserve(count: number): number {
    const first = this.count
    this.count += count
    while (this.count > this.times.length) {
      this.fingerprints = grown(this.fingerprints)
      this.times = grown(this.times)
      for (const column of this.columns) column.codes = grown(column.codes)
    }
    return first
  }

  finish(): AggregatePart {
    const times = this.times.slice(0, this.count)
    return {
      count: this.count,
      fingerprints: this.fingerprints.slice(0, this.count * FINGERPRINT),
      times,
      columns: this.columns.map(({ texts, codes }) => ({
        values: texts.finish(),
        codes: codes.slice(0, this.count),
      })),
      lists: this.lists.map((list) => list.take()),
      groups: this.groups.map((group) => group.finish()),
      sessions: this.sessions?.finish(times),
    }
  }
}

function codeOf(
  { index, texts }: { readonly index: Map<string, number>; readonly texts: TextPacker },
  value: string,
): number {
  let code = index.get(value)
  if (code === undefined) {
    code = texts.add(value)
    index.set(value, code)
  }
  return code
}
