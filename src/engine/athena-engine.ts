// Athena as an engine of files: athena://WORKGROUP/DATABASE.TABLE.

import { SourceError } from '../source/source.ts'
import { type Athena, type AthenaSettings, openAthena } from './athena.ts'
import type { FileEngine, Table } from './file-engine.ts'

const ADDRESS = /^athena:\/\/([A-Za-z0-9._-]+)\/([a-z0-9_]+)\.([a-z0-9_]+)$/i

export interface AthenaAddress {
  readonly workgroup: string
  readonly database: string
  readonly table: string
}

export function athenaAddress(uri: string): AthenaAddress | undefined {
  const [, workgroup = '', database = '', table = ''] = ADDRESS.exec(uri) ?? []
  return workgroup === ''
    ? undefined
    : { workgroup, database: database.toLowerCase(), table: table.toLowerCase() }
}

export async function athenaEngine(
  { workgroup, database, table }: AthenaAddress,
  env: Readonly<Record<string, string | undefined>>,
  settings: Pick<AthenaSettings, 'profile' | 'region'>,
): Promise<FileEngine> {
  const athena = await openAthena(env, { ...settings, workgroup, database })
  return {
    name: 'Athena',
    dialect: 'athena',
    localFiles: false,
    async describe(signal) {
      await athena.check(signal)
      return describe(athena, { database, table }, signal)
    },
    async ask(sql, signal) {
      const { rows, scannedBytes } = await athena.run(sql, signal)
      const all: (readonly (string | undefined)[])[] = []
      for await (const row of rows) all.push(row)
      return { rows: all, scannedBytes }
    },
    close: () => athena.close(),
  }
}

interface Name {
  readonly database: string
  readonly table: string
}

/** A view has no location. What a query over it scans lies where the table below it does. */
async function describe(
  athena: Athena,
  { database, table }: Name,
  signal: AbortSignal | undefined,
  depth = 0,
): Promise<Table> {
  const { columns, location } = await athena.table(database, table, signal)
  const sql = `"${database}"."${table}"`
  if (location !== undefined) return { sql, columns, location }
  const text = await athena.viewText(database, table, signal)
  const below = depth < MAX_VIEWS ? viewOver(text, database) : undefined
  if (below === undefined)
    throw new SourceError(
      'unreadable',
      `${database}.${table} is neither a table with files nor a view over one`,
      'name the table, or one view of it',
    )
  const base = await describe(athena, below, signal, depth + 1)
  // Unnested, an event has several rows or none: its events are those of what the view is over.
  return /\bunnest\b/i.test(text) ? base : { sql, columns, location: base.location }
}

/** Views over views. */
const MAX_VIEWS = 4

/** The one table or view that a view is over; undefined where there are several, or a condition on unnested rows. */
export function viewOver(text: string, database: string): Name | undefined {
  const plain = text.replace(/'(?:[^']|'')*'/g, "''")
  const [only, ...others] = [...plain.matchAll(OVER)]
    .map(([, name = '']) => name)
    .filter((name) => !/^unnest$/i.test(name))
  const isChosen = /\bunnest\b/i.test(plain) && /\b(?:where|having|limit|group)\b/i.test(plain)
  if (only === undefined || others.length > 0 || isChosen || /^select$/i.test(only)) return undefined
  const parts = only.split('.').map((part) => part.trim().replaceAll('"', '').toLowerCase())
  return { database: parts.at(-2) ?? database, table: parts.at(-1)! }
}

const NAME = '(?:"[^"]+"|\\w+)'
const OVER = new RegExp(`\\b(?:from|join)[\\s(]+(${NAME}(?:\\s*\\.\\s*${NAME}){0,2})`, 'gi')
