// A SQL engine as a source. It is asked which files may contain matches. Those files are then read and filtered
// here like any others, so that bytes, duplicates, order and damage are handled as always. Where SQL is exact, the engine
// also counts events, and no file is read.

import type { Filter } from '../filter/clause.ts'
import type { Listing, Source } from '../source/source.ts'
import { SourceError } from '../source/source.ts'
import { countRow, type CountRow, countSql, type CountSpec } from './count-sql.ts'
import type { FileEngine, Table } from './file-engine.ts'
import { conditionsSql } from './filter-sql.ts'
import { missingColumns } from './known-columns.ts'
import { literal } from './literal.ts'

/** Days of delivery, `2024/08/18`, both inclusive. */
export interface Days {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export interface Found {
  readonly files: number
  readonly scannedBytes: number
  /** Files that the engine cannot read. They are included in the files to read here. */
  readonly damaged: readonly string[]
}

export interface Counts {
  readonly rows: readonly CountRow[]
  readonly scannedBytes: number
}

export interface EngineSource extends Source {
  readonly engine: FileEngine
  /** Fetched once. Throws SourceError. */
  table(signal?: AbortSignal): Promise<Table>
  /** Asks which files may contain matches; the source lists these from then on. Throws SourceError. */
  find(filter: Filter, days: Days, signal?: AbortSignal): Promise<Found>
  /** Why it cannot count these events; undefined where it can. */
  whyNot(filter: Filter, spec: CountSpec): string | undefined
  /** Counts; or why that is to be done here, after all. Throws SourceError. */
  count(
    filter: Filter,
    spec: CountSpec,
    days: Days,
    signal?: AbortSignal,
  ): Promise<Counts | { readonly why: string }>
}

/** Maximum number of unreadable files that a query is repeated without. */
const MAX_DAMAGED = 5
const FILE = /\b((?:s3[an]?|local|file):\/\/[^\s'"()]+?\.json(?:\.gz)?)(?=[\s'":,;()\].]|$)/i

/** `open` opens the place of the files: `s3://bucket/`, or the root of this machine's disk. */
export function engineSource(
  uri: string,
  engine: FileEngine,
  open: (uri: string) => Promise<Source>,
): EngineSource {
  let described: Promise<Table> | undefined
  let under: Source | undefined
  let keys: readonly string[] | undefined
  const table = async (signal?: AbortSignal): Promise<Table> => {
    const found = await (described ??= engine.describe(signal))
    // Events without resources have no row there.
    if (found.columns.has('resource_arn') && !found.columns.has('resources'))
      throw new SourceError(
        'unreadable',
        'has a row for each resource, not for each event',
        'name the view events',
      )
    return found
  }
  const files = (): Source => {
    if (under === undefined) throw new SourceError('unreadable', 'no file was asked for')
    return under
  }
  const source: EngineSource = {
    uri,
    start: '',
    // On this machine's disk, listing folders is cheap, and none is requested here.
    remote: !engine.localFiles,
    engine,
    table,
    display: (key) => under?.display(key) ?? uri,
    async list(folder, { startAfter = '', deep } = {}) {
      if (keys === undefined)
        throw new SourceError(
          'unreadable',
          'an SQL engine is asked for events, and has no tree to list',
          'use lookup or summary',
        )
      return listingOf(keys, folder, startAfter, deep === true)
    },
    read: (object, signal) => files().read(object, signal),
    async find(filter, days, signal) {
      const { sql: name, columns } = await table(signal)
      const path = pathColumn(columns)
      const conditions = conditionsSql(filter, { dialect: engine.dialect, path })
        .map(({ sql }) => sql)
        .filter((sql) => sql !== 'true' && missingColumns(sql, columns).length === 0)
      const wheres = [...dayConditions(columns, days), ...conditions]
      const damaged: string[] = []
      for (;;) {
        const without = damaged.map((file) => `${path} <> ${literal(file, engine.dialect)}`)
        const where = [...without, ...wheres]
        const query = `select distinct ${path} from ${name}${where.length === 0 ? '' : ` where ${where.join(' and ')}`}`
        try {
          const { rows, scannedBytes } = await engine.ask(query, signal)
          const all = [...new Set([...rows.flatMap(([file]) => file ?? []), ...damaged])]
          await adopt(all)
          return { files: all.length, scannedBytes, damaged }
        } catch (error) {
          const file = damagedFile(error)
          if (file === undefined || damaged.includes(file) || damaged.length === MAX_DAMAGED) throw error
          damaged.push(file)
        }
      }
    },
    whyNot(filter, spec) {
      const counting = countSql(filter, spec, { dialect: engine.dialect })
      return 'why' in counting ? counting.why : undefined
    },
    async count(filter, spec, days, signal) {
      const { sql: name, columns } = await table(signal)
      const counting = countSql(filter, spec, { dialect: engine.dialect, path: pathColumn(columns) })
      if ('why' in counting) return counting
      const query = counting.sql(name, dayConditions(columns, days))
      const [missing] = missingColumns(query, columns)
      if (missing !== undefined) return { why: `the table has no column ${missing}` }
      try {
        const { rows, scannedBytes } = await engine.ask(query, signal)
        const counts = rows.map((row) => countRow(row, spec))
        if (counts.some(({ isUnsure }) => isUnsure))
          return { why: 'some values are of a form that a column does not keep' }
        return { rows: counts, scannedBytes }
      } catch (error) {
        const file = damagedFile(error)
        if (file === undefined) throw error
        return { why: `${engine.name} cannot read ${file}` }
      }
    },
    localPath: (key) => under?.localPath?.(key),
    close() {
      engine.close()
      under?.close?.()
    },
  }

  async function adopt(found: readonly string[]): Promise<void> {
    const places = found.map((file) => placeOf(file, engine))
    const roots = new Set(places.map(({ root }) => root))
    if (roots.size > 1)
      throw new SourceError('unreadable', `the table lies in ${roots.size} buckets`, 'make a table for each')
    const [root] = roots
    if (root !== undefined) under ??= await open(root)
    keys = places.map(({ key }) => key).sort()
  }
  return source
}

function placeOf(
  file: string,
  { localFiles, name }: FileEngine,
): { readonly root: string; readonly key: string } {
  const [, bucket, key] = /^s3[an]?:\/\/([^/]+)\/(.+)$/i.exec(file) ?? []
  if (bucket !== undefined && key !== undefined) return { root: `s3://${bucket}/`, key }
  const local = /^(?:local|file):\/{1,3}([^/].*)$/i.exec(file)?.[1]
  // A server elsewhere must not select files of this machine.
  if (local !== undefined && localFiles && !local.split('/').includes('..')) return { root: '/', key: local }
  throw new SourceError('unreadable', `${name} names a file that is not in S3: ${file}`)
}

function pathColumn(columns: ReadonlySet<string>): string {
  return columns.has('path') ? 'path' : '"$path"'
}

/** The file that an engine says it cannot read. */
function damagedFile(error: unknown): string | undefined {
  return error instanceof SourceError ? FILE.exec(error.message)?.[1] : undefined
}

function dayConditions(columns: ReadonlySet<string>, { from, to }: Days): readonly string[] {
  if (!columns.has('day')) return []
  return [
    ...(from === undefined ? [] : [`day >= '${from}'`]),
    ...(to === undefined ? [] : [`day <= '${to}'`]),
  ]
}

function listingOf(keys: readonly string[], folder: string, startAfter: string, deep: boolean): Listing {
  const folders = new Set<string>()
  const objects: { readonly key: string }[] = []
  for (const key of keys) {
    if (!key.startsWith(folder)) continue
    const slash = deep ? -1 : key.indexOf('/', folder.length)
    const name = slash < 0 ? key : key.slice(0, slash + 1)
    if (name <= startAfter) continue
    if (slash < 0) objects.push({ key })
    else folders.add(name)
  }
  return { folders: [...folders], objects }
}
