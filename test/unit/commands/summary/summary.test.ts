// `summary` as a person runs it.

import { describe, expect, it, test } from 'vitest'
import { displayWidth } from '../../../../src/format/width.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()
const event = (eventID: string, changes: object = {}) => ({
  userIdentity: { type: 'IAMUser', userName: 'alice' },
  eventTime: '2024-08-18T10:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'ListBuckets',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.7',
  eventID,
  readOnly: true,
  recipientAccountId: '000123456789',
  ...changes,
})
const RECORDS = [
  event('1'),
  event('2', { eventTime: '2024-08-17T10:00:00Z' }),
  event('3', {
    eventName: 'DeleteBucket',
    readOnly: false,
    errorCode: 'AccessDenied',
    requestParameters: { bucketName: 'a' },
  }),
  event('4', {
    eventName: 'ConsoleLogin',
    eventSource: 'signin.amazonaws.com',
    readOnly: false,
    userIdentity: { type: 'Root' },
    responseElements: { ConsoleLogin: 'Success' },
    additionalEventData: { MFAUsed: 'No' },
  }),
]
const source = logs.write('log.json', RECORDS)
const copies = logs.write('copies.json', RECORDS.slice(0, 3))
const summary = (argv: readonly string[], options = {}) => runCli(['summary', source, ...argv], options)

describe('the dashboard', () => {
  it('counts everything, and lists what is new', async () => {
    const { stdout, stderr, code } = await summary([], { tty: true, columns: 100, env: { NO_COLOR: '1' } })
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^4 events, 2024-08-17T10:00:00Z to 2024-08-18T10:00:00Z\n\nEvents per day \(UTC\)\n/,
    )
    expect(stdout).toMatch(/\nEvent names \(3\) +/)
    expect(stdout).toMatch(/\nListBuckets +2 {3}50%/)
    expect(stdout).toMatch(/AccessDenied +1 {3}25%/)
    expect(stdout).toMatch(
      /\nLatest sign-ins\nEvent time[^]*\n2024-08-18T10:00:00Z {2}root +203\.0\.113\.7 +Success +ConsoleLogin +false +000123456789\n/,
    )
    expect(stdout).toMatch(/\nLatest root user activity\n[^]*\n2024-08-18T10:00:00Z {2}ConsoleLogin /)
    expect(stdout).toMatch(/\nLatest changes\n[^]*\n2024-08-18T10:00:00Z {2}DeleteBucket +alice +a /)
    expect(stderr).toMatch(/4 events counted/)
  })

  test.each([60, 80, 100, 120, 200])('fits a terminal of %d', async (columns) => {
    const { stdout } = await runCli(['summary', 'samples/logs', '--color', 'never'], { tty: true, columns })
    expect(stdout.split('\n').length).toBeGreaterThan(50)
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
  })

  it('stands in two columns where there is room', async () => {
    expect(await linesAt(100)).toBeLessThan((await linesAt(99)) - 20)
  })

  it('cuts nothing in a pipe', async () => {
    const file = logs.write('long.json', [event('1', { eventName: 'x'.repeat(500) })])
    expect((await runCli(['summary', file])).stdout).toContain('x'.repeat(500))
  })

  it('takes filters, and says nothing where nothing is', async () => {
    expect((await summary(['--read-only', 'false'])).stdout).toMatch(/^2 events, /)
    const { stdout, stderr, code } = await summary(['--event-name', 'Nope'])
    expect([stdout, code]).toEqual(['', 0])
    expect(stderr).toMatch(/0 events counted/)
  })

  it('shows the zone asked for', async () => {
    const { stdout } = await summary(['--time-zone', 'Asia/Tokyo', '--interval', 'day'])
    expect(stdout).toMatch(
      /^4 events, 2024-08-17T19:00:00\+09:00 to 2024-08-18T19:00:00\+09:00\n\nEvents per day \(Asia\/Tokyo\)/,
    )
    expect(stdout).toContain('\n2024-08-18T19:00:00+09:00  DeleteBucket')
  })
})

describe('--by', () => {
  it('counts by that alone', async () => {
    const { stdout } = await summary(['--by', 'requestParameters.bucketName', '--by', 'Event name'])
    expect(stdout).toBe(
      [
        '4 events, 2024-08-17T10:00:00Z to 2024-08-18T10:00:00Z',
        '',
        'requestParameters.bucketName (2)',
        '─'.repeat(46),
        '-                                      3   75%',
        'a                                      1   25%',
        '',
        'Event name (3)',
        '─'.repeat(46),
        'ListBuckets                            2   50%',
        'ConsoleLogin                           1   25%',
        'DeleteBucket                           1   25%',
        '',
      ].join('\n'),
    )
  })

  it('says how much --top leaves out', async () => {
    expect((await summary(['--by', 'event-name', '--top', '1'])).stdout).toMatch(/\nand 2 more +2 {3}50%\n$/)
  })

  test.each<[string[], RegExp]>([
    [['--by', 'evnt-name'], /unknown column 'evnt-name'\nhint: did you mean event-name/],
    [['--by', 'event-name', '--by', 'region', '--interval', 'day'], /--by event-name --by region/],
    [['--top', '0'], /--top/],
  ])('%j is refused', async (argv, message) => {
    const { stderr, code } = await summary(argv)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})

describe('copies', () => {
  it('count once', async () => {
    const { stdout, stderr } = await summary([copies, '--by', 'event-name', '-o', 'csv'])
    expect(stdout).toBe(
      'field,value,events\r\nevent-name,ListBuckets,2\r\nevent-name,ConsoleLogin,1\r\nevent-name,DeleteBucket,1\r\n',
    )
    expect(stderr).toMatch(/3 duplicates/)
  })

  it('count with --duplicates', async () => {
    expect((await summary([copies, '--by', 'event-name', '-o', 'csv', '--duplicates'])).stdout).toContain(
      'ListBuckets,4',
    )
  })
})

describe('for programs', () => {
  it('-o json has a stable shape', async () => {
    const { stdout } = await summary(['-o', 'json', '--interval', 'day'])
    const value = JSON.parse(stdout) as Record<string, Record<string, unknown>>
    expect(Object.keys(value)).toEqual(['events', 'oldest', 'newest', 'timeline', 'counts', 'newestEvents'])
    expect(value).toMatchObject({
      events: 4,
      oldest: '2024-08-17T10:00:00Z',
      newest: '2024-08-18T10:00:00Z',
      timeline: {
        interval: 'day',
        buckets: [
          { start: '2024-08-17', events: 1 },
          { start: '2024-08-18', events: 3 },
        ],
      },
    })
    expect(Object.keys(value['counts']!)).toEqual([
      'eventName',
      'eventSource',
      'userName',
      'sourceIp',
      'errorCode',
      'account',
      'region',
      'identityType',
      'readOnly',
    ])
    expect(value['counts']!['eventName']).toEqual([
      { value: 'ListBuckets', events: 2 },
      { value: 'ConsoleLogin', events: 1 },
      { value: 'DeleteBucket', events: 1 },
    ])
    expect(value['counts']!['errorCode']).toEqual([
      { value: null, events: 3 },
      { value: 'AccessDenied', events: 1 },
    ])
    expect(value['newestEvents']!['root']).toEqual([
      {
        eventTime: '2024-08-18T10:00:00Z',
        eventName: 'ConsoleLogin',
        sourceIp: '203.0.113.7',
        errorCode: null,
        eventSource: 'signin.amazonaws.com',
        account: '000123456789',
      },
    ])
  })

  it('-o json with --by has only those counts, and null for none', async () => {
    expect(JSON.parse((await summary(['-o', 'json', '--by', 'errorCode'])).stdout)).toEqual({
      events: 4,
      oldest: '2024-08-17T10:00:00Z',
      newest: '2024-08-18T10:00:00Z',
      counts: {
        errorCode: [
          { value: null, events: 3 },
          { value: 'AccessDenied', events: 1 },
        ],
      },
    })
  })

  it('-o json of nothing is still JSON', async () => {
    const { stdout } = await summary(['-o', 'json', '--event-name', 'Nope'])
    expect(JSON.parse(stdout)).toMatchObject({ events: 0, oldest: null, counts: { eventName: [] } })
  })

  it('-o csv has the counts over time too', async () => {
    const { stdout } = await summary(['-o', 'csv', '--interval', 'day', '--top', '1'])
    expect(stdout.split('\r\n').slice(0, 4)).toEqual([
      'field,value,events',
      'day,2024-08-17,1',
      'day,2024-08-18,3',
      'event-name,ListBuckets,2',
    ])
  })
})

test('no text of an event acts, in a terminal or a spreadsheet', async () => {
  const evil = '\u001b]0;title\u0007\u202e\r\n'
  const file = logs.write('hostile.json', [
    event(`1${evil}`, {
      eventName: evil,
      errorCode: evil,
      sourceIPAddress: '=cmd()',
      userIdentity: { type: evil, userName: evil },
    }),
    `{"eventID":"2","eventName":"__proto__","errorCode":"constructor","__proto__":{"a":"b"},"eventTime":8640000000000000}`,
  ])
  for (const output of ['table', 'json', 'jsonl', 'csv']) {
    const { stdout } = await runCli(
      ['summary', file, '-o', output, '--color', 'never', '--time-zone', 'Asia/Tokyo'],
      { tty: true },
    )
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/)
  }
  const { stdout } = await runCli(['summary', file, '-o', 'csv', '--csv-safe', '--by', 'source-ip'])
  expect(stdout).toContain("\r\nsource-ip,'=cmd(),1\r\n")
  const json = await runCli(['summary', file, '-o', 'json', '--by', '__proto__.a', '--by', 'event-name'])
  expect(json.stdout).toContain('"__proto__.a"')
  expect(json.stdout).toContain('"value": "__proto__"')
})

test('Ctrl-C ends it in good order', async () => {
  const { stdout, code } = await summary([], { signal: AbortSignal.abort() })
  expect([stdout, code]).toEqual(['', 130])
})

test('help says that nothing is filtered, and ends with examples', async () => {
  const { stdout } = await runCli(['summary', '--help'])
  expect(stdout).toMatch(/All events are counted\s+unless there are filters/)
  expect(stdout).toMatch(/--read-only <value> +.*\(default: any\)[^]*Output:[^]*Examples:\n/)
})

async function linesAt(columns: number): Promise<number> {
  return (await runCli(['summary', 'samples/logs'], { tty: true, columns })).stdout.split('\n').length
}
