import { expect, test } from 'vitest'
import { Correlation, type CorrelationFinding } from '../../../src/detect/correlate.ts'
import { rules } from './rules.ts'

/** Findings of a correlation over matches given as [seconds, rule, fields]. */
function run(
  yaml: string,
  matches: readonly (readonly [number, string, Record<string, string>?])[],
): CorrelationFinding[] {
  const [rule] = rules(`title: C\ncorrelation:\n${yaml.replace(/^/gm, '  ')}`)
  if (rule?.kind !== 'correlation') throw new Error('not a correlation')
  const correlation = new Correlation(rule, (reference) => [reference])
  return matches.flatMap(([seconds, name, fields = {}], i) => {
    const found = correlation.add({
      rule: name,
      time: seconds * 1000,
      eventId: `e${i}`,
      value: (path) => (Object.hasOwn(fields, path) ? fields[path] : undefined),
    })
    return found === undefined ? [] : [found]
  })
}

const count = 'type: event_count\nrules: [a]\ngroup-by: [ip]\ntimespan: 10s\ncondition: {gte: 3}'
const ip = (value: string) => ({ ip: value })
const user = (value: string) => ({ user: value })

test('counts the events of a group within the timespan, both ends included', () => {
  expect(
    run(count, [
      [0, 'a', ip('1')],
      [5, 'a', ip('1')],
      [10, 'a', ip('1')],
    ]),
  ).toMatchObject([{ count: 3, group: ['1'], first: 0, last: 10_000, eventIds: ['e0', 'e1', 'e2'] }])
  expect(
    run(count, [
      [0, 'a', ip('1')],
      [5, 'a', ip('1')],
      [11, 'a', ip('1')],
    ]),
  ).toEqual([])
  expect(
    run(count, [
      [0, 'a', ip('1')],
      [5, 'a', ip('2')],
      [6, 'a', ip('1')],
    ]),
  ).toEqual([])
  expect(
    run(count, [
      [0, 'a', ip('1')],
      [5, 'b', ip('1')],
      [6, 'a', ip('1')],
    ]),
  ).toEqual([])
})

test('a finding takes its events with it', () => {
  const six = Array.from({ length: 6 }, (_, i) => [i, 'a', ip('1')] as const)
  expect(run(count, six)).toHaveLength(2)
})

test('counts the values of a field', () => {
  const yaml = 'type: value_count\nrules: [a]\ntimespan: 1m\ncondition: {gt: 1, field: user}'
  expect(
    run(yaml, [
      [0, 'a', user('x')],
      [1, 'a', user('x')],
    ]),
  ).toEqual([])
  expect(
    run(yaml, [
      [0, 'a', user('x')],
      [1, 'a', user('y')],
    ]),
  ).toMatchObject([{ count: 2 }])
  expect(
    run(yaml, [
      [0, 'a', user('x')],
      [61, 'a', user('y')],
    ]),
  ).toEqual([])
  expect(
    run(yaml, [
      [0, 'a', {}],
      [1, 'a', user('y')],
    ]),
  ).toEqual([])
})

test('temporal needs all rules, in any order', () => {
  const yaml = 'type: temporal\nrules: [a, b]\ngroup-by: [ip]\ntimespan: 1m'
  expect(
    run(yaml, [
      [0, 'b', ip('1')],
      [1, 'a', ip('1')],
    ]),
  ).toMatchObject([{ count: 2 }])
  expect(
    run(yaml, [
      [0, 'b', ip('1')],
      [1, 'a', ip('2')],
    ]),
  ).toEqual([])
})

test('temporal_ordered needs them in their order', () => {
  const yaml = 'type: temporal_ordered\nrules: [a, b, c]\ntimespan: 10s'
  expect(
    run(yaml, [
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
    ]),
  ).toMatchObject([{ eventIds: ['e0', 'e1', 'e2'] }])
  expect(
    run(yaml, [
      [0, 'b'],
      [1, 'a'],
      [2, 'c'],
    ]),
  ).toEqual([])
  // The first `a` is too old by the time of `c`; the second one is not.
  expect(
    run(yaml, [
      [0, 'a'],
      [6, 'a'],
      [7, 'b'],
      [12, 'c'],
    ]),
  ).toMatchObject([{ first: 6000 }])
})

test('an alias names another field in each rule', () => {
  const yaml =
    'type: temporal\nrules: [a, b]\ngroup-by: [who]\naliases: {who: {a: user, b: target}}\ntimespan: 1m'
  expect(
    run(yaml, [
      [0, 'a', { user: 'x' }],
      [1, 'b', { target: 'x' }],
    ]),
  ).toMatchObject([{ group: ['x'] }])
  expect(
    run(yaml, [
      [0, 'a', { user: 'x' }],
      [1, 'b', { target: 'y' }],
    ]),
  ).toEqual([])
})

test('says which of its rules are not there', () => {
  const [rule] = rules('title: C\ncorrelation: {type: temporal, rules: [a, b], timespan: 1m}')
  if (rule?.kind !== 'correlation') throw new Error('not a correlation')
  expect(new Correlation(rule, (name) => (name === 'a' ? ['1'] : [])).unknown).toEqual(['b'])
})
