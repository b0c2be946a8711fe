// What SQL chooses against what the predicate chooses, record by record.

import { expect } from 'vitest'
import type { Dialect } from '../../src/engine/dialect-names.ts'
import { filterSql } from '../../src/engine/filter-sql.ts'
import { allOf, type Filter } from '../../src/filter/clause.ts'
import { compileFilter } from '../../src/filter/compile.ts'
import { printWhere } from '../../src/filter/where/print.ts'
import type { LocatedEvent } from '../../src/format/located.ts'

/** The answer to each condition for each event, whose number is the first column. */
export type Engine = (conditions: readonly string[]) => Promise<readonly (readonly unknown[])[]>

export interface Comparison {
  /** Filters with what is wrong about them. */
  readonly wrong: readonly string[]
  readonly exact: number
}

/** Conditions in one look at the table. */
export const AT_ONCE = 25

/** Exact conditions choose the same events, the others never miss one. */
export async function compare(
  filters: readonly Filter[],
  events: readonly LocatedEvent[],
  dialect: Dialect,
  engine: Engine,
): Promise<Comparison> {
  const wrong: string[] = []
  let exactOnes = 0
  for (let at = 0; at < filters.length; at += AT_ONCE) {
    const some = filters.slice(at, at + AT_ONCE).map((filter) => ({
      filter,
      ...filterSql(filter, { dialect }),
      test: compileFilter(filter),
    }))
    const rows = await engine(some.map(({ sql }) => sql))
    expect(rows.length).toBe(events.length)
    for (const [n, { filter, sql, exact, test }] of some.entries()) {
      if (exact) exactOnes++
      const told = rows.map((row) => ({ wanted: test(events[Number(row[0])]!.event), got: row[n + 1] }))
      const count = (what: (one: (typeof told)[number]) => boolean): number => told.filter(what).length
      const unknown = count(({ got }) => typeof got !== 'boolean')
      const missed = count(({ wanted, got }) => wanted && got !== true)
      const more = exact ? count(({ wanted, got }) => !wanted && got !== false) : 0
      if (unknown + missed + more > 0)
        wrong.push(
          `${dialect}: NULL ${unknown}, misses ${missed}, more ${more}: ${printWhere(filter)}: ${sql}`,
        )
    }
  }
  return { wrong, exact: exactOnes }
}

/** As commands ask: without the events of Insights, whose names have no column. */
export function asAsked(filters: readonly Filter[]): readonly Filter[] {
  return filters.map((filter) => allOf([filter, { kind: 'category', any: ['Management', 'Data'] }]))
}
