import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shellLine, shellWord } from '../../../src/format/shell.ts'

test.each([
  ['lookup', 'lookup'],
  ['s3://bucket/AWSLogs/', 's3://bucket/AWSLogs/'],
  ['', "''"],
  ['Get*', "'Get*'"],
  ['$HOME; rm', "'$HOME; rm'"],
  ["it's", String.raw`'it'\''s'`],
  ['\u001b[31m', String.raw`$'\x1b[31m'`],
  ['a\u202eb', String.raw`$'a\xe2\x80\xaeb'`],
])('%j is written %s', (word, written) => {
  expect(shellWord(word)).toBe(written)
})

test('a shell reads back what was meant', () => {
  const words = fc.array(
    fc.string({ unit: 'binary', maxLength: 12 }).map((word) => word.replaceAll('\0', '')),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(words, (given) => {
      const clean = given.map((word) => Buffer.from(word).toString())
      const line = `printf '%s\\0' ${shellLine(clean)}`
      const printed = execFileSync('bash', ['-c', line]).toString().split('\0').slice(0, -1)
      expect(printed).toEqual(clean)
    }),
    { numRuns: 25 },
  )
})
