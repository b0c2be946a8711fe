// Groups of a whole run, merged from the threads' parts. The memory of a group does not grow with its events, except
// for distinct values, which are limited to MAX_DISTINCT.

import { groupKey, NO_GROUP, type GroupPart, type GroupSpec } from '../decode/groups.ts'

/** Beyond this number, events of new groups are only counted. */
const MAX_GROUPS = 1_000_000
/** Beyond this number, `distinct` is a lower bound. */
export const MAX_DISTINCT = 10_000

export interface Group {
  readonly cells: readonly string[]
  count: number
  /** Epoch milliseconds; NaN while no event has a time. */
  first: number
  last: number
  /** JSON; empty without facts in the spec. */
  facts: string
  /** Epoch milliseconds of the event that the facts come from. */
  factsOf: number
  /** Number of events that pass each test. */
  readonly passed: number[]
  /** For each column its distinct values; a single value is stored without a set. */
  readonly distinct: (string | Set<string> | undefined)[]
  /** For each column the sum, and the number of events with a number. */
  readonly sums: { total: number; events: number }[]
}

export class GroupSum {
  readonly groups = new Map<string, Group>()
  /** Events of groups that were not kept. */
  uncounted = 0
  private readonly spec: GroupSpec
  private readonly mostGroups: number
  private readonly mostDistinct: number

  constructor(spec: GroupSpec, mostGroups = MAX_GROUPS, mostDistinct = MAX_DISTINCT) {
    this.spec = spec
    this.mostGroups = mostGroups
    this.mostDistinct = mostDistinct
  }

  /** Returns a function that counts an event of the part, by index. */
  take(part: GroupPart, times: Float64Array): (event: number) => void {
    const { tests = [] } = this.spec
    const known: (Group | undefined)[] = []
    return (i) => {
      const code = part.codes[i]!
      if (code === NO_GROUP) return
      const group = (known[code] ??= this.groupOf(part, code))
      if (group === undefined) {
        this.uncounted++
        return
      }
      group.count++
      const time = times[i]!
      if (!(time >= group.first) && !Number.isNaN(time)) group.first = time
      if (!(time <= group.last) && !Number.isNaN(time)) group.last = time
      const passed = part.passed[i]!
      if (passed !== 0)
        for (let n = 0; n < tests.length; n++) if ((passed & (1 << n)) !== 0) group.passed[n]!++
      part.distinct.forEach(({ values, codes }, c) => this.addValue(group, c, values[codes[i]!]!))
      part.sums.forEach((numbers, c) => {
        const n = numbers[i]!
        if (Number.isNaN(n)) return
        const sum = group.sums[c]!
        sum.total += n
        sum.events++
      })
    }
  }

  private groupOf(part: GroupPart, code: number): Group | undefined {
    const cells = part.keys[code]!
    const facts = part.facts[code] ?? ''
    const factsOf = part.firsts[code]!
    const key = groupKey(cells)
    const known = this.groups.get(key)
    if (known !== undefined) {
      if (factsOf < known.factsOf || (factsOf === known.factsOf && facts < known.facts))
        Object.assign(known, { facts, factsOf })
      return known
    }
    if (this.groups.size >= this.mostGroups) return undefined
    const { tests = [], distinct = [], sums = [] } = this.spec
    const group: Group = {
      cells,
      count: 0,
      first: Number.NaN,
      last: Number.NaN,
      facts,
      factsOf,
      passed: tests.map(() => 0),
      distinct: distinct.map(() => undefined),
      sums: sums.map(() => ({ total: 0, events: 0 })),
    }
    this.groups.set(key, group)
    return group
  }

  private addValue(group: Group, column: number, value: string): void {
    if (value === '') return
    const known = group.distinct[column]
    if (known === value) return
    if (known === undefined) group.distinct[column] = value
    else if (typeof known === 'string') group.distinct[column] = new Set([known, value])
    else if (known.size < this.mostDistinct) known.add(value)
  }
}

/** The distinct values of a column of a group, sorted. */
export function distinctValues(group: Group, column: number): readonly string[] {
  const known = group.distinct[column]
  if (known === undefined) return []
  return typeof known === 'string' ? [known] : [...known].sort()
}
