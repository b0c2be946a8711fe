// `browse` on what is no folder: an archive, a bucket, Event history. An event in full comes from there once more.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { eventId, historyEvent } from '../../../helpers/history-events.ts'
import { startHistoryServer } from '../../../helpers/history-server.ts'
import { ROOT } from '../../../helpers/root.ts'
import { FAULTS } from '../../../helpers/s3-faults.ts'
import { S3_ENV, serveBucket } from '../../../helpers/s3-cli.ts'
import { browse } from '../../../helpers/terminal.ts'
import { zipOf } from '../../../helpers/zip.ts'

const LOGS = join(ROOT, 'samples/logs/organization')
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

function sampleFiles(): readonly { readonly name: string; readonly content: Uint8Array }[] {
  return readdirSync(LOGS, { recursive: true, encoding: 'utf8' })
    .map((name) => join(LOGS, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ name: relative(LOGS, path), content: readFileSync(path) }))
}

it('an archive', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trail-explore-browse-'))
  cleanups.push(() => rmSync(folder, { recursive: true }))
  const archive = join(folder, 'logs.zip')
  writeFileSync(archive, zipOf(sampleFiles()))
  const { press, shows, ended } = browse([archive], { columns: 160, rows: 120 })
  await shows('127 of 300 events', '4 accounts')
  await press('/CreateTrail\r', /▸ \*\S+ CreateTrail/)
  await press('\r', 'What happened', '"eventName": "CreateTrail"', /logs\.zip\/AWSLogs/)
  await press('q')
  expect(await ended).toMatchObject({ code: 0 })
})

it('a bucket, whose options are in the command of the view', async () => {
  const files = Object.fromEntries(sampleFiles().map(({ name, content }) => [name, content]))
  const { server, options } = await serveBucket(files)
  const { press, shows, ended } = browse(['s3://logs', ...options], { columns: 160, rows: 120, env: S3_ENV })
  await shows('127 of 300 events', '4 accounts')
  await press('/CreateTrail\r', /▸ \*\S+ CreateTrail/)
  const before = server.requests.length
  await press('\r', 'What happened', '"eventName": "CreateTrail"', 's3://logs/AWSLogs')
  // The one file, and no listing.
  expect(server.requests.length - before).toBeLessThanOrEqual(2)
  await press(':', `--endpoint-url ${server.endpoint}`)
  await press('q')
  await press('q')
  expect(await ended).toMatchObject({ code: 0 })
})

it('Event history, whose service is asked for little once more', async () => {
  const events = Array.from({ length: 120 }, (_, i) =>
    historyEvent({
      time: new Date(Date.UTC(2024, 7, 18, 12) - i * 60_000).toISOString().replace('.000', ''),
      id: eventId(i),
      name: `Name${i}`,
    }),
  )
  const server = await startHistoryServer({ events: { 'us-east-1': events }, rate: 1000, burst: 1000 })
  cleanups.push(() => server.close())
  const env = { ...S3_ENV, AWS_ENDPOINT_URL: server.endpoint }
  const { press, shows, ended } = browse(['history:us-east-1', '--read-only', 'any'], {
    columns: 160,
    rows: 120,
    env,
    now: '2024-08-19T00:00:00Z',
  })
  await shows(/^ 120 events/)
  await press('G', /▸ .*Name119/)
  const before = server.requests.length
  await press('\r', 'What happened', '"eventName": "Name119"')
  expect(server.requests.length - before).toBeLessThanOrEqual(2)
  await press('q')
  expect(await ended).toMatchObject({ code: 0 })
})

it('a bucket whose credentials expire on the way: what was read is shown, and said to be incomplete', async () => {
  const files = Object.fromEntries(sampleFiles().map(({ name, content }) => [name, content]))
  const { server, options } = await serveBucket(files)
  let answered = 0
  server.misbehave = ({ key }) => (key.endsWith('.gz') && ++answered > 60 ? FAULTS.expiredToken : undefined)
  const { press, shows, ended } = browse(['s3://logs', '--concurrency', '1', ...options], {
    columns: 160,
    env: S3_ENV,
  })
  await shows('incomplete: not every file could be read')
  await press('j', 'incomplete: not every file could be read')
  await press('q')
  const { code, stderr } = await ended
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('expired') })
})
