// Any filter pattern that can be written, for properties.

import * as fc from 'fast-check'
import type { PatternNode, PatternValue, Selector, Step } from '../../../../src/filter/pattern/ast.ts'
import { CONSTANTS, OPERATORS } from '../../../../src/filter/pattern/ast.ts'

const names = [
  'eventName',
  'errorCode',
  'userIdentity',
  'type',
  'a.b',
  'x-y_1',
  "it's",
  '"',
  '\\',
  '',
  '__proto__',
]
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('key' as const), name: fc.constantFrom(...names) }) },
  fc.record({ kind: fc.constant('index' as const), index: fc.nat(3) }),
  fc.constant<Step>({ kind: 'any-field' }),
  fc.constant<Step>({ kind: 'any-element' }),
)
const selector: fc.Arbitrary<Selector> = fc.array(step, { minLength: 1, maxLength: 4 })

const piece = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('ConsoleLogin', 'Root', 'a"b', '\\', '*', '%', '42'),
)
const text: fc.Arbitrary<PatternValue> = fc.record({
  kind: fc.constant('text' as const),
  pieces: fc.array(piece, { minLength: 1, maxLength: 3 }),
})
const number: fc.Arbitrary<PatternValue> = fc.record({
  kind: fc.constant('number' as const),
  source: fc.constantFrom('0', '42', '-1.5', '+1000', '10e-3', '1E3', '000123456789', '.5'),
})
const regex: fc.Arbitrary<PatternValue> = fc.record({
  kind: fc.constant('regex' as const),
  source: fc.constantFrom('Trail', String.raw`^111\.1[0-9]{1,2}$`, 'a|b', '[^a-c]+', '.*'),
})

const leaf: fc.Arbitrary<PatternNode> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    selector,
    operator: fc.constantFrom('=' as const, '!=' as const),
    value: fc.oneof(text, number, regex),
  }),
  fc.record({
    kind: fc.constant('compare' as const),
    selector,
    operator: fc.constantFrom(...OPERATORS),
    value: number,
  }),
  fc.record({ kind: fc.constant('is' as const), selector, what: fc.constantFrom(...CONSTANTS) }),
  fc.record({ kind: fc.constant('exists' as const), selector, exists: fc.boolean() }),
)

export const patternNode: fc.Arbitrary<PatternNode> = fc.letrec<{ node: PatternNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      nodes: fc.array(tie('node'), { minLength: 2, maxLength: 4 }),
    }),
  ),
})).node
