// Every file in cases/ is a command line and what comes of it. UPDATE_CASES=1 writes what comes of it now.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { formatResult, parseCase, withoutCounts, withoutTimes } from './helpers/case-file.ts'
import { makeCaseFolder } from './helpers/case-folder.ts'
import { ROOT } from './helpers/root.ts'
import { runCli } from './helpers/run-cli.ts'

const CASES = join(ROOT, 'test/cases')
const files = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.txt'),
)
const folder = makeCaseFolder()
afterAll(() => rmSync(folder, { recursive: true }))

describe('cases', () => {
  it.each(files)('%s', async (file) => {
    const one = parseCase(readFileSync(join(CASES, file), 'utf8'))
    const { head, argv, tty, env, cwd, stdin, expected } = one
    const result = await runCli(argv, {
      env,
      cwd: join(folder, cwd),
      ...(tty !== undefined && { tty: true, columns: tty }),
      ...(stdin !== undefined && { stdin: readFileSync(join(folder, stdin)) }),
    })
    // Not even UPDATE_CASES makes a fault of the program an expected result.
    expect(result.stderr).not.toContain('unexpected:')
    const places = (text: string) => text.replaceAll(folder, '<folder>').replaceAll(ROOT, '<root>')
    const { stdout, stderr } = result
    const whole = withoutTimes(formatResult({ ...result, stdout: places(stdout), stderr: places(stderr) }))
    const actual = one.showsCounts ? whole : withoutCounts(whole)
    if (process.env['UPDATE_CASES']) writeFileSync(join(CASES, file), head + actual)
    expect(actual).toBe(process.env['UPDATE_CASES'] ? actual : expected)
  })
})
