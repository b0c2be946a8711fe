// Athena as an engine of files: athena://WORKGROUP/DATABASE.TABLE.

import { SourceError } from '../source/source.ts'
import { type AthenaSettings, openAthena } from './athena.ts'
import type { FileEngine } from './file-engine.ts'

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
      const { columns, location } = await athena.table(database, table, signal)
      // A view has no location, so the cost of a query could not be estimated.
      if (location === undefined)
        throw new SourceError(
          'unreadable',
          `${database}.${table} is no table with files`,
          'name the table, not a view over it',
        )
      return { sql: `"${database}"."${table}"`, columns, location }
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
