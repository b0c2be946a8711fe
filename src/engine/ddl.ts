// Athena's tables and views for a tree of CloudTrail logs. Pure. Uses partition projection: accounts, Regions and days
// are table properties, so no partition has to be added for a new day.
// https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html

import { UsageError } from '../util/usage-error.ts'
import { columnTypes } from './table-types.ts'

/** One AWSLogs folder, or one organization's folder in it. */
export interface TableTree {
  readonly bucket: string
  /** `prefix/AWSLogs/` or `prefix/AWSLogs/o-exampleorg/`. */
  readonly root: string
  readonly accounts: readonly string[]
  readonly regions: readonly string[]
  /** The first year that has a folder. */
  readonly since: string
}

export interface DdlOptions {
  readonly database: string
  /** Name of the table; `events` and `event_resources` are the views of it. */
  readonly table: string
  /** Appended to the names of the views if a bucket has several trees. */
  readonly suffix?: string
}

/** Statements without a final semicolon, in the order in which to run them. */
export function ddlOf(tree: TableTree, { database, table, suffix = '' }: DdlOptions): readonly string[] {
  const location = locationOf(tree)
  const properties = {
    classification: 'cloudtrail',
    'projection.enabled': 'true',
    'projection.account.type': 'enum',
    'projection.account.values': tree.accounts.join(','),
    'projection.region.type': 'enum',
    'projection.region.values': tree.regions.join(','),
    'projection.day.type': 'date',
    'projection.day.format': 'yyyy/MM/dd',
    'projection.day.range': `${tree.since}/01/01,NOW`,
    'projection.day.interval': '1',
    'projection.day.interval.unit': 'DAYS',
    'storage.location.template': `${location}\${account}/CloudTrail/\${region}/\${day}`,
  }
  const columns = columnTypes('hive').map(([name, type]) => `  \`${name}\` ${type}`)
  const create = [
    `CREATE EXTERNAL TABLE IF NOT EXISTS \`${database}\`.\`${table}\` (`,
    `${columns.join(',\n')})`,
    'PARTITIONED BY (`account` string, `region` string, `day` string)',
    `ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'`,
    `STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'`,
    `OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'`,
    `LOCATION '${location}'`,
    `TBLPROPERTIES (\n${Object.entries(properties)
      .map(([key, value]) => `  '${key}' = '${value}'`)
      .join(',\n')})`,
  ].join('\n')
  return [create, ...viewsOf({ database, table, suffix })]
}

function viewsOf({ database, table, suffix = '' }: DdlOptions): readonly string[] {
  const events = `"${database}"."events${suffix}"`
  return [
    `CREATE OR REPLACE VIEW ${events} AS\nSELECT *, "$path" AS path\nFROM "${database}"."${table}"`,
    [
      `CREATE OR REPLACE VIEW "${database}"."event_resources${suffix}" AS`,
      'SELECT e.account, e.region, e.day, e.eventid, e.eventtime, e.eventsource, e.eventname, e.recipientaccountid,',
      '  r.resource_arn, r.resource_account, r.resource_type, e.path',
      `FROM ${events} e`,
      // Arrays of text, because whether UNNEST expands a struct depends on the engine's version.
      'CROSS JOIN UNNEST(transform(e.resources, x -> x.arn), transform(e.resources, x -> x.accountid),',
      '  transform(e.resources, x -> x.type)) AS r (resource_arn, resource_account, resource_type)',
    ].join('\n'),
  ]
}

// Hive's literals have escapes, and the location template has variables, so names that need either are rejected.
function locationOf({ bucket, root }: TableTree): string {
  if (/['"\\$`{}]|\p{Cc}/u.test(root))
    throw new UsageError(
      `s3://${bucket}/${root}: a folder with quotes, backslashes, $ or braces in its name cannot be a table`,
      'copy the logs to another prefix',
    )
  return `s3://${bucket}/${root}`
}

/** Converts a text to a name that needs no quotes. */
export function tableName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
}
