import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileDetection } from '../../../src/detect/match.ts'
import { namesOf, RuleSet } from '../../../src/detect/rule-set.ts'
import { eventFrom } from '../event/records.ts'
import { rule } from './rules.ts'

test.each<[string, string[] | undefined]>([
  ['s: {eventName: A}\ncondition: s', ['a']],
  ['s: {eventName: [A, b]}\ncondition: s', ['a', 'b']],
  ['s: {eventName: [A, B], eventSource: x}\ncondition: s', ['a', 'b']],
  ['s: {eventName: A}\nt: {eventName: [B, C]}\ncondition: s or t', ['a', 'b', 'c']],
  ['s: {eventName: A}\nt: {eventSource: x}\ncondition: s or t', undefined],
  ['s: {eventName: A}\nt: {eventSource: x}\ncondition: s and not t', ['a']],
  ['s: {eventName: A}\ncondition: not s', undefined],
  ['s: {eventName: A*}\ncondition: s', undefined],
  ['s: {eventName: A?}\ncondition: s', undefined],
  ['s: {eventName|re: A}\ncondition: s', undefined],
  ['s: [word]\ncondition: s', undefined],
])('%s is about %j', (detection, names) => {
  const found = namesOf(rule(detection).detection)
  expect(found && [...found]).toEqual(names)
})

test('asking all rules at once finds what asking each finds', () => {
  const field = fc.constantFrom('eventName', 'eventSource')
  const selection = fc
    .tuple(field, fc.subarray(['A', 'b', 'C', 'A*', '?'], { minLength: 1 }))
    .map(([name, values]) => `{${name}: ${JSON.stringify(values)}}`)
  const condition = fc.constantFrom('s', 't', 's and t', 's or t', 's and not t', 'not s', 'not (s or t)')
  const detection = fc
    .tuple(selection, selection, condition)
    .map(([s, t, when]) => rule(`s: ${s}\nt: ${t}\ncondition: ${when}`))
  const word = fc.constantFrom('a', 'A', 'B', 'c', 'x', undefined)
  fc.assert(
    fc.property(fc.array(detection, { maxLength: 8 }), fc.array(fc.tuple(word, word)), (rules, events) => {
      const set = new RuleSet(rules)
      for (const [eventName, eventSource] of events) {
        const event = eventFrom({ eventName, eventSource })
        const each = rules.flatMap(({ detection }, i) => (compileDetection(detection)(event) ? [i] : []))
        expect(set.matches(event)).toEqual(each)
      }
    }),
  )
})
