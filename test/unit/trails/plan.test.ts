// A plan as text: valid for those who read it, refused where a service would refuse it.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isInstalled } from '../../helpers/moto.ts'
import { runCli } from '../../helpers/run-cli.ts'

const plan = (...argv: readonly string[]) =>
  runCli(['trails', 'plan', ...argv], { env: { AWS_REGION: 'us-east-1' } })

const VARIANTS: readonly (readonly string[])[] = [
  ['management-events'],
  ['management-events', '--region', 'eu-west-1', '--bucket', 'my-trail-logs', '--prefix', 'audit/trail'],
  [
    'management-events',
    '--account',
    '123456789012',
    '--organization',
    'o-abcdefghij',
    '--tag',
    'team=security ops',
  ],
  [
    'management-events',
    '--kms-key=arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    '--management=WriteOnly',
    '--exclude=kms',
    '--exclude=rds-data',
    '--data-events=s3=arn:aws:s3:::my-bucket/',
    '--data-events=lambda',
    '--insights',
    '--single-region',
    '--tag=note=a: b = c',
  ],
]

const HAS_CFN = isInstalled('cfn-lint')
const HAS_TERRAFORM = isInstalled('terraform')

describe('of the tutorial', () => {
  it('holds what the tutorial makes, in the safe order, and nothing more', async () => {
    const { stdout, stderr, code } = await plan('management-events')
    const commands = [...stdout.matchAll(/^aws \w+ ([\w-]+)/gm)].map(([, command]) => command)
    expect(commands).toEqual([
      'create-bucket',
      'put-public-access-block',
      'put-bucket-encryption',
      'put-bucket-policy',
      'create-trail',
      'start-logging',
    ])
    expect(stdout).toContain('--is-multi-region-trail')
    expect(stdout).toContain('--enable-log-file-validation')
    expect(
      stdout.match(/"aws:SourceArn": "arn:aws:cloudtrail:us-east-1:\$ACCOUNT:trail\/management-events"/g),
    ).toHaveLength(2)
    expect(stdout).not.toMatch(/data|insight/i)
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  })

  it('is the same for the same trail', async () => {
    expect((await plan('management-events')).stdout).toBe((await plan('management-events')).stdout)
  })

  it('lets an organization write below its own folder too', async () => {
    const { stdout } = await plan(
      'management-events',
      '--organization',
      'o-abcdefghij',
      '--account',
      '123456789012',
    )
    expect(stdout).toContain('/AWSLogs/o-abcdefghij/*"')
    expect(stdout).toContain('/AWSLogs/123456789012/*"')
    expect(stdout).not.toContain('sts')
  })
})

describe.each(VARIANTS.map((argv) => [argv]))('%j', (argv) => {
  it('is a script that a shell can read', async () => {
    const { stdout } = await plan(...argv)
    expect(spawnSync('bash', ['-n'], { input: stdout, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    })
    expect(stdout).not.toContain('{account}')
  })

  it('is a script of PowerShell in which nothing but JSON stands between quotes', async () => {
    const { stdout } = await plan(...argv, '-o', 'powershell')
    const requests = [...stdout.matchAll(/^Send-Request \S+ \S+ @'\n([^]*?)\n'@$/gm)]
    expect(requests).toHaveLength((await plan(...argv)).stdout.match(/^aws (?:s3api|cloudtrail)/gm)!.length)
    for (const [, json = ''] of requests) expect(JSON.parse(json)).toBeTypeOf('object')
    expect(stdout).toMatch(/^[\n -~]*$/)
  })

  it('is JSON for CloudFormation, of which the trail waits for the policy', async () => {
    const { stdout } = await plan(...argv, '-o', 'cloudformation')
    const { Resources } = JSON.parse(stdout) as {
      Resources: Record<string, { Type: string; DependsOn?: string }>
    }
    expect(Object.values(Resources).map(({ Type }) => Type)).toEqual([
      'AWS::S3::Bucket',
      'AWS::S3::BucketPolicy',
      'AWS::CloudTrail::Trail',
    ])
    expect(Resources['Trail']!.DependsOn).toBe('BucketPolicy')
    expect(stdout).not.toContain('{account}')
  })

  it.skipIf(!HAS_CFN)(
    `passes cfn-lint${HAS_CFN ? '' : ', skipped: not installed (pip install cfn-lint)'}`,
    async () => {
      const { stdout } = await plan(...argv, '-o', 'cloudformation')
      const folder = mkdtempSync(join(tmpdir(), 'trail-explore-plan-'))
      try {
        writeFileSync(join(folder, 'trail.json'), stdout)
        expect(execFileSync('cfn-lint', [join(folder, 'trail.json')], { encoding: 'utf8' })).toBe('')
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )

  it.skipIf(!HAS_TERRAFORM)(
    `is Terraform as its own formatter writes it${HAS_TERRAFORM ? '' : ', skipped: not installed'}`,
    async () => {
      const { stdout } = await plan(...argv, '-o', 'terraform')
      const { status, stdout: formatted } = spawnSync('terraform', ['fmt', '-'], {
        input: stdout,
        encoding: 'utf8',
      })
      expect(status).toBe(0)
      expect(stdout).toBe(formatted)
      expect(stdout).not.toContain('{account}')
    },
  )
})

it.each([
  ['my', "error: not the name of a trail: 'my'\nhint: names have 3 to 128 characters"],
  ['-trail', "unknown option '-trail'"],
  ['my..trail', "error: not the name of a trail: 'my..trail'\nhint: names have no two dots"],
  ['my trail', "error: not the name of a trail: 'my trail'\nhint: names have letters"],
  ['192.168.5.4', 'hint: names are no IP addresses'],
  [
    'trail --bucket My_Bucket',
    "error: not the name of a bucket: 'My_Bucket'\nhint: names have lower-case letters",
  ],
  ['trail --bucket ab', 'hint: names have 3 to 63 characters'],
  ['trail --bucket xn--a', 'hint: AWS keeps names'],
  ['trail --region us-eats-1', "error: not a Region: 'us-eats-1'\nhint: did you mean us-east-1?"],
  ['trail --region us-east-1 --region eu-west-1', 'error: --region given 2 times'],
  ['trail --account 123', "error: --account '123' is not valid\nhint: account IDs have twelve digits"],
  ['trail --organization 123', "error: --organization '123' is not valid"],
  ['trail --kms-key alias/x', "error: --kms-key 'alias/x' is not valid"],
  ['trail --prefix /x', "error: --prefix '/x' is not valid"],
  ['trail --data-events s4', "error: --data-events 's4' is not known"],
  ['trail --data-events s3=bucket', "error: --data-events 's3=bucket': not the beginning of an ARN"],
  ['trail --tag x', "error: --tag 'x' is not valid"],
  ['trail --tag aws:x=1', "error: --tag 'aws:x=1' is not valid"],
  ['trail --tag a=1 --tag a=2', "error: --tag 'a' given twice"],
  ['trail -o csv', 'error: -o csv cannot be combined with a plan'],
  ['trail --yes', 'error: --yes cannot be combined with plan'],
])('trails plan %s', async (line, message) => {
  const words = line === 'my trail' ? [line] : line.split(' ')
  const { stdout, stderr, code } = await plan(...words)
  expect(stderr).toContain(message)
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
})

it.each([
  [['trails', 'plan'], 'error: plan needs the name of the new trail'],
  [['trails', 'a-trail', 'b-trail'], "error: 'a-trail' is nothing to do with 'b-trail'"],
  [['trails', '--bucket', 'x'], 'error: --bucket is for a new trail'],
  [['trails', '-o', 'terraform'], 'error: -o terraform is for plan and create'],
])('%j', async (argv, message) => {
  const { stderr, code } = await runCli(argv)
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})
