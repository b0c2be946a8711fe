// Event history from the command line.

import { afterEach, expect, it } from 'vitest'
import { eventId, historyEvent } from '../../../helpers/history-events.ts'
import {
  type HistoryServer,
  type HistoryServerOptions,
  startHistoryServer,
} from '../../../helpers/history-server.ts'
import { type CliOptions, runCli } from '../../../helpers/run-cli.ts'
import { S3_ENV } from '../../../helpers/s3-cli.ts'

const servers: HistoryServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(options: Partial<HistoryServerOptions> = {}): Promise<HistoryServer> {
  const server = await startHistoryServer({ events: EVENTS, ...options })
  servers.push(server)
  return server
}

const EVENTS = {
  'us-east-1': [
    historyEvent({
      time: '2024-08-18T10:00:00Z',
      id: eventId(1),
      name: 'ConsoleLogin',
      source: 'signin.amazonaws.com',
    }),
    historyEvent({
      time: '2024-08-18T11:00:00Z',
      id: eventId(2),
      user: 'bob',
      // Numbers that a parser would change, text that a writer would.
      more: { requestParameters: { size: 1e21, text: 'é\u{1f600}\u2028</script>' } },
      resources: [{ ResourceType: 'AWS::IAM::User', ResourceName: 'named-by-the-service' }],
    }),
    historyEvent({ time: '2024-08-18T12:00:00Z', id: eventId(3), name: 'ListUsers', readOnly: true }),
  ],
  'eu-west-1': [historyEvent({ time: '2024-08-18T11:30:00Z', id: eventId(4), region: 'eu-west-1' })],
}

async function cli(server: HistoryServer, argv: readonly string[], options: CliOptions = {}) {
  return runCli(argv, { ...options, env: { ...S3_ENV, AWS_ENDPOINT_URL: server.endpoint, ...options.env } })
}

it('passes records through byte for byte, the newest first', async () => {
  const { stdout, code } = await cli(await serve(), ['lookup', 'history:us-east-1,eu-west-1'])
  const [first, second, third] = EVENTS['us-east-1']
  expect(stdout).toBe(
    [third, EVENTS['eu-west-1'][0], second, first].map((one) => `${one!.CloudTrailEvent}\n`).join(''),
  )
  expect(code).toBe(0)
})

it('shows what the service derived, and asks it for the default filter on a terminal', async () => {
  const server = await serve()
  const { stdout, stderr, code } = await cli(server, ['lookup', 'history:'], { tty: true, columns: 120 })
  expect(stdout).toMatch(
    /CreateUser +2024-08-18T11:00:00Z +bob +iam\.amazonaws\.com +AWS::IAM::User +named-by-the-service/,
  )
  expect(stdout).not.toContain('ListUsers')
  expect(stderr).toMatch(/^\n2 events shown · 2 scanned · 1 page, /)
  expect(server.requests.map(({ attribute }) => attribute)).toEqual([
    { AttributeKey: 'ReadOnly', AttributeValue: 'false' },
  ])
  expect(code).toBe(0)
})

it('filters here what the service cannot', async () => {
  const { stdout } = await cli(await serve(), [
    'lookup',
    'history:us-east-1',
    '--source-ip=192.0.2.0/24',
    '--event-name=Create*',
    '--columns=event-id',
  ])
  expect(stdout).toBe(`event-id\n${eventId(2)}\n`.replace('event-id', stdout.split('\n')[0]!))
})

it('asks show for one event by its ID', async () => {
  const server = await serve()
  const { stdout, code } = await cli(server, ['show', eventId(1), 'history:us-east-1'])
  expect(stdout).toContain('ConsoleLogin')
  expect(code).toBe(0)
  expect(new Set(server.requests.map(({ attribute }) => attribute?.AttributeValue))).toEqual(
    new Set([eventId(1)]),
  )
})

it.each([
  [
    'lookup history:us-eats-1',
    2,
    "error: not a Region: 'us-eats-1' in 'history:us-eats-1'\nhint: did you mean history:us-east-1?\n",
  ],
  ['lookup history:*', 2, "error: not a Region: '*' in 'history:*'\nhint: did you mean history:all?\n"],
  ['ls history:us-east-1', 2, "error: 'history:us-east-1': Event history has events and no files\n"],
  ['verify history:us-east-1', 2, "error: 'history:us-east-1': Event history has events and no files\n"],
  ['download history:us-east-1 x', 2, "error: 'history:us-east-1': Event history has events and no files\n"],
  ['cat history:us-east-1', 2, "error: 'history:us-east-1': Event history has events and no files\n"],
  [
    'lookup history: --verified-only',
    2,
    "error: --verified-only cannot be combined with 'history:us-east-1'\n",
  ],
  ['lookup history: --max-pages 0', 2, "error: invalid value '0' for --max-pages\n"],
  [
    'lookup history: --end 2024-01-01',
    1,
    'error: history:us-east-1: Event history holds 90 days, and nothing from before 2024-05-21\n',
  ],
])('%s', async (line, code, message) => {
  const server = await serve()
  const ran = await cli(server, line.split(' '))
  expect(ran.stderr).toContain(message)
  expect(ran).toMatchObject({ code, stdout: '' })
  expect(server.requests).toEqual([])
})

it.each([
  [
    'AccessDeniedException',
    1,
    'error: history:us-east-1: access denied: cloudtrail:LookupEvents is not allowed\nhint: ask for cloudtrail:LookupEvents',
  ],
  [
    'ExpiredTokenException',
    1,
    'error: history:us-east-1: your credentials have expired\nhint: sign in again',
  ],
  [
    'UnrecognizedClientException',
    1,
    'error: history:us-east-1: CloudTrail in us-east-1 does not know your credentials\nhint: us-east-1 may not be enabled',
  ],
  [
    'InvalidSignatureException',
    1,
    'the clock of this computer is wrong',
    'Signature not yet current: 20240819T000000Z is still later than',
  ],
])('%s', async (name, code, message, said?: string) => {
  const server = await serve()
  server.misbehave = () => ({ status: 400, code: name, message: said ?? name })
  const ran = await cli(server, ['lookup', 'history:us-east-1'])
  expect(ran.stderr).toContain(message)
  expect(ran).toMatchObject({ code, stdout: '' })
})

it('reads the other Regions where one is not enabled', async () => {
  const server = await serve({ disabled: ['eu-west-1'] })
  const ran = await cli(server, ['lookup', 'history:us-east-1,eu-west-1', '--count'])
  expect(ran.stderr).toContain(
    'could not be listed: history:eu-west-1: CloudTrail in eu-west-1 does not know your credentials',
  )
  expect(ran).toMatchObject({ code: 1, stdout: '3\n' })
})

it('asks for Insights events where they are asked for, and for both with --kind all', async () => {
  const insight = {
    ...historyEvent({ time: '2024-08-18T09:00:00Z', id: eventId(9) }),
    CloudTrailEvent: JSON.stringify({
      eventVersion: '1.09',
      eventTime: '2024-08-18T09:00:00Z',
      awsRegion: 'us-east-1',
      eventID: eventId(9),
      eventType: 'AwsCloudTrailInsight',
      recipientAccountId: '123456789012',
      sharedEventID: eventId(10),
      insightDetails: {
        state: 'Start',
        eventSource: 'iam.amazonaws.com',
        eventName: 'CreateUser',
        insightType: 'ApiCallRateInsight',
        insightContext: { statistics: { baseline: { average: 0.1 }, insight: { average: 5 } } },
      },
      eventCategory: 'Insight',
    }),
  }
  const server = await serve({ events: { ...EVENTS, 'us-east-1/insight': [insight] } })
  const only = await cli(server, ['lookup', 'history:', '--kind', 'insight'])
  expect(only.stdout).toBe(`${insight.CloudTrailEvent}\n`)
  expect(server.requests.map(({ category }) => category)).toEqual(['insight'])
  expect((await cli(server, ['insights', 'history:', '-o', 'jsonl'])).stdout).toContain(
    '"eventName":"CreateUser"',
  )
  expect((await cli(server, ['lookup', 'history:', '--kind', 'all', '--count'])).stdout).toBe('4\n')
})

it('says when no Region is configured', async () => {
  const { AWS_REGION, ...env } = S3_ENV
  const { stderr, code } = await runCli(['lookup', 'history:'], { env })
  expect(stderr).toContain('error: no Region is configured for history:\nhint: write history:us-east-1')
  expect(AWS_REGION).toBe('us-east-1')
  expect(code).toBe(2)
})

it('exits 1 and names what is missing where --max-pages stops', async () => {
  const many = Array.from({ length: 120 }, (_, n) =>
    historyEvent({ time: 1_723_900_000 + n, id: eventId(n) }),
  )
  const server = await serve({ events: { 'us-east-1': many } })
  const { stdout, stderr, code } = await cli(server, ['lookup', 'history:', '--max-pages', '1'])
  expect(stdout.trimEnd().split('\n')).toHaveLength(50)
  expect(stderr).toContain(
    'incomplete: history:us-east-1: older events before 2024-08-17T13:07:50Z were not read',
  )
  expect(code).toBe(1)
})
