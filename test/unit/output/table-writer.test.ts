import { describe, expect, test } from 'vitest'
import { memorySink } from '../../helpers/memory-sink.ts'
import { colorFor } from '../../../src/cli/color.ts'
import { displayWidth } from '../../../src/format/width.ts'
import type { TableWriterOptions } from '../../../src/output/table-writer.ts'
import { tableWriter } from '../../../src/output/table-writer.ts'

const LABELS = ['Event name', 'Event time', 'User name', 'Event source', 'Resource type', 'Resource name']
const ROWS = [
  [
    'PutBucketPolicy',
    '2024-08-18T11:42:10Z',
    'deploy-session',
    's3.amazonaws.com',
    'AWS::S3::Bucket',
    'logs-example',
    'failed',
  ],
  ['ConsoleLogin', '2024-08-18T11:40:01Z', 'root', 'signin.amazonaws.com', '', '', ''],
  [
    'AssumeRole',
    '2024-08-18T11:39:00Z',
    '',
    'sts.amazonaws.com',
    'AWS::IAM::Role, AWS::STS::AssumedRole',
    'arn:aws:iam::123456789012:role/Web, AROAEXAMPLEROLEID0002:i-0abc0123456789def',
    '',
  ],
  [
    'TerminateInstances',
    '2024-08-18T11:38:59Z',
    '山田太郎',
    'ec2.amazonaws.com',
    'AWS::EC2::Instance',
    'i-0abc',
    '',
  ],
]

async function table(columns: number, options: TableWriterOptions = {}, rows = ROWS): Promise<string> {
  const sink = memorySink({ columns })
  const writer = tableWriter(LABELS, sink, options)
  await writer.begin()
  for (const row of rows) await writer.row(Buffer.from(JSON.stringify(row)))
  await writer.end()
  return sink.text()
}

describe('fits the width', () => {
  test('60', async () => {
    expect(await table(60)).toMatchInlineSnapshot(`
      "Event    Event time           User  Event  Resource Resource
      name                          name  source type     name
      ────────────────────────────────────────────────────────────
      PutBuck… 2024-08-18T11:42:10Z depl… s3…    …Bucket  logs-ex…
      Console… 2024-08-18T11:40:01Z root  signi… -        -
      AssumeR… 2024-08-18T11:39:00Z -     sts…   …Role, … arn:aws…
      Termina… 2024-08-18T11:38:59Z 山田… ec2…   …Instan… i-0abc
      "
    `)
  })
  test('80', async () => {
    expect(await table(80)).toMatchInlineSnapshot(`
      "Event name      Event time           User name  Event   Resource  Resource name
                                                      source  type
      ────────────────────────────────────────────────────────────────────────────────
      PutBucketPolicy 2024-08-18T11:42:10Z deploy-se… s3…     …Bucket   logs-example
      ConsoleLogin    2024-08-18T11:40:01Z root       signin… -         -
      AssumeRole      2024-08-18T11:39:00Z -          sts…    …Role, …  arn:aws:iam::…
      TerminateInsta… 2024-08-18T11:38:59Z 山田太郎   ec2…    …Instance i-0abc
      "
    `)
  })
  test('120', async () => {
    expect(await table(120)).toMatchInlineSnapshot(`
      "Event name          Event time            User name       Event    Resource type        Resource name
                                                                source
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      PutBucketPolicy     2024-08-18T11:42:10Z  deploy-session  s3…      AWS::S3::Bucket      logs-example
      ConsoleLogin        2024-08-18T11:40:01Z  root            signin…  -                    -
      AssumeRole          2024-08-18T11:39:00Z  -               sts…     …Role, …AssumedRole  arn:aws:iam::123456789012:role/…
      TerminateInstances  2024-08-18T11:38:59Z  山田太郎        ec2…     AWS::EC2::Instance   i-0abc
      "
    `)
  })
  test('200', async () => {
    expect(await table(200)).toMatchInlineSnapshot(`
      "Event name          Event time            User name       Event source          Resource type                          Resource name
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      PutBucketPolicy     2024-08-18T11:42:10Z  deploy-session  s3.amazonaws.com      AWS::S3::Bucket                        logs-example
      ConsoleLogin        2024-08-18T11:40:01Z  root            signin.amazonaws.com  -                                      -
      AssumeRole          2024-08-18T11:39:00Z  -               sts.amazonaws.com     AWS::IAM::Role, AWS::STS::AssumedRole  arn:aws:iam::123456789012:role/Web, AROAEXAMPLEROLEID0002:i-0abc0123456789def
      TerminateInstances  2024-08-18T11:38:59Z  山田太郎        ec2.amazonaws.com     AWS::EC2::Instance                     i-0abc
      "
    `)
  })
  test('80, wrapped', async () => {
    expect(await table(80, { noTruncate: true })).toMatchInlineSnapshot(`
      "Event name     Event time           User name  Event     Resource  Resource name
                                                     source    type
      ────────────────────────────────────────────────────────────────────────────────
      PutBucketPolic 2024-08-18T11:42:10Z deploy-ses s3.amazon AWS::S3:: logs-example
      y                                   sion       aws.com   Bucket
      ConsoleLogin   2024-08-18T11:40:01Z root       signin.am -         -
                                                     azonaws.c
                                                     om
      AssumeRole     2024-08-18T11:39:00Z -          sts.amazo AWS::IAM: arn:aws:iam::
                                                     naws.com  :Role,    123456789012:
                                                               AWS::STS: role/Web,
                                                               :AssumedR AROAEXAMPLERO
                                                               ole       LEID0002:i-0a
                                                                         bc0123456789d
                                                                         ef
      TerminateInsta 2024-08-18T11:38:59Z 山田太郎   ec2.amazo AWS::EC2: i-0abc
      nces                                           naws.com  :Instance
      "
    `)
  })
  test('80, wide', async () => {
    expect(await table(80, { wide: true })).toMatchInlineSnapshot(`
      "Event name          Event time            User name       Event source          Resource type                          Resource name
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      PutBucketPolicy     2024-08-18T11:42:10Z  deploy-session  s3.amazonaws.com      AWS::S3::Bucket                        logs-example
      ConsoleLogin        2024-08-18T11:40:01Z  root            signin.amazonaws.com  -                                      -
      AssumeRole          2024-08-18T11:39:00Z  -               sts.amazonaws.com     AWS::IAM::Role, AWS::STS::AssumedRole  arn:aws:iam::123456789012:role/Web, AROAEXAMPLEROLEID0002:i-0abc0123456789def
      TerminateInstances  2024-08-18T11:38:59Z  山田太郎        ec2.amazonaws.com     AWS::EC2::Instance                     i-0abc
      "
    `)
  })

  test.each([60, 72, 80, 99, 100, 120, 160, 200])(
    'no line is longer than %i, and no time is cut',
    async (columns) => {
      const text = await table(columns)
      for (const line of text.trimEnd().split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
      for (const row of ROWS) expect(text).toContain(row[1])
    },
  )
})

test('failed events are red, the head is bold, what is not there is dim', async () => {
  const color = await colorFor({ isTty: false }, {}, 'always')
  const text = await table(200, { color }, ROWS.slice(0, 2))
  expect(text).toContain(color.bold('Event name'))
  expect(text).toContain(color.red('PutBucketPolicy'))
  expect(text).toContain(color.dim('-'))
  expect(text).not.toContain(color.red('ConsoleLogin'))
})

test('a long table streams: rows after the first thousand are not held, and follow the widths of those', async () => {
  const sink = memorySink({ columns: 100 })
  const writer = tableWriter(['Event name', 'Role', 'User name'], sink)
  const row = (name: string) => writer.row(Buffer.from(JSON.stringify([name, 'r', 'u', ''])))
  for (let i = 0; i < 999; i++) await row('Short')
  expect(sink.text()).toBe('')
  for (let i = 0; i < 20_000; i++) await row('Short')
  expect(sink.text().length).toBeGreaterThan(19_000 * 'Short       r'.length)
  await row('MuchLongerThanTheOthers')
  await writer.end()
  const lines = sink.text().trimEnd().split('\n')
  expect(lines.length).toBe(2 + 21_000)
  expect(lines.at(-1)).toBe('MuchLonge…  r     u')
})
