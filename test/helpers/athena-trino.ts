// Athena over a bucket whose objects lie in a folder of this machine: its API, behind which a real Trino runs the SQL. The
// statements of `athena ddl` are run too: Trino has neither Hive's DDL nor CloudTrail's input format, so that a table
// becomes a table of files, a row for each, and a view with the name of the table over it.

import { resolve } from 'node:path'
import { local, recordsColumn, trinoAnswer, trinoRows } from '../engine/trino.ts'
import { type Answer, type AthenaServer, type AthenaTable, serveAthena } from './athena-server.ts'

export interface AthenaOverTrino {
  readonly server: AthenaServer
  /** The names of the tables that were made. */
  readonly tables: ReadonlyMap<string, AthenaTable>
}

/** `schema` holds whatever database is named. */
export async function serveAthenaOverTrino(
  schema: string,
  bucket: string,
  folder: string,
  pageSize = 1000,
): Promise<AthenaOverTrino> {
  await trinoRows(`create schema if not exists hive.${schema}`)
  const tables = new Map<string, AthenaTable>()
  const root = `local://${resolve(folder)}/`
  const uri = `s3://${bucket}/`
  const here = (text: string): string => text.replaceAll(uri, root)
  // As texts, so that Trino leaves out files by their names before it opens them, as Athena does.
  const ours = (sql: string): string => here(sql).replaceAll(/"default"\."/g, `"${schema}"."`)
  const cellOf = (value: unknown): string | null => {
    if (value === null) return null
    return typeof value === 'string' ? value.replace(root, uri) : JSON.stringify(value)
  }
  const answer = async (sql: string, stop: AbortSignal): Promise<Answer> => {
    try {
      const ddl = /^CREATE EXTERNAL TABLE IF NOT EXISTS `\w+`\.`(\w+)` \((.*)\)\nPARTITIONED BY/s.exec(sql)
      if (ddl !== null) return await create(ddl[1]!, ddl[2]!, sql)
      const { columns, rows, scannedBytes } = await trinoAnswer(ours(sql), schema, stop)
      const cells = rows.map((row) => row.map(cellOf))
      // A line of a statement is a row.
      if (/^show create/i.test(sql))
        return { columns, rows: (cells[0]?.[0] ?? '').split('\n').map((line) => [line]), scannedBytes }
      return { columns, rows: cells, scannedBytes }
    } catch (error) {
      throw new Error((error as Error).message.replaceAll(root, uri), { cause: error })
    }
  }

  async function create(name: string, columns: string, sql: string): Promise<Answer> {
    const properties = new Map(
      [...sql.matchAll(/'([\w.]+)' = '([^']*)'/g)].map(([, key, value]) => [key!, value!]),
    )
    const value = (key: string): string => properties.get(key)!
    const list = (key: string): string =>
      value(key)
        .split(',')
        .map((one) => `'${one}'`)
        .join(', ')
    const files = `${name}_files`
    const location = /^LOCATION '(.+)'$/m.exec(sql)![1]!
    const enums = ['account', 'region'].map(
      (key) =>
        `${key} varchar with (partition_projection_type = 'enum', partition_projection_values = array[${list(`projection.${key}.values`)}])`,
    )
    const day =
      `day varchar with (partition_projection_type = 'date', partition_projection_format = '${value('projection.day.format')}',` +
      ` partition_projection_range = array[${list('projection.day.range')}], partition_projection_interval = 1,` +
      ` partition_projection_interval_unit = 'DAYS')`
    await trinoRows(`drop table if exists ${files}`, schema)
    await trinoRows(
      `create table ${files} (${[recordsColumn(), ...enums, day].join(', ')}) with (format = 'OPENX_JSON',
        external_location = ${local(here(location).replace('local://', ''))}, partitioned_by = array['account', 'region', 'day'],
        partition_projection_enabled = true,
        partition_projection_location_template = '${here(value('storage.location.template'))}')`,
      schema,
    )
    await trinoRows(
      `create or replace view ${name} as select r.*, account, region, day,
        "$path" as "$path" from ${files} cross join unnest(records) as r`,
      schema,
    )
    const names = [...columns.matchAll(/^ *`(\w+)`/gm)].map(([, column]) => column!)
    tables.set(name, { columns: names, partitions: ['account', 'region', 'day'], location })
    return {}
  }

  async function table(_database: string, name: string): Promise<AthenaTable> {
    const made = tables.get(name)
    if (made !== undefined) return made
    const found = await trinoRows(
      `select column_name from information_schema.columns where table_schema = '${schema}' and table_name = '${name}'`,
      schema,
    )
    if (found.length === 0) throw new Error(`EntityNotFoundException: Table ${name} not found`)
    return { columns: found.map(([column]) => String(column)) }
  }

  const server = await serveAthena({ answer, table, outputLocation: 's3://results/', pageSize })
  return { server, tables }
}
