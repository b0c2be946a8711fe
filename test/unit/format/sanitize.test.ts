import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvSafe, printable, printableJson } from '../../../src/format/sanitize.ts'

describe('printable', () => {
  test.each([
    ['plain ASCII', 'aws-cli/2.17.0 \\ "x"', 'aws-cli/2.17.0 \\ "x"'],
    ['letters of any script', 'Zoë 山田 Ωmega ☃ 🚀 ❤️', 'Zoë 山田 Ωmega ☃ 🚀 ❤️'],
    ['a colour sequence', '\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
    ['setting the window title', '\u001b]0;owned\u0007', '\\x1b]0;owned\\x07'],
    ['the one-byte CSI of C1', '\u009b2J', '\\x9b2J'],
    ['line ends and tabs', 'a\r\nb\tc', 'a\\r\\nb\\tc'],
    ['NUL, backspace, DEL', '\0a\b\u007f', '\\x00a\\x08\\x7f'],
    ['bidi override', 'gpj.\u202egnp.exe\u202c', 'gpj.\\u202egnp.exe\\u202c'],
    ['bidi isolates and marks', '\u2066\u2069\u200e\u200f\u061c', '\\u2066\\u2069\\u200e\\u200f\\u061c'],
    ['zero width', 'ro\u200bot\u200d\u2060', 'ro\\u200bot\\u200d\\u2060'],
    ['separators that are line ends', 'a\u2028b\u2029c\u0085', 'a\\u2028b\\u2029c\\x85'],
    ['a BOM', '\ufeffroot', '\\ufeffroot'],
    ['soft hyphen', 'ro\u00adot', 'ro\\xadot'],
    ['invisible tag letters', 'a\u{e0041}', 'a\\u{e0041}'],
    ['lone surrogates', 'a\ud800b\udc00', 'a\\ud800b\\udc00'],
    ['interlinear annotation', '\ufff9x\ufffb', '\\ufff9x\\ufffb'],
  ])('%s', (_what, text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  test('has no short cut around an unsafe character', () => {
    const unsafe =
      /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u
    const all = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code))
    const wrong = all.filter((char) => unsafe.test(char) === (printable(`a${char}b`) === `a${char}b`))
    expect(wrong).toEqual([])
  })

  test('leaves nothing that acts, whatever comes in', () => {
    const acts = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(acts)
        expect(printable(text)).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
})

describe('printableJson', () => {
  test('is the same JSON and leaves nothing that acts', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
        const shown = printableJson(json)
        expect(JSON.parse(shown)).toEqual(JSON.parse(json))
        expect(shown).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/)
      }),
    )
  })

  test('writes characters beyond the BMP as two escapes, and keeps white space between tokens', () => {
    expect(printableJson('{\n\t"a": "\u{e0041}\u009b"}')).toBe('{\n\t"a": "\\udb40\\udc41\\u009b"}')
  })
})

describe('csvSafe', () => {
  test.each([
    '=cmd()',
    "=cmd|' /C calc'!A0",
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '\nx',
    '  =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '\u0000=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ])('disarms %j', (cell) => {
    expect(csvSafe(cell)).toBe(`'${cell}`)
  })

  test.each(['', 'root', 'a=b', '[]', '123', '2024-08-18T11:48:43Z', ' x', "'=1", '*', '山'])(
    'leaves %j',
    (cell) => {
      expect(csvSafe(cell)).toBe(cell)
    },
  )
})
