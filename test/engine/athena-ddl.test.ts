import { afterEach, expect, it } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { S3_ENV, serveBucket } from '../helpers/s3-cli.ts'
import { type AthenaServer, serveAthena } from '../helpers/athena-server.ts'

let athena: AthenaServer | undefined
afterEach(() => athena?.close())

const FILES = {
  'AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2021/03/04/a.json.gz': 'x',
  'AWSLogs/o-exampleorg1/444455556666/CloudTrail/us-east-1/2019/03/04/a.json.gz': 'x',
  'AWSLogs/o-exampleorg1/777788889999/CloudTrail-Digest/us-east-1/2010/03/04/a.json.gz': 'x',
  'AWSLogs/111122223333/CloudTrail/us-east-1/2020/01/01/a.json.gz': 'x',
  'AWSLogs/111122223333/elasticloadbalancing/us-east-1/2020/01/01/a.log.gz': 'x',
}

it('prints a table for each tree, and makes nothing', async () => {
  const { options } = await serveBucket(FILES)
  const { stdout, stderr, code } = await runCli(['athena', 'ddl', 's3://logs', ...options], { env: S3_ENV })
  expect(code).toBe(0)
  expect(stderr).toContain('s3://logs/AWSLogs/o-exampleorg1/: 2 accounts, 2 Regions, since 2019')
  expect(stdout.match(/CREATE EXTERNAL TABLE/g)).toHaveLength(2)
  expect(stdout).toContain("'projection.account.values' = '111122223333,444455556666'")
  expect(stdout).toContain('"default"."events_2"')
})

it('runs them in their order, after a look at the workgroup', async () => {
  athena = await serveAthena({ answer: async () => ({}), outputLocation: 's3://results/' })
  const { options } = await serveBucket(FILES)
  const env = { ...S3_ENV, AWS_ENDPOINT_URL_ATHENA: athena.url }
  const argv = ['athena', 'ddl', 's3://logs/AWSLogs/111122223333', '--run', ...options]
  const { stdout, code } = await runCli(argv, { env })
  expect(code).toBe(0)
  expect(athena.queries.map((sql) => sql.split(' ', 3).join(' '))).toEqual([
    'CREATE EXTERNAL TABLE',
    'CREATE OR REPLACE',
    'CREATE OR REPLACE',
    'CREATE EXTERNAL TABLE',
    'CREATE OR REPLACE',
    'CREATE OR REPLACE',
  ])
  expect(stdout).toContain('done: CREATE EXTERNAL TABLE IF NOT EXISTS `default`.`cloudtrail_logs`\n')
})

it('tells of a workgroup without a place for results, and of a statement that fails', async () => {
  athena = await serveAthena({ answer: () => Promise.reject(new Error('no such database')) })
  const { options } = await serveBucket(FILES)
  const env = { ...S3_ENV, AWS_ENDPOINT_URL_ATHENA: athena.url }
  const argv = ['athena', 'ddl', 's3://logs', '--run', ...options]
  const placeless = await runCli(argv, { env })
  expect(placeless).toMatchObject({ code: 1, stdout: '' })
  expect(placeless.stderr).toContain("the Athena workgroup 'primary' has no place for results")
  const failing = await runCli([...argv, '--athena-output', 's3://results/'], { env })
  expect(failing.code).toBe(1)
  expect(failing.stderr).toContain('Athena: no such database')
})

it('tells of a bucket without logs', async () => {
  const { options } = await serveBucket({ 'a/b.txt': 'x' })
  const { stderr, code } = await runCli(['athena', 'ddl', 's3://logs', ...options], { env: S3_ENV })
  expect(code).toBe(1)
  expect(stderr).toContain('no AWSLogs folder with logs of CloudTrail below it')
})
