import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { allOf, type Clause, type Filter } from '../../../src/filter/clause.ts'
import { parsePattern } from '../../../src/filter/pattern/parse.ts'
import { dropIndex, FileIndex } from '../../../src/index/file-index.ts'
import type { RunReport } from '../../../src/query/report.ts'
import { diskSource } from '../../../src/source/disk.ts'
import type { Source } from '../../../src/source/source.ts'
import { countingSource } from '../../helpers/counting-source.ts'
import { logKey } from '../../helpers/log-key.ts'
import { memorySource } from '../../helpers/memory-source.ts'
import { ask, type PartialQuery } from '../../helpers/query.ts'
import { DAY, FIRST_DAY, tree, type TreeFile } from '../../helpers/trees.ts'
import { filter as anyFilter } from '../filter/arbitrary.ts'

// A run lets others work from time to time, and the rows of a file with a false name come when that file is read: with a clock
// that stands still, both runs of a comparison do so at the same places.
vi.mock('../../../src/util/milliseconds.ts', () => ({ milliseconds: () => 0 }))

const home = realpathSync(mkdtempSync(join(tmpdir(), 'index-use-')))
afterAll(() => rmSync(home, { recursive: true }))

const kept = join(home, 'kept')
// Every run opens it anew, as another process would.
const index = (build = true) => ({ index: new FileIndex(kept), build, now: () => Date.now() + 60_000 })

const delivered = (n: number): number => FIRST_DAY + n * 3_600_000
const keyOf = (n: number): string =>
  logKey({
    account: '123456789012',
    region: 'us-east-1',
    delivered: delivered(n),
    unique: 'abcdefghijklmnop',
  })
const fileOf = (n: number, name: string): Uint8Array =>
  gzipSync(
    `{"Records":[{"eventVersion":"1.08","eventTime":"${new Date(delivered(n) - 60_000).toISOString().slice(0, 19)}Z","eventName":"${name}","eventID":"${n}"}]}`,
  )

const clause = fc.constantFrom<Clause>(
  { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] },
  { kind: 'text', field: 'event-name', values: ['Get*'] },
  { kind: 'text', field: 'event-name', values: ['DeleteTrail'] },
  { kind: 'text', field: 'user-name', values: ['alice'] },
  { kind: 'text', field: 'user-name', values: ['root'] },
  { kind: 'text', field: 'region', values: ['eu-west-1'] },
  { kind: 'contains', values: ['consolelogin'] },
  { kind: 'contains', values: ['x ConsoleLogin y'] },
  { kind: 'time', start: FIRST_DAY + DAY },
  { kind: 'time', end: FIRST_DAY + DAY / 2 },
  { kind: 'pattern', node: parsePattern('{ $.eventName = ConsoleLogin && $.userIdentity.type = "Root" }') },
)
const question = fc.record({
  filter: fc.oneof({ weight: 3, arbitrary: fc.array(clause, { maxLength: 2 }).map(allOf) }, anyFilter),
  ascending: fc.boolean(),
  limit: fc.constantFrom(undefined, undefined, undefined, 2),
  build: fc.boolean(),
})
type Question = typeof question extends fc.Arbitrary<infer Value> ? Value : never

/** What happens to the files before a question: each change names one of them, and what it becomes. */
const change = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('gone', 'other', 'cut', 'flipped', 'new'),
  by: fc.nat(),
})
const steps = fc.array(fc.tuple(fc.array(change, { maxLength: 2 }), question), { minLength: 2, maxLength: 5 })

// Files in which nothing is unusual, as nearly all are; those of `tree` seldom are of this kind.
const usual = fc
  .uniqueArray(
    fc.tuple(fc.nat(60), fc.constantFrom('ConsoleLogin', 'GetObject', 'DeleteTrail'), fc.boolean()),
    {
      selector: ([hour]) => hour,
      maxLength: 8,
    },
  )
  .map((all) =>
    all.map(([n, name, isLate]): TreeFile => ({
      key: keyOf(n),
      bytes: Buffer.from(fileOf(isLate ? n + 1 : n, name)),
      records: [],
    })),
  )
const trees = (honest: boolean) => fc.tuple(tree({ honest }), usual).map(([odd, plain]) => [...odd, ...plain])

// Everything that a run says of its answer; with a limit it depends on how far others had got.
function told(report: RunReport, limit: number | undefined): unknown {
  const { shown, matched, duplicates, conflicts, untimed, misnamed, problems, walk } = report
  if (limit !== undefined) return { shown }
  return {
    shown,
    matched,
    duplicates,
    conflicts,
    untimed,
    misnamed,
    problems: problems.groups(),
    found: walk.found,
  }
}

async function compare(source: Source, { build, ...query }: Question): Promise<RunReport> {
  const plain = await ask({ ...query, sources: [source] })
  const quick = await ask({ ...query, sources: [source], index: index(build) })
  expect(quick.rows).toEqual(plain.rows)
  expect(told(quick.report, query.limit)).toEqual(told(plain.report, query.limit))
  // One that knows what a file holds may know that nothing is left where the other has to say that more may come.
  // Neither may say it of an answer that was cut.
  const isWhole = !(quick.report.limited && plain.report.limited)
  const whole = isWhole ? await ask({ ...query, limit: undefined, sources: [source] }) : plain
  expect(plain.rows).toEqual(whole.rows)
  return quick.report
}

function changed(
  files: Map<string, Buffer>,
  others: readonly TreeFile[],
  { at, kind, by }: { at: number; kind: string; by: number },
): void {
  const keys = [...files.keys()]
  const key = keys[at % keys.length]
  const other = others[by % Math.max(others.length, 1)]
  if (kind === 'new' && other) files.set(other.key, other.bytes)
  if (key === undefined) return
  const bytes = Buffer.from(files.get(key)!)
  if (kind === 'gone') files.delete(key)
  if (kind === 'other' && other) files.set(key, other.bytes)
  if (kind === 'cut') files.set(key, bytes.subarray(0, by % (bytes.length + 1)))
  if (kind === 'flipped' && bytes.length > 0) {
    bytes[by % bytes.length]! ^= 1 << (by % 8)
    files.set(key, bytes)
  }
}

describe('with the index and without it, the answer is the same', () => {
  it('whatever is asked of a bucket, and whatever changes between questions', async () => {
    let ruledOut = 0
    await fc.assert(
      fc.asyncProperty(trees(true), trees(false), steps, async (first, others, all) => {
        dropIndex(kept)
        const files = new Map(first.map(({ key, bytes }) => [key, bytes]))
        for (const [changes, asked] of all) {
          for (const one of changes) changed(files, others, one)
          const source = memorySource(Object.fromEntries(files), { etags: true })
          ruledOut += (await compare(source, asked)).files.byIndex
        }
      }),
      { numRuns: 150 },
    )
    expect(ruledOut, 'files ruled out').toBeGreaterThan(10)
  }, 240_000)

  it('of a tree on disk', async () => {
    let ruledOut = 0
    const root = join(home, 'tree')
    await fc.assert(
      fc.asyncProperty(trees(false), trees(true), steps, async (first, others, all) => {
        dropIndex(kept)
        rmSync(root, { recursive: true, force: true })
        mkdirSync(root)
        const files = new Map(first.map(({ key, bytes }) => [key, bytes]))
        let before = new Map<string, Buffer>()
        for (const [changes, asked] of all) {
          for (const one of changes) changed(files, others, one)
          place(root, before, files)
          before = new Map(files)
          ruledOut += (await compare(diskSource(root, '/'), asked)).files.byIndex
        }
      }),
      { numRuns: 60 },
    )
    expect(ruledOut, 'files ruled out').toBeGreaterThan(5)
  }, 240_000)
})

// Changes what has changed, by new files in place of the old ones.
function place(root: string, before: ReadonlyMap<string, Buffer>, after: ReadonlyMap<string, Buffer>): void {
  for (const key of before.keys()) if (!after.has(key)) rmSync(join(root, key))
  for (const [key, bytes] of after) {
    if (before.get(key) === bytes) continue
    const path = join(root, key)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.part`, bytes)
    renameSync(`${path}.part`, path)
  }
}

const named = (name: string): Filter => ({ kind: 'text', field: 'event-name', values: [name] })
const files = Object.fromEntries(
  Array.from({ length: 20 }, (_, n) => [keyOf(n), fileOf(n, n === 7 ? 'DeleteTrail' : 'GetObject')]),
)

async function reads(query: Omit<PartialQuery, 'sources'>): Promise<readonly string[]> {
  const { source, counts } = countingSource(memorySource(files, { etags: true }))
  await ask({ ...query, sources: [source] })
  return counts.reads
}

const fileGuard = () => ({ leftOut: 'no reason', told: false })

describe('files are read', () => {
  it('only if they can answer, once they are known', async () => {
    dropIndex(kept)
    const filter = named('DeleteTrail')
    expect(await reads({ filter, index: index() })).toHaveLength(20)
    expect(await reads({ filter, index: index() })).toEqual([keyOf(7)])
    expect(await reads({ filter: named('CreateTrail'), index: index() })).toEqual([])
    expect(await reads({ index: index() })).toHaveLength(20)
  })

  it('only if their events are of the time asked for', async () => {
    expect(
      await reads({
        filter: { kind: 'time', start: delivered(7) - 60_000, end: delivered(8) - 60_000 },
        index: index(),
      }),
    ).toEqual([keyOf(8), keyOf(7)])
  })

  it('all, if each is to be what was verified', async () => {
    const { report } = await ask({
      filter: named('DeleteTrail'),
      index: index(),
      fileGuard,
      sources: [memorySource(files, { etags: true })],
    })
    expect([report.files.byIndex, report.files.refused.get('no reason')]).toEqual([0, 20])
  })

  it('all, of a tree that is small and not known', async () => {
    dropIndex(kept)
    const { report } = await ask({
      filter: named('DeleteTrail'),
      index: index(false),
      sources: [memorySource(files, { etags: true })],
    })
    expect([report.files.byIndex, report.files.indexed]).toEqual([0, 0])
    expect(await reads({ filter: named('DeleteTrail'), index: index(false) })).toHaveLength(20)
  })

  it('again, if they have changed a moment ago: clocks of file systems are slow', async () => {
    dropIndex(kept)
    const root = join(home, 'fresh')
    place(root, new Map(), new Map(Object.entries(files).map(([key, bytes]) => [key, Buffer.from(bytes)])))
    const query = { filter: named('DeleteTrail'), sources: [diskSource(root, '/')] }
    const fresh = { ...index(), now: Date.now }
    expect((await ask({ ...query, index: fresh })).report.files.indexed).toBe(0)
    expect((await ask({ ...query, index: index() })).report.files.indexed).toBe(20)
    expect((await ask({ ...query, index: index() })).report.files.byIndex).toBe(19)
  })

  it('again, if they have changed since they were noted, each way of noting', async () => {
    dropIndex(kept)
    const root = join(home, 'noted')
    const all = new Map(Object.entries(files).map(([key, bytes]) => [key, Buffer.from(bytes)]))
    place(root, new Map(), all)
    const query = { filter: named('DeleteTrail'), sources: [diskSource(root, '/')] }
    const byIndex = async () => (await ask({ ...query, index: index() })).report.files.byIndex
    // First the stamp of a file is taken as it is read, then, beside others that are known, as it is looked at.
    for (const expected of [0, 19]) {
      expect(await byIndex()).toBe(expected)
      expect(await byIndex()).toBe(19)
      const changed = new Map(all)
      for (const n of [3, 4]) changed.set(keyOf(n), Buffer.from(files[keyOf(n)]!))
      place(root, all, changed)
      expect(await byIndex()).toBe(17)
    }
  })
})
