// Threads need the built program: Node 20 cannot load a .ts worker. Run `npm run build` first.

import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Batch, DecodePlan, FileInput } from '../../src/decode/batch.ts'
import type { DecodePool, Decoding } from '../../src/decode/pool.ts'
import { EVERYTHING } from '../../src/filter/clause.ts'
import { reportsOf } from '../helpers/file-reports.ts'
import { logKey } from '../helpers/log-key.ts'
import { ROOT } from '../helpers/root.ts'

const ACCOUNT = '123456789012'
const FILES = 400
const tree = mkdtempSync(join(tmpdir(), 'trail-explore-pool-'))

beforeAll(() => {
  for (let n = 0; n < FILES; n++) {
    const delivered = Date.UTC(2024, 7, 18, 12) - n * 600_000
    const region = n % 3 === 0 ? 'eu-west-1' : 'us-east-1'
    const unique = `abcdefgh${String(n).padStart(8, '0')}`
    const records = Array.from({ length: 60 }, (_, k) => ({
      eventVersion: '1.08',
      userIdentity: { type: 'IAMUser', userName: `user${k % 7}` },
      eventTime: new Date(delivered - ((k * 7919) % 900) * 1000).toISOString().replace('.000', ''),
      eventName: k % 10 === 0 ? 'DeleteBucket' : 'PutObject',
      readOnly: false,
      // Every tenth event is in the next file as well.
      eventID: k % 10 === 1 ? `copy-${n - (n % 2)}-${k}` : `${n}-${k}`,
      recipientAccountId: ACCOUNT,
    }))
    const path = join(tree, logKey({ account: ACCOUNT, region, delivered, unique }))
    mkdirSync(dirname(path), { recursive: true })
    const bytes = gzipSync(JSON.stringify({ Records: records }))
    writeFileSync(path, n === 50 ? bytes.subarray(0, bytes.length / 2) : bytes)
  }
})

afterAll(() => rmSync(tree, { recursive: true }))

interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function lookup(...args: readonly string[]): Ended {
  return lookupIn(tree, {}, ...args)
}

function lookupIn(source: string, env: NodeJS.ProcessEnv, ...args: readonly string[]): Ended {
  return run(source, env, 'lookup', ...args)
}

function run(source: string, env: NodeJS.ProcessEnv, ...args: readonly string[]): Ended {
  const program = join(ROOT, 'bin/trail-explore.js')
  const [command, ...options] = args
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, command!, source, '--quiet', ...options],
    {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 1 << 28,
    },
  )
  return { status, stdout, stderr }
}

describe('large files', () => {
  const large = mkdtempSync(join(tmpdir(), 'trail-explore-large-'))
  const RECORDS = 60_000
  beforeAll(() => {
    for (let n = 0; n < 2; n++) {
      // 600 bytes a record, of which 64 cannot be compressed: stored and inflated, the file is a large one.
      const records = Array.from({ length: RECORDS }, (_, k) => {
        const noise = randomBytes(32).toString('hex')
        return `{"eventTime":"2024-08-18T11:${String(k % 60).padStart(2, '0')}:00Z","eventName":"X${k % 9}","eventID":"${n}-${k}","requestParameters":{"noise":"${noise}","same":"${'x'.repeat(460)}"}}`
      })
      const key = logKey({
        account: ACCOUNT,
        region: 'us-east-1',
        delivered: Date.UTC(2024, 7, 18, 12, n),
        unique: 'abcdefghijklmnop',
      })
      mkdirSync(dirname(join(large, key)), { recursive: true })
      writeFileSync(join(large, key), gzipSync(`{"Records":[${records.join(',')}]}`, { level: 1 }))
    }
  })
  afterAll(() => rmSync(large, { recursive: true }))

  it.each([
    ['all, as records', ['-o', 'jsonl'], 2 * RECORDS],
    ['all, as cells', ['-o', 'csv', '--columns', 'event-time,event-id'], 2 * RECORDS + 1],
    ['a few, oldest first', ['-o', 'jsonl', '--order', 'asc', '-n', '50'], 50],
  ])('give the same bytes for %s on any number of threads', (_, args, lines) => {
    const [none, two] = ['0', '2'].map((threads) =>
      lookupIn(large, {}, '--no-index', '--threads', threads, ...args),
    )
    const { status, stderr, stdout } = two!
    expect({ status, stderr, isSame: stdout === none!.stdout }).toEqual({
      status: 0,
      stderr: '',
      isSame: true,
    })
    const all = stdout.split('\n').slice(0, -1)
    expect([all.length, new Set(all).size]).toEqual([lines, lines])
  })
})

function record(n: number, filler = 0): string {
  const time = `2024-08-18T11:${String(n % 60).padStart(2, '0')}:00Z`
  return `{"eventTime":"${time}","eventName":"X${n % 3}","eventID":"${n}","x":"${'x'.repeat(filler)}"}`
}

it('gives the same answers where a large file is among small ones', () => {
  const mixed = mkdtempSync(join(tmpdir(), 'trail-explore-mixed-'))
  const delivered = Date.UTC(2024, 7, 18, 12)
  for (let n = 0; n < 40; n++) {
    const unique = `abcdefghijkl${1000 + n}`
    const path = join(mixed, logKey({ account: ACCOUNT, region: 'us-east-1', delivered, unique }))
    mkdirSync(dirname(path), { recursive: true })
    // Every event but one is in two files, so that a count looks for copies.
    const records = [record(n), record(n + 1), ...(n === 20 ? [record(1000, 33 << 20)] : [])]
    writeFileSync(path, gzipSync(`{"Records":[${records.join(',')}]}`, { level: 1 }))
  }
  // 42 events and a header, or three names.
  for (const args of [
    ['lookup', '-o', 'csv', '--columns', 'event-time,event-id,event-name'],
    ['summary', '--by', 'event-name', '-o', 'csv'],
  ]) {
    const ends = ['0', '1', '2'].map((threads) => run(mixed, {}, ...args, '--threads', threads, '--no-index'))
    expect(ends[0]).toMatchObject({ status: 0, stderr: '' })
    expect(ends[0]!.stdout.split('\n').length).toBe(args[0] === 'lookup' ? 44 : 5)
    expect(ends[1]).toEqual(ends[0])
    expect(ends[2]).toEqual(ends[0])
  }
  rmSync(mixed, { recursive: true })
})

it('starts threads with the settings of V8 with which compiled code was made', () => {
  const many = mkdtempSync(join(tmpdir(), 'trail-explore-many-'))
  const shim = join(many, 'shim.cjs')
  writeFileSync(
    shim,
    `const v8 = require('node:v8')
const threads = require('node:worker_threads')
const { setFlagsFromString } = v8
const { Worker } = threads
v8.setFlagsFromString = (flag) => {
  console.error(flag.replace(/^--.*=/, ''))
  setFlagsFromString(flag)
}
threads.Worker = class extends Worker {
  constructor(...args) {
    console.error('thread')
    super(...args)
  }
}`,
  )
  const delivered = Date.UTC(2024, 7, 18, 12)
  const keyOf = (unique: string, minute = 0): string =>
    logKey({ account: ACCOUNT, region: 'us-east-1', delivered: delivered + minute * 60_000, unique })
  mkdirSync(join(many, dirname(keyOf('a'))), { recursive: true })
  for (let n = 1000; n < 1600; n++) writeFileSync(join(many, keyOf(`abcdefghijkl${n}`)), '')
  // A large file, for which V8 may optimize at once. It is read first, while the threads come up.
  const record = `{"eventID":"${'x'.repeat(33 << 20)}"}`
  writeFileSync(join(many, keyOf('abcdefghijklmnop', 1)).replace(/\.gz$/, ''), `{"Records":[${record}]}`)
  const { stderr } = lookupIn(many, { NODE_OPTIONS: `--require ${shim}` }, '--threads', '2', '-o', 'jsonl')
  rmSync(many, { recursive: true })
  const [usual, late] = process.version.startsWith('v20.') ? ['67584', '270336'] : ['3000', '12000']
  expect(stderr.split('\n').filter((line) => /^(?:\d+|thread|--(?:no-)?opt)$/.test(line))).toEqual([
    late,
    '--no-opt',
    '--opt',
    usual,
    'thread',
    'thread',
    // For the large file.
    '--opt',
    late,
    usual,
  ])
})

describe('any number of threads', () => {
  it.each([
    ['everything', ['-o', 'jsonl', '--read-only', 'any']],
    ['oldest first', ['-o', 'jsonl', '--order', 'asc']],
    ['a few', ['-o', 'jsonl', '--limit', '777']],
    ['with copies, as CSV', ['-o', 'csv', '--duplicates']],
    ['a word', ['-o', 'jsonl', '--event-name', 'DeleteBucket']],
  ])('gives the same bytes for %s', (_, args) => {
    const [none, one, two] = ['0', '1', '2'].map((threads) => lookup(...args, '--threads', threads))
    expect(none!.stdout.length).toBeGreaterThan(1000)
    expect(one).toEqual(none)
    expect(two).toEqual(none)
  })
})

/** The files that a file of the bundle loads. */
function loadedBy(name: string): string[] {
  const text = readFileSync(join(ROOT, 'dist/bundle', name), 'utf8')
  return [...text.matchAll(/require\("\.\/([\w-]+\.cjs)"\)/g)].map(([, other]) => other!)
}

it('a thread loads nothing that only the main thread needs', () => {
  const all = new Set(['worker.cjs'])
  for (const name of all) for (const other of loadedBy(name)) all.add(other)
  expect([...all].sort()).toEqual(['common.cjs', 'decode.cjs', 'rolldown-runtime.cjs', 'worker.cjs'])
})

// A file, since threads take over the flags of their program and cannot start with those of `node -e`.
function program(code: string): { status: number | null; signal: string | null; stdout: string } {
  const path = join(tree, 'program.mjs')
  writeFileSync(path, code)
  const { status, signal, stdout } = spawnSync(process.execPath, [path], {
    encoding: 'utf8',
    timeout: 120_000,
  })
  rmSync(path)
  return { status, signal, stdout }
}

async function newPool(root = ROOT): Promise<DecodePool> {
  const built = (await import(join(root, 'dist/decode/pool.js'))) as { DecodePool: typeof DecodePool }
  return new built.DecodePool(2)
}

interface OnePlan extends Pick<Decoding, 'decode'> {
  readonly started: () => number
  readonly areReady: () => boolean
  close(): Promise<void>
}

async function poolOf(plan: DecodePlan, root = ROOT, filesLeft?: () => number): Promise<OnePlan> {
  const pool = await newPool(root)
  const decoding = pool.open(plan, filesLeft)
  const { threads } = pool as unknown as { threads: readonly { isReady: boolean }[] }
  return {
    started: () => threads.length,
    decode: (files) => decoding.decode(files),
    areReady: () => threads.length === 2 && threads.every(({ isReady }) => isReady),
    close: () => pool.close(),
  }
}

/** A build whose threads cannot start. */
function brokenBuild(name: string): string {
  const root = join(tree, name)
  cpSync(join(ROOT, 'dist'), join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'dist/bundle/worker.cjs'), 'throw new Error("broken")')
  return root
}

const job = (index: number): FileInput[] => [
  {
    index,
    file: `${index}`,
    account: undefined,
    notAfter: undefined,
    // Enough for three of them to be worth threads.
    bytes: new TextEncoder().encode(`{"eventTime":"x"}${' '.repeat(300_000)}`),
  },
]

async function matched(decoding: Decoding, n: number): Promise<number> {
  return (await decoding.decode(job(n)))[0]!.files.matches[0]!
}

/** Keeps the pool busy until its threads have taken over; for a second where that cannot be told. */
async function warmUp({
  decode,
  areReady,
}: Pick<OnePlan, 'decode'> & Partial<Pick<OnePlan, 'areReady'>>): Promise<void> {
  const until = Date.now() + 1000
  while (areReady === undefined ? Date.now() < until : !areReady())
    await Promise.all(Array.from({ length: 8 }, (_, n) => decode(job(n))))
}

const text = (size: number): Buffer => Buffer.from(`{"Records":[${record(0, size)}]}`)

/** By their numbers, of those that a pool is given below. */
const LARGE_ONES = new Set([1, 2, 5, 7, 8, 9])

describe('a pool', () => {
  const plan: DecodePlan = {
    filter: EVERYTHING,
    output: { kind: 'rows', row: { kind: 'jsonl' }, ascending: false },
    maxInflated: 1 << 20,
    debug: false,
  }

  it('starts threads for much that is left, and none for little', async () => {
    const [little, much] = [await poolOf(plan, ROOT, () => 1), await poolOf(plan, ROOT, () => 1e6)]
    // Twice the work after which threads are considered.
    for (const until = process.cpuUsage().user + 500_000; process.cpuUsage().user < until;)
      await Promise.all(Array.from({ length: 8 }, (_, n) => little.decode(job(n))))
    expect(little.started()).toBe(0)
    await warmUp(much)
    expect(much.started()).toBe(2)
    await little.close()
    await much.close()
  })

  it('starts threads at once if it is told to', async () => {
    const built = (await import(join(ROOT, 'dist/decode/pool.js'))) as { DecodePool: typeof DecodePool }
    const pool = new built.DecodePool(2, true)
    const decoding = pool.open(plan, () => 1)
    await Promise.all(Array.from({ length: 4 }, (_, n) => decoding.decode(job(n))))
    expect((pool as unknown as { threads: readonly unknown[] }).threads.length).toBe(2)
    await pool.close()
  })

  it('whose threads die tells those who wait, and works on', async () => {
    const pool = await poolOf(plan)
    await warmUp(pool)
    // What no caller may give: bytes that are none.
    const bytes = { byteLength: 0, buffer: { byteLength: 1 } } as unknown as Uint8Array
    const bad = Array.from({ length: 3 }, (_, n) => pool.decode([{ ...job(n)[0]!, bytes }]))
    const good = Array.from({ length: 6 }, (_, n) => pool.decode(job(n)))
    const ends = await Promise.allSettled([...bad, ...good])
    expect(ends.map(({ status }) => status)).toEqual([
      ...bad.map(() => 'rejected'),
      ...good.map(() => 'fulfilled'),
    ])
    const [first] = ends as readonly PromiseRejectedResult[]
    expect(String(first!.reason)).toMatch(/a decoding thread ended: /)
    // Nor does one that cannot even be handed over.
    await expect(pool.decode(42 as unknown as FileInput[])).rejects.toThrow(TypeError)
    await pool.close()
  })

  it('whose threads cannot start works without them', async () => {
    const pool = await poolOf(plan, brokenBuild('broken'))
    await warmUp({ decode: pool.decode })
    const batches = await Promise.all(Array.from({ length: 40 }, (_, n) => pool.decode(job(n))))
    expect(batches.map(([batch]) => batch!.files.records)).toEqual(batches.map(() => 1))
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect((await pool.decode(job(0)))[0]!.files.records).toBe(1)
    await pool.close()
  })

  it('decodes by several plans on the same threads, each by its own', async () => {
    const pool = await newPool()
    const none = pool.open({ ...plan, filter: { kind: 'any', of: [] } })
    const all = pool.open(plan)
    await warmUp(all)
    const counts = await Promise.all(
      Array.from({ length: 12 }, (_, n) => matched(n % 2 === 0 ? none : all, n)),
    )
    expect(counts).toEqual(counts.map((_, n) => n % 2))
    none.close()
    expect(await matched(all, 0)).toBe(1)
    expect(await matched(pool.open(plan), 0)).toBe(1)
    await pool.close()
  })

  describe('given large files in the middle of a job', () => {
    const LARGE = 33 << 20
    const folder = mkdtempSync(join(tmpdir(), 'trail-explore-job-'))
    const path = (name: string, bytes: Uint8Array): Partial<FileInput> => {
      writeFileSync(join(folder, name), bytes)
      return { path: join(folder, name) }
    }
    // A compressed file that states less than it may have.
    const noise = Buffer.concat([gzipSync(randomBytes(3 << 20).toString('hex')), gzipSync(text(1))])
    const small = text(1)
    const shared = Buffer.concat([gzipSync(text(LARGE)), gzipSync(text(LARGE))]).buffer
    const half = shared.byteLength / 2
    const files = [
      path('small.json', small),
      path('large.json', text(LARGE)),
      path('stated.json.gz', gzipSync(text(LARGE))),
      path('small.json.gz', gzipSync(small)),
      { path: join(folder, 'gone.json') },
      { bytes: new Uint8Array(text(LARGE)) },
      { bytes: new Uint8Array(gzipSync(small)) },
      { bytes: new Uint8Array(shared, 0, half) },
      { bytes: new Uint8Array(shared, half) },
      path('noise.json.gz', noise),
      path('last.json', small),
    ].map((where, index): FileInput => ({
      index,
      file: `${index}`,
      account: undefined,
      notAfter: undefined,
      ...where,
    }))
    const GONE = 4
    const whole: DecodePlan = { ...plan, maxInflated: 1 << 28 }
    let alone: readonly Batch[]
    beforeAll(async () => {
      const built = (await import(join(ROOT, 'dist/decode/pool.js'))) as { DecodePool: typeof DecodePool }
      const pool = new built.DecodePool(0)
      alone = await pool.open(whole).decode(files)
      await pool.close()
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    it('decodes all of them in one go without threads', () => {
      const all = files.map(({ index }) => index)
      expect(alone.map((batch) => [...batch.files.numbers])).toEqual([all])
      expect([...alone[0]!.files.matches]).toEqual(all.map((n) => (n === GONE ? 0 : 1)))
    })

    it.each([
      ['the main thread', 0],
      ['a thread', 1],
    ])('decodes the others first, and each once, if %s finds them', async (_, whose) => {
      const pool = await poolOf(whole)
      if (whose === 1) await warmUp(pool)
      // Copies, because threads take bytes away.
      const [first, second] = [structuredClone(files), structuredClone(files)]
      const jobs = await Promise.all([pool.decode(first), pool.decode(job(100)), pool.decode(second)])
      await pool.close()
      const expected = reportsOf(alone[0]!)
      for (const batches of [jobs[0], jobs[2]]) {
        expect(batches.map(reportsOf)).toEqual([
          expected.filter(({ index }) => !LARGE_ONES.has(index)),
          expected.filter(({ index }) => LARGE_ONES.has(index)),
        ])
        for (const sum of ['bytes', 'inflated', 'records'] as const)
          expect(batches[0]!.files[sum] + batches[1]!.files[sum]).toBe(alone[0]!.files[sum])
      }
      expect(jobs[1].map((batch) => [...batch.files.numbers])).toEqual([[100]])
    })

    it('drops them when nothing more is to be decoded', async () => {
      const pool = await newPool()
      const { threads } = pool as unknown as {
        readonly threads: readonly {
          readonly isReady: boolean
          readonly jobs: readonly { readonly isLarge: boolean }[]
        }[]
      }
      const decoding = pool.open(whole)
      await warmUp({
        decode: (some) => decoding.decode(some),
        areReady: () => threads.length === 2 && threads.every(({ isReady }) => isReady),
      })
      void decoding.decode(structuredClone(files))
      decoding.close()
      const handed: boolean[] = []
      for (let jobs = threads.flatMap((thread) => thread.jobs); jobs.length > 0;) {
        handed.push(...jobs.map(({ isLarge }) => isLarge))
        await new Promise((resolve) => setTimeout(resolve, 5))
        jobs = threads.flatMap((thread) => thread.jobs)
      }
      expect([...new Set(handed)]).toEqual([false])
      await pool.close()
    })

    it('decodes them on the main thread if no thread can start', async () => {
      const pool = await poolOf(whole, brokenBuild('broken-large'))
      const batches = await pool.decode(structuredClone(files))
      const numbers = batches.flatMap((batch) => [...batch.files.numbers])
      expect(numbers.sort((one, other) => one - other)).toEqual(files.map(({ index }) => index))
      await pool.close()
    })
  })

  it('says what makes every job fail', async () => {
    const pool = await poolOf({
      ...plan,
      output: { kind: 'rows', row: { kind: 'tsv', columns: ['nothing'] }, ascending: false },
    })
    await expect(pool.decode(job(0))).rejects.toThrow("unknown column 'nothing'")
    await pool.close()
  })

  it('does not keep the program alive', () => {
    const code = `
      const { DecodePool } = await import(${JSON.stringify(join(ROOT, 'dist/decode/pool.js'))})
      const pool = new DecodePool(2)
      const { decode } = pool.open(${JSON.stringify(plan)})
      await Promise.all([1, 2, 3, 4].map((index) => decode([{ index, file: 'x', bytes: new Uint8Array(300_000) }])))`
    expect(program(code)).toEqual({ status: 0, signal: null, stdout: '' })
  })

  it('closes in good order while its threads come up', () => {
    const code = `
      const { DecodePool } = await import(${JSON.stringify(join(ROOT, 'dist/decode/pool.js'))})
      const pool = new DecodePool(2)
      const { decode } = pool.open(${JSON.stringify(plan)})
      await Promise.all([1, 2, 3, 4].map((index) => decode([{ index, file: 'x', bytes: new Uint8Array(300_000) }])))
      // Busy, so that the threads' first message lies unread when the pool is closed.
      for (const until = Date.now() + 500; Date.now() < until; );
      await pool.close()
      console.log('closed')`
    expect(program(code)).toEqual({ status: 0, signal: null, stdout: 'closed\n' })
  })
})
