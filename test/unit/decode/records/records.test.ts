import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inflate } from '../../../../src/decode/gunzip.ts'
import { readRecords, type RecordIssue } from '../../../../src/decode/records/records.ts'
import type { JsonObject } from '../../../../src/util/json.ts'
import { loaded } from '../../../helpers/loaded.ts'

const A = record(1)
const B = record(2)
const C = record(3)
const DIGEST = { awsAccountId: '123456789012', digestStartTime: 'x', digestS3Object: 'k', logFiles: [] }
const NOTIFICATION = { Records: [{ eventVersion: '2.1', eventSource: 'aws:s3', eventTime: 'x', s3: {} }] }
const INSIGHT = {
  eventVersion: '1.07',
  eventTime: '2024-08-18T11:40:00Z',
  insightDetails: { state: 'Start' },
}
const AGGREGATED = { eventVersion: '1.0', eventId: 'x', timeWindow: { windowStart: '2024-08-18 11:40:00' } }

const LOOKUP = {
  Events: [
    {
      EventId: A['eventID'],
      EventTime: 1723981200,
      Username: 'alice',
      Resources: [{ ResourceType: 'AWS::S3::Bucket', ResourceName: 'b' }, { ResourceName: '' }],
      CloudTrailEvent: JSON.stringify(A),
    },
    { EventId: B['eventID'], CloudTrailEvent: JSON.stringify(B) },
  ],
  NextToken: 'more',
}

const CONTROL = 'CWL CONTROL MESSAGE'
const packed = (value: unknown) => gzipSync(JSON.stringify(value)).toString('base64')
const logEvent = (inner: JsonObject) => ({
  id: '1',
  timestamp: 1723981200000,
  message: JSON.stringify(inner),
})
const lines = (...values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n')
const envelope = (detail: JsonObject) => ({
  version: '0',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.s3',
  resources: [],
  detail,
})

/** What is in the file, and how it is written. */
const SHAPES: readonly (readonly [string, readonly JsonObject[], unknown])[] = [
  ['a log file', [A, B], { Records: [A, B] }],
  ['a log file with more keys', [A], { version: 1, Records: [A], more: { Records: 'no' } }],
  ['a key in disguise', [A], '{"R\\u0065cords":[' + JSON.stringify(A) + ']}'],
  ['no records', [], { Records: [] }],
  ['Records null', [], { Records: null }],
  ['a bare array', [A, B], [A, B]],
  ['an empty array', [], []],
  ['one record', [A], A],
  ['NDJSON', [A, B], lines(A, B)],
  ['NDJSON of log files', [A, B, C], lines({ Records: [A, B] }, { Records: [C] })],
  ['concatenated objects', [A, B], JSON.stringify(A) + JSON.stringify(B)],
  ['concatenated log files', [A, B], JSON.stringify({ Records: [A] }) + JSON.stringify({ Records: [B] })],
  ['concatenated arrays', [A, B], JSON.stringify([A]) + JSON.stringify([B])],
  ['saved lookup-events output', [A, B], LOOKUP],
  ['one lookup-events element a line', [A, B], lines(...LOOKUP.Events)],
  ['an EventBridge event', [A], envelope(A)],
  ['an array of EventBridge events', [A, B], [envelope(A), envelope(B)]],
  ['EventBridge events by line', [A, B], lines(envelope(A), envelope(B))],
  [
    'CloudWatch Logs, get-log-events',
    [A, B],
    { events: [logEvent(A), logEvent(B)], nextForwardToken: 'f/1' },
  ],
  ['CloudWatch Logs, a subscription', [A], { messageType: 'DATA_MESSAGE', logEvents: [logEvent(A)] }],
  [
    'CloudWatch Logs, an export',
    [A, B],
    `2024-08-18T11:40:00.000Z ${JSON.stringify(A)}\n2024-08-18T11:41:00.000Z ${JSON.stringify(B)}\n`,
  ],
  [
    'CloudWatch Logs, tail',
    [A],
    `2024-08-18T11:40:00.000000+00:00 123456789012_CloudTrail_us-east-1 ${JSON.stringify(A)}`,
  ],
  [
    'lines behind epoch times',
    [A, B],
    `1723981200000 ${JSON.stringify(A)}\n1723981200001\t${JSON.stringify(B)}`,
  ],
  ['the texts of lookup-events, by --query', [A, B], [JSON.stringify(A), JSON.stringify(B)]],
  ['the texts of lookup-events, by line', [A, B], lines(JSON.stringify(A), JSON.stringify(B))],
  ['lookup-events, its records parsed', [A], { Events: [{ EventId: 'x', CloudTrailEvent: A }] }],
  ['pages of lookup-events', [A, B, A], [LOOKUP, { Events: [{ CloudTrailEvent: JSON.stringify(A) }] }]],
  ['pages by line', [A, B, A, B], lines(LOOKUP, LOOKUP)],
  ['lists of lists', [A, B], [[A], [JSON.stringify(B)]]],
  [
    'CloudWatch Logs Insights, get-query-results',
    [A, B],
    {
      results: [A, B].map((one) => [
        { field: '@timestamp', value: '2024-08-18 11:40:00.000' },
        { field: '@message', value: JSON.stringify(one) },
      ]),
      status: 'Complete',
    },
  ],
  [
    'CloudWatch Logs Insights, the console',
    [A, B],
    [
      { '@timestamp': '2024-08-18 11:40:00.000', '@message': JSON.stringify(A) },
      { '@timestamp': '2024-08-18 11:40:00.000', '@message': B },
    ],
  ],
  [
    'messages of an SQS queue, from EventBridge',
    [A],
    { Messages: [{ MessageId: '1', Body: JSON.stringify(envelope(A)) }] },
  ],
  [
    'messages of an SQS queue, from SNS, from EventBridge',
    [A],
    { Messages: [{ Body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify(envelope(A)) }) }] },
  ],
  [
    "Lambda's input from SQS",
    [A],
    { Records: [{ eventSource: 'aws:sqs', body: JSON.stringify(envelope(A)) }] },
  ],
  [
    "Lambda's input from SNS",
    [A],
    { Records: [{ EventSource: 'aws:sns', Sns: { Message: JSON.stringify(A) } }] },
  ],
  [
    "Lambda's input from CloudWatch Logs",
    [A, B],
    { awslogs: { data: packed({ logEvents: [A, B].map(logEvent) }) } },
  ],
  [
    "Lambda's input from Kinesis",
    [A],
    {
      Records: [
        {
          eventSource: 'aws:kinesis',
          eventVersion: '1.0',
          eventName: 'aws:kinesis:record',
          eventID: 'shardId-0:1',
          kinesis: { data: packed({ messageType: 'DATA_MESSAGE', logEvents: [logEvent(A)] }) },
        },
      ],
    },
  ],
  [
    "Lambda's input from Firehose",
    [A, B],
    { records: [{ recordId: '1', data: Buffer.from(lines(A, B)).toString('base64') }] },
  ],
  [
    'Firehose, with the test of the destination',
    [A],
    lines(
      {
        messageType: 'CONTROL_MESSAGE',
        logEvents: [{ id: '', timestamp: 1, message: `${CONTROL}: Checking` }],
      },
      { messageType: 'DATA_MESSAGE', logEvents: [logEvent(A)] },
    ),
  ],
  ['Elasticsearch documents', [A, B], lines({ _index: 'i', _source: A }, { _index: 'i', _source: B })],
  ['an answer of Elasticsearch', [A, B], { hits: { total: 2, hits: [{ _source: A }, { _source: B }] } }],
  [
    'Elasticsearch documents that keep the original',
    [A],
    { _source: { '@timestamp': 'x', event: { original: JSON.stringify(A) }, aws: { cloudtrail: {} } } },
  ],
  [
    "Splunk's export",
    [A, B],
    lines({ preview: false, result: { _raw: JSON.stringify(A) } }, { result: { _raw: JSON.stringify(B) } }),
  ],
  [
    "Splunk's export, with the fields taken out",
    [A],
    { results: [{ eventName: 'x', eventTime: 'x', eventVersion: 'x', _raw: JSON.stringify(A) }] },
  ],
  ["Google's entries", [A], [{ insertId: 'x', jsonPayload: A, logName: 'x' }]],
  [
    'a record with a field of that name',
    [{ ...A, requestParameters: { _raw: 'x' } }],
    [[{ ...A, requestParameters: { _raw: 'x' } }]],
  ],
  ['Insights', [INSIGHT], { Records: [INSIGHT] }],
  ['aggregated records', [AGGREGATED, AGGREGATED], [AGGREGATED, AGGREGATED]],
]

const WRITTEN: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['as it is', (text) => Buffer.from(text)],
  ['with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['with line ends of Windows', (text) => Buffer.from(`${text.replaceAll('\n', '\r\n')}\r\n`)],
  ['with white space around', (text) => Buffer.from(` \n\t${text}\n \n`)],
  ['gzipped', (text) => inflate(gzipSync(text), 1 << 20).bytes],
]

describe('shapes', () => {
  it.each(SHAPES)('%s', (_, expected, content) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    const results = WRITTEN.map(([how, write]) => [how, read(write(text))])
    expect(results).toEqual(WRITTEN.map(([how]) => [how, { records: expected, issues: [] }]))
  })

  it.each(SHAPES.filter(([, , content]) => typeof content !== 'string'))(
    '%s, pretty-printed',
    (_, expected, content) => {
      expect(read(JSON.stringify(content, undefined, 2))).toEqual({ records: expected, issues: [] })
    },
  )

  it('keeps what lookup-events said beside the record', () => {
    const lookups: unknown[] = []
    readRecords(loaded(JSON.stringify(LOOKUP)), (view) => lookups.push(view.lookup))
    expect(lookups).toEqual([
      { username: 'alice', resources: [{ type: 'AWS::S3::Bucket', name: 'b' }] },
      { username: undefined, resources: undefined },
    ])
  })
})

describe('what is not a record among records', () => {
  it.each([
    ['documents of others', lines({ _source: A }, { _source: { kind: 'other' } }), [A], /^1 of 2 entries/],
    [
      'messages of other logs',
      { logEvents: [logEvent(A), { message: 'START RequestId: 1' }, logEvent(B)] },
      [A, B],
      /^1 of 3 entries are not CloudTrail's/,
    ],
  ])('is counted: %s', (_, content, expected, what) => {
    const { records, issues } = read(typeof content === 'string' ? content : JSON.stringify(content))
    expect(records).toEqual(expected)
    expect(issues).toMatchObject([{ kind: 'skipped', what: expect.stringMatching(what) as unknown }])
  })

  it('is damage where only records belong, and where a text with the marks of a record is none', () => {
    const foreign = read(JSON.stringify({ Records: [A, { x: 1 }] }))
    expect(foreign).toMatchObject({ records: [A], issues: [{ kind: 'damaged' }] })
    const cut = JSON.stringify(A).slice(0, -1)
    const broken = read(JSON.stringify({ Messages: [{ Body: cut }, { Body: JSON.stringify(B) }] }))
    expect(broken).toMatchObject({
      records: [B],
      issues: [{ kind: 'damaged', what: expect.stringMatching(/^1 of the records/) as unknown }],
    })
  })

  it('does not go on for ever', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(read(deep).records).toEqual([])
    let text = JSON.stringify(A)
    for (let i = 0; i < 12; i++) text = JSON.stringify({ m: text })
    expect(read(text)).toMatchObject({ records: [], issues: [{ kind: 'skipped' }] })
  })
})

describe('what is no log file is named', () => {
  it.each([
    ['an S3 event notification', NOTIFICATION, 'an S3 event notification, not a log file'],
    ['a digest', DIGEST, 'a digest document, not a log file'],
    ['digests by line', lines(DIGEST, DIGEST), 'a digest document, not a log file'],
    [
      'an AWS Config snapshot',
      { fileVersion: '1.0', configSnapshotId: 'x', configurationItems: [{ a: 1 }] },
      'not a CloudTrail log file (its keys are "fileVersion", "configSnapshotId", "configurationItems", …)',
    ],
    ['an empty object', {}, 'not a CloudTrail log file (an empty object)'],
    ['another array', [{ x: 1 }, { x: 2 }], 'not a CloudTrail log file (its keys are "x", …)'],
    [
      'other EventBridge events',
      { 'detail-type': 'EC2 Instance', detail: { state: 'running' } },
      /^not a CloudTrail/,
    ],
    ['other log events', { events: [{ timestamp: 1, message: 'hello' }] }, /^not a CloudTrail/],
    [
      'other JSON log events',
      { events: [{ timestamp: 1, message: '{"level":"info"}' }] },
      /^not a CloudTrail/,
    ],
    [
      'nothing but the test of a destination',
      { messageType: 'CONTROL_MESSAGE', logEvents: [{ message: `${CONTROL}: Checking health` }] },
      'only control messages of CloudWatch Logs',
    ],
    ["macOS's side file", '\0\u0005\u0016\u0007\0\u0002\0\0Mac OS X', /^a side file that macOS keeps/],
    [
      'VPC flow logs',
      'version account-id interface-id\n2 123 eni-1 - -',
      /^not a CloudTrail .*begins "version/,
    ],
    [
      'load balancer logs',
      'http 2018-07-02T22:23:00.186641Z app/lb "GET {x}"\nhttp 2018',
      /^not a CloudTrail/,
    ],
    [
      'a license',
      '                Apache License\n          Version 2.0',
      /^not a CloudTrail .*Apache License"\)$/,
    ],
    ['a word', '"hello"', /^not a CloudTrail/],
    ['Records of another type', '{"Records":{"a":1}}', /^not a CloudTrail .*"Records"/],
  ])('%s', (_, content, what) => {
    const { records, issues } = read(typeof content === 'string' ? content : JSON.stringify(content))
    expect(records).toEqual([])
    expect(issues).toHaveLength(1)
    expect(issues[0]?.kind).toBe('skipped')
    expect(issues[0]?.what).toMatch(what)
  })

  it.each([
    ['an empty file', '', 'is empty'],
    ['white space', ' \n ', 'is empty'],
    ['a binary file', '\u007fELF\u0000\u0001', 'a binary file, neither JSON nor gzip'],
  ])('%s', (_, content, what) => {
    expect(read(content)).toEqual({ records: [], issues: [{ kind: 'damaged', what }] })
  })

  it('also among records', () => {
    const { records, issues } = read(JSON.stringify({ Records: [A, { x: 1 }, B] }))
    expect(records).toEqual([A, B])
    expect(issues).toEqual([
      { kind: 'damaged', what: '1 of 3 entries are not CloudTrail records (its keys are "x", …)' },
    ])
  })
})

/** How the text of record 500 of 1,000 is broken, and how many records are left. */
const WAYS: readonly (readonly [string, (text: string) => string, number])[] = [
  ['no closing brace', (text) => text.slice(0, -1), 999],
  ['no opening brace', (text) => text.slice(1), 999],
  ['a closing brace too many', (text) => `${text}}`, 1000],
  ['a closing brace too many inside', (text) => text.replace('"IAMUser"', '"IAMUser"}'), 999],
  ['an opening brace too many', (text) => `{${text}`, 1000],
  ['an opening brace too many inside', (text) => text.replace('"userIdentity":', '"userIdentity":{'), 999],
  ['an opening bracket inside', (text) => text.replace('"userIdentity":', '"userIdentity":['), 999],
  ['a closing bracket too many', (text) => `${text}]`, 1000],
  ['a closing bracket inside', (text) => text.replace('"IAMUser"', '"IAMUser"]'), 999],
  ['no closing quote', (text) => text.replace('"IAMUser"', '"IAMUser'), 999],
  ['no closing quote at the end', (text) => text.replace(/"\}$/, '}'), 999],
  ['no opening quote', (text) => text.replace('"eventTime"', 'eventTime"'), 999],
  ['an escaped closing quote', (text) => text.replace('"IAMUser"', '"IAMUser\\"'), 999],
  ['a bad literal', (text) => text.replace('false', 'False'), 999],
  ['a bad number', (text) => text.replace('false', '01'), 999],
  ['NaN', (text) => text.replace('false', 'NaN'), 999],
  ['a bad escape', (text) => text.replace('IAMUser', '\\x'), 999],
  ['a control character', (text) => text.replace('IAMUser', 'IAM\u0001User'), 999],
  ['a line break in a string', (text) => text.replace('IAMUser', 'IAM\nUser'), 999],
  ['cut at its beginning', (text) => text.slice(text.length / 2), 999],
  ['cut in the middle of a string', (text) => text.slice(0, text.indexOf('IAMUser') + 3), 999],
  ['cut after a key', (text) => text.slice(0, text.indexOf(':{"type"')), 999],
  ['cut after a comma', (text) => text.slice(0, text.indexOf('"eventTime"')), 999],
  ['nothing but its brace', () => '{', 999],
  ['nothing', () => '', 999],
  ['garbage', () => 'xyzzy', 999],
  ['zeros', (text) => '\u0000'.repeat(text.length), 999],
  ['bytes overwritten', (text) => text.slice(0, 30) + '#'.repeat(20) + text.slice(50), 999],
  ['a comma too many', (text) => text.replace(/\}$/, ',}'), 999],
  ['single quotes', (text) => text.replaceAll('"', "'"), 999],
  ['null', () => 'null', 999],
  ['a number', () => '17', 999],
  ['a text', () => '"gone"', 999],
  ['an array', () => '[]', 999],
  ['another object', () => '{"gone":true}', 999],
  [
    'a record inside it',
    (text) => text.replace('"IAMUser"', `[${JSON.stringify(A)},{"x":${JSON.stringify(B)}}],`),
    999,
  ],
]

describe('a broken record does not hide its neighbours', () => {
  const texts = Array.from({ length: 1000 }, (_, n) => JSON.stringify(record(n)))
  const LISTS: readonly (readonly [string, string, string, string])[] = [
    ['a log file', '{"Records":[', ',', ']}'],
    ['a bare array', '[', ',', ']'],
    ['a log file of lines', '{"Records":[\n', ',\n', '\n]}\n'],
  ]

  for (const [shape, open, comma, close] of LISTS) {
    it.each(WAYS)(`in ${shape}: %s`, (_, damage, left) => {
      for (const broken of [500, 0, 999]) {
        const content =
          open + texts.map((text, n) => (n === broken ? damage(text) : text)).join(comma) + close
        const { records, issues } = read(content)
        const others = texts.filter((_, n) => n !== broken || left === 1000)
        expect(records.map(({ eventID }) => eventID)).toEqual(others.map(idOf))
        expect(issues).toEqual([{ kind: 'damaged', what: expect.any(String) }])
      }
    })
  }

  it.each(WAYS)('in lines: %s', (_, damage) => {
    const content = texts.map((text, n) => (n === 500 ? damage(text) : text)).join('\n')
    const { records } = read(content)
    const ids = new Set<unknown>(records.map(({ eventID }) => eventID))
    expect(texts.filter((text, n) => n !== 500 && !ids.has(idOf(text)))).toEqual([])
    expect(records.length).toBeLessThanOrEqual(1000)
  })

  it('nor does one log line behind a time', () => {
    const { records, issues } = read(
      [A, B, C]
        .map((value, n) => `2024-08-18T11:40:0${n}Z ${JSON.stringify(value).slice(n === 1 ? 3 : 0)}`)
        .join('\n'),
    )
    expect(records).toEqual([A, C])
    expect(issues).toHaveLength(1)
  })

  it('nor does a missing comma', () => {
    const { records, issues } = read(
      `{"Records":[${JSON.stringify(A)} ${JSON.stringify(B)},${JSON.stringify(C)}]}`,
    )
    expect(records).toEqual([A, B, C])
    expect(issues).toEqual([
      { kind: 'damaged', what: expect.stringMatching(/^a comma is missing .* at byte \d+$/) },
    ])
  })

  it('nor do many of them', () => {
    const content = `[${texts.map((text, n) => (n % 2 === 0 ? text.slice(0, -1) : text)).join(',')}]`
    const { records, issues } = read(content)
    expect(records).toHaveLength(500)
    expect(issues.length).toBeLessThan(50)
    expect(issues.at(-1)?.what).toMatch(/^480 more places are damaged; [\d,]+ bytes passed over$/)
  })

  it('names the byte', () => {
    const content = `{"Records":[{"eventTime":tru},${JSON.stringify(A)}]}`
    expect(read(content).issues).toEqual([
      {
        kind: 'damaged',
        what: `record 1 at byte 12 is broken at byte ${content.indexOf('tru}') + 3}; 17 bytes passed over`,
      },
    ])
  })
})

describe('a file that stops early', () => {
  const content = Buffer.from(JSON.stringify({ Records: Array.from({ length: 20 }, (_, n) => record(n)) }))
  const ends = Array.from(
    { length: 20 },
    (_, n) => content.indexOf('}', content.indexOf(record(n)['eventID'] as string)) + 1,
  )

  it('gives its complete records, wherever it stops', () => {
    for (let at = 12; at < content.length; at += 3) {
      const complete = ends.filter((end) => end <= at).length
      const open = read(content.subarray(0, at))
      expect(open.records).toHaveLength(complete)
      expect(open.issues).toHaveLength(1)
      const known = read(content.subarray(0, at), true)
      expect(known).toEqual({ records: open.records, issues: [] })
    }
  })

  it('says where', () => {
    const at = ends[4]!
    expect(read(content.subarray(0, at + 30)).issues).toEqual([
      { kind: 'damaged', what: `ends in the middle of record 6, which begins at byte ${at + 1}` },
    ])
    expect(read(content.subarray(0, at)).issues).toEqual([
      { kind: 'damaged', what: `ends at byte ${at} before its JSON does` },
    ])
  })

  it('is not read twice', () => {
    const pretty = Buffer.from(JSON.stringify(JSON.parse(content.toString()), undefined, 1))
    for (let at = 20; at < pretty.length; at += 7) {
      for (const cut of [true, false]) {
        const ids = read(pretty.subarray(0, at), cut).records.map(({ eventID }) => eventID)
        expect(new Set(ids).size).toBe(ids.length)
      }
    }
  })
})

it('reads text made of damage in bounded time', () => {
  const nasty = [
    '{"eventVersion":'.repeat(30_000),
    `${'{"eventTime":['.repeat(30_000)}x`,
    `[${'{x},'.repeat(50_000)}]`,
    `[${'{"a":[{"b":"'.repeat(20_000)}`,
    '{"a"\n'.repeat(50_000),
    `[${'0,'.repeat(200_000)}0]`,
    ','.repeat(100_000),
    `[${','.repeat(100_000)}]`,
  ]
  for (const content of nasty) expect(read(content).issues.length).toBeLessThan(50)
})

function record(n: number): JsonObject {
  return {
    eventVersion: '1.08',
    userIdentity: { type: 'IAMUser', userName: `user ${n}`, accountId: '123456789012' },
    eventTime: '2024-08-18T11:40:01Z',
    eventName: n % 2 === 0 ? 'PutObject' : 'GetObject',
    readOnly: false,
    requestParameters: { list: [{ a: '}' }, { b: ']' }], policy: '{"Statement":[{"Effect":"Allow"}]}' },
    eventID: `0000-${String(n).padStart(4, '0')}`,
  }
}

function idOf(text: string): unknown {
  return (JSON.parse(text) as JsonObject)['eventID']
}

function read(
  content: string | Buffer,
  cut = false,
): { records: JsonObject[]; issues: readonly RecordIssue[] } {
  const records: JsonObject[] = []
  let last = -1
  const scanner = loaded(content)
  const issues = readRecords(
    scanner,
    (view) => {
      if (view.bytes === scanner.bytes) {
        if (view.start <= last) throw new Error('read twice')
        last = view.start
      }
      records.push(JSON.parse(view.bytes.toString('utf8', view.start, view.end)) as JsonObject)
    },
    cut,
  )
  return { records, issues }
}
