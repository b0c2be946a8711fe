import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../../src/format/width.ts'
import { copySequence } from '../../../src/screen/clipboard.ts'
import { Painter, SYNC } from '../../../src/screen/painter.ts'
import { beside, fitLine, line, lineWidth, scrolled } from '../../../src/screen/text.ts'

describe('a painter', () => {
  it('draws all lines first, then only those that changed, and nothing where nothing did', () => {
    const painter = new Painter(true)
    const first = painter.paint({ lines: [line('one'), line('two')] }, 5, 2)
    expect(first).toBe(
      `${SYNC.begin}\u001b[?25l\u001b[2J\u001b[1;1Hone  \u001b[2;1Htwo  \u001b[?25l${SYNC.end}`,
    )
    expect(painter.paint({ lines: [line('one'), line('two')] }, 5, 2)).toBe('')
    const second = painter.paint({ lines: [line('one'), line('2', { color: 'red' })] }, 5, 2)
    expect(second).toBe(`${SYNC.begin}\u001b[?25l\u001b[2;1H\u001b[0;31m2\u001b[m    \u001b[?25l${SYNC.end}`)
  })

  it('draws the whole screen anew at another size, and when it was forgotten', () => {
    const painter = new Painter(true)
    painter.paint({ lines: [line('one')] }, 5, 1)
    expect(painter.paint({ lines: [line('one')] }, 6, 1)).toContain('\u001b[2J')
    painter.forget()
    expect(painter.paint({ lines: [line('one')] }, 6, 1)).toContain('\u001b[2J')
  })

  it('leaves colours out where none are wanted, and keeps what is bold or inverse', () => {
    const painter = new Painter(false)
    const text = painter.paint({ lines: [line('a', { color: 'red', inverse: true })] }, 1, 1)
    expect(text).toContain('\u001b[0;7ma\u001b[m')
  })

  it('lets no character of a text act on the terminal', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('\u001b[2J', '\u009b31m', '\u001b]52;c;eA==\u0007', 'a\r\nb', '\u202eevil'),
    )
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), (texts, columns) => {
        const painted = new Painter(true).paint(
          { lines: [texts.map((text) => ({ text, style: { bold: true } }))] },
          columns,
          1,
        )
        const inner = painted.replace(/\u001b\[(?:\?25[lh]|\?2026[lh]|2J|1;1H|0;1m|m)/g, '')
        expect(inner).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})

describe('a line', () => {
  it('is always as wide as asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 1, max: 60 }),
        (texts, width) => {
          const fitted = fitLine(
            texts.map((text) => ({ text })),
            width,
          )
          expect(lineWidth(fitted)).toBe(width)
        },
      ),
    )
  })

  it('says that it was cut', () => {
    expect(fitLine([{ text: 'abc' }, { text: 'def' }], 5).map(({ text }) => text)).toEqual(['abc', 'd…'])
    expect(fitLine([{ text: 'abc' }, { text: 'def' }], 3).map(({ text }) => text)).toEqual(['ab…'])
  })
})

it('puts panes side by side', () => {
  const rows = beside(
    [
      { lines: [line('a')], width: 2 },
      { lines: [line('b'), line('c')], width: 1 },
    ],
    2,
    line('|'),
  )
  expect(rows.map((row) => row.map(({ text }) => text).join(''))).toEqual(['a |b', '  |c'])
  expect(rows.every((row) => displayWidth(row.map(({ text }) => text).join('')) === 4)).toBe(true)
})

it('scrolls as little as it must', () => {
  expect(scrolled(0, 3, 5, 100)).toBe(0)
  expect(scrolled(0, 7, 5, 100)).toBe(3)
  expect(scrolled(10, 7, 5, 100)).toBe(7)
  expect(scrolled(99, 99, 5, 100)).toBe(95)
  expect(scrolled(3, 0, 5, 2)).toBe(0)
})

it('copies by OSC 52, and says of what is too long that it cannot', () => {
  expect(copySequence('arn:x')).toBe(`\u001b]52;c;${Buffer.from('arn:x').toString('base64')}\u0007`)
  expect(copySequence('x'.repeat(100_000))).toBeUndefined()
})
