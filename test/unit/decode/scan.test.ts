import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Scanner, SLOT_KEYS } from '../../../src/decode/scan.ts'
import { isObject, own } from '../../../src/util/json.ts'
import { mutated, objectText } from '../../helpers/json-text.ts'
import { loaded } from '../../helpers/loaded.ts'

const text = objectText([
  'eventTime',
  'eventName',
  'eventID',
  'detail',
  'eventId',
  'userIdentity',
  'xeventTime',
])

describe('the scanner and JSON.parse', () => {
  it('agree about the values of the noted keys', () => {
    fc.assert(
      fc.property(text, (json) => {
        const scanner = scan(json)
        const parsed: unknown = JSON.parse(json)
        expect(slotsOf(scanner)).toEqual(known(parsed))
      }),
      { numRuns: 2000 },
    )
  })

  it('accept the same objects', () => {
    fc.assert(
      fc.property(mutated(text), (json) => {
        const bytes = Buffer.from(json)
        const start = bytes.indexOf('{')
        if (start < 0) return
        const scanner = loaded(bytes)
        const end = scanner.object(start)
        const whole = end >= 0 && scanner.skipSpace(end) === bytes.length
        expect(whole).toBe(isObject(parse(bytes.toString('utf8', start))))
      }),
      { numRuns: 5000 },
    )
  })
})

describe('the byte that cannot be', () => {
  it.each([
    ['{"a":tru}', 8],
    ['{"a":nul', 8],
    ['{"a":falsy}', 9],
    ['{"a":-}', 6],
    ['{"a":1.}', 7],
    ['{"a":1e', 7],
    ['{"a":01}', 6],
    ['{"a":"\\u00g0"}', 10],
    ['{"a":"\\u00', 10],
    ['{"a":"\\x"}', 7],
    ['{"a":"b\nc"}', 7],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ['{"a":[1,]}', 8],
    ['{"a":[1}', 7],
    ['{"a":{"b"}}', 9],
    ['{a:1}', 1],
    ['{"a":1', 6],
    ['{', 1],
  ])('%j: %i', (json, at) => {
    const scanner = loaded(json)
    expect(scanner.object(0)).toBe(-1)
    expect(scanner.errorAt).toBe(at)
  })

  it('is the end of the text wherever valid text is cut', () => {
    fc.assert(
      fc.property(text, fc.nat(), (json, cut) => {
        const bytes = Buffer.from(json)
        const head = bytes.subarray(0, 1 + (cut % (bytes.length - 1)))
        const scanner = loaded(head)
        expect(scanner.object(0)).toBe(-1)
        expect(scanner.errorAt).toBe(head.length)
      }),
    )
  })
})

describe('finding', () => {
  const letters = fc
    .array(fc.constantFrom(...Array.from('abAB0"\\')), { maxLength: 80 })
    .map((all) => all.join(''))
  const needleText = fc
    .array(fc.constantFrom(...Array.from('abAB0')), { minLength: 3, maxLength: 20 })
    .map((all) => all.join(''))

  it('finds what indexOf finds', () => {
    const scanner = new Scanner()
    const known = new Map<string, number>()
    fc.assert(
      fc.property(
        letters,
        needleText,
        letters,
        fc.nat(100),
        fc.nat(200),
        (before, needle, after, from, to) => {
          // The room for needles is meant for a filter's, not for a thousand.
          if (known.size < 200 && !known.has(needle)) known.set(needle, scanner.needle(needle).index)
          const [text, index] =
            known.get(needle) === undefined ? [...known][0]! : [needle, known.get(needle)!]
          const bytes = scanner.load(Buffer.from(before + text + after))
          const end = Math.min(to, bytes.length)
          expect(scanner.find(index, from, end)).toBe(
            from > end ? -1 : bytes.subarray(0, end).indexOf(text, from),
          )
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('knows its needles still when a giant text has come and gone', () => {
    const scanner = new Scanner()
    const { index } = scanner.needle('ConsoleLogin')
    scanner.load(Buffer.alloc(100 << 20, 'x'))
    expect(scanner.find(index, 0, 100 << 20)).toBe(-1)
    scanner.load(Buffer.from('{"a":"ConsoleLogin"}'))
    expect(scanner.find(index, 0, 20)).toBe(6)
    expect(scanner.object(0)).toBe(20)
    expect(() => scanner.load(Buffer.from('{"a":"ConsoleLogin"}'))).not.toThrow()
  })

  it('looks for the beginning of a long needle', () => {
    const scanner = new Scanner()
    const { index, length } = scanner.needle('x'.repeat(100))
    expect(length).toBe(64)
    const bytes = scanner.load(Buffer.from('y' + 'x'.repeat(64)))
    expect(scanner.find(index, 0, bytes.length)).toBe(1)
  })
})

it('takes any depth', () => {
  const depth = 200_000
  const json = `{"detail":${'['.repeat(depth)}${']'.repeat(depth)},"a":${'{"b":'.repeat(depth)}1${'}'.repeat(depth)}}`
  const scanner = scan(json)
  expect(slice(scanner, 'detail')).toHaveLength(2 * depth)
  expect(loaded('{"a":'.repeat(depth)).object(0)).toBe(-1)
})

it('takes bytes that are not UTF-8, as a decoder would have replaced them', () => {
  const bytes = Buffer.concat([Buffer.from('{"eventName":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}')])
  const scanner = loaded(bytes)
  expect(scanner.object(0)).toBe(bytes.length)
})

function scan(json: string): Scanner {
  const bytes = Buffer.from(json)
  const scanner = loaded(bytes)
  expect(scanner.object(0)).toBe(bytes.length)
  return scanner
}

function slice(scanner: Scanner, key: string): string | undefined {
  const slot = (SLOT_KEYS as readonly string[]).indexOf(key)
  const start = scanner.slots[slot * 2]!
  return start < 0
    ? undefined
    : Buffer.from(scanner.bytes).toString('utf8', start, scanner.slots[slot * 2 + 1])
}

function slotsOf(scanner: Scanner): object {
  const entries = SLOT_KEYS.map((key) => [key, slice(scanner, key)] as const)
  return Object.fromEntries(
    entries.filter(([, json]) => json !== undefined).map(([k, json]) => [k, JSON.parse(json!)]),
  )
}

function known(parsed: unknown): object {
  return Object.fromEntries(
    SLOT_KEYS.map((key) => [key, own(parsed, key)]).filter(([, value]) => value !== undefined),
  )
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
