import { describe, expect, test } from 'vitest'
import type { MemorySink } from '../../helpers/memory-sink.ts'
import { memorySink } from '../../helpers/memory-sink.ts'
import type { FormatName } from '../../../src/format/format-names.ts'
import { createWriter } from '../../../src/output/writer.ts'
import { UsageError } from '../../../src/util/usage-error.ts'

async function written(
  format: FormatName,
  rows: readonly string[],
  sink: MemorySink = memorySink(),
  columns?: readonly string[],
): Promise<string> {
  const writer = await createWriter({ kind: format, columns }, sink)
  await writer.begin()
  for (const row of rows) await writer.row(Buffer.from(row))
  await writer.end()
  return sink.text()
}

const HEAD =
  'User name,AWS access key,Event time,Event source,Event name,AWS region,Source IP address,User agent,Error code,Resources,Request ID,Event ID,Read-only,Event type,Recipient Account Id,Event category'

describe('what stands around rows', () => {
  test.each<[FormatName, string[], string]>([
    ['json', [], '{"Records":[]}'],
    ['json', ['{"a":1}'], '{"Records":[{"a":1}]}'],
    ['json', ['{"a":1}', '{"b":2}'], '{"Records":[{"a":1},{"b":2}]}'],
    ['jsonl', [], ''],
    ['jsonl', ['{"a":1}', '{"b":2}'], '{"a":1}\n{"b":2}\n'],
    ['csv', [], `${HEAD}\r\n`],
    ['csv', ['a,b', 'c,d'], `${HEAD}\r\na,b\r\nc,d\r\n`],
    [
      'tsv',
      ['a\tb'],
      'Event name\tEvent time\tUser name\tEvent source\tResource type\tResource name\na\tb\n',
    ],
    ['lookup-events', [], '{\n    "Events": []\n}\n'],
    [
      'lookup-events',
      ['        {}', '        {}'],
      '{\n    "Events": [\n        {},\n        {}\n    ]\n}\n',
    ],
    ['table', [], ''],
  ])('%s %j', async (format, rows, text) => {
    expect(await written(format, rows)).toBe(text)
  })

  test.each<[FormatName, string]>([
    ['json', '{"Records":[{}]}\n'],
    ['csv', `${HEAD}\r\n{}\r\n`],
    ['jsonl', '{}\n'],
  ])('%s ends its line on a terminal', async (format, text) => {
    expect(await written(format, ['{}'], memorySink({ isTty: true }))).toBe(text)
  })

  test('columns have their labels as head', async () => {
    const columns = ['event-id', 'requestParameters.bucketName']
    expect(await written('csv', [], memorySink(), columns)).toBe('Event ID,requestParameters.bucketName\r\n')
  })

  test.each(['csv', 'table'] as const)('an unknown column of a %s is a usage error', async (format) => {
    await expect(createWriter({ kind: format, columns: ['event-nmae'] }, memorySink())).rejects.toThrow(
      UsageError,
    )
  })
})

describe('rows stream', () => {
  test('in batches, with little held back', async () => {
    const sink = memorySink()
    const writer = await createWriter({ kind: 'json' }, sink)
    await writer.begin()
    const row = Buffer.from(JSON.stringify({ text: 'x'.repeat(1000) }))
    for (let i = 0; i < 1000; i++) await writer.row(row)
    expect(sink.text().length).toBeGreaterThan(1000 * row.length - 140_000)
    await writer.end()
    expect(JSON.parse(sink.text())).toHaveProperty('Records.length', 1000)
    expect(sink.writes.length).toBeLessThan(20)
  })

  test('a reader that goes away is told to the caller', async () => {
    const error = new Error('EPIPE')
    const writer = await createWriter({ kind: 'jsonl' }, memorySink({ closesAfter: 1, error }))
    await writer.begin()
    const row = Buffer.alloc(40_000, 'x')
    await expect(async () => {
      for (let i = 0; i < 10; i++) await writer.row(row)
    }).rejects.toBe(error)
  })
})

describe('hostile text', () => {
  const hostile = '\u001b]0;x\u0007\u009b2J\u202etxt'

  test.each<[FormatName, string, string]>([
    ['csv', `a,${hostile}`, 'a,\\x1b]0;x\\x07\\x9b2J\\u202etxt'],
    ['tsv', `a\t${hostile}`, 'a\t\\x1b]0;x\\x07\\x9b2J\\u202etxt'],
    ['jsonl', '{"a":"\u009b2J\u202e"}', '{"a":"\\u009b2J\\u202e"}'],
    ['json', '{"a":"\u009b2J\u202e"}', '{"a":"\\u009b2J\\u202e"}'],
    ['lookup-events', '        {\n"a":"\u009b2J"}', '        {\n"a":"\\u009b2J"}'],
  ])('%s is harmless on a terminal, and as delivered in a pipe', async (format, row, shown) => {
    expect(await written(format, [row], memorySink({ isTty: true }))).toContain(shown)
    expect(await written(format, [row])).toContain(row)
  })

  test('tables are harmless everywhere', async () => {
    const text = await written('table', [JSON.stringify([hostile, '\n'])], memorySink(), [
      'event-name',
      'role',
    ])
    expect(text).toContain('\\x1b]0;x\\x07\\x9b2J\\u202etxt \\n')
  })
})
