// What reading many small files costs, in system calls: each file is opened once, whoever reads it. Who knows its size reads it
// with one call; who does not need it for anything else with two, of which the second finds the end.

import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicKeyFile } from '../../samples/build/signing.js'
import { parseSavedKeys, savedKeyFinder } from '../../src/integrity/keys.ts'
import { verify } from '../../src/integrity/verify.ts'
import { diskSource } from '../../src/source/disk.ts'
import { canCountReads, readsOf } from '../helpers/read-calls.ts'
import { ask } from '../helpers/query.ts'
import { runCli } from '../helpers/run-cli.ts'
import { signedTree, testSigner, writeTree } from '../helpers/signed-tree.ts'

const HOURS = 40
const LOGS = HOURS * 5
/** What else is read: modules on their first use, and the counters themselves. */
const OTHER_CALLS = 20
const OTHER_BYTES = 200_000

const keys = savedKeyFinder(parseSavedKeys(publicKeyFile(testSigner()), 'keys.json').keys)
const tree = signedTree({ hours: HOURS, logsPerHour: 5 })
const logs = tree.chains.flatMap((chain) => chain.logs)
let folder = ''
let logBytes = 0
let allBytes = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reads-'))
  await writeTree(tree, folder)
  for (const key of logs.flat()) logBytes += (await stat(join(folder, key))).size
  for (const { body, metadata } of tree.objects.values())
    allBytes += body.length + Buffer.byteLength(JSON.stringify(metadata))
})
afterAll(() => rm(folder, { recursive: true }))

describe.skipIf(!canCountReads)('files read once', () => {
  it('with two calls each, by a search that rules all of them out', async () => {
    const filter = { kind: 'text', field: 'event-name', values: ['NothingHasThisName'] } as const
    const search = () => ask({ sources: [diskSource(folder, '/')], filter })
    await search()
    const { calls, bytes } = await readsOf(search)
    expect(calls).toBeGreaterThanOrEqual(2 * LOGS)
    expect(calls).toBeLessThan(2 * LOGS + OTHER_CALLS)
    expect(bytes).toBeGreaterThanOrEqual(logBytes)
    expect(bytes).toBeLessThan(logBytes + OTHER_BYTES)
  })

  it('with one call each, by verify: log files, digest files and their signatures', async () => {
    await verifyAll()
    const files = LOGS + 2 * HOURS
    const { calls, bytes } = await readsOf(verifyAll)
    expect(calls).toBeGreaterThanOrEqual(files)
    expect(calls).toBeLessThan(files + OTHER_CALLS)
    expect(bytes).toBeLessThan(allBytes + OTHER_BYTES)
  })

  it('by ls none', async () => {
    await listAll()
    const { calls, bytes } = await readsOf(listAll)
    expect(calls).toBeLessThan(OTHER_CALLS)
    expect(bytes).toBeLessThan(OTHER_BYTES)
  })
})

async function verifyAll(): Promise<void> {
  const verdicts = new Set<string>()
  for await (const { verdict } of verify([diskSource(folder, '/')], { keys })) verdicts.add(verdict)
  expect([...verdicts]).toEqual(['valid'])
}

async function listAll(): Promise<void> {
  expect((await runCli(['ls', folder])).code).toBe(0)
}
