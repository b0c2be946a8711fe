// Names that act on a terminal, at every level of a tree, in every command: none of their characters comes out raw.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCli } from '../../helpers/run-cli.ts'

const EVIL = 'x\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e\u200b\u{e0041}\nnote: 0 problems\r'
/** What may act, save the colours and the line ends that the program writes itself. */
const ACTS = /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  const account = join(folder, 'AWSLogs/111122223333')
  const record = {
    eventVersion: '1.08',
    eventTime: '2024-01-01T00:00:01Z',
    eventSource: EVIL,
    eventName: EVIL,
    awsRegion: EVIL,
    errorCode: EVIL,
    userIdentity: { type: EVIL, userName: EVIL, arn: EVIL },
    requestParameters: { [EVIL]: EVIL },
    eventID: '1',
  }
  const files: Record<string, string> = {
    'CloudTrail/us-east-1/2024/01/01/111122223333_CloudTrail_us-east-1_20240101T0000Z_abcdefghEXAMPLE1.json':
      JSON.stringify({ Records: [record] }),
    [`CloudTrail/us-east-1/2024/01/01/${EVIL}.json`]: `${EVIL}{`,
    [`${EVIL}/us-east-1/2024/01/01/a.json`]: '{"Records":[]}',
    [`CloudTrail/${EVIL}/2024/01/01/a.json`]: '{"Records":[{]}',
    [`CloudTrail/us-east-1/${EVIL}/a.json`]: EVIL,
  }
  for (const [path, text] of Object.entries(files)) {
    const file = join(account, path)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

it.each([
  ['lookup', '.'],
  ['lookup', '.', '--event-name', EVIL],
  ['lookup', '.', '--event-name', 'nothing', '--account', EVIL, '--region', EVIL],
  ['lookup', '.', '--event-name', EVIL, '--explain'],
  ['lookup', EVIL],
  ['lookup', '.', '--columns', EVIL],
  ['lookup', '.', `--${EVIL}`],
  [EVIL],
  ['summary', '.'],
  ['summary', '.', '--by', `requestParameters.${EVIL}`],
  ['show', '1', '.'],
  ['show', EVIL, '.'],
  ['ls', '.'],
  ['ls', '.', '--gaps'],
  ['ls', EVIL],
  ['cat', `AWSLogs/111122223333/CloudTrail/us-east-1/${EVIL}/a.json`],
  ['cat', `AWSLogs/111122223333/CloudTrail/us-east-1/2024/01/01/${EVIL}.json`],
  ['verify', '.', '-v'],
  ['verify', '.', '--public-keys', EVIL],
  ['download', `s3://${EVIL}`, 'to'],
])('%j %j %j %j', async (...argv) => {
  const result = await runCli(argv, { cwd: folder, tty: true, env: { NO_COLOR: '1' } })
  for (const text of [result.stdout, result.stderr.replaceAll(/\r\u001b\[2K/g, '')])
    expect(ACTS.exec(text)?.[0]?.codePointAt(0)).toBeUndefined()
  expect(result.stderr).not.toMatch(/^note: 0 problems/m)
})
