import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth, truncate, truncateMiddle, wrap } from '../../../src/format/width.ts'

test.each([
  ['', 0],
  ['ConsoleLogin', 12],
  ['Zoë', 3],
  ['Zoe\u0308', 3],
  ['山田', 4],
  ['한국', 4],
  ['\u1112\u1161\u11ab', 2], // the same syllable as three jamo
  ['ＡＢ', 4],
  ['ﾊﾝ', 2],
  ['🚀', 2],
  ['❤️', 2],
  ['👍🏽', 2],
  ['🇩🇪', 2],
  ['…', 1],
  ['─', 1],
  ['𠮷', 2],
  ['\u2329', 2],
  ['\u2630', 2],
  ['\ufe10', 2],
  ['\u{1d300}', 2],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width)
})

describe('truncate', () => {
  test.each([
    ['ConsoleLogin', 12, 'ConsoleLogin'],
    ['ConsoleLogin', 8, 'Console…'],
    ['山田太郎', 5, '山田…'],
    ['山田太郎', 4, '山…'], // half a character is none
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['🇩🇪🇫🇷', 3, '🇩🇪…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('%j to %i', (text, width, shown) => {
    expect(truncate(text, width)).toBe(shown)
  })

  test('never takes more than asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, width) => {
        expect(displayWidth(truncate(text, width))).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('truncateMiddle', () => {
  test.each([
    ['arn:aws:iam::123456789012:role/Web', 16, 'arn:a…2:role/Web'],
    ['ConsoleLogin', 12, 'ConsoleLogin'],
    ['山田太郎山田太郎', 9, '山…田太郎'],
    ['abc', 2, 'a…'],
    ['abc', 0, ''],
  ])('%j to %i', (text, width, shown) => {
    expect(truncateMiddle(text, width)).toBe(shown)
  })

  test('never takes more than asked for, and begins and ends as the text does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, width) => {
        const cut = truncateMiddle(text, width)
        expect(displayWidth(cut)).toBeLessThanOrEqual(width)
        if (cut === text || width < 3) return
        const at = cut.lastIndexOf('…')
        expect(text.startsWith(cut.slice(0, at)) || text.includes('…')).toBe(true)
        expect(text.endsWith(cut.slice(at + 1))).toBe(true)
      }),
    )
  })
})

describe('wrap', () => {
  test.each([
    ['', 5, ['']],
    ['abc', 5, ['abc']],
    ['Resource type', 8, ['Resource', 'type']],
    ['one two three', 7, ['one two', 'three']],
    ['arn:aws:iam::123456789012:root', 12, ['arn:aws:iam:', ':12345678901', '2:root']],
    ['eu-west-1/2024/08', 12, ['eu-west-1/', '2024/08']],
    ['AWS::IAM::User', 11, ['AWS::IAM::', 'User']],
    ['a arn:aws:iam', 8, ['a', 'arn:aws:', 'iam']],
    ['山田太郎', 5, ['山田', '太郎']],
    ['山', 1, ['山']], // cannot be halved
  ])('%j at %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  test('loses nothing but spaces, and keeps the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrap(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

test('measures and cuts in time that grows with the text alone', () => {
  const family = '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}\u200d\u{1F466}'
  const text = family.repeat(50_000)
  expect(displayWidth(text)).toBe(100_000)
  expect(truncate(text, 11)).toBe(`${family.repeat(5)}…`)
  expect(truncateMiddle(text, 10).startsWith(family)).toBe(true)
  expect(wrap(text, 10)).toHaveLength(10_000)
  // One character for a reader, however long, and what follows it.
  expect(displayWidth(`a${'\u0301'.repeat(5_000)}bc`)).toBe(3)
}, 120_000)
