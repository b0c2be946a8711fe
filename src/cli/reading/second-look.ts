// After a query without results, reads the same files again and looks at the values of the queried fields, to explain
// the empty result in the user's terms. It takes a limited time and reports only what it has seen.

import type { AggregateSpec } from '../../decode/aggregate.ts'
import { columnOf } from '../../event/fields.ts'
import { allOf, conditions, type Filter, type TextClause } from '../../filter/clause.ts'
import { parseValue } from '../../filter/value-pattern.ts'
import type { AggregateSum } from '../../query/aggregate.ts'
import { didYouMean } from '../../util/did-you-mean.ts'
import { thousands } from '../../util/format.ts'

export interface SecondLook {
  readonly spec: AggregateSpec
  readonly filter: Filter
  readonly explain: (seen: AggregateSum, extent: Extent) => readonly string[]
}

/** How much of the first run's files was read again. */
export interface Extent {
  readonly files: number
  readonly of: number
}

/** Maximum duration in milliseconds. */
export const LOOK_TIME = 2000
/** Maximum number of files, on disk and in remote sources, where each one is a request. */
export const LOOK_FILES = { local: 500, remote: 24 }

/** undefined if the query has no exact value that could be a typing error. */
export function secondLook(filter: Filter): SecondLook | undefined {
  const asked = conditions(filter).filter(isExact)
  if (asked.length === 0) return undefined
  const kept = conditions(filter).filter(({ kind }) => kind === 'time' || kind === 'category')
  return {
    spec: { columns: asked.map(({ field }) => field), lists: [] },
    filter: allOf(kept),
    explain(seen, { files, of }) {
      if (seen.count === 0) return []
      const complete = files >= of
      const where = complete ? '' : ` in ${thousands(files)} of ${thousands(of)} files`
      // The first run has read everything: without any other condition it proves that no event has the value.
      const isProved = complete || conditions(filter).length === kept.length + 1
      const found = asked.map((clause, i) =>
        explainClause(clause, countsOf(clause.field, seen.columns[i]!), { complete, where, isProved }),
      )
      const hints = found.flatMap(({ hint }) => hint ?? [])
      if (hints.length > 0 || asked.length < 2 || !complete) return hints
      const alone = found.map(
        ({ events }, i) => `${nameOf(asked[i]!.field)} ${quoted(asked[i]!)}: ${thousands(events)}`,
      )
      return [`each of these occurs (events: ${alone.join(', ')}), but never together`]
    },
  }
}

function isExact(filter: Filter): filter is TextClause {
  if (filter.kind !== 'text') return false
  const values = filter.values.map(parseValue)
  return values.length > 0 && values.every(({ negated, exact }) => !negated && exact !== undefined)
}

/** Splits cells that contain several values. */
function countsOf(field: string, cells: Iterable<readonly [string, number]>): ReadonlyMap<string, number> {
  const isList = field === 'resource-name' || field === 'resource-type'
  const counts = new Map<string, number>()
  for (const [cell, events] of cells) {
    for (const value of isList ? cell.split(', ') : [cell]) {
      if (value !== '') counts.set(value, (counts.get(value) ?? 0) + events)
    }
  }
  return counts
}

function explainClause(
  { field, values }: TextClause,
  counts: ReadonlyMap<string, number>,
  { complete, where, isProved }: { complete: boolean; where: string; isProved: boolean },
): { readonly events: number; readonly hint?: string } {
  const typed = values.map((value) => parseValue(value).exact!)
  const forms =
    field === 'event-source'
      ? typed.flatMap((value) => [value, ...SUFFIXES.map((end) => value + end)])
      : typed
  const events = forms.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0)
  if (events > 0) return { events }
  const lower = new Set(forms.map((form) => form.toLowerCase()))
  const twin = [...counts].find(([value]) => lower.has(value.toLowerCase()))
  const name = nameOf(field)
  const listed = typed.flatMap((value) => value.split(',').map((part) => part.trim()))
  const part = listed.find((value) => counts.has(value))
  if (part !== undefined)
    return {
      events,
      hint: `${name}: ${part} occurs ${timesText(counts.get(part)!)}${where}; a comma is part of a value: give the option once for each value`,
    }
  if (twin)
    return {
      events,
      hint: `${name}: ${twin[0]} occurs ${timesText(twin[1])}${where}; upper and lower case count`,
    }
  if (!isProved) return { events }
  const nothing = `no event has the ${name} ${typed.join(' or ')}`
  const near = OF_MACHINES.has(field)
    ? undefined
    : didYouMean(typed[0]!, [...counts.keys()].slice(0, MAX_VALUES))
  if (near !== undefined)
    return { events, hint: `${nothing}; did you mean ${near} (${timesText(counts.get(near)!)}${where})?` }
  const all = [...counts.keys()].sort()
  const list =
    !complete || all.length === 0 || all.length > FEW || OF_MACHINES.has(field)
      ? ''
      : `; there ${all.length === 1 ? 'is' : 'are'} ${all.join(', ')}`
  return { events, hint: nothing + list }
}

const SUFFIXES = ['.amazonaws.com', '.amazonaws.com.cn']
/** Values are listed if there are no more than this. */
const FEW = 12
/** Maximum number of values that are compared with the typed one. */
const MAX_VALUES = 10_000
/** Fields whose values nobody types from memory. */
const OF_MACHINES: ReadonlySet<string> = new Set(['event-id', 'access-key-id', 'user-agent', 'resource-name'])

function nameOf(field: string): string {
  const { label } = columnOf(field)
  if (label === field) return field // a path
  return /^(?:AWS|[A-Z]{2})/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)
}

function quoted({ values }: TextClause): string {
  return values.join(' or ')
}

function timesText(events: number): string {
  return events === 1 ? 'once' : `${thousands(events)} times`
}
