import { describe, expect, test } from 'vitest'
import { memorySink } from '../../helpers/memory-sink.ts'
import { colorFor } from '../../../src/cli/color.ts'
import { displayWidth } from '../../../src/format/width.ts'
import type { TableWriterOptions } from '../../../src/output/table-writer.ts'
import { tableWriter } from '../../../src/output/table-writer.ts'

const NAMES = ['event-name', 'event-time', 'user-name', 'event-source', 'resource-type', 'resource-name']
const ROWS = [
  [
    'PutBucketPolicy',
    '2024-08-18T11:42:10Z',
    'deploy-session',
    's3.amazonaws.com',
    'AWS::S3::Bucket',
    'logs-example',
    'AccessDenied',
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
  const writer = tableWriter(NAMES, sink, { mayDrop: true, ...options })
  await writer.begin()
  for (const row of rows) await writer.row(Buffer.from(JSON.stringify(row)))
  await writer.end()
  return sink.text()
}

describe('fits the width', () => {
  test('60', async () => {
    expect(await table(60)).toMatchInlineSnapshot(`
      "Event name     Event time           User name  Resource name
      ────────────────────────────────────────────────────────────
      PutBucketPo… ✗ 2024-08-18T11:42:10Z deploy-se… logs-example
      ConsoleLogin   2024-08-18T11:40:01Z root       -
      AssumeRole     2024-08-18T11:39:00Z -          arn…le/Web +1
      TerminateInst… 2024-08-18T11:38:59Z 山田太郎   i-0abc
      Not shown at this width: Event source, Resource type
      "
    `)
  })
  test('80', async () => {
    expect(await table(80)).toMatchInlineSnapshot(`
      "Event name       Event time           User name    Event source Resource name
      ────────────────────────────────────────────────────────────────────────────────
      PutBucketPoli… ✗ 2024-08-18T11:42:10Z deploy-sess… s3           logs-example
      ConsoleLogin     2024-08-18T11:40:01Z root         signin       -
      AssumeRole       2024-08-18T11:39:00Z -            sts          arn:…role/Web +1
      TerminateInstan… 2024-08-18T11:38:59Z 山田太郎     ec2          i-0abc
      Not shown at this width: Resource type
      "
    `)
  })
  test('120', async () => {
    expect(await table(120)).toMatchInlineSnapshot(`
      "Event name                      Event time            User name       Event source  Resource name
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      PutBucketPolicy ✗ AccessDenied  2024-08-18T11:42:10Z  deploy-session  s3            logs-example
      ConsoleLogin                    2024-08-18T11:40:01Z  root            signin        -
      AssumeRole                      2024-08-18T11:39:00Z  -               sts           arn:aws:ia…:123456789012:role/Web +1
      TerminateInstances              2024-08-18T11:38:59Z  山田太郎        ec2           i-0abc
      Not shown at this width: Resource type
      "
    `)
  })
  test('200', async () => {
    expect(await table(200)).toMatchInlineSnapshot(`
      "Event name                      Event time            User name       Event source          Resource type                  Resource name
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      PutBucketPolicy ✗ AccessDenied  2024-08-18T11:42:10Z  deploy-session  s3.amazonaws.com      AWS::S3::Bucket                logs-example
      ConsoleLogin                    2024-08-18T11:40:01Z  root            signin.amazonaws.com  -                              -
      AssumeRole                      2024-08-18T11:39:00Z  -               sts.amazonaws.com     Role, AssumedRole              arn:aws:iam::123456789012:role/Web, AROAEXAMPLEROLEID0002:i-0abc0123456789def
      TerminateInstances              2024-08-18T11:38:59Z  山田太郎        ec2.amazonaws.com     AWS::EC2::Instance             i-0abc
      "
    `)
  })
  test('80, wrapped', async () => {
    expect(await table(80, { noTruncate: true })).toMatchInlineSnapshot(`
      "Event name     PutBucketPolicy ✗ AccessDenied
      Event time     2024-08-18T11:42:10Z
      User name      deploy-session
      Event source   s3.amazonaws.com
      Resource type  AWS::S3::Bucket
      Resource name  logs-example

      Event name     ConsoleLogin
      Event time     2024-08-18T11:40:01Z
      User name      root
      Event source   signin.amazonaws.com
      Resource type  -
      Resource name  -

      Event name     AssumeRole
      Event time     2024-08-18T11:39:00Z
      User name      -
      Event source   sts.amazonaws.com
      Resource type  AWS::IAM::Role, AWS::STS::AssumedRole
      Resource name  arn:aws:iam::123456789012:role/Web,
                     AROAEXAMPLEROLEID0002:i-0abc0123456789def

      Event name     TerminateInstances
      Event time     2024-08-18T11:38:59Z
      User name      山田太郎
      Event source   ec2.amazonaws.com
      Resource type  AWS::EC2::Instance
      Resource name  i-0abc
      "
    `)
  })
  test('80, wide', async () => {
    expect(await table(80, { wide: true })).toMatchInlineSnapshot(`
      "Event name                      Event time            User name       Event source          Resource type                          Resource name
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      PutBucketPolicy ✗ AccessDenied  2024-08-18T11:42:10Z  deploy-session  s3.amazonaws.com      AWS::S3::Bucket                        logs-example
      ConsoleLogin                    2024-08-18T11:40:01Z  root            signin.amazonaws.com  -                                      -
      AssumeRole                      2024-08-18T11:39:00Z  -               sts.amazonaws.com     AWS::IAM::Role, AWS::STS::AssumedRole  arn:aws:iam::123456789012:role/Web, AROAEXAMPLEROLEID0002:i-0abc0123456789def
      TerminateInstances              2024-08-18T11:38:59Z  山田太郎        ec2.amazonaws.com     AWS::EC2::Instance                     i-0abc
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
  expect(text).toContain(color.red('PutBucketPolicy ✗ AccessDenied'))
  expect(text).toContain(color.dim('-'))
  expect(text).not.toContain(color.red('ConsoleLogin'))
})

test('a long table streams: rows after the first thousand are not held, and follow the widths of those', async () => {
  const sink = memorySink({ columns: 100 })
  const writer = tableWriter(['event-name', 'role', 'user-name'], sink)
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
