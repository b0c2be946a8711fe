// Keys of JSON in every command that prints it: camelCase, but in records, which are printed as they are.

import { describe, expect, test } from 'vitest'
import { createProgram } from '../../../src/program.ts'
import { FIELD_TABLE } from '../../../src/event/field-table.ts'
import { findField } from '../../../src/event/fields.ts'
import { jsonKey } from '../../../src/event/json-key.ts'
import { runCli } from '../../helpers/run-cli.ts'

const LOGS = 'samples/logs'
const KEYS = ['--public-keys', 'samples/public-keys.json']

/** For each command that prints JSON: command lines, and where it prints what is not ours: values below these keys. */
const LINES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  lookup: [[LOGS, '--columns', 'event-name,source-ip,read-only,user-agent-family', '-n', '3']],
  summary: [
    [LOGS],
    [LOGS, '--by', 'event-name', '--by', 'identity-type'],
    [LOGS, '--by', 'event-name,source-ip', '--distinct', 'user-name', '--interval', 'day'],
  ],
  ls: [[LOGS], [LOGS, '--gaps'], [LOGS, '--depth', 'file']],
  verify: [
    ['samples/signed', ...KEYS],
    ['samples/tampered', ...KEYS],
  ],
  denied: [[LOGS]],
  new: [[LOGS, '--since', '2024-08-17']],
  insights: [[LOGS]],
  detect: [[LOGS], [LOGS, '--events']],
  trace: [
    ['release-42', 'samples/chains'],
    ['jorge_souza', LOGS, '--events'],
  ],
  policy: [['samples/logs/organization']],
  watch: [],
  trails: [],
  sql: [],
  compare: [],
  cat: [],
  show: [],
}
/** IAM's, Sigma's or a log's own. */
const NOT_OURS = new Set(['proposal', 'policy', 'byIdentity', 'identities'])

function* keysOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* keysOf(one)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield key
      if (!NOT_OURS.has(key)) yield* keysOf(inner)
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown)
  }
}

describe('keys of JSON', () => {
  const program = createProgram({ io: undefined as never, exitCode: 0, run: undefined as never }, () => {})
  const printing = program.commands.filter(({ options }) =>
    options.some(
      ({ long, argChoices }) =>
        long === '--output' && argChoices?.some((choice) => choice.startsWith('json')),
    ),
  )

  test('every command that prints JSON is looked at', () => {
    expect(printing.map((command) => command.name()).sort()).toEqual(Object.keys(LINES).sort())
  })

  test.each(
    Object.entries(LINES).flatMap(([command, lines]) => lines.map((line) => [command, line] as const)),
  )('%s %j', async (command, line) => {
    const { stdout, stderr } = await runCli([command, ...line, '-o', 'json'])
    expect(stderr).not.toContain('error:')
    const keys = new Set(keysOf(parsed(stdout)))
    expect(keys.size).toBeGreaterThan(0)
    const odd = [...keys].filter((key) => !/^(?:(?:distinct|sum)\()?[a-z][A-Za-z0-9]*\)?$/.test(key))
    expect(odd).toEqual([])
  })

  test('the key of a column is a name under which it can be asked for', () => {
    for (const { name } of FIELD_TABLE) {
      expect(jsonKey(name)).toMatch(/^[a-z][A-Za-z]*$/)
      expect(findField(jsonKey(name))?.name).toBe(name)
    }
    expect(jsonKey('requestParameters.bucket-name')).toBe('requestParameters.bucket-name')
  })
})
