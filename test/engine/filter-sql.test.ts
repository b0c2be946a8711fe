// SQL against the predicate, record by record: exact conditions choose the same events, the others never miss one.

import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Filter } from '../../src/filter/clause.ts'
import type { LocatedEvent } from '../../src/format/located.ts'
import { asAsked, AT_ONCE, compare, type Engine } from './compare.ts'
import { duckdbRows, duckdbTable, eventsOf, hasPublicLogs, PUBLIC_LOGS } from './events.ts'
import { filtersFor } from './filters.ts'
import { NO_TRINO, START_TIME, TREES, trinoTree, trinoUrl } from './trino.ts'

/** Any of the filters, and all, any and none of them, several levels deep. */
function composed(filters: readonly Filter[]): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(...filters),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('filter'), { maxLength: 4 }),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('filter') }),
    ),
  })).filter
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
    const filter = composed(filtersFor(events))
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
      const times = new Map<string, number>()
      for (const one of all) times.set(placeOf(one), (times.get(placeOf(one)) ?? 0) + 1)
      const events = all.filter((one) => times.get(placeOf(one)) === 1)
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
      // And however they are put together.
      const some = fc.array(composed(filtersFor(events)), { minLength: AT_ONCE, maxLength: AT_ONCE })
      await fc.assert(
        fc.asyncProperty(some, async (filters) => {
          expect((await compare(asAsked(filters), events, 'trino', engine)).wrong).toEqual([])
        }),
        { numRuns: folder === 'samples/logs' ? 4 : 1, endOnFailure: true },
      )
    },
    1_200_000,
  )
})

afterAll(() => {
  if (NO_TRINO !== undefined) process.stderr.write(`skipped: Trino: ${NO_TRINO}\n`)
  if (!hasPublicLogs) process.stderr.write('skipped: public logs, as PUBLIC_LOGS names no folder\n')
})
