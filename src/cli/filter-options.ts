// The options that say which events: declared here once for every command, and turned into a filter and a walk plan.

import { type Command, Option } from 'commander'
import { CATEGORIES, type Category } from '../event/category.ts'
import type { Clause, Filter, TextField } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'
import { parseLookupAttributes } from '../filter/lookup-attributes.ts'
import { parsePattern } from '../filter/pattern/parse.ts'
import { PRESETS, presetOf } from '../filter/presets.ts'
import { checkSourceIp } from '../filter/source-ip.ts'
import { checkTimeZone, resolveWindow } from '../filter/time.ts'
import { parseValue } from '../filter/value-pattern.ts'
import { eventOf } from '../event/event.ts'
import type { Folder } from '../logfile/key.ts'
import type { WalkPlan } from '../logfile/plan.ts'
import { UsageError } from '../util/usage-error.ts'
import { collect, wholeNumber } from './number-option.ts'

export const KINDS = ['management', 'data', 'insight', 'network-activity', 'aggregated', 'all'] as const
export type Kind = (typeof KINDS)[number]

/** Field, what follows the flag, and what help says: the eight attributes of the console's page first. */
const ATTRIBUTES: readonly (readonly [TextField, string, string])[] = [
  ['event-name', 'name', 'API action, such as ConsoleLogin'],
  ['event-source', 'service', 'service, such as ec2.amazonaws.com, or ec2 for short'],
  ['event-id', 'id', 'event ID'],
  ['user-name', 'name', 'user name; the session name for roles'],
  ['resource-name', 'name', 'name, ARN or ID of a resource referenced (best effort)'],
  ['resource-type', 'type', 'type of a resource referenced, such as AWS::S3::Bucket (best effort)'],
  ['access-key-id', 'key', 'access key that signed the request'],
]
const SCOPE: readonly (readonly [TextField, string, string])[] = [
  ['account', 'id', 'account that recorded the event'],
  ['region', 'region', 'Region of the event'],
]
const MORE: readonly (readonly [TextField, string, string])[] = [
  ...SCOPE,
  ['error-code', 'code', 'error code, such as AccessDenied'],
  ['user-agent', 'text', 'user agent; usually with wildcards'],
  ['identity-type', 'type', 'Root, IAMUser, AssumedRole, AWSService, …'],
  ['role', 'name', 'role whose session made the call'],
  ['principal', 'arn', 'any ARN of the identity'],
  ['event-category', 'category', CATEGORIES.join(', ')],
  ['event-type', 'type', 'AwsApiCall, AwsConsoleSignIn, AwsServiceEvent, …'],
]

const REPEAT = 'may be given more than once'

export function addFilterOptions(command: Command, readOnlyDefault: string): Command {
  command.optionsGroup('Filters (exact; * is a wildcard, a leading ! negates):')
  for (const row of ATTRIBUTES) command.addOption(textOption(row))
  command.addOption(
    new Option('--read-only <value>', `true, false or any (default: ${readOnlyDefault})`).choices([
      'true',
      'false',
      'any',
    ]),
  )
  command.addOption(
    new Option(
      '--lookup-attributes <text>',
      'as in the AWS CLI: AttributeKey=EventName,AttributeValue=ConsoleLogin',
    ).argParser(collect),
  )
  command.optionsGroup('More filters:')
  for (const row of MORE) command.addOption(textOption(row))
  command
    .addOption(new Option('--source-ip <address>', 'address, CIDR block or host name').argParser(collect))
    .option('--errors', 'calls that failed: an error code, an error message, or a failed sign-in')
    .addOption(new Option('--contains <text>', 'text anywhere in the record, in any case').argParser(collect))
    .addOption(new Option('--mfa <value>', 'whether MFA was used').choices(['true', 'false']))
    .addOption(
      new Option(
        '--filter-pattern <pattern>',
        'a CloudWatch Logs filter pattern; see `help filters`',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        '--preset <name>',
        `a named question: ${PRESETS.map((p) => p.name).join(', ')}; see \`help presets\``,
      ).argParser(collect),
    )
    .addOption(
      new Option('--kind <kind>', `${KINDS.join(', ')}; ${REPEAT} (default: management and data)`)
        .choices(KINDS)
        .argParser(kinds),
    )
  return addTimeOptions(command)
}

/** For commands that know their events by ID: only what narrows where these are looked for. */
export function addScopeOptions(command: Command): Command {
  command.optionsGroup('Where to look (exact; * is a wildcard, a leading ! negates):')
  for (const row of SCOPE) command.addOption(textOption(row))
  return addTimeOptions(command)
}

function textOption([field, value, help]: readonly [TextField, string, string]): Option {
  return new Option(`--${field} <${value}>`, help).argParser(collect)
}

function addTimeOptions(command: Command): Command {
  command.optionsGroup('Time (of the event; UTC unless --time-zone):')
  return command
    .option('--last <length>', 'the last 30m, 12h, 90d or 2w')
    .option('--start <time>', 'from this moment on: 2024-08-18, 2024-08-18T11:40:01Z, or epoch seconds')
    .option('--end <time>', 'up to and with this moment')
    .addOption(new Option('--start-time <time>', 'the same as --start, as the AWS CLI spells it'))
    .addOption(new Option('--end-time <time>', 'the same as --end, as the AWS CLI spells it'))
    .option('--time-zone <zone>', 'zone of times typed and shown: Europe/Berlin, UTC, local')
    .addOption(
      new Option('--late-days <n>', 'how many days after an event its file may be delivered')
        .default(1)
        .argParser(wholeNumber(0, 3650)),
    )
    .option(
      '--ignore-names',
      'do not trust dates in folder and file names (copies that were regrouped): read everything',
    )
}

function kinds(value: string, before: readonly Kind[] | undefined): readonly Kind[] {
  if (!(KINDS as readonly string[]).includes(value)) {
    throw new UsageError(`--kind '${value}' is not a choice`, `the choices are ${KINDS.join(', ')}`)
  }
  return [...(before ?? []), value as Kind]
}

/** The options above, as commander hands them over. */
export type FilterFlags = { readonly [K in TextFlag]?: readonly string[] } & {
  readonly readOnly?: 'true' | 'false' | 'any'
  readonly lookupAttributes?: readonly string[]
  readonly sourceIp?: readonly string[]
  readonly errors?: true
  readonly contains?: readonly string[]
  readonly mfa?: 'true' | 'false'
  readonly filterPattern?: readonly string[]
  readonly preset?: readonly string[]
  readonly kind?: readonly Kind[]
  readonly last?: string
  readonly start?: string
  readonly end?: string
  readonly startTime?: string
  readonly endTime?: string
  readonly timeZone?: string
  readonly lateDays: number
  readonly ignoreNames?: true
}
type TextFlag =
  | 'eventName'
  | 'eventSource'
  | 'eventId'
  | 'userName'
  | 'resourceName'
  | 'resourceType'
  | 'accessKeyId'
  | 'account'
  | 'region'
  | 'errorCode'
  | 'userAgent'
  | 'identityType'
  | 'role'
  | 'principal'
  | 'eventCategory'
  | 'eventType'

export interface Selection {
  readonly filter: Filter
  readonly walk: WalkPlan
  /** The console's default filter is in force, because nothing else was asked for. */
  readonly isDefault: boolean
  readonly timeZone: string | undefined
}

export interface SelectionContext {
  readonly now: Date
  /** Hide read-only events when no attribute is asked for, as the console does. */
  readonly hideReadOnly: boolean
  /** Every source is one named file: it is read whatever kind of event it holds. */
  readonly onlyFiles: boolean
}

/** Throws UsageError for values that make no sense. */
export function select(flags: FilterFlags, { now, hideReadOnly, onlyFiles }: SelectionContext): Selection {
  const timeZone = flags.timeZone
  if (timeZone !== undefined && timeZone !== 'local') checkTimeZone(timeZone)
  const attributes = attributeClauses(flags)
  const scope = scopeClauses(flags)
  const window = windowOf(flags, now)
  const chosen = chosenKinds(flags.kind)
  const isDefault =
    hideReadOnly && attributes.length === 0 && flags.readOnly === undefined && flags.kind === undefined
  const clauses: Clause[] = [...attributes, ...scope]
  if (isDefault) clauses.push({ kind: 'read-only', value: false })
  else if (flags.readOnly === 'true' || flags.readOnly === 'false') {
    clauses.push({ kind: 'read-only', value: flags.readOnly === 'true' })
  }
  if (window.start !== undefined || window.end !== undefined) clauses.push({ kind: 'time', ...window })
  if (flags.kind !== undefined && chosen.length < CATEGORIES.length)
    clauses.push({ kind: 'category', any: chosen })
  else if (flags.kind === undefined && !onlyFiles) clauses.push({ kind: 'category', any: chosen })
  const filter = { clauses }
  compileFilter(filter) // so that whatever is wrong with a value is told before anything is read
  return {
    filter,
    isDefault,
    timeZone,
    walk: {
      folders: new Set(chosen.map((category) => FOLDER_OF[category])),
      account: folderTest('account', flags.account),
      region: folderTest('region', flags.region),
      start: window.start,
      end: window.end,
      lateDays: flags.lateDays,
      ignoreNames: flags.ignoreNames === true,
      now: now.getTime(),
    },
  }
}

/** The clauses that are not worth telling the user: they follow from where the events are looked for. */
export function visibleFilter(filter: Filter): Filter {
  return { clauses: filter.clauses.filter((clause) => clause.kind !== 'category') }
}

const FOLDER_OF: Readonly<Record<Category, Folder>> = {
  Management: 'CloudTrail',
  Data: 'CloudTrail',
  Insight: 'CloudTrail-Insight',
  NetworkActivity: 'CloudTrail-NetworkActivity',
  Aggregated: 'CloudTrail-Aggregated',
}

const CATEGORY_OF: Readonly<Record<Exclude<Kind, 'all'>, Category>> = {
  management: 'Management',
  data: 'Data',
  insight: 'Insight',
  'network-activity': 'NetworkActivity',
  aggregated: 'Aggregated',
}

function chosenKinds(flags: readonly Kind[] | undefined): readonly Category[] {
  if (flags === undefined) return ['Management', 'Data']
  if (flags.includes('all')) return CATEGORIES
  return CATEGORIES.filter((category) =>
    flags.some((kind) => kind !== 'all' && CATEGORY_OF[kind] === category),
  )
}

// What counts as asking for an attribute, and so clears the default filter.
function attributeClauses(flags: FilterFlags): readonly Clause[] {
  const clauses: Clause[] = []
  for (const [field] of [...ATTRIBUTES, ...MORE]) {
    const values = flags[camel(field) as TextFlag]
    if (values?.includes('')) throw emptyValue(field)
    if (values !== undefined && field !== 'account' && field !== 'region')
      clauses.push({ kind: 'text', field, values })
  }
  if (flags.lookupAttributes) clauses.push(...parseLookupAttributes(flags.lookupAttributes))
  if (flags.sourceIp) {
    flags.sourceIp.forEach(checkSourceIp)
    clauses.push({ kind: 'source-ip', values: flags.sourceIp })
  }
  if (flags.errors) clauses.push({ kind: 'errors' })
  if (flags.contains) clauses.push({ kind: 'contains', values: flags.contains })
  if (flags.mfa) clauses.push({ kind: 'mfa', value: flags.mfa === 'true' })
  for (const source of flags.filterPattern ?? [])
    clauses.push({ kind: 'pattern', source, node: parsePattern(source) })
  for (const name of flags.preset ?? []) clauses.push(...presetOf(name).clauses)
  return clauses
}

// Most likely a shell variable that is not set. It would match nothing.
function emptyValue(field: TextField): UsageError {
  return new UsageError(`--${field} '' is empty`, `leave it out, or write '!*' for events without one`)
}

// On the console's page the account and the Region are where one is, not a filter.
function scopeClauses(flags: FilterFlags): readonly Clause[] {
  const clauses: Clause[] = []
  if (flags.account) clauses.push({ kind: 'text', field: 'account', values: flags.account })
  if (flags.region) clauses.push({ kind: 'text', field: 'region', values: flags.region })
  return clauses
}

function windowOf(flags: FilterFlags, now: Date): { start?: number; end?: number } {
  for (const [a, b] of [
    ['start', 'startTime'],
    ['end', 'endTime'],
  ] as const) {
    if (flags[a] !== undefined && flags[b] !== undefined) {
      throw new UsageError(
        `--${a} '${flags[a]}' and --${a}-time '${flags[b]}' are the same option`,
        'give one of them',
      )
    }
  }
  const zone = flags.timeZone === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : flags.timeZone
  return resolveWindow(
    { start: flags.start ?? flags.startTime, end: flags.end ?? flags.endTime, last: flags.last },
    now,
    zone,
  )
}

// The same test as the filter's, on the name of a folder.
function folderTest(
  field: 'account' | 'region',
  values: readonly string[] | undefined,
): ((name: string) => boolean) | undefined {
  if (values === undefined) return undefined
  values.forEach(parseValue)
  const key = field === 'account' ? 'recipientAccountId' : 'awsRegion'
  const test = compileFilter({ clauses: [{ kind: 'text', field, values }] })
  return (name) => test(eventOf({ [key]: name }))
}

function camel(field: string): string {
  return field.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
