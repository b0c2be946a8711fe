import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colorFor } from '../../../src/cli/color.ts'
import { displayWidth } from '../../../src/format/width.ts'
import type { Column } from '../../../src/output/column.ts'
import { type Cell, type Head, renderTable } from '../../../src/output/table.ts'

const color = await colorFor({ isTty: true }, {}, 'always')

describe('renderTable', () => {
  test('aligns, and marks what is empty', () => {
    const rows = [
      ['ConsoleLogin', '1,204'],
      ['', '3'],
    ]
    const head = ['Event name', { label: 'Events', kind: 'whole', align: 'right' } as const]
    expect(renderTable(head, rows)).toMatchInlineSnapshot(`
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

describe('in little room', () => {
  const ARN = 'arn:aws:iam::123456789012:role/Deployment'

  test.each([
    ['resources', ARN, 30, 'arn:aws:i…9012:role/Deployment'],
    ['resources', 'web-sg, db-sg, i-0abc0123456789def', 20, 'web-sg, db-sg +1'],
    ['resources', `${ARN}, i-0abc`, 20, 'arn:a…/Deployment +1'],
    ['service', 'cloudtrail.amazonaws.com', 12, 'cloudtrail'],
    ['types', 'AWS::STS::AssumedRole, AWS::STS::AssumedRole', 20, 'AssumedRole (2)'],
    ['text', 'Mozilla/5.0 (X11; Linux)', 12, 'Mozilla/5.0…'],
    ['path', 's3://bucket/AWSLogs/123456789012/a.json.gz', 20, 's3://b…012/a.json.gz'],
  ] as const)('%s: %j at %i', (kind, text, width, shown) => {
    expect(at(width + 13, ['N', { label: 'X', kind }], ['x'.repeat(12), text])?.slice(13)).toBe(shown)
  })

  test('accounts, Regions and times are never cut, and no column is narrower than its label', () => {
    const head = [
      whole('Account'),
      whole('Region'),
      whole('Time'),
      { label: 'User name', kind: 'text' } as const,
    ]
    const cells = ['123456789012', 'ap-southeast-2', '2024-08-18T11:40:01Z', 'a-session-name-of-some-length']
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 140 }), (columns) => {
        const text = renderTable(head, [cells], { columns })
        for (const cell of cells.slice(0, 3)) expect(text).toContain(cell)
        for (const { label } of head) expect(text).toContain(label)
        for (const line of columns < 31 ? [] : text.split('\n'))
          expect(displayWidth(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })

  test('columns that may go, go in their order, and are named below', () => {
    const head: Head = [
      { label: 'Event name', kind: 'name' },
      { label: 'Event source', kind: 'service', dropOrder: 1 },
      { label: 'Resource type', kind: 'types', dropOrder: 2 },
    ]
    const row = ['CreateBucket', 's3.amazonaws.com', 'AWS::S3::Bucket']
    expect(renderTable(head, [row], { columns: 28 })).toBe(
      [
        'Event name   Event source',
        '─'.repeat(28),
        'CreateBucket s3',
        'Not shown at this width:',
        'Resource type',
        '',
      ].join('\n'),
    )
  })

  test('where nothing may go, each row is a block', () => {
    const head = ['Event time', 'Event name', 'Account'].map((label): Column => ({ label, kind: 'whole' }))
    const rows = [
      ['2024-08-18T11:40:01Z', { text: 'CreateUser', failed: 'AccessDenied' }, '123456789012'],
      ['2024-08-18T11:39:01Z', 'ListUsers', ''],
    ]
    expect(renderTable(head, rows, { columns: 40 })).toBe(`Event time  2024-08-18T11:40:01Z
Event name  CreateUser ✗ AccessDenied
Account     123456789012

Event time  2024-08-18T11:39:01Z
Event name  ListUsers
Account     -
`)
  })

  test.each([
    [40, 'PutBucketPolicy ✗ AccessDenied'],
    [26, 'PutBucketPolicy ✗ AccessD…'],
    [18, 'PutBucketPolicy ✗'],
    [12, 'PutBucket… ✗'],
  ])('a failure is seen in %i columns', (width, shown) => {
    const cell = { text: 'PutBucketPolicy', failed: 'AccessDenied' }
    expect(at(width, [{ label: 'Event', kind: 'name' }], [cell])).toBe(shown)
  })

  test('in ASCII', () => {
    const cell = { text: 'PutBucketPolicy', failed: 'AccessDenied' }
    const text = renderTable([{ label: 'Event', kind: 'name' }], [[cell]], { columns: 12, ascii: true })
    expect(text).toBe('Event\n------------\nPutBucket~ x\n')
  })

  test('a path is not wrapped', () => {
    const path = 's3://bucket/AWSLogs/123456789012/CloudTrail/eu-west-1/2024/08/18/x.json.gz'
    const rows: readonly (readonly Cell[])[] = [
      ['File', { text: path, unbroken: true }],
      ['User agent', 'a long text of words that needs two lines'],
    ]
    const lines = renderTable(['', ''], rows, { columns: 40, wrap: true }).split('\n')
    expect(lines[0]).toBe(`File       ${path}`)
    expect(lines.slice(1)).toEqual(['User agent a long text of words that', '           needs two lines', ''])
  })
})

/** The last line of a table of one row. */
function at(columns: number, head: Head, row: readonly Cell[]): string | undefined {
  return renderTable(head, [row], { columns }).trimEnd().split('\n').at(-1)
}

function whole(label: string): Column {
  return { label, kind: 'whole' }
}
