// The fields of the field table, and paths into the record, as SQL expressions. Each expression follows the field's
// reader in src/event/; a field without one here cannot be expressed in SQL.

import { CATEGORIES, type Category } from '../event/category.ts'
import type { FieldName } from '../event/field-table.ts'
import { EXCEPTIONS, READ_NAME } from '../event/read-only.ts'
import { parsePath } from '../event/record-path.ts'
import { holds, not, or } from './bounds.ts'
import { columnAt, type FoundColumn } from '../event/table-columns.ts'
import { isPlainKey, type Speech } from './dialect.ts'
import type { Value } from './text-sql.ts'

/** Facts about the queried table. */
export interface Context {
  readonly speech: Speech
  /** The kinds of events that can match the whole filter. Insights events have their names outside the columns. */
  readonly kinds: ReadonlySet<Category>
  /** SQL expression of the log file's name. */
  readonly path: string
}

/** CloudTrail sometimes writes an empty text for no value. */
function text(sql: string): string {
  return `nullif(${sql}, '')`
}

export function valueOfField(name: string, context: Context): Value | undefined {
  const read = Object.hasOwn(FIELDS, name) ? FIELDS[name as FieldName] : undefined
  return read?.(context)
}

const FIELDS: Readonly<Partial<Record<FieldName, (context: Context) => Value>>> = {
  'event-name': (context) => insightToo('eventname', context),
  'event-source': (context) => insightToo('eventsource', context),
  'error-code': (context) => insightToo('errorcode', context),
  'user-name': ({ speech }) => ({ sql: userName(speech) }),
  region: () => ({ sql: text('awsregion') }),
  'event-id': () => ({ sql: text('eventid') }),
  'access-key-id': () => ({ sql: text('useridentity.accesskeyid') }),
  'source-ip': ({ speech }) => ({
    sql: text('sourceipaddress'),
    unsure: holds(speech.regexpLike('sourceipaddress', '^\\[')),
  }),
  'request-id': () => ({ sql: text('requestid') }),
  'event-type': () => ({ sql: text('eventtype') }),
  'user-agent': () => ({ sql: text('useragent') }),
  'error-message': () => ({ sql: text('errormessage') }),
  'recipient-account-id': () => ({ sql: text('recipientaccountid') }),
  'identity-type': () => ({ sql: text('useridentity.type') }),
  role: () => ({ sql: ROLE }),
  account: accountOf,
  'read-only': (context) => ({
    sql: `case when ${isReadOnly(context)} then 'true' else 'false' end`,
    unsure: namedElsewhere(context),
  }),
  mfa: ({ speech }) => ({ sql: mfaText(speech) }),
}

const IS_INSIGHT = holds("(eventtype = 'AwsCloudTrailInsight' or eventcategory = 'Insight')")

function insightToo(column: string, { kinds }: Context): Value {
  const sql = text(column)
  return { sql, unsure: kinds.has('Insight') ? `(${sql} is null and ${IS_INSIGHT})` : undefined }
}

function namedElsewhere({ kinds }: Context): string | undefined {
  return kinds.has('Insight') ? IS_INSIGHT : undefined
}

const ID = 'useridentity.principalid'
const ISSUER = 'useridentity.sessioncontext.sessionissuer'

function userName(speech: Speech): string {
  const colon = speech.position(ID, "':'")
  const last = speech.regexpGroup('useridentity.arn', '([^/]*)$')
  const session =
    `case when ${colon} > 0 and ${colon} < length(${ID}) then substr(${ID}, ${colon} + 1)` +
    ` else ${text(last)} end`
  return (
    `case when useridentity.type = 'Root' then 'root'` +
    ` when ${text('useridentity.username')} is not null then useridentity.username` +
    ` when useridentity.type in ('AssumedRole', 'Role', 'FederatedUser') then ${session} end`
  )
}

const ROLE = `case when coalesce(${text(`${ISSUER}.type`)}, 'Role') = 'Role' then ${text(`${ISSUER}.username`)} end`

/** The log file's name comes first, because the walk skips other accounts' folders. */
function accountOf({ speech, path, kinds }: Context): Value {
  const ofFile = speech.regexpGroup(path, FILE_OF_ACCOUNT)
  const columns = ['recipientaccountid', 'useridentity.accountid', `${ISSUER}.accountid`]
  const sql = `coalesce(${[ofFile, ...columns].map(text).join(', ')})`
  // Aggregated records have the account in another field.
  return { sql, unsure: kinds.has('Aggregated') ? `(${sql} is null)` : undefined }
}

const FILE_OF_ACCOUNT =
  '(?:^|/)(\\d{12})_CloudTrail(?:-Insight|-NetworkActivity|-Aggregated)?_[a-z0-9_-]+_\\d{8}T\\d{4}[A-Za-z0-9_]+\\.json(?:\\.gz)?$'

/** SQL that is true or false, never NULL. */
export function isReadOnly({ speech }: Context): string {
  const name = "coalesce(eventname, '')"
  const exceptions = EXCEPTIONS.map(
    ({ source, names, readOnly }) =>
      `when eventsource = ${speech.literal(source)} and ${speech.regexpLike(name, portable(names))} then ${readOnly}`,
  )
  const guess = `case ${exceptions.join(' ')} else ${speech.regexpLike(name, portable(READ_NAME))} end`
  return (
    `(case when lower(readonly) in ('true', 'yes') then true when lower(readonly) in ('false', 'no') then false` +
    ` else ${guess} end)`
  )
}

// In Java's regular expressions `$` also matches before a final line break.
function portable(regex: RegExp): string {
  return regex.source.replaceAll('$', '\\z')
}

/** SQL that is 'true', 'false' or NULL. */
export function mfaText(speech: Speech): string {
  const ofSession = looseBoolean('useridentity.sessioncontext.attributes.mfaauthenticated')
  const ofSignIn = looseBoolean(speech.scalar('additionaleventdata', ['MFAUsed']))
  return (
    `case when eventname = 'ConsoleLogin' then coalesce(${ofSignIn}, ${ofSession})` +
    ` else coalesce(${ofSession}, ${ofSignIn}) end`
  )
}

function looseBoolean(sql: string): string {
  return `case when lower(${sql}) in ('true', 'yes') then 'true' when lower(${sql}) in ('false', 'no') then 'false' end`
}

/** The category; NULL for old records, whose content would have to decide between Management and Data. */
export const CATEGORY = `case when eventcategory in (${CATEGORIES.map((one) => `'${one}'`).join(', ')}) then eventcategory when eventtype = 'AwsCloudTrailInsight' then 'Insight' when eventtype = 'AwsAggregatedEvent' then 'Aggregated' when eventtype in ('AwsVpceEvent', 'AwsVpceEvents') then 'NetworkActivity' end`

/** A path that consists only of keys and has a column. */
export interface PathValue extends Value {
  readonly column: FoundColumn
}

/** `flattens`: a key applied to an array applies to each element. */
export function valueAtKeys(
  keys: readonly string[],
  flattens: boolean,
  speech: Speech,
): PathValue | undefined {
  const column = columnAt(keys)
  if (column === undefined) return undefined
  const { sql, type, below } = column
  if (type === 'text' && below.length === 0) return { column, sql }
  if (type !== 'json' || below.length === 0 || !below.every(isPlainKey)) return undefined
  const found = speech.scalar(sql, below)
  // Spark returns the text of an object if the value is an object.
  const unsure = [
    ...(speech.name === 'spark' ? [holds(`substr(${found}, 1, 1) in ('{', '[')`)] : []),
    ...(flattens ? below.slice(1).map((_, n) => isArray(sql, below.slice(0, n + 1), speech)) : []),
  ]
  return { column, sql: found, unsure: unsure.length === 0 ? undefined : or(unsure) }
}

function isArray(json: string, keys: readonly string[], speech: Speech): string {
  return holds(`substr(${speech.jsonText(json, keys)}, 1, 1) = '['`)
}

/** The keys of a path that contains only keys; otherwise undefined. */
export function keysOf(path: string): readonly string[] | undefined {
  const steps = parsePath(path)
  const keys = steps?.flatMap((step) => ('key' in step ? [step.key] : []))
  return keys?.length === steps?.length ? keys : undefined
}

/** True for a number whose text may differ from JavaScript's notation. */
export function oddNumber(sql: string, speech: Speech): string {
  return holds(
    `(${speech.regexpLike(sql, '^[-+.eE0-9]+$')} and ${not(`(${speech.regexpLike(sql, '^(0|-?[1-9][0-9]{0,14})$')})`)})`,
  )
}
