// `watch --state … >> file`: exactly once, wherever the process ended.

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { appendFileSync, closeSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { outputFile } from '../../../../src/cli/output-file.ts'
import { restOf } from '../../../../src/commands/watch/outbox.ts'
import { logKey } from '../../../helpers/log-key.ts'
import { type CliOptions, runCli } from '../../../helpers/run-cli.ts'

const root = mkdtempSync(join(tmpdir(), 'trail-explore-watch-file-'))
afterAll(() => rmSync(root, { recursive: true }))
let folder = ''
let out = ''
beforeEach(begin)

function begin(): void {
  folder = mkdtempSync(join(root, 'run-'))
  out = join(folder, 'out')
}

let files = 0
function deliver(ids: readonly number[]): void {
  const unique = `unique${String(++files).padStart(10, '0')}`
  const delivered = Date.parse('2024-08-18T11:55:00Z')
  const path = join(
    folder,
    'logs',
    logKey({ account: '123456789012', region: 'us-east-1', delivered, unique }),
  )
  mkdirSync(dirname(path), { recursive: true })
  const records = ids.map((id) => ({
    eventName: 'StopLogging',
    eventSource: 'cloudtrail.amazonaws.com',
    eventTime: '2024-08-18T11:50:00Z',
    eventID: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    recipientAccountId: '123456789012',
    requestParameters: { name: 'naïve\u0000 \u{1f600}', id },
  }))
  writeFileSync(path, gzipSync(JSON.stringify({ Records: records })))
}

function look(argv: readonly string[], options: CliOptions = {}, room?: number) {
  const outFile = { path: out, ...(room !== undefined && { room }) }
  return runCli(['watch', 'logs', '--once', '--state', 'state', '--last', '1d', ...argv], {
    cwd: folder,
    now: '2024-08-18T12:00:00Z',
    outFile,
    ...options,
  })
}

const eventIds = (): string[] => readFileSync(out, 'utf8').match(/(?<=-8000-)\d{12}/g) ?? []
const idsUpTo = (end: number): string[] => Array.from({ length: end }, (_, i) => String(i).padStart(12, '0'))

describe.each([
  ['events', []],
  ['events as CSV', ['-o', 'csv', '--columns', 'event-id,requestParameters.name']],
  ['findings', ['--detect']],
  ['findings as a table', ['--detect', '-o', 'table']],
])('%s', (_, argv) => {
  // A table has no event IDs.
  const found = (): string[] =>
    argv.includes('table')
      ? readFileSync(out, 'utf8')
          .split('\n')
          .filter((line) => line.includes('StopLogging'))
          .map((__, i) => idsUpTo(i + 1)[i]!)
      : eventIds().toSorted()
  const heads = argv.includes('csv') ? 1 : 0
  test('cut anywhere are completed by the next run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4000), { minLength: 1, maxLength: 3 }), async (rooms) => {
        begin()
        let end = 0
        for (const room of rooms) {
          deliver([Math.max(end - 1, 0), end, end + 1, end + 2])
          end += 3
          await look(argv, {}, room)
        }
        expect(await look(argv)).toMatchObject({ code: 0 })
        expect(found()).toEqual(idsUpTo(end))
        expect(readFileSync(out, 'utf8').match(/^eventId,/gm) ?? []).toHaveLength(heads)
        const size = statSync(out).size
        await look(argv)
        expect(statSync(out).size).toBe(size)
      }),
      { numRuns: 5 },
    )
  })
})

test('calls that were not made are made by the next run, and each has an ID that stays the same', async () => {
  deliver([0, 1, 2])
  const calls: (readonly [string, string])[] = []
  const interrupt = new AbortController()
  const runCommand: NonNullable<CliOptions['runCommand']> = async (_, input, _signal, variables) => {
    const { eventID } = JSON.parse(input) as { eventID: string }
    calls.push([eventID, variables['TRAIL_EXPLORE_ID'] ?? ''])
    if (calls.length === 2) {
      interrupt.abort()
      throw new Error('killed')
    }
    return 0
  }
  await look(['--exec', 'x'], { runCommand, signal: interrupt.signal })
  await look(['--exec', 'x'], { runCommand })
  expect(eventIds().toSorted()).toEqual(idsUpTo(3))
  // The second call was interrupted, so that nobody knows whether it arrived.
  expect(calls).toHaveLength(4)
  expect(calls[2]).toEqual(calls[1])
  expect(new Set(calls.map(([, id]) => id)).size).toBe(3)
  expect(calls.every(([, id]) => /^[0-9a-f]{32}$/.test(id))).toBe(true)
})

test('a finding carries the ID of its call', async () => {
  deliver([0, 1])
  const ids: (string | undefined)[] = []
  const runCommand: NonNullable<CliOptions['runCommand']> = async (_, input, _signal, variables) => {
    ids.push((JSON.parse(input) as { findingId: string }).findingId, variables['TRAIL_EXPLORE_ID'])
    return 0
  }
  await look(['--detect', '--exec', 'x'], { runCommand })
  const printed = readFileSync(out, 'utf8').trim().split('\n')
  const findings = printed.map((line) => (JSON.parse(line) as { findingId: string }).findingId)
  expect(ids).toEqual(findings.flatMap((id) => [id, id]))
  expect(new Set(ids).size).toBe(2)
})

test('into another file the interrupted batch is printed again, and that is said', async () => {
  deliver([0, 1])
  await look([], {}, 10)
  renameSync(out, `${out}.1`)
  const { stderr } = await look([])
  expect(stderr).toContain('its last events are printed again')
  expect(eventIds().toSorted()).toEqual(idsUpTo(2))
})

test('a file without a date in its name is read once, however long it stays', async () => {
  mkdirSync(join(folder, 'logs'))
  const record = { eventName: 'Call', eventTime: '2024-08-18T11:50:00Z', eventID: 'a-a-a-a-a' }
  writeFileSync(join(folder, 'logs', 'export.json'), JSON.stringify({ Records: [record] }))
  await look([])
  const { size } = statSync(out)
  expect(size).toBeGreaterThan(0)
  for (let day = 19; day < 29; day++) await look([], { now: `2024-08-${day}T12:00:00Z` })
  expect(statSync(out).size).toBe(size)
})

describe('what is missing of a batch', () => {
  const BATCH = 'one\ntwo\ntwo\nthree\n'
  const rest = (there: string): string => {
    const path = join(folder, 'there')
    writeFileSync(path, `before\n${there}`)
    const descriptor = openSync(path, 'a')
    try {
      const pending = { size: 7, bytes: Buffer.from(BATCH).toString('base64') }
      return Buffer.from(restOf(pending, outputFile(descriptor)!)).toString()
    } finally {
      closeSync(descriptor)
    }
  }
  test.each([
    ['nothing is there', '', BATCH],
    ['it was cut in a line', 'one\ntw', 'o\ntwo\nthree\n'],
    ['all of it is there', BATCH, ''],
    ['all of it is there, and others wrote', `x\n${BATCH}y\n`, ''],
    ['others wrote between its lines', 'one\nx\ntwo\n', 'two\nthree\n'],
    ['others wrote before it was cut', 'x\none\ntw', '\ntwo\ntwo\nthree\n'],
  ])('%s', (_, there, missing) => {
    expect(rest(there)).toBe(missing)
  })

  test('the file was truncated', () => {
    const path = join(folder, 'truncated')
    appendFileSync(path, 'new\n')
    const descriptor = openSync(path, 'a')
    const pending = { size: 7, bytes: Buffer.from(BATCH).toString('base64') }
    expect(Buffer.from(restOf(pending, outputFile(descriptor)!)).toString()).toBe(BATCH)
    closeSync(descriptor)
  })
})
