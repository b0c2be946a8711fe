// Copies of an event, as a person meets them: one record, however it is written, is shown once; only another value is told.

import { describe, expect, it } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const event =
  '{"eventVersion":"1.08","eventTime":"2024-08-18T10:00:00Z","eventName":"PutObject","eventID":"e-1","recipientAccountId":"111122223333","userAgent":"a\\u003cb","requestParameters":{"size":9007199254740993,"name":"x"}}'
const respelled =
  '{ "userAgent": "a<b", "eventID": "e-1", "requestParameters": { "name": "x", "size": 9007199254740993 }, "recipientAccountId": "111122223333", "eventVersion": "1.08",\n "eventTime": "2024-08-18T10:00:00Z", "eventName": "PutObject" }'
const another = event.replace('9007199254740993', '9007199254740992')

const FORMATS = [
  ['lookup', '-o', 'jsonl'],
  ['lookup', '-o', 'csv'],
  ['lookup', '-o', 'table'],
  ['lookup', '-o', 'lookup-events'],
  ['lookup', '-o', 'jsonl', '--order', 'asc'],
  ['lookup', '-o', 'tsv', '-n', '5'],
  ['summary', '-o', 'json'],
] as const

describe.each(FORMATS)('%s %s %s', (...command) => {
  const logs = tempLogs()
  let runs = 0
  const run = async (...files: readonly (readonly string[])[]) => {
    const paths = files.map((records, n) => logs.write(`${n}-${++runs}.json`, records))
    const { stderr } = await runCli([...(command as readonly string[]), ...paths])
    return /(\d+) events? (?:shown|counted)/.exec(stderr)?.[1] + (/note: .*/.exec(stderr)?.[0] ?? '')
  }

  it('takes copies to the byte for one', async () => {
    expect(await run([event], [event])).toMatch(/^1note: 1 duplicate left out(?!.*re-serialised)/)
  })

  it('takes one record in other words for one, and says so', async () => {
    expect(await run([event], [respelled])).toMatch(/^1note: 1 duplicate left out \(re-serialised\)/)
    expect(await run([respelled], [event], [event])).toMatch(
      /^1note: 2 duplicates left out \(1 of them re-serialised\)/,
    )
  })

  it('shows another value, to the last digit', async () => {
    expect(await run([event], [another])).toMatch(
      /^2note: 1 event with the ID of another but different values/,
    )
  })
})

describe('events with one ID', () => {
  const logs = tempLogs()
  const file = logs.write(
    'same-id.json',
    Array.from({ length: 9 }, (_, n) => ({
      eventTime: '2024-08-18T10:00:00Z',
      eventName: `Name${(n * 5) % 9}`,
      awsRegion: `region-${n}`,
      eventID: 'e-1',
    })),
  )

  it('come in one order, whatever they are printed as', async () => {
    const order = namesOf((await runCli(['lookup', file, '-o', 'jsonl'])).stdout)
    expect(new Set(order).size).toBe(9)
    for (const format of ['csv', 'tsv', 'json', 'table'])
      expect(namesOf((await runCli(['lookup', file, '-o', format])).stdout)).toEqual(order)
    for (const format of ['csv', 'jsonl'])
      expect(namesOf((await runCli(['lookup', file, '-o', format, '-n', '1'])).stdout)).toEqual([order[0]])
  })
})

function namesOf(stdout: string): readonly string[] {
  return [...stdout.matchAll(/Name\d/g)].map(([name]) => name)
}
