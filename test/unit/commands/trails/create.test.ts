// `trails create` on moto: the same as its plan, create-only, and what it says when it stops half-way.

import { spawnSync } from 'node:child_process'
import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail'
import {
  CreateBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  GetPublicAccessBlockCommand,
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startHistoryServer } from '../../../helpers/history-server.ts'
import { HAS_MOTO, isInstalled, MOTO, type Moto, startMoto } from '../../../helpers/moto.ts'
import { runCli } from '../../../helpers/run-cli.ts'

const ACCOUNT = '123456789012'
const ARN = `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/management-events`
const HAS_AWS = isInstalled('aws')

describe.skipIf(!HAS_MOTO)(`trails create, ${MOTO}`, () => {
  let moto: Moto
  let s3: S3Client
  let cloudTrail: CloudTrailClient
  const cli = (...argv: readonly string[]) => runCli(['trails', ...argv], { env: moto.env })

  beforeAll(async () => {
    moto = await startMoto()
    const common = {
      endpoint: moto.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
    }
    s3 = new S3Client({ ...common, forcePathStyle: true })
    cloudTrail = new CloudTrailClient(common)
  }, 120_000)
  beforeEach(() => moto.reset())
  afterAll(async () => {
    s3.destroy()
    cloudTrail.destroy()
    await moto.stop()
  })

  /** All that the plan says, as it is in the account. */
  async function made(): Promise<unknown> {
    const { trailList = [] } = await cloudTrail.send(new DescribeTrailsCommand())
    const { Buckets = [] } = await s3.send(new ListBucketsCommand())
    const Bucket = Buckets[0]?.Name
    const { IsLogging } = await cloudTrail.send(new GetTrailStatusCommand({ Name: ARN }))
    const { AdvancedEventSelectors } = await cloudTrail.send(new GetEventSelectorsCommand({ TrailName: ARN }))
    const { PublicAccessBlockConfiguration } = await s3.send(new GetPublicAccessBlockCommand({ Bucket }))
    const { ServerSideEncryptionConfiguration: encryption } = await s3.send(
      new GetBucketEncryptionCommand({ Bucket }),
    )
    const { Policy = '' } = await s3.send(new GetBucketPolicyCommand({ Bucket }))
    return {
      trails: trailList,
      buckets: Buckets.map(({ Name }) => Name),
      IsLogging,
      AdvancedEventSelectors,
      PublicAccessBlockConfiguration,
      algorithm: encryption?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm,
      policy: JSON.parse(Policy) as unknown,
    }
  }
  const isEmpty = async () =>
    (await s3.send(new ListBucketsCommand())).Buckets?.length === 0 &&
    (await cloudTrail.send(new DescribeTrailsCommand())).trailList?.length === 0

  it('changes nothing without --yes, and prints the plan', async () => {
    const { stdout, stderr, code } = await cli('create', 'management-events')
    expect(stdout).toBe((await cli('plan', 'management-events')).stdout)
    expect(stderr).toBe('note: nothing was changed: --yes carries this plan out\n')
    expect(code).toBe(0)
    expect(await isEmpty()).toBe(true)
  })

  it('makes what the plan says', async () => {
    const { stdout, stderr, code } = await cli('create', 'management-events', '--yes')
    expect(stdout).toBe(`${ARN}\n`)
    expect(stderr).toContain('made: trail management-events\n')
    expect(code).toBe(0)
    expect(await made()).toMatchObject({
      trails: [
        {
          Name: 'management-events',
          IsMultiRegionTrail: true,
          IncludeGlobalServiceEvents: true,
          LogFileValidationEnabled: true,
        },
      ],
      IsLogging: true,
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      algorithm: 'AES256',
    })
    expect((await cli('management-events')).stdout).toContain('"bucket: policy","verdict":"ok"')
  })

  it.skipIf(!HAS_AWS)(
    `makes what the requests of the PowerShell script make${HAS_AWS ? '' : ', skipped: the AWS CLI is not installed'}`,
    async () => {
      const argv = ['management-events', '--exclude', 'kms', '--tag', 'a=b c']
      await cli('create', ...argv, '--yes')
      const ours = await made()
      await moto.reset()
      const { stdout: script } = await cli('plan', ...argv, '-o', 'powershell')
      const requests = script.matchAll(/^Send-Request (\S+) (\S+) @'\n([^]*?)\n'@$/gm)
      const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...moto.env }
      for (const [, service = '', operation = '', json = ''] of requests) {
        const input = ['--cli-input-json', json.replaceAll('{account}', ACCOUNT)]
        const ran = spawnSync('aws', [service, operation, '--region', 'us-east-1', ...input], {
          encoding: 'utf8',
          env,
        })
        expect(ran).toMatchObject({ status: 0, stderr: '' })
      }
      expect(await made()).toEqual(ours)
    },
    120_000,
  )

  it.skipIf(!HAS_AWS)(
    `makes what the script makes${HAS_AWS ? '' : ', skipped: the AWS CLI is not installed'}`,
    async () => {
      const argv = [
        'management-events',
        '--prefix',
        'audit',
        '--exclude',
        'kms',
        '--data-events',
        's3',
        '--tag',
        'a=b c',
      ]
      await cli('create', ...argv, '--yes')
      const ours = await made()
      await moto.reset()
      const { stdout: script } = await cli('plan', ...argv)
      const { PATH = '' } = process.env
      const ran = spawnSync('bash', ['-s'], {
        input: script,
        encoding: 'utf8',
        env: { PATH, HOME: '/nonexistent', ...moto.env },
      })
      expect(ran).toMatchObject({ status: 0, stderr: '' })
      expect(await made()).toEqual(ours)
    },
    120_000,
  )

  it('refuses names that are taken, and changes nothing', async () => {
    await s3.send(new CreateBucketCommand({ Bucket: 'my-trail-logs' }))
    const taken = await cli('create', 'management-events', '--bucket', 'my-trail-logs', '--yes')
    expect(taken.stderr).toContain(
      'error: there is already a bucket my-trail-logs\nhint: nothing was changed',
    )
    expect(taken).toMatchObject({ code: 2, stdout: '' })
    expect((await cloudTrail.send(new DescribeTrailsCommand())).trailList).toEqual([])
    await cli('create', 'management-events', '--yes')
    const again = await cli('create', 'management-events', '--bucket', 'another-bucket', '--yes')
    expect(again.stderr).toContain('error: there is already a trail management-events\n')
    expect(again.code).toBe(2)
  })

  it('refuses the account of other credentials', async () => {
    const { stderr, code } = await cli('create', 'management-events', '--account', '999999999999', '--yes')
    expect(stderr).toContain(`error: --account 999999999999: these are the credentials of ${ACCOUNT}\n`)
    expect(code).toBe(2)
    expect(await isEmpty()).toBe(true)
  })

  it('stops at the first failure, and says what exists and how to take it back', async () => {
    const refusing = await startHistoryServer({
      events: {},
      others: {
        DescribeTrails: () => ({ trailList: [] }),
        CreateTrail: () => ({
          status: 400,
          __type: 'MaximumNumberOfTrailsExceededException',
          message: 'Five is the most.',
        }),
      },
    })
    const env = { ...moto.env, AWS_ENDPOINT_URL_CLOUDTRAIL: refusing.endpoint }
    const argv = ['trails', 'create', 'one-more', '--bucket', 'one-more-logs', '--yes', '-q']
    const { stdout, stderr, code } = await runCli(argv, { env })
    await refusing.close()
    expect(stderr).toBe(
      [
        'error: trail one-more: CloudTrail in us-east-1: Five is the most',
        'note: created: bucket one-more-logs, its public access block, its encryption, its policy',
        'hint: these commands remove it:',
        '  aws s3api delete-bucket --bucket one-more-logs --region us-east-1',
        '',
      ].join('\n'),
    )
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
    const { Buckets } = await s3.send(new ListBucketsCommand())
    expect(Buckets?.map(({ Name }) => Name)).toEqual(['one-more-logs'])
  })
})
