// What a resource was before an event, and after.

import { describe, expect, it } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()
let minute = 0
const change = (id: string, bucket: string, more: object) => ({
  eventVersion: '1.09',
  eventTime: `2024-08-18T10:${String(minute++).padStart(2, '0')}:00Z`,
  eventID: `${id.padEnd(8, '0')}-0000-4000-8000-000000000000`,
  eventSource: 's3.amazonaws.com',
  eventName: 'PutBucketPolicy',
  recipientAccountId: '111122223333',
  readOnly: false,
  requestParameters: { bucketName: bucket, policy: id },
  ...more,
})
logs.write('a.json', [
  change('a1', 'logs', {}),
  change('a2', 'logs-2', {}),
  change('a3', 'logs', { recipientAccountId: '999999999999' }),
  change('a4', 'logs', { errorCode: 'AccessDenied' }),
  change('a5', 'logs', { eventName: 'GetBucketPolicy', readOnly: true }),
  change('a6', 'logs', { eventName: 'PutBucketTagging' }),
  change('b1', 'logs', {}),
  change('b2', 'logs', {}),
  change('c1', 'new', { eventName: 'CreateBucket' }),
  change('c2', 'new', {}),
  change('d1', 'only', {}),
  change('e1', '', { requestParameters: null }),
])
const compare = async (...argv: readonly string[]) => runCli(['compare', ...argv, logs.folder, '--previous'])

describe('compare --previous', () => {
  it.each([
    ['b100', 'a1', 'the previous PutBucketPolicy of logs, 2024-08-18T10:00:00Z'],
    ['b200', 'b1', 'the previous PutBucketPolicy of logs, 2024-08-18T10:06:00Z'],
    [
      'c200',
      'c1',
      'no earlier PutBucketPolicy of new; the latest earlier change is CreateBucket, 2024-08-18T10:08:00Z',
    ],
    [
      'a600',
      'a1',
      'no earlier PutBucketTagging of logs; the latest earlier change is PutBucketPolicy, 2024-08-18T10:00:00Z',
    ],
  ])('%s is compared with %s', async (id, before, how) => {
    const { stdout, stderr, code } = await compare(id, '-o', 'json')
    expect(JSON.parse(stdout)).toEqual({ 'requestParameters.policy': [before, id.slice(0, 2)] })
    expect(stderr).toContain(`note: before (derived): ${how}; changes outside these logs are unknown\n`)
    expect(code).toBe(0)
  })

  it('prints what was before and after side by side', async () => {
    const { stdout } = await compare('b200')
    expect(stdout).toMatch(/ Before +After\n/)
    expect(stdout).toMatch(
      /What differs in the request and the response \(1\)\n.*Before +After\n.*\n≠ +requestParameters.policy +"b1" +"b2"\n/,
    )
  })

  it.each([
    [['d100'], 1, 'no earlier change of only in these logs'],
    [['e100'], 2, 'PutBucketPolicy: names no resource, or has no time'],
    [['b100', 'b200'], 2, '--previous takes one event: 2 events found'],
    [['ffff'], 1, 'no event with the ID ffff'],
  ])('%j: %i', async (ids, status, what) => {
    const { stderr, code } = await compare(...ids)
    expect(stderr).toContain(`error: ${what}`)
    expect(code).toBe(status)
  })

  it('looks no further back than it is told', async () => {
    const { stderr, code } = await compare('b100', '--start', '2024-08-18T10:01')
    expect(stderr).toContain('the latest earlier change is PutBucketTagging')
    expect(code).toBe(0)
  })
})
