// The work of `export`: events → rows → files.

import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { NOTHING_WRITTEN } from '../../cli/messages/summary-context.ts'
import { bytes, count } from '../../cli/messages/units.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { printable } from '../../format/sanitize.ts'
import { splitTableRecord } from '../../format/table-row.ts'
import { ParquetFolder } from '../../output/parquet-folder.ts'
import { UsageError } from '../../util/usage-error.ts'
import { openDuckdb } from '../../sql/duckdb.ts'
import { loadEvents } from '../../sql/load.ts'
import { saveDatabase } from '../../sql/save.ts'
import { partitioner } from './partition.ts'

export type ExportFormat = 'parquet' | 'duckdb'

export interface ExportFlags extends ReadingFlags {
  readonly partition?: string
}

export async function runExport(
  format: ExportFormat,
  target: string,
  uris: readonly string[],
  flags: ExportFlags,
  io: Io,
): Promise<ExitCode> {
  if (format === 'duckdb') return exportDuckdb(target, uris, flags, io)
  const { partitionsOf, isOver } = partitioner(flags.partition)
  if (target === '') throw new UsageError('no folder given', 'name a new folder')
  return readEvents({ uris, flags, io }, async (reading) => {
    const folder = await ParquetFolder.create(target, io.cwd)
    try {
      let day = ''
      const result = await reading.rows({ kind: 'parquet' }, async (rows) => {
        for (let i = 0; i < rows.count; i++) {
          const bytes = rows.row(i)
          const { row, raw } = splitTableRecord(bytes)
          const partitions = partitionsOf(row)
          await folder.add(row, raw, bytes.length, partitions)
          // Events come newest first, so later days are complete and their files can be closed.
          const { value = day } = partitions.find(({ name }) => name === 'day') ?? {}
          if (value < day) await folder.finish((key) => isOver(key, value))
          day = value
        }
      })
      await folder.finish()
      const written = `${count(folder.files, 'file')}, ${bytes(folder.bytes)}${ofBytes(folder.notUtf8)}`
      const exitCode = await reading.finish(result, {
        verb:
          result.failure === undefined ? `written to ${printable(target)} in ${written}` : NOTHING_WRITTEN,
      })
      if (result.failure === undefined) await folder.commit()
      return exitCode
    } finally {
      await folder.abort()
    }
  })
}

function ofBytes(notUtf8: number): string {
  return notUtf8 === 0 ? '' : `, ${count(notUtf8, 'record')} not UTF-8: see raw_bytes`
}

async function exportDuckdb(
  target: string,
  uris: readonly string[],
  flags: ExportFlags,
  io: Io,
): Promise<ExitCode> {
  if (flags.partition !== undefined)
    throw new UsageError('--partition cannot be combined with duckdb', 'a database is one file')
  const database = await openDuckdb()
  try {
    return await readEvents({ uris, flags, io }, async (reading) => {
      const result = await loadEvents(reading, database, true)
      if (result.failure !== undefined) return reading.finish(result, { verb: NOTHING_WRITTEN })
      const notUtf8 = await database.notUtf8()
      await saveDatabase(database, target, io.cwd)
      return reading.finish(result, { verb: `written to ${printable(target)}${ofBytes(notUtf8)}` })
    })
  } finally {
    database.close()
  }
}
