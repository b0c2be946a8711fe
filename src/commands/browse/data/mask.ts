// Which events of a store a filter lets through, without reading a file: a clause about a field that is kept is asked once
// for each different text. What needs the record comes as a set of events from whoever has read the files for it.

import { eventOf } from '../../../event/event.ts'
import type { Clause, Filter } from '../../../filter/clause.ts'
import { compileTexts } from '../../../filter/compile.ts'
import { compileSourceIp } from '../../../filter/source-ip.ts'
import { printWhere } from '../../../filter/where/print.ts'
import { FAILED, PACKED_FLAGS } from '../../../format/packed.ts'
import { type EventStore, KEPT, type Kept } from './store.ts'

/** Events by clause, one byte each. */
export type KnownSets = ReadonlyMap<string, Uint8Array>

/** Under which a clause's events are known. */
export function setName(clause: Clause): string {
  return printWhere(clause)
}

/** The clauses that only the records can answer. */
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

/** One byte for each event from `from` on, 1 for those that the filter lets through. Sets must be there for the rest. */
export function maskOf(filter: Filter, store: EventStore, sets: KnownSets, from = 0): Uint8Array {
  const count = store.count - from
  switch (filter.kind) {
    case 'all': {
      const mask = new Uint8Array(count).fill(1)
      for (const part of filter.of) {
        const other = maskOf(part, store, sets, from)
        for (let i = 0; i < count; i++) mask[i]! &= other[i]!
      }
      return mask
    }
    case 'any': {
      const mask = new Uint8Array(count)
      for (const part of filter.of) {
        const other = maskOf(part, store, sets, from)
        for (let i = 0; i < count; i++) mask[i]! |= other[i]!
      }
      return mask
    }
    case 'not': {
      const mask = maskOf(filter.of, store, sets, from)
      for (let i = 0; i < count; i++) mask[i]! ^= 1
      return mask
    }
    default:
      return clauseMask(filter, store, sets, from)
  }
}

/** Of these fields a filter compares other texts than the cell shows. */
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

function clauseMask(clause: Clause, store: EventStore, sets: KnownSets, from: number): Uint8Array {
  const mask = new Uint8Array(store.count - from)
  if (!isKept(clause)) {
    mask.set(sets.get(setName(clause))?.subarray(from, store.count) ?? [])
    return mask
  }
  switch (clause.kind) {
    case 'time': {
      const { times } = store
      const { start = -Infinity, end = Infinity } = clause
      if (start === -Infinity && end === Infinity) return mask.fill(1)
      for (let i = 0; i < mask.length; i++) {
        const time = times[from + i]!
        mask[i] = time >= start && time <= end ? 1 : 0
      }
      return mask
    }
    case 'read-only':
      return flagMask(mask, store, from, PACKED_FLAGS.change, clause.value ? 0 : PACKED_FLAGS.change)
    case 'errors':
      return flagMask(mask, store, from, PACKED_FLAGS.failed, PACKED_FLAGS.failed)
    case 'mfa': {
      const flag = clause.value ? PACKED_FLAGS.mfa : PACKED_FLAGS.noMfa
      return flagMask(mask, store, from, flag, flag)
    }
    default: {
      const name = clause.kind === 'source-ip' ? 'source-ip' : (clause as { readonly field: Kept }).field
      const { codes } = store.columns[name]
      const table = tableOf(clause, name, store)
      for (let i = 0; i < mask.length; i++) mask[i] = table[codes[from + i]!]!
      return mask
    }
  }
}

function flagMask(
  mask: Uint8Array,
  store: EventStore,
  from: number,
  flag: number,
  value: number,
): Uint8Array {
  const { flags } = store
  for (let i = 0; i < mask.length; i++) mask[i] = (flags[from + i]! & flag) === value ? 1 : 0
  return mask
}

/** The answer for each text. Filters are data and never change, so what was answered before still holds. */
function tableOf(clause: Clause, name: Kept, store: EventStore): Uint8Array {
  const { dictionary } = store.columns[name]
  const known = TABLES.get(clause)
  if (known?.store === store && known.size === dictionary.size) return known.table
  const table = new Uint8Array(dictionary.size)
  const start = known?.store === store ? known.size : 0
  if (known && start > 0) table.set(known.table)
  const test = testOf(clause)
  for (let code = start; code < table.length; code++) {
    const text = dictionary.text(code)
    const isNone = code === 0 || (name === 'error-code' && text === FAILED)
    table[code] = test(isNone ? undefined : text) ? 1 : 0
  }
  TABLES.set(clause, { store, size: table.length, table })
  return table
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
