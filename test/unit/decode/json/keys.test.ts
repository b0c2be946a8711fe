// The scanner guesses keys from those before them. Whatever it has seen before, it reads what JSON.parse reads.

import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Scanner } from '../../../../src/decode/json/scan.ts'
import { SLOT_KEYS } from '../../../../src/decode/json/slots.ts'
import { mutated } from '../../../helpers/json-text.ts'

// One for all, so that guesses come from records of every kind.
const scanner = new Scanner()

const most = <T>(usual: T, ...others: fc.Arbitrary<T>[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, ...others)
const space = most('', fc.constantFrom(' ', '\n', '\t ', '\r\n'))

// A key as it is, and what could be taken for it.
const spelled = (key: string): fc.Arbitrary<string> =>
  most(
    `"${key}"`,
    fc.constantFrom(
      `"${key}s"`,
      `"${key.slice(0, -1)}"`,
      `"\\u00${key.charCodeAt(0).toString(16)}${key.slice(1)}"`,
      `"${key}\\""`,
      `"${key}\\":"`,
      `"${key.toUpperCase()}"`,
      '""',
      '"k"',
    ),
  )

const member = (key: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(space, spelled(key), space, space, value, space).map(([a, name, b, c, text, d]) => {
    return `${a}${name}${b}:${c}${text}${d}`
  })

const plain = fc.constantFrom(
  '"x"',
  '""',
  '"a\\"b"',
  '1',
  'null',
  'true',
  '[]',
  '{}',
  '"{\\"type\\":1}"',
  '-1.5e3',
)

// Members in the order of the keys, mostly: some left out, some twice, some elsewhere.
function objectOf(values: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> {
  const keys = Object.keys(values)
  const some = fc.oneof(
    { weight: 6, arbitrary: fc.subarray(keys, { minLength: Math.max(keys.length - 2, 0) }) },
    fc.shuffledSubarray(keys),
    fc.array(fc.constantFrom(...keys), { maxLength: 8 }),
  )
  return some
    .chain((chosen) => fc.tuple(...chosen.map((key) => member(key, values[key]!))))
    .map((members) => `{${members.join(',')}}`)
}

const issuer = objectOf({ type: plain, principalId: plain, arn: plain, accountId: plain, userName: plain })
const session = objectOf({ sessionIssuer: issuer, attributes: objectOf({ creationDate: plain }) })
const identity = objectOf({
  type: plain,
  principalId: plain,
  arn: plain,
  accountId: plain,
  accessKeyId: plain,
  sessionContext: fc.oneof(session, plain),
  userName: plain,
})
const tls = objectOf({ tlsVersion: plain, cipherSuite: plain })
const record = objectOf({
  eventVersion: plain,
  userIdentity: fc.oneof(
    { weight: 4, arbitrary: identity },
    fc.array(identity, { maxLength: 2 }).map(listOf),
    plain,
  ),
  eventTime: plain,
  eventName: plain,
  errorCode: plain,
  requestParameters: fc.oneof(identity, plain),
  eventID: plain,
  type: plain,
  tlsDetails: fc.oneof(tls, plain),
})

it('reads the same of every record', () => {
  fc.assert(
    fc.property(record, (json) => {
      const bytes = Buffer.from(json)
      scanner.load(bytes)
      expect(scanner.object(0)).toBe(bytes.length)
      const parsed = JSON.parse(json) as Record<string, unknown>
      const noted = SLOT_KEYS.map((key) => [key, noteOf(key)] as const)
      const wanted = SLOT_KEYS.map(
        (key) => [key, Object.hasOwn(parsed, key) ? parsed[key] : undefined] as const,
      )
      expect(noted).toEqual(wanted)
    }),
    { numRuns: 4000 },
  )
})

it('accepts what JSON.parse accepts', () => {
  fc.assert(
    fc.property(mutated(record), (json) => {
      const bytes = Buffer.from(json)
      scanner.load(bytes)
      if (bytes[0] !== 0x7b) return
      const end = scanner.object(0)
      expect(end >= 0 && scanner.skipSpace(end) === bytes.length).toBe(isValid(json))
    }),
    { numRuns: 8000 },
  )
})

it('notices the end of a text cut anywhere', () => {
  fc.assert(
    fc.property(record, (json) => {
      const bytes = Buffer.from(json)
      for (let length = 1; length < bytes.length; length++) {
        scanner.load(bytes.subarray(0, length))
        expect([scanner.object(0), scanner.errorAt]).toEqual([-1, length])
      }
    }),
    { numRuns: 200 },
  )
})

function listOf(items: readonly string[]): string {
  return `[${items.join(',')}]`
}

function noteOf(key: (typeof SLOT_KEYS)[number]): unknown {
  const slot = SLOT_KEYS.indexOf(key) * 2
  const [start, end] = [scanner.slots[slot]!, scanner.slots[slot + 1]]
  return start < 0 ? undefined : (JSON.parse(scanner.bytes.toString('utf8', start, end)) as unknown)
}

function isValid(json: string): boolean {
  try {
    JSON.parse(json)
    return true
  } catch {
    return false
  }
}
