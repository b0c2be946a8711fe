// The work of `sql`: a filter as SQL; or events → DuckDB → the result of a query.

import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { count } from '../../cli/messages/units.ts'
import { select, visibleFilter } from '../../cli/options/select-events.ts'
import { readEvents, type Reading, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { listFormat } from '../../cli/options/list-output.ts'
import type { Dialect } from '../../engine/dialect-names.ts'
import { conditions } from '../../filter/clause.ts'
import type { ListFormat } from '../../format/list-formats.ts'
import { printable } from '../../format/sanitize.ts'
import { type ListColumn, type ListValue, listWriter } from '../../output/list.ts'
import { type Answer, type Database, openDuckdb } from '../../sql/duckdb.ts'
import { isEngineSource } from '../../engine/is-engine-source.ts'
import type { Group } from '../../query/groups.ts'
import type { RunResult } from '../../query/engine.ts'
import { loadEvents, type RowReader } from '../../sql/load.ts'
import { saveDatabase } from '../../sql/save.ts'
import { UsageError } from '../../util/usage-error.ts'
import { printedSql } from './print.ts'

export interface SqlFlags extends ReadingFlags {
  readonly print?: true
  readonly dialect: Dialect
  readonly raw?: true
  readonly save?: string
  readonly output?: ListFormat
  readonly csvSafe?: true
}

export async function runSql(
  query: string | undefined,
  uris: readonly string[],
  flags: SqlFlags,
  io: Io,
): Promise<ExitCode> {
  if (flags.print) {
    if (query !== undefined)
      throw new UsageError(
        `--print prints the SQL of a filter, and takes no query: '${query}'`,
        'leave one of them out',
      )
    await io.out.write(printedSql(flags, io))
    return 0
  }
  if (query === undefined)
    throw new UsageError(
      'no query given',
      "write it in quotes: trail-explore sql 'select count(*) from events' logs",
    )
  if (!/\s/.test(query.trim()))
    throw new UsageError(`'${query}' is no query`, 'the query comes first, in quotes, and then the sources')
  const [only, ...others] = uris
  const saved = only !== undefined && others.length === 0 ? databaseFile(only, io.cwd) : undefined
  if (saved !== undefined) return askSaved(saved, query, flags, io)
  const database = await openDuckdb()
  try {
    // What is saved will be asked other questions.
    const planned = await database.plan(query, flags.raw === true)
    const needed = flags.save === undefined ? planned : undefined
    return await readEvents({ uris, flags, io }, async (reading) => {
      const result = await loadEvents(readerOf(reading), database, flags.raw === true, needed)
      if (result.failure !== undefined) return reading.finish(result)
      if (flags.save !== undefined) await saveDatabase(database, flags.save, io.cwd)
      await database.lock()
      const rows = await printAnswer(await database.ask(query, io.signal), flags, io)
      const verb = `in table events, ${count(rows, 'row')} in the answer`
      return reading.finish(result, {
        verb: flags.save === undefined ? verb : `${verb}, saved in ${printable(flags.save)}`,
      })
    })
  } finally {
    database.close()
  }
}

function readerOf(reading: Reading): RowReader<RunResult> {
  // If there are too many groups, everything is read again, as standard input cannot be.
  const isOnce = reading.sources.some((source) => source.uri === '-' || isEngineSource(source))
  return {
    rows: (row, onRows) => reading.rows(row, onRows),
    async counts(columns) {
      if (isOnce) return undefined
      const result = await reading.aggregate({
        columns: [],
        lists: [],
        groups: [{ by: columns, ofTable: true }],
      })
      const { groups, uncounted } = result.aggregate!.groups[0]!
      result.report.shown = result.report.matched
      return uncounted > 0 ? undefined : { result, lines: lines(columns, groups.values()) }
    },
  }
}

function* lines(columns: readonly string[], groups: Iterable<Group>): Generator<string, void, undefined> {
  const keys = columns.map((column) => JSON.stringify(column))
  for (const { cells, count: n } of groups) {
    const members = cells.map((cell, i) => (cell === '' ? '' : `${keys[i]}:${cell},`))
    yield `{${members.join('')}"n":${n}}\n`
  }
}

/** Queries a saved database, whose events were chosen when it was saved, so filters do not apply. */
async function askSaved(file: string, query: string, flags: SqlFlags, io: Io): Promise<ExitCode> {
  const { filter } = select(flags, { now: io.now(), hideReadOnly: false, onlyFiles: false })
  if (conditions(visibleFilter(filter)).length > 0)
    throw new UsageError(
      'filters cannot be combined with a database',
      'say it in the query, or read the logs',
    )
  if (flags.save !== undefined || flags.raw)
    throw new UsageError('--save and --raw cannot be combined with a database', 'it is saved already')
  const database: Database = await openDuckdb(file)
  try {
    await database.lock()
    const rows = await printAnswer(await database.ask(query, io.signal), flags, io)
    if (!flags.quiet) await say(io, [count(rows, 'row')], flags.color)
    return 0
  } finally {
    database.close()
  }
}

async function printAnswer({ columns, rows }: Answer, flags: SqlFlags, io: Io): Promise<number> {
  const list = columns.map((name, n): ListColumn<readonly unknown[]> => ({
    key: name,
    label: printable(name),
    kind: 'text',
    value: (row): ListValue => row[n] ?? undefined,
  }))
  const writer = listWriter(listFormat(flags.output, io), list, io.out, {
    color: await colorFor(io.out, io.env, flags.color),
    ascii: needsAscii(io.env),
    csvSafe: flags.csvSafe,
  })
  let printed = 0
  for await (const row of rows) {
    io.signal.throwIfAborted()
    await writer.row(row)
    printed++
  }
  await writer.end()
  return printed
}

/** The absolute path, if the file is a DuckDB database. */
function databaseFile(uri: string, cwd: string): string | undefined {
  const path = resolve(cwd, uri)
  const head = Buffer.alloc(12)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, head)
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
  return head.subarray(8).toString('latin1') === 'DUCK' ? path : undefined
}
