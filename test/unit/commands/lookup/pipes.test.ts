// What suits the reader when nobody says which format.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { FORMAT_NAMES } from '../../../../src/format/format-names.ts'
import { ROOT } from '../../../helpers/root.ts'
import { runCli } from '../../../helpers/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'trail-explore-pipes-'))
afterAll(() => rmSync(folder, { recursive: true }))
const LOGS = join(ROOT, 'samples/logs/tutorial')
const ONE = [LOGS, '-n', '1', '-q', '--event-name', 'ConsoleLogin']

it.each([
  ['a.csv', [], /^User name,AWS access key,.*\r\n.*\r\n$/],
  ['A.CSV', [], /^User name,/],
  ['a.tsv', [], /^Event name\tEvent time\t/],
  ['a.json', [], /^\{"Records":\[\{.*\}\]\}$/],
  ['a.jsonl', [], /^\{"eventVersion".*\}\n$/],
  ['a.ndjson', [], /^\{"eventVersion".*\}\n$/],
  ['a.txt', [], /^\{"eventVersion".*\}\n$/],
  ['constructor', [], /^\{"eventVersion".*\}\n$/],
  ['a', ['--columns', 'event-name'], /^Event name\nConsoleLogin\n$/],
  ['b.json', ['--columns', 'event-name'], /^\[\{"eventName":"ConsoleLogin"\}\]\n$/],
  ['c.csv', ['-o', 'tsv'], /^Event name\t/],
])('--output-file %s %j', async (name, more, text) => {
  const { code } = await runCli(['lookup', ...ONE, ...more, '--output-file', name], { cwd: folder })
  expect(code).toBe(0)
  expect(readFileSync(join(folder, name), 'utf8')).toMatch(text)
})

it.each(FORMAT_NAMES)('--output-file a.%s has that format', async (name) => {
  const paths = [join(folder, `named.${name}`), join(folder, `asked-${name}`)]
  for (const [path, more] of [
    [paths[0]!, []],
    [paths[1]!, ['-o', name]],
  ] as const)
    expect((await runCli(['lookup', ...ONE, ...more, '--output-file', path])).code).toBe(0)
  expect(readFileSync(paths[0]!)).toEqual(readFileSync(paths[1]!))
})

it("every format ends its last line, but the console's JSON", async () => {
  for (const format of ['jsonl', 'csv', 'tsv', 'lookup-events', 'table'])
    expect((await runCli(['lookup', ...ONE, '-o', format])).stdout).toMatch(/\n$/)
  for (const command of [
    ['summary'],
    ['ls'],
    ['verify', join(ROOT, 'samples/signed'), '--public-keys', 'samples/public-keys.json'],
  ]) {
    const source = command.length > 1 ? [] : [LOGS]
    const { stdout } = await runCli([...command, ...source, '-o', 'csv'])
    expect(stdout.split('\r\n').length).toBeGreaterThan(2)
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(stdout).toMatch(/\r\n$/)
  }
})

it('objects of columns keep every name, once', async () => {
  const columns = ['__proto__.x', 'constructor.x', 'event-name', 'event-name']
  const { stdout } = await runCli(['lookup', ...ONE, '--columns', columns.join(','), '-o', 'jsonl'])
  expect(stdout).toBe('{"__proto__.x":null,"constructor.x":null,"eventName":"ConsoleLogin"}\n')
})

it.each([
  ['--limit', '3'],
  ['-o', 'csv'],
  ['--output-file', 'x'],
  ['--max-items', '2'],
])('--count cannot be combined with %s', async (...more) => {
  expect(await runCli(['lookup', LOGS, '--count', ...more])).toMatchObject({ code: 2, stdout: '' })
})

const count = async (...more: string[]) =>
  Number((await runCli(['lookup', LOGS, LOGS, '--count', '-q', ...more])).stdout)

it('--count counts copies only when they are asked for', async () => {
  expect(await count('--duplicates')).toBe(2 * (await count()))
})
