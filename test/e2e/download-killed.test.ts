// `download` as a process that is killed, interrupted, or writes to a disk that is full: what it leaves behind.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { UNFINISHED } from '../../src/commands/download/safe-path.ts'
import { logBytes, logKey, readFiles } from '../helpers/log-tree.ts'
import { runProgram } from '../helpers/program.ts'
import { randomOf } from '../helpers/random.ts'
import { S3_ENV, serveBucket } from '../helpers/s3-cli.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const FILES = Object.fromEntries(
  Array.from({ length: 60 }, (_, i) => {
    const unique = `unique${String(i).padStart(10, '0')}`
    return [logKey({ delivered: '2024-08-18T11:40', unique }), logBytes(`${i}`.repeat(2000 + i))] as const
  }),
)

async function mirrored(): Promise<Record<string, Buffer>> {
  const found = Object.entries(await readFiles(join(folder, 'to')))
  return Object.fromEntries(found.filter(([path]) => !path.startsWith(UNFINISHED)))
}

it.each([
  ['SIGKILL', null, /^$/],
  ['SIGINT', 130, /^interrupted: /],
] as const)(
  '%s at random points, and then once to the end: the same as the bucket',
  async (signal, status, said) => {
    const { server, options } = await serveBucket(FILES)
    server.misbehave = ({ kind }) =>
      kind === 'GetObject' ? { kind: 'slow', chunk: 40, everyMs: 8 } : undefined
    mkdirSync(join(folder, 'to'))
    const argv = ['download', 's3://logs', 'to', '--concurrency', '8', ...options]
    const seen: number[] = []
    const random = randomOf(12)
    for (let run = 0; run < 4; run++) {
      const reads = server.count('GetObject') + 1 + random(12)
      const { code, stderr } = await runProgram(argv, {
        cwd: folder,
        env: S3_ENV,
        async started(child) {
          while (server.count('GetObject') < reads && child.exitCode === null) await pause(2)
          child.kill(signal)
        },
      })
      expect(code).toBe(status)
      expect(stderr).toMatch(said)
      const found = await mirrored()
      for (const [path, bytes] of Object.entries(found)) expect(bytes).toEqual(FILES[path])
      seen.push(Object.keys(found).length)
    }
    // Each run went on where the last one ended.
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen.at(-1)).toBeLessThan(60)
    server.misbehave = () => undefined
    const last = await runProgram(argv, { cwd: folder, env: S3_ENV })
    expect(last).toMatchObject({ code: 0, stdout: '' })
    expect(await readFiles(join(folder, 'to'))).toEqual(FILES)
  },
)

const canMount = mayMount()

it.skipIf(!canMount)('a full disk stops it with whole files only, and room lets it go on', async () => {
  const { options } = await serveBucket(FILES)
  const argv = ['download', 's3://logs', 'to', '--concurrency', '4', ...options]
  mkdirSync(join(folder, 'to'))
  mount(join(folder, 'to'), 128)
  try {
    const full = await runProgram(argv, { cwd: folder, env: S3_ENV })
    expect(full.code).toBe(1)
    expect(full.stderr).toMatch(/\d+ files fetched .*\nerror: to: the disk is full\nhint: free some space/)
    const found = await readFiles(join(folder, 'to'))
    expect(Object.keys(found).length).toBeGreaterThan(5)
    expect(Object.keys(found).length).toBeLessThan(60)
    for (const [path, bytes] of Object.entries(found)) expect(bytes).toEqual(FILES[path])
    execFileSync('mount', ['-o', 'remount,size=4096k', join(folder, 'to')])
    expect(await runProgram(argv, { cwd: folder, env: S3_ENV })).toMatchObject({ code: 0 })
    expect(await readFiles(join(folder, 'to'))).toEqual(FILES)
  } finally {
    execFileSync('umount', [join(folder, 'to')])
  }
})

function mount(at: string, kilobytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'none', at], { stdio: 'ignore' })
}

// Only root may, and not in every container.
function mayMount(): boolean {
  const at = mkdtempSync(join(tmpdir(), 'mount-'))
  try {
    mount(at, 64)
    execFileSync('umount', [at])
    return true
  } catch {
    return false
  } finally {
    rmSync(at, { recursive: true })
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
