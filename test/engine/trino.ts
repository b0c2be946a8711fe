// A real Trino: the server at TRINO_URL, or one that is started from its jars where these are. What is missing is said once.

import { mkdirSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { columnTypes } from '../../src/engine/table-types.ts'
import { hasPublicLogs, PUBLIC_LOGS } from './events.ts'
import { addressIn, findTrino, startTrino } from './trino/trino.js'

const GIVEN = process.env['TRINO_URL']
const found = GIVEN === undefined ? findTrino() : undefined
/** Why tests on Trino are skipped; undefined where they run. */
export const NO_TRINO: string | undefined = found?.why

/** What is compared: the samples, and public logs, which take minutes, where a server is named. */
export const TREES = ['samples/logs', ...(GIVEN !== undefined && hasPublicLogs ? [PUBLIC_LOGS] : [])]

/** A start takes half a minute, on busy machines some. */
export const START_TIME = 600_000

let started: Promise<string> | undefined

/** The address. One server does for all files of a run, and ends with it. */
export function trinoUrl(): Promise<string> {
  return (started ??= GIVEN === undefined ? sharedTrino() : Promise.resolve(GIVEN))
}

async function sharedTrino(): Promise<string> {
  if (found === undefined || found.why !== undefined) throw new Error(NO_TRINO)
  // The process that runs the tests; each file has one of its own below it.
  const owner = process.ppid
  const state = join(homedir(), '.cache', 'trail-explore-tests', `trino-${owner}`)
  try {
    mkdirSync(state)
  } catch {
    return addressIn(state)
  }
  try {
    return await startTrino(found, { state, owner })
  } catch (error) {
    rmSync(state, { recursive: true, force: true })
    throw error
  }
}

/** Rows of a query. */
export async function trinoRows(sql: string, schema = 'default'): Promise<readonly (readonly unknown[])[]> {
  const { rows } = await trinoAnswer(sql, schema)
  return rows
}

export interface TrinoAnswer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly scannedBytes: number
}

/** Over its REST protocol. Throws what the server says. */
export async function trinoAnswer(sql: string, schema: string, signal?: AbortSignal): Promise<TrinoAnswer> {
  const headers = {
    'X-Trino-User': 'test',
    'X-Trino-Catalog': 'hive',
    'X-Trino-Schema': schema,
    'X-Trino-Session': 'hive.ignore_absent_partitions=true',
  }
  interface Page {
    readonly error?: { readonly message: string }
    readonly columns?: readonly { readonly name: string }[]
    readonly data?: readonly (readonly unknown[])[]
    readonly nextUri?: string
    readonly stats: { readonly physicalInputBytes?: number; readonly processedBytes?: number }
  }
  const rows: (readonly unknown[])[] = []
  let columns: readonly string[] = []
  let response = await fetch(`${await trinoUrl()}/v1/statement`, { method: 'POST', body: sql, headers })
  for (;;) {
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    const page = (await response.json()) as Page
    if (page.error) throw new Error(page.error.message)
    columns = page.columns?.map(({ name }) => name) ?? columns
    rows.push(...(page.data ?? []))
    const { physicalInputBytes = 0, processedBytes = 0 } = page.stats
    if (page.nextUri === undefined)
      return { columns, rows, scannedBytes: physicalInputBytes || processedBytes }
    if (signal?.aborted) {
      await fetch(page.nextUri, { method: 'DELETE', headers })
      throw new Error('Query was canceled')
    }
    response = await fetch(page.nextUri, { headers })
  }
}

export interface TrinoTree {
  readonly schema: string
  /** The view `events` as a source. */
  readonly source: string
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>
}

/**
 * Tables over a folder of log files, which are read as they are: a file is a row with the array of its records. Each test
 * file gives its schema a name of its own.
 */
export async function trinoTree(name: string, folder: string): Promise<TrinoTree> {
  const schema = `${name}_${basename(folder)}`.replace(/\W/g, '_').toLowerCase()
  const rows = (sql: string): Promise<readonly (readonly unknown[])[]> => trinoRows(sql, schema)
  await rows(`create schema if not exists hive.${schema}`)
  await rows('drop table if exists files')
  await rows(
    `create table files (${recordsColumn()}) with (format = 'OPENX_JSON', external_location = ${local(folder)})`,
  )
  await rows(
    'create or replace view events as select r.*, "$path" as path from files cross join unnest(records) as r',
  )
  await rows(RESOURCES)
  const host = (await trinoUrl()).replace(/^http:\/\//, '')
  return { schema, source: `trino://${host}/hive.${schema}.events`, rows }
}

/** The records of a log file as a column. */
export function recordsColumn(): string {
  return `records array(row(${columnTypes('trino')
    .map(([column, type]) => `${column} ${type}`)
    .join(', ')}))`
}

/** A folder of this machine as Trino names it, as a literal. */
export function local(folder: string): string {
  return `'local://${resolve(folder).replaceAll("'", "''")}'`
}

const RESOURCES = `create or replace view event_resources as
  select eventid, eventtime, eventsource, eventname, recipientaccountid, awsregion,
    r.resource_arn, r.resource_account, r.resource_type, path
  from events cross join unnest(transform(resources, x -> x.arn), transform(resources, x -> x.accountid),
    transform(resources, x -> x.type)) as r (resource_arn, resource_account, resource_type)`
