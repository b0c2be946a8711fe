// Counts of an engine against counts made here: the same numbers, and only where SQL is exact.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { NO_TRINO, START_TIME, TREES, trinoTree, type TrinoTree } from './trino.ts'

const COUNTS = [
  'summary --by event-name',
  'summary --by event-source --by error-code --by region',
  'summary --by user-name',
  'summary --by account',
  'summary --by role',
  'summary --by read-only',
  'summary --by mfa',
  'summary --by identity-type,event-source',
  'summary --by source-ip',
  'summary --by user-name,event-name --errors',
  'summary --by userIdentity.arn --event-source iam',
  'summary --by requestParameters.bucketName --event-source s3 --event-name Get*',
  'summary --by event-name --duplicates',
  'summary --by event-name --region us-east-1 --start 2020-01-01 --read-only false',
  'summary --by event-name --event-name NoSuch',
  'lookup --count',
  'lookup --count --errors --event-name !Get*',
  'lookup --count --where not(errors)',
  'lookup --count --duplicates',
].map((words) => words.split(' '))

/** Nobody but the files knows. */
const HERE = [
  'summary --by event-name --contains bucket',
  'summary --by resource-type',
  'summary --by event-name --distinct source-ip',
  'summary --by event-name,region --interval day',
  'summary --by event-name --kind all',
  'summary --by responseElements --event-source sts',
].map((words) => words.split(' '))

describe.skipIf(NO_TRINO !== undefined)('counted by Trino', () => {
  const trees: { readonly tree: TrinoTree; readonly folder: string }[] = []
  beforeAll(async () => {
    for (const folder of TREES) trees.push({ folder, tree: await trinoTree('counts', folder) })
  }, START_TIME)

  it.each(COUNTS.map((words) => [words.join(' '), words] as const))(
    '%s',
    async (_, [command = '', ...words]) => {
      for (const { folder, tree } of trees) {
        const output = command === 'summary' ? ['-o', 'csv'] : []
        const engine = await runCli([command, tree.source, ...words, ...output])
        const local = await runCli([command, folder, ...words, ...output])
        expect(engine).toMatchObject({ stdout: local.stdout, code: local.code })
        expect(engine.stderr).toMatch(/ · by Trino, duplicates by event ID, no file read here · /)
      }
    },
  )

  it.each(HERE.map((words) => [words.join(' '), words] as const))(
    'not: %s',
    async (_, [command = '', ...words]) => {
      for (const { folder, tree } of trees) {
        const engine = await runCli([command, tree.source, ...words, '-o', 'csv'])
        const local = await runCli([command, folder, ...words, '-o', 'csv'])
        expect(engine).toMatchObject({ stdout: local.stdout, code: local.code })
        expect(engine.stderr).toMatch(/Trino: .*; counted here, from the files/)
        expect(engine.stderr).not.toContain('by Trino')
      }
    },
  )
})

afterAll(() => {
  if (NO_TRINO !== undefined) process.stderr.write(`skipped: Trino: ${NO_TRINO}\n`)
})
