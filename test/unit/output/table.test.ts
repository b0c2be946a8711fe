import { describe, expect, test } from 'vitest'
import { colorFor } from '../../../src/cli/color.ts'
import { renderTable } from '../../../src/output/table.ts'

const color = await colorFor({ isTty: true }, {}, 'always')

describe('renderTable', () => {
  test('aligns, and marks what is empty', () => {
    const rows = [
      ['ConsoleLogin', '1,204'],
      ['', '3'],
    ]
    expect(renderTable(['Event name', 'Events'], rows, { align: ['left', 'right'] })).toMatchInlineSnapshot(`
      "Event name    Events
      ────────────────────
      ConsoleLogin   1,204
      -                  3
      "
    `)
  })

  test('without head: no rule either', () => {
    expect(
      renderTable(
        [],
        [
          ['Event time', '2024-08-18T11:42:10Z'],
          ['User name', ''],
        ],
      ),
    ).toBe('Event time  2024-08-18T11:42:10Z\nUser name   -\n')
  })

  test('without rows: the head alone', () => {
    expect(renderTable(['Name'], [])).toBe('Name\n────\n')
  })

  test('styles colour the text and never the padding', () => {
    const text = renderTable(
      ['Day', 'State'],
      [
        ['2024-08-18', { text: 'ok', style: color.green }],
        ['x', 'no'],
      ],
      { color },
    )
    expect(text.split('\n')[2]).toBe(`2024-08-18  ${color.green('ok')}`)
    expect(text.split('\n')[0]).toBe(`${color.bold('Day')}         ${color.bold('State')}`)
  })

  test('hostile cells and heads stay on their line', () => {
    const text = renderTable(['a\u001b[2J'], [['b\nc\u202e'], [{ text: '\r\u009b', style: (t) => t }]])
    expect(text).toBe('a\\x1b[2J\n──────────\nb\\nc\\u202e\n\\r\\x9b\n')
  })

  test('a short row is filled up, and a wide cell without limit does not widen all rows', () => {
    const lines = renderTable(['A', 'B'], [['x'.repeat(500), 'y'], ['z']]).split('\n')
    expect(lines[2]).toBe(`${'x'.repeat(500)}  y`)
    expect(lines[3]).toBe(`z${' '.repeat(101)}-`)
  })

  test('a long cell that fits is not cut', () => {
    const long = 'x'.repeat(150)
    expect(renderTable(['A', 'B'], [[long, 'y']], { columns: 200 })).toContain(`${long}  y`)
  })

  test('any number of rows', () => {
    const rows = Array.from({ length: 200_000 }, () => ['x'])
    expect(renderTable([], rows).length).toBe(400_000)
  })

  test('emoji and wide scripts keep columns straight', () => {
    const lines = renderTable(
      [],
      [
        ['🚀', '|'],
        ['山田', '|'],
        ['e\u0301', '|'],
      ],
    )
      .trimEnd()
      .split('\n')
    expect(lines).toEqual(['🚀    |', '山田  |', 'e\u0301     |'])
  })
})
