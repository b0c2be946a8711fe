// DuckDB on this machine; the only importer of its package, which is not a dependency, because 70 MB is too much for a
// program that runs by npx. The package is looked up where this program is installed, never in the working directory,
// which may contain anything when evidence is examined.

import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { UsageError } from '../util/usage-error.ts'
import { columnTypes } from '../engine/table-types.ts'
import { literal } from '../engine/literal.ts'
import { VIEWS } from './prelude.ts'

export interface Answer {
  readonly columns: readonly string[]
  /** null for NULL; a value other than text, number or boolean is an array or an object of these. */
  readonly rows: AsyncIterable<readonly unknown[]>
}

export interface Database {
  /** Creates the table `events` from a file with one JSON object per line, and the views of it. */
  load(file: string, options: { readonly raw: boolean; readonly longest: number }): Promise<void>
  /** Writes the table and the views to a new database file. */
  save(file: string): Promise<void>
  /** Locks the database: from then on no file, network or extension can be used, and nothing can undo that. */
  lock(): Promise<void>
  /** Runs a query. Throws UsageError for SQL that DuckDB rejects. */
  ask(sql: string, signal?: AbortSignal): Promise<Answer>
  close(): void
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
    async load(path, { raw, longest }) {
      const columns: readonly (readonly [string, string])[] = [
        ...columnTypes('duckdb'),
        ['path', 'VARCHAR'],
        ...(raw ? [['raw', 'VARCHAR'] as const] : []),
      ]
      const types = columns.map(([name, type]) => `"${name}": ${literal(type, 'duckdb')}`).join(', ')
      await run(
        `create table events as select * from read_json(${literal(path, 'duckdb')}, format = 'newline_delimited',` +
          ` maximum_object_size = ${Math.max(16 << 20, longest * 2)}, columns = {${types}})`,
      )
      for (const view of VIEWS) await run(view)
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
        throw new UsageError(
          `SQL: ${firstLine(error)}`,
          'the tables are events and event_resources; see `trail-explore help sql`',
        )
      }
    },
    close() {
      release?.()
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** In this order, because the last setting forbids all further changes. */
const LOCKED = [
  'autoinstall_known_extensions = false',
  'autoload_known_extensions = false',
  'allow_community_extensions = false',
  'enable_external_access = false',
  'lock_configuration = true',
]

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
