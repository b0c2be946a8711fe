// The pages of `help`. Columns, presets and exit codes are read from the program's own tables, so that the pages cannot
// become outdated.

import { EXIT_MEANINGS } from '../../cli/exit-codes.ts'
import { CSV_COLUMNS, DEFAULT_COLUMNS, FIELDS, RECORD_FIELDS } from '../../event/fields.ts'
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
      'Different options must all hold. An option given twice means either value; of values with a leading ! none may hold. Of --filter-pattern, --preset and --lookup-attributes with different keys, all given must hold. Options that make no sense twice (--read-only, --mfa, times) are refused. A table on a terminal without any filter is a page of Event history: the newest 50 events that changed something (read-only false), and the line filter: says so. Any filter by attribute clears that, and so does --read-only any; a pipe, a file or another format has everything that was asked for.',
    ),
    head('Values'),
    list([
      ['ConsoleLogin', 'exactly this; upper and lower case count, as on the Event history page'],
      ['Delete*', '* stands for any text, also for none'],
      ['!Describe*', 'a leading ! negates: not this; an event without the attribute matches too'],
      ['\\!x, a\\*b', 'a backslash makes ! or * plain text'],
      ['ec2', 'for --event-source, short for ec2.amazonaws.com'],
      ['203.0.113.0/24', 'for --source-ip, a range of IPv4 or IPv6 addresses; ::/0 is IPv6 alone'],
      ['internet, private, aws', 'for --source-ip: public addresses, private ones, services of AWS'],
      ['"role Deploy"', 'for --identity: user, role, service, … and the name; see `help columns`'],
    ]),
    code(
      "trail-explore lookup logs --event-source iam --event-name 'Create*' --event-name 'Attach*'",
      "trail-explore lookup logs --user-name alice --source-ip '!10.0.0.0/8'",
    ),
    text(
      'Where sourceIPAddress is a list, as behind proxies, one address that fits is enough, for ! too: nobody is hidden by an address beside their own. --account and --region also choose the folders that are read; a file that lies in the folder of an account is of that account, whatever its records say. --identity-type, --event-type and --event-category are checked, as CloudTrail has only a few of them. --kind chooses folders and, unless the source is one file, what is shown of them: a file that is named is read whole.',
    ),
    head('Time'),
    text(
      '--start (or --since) and --end (or --until) are both inclusive; a date, a month or a year as the end means all of it. Times are those of the events, in UTC unless they name a zone or --time-zone does. The window as it was understood is printed on standard error.',
    ),
    list([
      ['2024-08-18, 2024-08, 2024', 'a whole day, month or year'],
      ['2024-08-18T11:40:01Z', 'a time; the offset can be +02:00, and the seconds may be left out'],
      ['2024-08-18 1:40 PM', 'a time in the zone of --time-zone'],
      ['12:00', 'today, or yesterday if that is yet to come; as --end, the next one after --start'],
      ['today, yesterday, monday', 'days; a clock time may follow: "yesterday 18:00"'],
      ['-2h, 3mo ago', 'so long before now'],
      ['now, 1723981201', 'this moment; seconds or milliseconds since 1970'],
      ['01-27-2015, "01/27/2015, 13:16"', 'as the AWS CLI takes them: the month comes first'],
      ['--last 12h', '30m, 12h, 90d, 2w, 3mo or 1y back from now, or from --end'],
      ['--around 12:00', 'five minutes on either side; "12:00 ±1h" for another length'],
    ]),
    text(
      'An event whose time cannot be read is in no window: such events are counted, and the exit code is 1. Only the folders and files that can hold events of the window are read; --late-days says how late a file may have been delivered.',
    ),
    code(
      'trail-explore lookup s3://my-bucket --start 2024-08-17 --end 2024-08-18T12:00:00+02:00',
      'trail-explore lookup logs --since monday --until yesterday --time-zone Europe/Berlin',
      "trail-explore lookup logs --around '2024-08-18 11:40 ±10m' --read-only any",
    ),
    head('Filter patterns'),
    text(
      '--filter-pattern takes the JSON patterns of CloudWatch Logs, as in the alarms of the CIS benchmark. Selectors begin with $, go down with dots and into arrays with [0] or [*]. Quote the whole pattern for the shell.',
    ),
    list([
      ['= !=', 'text or number; * is a wildcard: $.errorCode = "*Denied*"'],
      ['< > <= >=', 'numbers: $.requestParameters.maxResults > 100'],
      ['%…%', 'a regular expression: $.userAgent = %^aws-cli/1\\.%'],
      ['IS NULL, IS TRUE, IS FALSE', 'what the value is: $.readOnly IS TRUE'],
      ['EXISTS, NOT EXISTS', 'whether there is one: $.errorCode NOT EXISTS'],
      ['&& || ( )', 'and, or, grouping'],
    ]),
    code(
      `trail-explore lookup logs --filter-pattern '{ $.eventName = "ConsoleLogin" && $.errorMessage EXISTS }'`,
    ),
    head('As in the AWS CLI'),
    text(
      '--lookup-attributes AttributeKey=EventName,AttributeValue=ConsoleLogin, --start-time, --end-time and --max-items mean what they mean for aws cloudtrail lookup-events.',
    ),
    text('--explain prints in words what the options amount to, and reads nothing.'),
  ]
}

function where(): readonly Block[] {
  return [
    text(
      '--where takes one expression over any field of an event and any path into its record, with and, or, not and parentheses. and binds more strongly than or. Given twice, both must hold; it goes together with every other filter. Quote the whole expression for the shell.',
    ),
    code(
      `trail-explore lookup logs --where 'event-name = "Delete*" and not user-name in (ci, deploy)'`,
      `trail-explore lookup logs --where 'source-ip not in 10.0.0.0/8 and (errors or mfa = false)'`,
      `trail-explore summary logs --where 'requestParameters.maxResults > 100' --by event-name`,
    ),
    head('Conditions'),
    list([
      ['event-name = Delete*', '* stands for any text; upper and lower case count'],
      ['event-name != X', 'not this; an event without a value matches too'],
      ['user-name in (a, "b c")', 'one of these; not in for none of these'],
      ['source-ip in 10.0.0.0/8', 'addresses and ranges, IPv4 and IPv6'],
      ['error-code exists', 'has a value; not exists for has none. null is no value'],
      ['event-time >= 2024-08-18', 'times as --start takes them; with <= and = a date is the whole day'],
      ['a.b.size > 1e6', 'a number, or a text that is one; < <= > >= compare times at a path too'],
      ['read-only = false, mfa = true', 'true or false'],
      ['errors', 'the call failed, as for --errors'],
      ['contains "text"', 'text anywhere in the record, in any case'],
      ['{ $.a = "b" }', 'a filter pattern of CloudWatch Logs; see `trail-explore help filters`'],
      ['everything, nothing', 'what they say'],
    ]),
    head('Fields and values'),
    text(
      'Fields are those of `trail-explore help columns`; a path is written as userIdentity.sessionContext.sessionIssuer.userName, resources[0].ARN or resources[].ARN. A path that finds several values matches if one of them does. Values need quotes, "…" or \'…\', when they hold spaces, quotes, commas, parentheses or one of = ! < > & |, or are one of the words above. In quotes a backslash makes *, a quote or a backslash plain, and \\u{202e} is the character of that number.',
    ),
    text(
      'The line "filter:" behind a run and the last line of --explain print whatever was asked for as such an expression. Only the folders and files that can hold events of the account, the Region and the time that every event must have are read.',
    ),
  ]
}

function columns(): readonly Block[] {
  return [
    text(
      '--columns takes comma-separated names, in the order of the columns. The labels of the console (User name) and the fields of the record (userAgent) are understood too.',
    ),
    code('trail-explore lookup logs --columns event-time,event-name,source-ip,target'),
    head('Shown when nothing else is asked for'),
    list(columnRows((name) => DEFAULT_COLUMNS.includes(name))),
    head('The others'),
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
      'A preset is an ordinary filter with a name. It goes together with any other option; several presets mean all of them. --explain prints what one amounts to.',
    ),
    list(PRESETS.map(({ name, asks }) => [name, asks])),
    code(
      'trail-explore lookup s3://my-bucket --preset no-mfa --last 30d',
      'trail-explore lookup --preset denied --explain',
    ),
    head('For instance, no-mfa'),
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
      [
        'logs, ./a.json.gz',
        'a folder or a file on disk; also a flat folder of files that somebody downloaded',
      ],
      ['s3://bucket/prefix', 'a bucket, or any folder or object in it'],
      ['trail:NAME', 'the bucket of a trail, by its name or ARN: prefix, organization and account are found'],
      [
        'history:REGION',
        'Event history of the last 90 days, which every account has without a trail; history:us-east-1,eu-west-1, history:all, or history: for the configured Region',
      ],
      ['-', 'standard input, compressed or not: a log file, or records in whatever holds them'],
    ]),
    head('Without a source'),
    list([
      ['1', '$TRAIL_EXPLORE_SOURCE'],
      ['2', 'the current folder, if there is an AWSLogs in it'],
      ['3', 'standard input, if a pipe or a file is attached to it'],
      ['4', 'the samples that come with the program, to look at: not with --quiet or --output-file'],
    ]),
    head('What files may hold'),
    text(
      'CloudTrail log files; records alone, in arrays or one per line; saved output of aws cloudtrail lookup-events; events of EventBridge, SNS and SQS; exports of CloudWatch Logs, Logs Insights, Elasticsearch, Splunk and Athena; downloads of the Event history page, of which CSV has no records. Compressed with gzip (or Zstandard, with Node.js 22.15) or not, in UTF-8 or UTF-16; zip and tar archives are folders. The content decides, not the name. Digest files, S3 event notifications and the logs of other services are left out.',
    ),
    head('S3'),
    text(
      'Credentials, profiles and Regions are found as the AWS CLI finds them. Reading takes s3:ListBucket and s3:GetObject, and kms:Decrypt for buckets that are encrypted with a KMS key.',
    ),
    code(
      'trail-explore lookup s3://my-bucket --last 2h',
      'trail-explore lookup s3://my-bucket/prefix/AWSLogs/123456789012 --profile audit',
      'aws s3 cp s3://my-bucket/AWSLogs/….json.gz - | trail-explore lookup -',
    ),
    head('Event history'),
    text(
      'Management and (with --kind insight) Insights events. Reading takes cloudtrail:LookupEvents. The service gives 50 events a page and two pages a second for each Region: the time and the most selective exact value among the filters are asked of it, the rest is filtered here. A long question says what it takes; --max-pages stops it and says what is missing.',
    ),
    code(
      'trail-explore lookup history:us-east-1 --event-name ConsoleLogin --last 7d',
      'trail-explore lookup history:all logs      with a tree beside it, each event once',
    ),
  ]
}

function environment(): readonly Block[] {
  return [
    head('What is read, and how it is shown'),
    list([
      [
        'TRAIL_EXPLORE_SOURCE',
        'the source of commands that are given none: a folder, a file or s3://bucket/prefix',
      ],
      ['TRAIL_EXPLORE_PAGER, PAGER', 'the pager; empty or cat for none (default: less)'],
      ['LESS', 'options of less (default: FRX, which leaves at once what fits the screen)'],
      ['NO_COLOR, FORCE_COLOR', 'no colours, or colours in a pipe too; --color goes before both'],
      ['TERM', 'dumb: no colours, no progress and no pager'],
      ['LC_ALL, LC_CTYPE, LANG', 'a locale without UTF-8: the marks of tables are ASCII'],
      ['XDG_CACHE_HOME', 'the folder of cached public keys and compiled code (default: ~/.cache)'],
    ]),
    head('AWS, as for the AWS CLI'),
    list([
      ['AWS_PROFILE', 'the profile; --profile goes before it'],
      ['AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN', 'credentials'],
      ['AWS_REGION, AWS_DEFAULT_REGION', 'the Region of requests that name none'],
      [
        'AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3',
        'another S3-compatible server; --endpoint-url goes before both',
      ],
      ['AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE', 'files other than those in ~/.aws'],
      ['AWS_CA_BUNDLE', 'certificate authorities of your own'],
      ['HTTPS_PROXY, NO_PROXY', 'a proxy, and what goes past it'],
      ['AWS_MAX_ATTEMPTS', 'tries of a request'],
    ]),
    code('TRAIL_EXPLORE_SOURCE=logs trail-explore lookup --preset no-mfa'),
  ]
}

function exitCodes(): readonly Block[] {
  return [
    list(EXIT_MEANINGS.map(([status, meaning]) => [String(status), meaning])),
    text('Standard output has data and nothing else; what is said about a run goes to standard error.'),
    code('trail-explore lookup logs -o csv > events.csv || echo "not everything could be read"'),
  ]
}
