import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Needle } from '../../../../src/decode/json/instance.ts'
import { NoRoomError, Scanner } from '../../../../src/decode/json/scan.ts'
import { SLOT, SLOT_KEYS } from '../../../../src/decode/json/slots.ts'
import { isObject, own } from '../../../../src/util/json.ts'
import { mutated, objectText } from '../../../helpers/json-text.ts'
import { loaded } from '../../../helpers/loaded.ts'

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

it('notes the values of any keys, however many of them have the same hash', () => {
  const keys = [
    ...SLOT_KEYS,
    'addendum',
    'edgeDeviceDetails',
    'eventContext',
    // Of one length, with the same letters where the hash looks.
    ...Array.from({ length: 12 }, (_, i) => `same${String.fromCharCode(65 + i)}Hash`),
  ]
  const scanner = new Scanner(keys)
  scanner.load(Buffer.from(JSON.stringify(Object.fromEntries(keys.map((key, i) => [key, i + 100])))))
  scanner.object(0)
  const values = keys.map((_, i) =>
    Number(scanner.bytes.toString('utf8', scanner.slots[i * 2], scanner.slots[i * 2 + 1])),
  )
  expect(values).toEqual(keys.map((_, i) => i + 100))
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

it('takes no text that it has no offsets for', () => {
  const scanner = new Scanner()
  const giant = { length: 2 ** 31 } as Uint8Array
  expect(() => scanner.load(giant)).toThrow(NoRoomError)
  scanner.load(Buffer.from('{}'))
  expect(scanner.object(0)).toBe(2)
})

describe('a notification of S3', () => {
  it('is told by its source within the first bytes', () => {
    const piece = fc.constantFrom('"aws:s3"', '"aws:s', '3"', '"', '"aws:sns"', 'x', ' '.repeat(15))
    fc.assert(
      fc.property(fc.array(piece), fc.nat(200), (pieces, length) => {
        const text = pieces.join('')
        const scanner = new Scanner()
        scanner.load(Buffer.from(text))
        expect(scanner.isNotification(length)).toBe(text.slice(0, length).includes('"aws:s3"'))
      }),
      { numRuns: 2000 },
    )
  })

  it('is not told by the bytes of an earlier text', () => {
    const scanner = new Scanner()
    scanner.load(Buffer.from('{"Records":["aws:s3"]}'))
    scanner.load(Buffer.from('{"Records":["aws:'))
    expect(scanner.isNotification(2048)).toBe(false)
  })
})

describe('needles', () => {
  const scanner = new Scanner()
  const letters = fc
    .array(fc.constantFrom(...Array.from('abAB0"')), { maxLength: 60 })
    .map((all) => all.join(''))
  const needle = fc
    .array(fc.constantFrom(...Array.from('abAB0')), { minLength: 3, maxLength: 20 })
    .map((all) => all.join(''))
  const sought = fc.oneof(
    needle.map((text): Needle => ({ text })),
    needle.map((text): Needle => ({ text: text.toLowerCase(), anyCase: true })),
  )
  const groups = fc.array(fc.array(sought, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })

  it('are found in parts of a text where includes finds them', () => {
    fc.assert(
      fc.property(groups, fc.array(fc.oneof(letters, needle), { maxLength: 8 }), (all, parts) => {
        scanner.setNeedles(all)
        scanner.load(Buffer.from(parts.join('')))
        let start = 0
        for (const part of parts) {
          expect(scanner.mayMatch(start, start + part.length)).toBe(matches(part, all))
          start += part.length
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('show which objects of a list can be passed over', () => {
    const member = fc.oneof(letters, needle).map((value) => JSON.stringify({ a: [value, {}] }))
    fc.assert(
      fc.property(groups, fc.array(member, { minLength: 1, maxLength: 8 }), (all, members) => {
        scanner.setNeedles(all)
        const text = `[${members.join(',')}]`
        const bytes = scanner.load(Buffer.from(text))
        let at = 1
        let looked = 0
        for (at = scanner.passOver(at); bytes[at] !== 0x5d; at = scanner.passOver(at)) {
          const end = scanner.object(at)
          expect(matches(text.slice(at, end), all)).toBe(true)
          looked++
          at = bytes[end] === 0x2c ? end + 1 : end
          if (bytes[at] === 0x5d) break
        }
        expect(at).toBe(text.length - 1)
        expect(looked).toBe(members.filter((one) => matches(one, all)).length)
        expect(scanner.passedOver).toBe(members.length - looked)
      }),
      { numRuns: 2000 },
    )
  })

  it('may be written in another form wherever an escape or a letter is one of theirs', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\\u0041',
        '\\u003c',
        '\\u002D',
        '\\u005c',
        '\\u0130',
        '\\u212A',
        '\\n',
        '\\\\u0061',
        '\\u00e9',
      ),
      fc.constantFrom('\u0130', '\u212a', '\u0131', '\u00e9', '\\', '"'),
      fc.nat(70).map((length) => 'x'.repeat(length)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.boolean(), (pieces, anyCase) => {
        const text = pieces.join('')
        scanner.load(Buffer.from(text))
        const codes = Array.from(text.matchAll(/(?<=\\u)[\da-fA-F]{4}/g), ([hex]) =>
          String.fromCharCode(parseInt(hex, 16)),
        )
        const isTheirs = (one: string): boolean =>
          /[\w.:@\\-]/.test(one) || (anyCase && /[\u0130\u212a]/.test(one))
        const wanted = codes.some(isTheirs) || (anyCase && /[\u0130\u212a]/.test(text))
        expect(scanner.isDisguised(anyCase)).toBe(wanted)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['[{"a":1},{"a":}]', 9],
    ['[{"a":1},{"a":2}', 9],
    ['[{"a":1},{"a":2},3]', 9],
    ['[{"a":1} {"a":2}]', 1],
    ['[{"a":1},', 1],
    ['[{"a":1}, {"a":2} ]', 18],
  ])('leave what is odd to the reader: %s', (text, at) => {
    scanner.setNeedles([[{ text: 'nothing' }]])
    scanner.load(Buffer.from(text))
    expect(scanner.passOver(1)).toBe(at)
  })

  it('are still known when a giant text has come and gone', () => {
    scanner.setNeedles([[{ text: 'ConsoleLogin' }]])
    scanner.load(Buffer.alloc(100 << 20, 'x'))
    expect(scanner.mayMatch(0, 100 << 20)).toBe(false)
    for (let n = 0; n < 2; n++) {
      scanner.load(Buffer.from('{"a":"ConsoleLogin"}'))
      expect(scanner.mayMatch(0, 20)).toBe(true)
      expect(scanner.object(0)).toBe(20)
    }
  })

  it('may be long: then their beginning is looked for', () => {
    scanner.setNeedles([[{ text: 'x'.repeat(100) }]])
    scanner.load(Buffer.from(`y${'x'.repeat(56)}`))
    expect(scanner.mayMatch(0, 57)).toBe(true)
    expect(scanner.mayMatch(2, 57)).toBe(false)
  })
})

describe('the time of a slot', () => {
  it.each([
    '1970-01-01T00:00:00Z',
    '2000-02-28T23:59:59Z',
    '2024-02-29T00:00:00Z',
    '2000-02-29T00:00:00Z',
    '2024-08-31T11:48:43Z',
    '2024-03-01T00:00:00Z',
    '2023-03-01T00:00:00Z',
    '2100-03-01T12:00:00Z',
    '2024-12-30T06:07:08Z',
    '9999-01-02T03:04:05Z',
  ])('%s', (text) => {
    expect(timeOf(text)).toBe(Date.parse(text))
  })

  it('is that of any second since 1970', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 11) / 1000 }), (seconds) => {
        const text = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
        expect(timeOf(text)).toBe(seconds * 1000)
      }),
    )
  })

  it.each([
    '',
    '2024-08-18T11:48:43.1Z',
    '2024-08-18 11:48:43Z',
    '2024-08-18T11:48:4xZ',
    '20x4-08-18T11:48:43Z',
    'x024-08-18T11:48:43Z',
    '2024-13-18T11:48:43Z',
    '2024-00-18T11:48:43Z',
    '2023-02-29T11:48:43Z',
    '2100-02-29T11:48:43Z',
    '2024-06-31T11:48:43Z',
    '2024-08-32T11:48:43Z',
    '2024-08-00T11:48:43Z',
    '2024-08-18T24:00:00Z',
    '2024-08-18T11:60:00Z',
    '2024-08-18T11:48:60Z',
    '1969-08-18T11:48:43Z',
  ])('is for the general parser to find in %j', (text) => {
    expect(timeOf(text)).toBeNaN()
  })

  it('needs a text', () => {
    const scanner = scan('{"eventTime":12345678901234567890123}')
    expect(scanner.time(SLOT.eventTime)).toBeNaN()
    expect(scan('{}').time(SLOT.eventTime)).toBeNaN()
  })
})

describe('the event key', () => {
  it('made of the bytes is the one made of the texts', () => {
    const text = fc.oneof(fc.uuid(), fc.string(), fc.string({ minLength: 100, maxLength: 600 }))
    fc.assert(
      fc.property(text, text, (eventID, recipientAccountId) => {
        const scanner = scan(JSON.stringify({ eventID, recipientAccountId, behind: 'é' }))
        const length = scanner.eventKey()
        // What JSON writes with an escape is no plain text.
        const isPlain = [eventID, recipientAccountId].every((one) => /^[ !#-[\]-~]+$/.test(one))
        expect(length < 0 || isPlain).toBe(true)
        if (length < 0) return
        const bytes = Buffer.from(scanner.key.subarray(0, length))
        const words = [scanner.hashWord(0), scanner.hashWord(1)]
        expect(bytes.toString()).toBe(`${eventID}\0${recipientAccountId}`)
        expect(scanner.eventKeyOf(eventID, recipientAccountId)).toBe(length)
        expect(Buffer.from(scanner.key.subarray(0, length))).toEqual(bytes)
        expect([scanner.hashWord(0), scanner.hashWord(1)]).toEqual(words)
      }),
    )
    const scanner = scan(
      '{"eventID":"1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed","recipientAccountId":"000000000001"}',
    )
    expect(scanner.eventKey()).toBe(49)
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

function matches(text: string, groups: readonly (readonly Needle[])[]): boolean {
  return groups.every((group) =>
    group.some((one) => (one.anyCase ? text.toLowerCase() : text).includes(one.text)),
  )
}

function timeOf(text: string): number {
  return scan(JSON.stringify({ eventTime: text })).time(SLOT.eventTime)
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
