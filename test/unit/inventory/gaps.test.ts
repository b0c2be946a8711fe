import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findGaps, type Gap } from '../../../src/inventory/gaps.ts'
import type { Count } from '../../../src/inventory/tree.ts'

const DAY = 86_400_000

function region(name: string, days: readonly number[], options: Partial<Count> = {}): Count {
  return {
    tree: 'logs',
    account: '123456789012',
    region: name,
    date: '',
    files: days.length,
    digests: 0,
    bytes: 0,
    first: Number.NaN,
    last: Number.NaN,
    days: new Set(days),
    digestDays: new Map(),
    ...options,
  }
}

function told(gaps: readonly Gap[]): readonly string[] {
  return gaps.map(({ region: name, from, to, days, where }) => `${name} ${from}..${to} ${days} ${where}`)
}

describe('days without log files', () => {
  it('are told before, between and after, against the span of the whole tree', () => {
    expect(told(findGaps([region('a', [0, 1, 5]), region('b', [2])]))).toEqual([
      'a 1970-01-03..1970-01-05 3 between',
      'b 1970-01-01..1970-01-02 2 before',
      'b 1970-01-04..1970-01-06 3 after',
    ])
  })

  it('are the whole span where there is nothing', () => {
    const asked = { start: 2 * DAY, end: 4 * DAY + 1 }
    expect(told(findGaps([region('a', [])], asked))).toEqual(['a 1970-01-03..1970-01-05 3 whole'])
    expect(findGaps([region('a', [])])).toEqual([])
  })

  it('of each tree have the span of that tree', () => {
    const trees = [region('a', [0, 1]), region('b', [7, 9], { tree: 'other' })]
    expect(told(findGaps(trees))).toEqual(['b 1970-01-09..1970-01-09 1 between'])
  })

  it('count the digest files that lie in them', () => {
    const digestDays = new Map([
      [0, 24],
      [1, 20],
      [2, 4],
      [3, 24],
    ])
    expect(findGaps([region('a', [0, 3], { digestDays })])).toMatchObject([{ days: 2, digests: 24 }])
  })

  it('and days with log files make up the span, each once', () => {
    const days = fc.uniqueArray(fc.nat(30), { minLength: 1 })
    fc.assert(
      fc.property(days, fc.nat(10), fc.nat(10), (present, before, after) => {
        const [first, last] = [Math.min(...present) - before, Math.max(...present) + after]
        const gaps = findGaps([region('a', present)], { start: first * DAY, end: last * DAY })
        const missing = gaps.flatMap(({ from, days: n }) =>
          Array.from({ length: n }, (_, i) => Date.parse(from) / DAY + i),
        )
        const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
        expect([...missing, ...present].sort((a, b) => a - b)).toEqual(all)
      }),
    )
  })
})
