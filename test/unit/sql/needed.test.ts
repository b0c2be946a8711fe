// What is filled is what DuckDB reads: a query gives the same on a table of which only that is there.

import { afterAll, describe, expect, it } from 'vitest'
import { QUERIES } from '../../../src/commands/sql/queries.ts'
import { type Database, openDuckdb } from '../../../src/sql/duckdb.ts'
import { runCli } from '../../helpers/run-cli.ts'

const database: Database = await openDuckdb()
afterAll(() => database.close())

describe('what a query needs', () => {
  it.each([
    ['select count(*) from events', ['eventname'], true],
    ['select eventname, count(*) from events group by 1 order by 2 desc limit 3', ['eventname'], true],
    ['select count(distinct sourceipaddress) from events', ['sourceipaddress'], true],
    ['show tables', ['eventname'], false],
    [
      "select max(useragent) from events where errorcode = 'x' and eventname <> 'awsregion'",
      ['errorcode', 'eventname', 'useragent'],
      true,
    ],
    // One is not like the others.
    ['select eventid, count(*) from events group by 1', ['eventid'], false],
    ['select eventname from events limit 5', ['eventname'], false],
    ['select count(*) from (select eventname from events limit 5)', ['eventname'], false],
    ['select list(eventname) from events', ['eventname'], false],
    ['select first(awsregion) from events', ['awsregion'], false],
    ["select string_agg(eventname, ',') from events", ['eventname'], false],
    ['select useridentity.arn from events where errorcode is not null', ['errorcode', 'useridentity'], false],
    [
      'select a.eventname from events a join events b on a.eventid = b.requestid',
      ['eventid', 'eventname', 'requestid'],
      false,
    ],
    ['select resource_arn, count(*) from event_resources group by 1', ['resources'], false],
    ['with x as (select * from events) select path from x', ['path'], false],
  ] as const)('%s', async (sql, columns, isCounted) => {
    const needed = await database.plan(sql, false)
    expect([...needed!.columns].sort()).toEqual(columns)
    expect(needed!.isCounted).toBe(isCounted)
  })

  it('everything, where no plan tells', async () => {
    expect((await database.plan('select * from events', false))!.columns.size).toBeGreaterThan(25)
    expect((await database.plan('summarize events', false))!.columns.size).toBeGreaterThan(25)
    expect(await database.plan('select 1; select eventname from events', false)).toBeUndefined()
  })

  it('tells of a mistake before anything is read', async () => {
    const { stderr, code } = await runCli(['sql', 'select nonsense from events', 'no/such/folder'])
    expect(code).toBe(2)
    expect(stderr).toContain('error: SQL: Binder Error')
  })

  it.each([["select * from read_text('package.json')"], ["copy events to '/tmp/x.csv'"]])(
    'touches no file while it plans: %s',
    async (sql) => {
      await expect(database.plan(sql, false)).rejects.toThrow(/^SQL: .*disabled/)
    },
  )
})

const ASKED = [
  ...QUERIES.map(([, sql]) => sql),
  'select count(*) as n from events',
  'select errorcode, min(eventname) as least, count(*) as n from events group by 1 order by n, 1',
  'select errorcode is null as none, readonly, count(*) as n from events group by all order by 1, 2, 3',
  "select useridentity.type, useridentity.sessioncontext.sessionissuer.username as role, sum(1) as n from events where awsregion <> 'x' group by all order by all",
  'select eventid, path, tlsdetails.tlsversion from events order by 1',
]

it.each(ASKED.map((sql) => [sql]))('gives what the whole table gives: %s', async (sql) => {
  for (const argv of [['samples/logs'], ['samples/damaged', '--errors']]) {
    const some = await runCli(['sql', sql, ...argv, '-o', 'csv'])
    // Of several statements there is no plan, so that everything is filled.
    const all = await runCli(['sql', `select 1; ${sql}`, ...argv, '-o', 'csv'])
    expect(some).toMatchObject({ stdout: all.stdout, code: all.code })
  }
})
