// `lookup trino://…` gives the bytes that `lookup` gives of the same tree.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { QUESTIONS } from './questions.ts'
import { NO_TRINO, START_TIME, TREES, trinoTree, type TrinoTree } from './trino.ts'

it('asks at least 50 questions', () => {
  expect(new Set(QUESTIONS.map((words) => words.join(' '))).size).toBeGreaterThanOrEqual(50)
})

describe.skipIf(NO_TRINO !== undefined)('the same as the tree', () => {
  const trees: { readonly tree: TrinoTree; readonly folder: string }[] = []
  beforeAll(async () => {
    for (const folder of TREES) trees.push({ folder, tree: await trinoTree('lookup', folder) })
  }, START_TIME)

  it.each(QUESTIONS.map((words) => [words.join(' '), words] as const))('%s', async (_, words) => {
    for (const { folder, tree } of trees)
      for (const output of ['jsonl', 'csv']) {
        const argv = [...words, '-o', output, '-q']
        const engine = await runCli(['lookup', tree.source, ...argv])
        const local = await runCli(['lookup', folder, ...argv])
        expect(engine).toEqual(local)
      }
  })

  // Some questions are about what only the public logs have.
  it.skipIf(TREES.length < 2)('and what is asked is asked about something', async () => {
    const empty: string[] = []
    for (const words of QUESTIONS) {
      const found = await Promise.all(
        trees.map(({ folder }) => runCli(['lookup', folder, ...words, '-q', '-o', 'jsonl'])),
      )
      if (found.every(({ stdout }) => stdout === '')) empty.push(words.join(' '))
    }
    // Half of them would prove nothing.
    expect(empty.length).toBeLessThan(QUESTIONS.length / 10)
  })
})

afterAll(() => {
  if (NO_TRINO !== undefined) process.stderr.write(`skipped: Trino: ${NO_TRINO}\n`)
})
