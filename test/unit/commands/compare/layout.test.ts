import { expect, test } from 'vitest'
import { comparison } from '../../../../src/commands/compare/layout.ts'
import { NO_COLOR } from '../../../../src/format/color-type.ts'
import { displayWidth } from '../../../../src/format/width.ts'

const ROWS = [
  { label: 'Event name', cells: ['CreateTrail', 'StopLogging'], differs: true },
  { label: 'AWS region', cells: ['eu-west-1', 'eu-west-1'], differs: false },
  { label: 'Error code', cells: ['', 'AccessDenied'], differs: true },
]

test('side by side where there is room', () => {
  expect(comparison('Details', ROWS, { columns: 80, color: NO_COLOR })).toBe(
    [
      'Details',
      '             Event 1     Event 2',
      '─'.repeat(37),
      '≠ Event name CreateTrail StopLogging',
      '  AWS region eu-west-1   eu-west-1',
      '≠ Error code -           AccessDenied',
      '',
    ].join('\n'),
  )
})

test('one under the other where there is none', () => {
  expect(comparison('Details', ROWS, { columns: 40, color: NO_COLOR })).toBe(
    [
      'Details',
      '≠ Event name',
      '    1  CreateTrail',
      '    2  StopLogging',
      '  AWS region',
      '    all  eu-west-1',
      '≠ Error code',
      '    1  -',
      '    2  AccessDenied',
      '',
    ].join('\n'),
  )
})

test('no rows', () => {
  expect(comparison('Paths', [], { columns: 80, color: NO_COLOR })).toBe('Paths\nnone\n')
})

test.each([60, 80, 120, 200])('never wider than %d, whatever the cells hold', (columns) => {
  for (const count of [2, 3, 4, 5]) {
    const cells = Array.from({ length: count }, (_, i) => `${'日本語 long text '.repeat(i * 9)}\u001b[31m`)
    const text = comparison('Paths', [{ label: 'a.very.'.repeat(30), cells, differs: true }], {
      columns,
      color: NO_COLOR,
    })
    expect(text).not.toContain('\u001b')
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
  }
})

test('a large value is cut with …', () => {
  const rows = [{ label: 'requestParameters.policy', cells: ['x'.repeat(5000), ''], differs: true }]
  const text = comparison('Paths', rows, { columns: 80, color: NO_COLOR })
  expect(text).toContain('x…')
  expect(text.length).toBeLessThan(1000)
})
