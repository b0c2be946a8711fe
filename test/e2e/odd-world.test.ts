// The built program where the world is not as it should be: signals, limits, endless input, files that change while they
// are read. Every loss is told, and nothing half written stays behind.

import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runProgram, runShell } from '../helpers/program.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'odd-world-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const isLinux = process.platform === 'linux'

function records(version: string, count: number): string {
  const all = Array.from({ length: count }, (_, i) => ({
    eventVersion: '1.08',
    eventTime: '2024-01-01T00:00:00Z',
    eventName: version,
    eventID: `${version}-${i}`,
  }))
  return JSON.stringify({ Records: all })
}

async function namesIn(path: string) {
  const result = await runProgram(['lookup', path, '-o', 'tsv', '--columns', 'event-name', '-q'])
  return { ...result, names: result.stdout.trimEnd().split('\n').slice(1) }
}

describe.skipIf(!isLinux)('what cannot be read', () => {
  it.each([
    ['trail-explore lookup - < .', '-: is a folder'],
    ['trail-explore lookup - < /dev/zero', '-: larger than 256 MB'],
    ['trail-explore lookup /dev/zero --max-inflated 1M', '/dev/zero: larger than 1 MB'],
    ['trail-explore summary - --max-inflated 1M < /dev/zero', '-: larger than 1 MB'],
    ['trail-explore lookup /proc/version', '/proc/version: not a CloudTrail log file'],
    ['trail-explore lookup /proc/self/mem', '/proc/self/mem: the disk reports an I/O error'],
    ['ln -s loop loop; trail-explore lookup loop', 'loop: a link that leads to itself'],
    ['ln -s loop.json loop.json; trail-explore lookup .', 'loop.json: a link that leads to itself'],
    ['truncate -s 3G big.json; trail-explore cat big.json', 'big.json: larger than 2048 MB'],
    ['truncate -s 3G big.json; trail-explore lookup big.json', 'big.json: larger than 256 MB'],
    // Node 20 needs more to begin with, Node 26 does not.
    ['ulimit -v 2000000; trail-explore lookup /proc/version', /not enough memory|not a CloudTrail log file/],
  ])('%s', async (script, what) => {
    const { code, stdout, stderr } = await runShell(script, { cwd: folder })
    expect(stdout).toBe('')
    const lines = stderr.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^(?:error|unreadable): /)
    expect(lines[0]).toMatch(what)
    expect(lines.length).toBeLessThanOrEqual(2)
    expect(code).toBe(1)
  })

  it('a file larger than may be written is one line', async () => {
    writeFileSync(join(folder, 'in.json'), records('a', 5000))
    const script = 'ulimit -f 100; trail-explore lookup in.json -o jsonl --output-file out.jsonl'
    const { code, stderr } = await runShell(script, { cwd: folder })
    expect(stderr).toMatch(/^error: the file would be larger than it may be\nhint: .*\n$/)
    expect(code).toBe(1)
    expect(readdirSync(folder)).toEqual(['in.json'])
  })
})

describe('a signal in the middle of --output-file', () => {
  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(
    '%s leaves the old file and nothing else',
    async (signal) => {
      writeFileSync(join(folder, 'out.jsonl'), 'old')
      await runProgram(['lookup', '-', '--output-file', 'out.jsonl'], {
        cwd: folder,
        async started(child) {
          // What has begun is more than is looked at before the file is opened, and never ends.
          child.stdin!.write(records('a', 100).slice(0, -2))
          for (let wait = 0; readdirSync(folder).length < 2 && wait < 12_000; wait++) await sleep(10)
          expect(readdirSync(folder)).toHaveLength(2)
          child.kill(signal)
          await new Promise((resolve) => child.once('exit', resolve))
        },
      })
      expect(readdirSync(folder)).toEqual(['out.jsonl'])
    },
  )
})

it.each([
  ['export parquet', ['export', 'parquet', 'out', '-']],
  ['export duckdb', ['export', 'duckdb', 'out.duckdb', '-']],
  ['sql', ['sql', 'select raw from events', '-', '--raw']],
])('a signal in the middle of %s leaves nothing', async (_, argv) => {
  await runProgram(argv, {
    cwd: folder,
    env: { TMPDIR: folder },
    async started(child) {
      child.stdin!.write(records('a', 100).slice(0, -2))
      for (let wait = 0; readdirSync(folder).length < 1 && wait < 12_000; wait++) await sleep(10)
      expect(readdirSync(folder)).toHaveLength(1)
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
    },
  })
  expect(readdirSync(folder)).toEqual([])
})

describe('a file that changes while it is read', () => {
  const OLD = 3000
  const NEW = 4000

  it('replaced by another: one or the other, whole', async () => {
    const path = join(folder, 'log.json.gz')
    const versions = [gzipSync(records('old', OLD)), gzipSync(records('new', NEW))]
    writeFileSync(path, versions[0]!)
    const over = new AbortController()
    let turn = 0
    const replacing = (async () => {
      while (!over.signal.aborted) {
        writeFileSync(`${path}.part`, versions[++turn % 2]!)
        renameSync(`${path}.part`, path)
        await sleep(1)
      }
    })()
    for (let run = 0; run < 6; run++) {
      const { code, names } = await namesIn(path)
      expect(new Set(names).size).toBe(1)
      expect(names).toHaveLength(names[0] === 'old' ? OLD : NEW)
      expect(code).toBe(0)
    }
    over.abort()
    await replacing
    expect(turn).toBeGreaterThan(10)
  })

  it('written over in place: whatever is missing is told', async () => {
    const path = join(folder, 'log.json.gz')
    const versions = [gzipSync(records('old', OLD)), gzipSync(records('new', NEW))]
    writeFileSync(path, versions[0]!)
    const over = new AbortController()
    let turn = 0
    const writing = (async () => {
      while (!over.signal.aborted) {
        const bytes = versions[++turn % 2]!
        const half = bytes.length >> 1
        writeFileSync(path, bytes.subarray(0, half))
        await sleep(2)
        writeFileSync(path, bytes)
        await sleep(2)
      }
    })()
    for (let run = 0; run < 6; run++) {
      const { code, stderr, names } = await namesIn(path)
      const isWhole = new Set(names).size === 1 && names.length === (names[0] === 'old' ? OLD : NEW)
      expect(isWhole || (code === 1 && stderr.includes('log.json.gz'))).toBe(true)
      for (const name of names) expect(['old', 'new', '']).toContain(name)
    }
    over.abort()
    await writing
    expect(turn).toBeGreaterThan(10)
  })
})
