// DuckDB on this machine; the only importer of its package, which is not a dependency, because 70 MB is too much for a
// program that runs by npx. The package is looked up where this program is installed, never in the working directory,
// which may contain anything when evidence is examined.

import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { UsageError } from '../util/usage-error.ts'
import { columnTypes } from '../engine/table-types.ts'
import { literal } from '../engine/literal.ts'
import { type Needed, neededColumns, PLAN_SETTINGS } from './needed.ts'
import { VIEWS } from './prelude.ts'

export interface Answer {
  readonly columns: readonly string[]
  /** null for NULL; a value other than text, number or boolean is an array or an object of these. */
  readonly rows: AsyncIterable<readonly unknown[]>
}

export interface Database {
  /**
   * What a query reads; undefined if that cannot be determined. Nothing is executed. Throws UsageError for SQL that
   * DuckDB rejects.
   */
  plan(sql: string, raw: boolean): Promise<Needed | undefined>
  /**
   * Creates the table `events` from a file with one JSON object per line, and the views of it. Columns that are not among
   * `columns` stay empty.
   */
  load(file: string, options: LoadOptions): Promise<void>
  /** Number of records that are not UTF-8, in a table with `raw`. */
  notUtf8(): Promise<number>
  /** Writes the table and the views to a new database file. */
  save(file: string): Promise<void>
  /** Locks the database: from then on no file, network or extension can be used, and nothing can undo that. */
  lock(): Promise<void>
  /** Runs a query. Throws UsageError for SQL that DuckDB rejects. */
  ask(sql: string, signal?: AbortSignal): Promise<Answer>
  close(): void
}

export interface LoadOptions {
  readonly raw: boolean
  /** Bytes of the longest line. */
  readonly longest: number
  /** All if absent. */
  readonly columns?: ReadonlySet<string> | undefined
  /** A line stands for as many rows as its `n` says. */
  readonly isCounted?: boolean
}

/**
 * `file` is a database to read; without it, the database is in memory. Throws UsageError if DuckDB is not installed.
 */
export async function openDuckdb(file?: string): Promise<Database> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
    throw new UsageError('this needs DuckDB, which is not installed', 'npm install --global @duckdb/node-api')
  })
  const instance: DuckDBInstance = await DuckDBInstance.create(
    file ?? ':memory:',
    file === undefined ? {} : { access_mode: 'READ_ONLY' },
  ).catch((error: unknown) => {
    throw new UsageError(
      `DuckDB cannot open it: ${firstLine(error)}`,
      'give a file that --save or `export duckdb` wrote',
    )
  })
  const connection: DuckDBConnection = await instance.connect()
  let release: (() => void) | undefined
  const stop = (): void => connection.interrupt()
  const run = async (sql: string): Promise<void> => {
    await connection.run(sql).catch((error: unknown) => {
      throw new UsageError(
        `DuckDB: ${firstLine(error)}`,
        'narrow the filter or the time if it is short of memory',
      )
    })
  }
  // DuckDB would otherwise create temporary files in the working directory.
  await run("set temp_directory = ''")
  return {
    async plan(sql, raw) {
      // In a database of its own, which is locked: to plan a query, DuckDB looks at the files that it names.
      const empty = await DuckDBInstance.create(':memory:')
      const planning = await empty.connect()
      try {
        for (const statement of tableOf(raw)) await planning.run(statement)
        for (const setting of [PLAN_SETTINGS, ...LOCKED]) await planning.run(`set ${setting}`)
        const { count } = await planning.extractStatements(sql)
        if (count !== 1) return undefined
        const explained = await planning.runAndReadAll(`explain (format json) ${sql}`).catch(() => undefined)
        if (explained !== undefined) return neededColumns(String(explained.getRows()[0]?.[1]))
        // Some statements have no plan. Errors in the others are reported before anything is read.
        const prepared = await planning.prepare(sql)
        prepared.destroySync()
        return undefined
      } catch (error) {
        throw sqlError(error)
      } finally {
        planning.closeSync()
        empty.closeSync()
      }
    },
    async load(path, { raw, longest, columns, isCounted }) {
      const filled = columnsOf(raw).filter(([name]) => columns === undefined || columns.has(name))
      const read = isCounted ? [...filled, ['n', 'BIGINT'] as const] : filled
      const types = read
        .map(([name, type]) => `"${name}": ${literal(type === 'BLOB' ? 'VARCHAR' : type, 'duckdb')}`)
        .join(', ')
      const lines =
        `from read_json(${literal(path, 'duckdb')}, format = 'newline_delimited',` +
        ` maximum_object_size = ${Math.max(16 << 20, longest * 2)}, columns = {${types}})`
      if (isCounted) {
        await run(`create table counted as ${lines}`)
        const cells = columnsOf(raw).map(([name, type]) =>
          columns?.has(name) === false ? `cast(null as ${type}) as "${name}"` : `"${name}"`,
        )
        await run(
          `create view events as select ${cells.join(', ')} from (select *, unnest(range(n)) from counted)`,
        )
        for (const view of VIEWS) await run(view)
        return
      }
      for (const statement of tableOf(raw)) await run(statement)
      const bytes = read.some(([, type]) => type === 'BLOB') ? RAW_BYTES : ''
      await run(`insert into events by name select *${bytes} ${lines}`)
    },
    async notUtf8() {
      const found = await connection.runAndReadAll('select count(raw_bytes) from events')
      return Number(found.getRows()[0]?.[0])
    },
    async save(path) {
      await run(`attach ${literal(path, 'duckdb')} as saved`)
      await run('create table saved.events as select * from events')
      await run('use saved')
      for (const view of VIEWS) await run(view)
      await run('use memory')
      await run('detach saved')
    },
    async lock() {
      for (const setting of LOCKED) await run(`set ${setting}`)
    },
    async ask(sql, signal) {
      signal?.addEventListener('abort', stop, { once: true })
      release = () => signal?.removeEventListener('abort', stop)
      try {
        signal?.throwIfAborted()
        const result = await connection.stream(sql)
        return { columns: result.deduplicatedColumnNames(), rows: rowsOf(result.yieldRowsJs()) }
      } catch (error) {
        signal?.throwIfAborted()
        throw sqlError(error)
      }
    },
    close() {
      release?.()
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** JSON has them in Base64. */
const RAW_BYTES = ' replace (from_base64(raw_bytes) as raw_bytes)'

/** In this order, because the last setting forbids all further changes. */
const LOCKED = [
  'autoinstall_known_extensions = false',
  'autoload_known_extensions = false',
  'allow_community_extensions = false',
  'enable_external_access = false',
  'lock_configuration = true',
]

/** The record as text; and its bytes, if it is not UTF-8. */
const RAW = [
  ['raw', 'VARCHAR'],
  ['raw_bytes', 'BLOB'],
] as const

function columnsOf(raw: boolean): readonly (readonly [name: string, type: string])[] {
  return [...columnTypes('duckdb'), ['path', 'VARCHAR'], ...(raw ? RAW : [])]
}

/** The empty table, and what stands beside it. */
function tableOf(raw: boolean): readonly string[] {
  const columns = columnsOf(raw).map(([name, type]) => `"${name}" ${type}`)
  return [`create table events (${columns.join(', ')})`, ...VIEWS]
}

function sqlError(error: unknown): UsageError {
  return new UsageError(
    `SQL: ${firstLine(error)}`,
    'the tables are events and event_resources; see `trail-explore help sql`',
  )
}

async function* rowsOf(
  chunks: AsyncIterable<readonly (readonly unknown[])[]>,
): AsyncGenerator<readonly unknown[], void, undefined> {
  try {
    for await (const rows of chunks) for (const row of rows) yield row.map(plain)
  } catch (error) {
    throw new UsageError(`SQL: ${firstLine(error)}`, 'see `trail-explore help sql`')
  }
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z')
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
  return value ?? null
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0]!
}
