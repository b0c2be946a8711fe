// Correlations compared with the specification's words taken literally: every choice of events is looked at.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Correlation } from '../../../src/detect/correlate.ts'
import type { CorrelationRule } from '../../../src/detect/rule.ts'

interface Item {
  readonly rule: 'a' | 'b' | 'c'
  /** Seconds. */
  readonly time: number
  readonly group: string
  /** Empty for no value. */
  readonly value: string
}

const TYPES = ['event_count', 'value_count', 'temporal', 'temporal_ordered'] as const

const item = fc.record({
  rule: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
  time: fc.nat(40),
  group: fc.constantFrom('x', 'y'),
  value: fc.constantFrom('', 'v', 'w', 'z'),
})

const rule = fc
  .record({
    type: fc.constantFrom(...TYPES),
    rules: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
    isGrouped: fc.boolean(),
    seconds: fc.integer({ min: 1, max: 20 }),
    op: fc.constantFrom('gt', 'gte', 'eq', 'lte' as const),
    limit: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ type, rules, isGrouped, seconds, op, limit }): CorrelationRule => ({
    kind: 'correlation',
    id: 'c',
    name: undefined,
    title: 'C',
    level: 'high',
    file: 'c.yml',
    description: undefined,
    author: undefined,
    tags: [],
    falsePositives: [],
    response: [],
    references: [],
    license: undefined,
    type,
    rules,
    groupBy: isGrouped ? ['group'] : [],
    aliases: {},
    timespan: seconds * 1000,
    field: type === 'value_count' ? 'value' : undefined,
    condition: type.startsWith('temporal') ? [] : [{ op, value: limit }],
    generate: false,
  }))

function found(rule: CorrelationRule, items: readonly Item[]) {
  const correlation = new Correlation(rule, (reference) => [reference])
  return items.flatMap((one, index) => {
    const finding = correlation.add({
      rule: one.rule,
      time: one.time * 1000,
      eventId: String(index),
      value: (path) => (path === 'group' ? one.group : one.value || undefined),
    })
    return finding === undefined ? [] : [{ index, count: finding.count, ids: finding.eventIds }]
  })
}

/** Which item completes a finding, and with which count. A finding takes the events of its group before it. */
function expected(rule: CorrelationRule, items: readonly Item[]) {
  const used = new Map<string, number>()
  return items.flatMap((last, index) => {
    if (!rule.rules.includes(last.rule)) return []
    const group = rule.groupBy.length > 0 ? last.group : ''
    const inWindow = items.filter(
      (one, i) =>
        i <= index &&
        i > (used.get(group) ?? -1) &&
        rule.rules.includes(one.rule) &&
        (rule.groupBy.length === 0 || one.group === group) &&
        one.time >= last.time - rule.timespan / 1000,
    )
    const count = countOf(rule, inWindow)
    if (count === undefined) return []
    used.set(group, index)
    return [{ index, count }]
  })
}

function countOf({ type, rules, condition }: CorrelationRule, inWindow: readonly Item[]): number | undefined {
  if (type === 'temporal_ordered') return isOrdered(rules, inWindow) ? rules.length : undefined
  if (type === 'temporal')
    return distinct(inWindow.map((one) => one.rule)) === rules.length ? rules.length : undefined
  const values = inWindow.map(({ value }) => value).filter((value) => value !== '')
  const count = type === 'event_count' ? inWindow.length : distinct(values)
  const [{ op, value: limit } = { op: 'gte', value: 0 }] = condition
  const isMet =
    op === 'gt'
      ? count > limit
      : op === 'gte'
        ? count >= limit
        : op === 'eq'
          ? count === limit
          : count <= limit
  return isMet ? count : undefined
}

function distinct(values: readonly string[]): number {
  return new Set(values).size
}

/** Tries every event for the first rule, then every other one that is not earlier for the next. */
function isOrdered([first, ...others]: readonly string[], items: readonly Item[], from = 0): boolean {
  if (first === undefined) return true
  return items.some(
    (one) =>
      one.rule === first &&
      one.time >= from &&
      isOrdered(
        others,
        items.filter((other) => other !== one),
        one.time,
      ),
  )
}

test('of events in the order of their times', () => {
  let findings = 0
  fc.assert(
    fc.property(rule, fc.array(item, { maxLength: 30 }), (one, unordered) => {
      const items = unordered.toSorted((a, b) => a.time - b.time)
      const wanted = expected(one, items)
      findings += wanted.length
      expect(found(one, items).map(({ index, count }) => ({ index, count }))).toEqual(wanted)
    }),
    { numRuns: 3000 },
  )
  expect(findings).toBeGreaterThan(1000)
})

test('of late events, a finding is never of events that are further apart than the timespan, or out of order', () => {
  fc.assert(
    fc.property(rule, fc.array(item, { maxLength: 30 }), (one, items) => {
      for (const { ids } of found(one, items)) {
        const events = ids.map((id) => items[Number(id)]!)
        const times = events.map(({ time }) => time * 1000)
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(one.timespan)
        const isInOrder = times.every((time, i) => i === 0 || time >= times[i - 1]!)
        expect(isInOrder || one.type !== 'temporal_ordered').toBe(true)
      }
    }),
    { numRuns: 3000 },
  )
})
