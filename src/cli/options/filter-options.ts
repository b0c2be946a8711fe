// The options that say which events: declared here once for every command. selection.ts does the work, loaded on use.

import { type Command, Option } from 'commander'
import { CATEGORIES } from '../../event/category.ts'
import type { TextField } from '../../filter/clause.ts'
import { PRESET_NAMES } from '../../filter/preset-names.ts'
import { UsageError } from '../../util/usage-error.ts'
import { collect, wholeNumber } from './parsers.ts'
import { addTimeOptions, type TimeFlags } from './time-options.ts'

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
        `a named question: ${PRESET_NAMES.join(', ')}; see \`help presets\``,
      ).argParser(collect),
    )
    .addOption(
      new Option('--kind <kind>', `${KINDS.join(', ')}; ${REPEAT} (default: management and data)`)
        .choices(KINDS)
        .argParser(kinds),
    )
  return addEventTimes(command)
}

/** For commands that know their events by ID: only what narrows where these are looked for. */
export function addScopeOptions(command: Command): Command {
  command.optionsGroup('Where to look (exact; * is a wildcard, a leading ! negates):')
  for (const row of SCOPE) command.addOption(textOption(row))
  return addEventTimes(command)
}

function textOption([field, value, help]: readonly [TextField, string, string]): Option {
  return new Option(`--${field} <${value}>`, help).argParser(collect)
}

function addEventTimes(command: Command): Command {
  command.optionsGroup('Time (of the event; UTC unless --time-zone):')
  return addTimeOptions(command, 'zone of times typed and shown')
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
export type FilterFlags = TimeFlags & { readonly [K in TextFlag]?: readonly string[] } & {
  readonly readOnly?: 'true' | 'false' | 'any'
  readonly lookupAttributes?: readonly string[]
  readonly sourceIp?: readonly string[]
  readonly errors?: true
  readonly contains?: readonly string[]
  readonly mfa?: 'true' | 'false'
  readonly filterPattern?: readonly string[]
  readonly preset?: readonly string[]
  readonly kind?: readonly Kind[]
  readonly lateDays: number
  readonly ignoreNames?: true
}
export type TextFlag =
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
