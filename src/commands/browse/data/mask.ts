// Evaluates a filter on the events of a store, without reading files: a clause about a kept field is evaluated once for each
// different text. For clauses that need the record, the caller supplies sets of events, determined by reading the files.

import { eventOf } from '../../../event/event.ts'
import type { Clause, Filter } from '../../../filter/clause.ts'
import { compileTexts } from '../../../filter/compile.ts'
import { compileSourceIp } from '../../../filter/source-ip.ts'
import { printWhere } from '../../../filter/where/print.ts'
import { FAILED, PACKED_FLAGS } from '../../../format/packed.ts'
import { parseValue } from '../../../filter/value-pattern.ts'
import { grownBy } from './dictionary.ts'
import { PIECE } from './numbers.ts'
import { type EventStore, KEPT, type Kept } from './store.ts'

/** The events that match a clause, determined by reading the files. */
export interface KnownSet {
  /** One byte per event. */
  readonly events: Uint8Array
  /** Number of events, from the first, that were examined. */
  known: number
}
export type KnownSets = ReadonlyMap<string, KnownSet>

/** Name of a clause's set. */
export function setName(clause: Clause): string {
  return printWhere(clause)
}

/** The clauses that need the records. */
export function clausesOfRecords(filter: Filter): readonly Clause[] {
  switch (filter.kind) {
    case 'all':
    case 'any':
      return filter.of.flatMap(clausesOfRecords)
    case 'not':
      return clausesOfRecords(filter.of)
    default:
      return isKept(filter) ? [] : [filter]
  }
}

/** Number of events, from the first, for which the filter can be evaluated. */
export function knownOf(filter: Filter, store: EventStore, sets: KnownSets): number {
  return clausesOfRecords(filter).reduce(
    (least, clause) => Math.min(least, sets.get(setName(clause))?.known ?? 0),
    store.count,
  )
}

/** The events in [start, end), all in one piece of the store's numbers. */
export interface Part {
  readonly store: EventStore
  readonly sets: KnownSets
  readonly start: number
  readonly end: number
}

/** One byte for each event, 1 if it matches. Clauses that need the records must have sets. */
export function maskOf(filter: Filter, part: Part): Uint8Array {
  switch (filter.kind) {
    case 'all':
    case 'any': {
      const isAll = filter.kind === 'all'
      const [first, ...others] = filter.of.map((one) => maskOf(one, part))
      if (first === undefined) return new Uint8Array(part.end - part.start).fill(isAll ? 1 : 0)
      for (const other of others) {
        if (isAll) for (let i = 0; i < first.length; i++) first[i]! &= other[i]!
        else for (let i = 0; i < first.length; i++) first[i]! |= other[i]!
      }
      return first
    }
    case 'not': {
      const mask = maskOf(filter.of, part)
      for (let i = 0; i < mask.length; i++) mask[i]! ^= 1
      return mask
    }
    default:
      return clauseMask(filter, part)
  }
}

/** Fields for which a filter compares other texts than the cell shows. */
const OTHER_TEXTS: readonly string[] = ['resource-type', 'resource-name'] satisfies Kept[]

function isKept(clause: Clause): boolean {
  switch (clause.kind) {
    case 'time':
    case 'read-only':
    case 'mfa':
    case 'errors':
    case 'source-ip':
      return true
    case 'text':
    case 'exists':
      return KEPT.some((name) => name === clause.field) && !OTHER_TEXTS.includes(clause.field)
    default:
      return false
  }
}

function clauseMask(clause: Clause, { store, sets, start, end }: Part): Uint8Array {
  const mask = new Uint8Array(end - start)
  if (!isKept(clause)) {
    mask.set(sets.get(setName(clause))?.events.subarray(start, end) ?? [])
    return mask
  }
  const number = Math.floor(start / PIECE)
  const first = start % PIECE
  const flagged = (flag: number, value: number): Uint8Array => {
    const flags = store.flags.piece(number)
    for (let i = 0; i < mask.length; i++) mask[i] = (flags[first + i]! & flag) === value ? 1 : 0
    return mask
  }
  switch (clause.kind) {
    case 'time': {
      const { times } = store
      const { start: earliest = -Infinity, end: latest = Infinity } = clause
      if (earliest === -Infinity && latest === Infinity) return mask.fill(1)
      for (let i = 0; i < mask.length; i++) {
        const time = times.at(start + i)
        mask[i] = time >= earliest && time <= latest ? 1 : 0
      }
      return mask
    }
    case 'read-only':
      return flagged(PACKED_FLAGS.change, clause.value ? 0 : PACKED_FLAGS.change)
    case 'errors':
      return flagged(PACKED_FLAGS.failed, PACKED_FLAGS.failed)
    case 'mfa': {
      const flag = clause.value ? PACKED_FLAGS.mfa : PACKED_FLAGS.noMfa
      return flagged(flag, flag)
    }
    default: {
      const name = clause.kind === 'source-ip' ? 'source-ip' : (clause as { readonly field: Kept }).field
      const codes = store.columns[name].codes.piece(number)
      const table = tableOf(clause, name, store)
      for (let i = 0; i < mask.length; i++) mask[i] = table[codes[first + i]!]!
      return mask
    }
  }
}

/** The answer for each text. Filters are immutable data, so earlier answers remain valid. */
function tableOf(clause: Clause, name: Kept, store: EventStore): Uint8Array {
  const { dictionary } = store.columns[name]
  const { size } = dictionary
  const before = TABLES.get(clause)
  const known = before?.store === store ? before : { store, size: 0, table: new Uint8Array(size) }
  if (known.size === size) return known.table
  const table = known.table.length < size ? grownBy(known.table, size) : known.table
  const test = testOf(clause)
  const answer = (code: number): void => {
    const text = dictionary.textOnce(code)
    const isNone = code === 0 || (name === 'error-code' && text === FAILED)
    table[code] = test(isNone ? undefined : text) ? 1 : 0
  }
  const parts = size - known.size > FEW ? partsOf(clause) : undefined
  if (parts === undefined) for (let code = known.size; code < size; code++) answer(code)
  else {
    // All texts without any of these parts have the same answer as the empty text.
    table.fill(test('') ? 1 : 0, known.size, size)
    if (known.size === 0) answer(0)
    for (const part of parts) dictionary.eachWith(part, known.size, answer)
  }
  TABLES.set(clause, { store, size, table })
  return table
}

/** With fewer texts, each text is tested. */
const FEW = 1000
/** With more parts, the parts are not searched for individually. */
const MAX_PARTS = 16

/** Parts of which a text must contain at least one to match a pattern; undefined if that is not known. */
function partsOf(clause: Clause): readonly Uint8Array[] | undefined {
  if (clause.kind !== 'text' || clause.values.length > MAX_PARTS) return undefined
  const longest = clause.values.map((value) =>
    parseValue(value).pieces.reduce((a, b) => (b.length > a.length ? b : a), ''),
  )
  return longest.includes('') ? undefined : longest.map((part) => Buffer.from(part))
}

const TABLES = new WeakMap<
  Clause,
  { readonly store: EventStore; readonly size: number; readonly table: Uint8Array }
>()

function testOf(clause: Clause): (text: string | undefined) => boolean {
  if (clause.kind === 'text') return compileTexts(clause)
  if (clause.kind === 'exists') return (text) => text !== undefined
  if (clause.kind !== 'source-ip') throw new TypeError(`${clause.kind} is about no text`)
  const test = compileSourceIp(clause.values)
  return (text) => test(eventOf(text === undefined ? {} : { sourceIPAddress: text }))
}
