// `compare` as a person runs it.

import { expect, it, test } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()
const EVENT = {
  userIdentity: { type: 'IAMUser', userName: 'alice' },
  eventTime: '2024-08-18T10:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'PutBucketPolicy',
  awsRegion: 'eu-west-1',
  requestParameters: { bucketName: 'a' },
  eventID: 'a1',
  readOnly: false,
}
const source = logs.write('log.json', [
  EVENT,
  { ...EVENT, eventID: 'b1', requestParameters: { bucketName: 'b', ['__proto__x']: 1 }, readOnly: undefined },
  `{"eventID":"c1","eventName":"\\u001b[2J","__proto__":{"x":9007199254740993}}`,
  ...['d1', 'e1', 'f1'].map((eventID) => ({ ...EVENT, eventID })),
])
const compare = (argv: readonly string[], options = {}) =>
  runCli(['compare', ...argv, '--source', source], options)

it('marks what differs, in the order of the IDs', async () => {
  const { stdout, stderr, code } = await compare(['b1', 'a1'], {
    tty: true,
    columns: 80,
    env: { NO_COLOR: '1' },
  })
  expect(code).toBe(0)
  expect(stderr).toMatch(/2 events shown/)
  expect(stdout).toMatch(/\n {2}Event name +PutBucketPolicy +PutBucketPolicy\n/)
  expect(stdout).toMatch(/\n≠ Event ID +b1 +a1\n/)
  // The same answer, stated by one and guessed of the other.
  expect(stdout).toMatch(/\n {2}Read-only +false \(inferred\) +false\n/)
  expect(stdout).toMatch(/\nDiffering paths in the records \(4\)\n/)
  expect(stdout).toMatch(/\n≠ requestParameters\.bucketName\n {4}1 {2}"b"\n {4}2 {2}"a"\n/)
  expect(stdout).not.toContain('eventName')
})

it('marks with colour too', async () => {
  const { stdout } = await compare(['a1', 'b1'], { tty: true })
  expect(stdout).toContain('\u001b[33m≠\u001b[39m')
  expect((await compare(['a1', 'b1'])).stdout).not.toContain('\u001b')
})

it('-o json gives a value for each event and keeps large numbers', async () => {
  const { stdout } = await compare(['a1', 'b1', 'c1', '-o', 'json'])
  const paths = JSON.parse(stdout) as Record<string, unknown[]>
  expect(paths['eventID']).toEqual(['a1', 'b1', 'c1'])
  expect(paths['requestParameters.bucketName']).toEqual(['a', 'b', null])
  expect(Object.keys(paths)).not.toContain('additionalEventData')
  expect(stdout).toContain('"__proto__.x": [null, null, 9007199254740993]')
})

it('compares two events of one ID that are not the same', async () => {
  const file = logs.write('other.json', [
    { ...EVENT, userIdentity: null },
    { ...EVENT, responseElements: null },
  ])
  const { stdout } = await runCli(['compare', 'a', '--source', file, '-o', 'json'])
  const paths = JSON.parse(stdout) as Record<string, unknown[]>
  expect(new Set(paths['userIdentity.type'])).toEqual(new Set([null, 'IAMUser']))
})

it('lets nothing act in a terminal', async () => {
  for (const output of ['table', 'json']) {
    const { stdout } = await compare(['a1', 'c1', '-o', output, '--color', 'never'], { tty: true })
    expect(stdout).not.toContain('\u001b')
  }
})

test.each<[string[], number, RegExp]>([
  [['a1'], 2, /error: compare takes 2 to 5 events: 1 event found/],
  [['a1', 'a1'], 2, /1 event found/],
  [['a1', 'b1', 'c1', 'd1', 'e1', 'f1'], 2, /6 IDs given/],
  [['a1', 'zz'], 1, /no event with the ID zz/],
])('%j is refused', async (ids, status, message) => {
  const { stdout, stderr, code } = await compare(ids)
  expect([stdout, code]).toEqual(['', status])
  expect(stderr).toMatch(message)
})

test('five are not too many', async () => {
  expect((await compare(['a1', 'b1', 'c1', 'd1', 'e1'])).code).toBe(0)
})
