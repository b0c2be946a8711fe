// Copies are told by their bytes as far as these go, and by their values beyond: what is counted is the same as with values
// from the start.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openEngine, type Engine } from '../../../src/query/engine.ts'
import type { Query } from '../../../src/query/query.ts'
import { diskSource } from '../../../src/source/disk.ts'
import { logKey } from '../../helpers/log-key.ts'
import { engineOf, PLAN, queryOf } from '../../helpers/query.ts'

const home = realpathSync(mkdtempSync(join(tmpdir(), 'doubts-')))
afterAll(() => rmSync(home, { recursive: true }))

const DAY = 86_400_000
const FIRST = Date.UTC(2024, 7, 18)
const ACCOUNT = '123456789012'

/** One event, written in one of several ways. */
interface Written {
  readonly id: string
  readonly name: string
  readonly way: 'plain' | 'turned' | 'spaced' | 'escaped'
}

const written: fc.Arbitrary<Written> = fc.record({
  id: fc.constantFrom('', '1', '2', '3', '4'),
  name: fc.constantFrom('GetObject', 'PutObject', 'ListBuckets'),
  way: fc.constantFrom<Written['way']>('plain', 'plain', 'turned', 'spaced', 'escaped'),
})

function textOf({ id, name, way }: Written): string {
  const members = [
    ['eventVersion', '1.08'],
    ['eventTime', '2024-08-18T11:40:00Z'],
    ['eventName', name],
    ['recipientAccountId', ACCOUNT],
    ...(id === '' ? [] : [['eventID', id]]),
  ].map(([key, value]) => [JSON.stringify(key), JSON.stringify(value)] as const)
  if (way === 'turned') members.reverse()
  const colon = way === 'spaced' ? ' : ' : ':'
  const text = `{${members.map(([key, value]) => key + colon + value).join(',')}}`
  return way === 'escaped' ? text.replace('Object', '\\u004fbject').replace('List', 'L\\u0069st') : text
}

let trees = 0
function plant(files: readonly (readonly Written[])[]): string {
  const root = join(home, `${trees++}`)
  mkdirSync(root)
  files.forEach((events, n) => {
    const key = logKey({
      account: ACCOUNT,
      region: 'eu-west-1',
      delivered: FIRST + DAY,
      unique: `abcdefgh0000000${n}`,
    })
    const path = join(root, key)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, gzipSync(`{"Records":[${events.map(textOf).join(',')}]}`))
  })
  return root
}

const SPEC = {
  columns: ['event-name', 'event-id'],
  lists: [],
  groups: [{ by: ['event-name'], distinct: ['event-id'] }],
}

function sorted(map: ReadonlyMap<unknown, unknown>): unknown {
  return [...map].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}

async function counted(engine: Engine, more: Partial<Omit<Query, 'plan'>>): Promise<unknown> {
  const { failure, report, aggregate } = await engine.run({
    ...queryOf({ walk: { ...PLAN, now: FIRST + 2 * DAY }, output: { kind: 'aggregate', spec: SPEC } }),
    ...more,
  })
  expect(failure).toBeUndefined()
  const { count, duplicates, respelled, conflicts, columns, quarters, groups } = aggregate!
  return {
    count,
    duplicates,
    respelled,
    conflicts,
    columns: columns.map((column) => sorted(new Map(column))),
    quarters: sorted(quarters),
    groups: groups.map(({ groups: one }) => sorted(new Map([...one].map(([key, g]) => [key, g.count])))),
    told: [report.matched, report.records, report.duplicates, report.respelled, report.conflicts],
  }
}

describe('events with the ID of another and other bytes', () => {
  it('are counted as if all values were compared', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(written, { maxLength: 6 }), { maxLength: 4 }),
        fc.boolean(),
        async (files, keepDuplicates) => {
          const engine = openEngine(
            engineOf({ sources: [diskSource(plant(files.filter((f) => f.length > 0)), '/')] }),
          )
          const byBytes = await counted(engine, { keepDuplicates })
          // What may be known to somebody is read by value from the start.
          const byValue = await counted(engine, { keepDuplicates, isKnown: () => false })
          expect(byBytes).toEqual(byValue)
          await engine.close()
        },
      ),
      { numRuns: 150 },
    )
  })

  it('are counted in another reading when they are very many', async () => {
    const ids = Array.from({ length: 700 }, (_, n) => `${n}`)
    const file = (way: Written['way']): Written[] => ids.map((id) => ({ id, name: 'GetObject', way }))
    const engine = openEngine(
      engineOf({ sources: [diskSource(plant([file('plain'), file('turned')]), '/')] }),
    )
    expect(await counted(engine, {})).toMatchObject({
      count: 700,
      duplicates: 700,
      respelled: 700,
      conflicts: 0,
    })
    await engine.close()
  })
})
