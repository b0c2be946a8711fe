import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { defaultSource } from '../../../../src/cli/reading/default-source.ts'
import { memorySink } from '../../../helpers/memory-sink.ts'
import { runCli } from '../../../helpers/run-cli.ts'

const ONE =
  '{"eventVersion":"1.09","eventName":"ConsoleLogin","eventTime":"2019-06-10T12:55:00Z","eventID":"x","readOnly":false}'
const folder = mkdtempSync(join(tmpdir(), 'trail-explore-source-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'mine.json'), ONE.replace('ConsoleLogin', 'FromVariable'))
mkdirSync(join(folder, 'tree/AWSLogs'), { recursive: true })
writeFileSync(join(folder, 'tree/AWSLogs/a.json'), ONE.replace('ConsoleLogin', 'FromTree'))
const mine = { TRAIL_EXPLORE_SOURCE: join(folder, 'mine.json') }

describe('without a source', () => {
  it.each([
    ['the variable comes first', { env: mine, cwd: join(folder, 'tree'), stdin: ONE }, 'FromVariable'],
    ['then ./AWSLogs', { cwd: join(folder, 'tree'), stdin: ONE }, 'FromTree'],
    ['then standard input', { cwd: folder, stdin: ONE }, 'ConsoleLogin'],
  ])('%s', async (_, options, name) => {
    for (const quiet of [[], ['-q']]) {
      const argv = ['--columns', 'event-name', '-o', 'tsv', ...quiet]
      const result = await runCli(['lookup', ...argv], options)
      expect(result).toMatchObject({ code: 0, stdout: `Event name\n${name}\n` })
    }
    const summary = await runCli(['summary', '-o', 'json', '-q'], options)
    expect(JSON.parse(summary.stdout)).toMatchObject({ events: 1 })
    expect(summary.stdout).toContain(name)
    expect((await runCli(['show', 'x'], options)).stdout).toContain(name)
  })

  it.each(['lookup', 'summary', 'ls'])('the samples are named by %s', async (command) => {
    const { code, stderr } = await runCli([command], { cwd: folder })
    expect(code).toBe(0)
    expect(stderr).toMatch(/^note: no source given, so these are the samples; /)
  })

  it.each([
    [['lookup', '-q'], {}, '--quiet'],
    [['lookup', '--output-file', 'x.csv'], {}, '--output-file'],
    [['summary', '-q'], {}, '--quiet'],
    [['ls', '-q'], {}, '--quiet'],
    [['verify', '-q'], {}, '--quiet'],
    [['show', '963bb683', '-q'], {}, '--quiet'],
    [['lookup'], { stdin: '' }, 'standard input is empty'],
    [['ls'], { stdin: ONE }, 'cannot read standard input'],
    [['verify'], { stdin: ONE }, 'cannot read standard input'],
  ])('%j are refused', async (argv, options, why) => {
    const { code, stdout, stderr } = await runCli(argv, { cwd: folder, ...options })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: no source given: .*\nhint: name a folder/)
    expect(stderr).toContain(why)
  })

  it.each([
    ['ls', '-'],
    ['verify', '-'],
    ['download', '-', 'x'],
    ['lookup', '-', '-'],
  ])('standard input is refused where it cannot work: %s %s', async (...argv) => {
    const { code, stdout, stderr } = await runCli(argv, { cwd: folder, stdin: ONE })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: (?:standard input \('-'\): it|standard input \('-'\): digest|'-' given)/)
  })
})

const now = () => new Date(0)
const io = (stdin: () => AsyncIterable<Uint8Array>, signal = new AbortController().signal) => {
  const sink = memorySink({ isTty: false, columns: 80 })
  return {
    out: sink,
    err: sink,
    stdin,
    stdinIsData: true,
    stdinWait: 20,
    env: {},
    cwd: folder,
    now,
    clock: () => 0,
    signal,
    cores: 0,
  }
}
const after = (ms: number) =>
  async function* (): AsyncGenerator<Uint8Array> {
    await new Promise((resolve) => setTimeout(resolve, ms))
    yield Buffer.from('late')
  }

async function* input(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a')
  yield Buffer.from('b')
}

describe('standard input that is attached and silent', () => {
  it('counts as none', async () => {
    await expect(defaultSource({}, io(after(2000)), true)).rejects.toThrow(
      /nothing came on standard input in 0.02 s/,
    )
  })

  it('may be interrupted', async () => {
    await expect(
      defaultSource({}, io(after(2000), AbortSignal.abort(new Error('stop'))), true),
    ).rejects.toThrow('stop')
  })

  it('loses nothing of what came while it waited', async () => {
    const { stdin } = await defaultSource({}, io(input), true)
    const chunks: Uint8Array[] = []
    for await (const chunk of stdin!()) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe('ab')
  })
})
