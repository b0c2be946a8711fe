// `trails` and `trail:NAME` on moto.

import {
  CloudTrailClient,
  CreateTrailCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventId, historyEvent } from '../../../helpers/history-events.ts'
import { type HistoryServer, startHistoryServer } from '../../../helpers/history-server.ts'
import { HAS_MOTO, MOTO, type Moto, startMoto } from '../../../helpers/moto.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { S3_ENV } from '../../../helpers/s3-cli.ts'

describe.skipIf(!HAS_MOTO)(`trails, ${MOTO}`, () => {
  let moto: Moto
  const cli = (...argv: readonly string[]) =>
    runCli(argv, {
      env: { ...moto.env, NO_COLOR: '1' },
      now: new Date().toISOString(),
      columns: 160,
      tty: argv.includes('table'),
    })

  beforeAll(async () => {
    moto = await startMoto()
    const common = {
      endpoint: moto.endpoint,
      credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
    }
    const s3 = new S3Client({ ...common, region: 'us-east-1', forcePathStyle: true })
    const home = new CloudTrailClient({ ...common, region: 'us-east-1' })
    const other = new CloudTrailClient({ ...common, region: 'eu-west-1' })
    for (const Bucket of ['my-logs', 'other-logs']) await s3.send(new CreateBucketCommand({ Bucket }))
    await home.send(
      new CreateTrailCommand({
        Name: 'My-Management-Events-Trail',
        S3BucketName: 'my-logs',
        IsMultiRegionTrail: true,
        EnableLogFileValidation: true,
      }),
    )
    await home.send(new StartLoggingCommand({ Name: 'My-Management-Events-Trail' }))
    await other.send(
      new CreateTrailCommand({ Name: 'writes', S3BucketName: 'other-logs', S3KeyPrefix: 'audit/trail' }),
    )
    await other.send(
      new PutEventSelectorsCommand({
        TrailName: 'writes',
        EventSelectors: [
          {
            ReadWriteType: 'WriteOnly',
            ExcludeManagementEventSources: ['kms.amazonaws.com'],
            DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
          },
        ],
      }),
    )
    const { CloudTrailEvent: record } = historyEvent({ time: '2024-08-18T10:00:00Z', id: eventId(1) })
    const file =
      'CloudTrail/us-east-1/2024/08/18/123456789012_CloudTrail_us-east-1_20240818T1005Z_abcdefghijklmnop.json'
    await s3.send(
      new PutObjectCommand({
        Bucket: 'other-logs',
        Key: `audit/trail/AWSLogs/123456789012/${file}`,
        Body: `{"Records":[${record}]}`,
      }),
    )
    for (const client of [s3, home, other]) client.destroy()
  }, 120_000)
  afterAll(() => moto.stop())

  it('lists each trail once, of all Regions, with what it does not record', async () => {
    const { stdout, stderr, code } = await cli('trails')
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(rows).toMatchObject([
      {
        name: 'My-Management-Events-Trail',
        homeRegion: 'us-east-1',
        regions: 'all',
        bucket: 'my-logs',
        logging: true,
        validation: true,
        notRecorded: ['data events', 'Insights'],
      },
      {
        name: 'writes',
        homeRegion: 'eu-west-1',
        regions: 'eu-west-1',
        prefix: 'audit/trail',
        logging: false,
        notRecorded: ['reads', 'kms.amazonaws.com', 'Insights'],
      },
    ])
    expect(stderr).toBe('2 trails\n')
    expect(code).toBe(0)
  })

  it('asks only the Regions that are named', async () => {
    const { stdout } = await cli('trails', '--region', 'eu-*', '-o', 'csv')
    expect(stdout).toContain('writes')
    expect(stdout).not.toContain('My-Management-Events-Trail')
  })

  it('holds one against the best practices, with the commands that mend it', async () => {
    const { stdout, stderr, code } = await cli('trails', 'writes', '-o', 'table')
    expect(stdout).toMatch(/^logging +mend +it is stopped$/m)
    expect(stdout).toContain('  aws cloudtrail start-logging --name writes --region eu-west-1\n')
    expect(stdout).toMatch(/^bucket: public access +mend /m)
    expect(stderr).toMatch(/\d+ of 14 best practices are kept/)
    expect(code).toBe(0)
  })

  it('is a source by its name and by its ARN: bucket, prefix and account are found', async () => {
    for (const name of ['writes', 'arn:aws:cloudtrail:eu-west-1:123456789012:trail/writes']) {
      const { stdout, code } = await cli(
        'lookup',
        `trail:${name}`,
        '--columns',
        'event-name,location',
        '-o',
        'csv',
      )
      expect(stdout).toContain(
        'CreateUser,s3://other-logs/audit/trail/AWSLogs/123456789012/CloudTrail/us-east-1/',
      )
      expect(code).toBe(0)
    }
    expect((await cli('ls', 'trail:writes', '-o', 'csv')).stdout).toContain('123456789012')
  })

  it.each([
    [['trails', 'wirtes'], "error: there is no trail 'wirtes'\nhint: did you mean writes?"],
    [['lookup', 'trail:wirtes'], "there is no trail 'wirtes'\nhint: did you mean writes?"],
    [
      ['trails', 'arn:aws:cloudtrail:eu-west-1:999999999999:trail/writes'],
      'hint: did you mean arn:aws:cloudtrail:eu-west-1:123456789012:trail/writes?',
    ],
  ])('%j', async (argv, message) => {
    const ran = await cli(...argv)
    expect(ran.stderr).toContain(message)
    expect(ran.code).toBe(1)
  })
})

describe('what goes wrong', () => {
  let server: HistoryServer
  beforeAll(async () => {
    server = await startHistoryServer({ events: {}, others: { DescribeTrails: () => ({ trailList: [] }) } })
  })
  afterAll(() => server.close())
  const cli = (...argv: readonly string[]) =>
    runCli(argv, { env: { ...S3_ENV, AWS_ENDPOINT_URL: server.endpoint } })

  it('says what to do where there is no trail', async () => {
    const { stdout, stderr, code } = await cli('trails')
    expect(stdout).toBe('')
    expect(stderr).toBe(
      '0 trails\nhint: Event history has the last 90 days without one: trail-explore lookup history:; `trail-explore trails plan NAME` writes one\n',
    )
    expect(code).toBe(0)
  })

  it.each([
    ['lookup trail:', 2, 'error: no trail named\n'],
    ['lookup trail:a/b', 2, "error: not the name of a trail: 'a/b'\n"],
    [
      'lookup trail:management-events',
      1,
      "there is no trail 'management-events'\nhint: the account has no trail; ",
    ],
  ])('%s', async (line, code, message) => {
    const ran = await cli(...line.split(' '))
    expect(ran.stderr).toContain(message)
    expect(ran.code).toBe(code)
  })

  it('names the permission that is missing', async () => {
    const { stderr, code } = await runCli(['trails'], {
      env: { ...S3_ENV, AWS_ENDPOINT_URL: (await refusing('AccessDeniedException')).endpoint },
    })
    expect(stderr).toContain('access denied: cloudtrail:DescribeTrails is not allowed')
    expect(code).toBe(1)
  })
})

const refusals: HistoryServer[] = []
afterAll(async () => {
  for (const server of refusals) await server.close()
})

async function refusing(code: string): Promise<HistoryServer> {
  const server = await startHistoryServer({
    events: {},
    others: { DescribeTrails: () => ({ status: 400, __type: code, message: code }) },
  })
  refusals.push(server)
  return server
}
