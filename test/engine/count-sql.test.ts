// The SQL of counts, on DuckDB, against the same counts made here: equal numbers wherever SQL says that it is sure.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countResult } from '../../src/cli/reading/engine-count.ts'
import { countRow, countSql } from '../../src/engine/count-sql.ts'
import { allOf, type Filter } from '../../src/filter/clause.ts'
import { parseWhere } from '../../src/filter/where/parse.ts'
import { openEngine } from '../../src/query/engine.ts'
import type { AggregateSum } from '../../src/query/aggregate.ts'
import { openSource } from '../../src/source/open.ts'
import { UTC } from '../../src/util/zone.ts'
import { engineOf, queryOf } from '../helpers/query.ts'
import { ROOT } from '../helpers/root.ts'
import { duckdbRows, duckdbTable, eventsOf, hasPublicLogs, PUBLIC_LOGS } from './events.ts'

const FILTERS: readonly Filter[] = [
  '',
  'errors',
  'not errors',
  'event-name = "Get*"',
  'event-source in (s3, iam)',
  'user-name != root',
  'event-time >= 2024-08-17',
  'event-name = NoSuch',
].map((where) => {
  const kinds: Filter = { kind: 'category', any: ['Management', 'Data'] }
  if (where === '') return kinds
  return allOf([parseWhere(where, { now: new Date('2024-08-19T00:00:00Z'), zone: UTC }), kinds])
})

const COLUMNS = [
  'event-name',
  'event-source',
  'region',
  'account',
  'user-name',
  'error-code',
  'read-only',
  'mfa',
  'role',
  'source-ip',
  'identity-type',
  'requestParameters.bucketName',
  'userIdentity.arn',
]
/** Columns, which are lists of their own, and groups. */
const ASKED: readonly (readonly [columns: readonly string[], groups: readonly (readonly string[])[]])[] = [
  [[], []],
  ...COLUMNS.map((column) => [[column], []] as const),
  [['event-name', 'account', 'error-code'], []],
  [[], [['event-name', 'region']]],
  [['region'], [['user-name', 'event-name', 'account']]],
]

function sorted(entries: readonly (readonly [string, unknown])[]): unknown {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What was counted, as plain values. */
function plain(
  { count, duplicates, oldest, newest, columns, groups }: AggregateSum,
  keepDuplicates: boolean,
): unknown {
  return {
    count,
    // Kept ones are events as any other.
    duplicates: keepDuplicates ? 0 : duplicates,
    oldest,
    newest,
    columns: columns.map((values) => sorted([...values])),
    groups: groups.map((sum) => sorted([...sum.groups].map(([key, group]) => [key, group.count]))),
  }
}

/** Compares both for every filter and everything asked. Returns how many answers SQL was sure of. */
async function compare(
  path: string,
  filters: readonly Filter[],
): Promise<{ readonly sure: number; readonly events: number }> {
  const events = await eventsOf(path)
  const table = await duckdbTable(events)
  const source = await openSource(path, { cwd: ROOT, env: {}, stdin: async function* () {} })
  const engine = openEngine(engineOf({ sources: [source] }))
  let sure = 0
  try {
    for (const filter of filters)
      for (const [columns, groups] of ASKED) {
        const all = [...new Set([...columns, ...groups.flat()])]
        const lists = [...columns.map((column) => [column]), ...groups].map((names) =>
          names.map((name) => all.indexOf(name)),
        )
        const counting = countSql(filter, { columns: all, lists }, { dialect: 'duckdb', path: 'path' })
        if ('why' in counting) continue
        const found = await duckdbRows(table, counting.sql('events', []))
        const rows = found.map((row) =>
          countRow(
            row.map((cell) => (cell === null ? undefined : `${cell as string | bigint | boolean}`)),
            { columns: all, lists },
          ),
        )
        if (rows.some(({ isUnsure }) => isUnsure)) continue
        sure++
        const spec = { columns, lists: [], groups: groups.map((by) => ({ by })) }
        for (const keepDuplicates of [false, true]) {
          const here = await engine.run(
            queryOf({ filter, keepDuplicates, output: { kind: 'aggregate', spec } }),
            {},
          )
          const counted = countResult(rows, spec, keepDuplicates, 0)
          expect({ filter, spec, is: plain(counted.aggregate!, keepDuplicates) }).toEqual({
            filter,
            spec,
            is: plain(here.aggregate!, keepDuplicates),
          })
        }
      }
  } finally {
    await engine.close()
    table.closeSync()
  }
  return { sure, events: events.length }
}

function text(...values: readonly string[]): fc.Arbitrary<unknown> {
  return fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    'null',
    '{"a":1}',
    'É𝄞',
    "';--",
    ...values,
    ...values,
  )
}

describe('counts as SQL', () => {
  it.each([
    ['samples/logs', FILTERS],
    ...(hasPublicLogs ? [[PUBLIC_LOGS, FILTERS.slice(0, 2)] as const] : []),
  ] as const)(
    'of %s',
    async (path, filters) => {
      const { sure, events } = await compare(path, filters)
      expect(events).toBeGreaterThan(100)
      // An answer that SQL is never sure of would compare nothing.
      expect(sure).toBeGreaterThan((filters.length * ASKED.length) / 2)
    },
    240_000,
  )

  it('of records of any form: equal, or not sure', async () => {
    const odd = fc.constantFrom<unknown>(0, 1.5, 1e21, -0, true, [], {}, { a: 1 }, ['x'], 'x', '', undefined)
    const record = fc.record({
      eventTime: text('2024-08-18T10:00:00Z', '2024-08-18T11:00:00Z', '2024-08-18T10:00:00.5Z', 'never'),
      eventID: fc.constantFrom('a', 'b', 'c', 'd', 'e', undefined, ''),
      eventName: text('GetX', 'PutX'),
      eventSource: text('s3.amazonaws.com', 'iam.amazonaws.com'),
      awsRegion: text('eu-west-1'),
      recipientAccountId: text('111122223333', '000022223333'),
      errorCode: text('AccessDenied'),
      sourceIPAddress: text('10.0.0.1', 'AWS Internal'),
      readOnly: text('true', 'false'),
      userIdentity: fc.record({
        type: text('Root', 'IAMUser', 'AssumedRole'),
        userName: text('alice', 'root'),
        accountId: text('111122223333'),
        arn: text('arn:aws:iam::111122223333:user/alice'),
      }),
      requestParameters: odd.map((bucketName) => ({ bucketName })),
    })
    // One that SQL is sure of, whatever the others are.
    const usual = {
      eventTime: '2024-08-18T10:00:00Z',
      eventID: 'a' as const,
      eventName: 'GetX',
      eventSource: 's3.amazonaws.com',
      awsRegion: 'eu-west-1',
      recipientAccountId: '111122223333',
      errorCode: 'AccessDenied',
      sourceIPAddress: '10.0.0.1',
      readOnly: 'true',
      userIdentity: {
        type: 'IAMUser',
        userName: 'alice',
        accountId: '111122223333',
        arn: 'arn:aws:iam::111122223333:user/alice',
      },
      requestParameters: { bucketName: 'x' },
    }
    const folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
    let sure = 0
    let at = 0
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), async (records) => {
          const path = join(folder, `${at++}.json`)
          // One copy of the first, as a second delivery has it.
          writeFileSync(path, JSON.stringify({ Records: [...records, records[0]] }))
          sure += (await compare(path, FILTERS.slice(0, 2))).sure
        }),
        { numRuns: 12, examples: [[[usual]]] },
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
    expect(sure).toBeGreaterThan(0)
  }, 240_000)
})
