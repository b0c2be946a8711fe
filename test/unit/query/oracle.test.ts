import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, type Clause } from '../../../src/filter/clause.ts'
import { parsePattern } from '../../../src/filter/pattern/parse.ts'
import type { RowFormat } from '../../../src/format/row.ts'
import { answer, type Question } from '../../helpers/oracle.ts'
import { memorySource } from '../../helpers/memory-source.ts'
import { ask } from '../../helpers/query.ts'
import { DAY, FIRST_DAY, tree, type TreeFile } from '../../helpers/trees.ts'

const login = '{ $.eventName = ConsoleLogin && $.userIdentity.type = "Root" }'

const clause: fc.Arbitrary<Clause> = fc.constantFrom<Clause>(
  { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] },
  { kind: 'text', field: 'event-name', values: ['Get*', '!GetObject'] },
  { kind: 'text', field: 'user-name', values: ['alice'] },
  { kind: 'text', field: 'user-name', values: ['root'] },
  { kind: 'text', field: 'account', values: ['000000000001'] },
  { kind: 'read-only', value: false },
  { kind: 'time', start: FIRST_DAY + DAY },
  { kind: 'contains', values: ['consolelogin'] },
  { kind: 'pattern', node: parsePattern(login) },
)

const question: fc.Arbitrary<Question> = fc.record({
  filter: fc.array(clause, { maxLength: 2 }).map(allOf),
  row: fc.constantFrom<RowFormat>(
    { kind: 'jsonl' },
    { kind: 'csv', csvSafe: true },
    { kind: 'tsv', columns: ['event-name'] },
  ),
  ascending: fc.boolean(),
  limit: fc.constantFrom(undefined, undefined, 1, 3, 10),
  keepDuplicates: fc.boolean(),
})

function sourceOf(files: readonly TreeFile[], remote: boolean) {
  return memorySource(Object.fromEntries(files.map(({ key, bytes }) => [key, bytes])), { remote })
}

const ordered = (list: readonly string[]) => list

describe('the engine and the oracle agree', () => {
  it('about trees whose names are true', async () => {
    await fc.assert(
      fc.asyncProperty(tree({ honest: true }), question, fc.boolean(), async (files, question, remote) => {
        const { rows, report } = await ask({ ...question, sources: [sourceOf(files, remote)] })
        const expected = answer(
          files.flatMap(({ records }) => records),
          question,
        )
        expect(rows).toEqual(expected.rows)
        expect(report.misnamed).toBeUndefined()
        // A limit ends the run before all copies are seen.
        expect(question.limit ?? report.duplicates).toBe(question.limit ?? expected.duplicates)
      }),
      { numRuns: 400 },
    )
  })

  it('about trees whose names lie, when they are not believed', async () => {
    await fc.assert(
      fc.asyncProperty(tree({ honest: false }), question, async (files, question) => {
        const { rows } = await ask({
          ...question,
          sources: [sourceOf(files, true)],
          walk: { ignoreNames: true },
        })
        expect(rows).toEqual(
          answer(
            files.flatMap(({ records }) => records),
            question,
          ).rows,
        )
      }),
      { numRuns: 400 },
    )
  })

  it('about trees whose names lie, in all but the order of what had left before the lie was found', async () => {
    const unlimited = question.map((question) => ({ ...question, limit: undefined }))
    await fc.assert(
      fc.asyncProperty(tree({ honest: false }), unlimited, async (files, question) => {
        const { rows, report } = await ask({ ...question, sources: [sourceOf(files, true)] })
        const expected = answer(
          files.flatMap(({ records }) => records),
          question,
        )
        const arranged = report.misnamed?.late ? (list: readonly string[]) => list.toSorted() : ordered
        expect(arranged(rows)).toEqual(arranged(expected.rows))
      }),
      { numRuns: 300 },
    )
  })
})
