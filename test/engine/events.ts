// Events of real trees, and the same events as a table of DuckDB; and what DuckDB reads from files.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { columnTypes } from '../../src/engine/table-types.ts'
import type { LocatedEvent } from '../../src/format/located.ts'
import { parseLocated } from '../../src/format/located.ts'
import { openSource } from '../../src/source/open.ts'
import { rowOf } from '../../src/format/table-row.ts'
import { ask } from '../helpers/query.ts'
import { ROOT } from '../helpers/root.ts'

/** A tree of other people's logs to compare on too, which is not part of the repository: the folder in PUBLIC_LOGS. */
export const PUBLIC_LOGS = process.env['PUBLIC_LOGS'] ?? ''
export const hasPublicLogs = existsSync(PUBLIC_LOGS)

export async function eventsOf(path: string): Promise<readonly LocatedEvent[]> {
  const source = await openSource(path, { cwd: ROOT, env: {}, stdin: async function* () {} })
  const { rows, failure } = await ask({
    sources: [source],
    row: { kind: 'located' },
    keepDuplicates: true,
    walk: {
      folders: new Set([
        'CloudTrail',
        'CloudTrail-Insight',
        'CloudTrail-NetworkActivity',
        'CloudTrail-Aggregated',
      ]),
    },
  })
  if (failure !== undefined) throw failure
  return rows.map((row) => parseLocated(Buffer.from(row)))
}

/** `n` is the event's place among those given. */
export async function duckdbTable(events: readonly LocatedEvent[]): Promise<DuckDBConnection> {
  const folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
  try {
    const file = join(folder, 'events.ndjson')
    writeFileSync(file, events.map(({ event }, n) => `${JSON.stringify({ n, ...rowOf(event) })}\n`).join(''))
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const columns: readonly (readonly [string, string])[] = [
      ['n', 'BIGINT'],
      ...columnTypes('duckdb'),
      ['path', 'VARCHAR'],
    ]
    const list = columns.map(([name, type]) => `"${name}": '${type}'`).join(', ')
    await connection.run(
      `create table events as select * from read_json('${file}', format = 'newline_delimited', columns = {${list}})`,
    )
    return connection
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function duckdbRows(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly (readonly unknown[])[]> {
  return (await connection.runAndReadAll(sql)).getRows()
}

/** Rows of a query that names its files, in a database of its own. */
export async function rowsOf(sql: string): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowsJson()
  connection.closeSync()
  return rows
}
