import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { specOf } from '../../../src/commands/completion/spec.ts'
import { FIELD_TABLE } from '../../../src/event/field-table.ts'
import { createProgram } from '../../../src/program.ts'
import { runShell } from '../../helpers/program.ts'
import { runCli } from '../../helpers/run-cli.ts'

const specs = specOf(createProgram({ io: undefined as never, exitCode: 0 }, () => {}))
const optionOf = (command: string, flag: string) =>
  specs.find(({ name }) => name === command)?.options.find(({ flags }) => flags.includes(flag))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-explore-completion-'))
  const names = [
    'ListUsers',
    'CreateUser',
    'CreateUser',
    '$(touch pwned)',
    '`id`',
    'a b',
    '-rf',
    'x;y',
    "q'q",
    '*',
  ]
  const records = names.map((eventName, i) => ({
    eventName,
    eventTime: `2024-08-18T10:00:0${i}Z`,
    eventSource: 'iam.amazonaws.com',
    eventID: `id-${i}`,
    recipientAccountId: '123456789012',
  }))
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ Records: records }))
  mkdirSync(join(folder, '.aws'))
  writeFileSync(
    join(folder, '.aws/config'),
    '[default]\nregion = eu-west-1\n[profile audit]\n[profile $(id)]\n',
  )
  writeFileSync(join(folder, '.aws/credentials'), '[audit]\n[ci]\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

const values = async (field: string, ...words: readonly string[]) => {
  const { stdout, stderr, code } = await runCli(['completion', 'bash', '--values', field, '--', ...words], {
    cwd: folder,
    env: { HOME: folder },
  })
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  return stdout.split('\n').filter((line) => line !== '')
}

describe('--values', () => {
  it('gives what is in the source that is typed, the most frequent first, and nothing a shell could run', async () => {
    expect(await values('event-name', 'lookup', 'a.json', '--event-name', 'Cr')).toEqual([
      'CreateUser',
      'ListUsers',
    ])
    expect(await values('event-source', 'lookup', 'a.json')).toEqual(['iam'])
    expect(await values('account', 'lookup', 'a.json')).toEqual(['123456789012'])
  })

  it('gives the profiles of the AWS CLI', async () => {
    expect(await values('profile', 'lookup')).toEqual(['audit', 'ci', 'default'])
  })

  it('gives nothing where there is no source, or only one that would have to be fetched', async () => {
    expect(await values('event-name', 'lookup')).toEqual([])
    expect(await values('event-name', 'lookup', 's3://bucket/')).toEqual([])
    expect(await values('event-name', 'lookup', '')).toEqual([])
    expect(await values('no-such-field', 'lookup', 'a.json')).toEqual([])
  })
})

describe('what options take', () => {
  it('--by and --columns know every field', () => {
    for (const takes of [optionOf('summary', '--by')?.takes, optionOf('lookup', '--columns')?.takes])
      expect(takes).toEqual({ kind: 'list', words: FIELD_TABLE.map(({ name }) => name) })
  })

  it.each([
    ['--event-name', 'seen'],
    ['--profile', 'seen'],
    ['--output-file', 'files'],
    ['--public-keys', 'files'],
    ['--contains', 'anything'],
    ['--limit', 'anything'],
    ['--order', 'words'],
    ['--errors', 'none'],
  ])('%s: %s', (flag, kind) => {
    expect(optionOf('lookup', flag)?.takes.kind).toBe(kind)
  })
})

describe('bash', () => {
  it.each([
    ['lookup --kind = da', 'data'],
    ['lookup --kind =', 'management'],
    ['summary --by ro', 'role'],
    ['lookup --contains ', ''],
    ['lookup s3 : //', ''],
    ['lookup samples/logs --event-name Cons', 'ConsoleLogin'],
    ['lookup samples/logs --event-name Nothing', ''],
  ])('trail-explore %s', async (typed, first) => {
    const words = ['trail-explore', ...typed.split(' ')]
    const quoted = words.map((word) => `'${word}'`).join(' ')
    const script = `source <(trail-explore completion bash); COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _trail_explore; printf '%s\\n' "\${COMPREPLY[0]}"`
    const { stdout, stderr } = await runShell(script)
    expect({ first: stdout.trimEnd(), stderr }).toEqual({ first, stderr: '' })
  })
})

describe.skipIf(!isInstalled('fish'))('fish (skipped where it is not installed)', () => {
  it.each([
    ['lookup --columns event-name,error-c', 'event-name,error-code'],
    ['lookup --kind=da', '--kind=data'],
    ['lookup --preset no', 'no-mfa'],
    ['lookup s3://', ''],
  ])('trail-explore %s', async (typed, first) => {
    const script = `trail-explore completion fish > "$TMPDIR/f.fish"; fish -c "source $TMPDIR/f.fish; complete -C 'trail-explore ${typed}'"`
    const { stdout } = await runShell(script, { env: { TMPDIR: folder, HOME: folder } })
    expect(stdout.split(/[\t\n]/)[0]).toBe(first)
  })
})

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}
