// Whatever a key is, its path stays below the folder, and no two keys share one.

import { resolve, sep, win32 } from 'node:path'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { safePath, UNFINISHED } from '../../../../src/commands/download/safe-path.ts'
import { digestKey, logKey } from '../../../helpers/log-tree.ts'

const LONG = `${'x'.repeat(300)}.json.gz`

it.each([
  ['../../etc/passwd', '%2E%2E/%2E%2E/etc/passwd'],
  ['/etc/passwd', '%2F/etc/passwd'],
  ['a//b/', 'a/%2F/b/%2F'],
  ['./a', '%2E/a'],
  ['...', '..%2E'],
  ['a/..', 'a/%2E%2E'],
  ['..\\..\\a', '..%5C..%5Ca'],
  ['C:\\a', 'C%3A%5Ca'],
  ['a:b', 'a%3Ab'],
  ['a?b*c|d"e<f>g', 'a%3Fb%2Ac%7Cd%22e%3Cf%3Eg'],
  ['a\u0000b\nc\u007f', 'a%00b%0Ac%7F'],
  ['trailing.', 'trailing%2E'],
  ['trailing ', 'trailing%20'],
  ['con', '%63on'],
  ['NUL.json.gz', '%4EUL.json.gz'],
  ['a/com1/b', 'a/%63om1/b'],
  ['LPT¹', '%4CPT¹'],
  ['console', 'console'],
  ['100%', '100%'],
  ['%2E%2E', '%252E%252E'],
  [`${UNFINISHED}/a.json`, `${UNFINISHED.replaceAll('.', '%2E')}/a.json`],
  ['Prüfung/日本/a b.json', 'Prüfung/日本/a b.json'],
  ['__proto__/constructor', '__proto__/constructor'],
])('%j becomes %j', (key, path) => {
  expect(safePath(key)).toBe(path)
})

it("leaves CloudTrail's own keys alone", () => {
  for (const key of [
    logKey({ delivered: '2024-08-18T11:40', prefix: 'my logs/2024/' }),
    digestKey('2024-08-18T11:00:00'),
  ]) {
    expect(safePath(key)).toBe(key)
  }
})

it('shortens a name that is too long, and keeps what tells its kind', () => {
  const path = safePath(`a/${LONG}`)
  expect(path).toMatch(/^a\/x{200,}~[0-9a-f]{16}\.json\.gz$/)
  expect(Buffer.byteLength(path)).toBeLessThanOrEqual(242)
  expect(safePath(`a/${'ü'.repeat(200)}`)).toMatch(/^a\/ü+~[0-9a-f]{16}$/)
})

const NASTY = fc.constantFrom(
  '..',
  '.',
  '',
  '/',
  '\\',
  '%',
  '%2E',
  '2E',
  ' ',
  ':',
  'con',
  'C:',
  '\u0000',
  'é',
  '😀',
  '\ud800',
  'x',
  '~',
  LONG,
)
const KEY = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(NASTY).map((parts) => parts.join('')),
  fc.array(NASTY).map((parts) => parts.join('/')),
)

it('never leads out of the folder, here or on Windows', () => {
  fc.assert(
    fc.property(KEY, (key) => {
      const path = safePath(key)
      expect(resolve('/mirror/of/logs', path).startsWith(`/mirror/of/logs${sep}`)).toBe(true)
      expect(win32.resolve('C:\\logs', path).startsWith('C:\\logs\\')).toBe(true)
      for (const part of path.split('/')) {
        expect(part).not.toMatch(/^\.{0,2}$|[. ]$|[\\:]/)
        expect(Buffer.byteLength(part)).toBeLessThanOrEqual(240)
      }
    }),
    { numRuns: 2000 },
  )
})

it('gives different keys different paths', () => {
  fc.assert(
    fc.property(KEY, KEY, (a, b) => {
      const [one, other] = [Buffer.from(a).toString(), Buffer.from(b).toString()] // S3's keys are UTF-8
      expect(safePath(one) === safePath(other)).toBe(one === other)
    }),
    { numRuns: 2000 },
  )
})
