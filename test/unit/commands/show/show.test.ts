// `show` as a person runs it.

import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it, test } from 'vitest'
import { displayWidth } from '../../../../src/format/width.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()
const EVENT = {
  eventVersion: '1.05',
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLE:alice',
    arn: 'arn:aws:sts::123456789012:assumed-role/Admin/alice',
  },
  eventTime: '2024-08-18T10:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'DeleteBucket',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.7',
  requestParameters: { bucketName: 'example-bucket' },
  eventID: 'aaaa1111-1111-4111-8111-111111111111',
  eventType: 'AwsApiCall',
  recipientAccountId: '123456789012',
}
const TEXT = JSON.stringify(EVENT).replace(
  '"example-bucket"',
  '"example-bucket","size":9007199254740993,"s":"\\u003c\\/"',
)
const source = logs.write('log.json', [
  TEXT,
  { ...EVENT, eventID: 'aaaa2222-1111-4111-8111-111111111111', eventName: 'CreateBucket' },
  { ...EVENT, eventID: 'aaaa', eventName: 'WholeAndBeginning' },
  { ...EVENT, eventID: 'bbbb1111', recipientAccountId: '000123456789', eventCategory: 'Insight' },
])
const show = (argv: readonly string[], options = {}) => runCli(['show', ...argv, '--source', source], options)

const PAGE = `Details
Event time         2024-08-18T10:00:00Z
User name          alice (derived)
Event name         DeleteBucket
Event source       s3.amazonaws.com
AWS access key     -
Source IP address  203.0.113.7
Event ID           aaaa1111-1111-4111-8111-111111111111
Request ID         -
AWS region         eu-west-1
Error code         -
Read-only          false (inferred)
Account            123456789012
Identity type      AssumedRole
Principal          arn:aws:sts::123456789012:assumed-role/Admin/alice
Event type         AwsApiCall
Event category     Management (derived)
File               ${source}
Console            https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events/aaaa1111-1111-4111-8111-111111111111

Resources referenced (1, best effort)
Resource type    Resource name
───────────────────────────────
AWS::S3::Bucket  example-bucket

Event record
{
  "eventVersion": "1.05",
`

it('prints the page of an event on a terminal', async () => {
  const { stdout, stderr, code } = await show(['aaaa1'], { tty: true, columns: 200, env: { NO_COLOR: '1' } })
  expect(stdout.startsWith(PAGE)).toBe(true)
  expect(stdout).toContain('    "size": 9007199254740993,\n')
  expect(stdout.endsWith('\n}\n')).toBe(true)
  expect(stderr).toMatch(/^\n?1 event shown/)
  expect(code).toBe(0)
})

it('leaves the console out when it has forgotten the event', async () => {
  const { stdout } = await show(['aaaa1', '-o', 'text'], { now: '2024-12-01T00:00:00Z' })
  expect(stdout).not.toContain('console.aws')
})

describe('-o json and jsonl', () => {
  it('are the record, byte for byte, when there is one', async () => {
    for (const argv of [[], ['-o', 'json'], ['-o', 'jsonl']])
      expect((await show(['aaaa1', ...argv])).stdout).toBe(`${TEXT}\n`)
  })

  it("are the console's download and lines when there are several, in the order asked for", async () => {
    const { stdout } = await show(['bbbb', 'aaaa1', '-o', 'json'])
    expect(stdout.endsWith(`,${TEXT}]}`)).toBe(true)
    expect(
      (JSON.parse(stdout) as { Records: { eventID: string }[] }).Records.map(({ eventID }) => eventID),
    ).toEqual(['bbbb1111', EVENT.eventID])
    expect((await show(['bbbb', 'aaaa1'])).stdout.split('\n')[1]).toBe(TEXT)
  })
})

describe('IDs', () => {
  it('that are whole win over those that only begin so', async () => {
    expect(JSON.parse((await show(['aaaa'])).stdout)).toMatchObject({ eventName: 'WholeAndBeginning' })
  })

  it('that can mean several events are an error that names them', async () => {
    const { stdout, stderr, code } = await show(['aaa'])
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr).toContain(
      'aaaa1111-1111-4111-8111-111111111111  2024-08-18T10:00:00Z  DeleteBucket  alice\n',
    )
    expect(stderr).toContain('aaaa2222-')
    expect(stderr).toContain(
      "error: 'aaa' is the beginning of several event IDs\nhint: type more of the ID\n",
    )
  })

  it('that do not exist are an error, after those that do', async () => {
    const { stdout, stderr, code } = await show(['aaaa1', 'nope'])
    expect([stdout, code]).toEqual([`${TEXT}\n`, 1])
    expect(stderr).toMatch(/error: no event with the ID nope\nhint: /)
  })

  it('mean themselves: no wildcards, no negation', async () => {
    expect((await show(['*'])).code).toBe(1)
    expect((await show(['!aaaa1'])).code).toBe(1)
    expect((await show([''])).code).toBe(2)
  })

  it('are found whatever kind of event they are of, within account, Region and time', async () => {
    expect((await show(['bbbb'])).code).toBe(0)
    expect((await show(['bbbb', '--account', '123456789012'])).code).toBe(1)
    expect((await show(['aaaa1', '--region', 'us-east-1'])).code).toBe(1)
    expect((await show(['aaaa1', '--start', '2024-08-19'])).code).toBe(1)
  })
})

it('stops reading when a whole ID is found, and reads on for a beginning', async () => {
  const { stdout } = await runCli(['lookup', 'samples/logs', '-n', '1'])
  const { eventID } = JSON.parse(stdout) as { eventID: string }
  expect(await filesRead(eventID)).toBeLessThan(await filesRead(eventID.slice(0, 12)))
})

test('both copies are shown when the same ID has different content', async () => {
  const file = logs.write('conflict.json', [EVENT, { ...EVENT, eventName: 'Forged' }])
  const { stdout } = await runCli(['show', EVENT.eventID.slice(0, 9), '--source', file])
  expect(stdout.trim().split('\n')).toHaveLength(2)
})

test.each([60, 80, 120, 200])('what is above the record fits a terminal of %d', async (columns) => {
  const { stdout } = await show(['aaaa1'], { tty: true, columns })
  const lines = stripVTControlCharacters(stdout).split('Event record')[0]!.split('\n')
  // Paths and links are to be copied, so that they are never broken.
  for (const line of lines.filter((line) => !/^(?:File|Console) /.test(line)))
    expect(displayWidth(line)).toBeLessThanOrEqual(columns)
})

test('no text of an event acts in the terminal', async () => {
  const evil = '\u001b]0;title\u0007\u202e\r\n'
  const file = logs.write('hostile.json', [
    {
      ...EVENT,
      eventID: `cccc${evil}`,
      eventName: evil,
      userIdentity: { type: 'IAMUser', userName: evil },
      awsRegion: evil,
      requestParameters: { bucketName: evil, [evil]: 1, ['__proto__']: 2 },
    },
    { ...EVENT, eventID: `cccc2${evil}`, eventName: evil },
  ])
  for (const id of ['cccc\u001b', 'cccc']) {
    const { stdout, stderr } = await runCli(['show', id, '--source', file, '--color', 'never'], { tty: true })
    // eslint-disable-next-line no-control-regex
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/)
  }
})

test('a record a hundred thousand levels deep is shown', async () => {
  const deep = `{"a":`.repeat(100_000) + '1' + '}'.repeat(100_000)
  const file = logs.write('deep.json', [`{"eventID":"dddd","requestParameters":${deep}}`])
  const { stdout, code } = await runCli(['show', 'dddd', '--source', file, '-o', 'text'])
  expect(code).toBe(0)
  expect(stdout).toContain('Event ID           dddd\n')
})

test('Ctrl-C ends it without blaming the ID', async () => {
  const { stderr, code } = await show(['aaaa1'], { signal: AbortSignal.abort() })
  expect(code).toBe(130)
  expect(stderr).not.toContain('no event with the ID')
})

test('help ends with examples', async () => {
  const { stdout, code } = await runCli(['show', '--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/--source <uri>[^]*Output:[^]*Examples:\n(?: {2}#.*\n)? {2}trail-explore show/)
})

const raw = (event: object) => `${JSON.stringify(event)}\n`
const shown = async (...argv: string[]) => (await runCli(['show', ...argv, '-q'])).stdout

describe('what is named', () => {
  const { eventID, ...WITHOUT } = EVENT
  const OTHER = { ...WITHOUT, eventName: 'Other' }

  test('a source among the arguments, wherever it stands', async () => {
    const file = logs.write('source.json', [EVENT])
    for (const argv of [
      [eventID, file],
      [file, eventID],
      [file],
      ['--source', file],
      [eventID, '--source', file],
    ])
      expect(await runCli(['show', ...argv, '-q'])).toMatchObject({ code: 0, stdout: raw(EVENT) })
    const piped = await runCli(['show', '-q'], { stdin: JSON.stringify(EVENT) })
    expect(piped).toMatchObject({ code: 0, stdout: raw(EVENT) })
    expect(await runCli(['show', eventID, '-', '-q'], { stdin: JSON.stringify(EVENT) })).toEqual(piped)
  })

  test('the record of a file', async () => {
    const file = logs.write('places.json', [EVENT, WITHOUT, OTHER])
    expect(await shown(`${file}:2`)).toBe(raw(WITHOUT))
    expect(await shown(`${file}:3`, `${file}:1`)).toBe(raw(OTHER) + raw(EVENT))
    const { code, stderr } = await runCli(['show', `${file}:4`])
    expect(code).toBe(1)
    expect(stderr).toContain('no event with the ID')
    const listed = await runCli(['lookup', file, '--event-name', 'Other', '--columns', 'location', '-q'])
    expect(listed.stdout).toBe(`Location\n${file}:3\n`)
  })

  test('the ID of the list, which events without an event ID have too', async () => {
    const file = logs.write('hashes.json', [EVENT, WITHOUT, OTHER])
    const list = await runCli(['lookup', file, '--read-only', 'any', '--columns', 'id', '-q'])
    const ids = list.stdout.split('\n').slice(1, -1)
    expect(new Set(ids).size).toBe(3)
    for (const id of ids) {
      const { code, stdout } = await runCli(['show', id, file, '-q'])
      expect(code).toBe(0)
      expect(stdout.split('\n')).toHaveLength(2)
    }
    const compared = await runCli([
      'compare',
      ...ids.filter((id) => id.startsWith('r')),
      file,
      '-o',
      'json',
      '-q',
    ])
    expect(JSON.parse(compared.stdout)).toHaveProperty('eventName')
  })

  test('the first column of a table is that ID', async () => {
    const file = logs.write('list.json', [EVENT])
    const { stdout } = await runCli(['lookup', file, '--read-only', 'any'], { tty: true, columns: 120 })
    expect(stripVTControlCharacters(stdout)).toMatch(new RegExp(`^ID .*\\n.*\\n${eventID.slice(0, 8)} `))
  })

  test.each([[[]], [['']]])('nothing (%j) is a usage error', async (argv) => {
    const { code, stderr } = await runCli(['show', ...argv])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: (?:no event named|an event ID cannot be empty)/)
  })

  test('one of several must be named', async () => {
    const file = logs.write('several.json', [EVENT, WITHOUT, OTHER])
    const { code, stdout, stderr } = await runCli(['show', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.split('\n')).toHaveLength(6)
    expect(stderr).toMatch(/error: no event named, and there are several\nhint: give the ID of one/)
  })
})

/** How many files it took to find the event. */
async function filesRead(id: string): Promise<number> {
  const { stderr } = await runCli(['show', id, '--source', 'samples/logs'])
  return Number(/(\d+) files,/.exec(stderr)?.[1])
}
