// run() as a whole: what main.ts relies on.

import { expect, it } from 'vitest'
import { VERSION } from '../../../src/cli/version.ts'
import { runCli } from '../../helpers/run-cli.ts'

it('prints its version', async () => {
  expect(await runCli(['--version'])).toEqual({ stdout: `${VERSION}\n`, stderr: '', code: 0 })
})

it('looks events up, with data on stdout and words on stderr', async () => {
  const { stdout, stderr, code } = await runCli([
    'lookup',
    'samples/logs/tutorial',
    '--event-name',
    'ConsoleLogin',
  ])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ userIdentity: { userName: 'Mary_Major' } })
  expect(stderr).toMatch(/^1 event shown · /)
})
