import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { expandWildcards } from '../../../../src/cli/reading/expand-wildcards.ts'

const folder = mkdtempSync(join(tmpdir(), 'trail-explore-wildcards-'))
mkdirSync(join(folder, 'logs'))
for (const name of ['a.json', 'b.json', 'b.json.gz', '.hidden.json', 'x*y'])
  writeFileSync(join(folder, 'logs', name), '')
afterAll(() => rmSync(folder, { recursive: true }))

test.each<[string, string[]]>([
  ['logs/*.json', ['logs/a.json', 'logs/b.json']],
  ['logs/?.json', ['logs/a.json', 'logs/b.json']],
  ['logs/b*', ['logs/b.json', 'logs/b.json.gz']],
  ['logs/.*', ['logs/.hidden.json']],
  ['logs/x*y', ['logs/x*y']],
  ['logs/*.xml', ['logs/*.xml']],
  ['nowhere/*', ['nowhere/*']],
  ['s3://bucket/*', ['s3://bucket/*']],
  ['-', ['-']],
  ['logs', ['logs']],
])('%s', (typed, expected) => {
  expect(expandWildcards([typed], folder)).toEqual(expected)
})

test('a pattern fits what a regular expression says', () => {
  const part = fc.constantFrom('a', 'b', '*', '?')
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 7 }), (parts) => {
      const typed = parts.join('')
      const regex = new RegExp(`^${typed.replaceAll('*', '.*').replaceAll('?', '.')}$`)
      const inner = mkdtempSync(join(folder, 'p-'))
      for (const name of ['a', 'ab', 'ba', 'aab', 'abab']) writeFileSync(join(inner, name), '')
      const fitting = ['a', 'aab', 'ab', 'abab', 'ba'].filter((name) => regex.test(name))
      const expected = fitting.length === 0 || fitting.includes(typed) ? [typed] : fitting
      expect(expandWildcards([typed], inner)).toEqual(expected)
    }),
    { numRuns: 100 },
  )
})
