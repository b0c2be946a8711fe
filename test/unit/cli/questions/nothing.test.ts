// A question that finds nothing, or a column of nothing: why, in the words of who asked.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { S3_ENV, serveBucket } from '../../../helpers/s3-cli.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()
const event = (n: number, more: object) => ({
  eventVersion: '1.08',
  eventTime: '2024-08-18T10:00:00Z',
  eventID: `event-${n}`,
  eventSource: 'ec2.amazonaws.com',
  eventName: 'StopInstances',
  awsRegion: 'eu-west-1',
  recipientAccountId: '111122223333',
  userIdentity: { type: 'IAMUser', userName: 'Mary_Major', accountId: '111122223333' },
  requestParameters: { instanceId: 'i-1', bucketName: 'b', tags: [{ key: 'k' }] },
  readOnly: false,
  ...more,
})
const file = logs.write('a.json', [
  event(1, {}),
  event(2, { eventName: 'ConsoleLogin', eventSource: 'signin.amazonaws.com' }),
  event(3, { eventName: 'ConsoleLogin', eventSource: 'signin.amazonaws.com' }),
])
const hints = async (...argv: readonly string[]) => {
  const { stderr, code } = await runCli(['lookup', file, ...argv])
  expect(code).toBe(0)
  return [...stderr.matchAll(/^hint: (.*)$/gm)].map(([, text]) => text)
}

describe('a question that finds nothing', () => {
  it.each([
    [['--event-name', 'consolelogin'], 'event name: ConsoleLogin occurs 2 times; upper and lower case count'],
    [
      ['--event-name', 'ConsolLogin'],
      'no event has the event name ConsolLogin; did you mean ConsoleLogin (2 times)?',
    ],
    [
      ['--event-name', 'CreateUser,ConsoleLogin'],
      'event name: ConsoleLogin occurs 2 times; a comma is part of a value: give the option once for each value',
    ],
    [['--user-name', 'MARY_MAJOR'], 'user name: Mary_Major occurs 3 times; upper and lower case count'],
    [['--event-source', 'EC2'], 'event source: ec2.amazonaws.com occurs once; upper and lower case count'],
    [
      ['--event-source', 'ec2.amazon.com'],
      'no event has the event source ec2.amazon.com; did you mean ec2.amazonaws.com (once)?',
    ],
    [['--region', 'ap-south-1'], 'no event has the AWS region ap-south-1; there is eu-west-1'],
    [['--account', '999999999999'], 'no event has the account 999999999999; there is 111122223333'],
    [['--role', 'Deploy'], 'no event has the role Deploy'],
    [
      ['--identity', 'User Mary_Major'],
      'identity: user Mary_Major occurs 3 times; upper and lower case count',
    ],
    [
      ['--event-name', 'ConsoleLogin', '--event-source', 'ec2'],
      'each of these occurs (events: event name ConsoleLogin: 2, event source ec2: 1), but never together',
    ],
    [['--access-key-id', 'AKIAEXAMPLE'], 'no event has the AWS access key AKIAEXAMPLE'],
  ])('%j', async (argv, hint) => {
    expect(await hints(...argv)).toEqual([hint])
  })

  it('says the general where there is nothing better', async () => {
    expect(await hints('--event-name', 'Nothing*')).toEqual([
      'no event passed the filter; values are exact and case-sensitive, * is a wildcard',
    ])
  })

  it('looks again at standard input', async () => {
    const { stderr } = await runCli(['lookup', '-', '--event-name', 'consolelogin'], {
      stdin: readFileSync(file),
    })
    expect(stderr).toContain('hint: event name: ConsoleLogin occurs 2 times; upper and lower case count')
  })

  it('looks at the first files only, and says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'many-'))
    const files = 520
    for (let n = 0; n < files; n++)
      writeFileSync(join(folder, `${n}.json`), JSON.stringify({ Records: [event(n, { eventID: `${n}` })] }))
    const of = async (...argv: readonly string[]) =>
      (await runCli(['lookup', folder, ...argv])).stderr.split('\n').filter((line) => line.startsWith('hint'))
    expect(await of('--event-name', 'stopinstances')).toEqual([
      'hint: event name: StopInstances occurs 500 times in 500 of 520 files; upper and lower case count',
    ])
    // The first run has seen that there is none; of what there is, only a part has been seen.
    expect(await of('--event-name', 'StopInstance')).toEqual([
      'hint: no event has the event name StopInstance; did you mean StopInstances (500 times in 500 of 520 files)?',
    ])
    expect(await of('--region', 'ap-south-1')).toEqual(['hint: no event has the AWS region ap-south-1'])
    expect(await of('--event-name', 'StopInstance', '--user-name', 'x')).toEqual([
      'hint: no event passed the filter; values are exact and case-sensitive, * is a wildcard',
    ])
    rmSync(folder, { recursive: true })
  })

  it('asks S3 for a few files only', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`${n}.json`, JSON.stringify({ Records: [event(n, {})] })]),
    )
    const { server, options } = await serveBucket(files)
    const { stderr } = await runCli(['lookup', 's3://logs', ...options, '--event-name', 'stopinstances'], {
      env: S3_ENV,
    })
    expect(stderr).toMatch(/StopInstances occurs \d+ times in 24 of 60 files/)
    expect(server.count('GetObject')).toBe(60 + 24)
  })

  it('does not look again for the quiet', async () => {
    expect(await hints('--event-name', 'consolelogin', '-q')).toEqual([])
  })

  it('is an answer of summary too', async () => {
    const { stderr } = await runCli(['summary', file, '--event-name', 'consolelogin'])
    expect(stderr).toContain('hint: event name: ConsoleLogin occurs 2 times')
  })
})

describe('a path that no event has', () => {
  it.each([
    [
      'requestParameters.bucketname',
      'no event has requestParameters.bucketname; did you mean requestParameters.bucketName?',
    ],
    [
      'requestparameters.bucketName',
      'no event has requestparameters.bucketName; did you mean requestParameters.bucketName?',
    ],
    ['useridentity.username', 'no event has useridentity.username; did you mean userIdentity.userName?'],
    [
      'requestParameters.tags[*].Key',
      'no event has requestParameters.tags[*].Key; did you mean requestParameters.tags[].key?',
    ],
    ['requestParameters.zebra', 'no event has requestParameters.zebra; the case of letters counts'],
  ])('%s', async (path, hint) => {
    expect(await hints('-o', 'csv', '--columns', `event-name,${path}`)).toEqual([hint])
    const { stderr } = await runCli(['summary', file, '--by', path])
    expect(stderr).toContain(`hint: ${hint}`)
  })

  it('is not said of one that some event has', async () => {
    expect(
      await hints('-o', 'csv', '--columns', 'requestParameters.bucketName,requestParameters.tags[*].key'),
    ).toEqual([])
  })
})

describe('a column that prints a part of the record', () => {
  const text =
    '{"eventVersion":"1.08","eventID":"e","eventTime":"2024-08-18T10:00:00Z","requestParameters":{"size":9007199254740993,"rate": 1.50,"10":"a","9":{"x" : "\\u003c"},"list":[1.0,2]},"eventContext":{"n":12345678901234567890}}'
  const odd = logs.write('odd.json', [text])
  it.each([
    ['requestParameters.size', '9007199254740993'],
    ['requestParameters.rate', '1.50'],
    ['requestParameters.9', '{"x":"\\u003c"}'],
    ['requestParameters.9.x', '<'],
    ['requestParameters.list[*]', '1.0, 2'],
    ['requestParameters.list', '[1.0,2]'],
    ['eventContext.n', '12345678901234567890'],
    [
      'requestParameters',
      '{"size":9007199254740993,"rate":1.50,"10":"a","9":{"x":"\\u003c"},"list":[1.0,2]}',
    ],
  ])('keeps its digits and its order: %s', async (path, cell) => {
    const { stdout } = await runCli(['lookup', odd, '-o', 'tsv', '--columns', path])
    expect(stdout.split('\n')[1]).toBe(cell.replaceAll('\\', '\\\\'))
    const counted = await runCli(['summary', odd, '--by', path, '-o', 'json'])
    expect(JSON.parse(counted.stdout)).toMatchObject({ counts: { [path]: [{ value: cell, events: 1 }] } })
  })
})
