import { mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'

let home = ''
beforeEach(() => void (home = realpathSync(mkdtempSync(join(tmpdir(), 'index-command-')))))
afterEach(() => rmSync(home, { recursive: true }))

const cli = (...argv: readonly string[]) => runCli(argv, { env: { XDG_CACHE_HOME: home } })
const file = (name: string) =>
  `{"Records":[{"eventVersion":"1.08","eventTime":"2024-08-18T11:38:00Z","eventName":"${name}","readOnly":false}]}`
const question = ['lookup', 'samples/logs', '--event-name', 'ConsoleLogin', '-o', 'jsonl'] as const

describe('index', () => {
  it('makes questions open fewer files, with the same answer', async () => {
    const before = await cli(...question)
    expect(before.stderr).not.toContain('index')
    const learned = await cli('index', 'samples/logs')
    expect(learned).toMatchObject({ code: 0, stdout: '' })
    expect(learned.stderr).toMatch(/the index has learned of \d+ files/)
    const after = await cli(...question)
    expect(after.stdout).toBe(before.stdout)
    expect(after.stderr).toMatch(/\d\d files ruled out by the index/)
    const without = await cli(...question, '--no-index')
    expect(without.stdout).toBe(before.stdout)
    expect(without.stderr).not.toContain('index')
  })

  it('tells its size, and is dropped', async () => {
    await cli('index', 'samples/logs')
    expect((await cli('index', '--status')).stdout).toMatch(/trail-explore\/index: \d+ files, \d+ kB\n$/)
    expect((await cli('index', '--drop')).stdout).toMatch(/trail-explore\/index: nothing\n$/)
    expect((await cli(...question)).stderr).not.toContain('index')
    expect(readdirSync(join(home, 'trail-explore/index'))).toEqual([])
  })

  it('is not written by a small run, nor by one with --no-index', async () => {
    await cli(...question)
    await cli('summary', 'samples/logs', '--no-index')
    expect((await cli('index', '--status')).stdout).toContain('nothing')
  })

  it('tells damage every time', async () => {
    const all = ['summary', 'samples/damaged', '--event-name', 'NoSuchEvent'] as const
    const before = await cli(...all)
    expect(before.code).toBe(1)
    const learned = await cli('index', 'samples/damaged')
    expect(learned.code).toBe(1)
    const after = await cli(...all)
    expect(after).toMatchObject({ code: 1, stdout: before.stdout })
    const told = ({ stderr }: typeof before) =>
      stderr.split('\n').filter((line) => /^(damaged|suspicious)/.test(line))
    expect(told(after)).toEqual(told(before))
  })

  it('opens a file that has changed, however little', async () => {
    const path = join(home, '123456789012_CloudTrail_us-east-1_20240818T1140Z_abcdefghijklmnop.json')
    const old = new Date(Date.now() - 60_000)
    writeFileSync(path, file('CreateUser'))
    utimesSync(path, old, old)
    const ask = () => cli('lookup', home, '--event-name', 'DeleteUser', '-o', 'jsonl')
    await cli('index', home)
    expect((await ask()).stdout).toBe('')
    // As long as before, and as old.
    writeFileSync(path, file('DeleteUser'))
    utimesSync(path, old, old)
    expect((await ask()).stdout).toContain('DeleteUser')
  })
})

describe('wrong usage', () => {
  it.each([
    [['--status', '--drop'], '--status cannot be combined with --drop'],
    [['--drop', 'samples/logs'], "takes no source: 'samples/logs'"],
    [['--no-index'], '--no-index cannot be combined with index'],
  ])('%j', async (argv, what) => {
    const { code, stderr } = await cli('index', ...argv)
    expect([code, stderr]).toEqual([2, expect.stringContaining(what)])
  })

  it('without a folder to keep it in', async () => {
    const { code, stderr } = await runCli(['index', 'samples/logs'], { env: { HOME: '' } })
    expect([code, stderr]).toEqual([2, expect.stringContaining('no cache folder')])
  })
})
