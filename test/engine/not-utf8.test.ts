// Records whose bytes are not UTF-8 are kept byte for byte in every kind of file that is written.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { rowsOf } from './events.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A record with these bytes as its user agent. */
function record(n: number, agent: Uint8Array): Buffer {
  const [before, after] = JSON.stringify({
    eventVersion: '1.08',
    eventTime: `2024-08-18T10:00:${String(59 - n).padStart(2, '0')}Z`,
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    userAgent: '@',
    eventID: `id-${n}`,
  }).split('@')
  return Buffer.concat([Buffer.from(before!), agent, Buffer.from(after!)])
}

function logOf(records: readonly Buffer[]): string {
  const parts = records.flatMap((one, n) => (n === 0 ? [one] : [Buffer.from(','), one]))
  const path = join(folder, 'a.json.gz')
  writeFileSync(path, gzipSync(Buffer.concat([Buffer.from('{"Records":['), ...parts, Buffer.from(']}')])))
  return path
}

/** The records' bytes, and how many are not text. */
async function read(from: string): Promise<readonly [bytes: string, others: number]> {
  const rows = await rowsOf(
    `select hex(coalesce(raw_bytes, encode(raw))), raw_bytes is not null from ${from} order by eventtime desc`,
  )
  return [rows.map(([bytes]) => String(bytes)).join('\n'), rows.filter(([, isOther]) => isOther).length]
}

it('whatever they are', async () => {
  // No quote, backslash or control character, which would end the text.
  const byte = fc.oneof(fc.integer({ min: 0x80, max: 0xff }), fc.constantFrom(0x20, 0x61))
  const agent = fc.oneof(
    fc.uint8Array({ maxLength: 0 }),
    fc.constantFrom(Buffer.from('caf\u00e9 \u{1f600}'), Buffer.from([0xe9]), Buffer.from([0xed, 0xa0, 0x80])),
    fc.array(byte, { maxLength: 6 }).map((bytes) => Uint8Array.from(bytes)),
  )
  let not = 0
  await fc.assert(
    fc.asyncProperty(fc.array(agent, { minLength: 1, maxLength: 12 }), async (agents) => {
      const records = agents.map((bytes, n) => record(n, bytes))
      const wanted = records.map((one) => one.toString('hex').toUpperCase()).join('\n')
      const log = logOf(records)
      const others = records.filter((one) => !one.equals(Buffer.from(one.toString()))).length
      not += others
      const said =
        others === 0 ? /^(?!.*raw_bytes)/s : new RegExp(`${others} records? not UTF-8: see raw_bytes`)

      const parquet = join(folder, 'events')
      const exported = await runCli(['export', 'parquet', parquet, log])
      expect(exported.stderr.replaceAll('\n', ' ')).toMatch(said)
      expect(await read(`'${parquet}/*.parquet'`)).toEqual([wanted, others])
      rmSync(parquet, { recursive: true })

      const one = join(folder, 'one.parquet')
      await runCli(['lookup', log, '--output-file', one])
      expect(await read(`'${one}'`)).toEqual([wanted, others])

      const database = join(folder, 'events.duckdb')
      const saved = await runCli(['export', 'duckdb', database, log])
      expect(saved.stderr.replaceAll('\n', ' ')).toMatch(said)
      const query = 'select hex(coalesce(raw_bytes, encode(raw))) as h from events order by eventtime desc'
      for (const argv of [[database], [log, '--raw']]) {
        const { stdout } = await runCli(['sql', query, ...argv, '-o', 'csv'])
        expect(stdout.replaceAll('\r', '').trimEnd()).toBe(`h\n${wanted}`)
      }
      rmSync(database)
    }),
    { numRuns: 10, endOnFailure: true },
  )
  expect(not).toBeGreaterThan(5)
}, 240_000)
