import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { globMatches, joinGlob, splitGlob } from '../../../src/filter/glob.ts'

const SPLITS: readonly (readonly [string, readonly string[]])[] = [
  ['', ['']],
  ['*', ['', '']],
  ['Get*', ['Get', '']],
  ['*a**b', ['', 'a', '', 'b']],
  [String.raw`a\*b`, ['a*b']],
  [String.raw`a\\*b`, ['a\\', 'b']],
  [String.raw`CORP\alice`, [String.raw`CORP\alice`]],
  ['end\\', ['end\\']],
  [String.raw`\!x`, [String.raw`\!x`]],
]

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '\\', '!'), maxLength: 12 })
const pieces = fc.array(letters, { minLength: 1, maxLength: 5 })

describe('splitGlob', () => {
  it.each(SPLITS)('splits %j into %j', (text, expected) => {
    expect(splitGlob(text)).toEqual(expected)
  })

  it('undoes joinGlob', () => {
    fc.assert(
      fc.property(pieces, (value) => {
        expect(splitGlob(joinGlob(value, '!'), '!')).toEqual(value)
      }),
    )
  })
})

describe('globMatches', () => {
  it('agrees with a regular expression', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 })
    const some = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(some, text, (glob, value) => {
        expect(globMatches(glob, value)).toBe(new RegExp(`^${glob.join('.*')}$`, 's').test(value))
      }),
      { numRuns: 2000 },
    )
  })

  it('does not let the first and the last piece share text', () => {
    expect(globMatches(['aba', 'aba'], 'aba')).toBe(false)
    expect(globMatches(['aba', 'ba'], 'ababa')).toBe(true)
  })

  it('gives up on hostile text as fast as on any other', () => {
    const glob = splitGlob('*a'.repeat(50) + 'b')
    expect(globMatches(glob, 'a'.repeat(1_000_000))).toBe(false)
  })
})
