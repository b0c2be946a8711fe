// The pages of `help`. Columns, presets and exit codes are read from the program's own tables, so that the pages cannot
// become outdated.

import { EXIT_MEANINGS } from '../../cli/exit-codes.ts'
import { CSV_COLUMNS, DEFAULT_COLUMNS, RECORD_FIELDS } from '../../event/field-table.ts'
import { FIELDS } from '../../event/fields.ts'
import { explainFilter } from '../../filter/describe.ts'
import { presetOf, PRESETS } from '../../filter/presets.ts'
import { type Block, code, head, list, text } from './page.ts'
import type { TopicName } from './topic-names.ts'

export const PAGES: Readonly<Record<TopicName, () => readonly Block[]>> = {
  filters,
  where,
  columns,
  presets,
  sources,
  environment,
  'exit-codes': exitCodes,
}

function filters(): readonly Block[] {
  return [
    text(
      'Different options must all match. If an option is repeated, one of its values must match, and none of its values with a leading !. Repeated --filter-pattern and --preset, and --lookup-attributes with different keys, must all match. Options that cannot be repeated (--read-only, --mfa, times) are rejected if they are. A table on a terminal without any filter is like the Event history page: the newest 50 events that changed something (read-only false), as the line filter: says. Any attribute filter, or --read-only any, turns this default off; a pipe, a file or another format always has everything.',
    ),
    head('Values'),
    list([
      ['ConsoleLogin', 'exactly this; case-sensitive, as on the Event history page'],
      ['Delete*', '* stands for any text, including none'],
      ['!Describe*', 'a leading ! negates: not this; an event without the attribute matches too'],
      ['\\!x, a\\*b', 'a backslash makes ! or * plain text'],
      ['ec2', 'for --event-source, short for ec2.amazonaws.com'],
      ['203.0.113.0/24', 'for --source-ip, a range of IPv4 or IPv6 addresses; ::/0 means IPv6 only'],
      ['internet, private, aws', 'for --source-ip: public addresses, private addresses, AWS services'],
      ['"role Deploy"', 'for --identity: user, role, service, … and a name; see `help columns`'],
    ]),
    code(
      "trail-explore lookup logs --event-source iam --event-name 'Create*' --event-name 'Attach*'",
      "trail-explore lookup logs --user-name alice --source-ip '!10.0.0.0/8'",
    ),
    text(
      'If sourceIPAddress is a list, as behind proxies, one matching address is enough, also for !: an additional address in the list cannot hide an event. --account and --region also choose the folders to read; a file in the folder of an account belongs to that account, whatever its records say. --identity-type, --event-type and --event-category reject unknown values, because CloudTrail has only a few. --kind chooses folders and which of their events are shown; if the source is a single file, all of its events are.',
    ),
    head('Time'),
    text(
      '--start (or --since) and --end (or --until) are both inclusive; a date, a month or a year as the end includes all of it. Times are event times, in UTC unless they include a zone or --time-zone is given. The resulting window is printed on standard error.',
    ),
    list([
      ['2024-08-18, 2024-08, 2024', 'a whole day, month or year'],
      ['2024-08-18T11:40:01Z', 'a time; with an offset such as +02:00, or without seconds'],
      ['2024-08-18 1:40 PM', 'a time in the zone of --time-zone'],
      ['12:00', 'today, or yesterday if it is still to come today; as --end, the next one after --start'],
      ['today, yesterday, monday', 'days; a clock time may follow: "yesterday 18:00"'],
      ['-2h, 3mo ago', 'this long before now'],
      ['now, 1723981201', 'this moment; seconds or milliseconds since 1970'],
      ['01-27-2015, "01/27/2015, 13:16"', 'as the AWS CLI accepts them: the month comes first'],
      ['--last 12h', '30m, 12h, 90d, 2w, 3mo or 1y back from now, or from --end'],
      ['--around 12:00', 'from five minutes before to five minutes after; "12:00 ±1h" for another length'],
    ]),
    text(
      'An event without a valid time is in no window: such events are counted, and the exit code is 1. Only folders and files that can contain events of the window are read; --late-days says how late a file may have been delivered.',
    ),
    code(
      'trail-explore lookup s3://my-bucket --start 2024-08-17 --end 2024-08-18T12:00:00+02:00',
      'trail-explore lookup logs --since monday --until yesterday --time-zone Europe/Berlin',
      "trail-explore lookup logs --around '2024-08-18 11:40 ±10m' --read-only any",
    ),
    head('Filter patterns'),
    text(
      '--filter-pattern takes the JSON patterns of CloudWatch Logs, as in the alarms of the CIS benchmark. Selectors begin with $, followed by names after dots, and [0] or [*] for array elements. Quote the whole pattern for the shell.',
    ),
    list([
      ['= !=', 'compares text or a number; * is a wildcard: $.errorCode = "*Denied*"'],
      ['< > <= >=', 'compares numbers: $.requestParameters.maxResults > 100'],
      ['%…%', 'a regular expression: $.userAgent = %^aws-cli/1\\.%'],
      ['IS NULL, IS TRUE, IS FALSE', 'tests the value: $.readOnly IS TRUE'],
      ['EXISTS, NOT EXISTS', 'tests whether there is a value: $.errorCode NOT EXISTS'],
      ['&& || ( )', 'and, or, grouping'],
    ]),
    code(
      `trail-explore lookup logs --filter-pattern '{ $.eventName = "ConsoleLogin" && $.errorMessage EXISTS }'`,
    ),
    head('As in the AWS CLI'),
    text(
      '--lookup-attributes AttributeKey=EventName,AttributeValue=ConsoleLogin, --start-time, --end-time and --max-items have the same meaning as in aws cloudtrail lookup-events.',
    ),
    text('--explain prints the resulting filter in words and reads nothing.'),
  ]
}

function where(): readonly Block[] {
  return [
    text(
      '--where takes one expression over any field of an event and any path into its record, with and, or, not and parentheses. and binds more strongly than or. If it is repeated, all expressions must match; it can be combined with every other filter. Quote the whole expression for the shell.',
    ),
    code(
      `trail-explore lookup logs --where 'event-name = "Delete*" and not user-name in (ci, deploy)'`,
      `trail-explore lookup logs --where 'source-ip not in 10.0.0.0/8 and (errors or mfa = false)'`,
      `trail-explore summary logs --where 'requestParameters.maxResults > 100' --by event-name`,
    ),
    head('Conditions'),
    list([
      ['event-name = Delete*', '* stands for any text; case-sensitive'],
      ['event-name != X', 'not this; an event without a value matches too'],
      ['user-name in (a, "b c")', 'one of these; not in for none of these'],
      ['source-ip in 10.0.0.0/8', 'addresses and ranges, IPv4 and IPv6'],
      ['error-code exists', 'has a value; not exists means that it has none. null is not a value'],
      ['event-time >= 2024-08-18', 'times as for --start; with <= and = a date means the whole day'],
      ['a.b.size > 1e6', 'a number, or numeric text; < <= > >= also compare times'],
      ['read-only = false, mfa = true', 'true or false'],
      ['errors', 'the call failed, as for --errors'],
      ['contains "text"', 'text anywhere in the record (case-insensitive)'],
      ['{ $.a = "b" }', 'a filter pattern of CloudWatch Logs; see `trail-explore help filters`'],
      ['everything, nothing', 'match every event, or none'],
    ]),
    head('Fields and values'),
    text(
      'Fields are those of `trail-explore help columns`; paths look like userIdentity.sessionContext.sessionIssuer.userName, resources[0].ARN or resources[].ARN. A path with several values matches if one of them does. Values need quotes, "…" or \'…\', if they contain spaces, quotes, commas, parentheses or one of = ! < > & |, or if they are one of the words above. In quotes a backslash makes *, a quote or a backslash literal, and \\u{202e} is the character with that code point.',
    ),
    text(
      'The line "filter:" after a run and the last line of --explain print all filters as one such expression. If every match must have a certain account, Region or time, only folders and files that can contain it are read.',
    ),
  ]
}

function columns(): readonly Block[] {
  return [
    text(
      '--columns takes comma-separated names, in the order of the columns. The labels of the console (User name) and the field names of the record (userAgent) are accepted too.',
    ),
    code('trail-explore lookup logs --columns event-time,event-name,source-ip,target'),
    head('Shown by default'),
    list(columnRows((name) => DEFAULT_COLUMNS.includes(name))),
    head('Others'),
    list(columnRows((name) => !DEFAULT_COLUMNS.includes(name))),
    head('Whole parts of the record, as JSON'),
    text(`${RECORD_FIELDS.join(', ')}.`),
    head('Any path into the record'),
    text(
      'requestParameters.bucketName, userIdentity.sessionContext.sessionIssuer.userName, resources[0].ARN.',
    ),
    head('In -o csv without --columns'),
    text(
      `The 16 columns of the console's download, in its order: ${CSV_COLUMNS.join(', ')}. They have the console's headers.`,
    ),
  ]
}

function columnRows(isWanted: (name: string) => boolean): readonly (readonly [string, string])[] {
  return FIELDS.filter(({ name }) => isWanted(name)).map(({ name, describe, path, derived }) => [
    name,
    `${describe} (${derived ? 'from ' : ''}${path.replace(/^\((.*)\)$/, '$1')})`,
  ])
}

function presets(): readonly Block[] {
  return [
    text(
      'A preset is an ordinary filter with a name. It can be combined with any other option; several presets must all match. --explain prints the filter of a preset.',
    ),
    list(PRESETS.map(({ name, asks }) => [name, asks])),
    code(
      'trail-explore lookup s3://my-bucket --preset no-mfa --last 30d',
      'trail-explore lookup --preset denied --explain',
    ),
    head('Example: no-mfa'),
    list(
      explainFilter(presetOf('no-mfa').filter)
        .split('\n')
        .filter((line) => line.startsWith('- '))
        .map((line) => ['-', line.slice(2)]),
    ),
  ]
}

function sources(): readonly Block[] {
  return [
    text(
      'A source is any level of a tree of log files: the bucket or the folder that holds AWSLogs, AWSLogs itself, an organization, an account, CloudTrail, a Region, a year, a month, a day, or one file. Levels are recognised by pattern, under any prefix. Several sources are read as one.',
    ),
    list([
      ['logs, ./a.json.gz', 'a folder or a file on disk; also a flat folder of downloaded files'],
      ['s3://bucket/prefix', 'a bucket, or any folder or object in it'],
      [
        'trail:NAME',
        'the bucket of a trail, by its name or ARN; prefix, organization and account are found automatically',
      ],
      [
        'history:REGION',
        'Event history of the last 90 days, which every account has, even without a trail; history:us-east-1,eu-west-1, history:all, or history: for the configured Region',
      ],
      ['-', 'standard input, compressed or not: a log file, or records in any of the forms below'],
    ]),
    head('Without a source'),
    list([
      ['1', '$TRAIL_EXPLORE_SOURCE'],
      ['2', 'AWSLogs in the current folder, if there is one'],
      ['3', 'standard input, if it is a pipe or a file'],
      ['4', 'the samples that come with the program; not with --quiet or --output-file'],
    ]),
    head('What files may contain'),
    text(
      'CloudTrail log files; single records, in arrays or one per line; saved output of aws cloudtrail lookup-events; events from EventBridge, SNS and SQS; exports from CloudWatch Logs, Logs Insights, Elasticsearch, Splunk and Athena; downloads of the Event history page (those in CSV contain no records). Files may be compressed with gzip (or Zstandard, with Node.js 22.15), in UTF-8 or UTF-16; zip and tar archives are read like folders. The content decides, not the name. Digest files, S3 event notifications and logs of other services are skipped.',
    ),
    head('S3'),
    text(
      'Credentials, profiles and Regions are found as the AWS CLI finds them. Reading needs s3:ListBucket and s3:GetObject, and kms:Decrypt if objects are encrypted with a KMS key.',
    ),
    code(
      'trail-explore lookup s3://my-bucket --last 2h',
      'trail-explore lookup s3://my-bucket/prefix/AWSLogs/123456789012 --profile audit',
      'aws s3 cp s3://my-bucket/AWSLogs/….json.gz - | trail-explore lookup -',
    ),
    head('Event history'),
    text(
      'Management and (with --kind insight) Insights events. Reading needs cloudtrail:LookupEvents. The service returns 50 events per page and two pages per second in each Region. The time range and the most selective exact value among the filters are part of the request; the rest is filtered locally. For a long query the expected time is printed; --max-pages limits it and reports what is missing.',
    ),
    code(
      'trail-explore lookup history:us-east-1 --event-name ConsoleLogin --last 7d',
      'trail-explore lookup history:all logs      together with a tree, without duplicates',
    ),
  ]
}

function environment(): readonly Block[] {
  return [
    head('Source and output'),
    list([
      ['TRAIL_EXPLORE_SOURCE', 'the default source: a folder, a file or s3://bucket/prefix'],
      ['TRAIL_EXPLORE_PAGER, PAGER', 'the pager; empty or cat for none (default: less)'],
      ['LESS', 'options for less (default: FRX, which quits at once if the output fits the screen)'],
      ['NO_COLOR, FORCE_COLOR', 'no colours, or colours even in a pipe; --color takes precedence'],
      ['TERM', 'dumb: no colours, no progress and no pager'],
      ['LC_ALL, LC_CTYPE, LANG', 'in a locale without UTF-8, tables use only ASCII marks'],
      ['XDG_CACHE_HOME', 'the folder of cached public keys and compiled code (default: ~/.cache)'],
    ]),
    head('AWS, as in the AWS CLI'),
    list([
      ['AWS_PROFILE', 'the profile; --profile takes precedence'],
      ['AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN', 'credentials'],
      ['AWS_REGION, AWS_DEFAULT_REGION', 'the default Region'],
      [
        'AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3',
        'another S3-compatible server; --endpoint-url takes precedence',
      ],
      ['AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE', 'paths of the files, instead of those in ~/.aws'],
      ['AWS_CA_BUNDLE', 'file with the trusted certificate authorities'],
      ['HTTPS_PROXY, NO_PROXY', 'a proxy, and the hosts that bypass it'],
      ['AWS_MAX_ATTEMPTS', 'maximum number of attempts per request'],
    ]),
    code('TRAIL_EXPLORE_SOURCE=logs trail-explore lookup --preset no-mfa'),
  ]
}

function exitCodes(): readonly Block[] {
  return [
    list(EXIT_MEANINGS.map(([status, meaning]) => [String(status), meaning])),
    text('Standard output contains only data; messages about the run go to standard error.'),
    code('trail-explore lookup logs -o csv > events.csv || echo "not everything could be read"'),
  ]
}
