import { expect, test } from 'vitest'
import { barsIn, chart } from '../../../../src/commands/summary/chart.ts'
import type { Bucket } from '../../../../src/summary/timeline.ts'
import { NO_COLOR } from '../../../../src/format/color-type.ts'
import { displayWidth } from '../../../../src/format/width.ts'

const day = (start: string, events: number): Bucket => ({ start, events })

test('bars are as high as their share, and never lower than seen', () => {
  expect(chart([day('2024-08-16', 1000), day('2024-08-17', 0), day('2024-08-18', 1)], 60, NO_COLOR)).toEqual([
    '    1,000 ██████████',
    '          ██████████',
    '          ██████████',
    '          ██████████',
    '        0 ██████████            ▁▁▁▁▁▁▁▁▁▁',
    '          2024-08-16 2024-08-17 2024-08-18',
  ])
})

test('where labels do not fit, the first and the last', () => {
  const buckets = Array.from({ length: 18 }, (_, i) => day(`2024-08-${10 + i}`, i))
  const lines = chart(buckets, 50, NO_COLOR)
  expect(lines.at(-1)).toBe('          2024-08-10                2024-08-27')
  expect(lines[0]).toMatch(/^ {7}17 +▁ ▃ ▆ █$/)
})

test('a gap is seen', () => {
  const lines = chart(
    [day('2019-01-01', 4), { start: '', events: 0, isGap: true }, day('2024-01-01', 4)],
    60,
    NO_COLOR,
  )
  expect(lines[4]).toBe('        0 ██████████     ⋯      ██████████')
})

test.each([60, 80, 120, 200])('fits %d columns with any number of buckets', (columns) => {
  for (const count of [0, 1, 2, 7, 40, 170, 1000]) {
    const buckets = Array.from({ length: count }, (_, i) => day('2024-08-18', i))
    const lines = chart(buckets, columns, NO_COLOR)
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
    // The newest is always there.
    expect(lines[0]).toMatch(count > 1 ? /[▁-█]$/ : / 1 $/)
  }
  expect(barsIn(columns)).toBe(columns - 10)
})
