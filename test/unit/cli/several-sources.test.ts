// Several sources, one of which cannot be read; and folders in which something else lies beside the logs.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { logBytes, logKey, writeFiles } from '../../helpers/log-tree.ts'
import { runCli } from '../../helpers/run-cli.ts'
import { S3_ENV, serveBucket } from '../../helpers/s3-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'trail-explore-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (argv: readonly string[]) =>
  runCli(argv, { cwd: folder, env: S3_ENV, now: '2024-08-19T00:00:00Z' })

describe('one of several sources', () => {
  it('that is not there, or may not be listed, is a named problem; the others are read', async () => {
    await writeFiles(join(folder, 'ok'), { [logKey({ delivered: '2024-08-18T11:40' })]: logBytes('a') })
    const { server, options } = await serveBucket({ x: 'x' })
    server.misbehave = () => ({ kind: 'error', status: 403, code: 'AccessDenied', message: 'no' })
    for (const bad of ['nowhere', 's3://logs/AWSLogs/']) {
      for (const sources of [
        ['ok', bad],
        [bad, 'ok'],
      ]) {
        for (const command of [
          ['lookup', '-o', 'jsonl', '--read-only', 'any'],
          ['summary', '-o', 'json'],
          ['ls', '-o', 'json'],
        ]) {
          const { code, stdout, stderr } = await run([...command, ...sources, ...options])
          expect(code).toBe(1)
          expect(stdout).not.toBe('')
          expect(stderr).toMatch(new RegExp(`^(?:could not be listed|unreadable): ${bad}: `, 'm'))
        }
      }
    }
  })

  it('alone is an error', async () => {
    const { code, stdout, stderr } = await run(['lookup', 'nowhere', 'nowhere', '-o', 'jsonl'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^error: nowhere: no such file or folder\n/)
  })
})

describe('a file that is no log', () => {
  it('beside logs that were not asked for is not all there is', async () => {
    await writeFiles(join(folder, 'stray'), {
      [logKey({ delivered: '2024-08-01T11:40' })]: logBytes('a'),
      'README.txt': 'hi',
    })
    for (const question of [
      ['--last', '1d'],
      ['--region', 'ap-south-1'],
      ['--account', '555555555555'],
    ]) {
      const { code, stderr } = await run(['lookup', 'stray', ...question])
      expect(code).toBe(0)
      expect(stderr).toMatch(/were skipped; the tree (?:has|covers)/)
      expect((await run(['summary', 'stray', ...question])).code).toBe(0)
      expect((await run(['ls', 'stray', ...question])).stderr).toMatch(/^0 log files/)
    }
    expect((await run(['lookup', 'stray', '--kind', 'insight'])).code).toBe(0)
  })

  it('alone is an error', async () => {
    mkdirSync(join(folder, 'texts'))
    writeFileSync(join(folder, 'texts/README.txt'), 'hi')
    expect((await run(['lookup', 'texts'])).code).toBe(1)
  })

  it('in a folder that is empty, that folder is not suggested', async () => {
    mkdirSync(join(folder, 'empty/AWSLogs'), { recursive: true })
    const { code, stderr } = await run(['lookup', 'empty/AWSLogs'])
    expect(code).toBe(1)
    expect(stderr).not.toContain('did you mean')
  })
})
