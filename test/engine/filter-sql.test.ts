// SQL against the predicate, record by record: exact conditions choose the same events, the others never miss one.

import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dialect } from '../../src/engine/dialect-names.ts'
import { filterSql } from '../../src/engine/filter-sql.ts'
import { allOf, type Filter } from '../../src/filter/clause.ts'
import { compileFilter } from '../../src/filter/compile.ts'
import { printWhere } from '../../src/filter/where/print.ts'
import type { LocatedEvent } from '../../src/format/located.ts'
import { duckdbRows, duckdbTable, eventsOf, hasPublicLogs, PUBLIC_LOGS } from './events.ts'
import { filtersFor } from './filters.ts'
import { NO_TRINO, START_TIME, TREES, trinoTree, trinoUrl } from './trino.ts'

/** The answer to each condition for each event, which is the first column. */
type Engine = (conditions: readonly string[]) => Promise<readonly (readonly unknown[])[]>

interface Comparison {
  /** Filters with what is wrong about them. */
  readonly wrong: readonly string[]
  readonly exact: number
}

/** Conditions in one look at the table. */
const AT_ONCE = 25

async function compare(
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
function asAsked(filters: readonly Filter[]): readonly Filter[] {
  return filters.map((filter) => allOf([filter, { kind: 'category', any: ['Management', 'Data'] }]))
}

async function onDuckdb<T>(events: readonly LocatedEvent[], use: (engine: Engine) => Promise<T>): Promise<T> {
  const table = await duckdbTable(events)
  try {
    return await use((conditions) =>
      duckdbRows(table, `select n, ${conditions.join(', ')} from events order by n`),
    )
  } finally {
    table.closeSync()
  }
}

describe('on DuckDB', () => {
  it('chooses what the predicate chooses, over the samples', async () => {
    const events = await eventsOf('samples/logs')
    expect(events.length).toBeGreaterThan(100)
    const filters = filtersFor(events)
    expect(filters.length).toBeGreaterThan(300)
    await onDuckdb(events, async (engine) => {
      expect((await compare(filters, events, 'duckdb', engine)).wrong).toEqual([])
      const asked = await compare(asAsked(filters), events, 'duckdb', engine)
      expect(asked.wrong).toEqual([])
      // A condition that holds for everything is a superset too, and no use.
      expect(asked.exact).toBeGreaterThan(filters.length / 2)
    })
  }, 240_000)

  // Public logs that are not part of the repository.
  it.skipIf(!hasPublicLogs)(
    'and over public logs',
    async () => {
      const events = await eventsOf(PUBLIC_LOGS)
      await onDuckdb(events, async (engine) => {
        expect((await compare(asAsked(filtersFor(events)), events, 'duckdb', engine)).wrong).toEqual([])
      })
    },
    240_000,
  )

  it('and however filters are put together', async () => {
    const events = await eventsOf('samples/logs')
    const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
      filter: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...filtersFor(events)),
        fc.record({
          kind: fc.constantFrom('all' as const, 'any' as const),
          of: fc.array(tie('filter'), { maxLength: 4 }),
        }),
        fc.record({ kind: fc.constant('not' as const), of: tie('filter') }),
      ),
    }))
    await onDuckdb(events, async (engine) => {
      await fc.assert(
        fc.asyncProperty(fc.array(filter, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (filters) => {
          expect((await compare(filters, events, 'duckdb', engine)).wrong).toEqual([])
        }),
        { numRuns: 8 },
      )
    })
  }, 240_000)
})

/** Copies have one ID, and lie in files of their own. */
function place(id: unknown, file: unknown): string {
  return JSON.stringify([id, String(file).split('/').pop()])
}

function placeOf({ event }: LocatedEvent): string {
  return place(event.text('eventID'), event.origin.file)
}

describe.skipIf(NO_TRINO !== undefined)('on Trino', () => {
  beforeAll(trinoUrl, START_TIME)

  it.each(TREES.map((tree) => [tree]))(
    'chooses what the predicate chooses: %s',
    async (folder) => {
      const all = await eventsOf(folder)
      const { rows } = await trinoTree('filters', folder)
      // Of two of one ID in one file nobody could tell which is which.
      const events = all.filter((one) => all.filter((other) => placeOf(other) === placeOf(one)).length === 1)
      expect(events.length).toBeGreaterThan(all.length - 5)
      const places = new Map(events.map((one, n) => [placeOf(one), n]))
      const engine: Engine = async (conditions) => {
        const found = await rows(`select eventid, path, ${conditions.join(', ')} from events`)
        // Files of Insights events, and the like, are of another kind than those that are compared.
        return found.flatMap(([id, path, ...told]) => {
          const n = places.get(place(id, path))
          return n === undefined ? [] : [[n, ...told]]
        })
      }
      const { wrong, exact } = await compare(asAsked(filtersFor(events)), events, 'trino', engine)
      expect(wrong).toEqual([])
      expect(exact).toBeGreaterThan(150)
    },
    1_200_000,
  )
})

afterAll(() => {
  if (NO_TRINO !== undefined) process.stderr.write(`skipped: Trino: ${NO_TRINO}\n`)
  if (!hasPublicLogs) process.stderr.write('skipped: public logs, as PUBLIC_LOGS names no folder\n')
})
