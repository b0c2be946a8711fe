// Cells that a spreadsheet would run, in every command that prints CSV.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProgram } from '../../../src/program.ts'
import { csvLine } from '../../../src/format/csv.ts'
import { tsvLine } from '../../../src/format/tsv.ts'
import { runCli } from '../../helpers/run-cli.ts'

const FORMULA = '=cmd()'
let cwd = ''
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'csv-safe-'))
  mkdirSync(join(cwd, FORMULA))
  const record = {
    eventVersion: '1.08',
    eventTime: '2024-01-01T00:00:00Z',
    eventName: FORMULA,
    eventSource: FORMULA,
    errorCode: 'AccessDenied',
    userIdentity: { type: 'IAMUser', userName: FORMULA },
    eventID: '1',
  }
  writeFileSync(join(cwd, FORMULA, 'x.json'), JSON.stringify({ Records: [record] }))
})
afterAll(() => rmSync(cwd, { recursive: true }))

describe('a cell that would be run', () => {
  test.each([
    ['lookup', ['--columns', 'event-name'], ['csv', 'tsv']],
    ['summary', ['--by', 'event-name'], ['csv']],
    ['ls', ['--depth', 'file'], ['csv']],
    ['denied', [], ['csv', 'tsv']],
    ['new', ['--since', '2023-12-31'], ['csv', 'tsv']],
  ])('%s', async (command, options, formats) => {
    for (const format of formats) {
      const argv = [command, FORMULA, ...options, '-o', format]
      const plain = await runCli(argv, { cwd })
      const safe = await runCli([...argv, '--csv-safe'], { cwd })
      const starts = format === 'csv' ? /(?:^|,)"?=cmd/m : /(?:^|\t)=cmd/m
      expect(plain.stdout).toMatch(starts)
      expect(safe.stdout).not.toMatch(starts)
      expect(safe.stdout).toContain("'=cmd()")
    }
  })

  test('every command that prints CSV has the option', () => {
    const program = createProgram({ io: undefined as never, exitCode: 0, run: undefined as never }, () => {})
    const withCsv = program.commands.filter(({ options }) =>
      options.some(({ long, argChoices }) => long === '--output' && argChoices?.includes('csv') === true),
    )
    expect(withCsv.length).toBeGreaterThan(8)
    for (const command of withCsv)
      expect([command.name(), command.options.map(({ long }) => long)]).toContainEqual(
        expect.arrayContaining(['--csv-safe']),
      )
  })

  test('nor what follows a semicolon, where that is the separator', () => {
    expect(csvLine(['x;=1+1', 'a'], true)).toBe('"x;=1+1",a')
    expect(csvLine(['x;=1+1', 'a'])).toBe('x;=1+1,a')
    expect(tsvLine(['=1', 'a\tb'], true)).toBe("'=1\ta\\tb")
  })
})
