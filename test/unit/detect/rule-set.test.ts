import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileDetection, RuleSet } from '../../../src/detect/rule-set.ts'
import { parseSigma } from '../../../src/detect/sigma-parse.ts'
import type { Event } from '../../../src/event/event.ts'
import { ruleTexts } from '../../bench/rules.js'
import { eventFrom } from '../event/records.ts'
import { rule } from './rules.ts'

const EVENT = { eventName: 'A', eventSource: 'x', errorCode: 'E' }

describe('a rule is asked of an event only if its name, its source and the words of one more field leave it open', () => {
  test.each<[detection: string, asked: number]>([
    ['s: {eventName: A}\ncondition: s', 1],
    ['s: {eventName: B}\ncondition: s', 0],
    ['s: {eventName: [b, a]}\ncondition: s', 1],
    ['s: {eventName: [B, C]}\ncondition: s', 0],
    ['s: {eventName: A, eventSource: y}\ncondition: s', 0],
    ['s: {eventName: A}\nt: {eventSource: [x, y]}\ncondition: s and not t', 0],
    ['s: {eventName: B}\nt: {eventSource: y}\ncondition: s or t', 0],
    ['s: {eventName: B*}\ncondition: s', 0],
    ['s: {eventName|contains: a}\ncondition: s', 1],
    ['s: {eventName|re: B}\ncondition: s', 0],
    ['s: {eventName|startswith: [B, C], errorCode: E}\ncondition: s', 0],
    ['s: {errorCode: [E, F]}\ncondition: s', 1],
    ['s: {errorCode: F}\ncondition: s', 0],
    ['s: {errorCode|contains: F}\ncondition: s', 1],
    ['s: [word]\ncondition: s', 1],
  ])('%s', (detection, asked) => {
    const set = new RuleSet([rule(detection)])
    set.matches(eventFrom(EVENT))
    expect(set.asked).toBe(asked)
  })

  test('and never of an event that was just asked about', () => {
    const set = new RuleSet([rule('s: {eventName: A}\ncondition: s')])
    const event = eventFrom(EVENT)
    expect([set.matches(event), set.matches(event), set.asked]).toEqual([[0], [0], 1])
  })
})

test('no part of a record is read twice, however many rules ask for it, and none that no rule left asks for', () => {
  const parameters = Array.from({ length: 50 }, (_, i) =>
    rule(
      `s: {eventName: A, requestParameters.deep.key|contains: '${i}'}\nf: {errorCode|exists: true}\ncondition: s and not f`,
    ),
  )
  const others = Array.from({ length: 50 }, (_, i) =>
    rule(`s: {eventName: B${i}, responseElements.deep.key: '${i}'}\ncondition: s`),
  )
  const set = new RuleSet([...parameters, ...others])
  const reads: string[] = []
  const event = eventFrom({ ...EVENT, errorCode: undefined, requestParameters: { deep: { key: '7' } } })
  const counted: Event = {
    ...event,
    get record(): never {
      throw new Error('the whole record is parsed')
    },
    part(key) {
      reads.push(key)
      return event.part(key)
    },
    valuesIn(key, name) {
      reads.push(`${key}.${name}`)
      return event.valuesIn(key, name)
    },
  }
  expect(set.matches(counted)).toEqual([7])
  expect(reads.sort()).toEqual(['errorCode', 'requestParameters.deep'])
  expect(set.asked).toBe(50)
})

test('of 800 rules of the shape of published ones, an event is asked a few dozen', () => {
  const parsed = ruleTexts(800).map((text, i) => parseSigma(text, `${i}.yml`))
  expect(parsed.flatMap(({ refused }) => refused)).toEqual([])
  const all = parsed.flatMap(({ rules }) => rules)
  const events = all.filter((one) => one.kind === 'event')
  expect([all.length, events.length]).toEqual([800, 795])
  const set = new RuleSet(events)
  const actions = ['s3 GetObject', 'kms Decrypt', 'iam CreateUser', 'ec2 RunInstances', 'some Thing']
  for (const [i, action] of actions.entries()) {
    const [source, eventName] = action.split(' ')
    const before = set.asked
    set.matches(eventFrom({ eventName, eventSource: `${source}.amazonaws.com`, requestParameters: { i } }))
    expect(set.asked - before).toBeLessThan(30)
  }
})

test('asking all rules at once finds what asking each finds', () => {
  const words = fc.subarray(['A', 'b', 'C', 'a c', 'A*', '*c', '?', ''], { minLength: 1 })
  const key = fc.constantFrom(
    'eventName',
    'eventSource',
    'eventName|contains',
    'eventSource|startswith',
    'eventName|cased',
    'errorCode',
    'requestParameters.x',
    'requestParameters.x|endswith',
    'eventName|re',
  )
  const field = fc
    .tuple(key, words)
    .map(([name, values]) => [name, name.endsWith('|re') ? ['^[aA]', 'c$'] : values] as const)
  const other = fc.constantFrom(
    ...['errorCode|exists', 'eventName|exists', 'requestParameters.x|exists'].map(
      (name) => [name, true] as const,
    ),
    ['eventName|fieldref', 'eventSource'] as const,
    ['errorCode', null] as const,
  )
  const selection = fc
    .uniqueArray(fc.oneof({ weight: 3, arbitrary: field }, other), {
      minLength: 1,
      maxLength: 3,
      selector: ([name]) => name,
    })
    .map((fields) => JSON.stringify(Object.fromEntries(fields)))
  const condition = fc.constantFrom(
    's',
    's and t',
    's or t',
    's and not t',
    'not s',
    'not (s or t)',
    '1 of them',
  )
  const detection = fc
    .tuple(selection, selection, condition)
    .map(([s, t, when]) => rule(`s: ${s}\nt: ${t}\ncondition: ${when}`))
  const word = fc.constantFrom<unknown[]>('a', 'A', 'B', 'c', 'x', 'a c', '', undefined, null, 7, ['a', 'c'])
  const record = fc.record({ eventName: word, eventSource: word, errorCode: word, x: word })
  fc.assert(
    fc.property(fc.array(detection, { maxLength: 8 }), fc.array(record), (rules, records) => {
      const set = new RuleSet(rules)
      for (const { x, ...fields } of records) {
        const event = eventFrom({ ...fields, requestParameters: { x } })
        // Each time anew, so that nothing is remembered.
        const each = rules.flatMap(({ detection }, i) => (compileDetection(detection)(event) ? [i] : []))
        expect(set.matches(event)).toEqual(each)
      }
    }),
    { numRuns: 500 },
  )
})
