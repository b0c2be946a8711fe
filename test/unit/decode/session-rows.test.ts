// Sessions and calls that made credentials are read from the bytes of a record. What is read is what its JSON says, in whatever
// way it is written: with spaces, with keys more than once, with escapes, in any order, with values of any kind.

import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Batch } from '../../../src/decode/batch.ts'
import { createDecoder } from '../../../src/decode/decode.ts'
import { Scanner } from '../../../src/decode/json/scan.ts'
import { EVERYTHING } from '../../../src/filter/clause.ts'
import { SessionTable } from '../../../src/trace/session-table.ts'

const space = fc.constantFrom('', '', ' ', ' \t ')
const quoted = (...texts: string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...texts.map((text) => JSON.stringify(text)))
const odd = fc.constantFrom('null', '3', '""', '[]', '{}', '["a"]', '"a\\u0062"', '"jos\u00e9"', '"\\ud800"')

const escaped = (key: string): string => `\\u00${key.charCodeAt(0).toString(16)}${key.slice(1)}`

/** The text of an object with these members, in any order, some of them several times or not at all. */
function object(members: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<string> {
  const all = Object.entries(members).map(([key, value]) =>
    fc.record({
      key: fc.oneof(
        { weight: 80, arbitrary: fc.constant(key) },
        { weight: key === '' ? 0 : 1, arbitrary: fc.constant(escaped(key)) },
      ),
      value: fc.oneof({ weight: 30, arbitrary: value }, { weight: 1, arbitrary: odd }),
      rank: fc.nat(3),
      times: fc.constantFrom(1, 1, 1, 1, 0, 2),
      other: value,
      space,
    }),
  )
  return fc.tuple(...all).map((parts) => {
    const texts = parts
      .toSorted((a, b) => a.rank - b.rank)
      .flatMap(({ key, value, times, other, space: s }) =>
        [value, other].slice(0, times).map((text) => `${s}"${key}"${s}:${s}${text}${s}`),
      )
    return `{${texts.join(',')}}`
  })
}

const date = quoted(
  '2024-08-18T10:00:00Z',
  '2024-08-18T10:00:01Z',
  '2024-08-18 10:00',
  '20240818',
  'soon',
  '',
)
const name = ['s', 'i-0a', 'a=b', 'x:y', 'a/b', 'jos\u00e9', 'a"b', '', '2024-08-18T10:00:00Z']
const key = quoted('ASIA1', 'ASIA2', 'AKIA1', 'ASIA', 'ASIA=', 'ASIA\u00e9', 'key')

const identity = object({
  type: quoted('AssumedRole', 'IAMUser', 'AWSService'),
  principalId: quoted('AIDA1', ...name.map((one) => `AROA1:${one}`)),
  arn: quoted('arn', ...name.map((one) => `arn:aws:sts::123456789012:assumed-role/r/${one}`)),
  accountId: quoted('123456789012'),
  accessKeyId: key,
  userName: quoted('alice', 's', '\u0001k'),
  invokedBy: quoted('s3.amazonaws.com'),
  '': quoted('nothing'),
  sessionContext: object({
    attributes: object({ creationDate: date, mfaAuthenticated: quoted('true') }),
    creationDate: date,
    sessionIssuer: object({ accessKeyId: key, principalId: quoted('AROA1:s'), userName: quoted('r') }),
    sourceIdentity: quoted('alice', 's'),
  }),
})

const made = quoted('ASIA1', 'ASIA2', 'ASIA\\', 'ASIA\u00e9')
const role = quoted('arn:aws:iam::123456789012:role/r', 'arn:aws:iam::123456789012:role/q"')
const whose = quoted('AROA1:s', 'AROA1:jos\u00e9')
const source = quoted('alice', 'bob')
const request = object({ roleArn: role, sourceIdentity: source, policy: quoted('{"Version":1}') })
const response = object({
  credentials: object({ accessKeyId: made, sessionToken: quoted('t'), assumedRoleId: whose }),
  assumedRoleUser: object({ assumedRoleId: whose, arn: quoted('a'), accessKeyId: made }),
  sourceIdentity: source,
  accessKeyId: made,
  AssumeRole: quoted('Failure', 'Success'),
  ConsoleLogin: quoted('Failure', 'Success'),
})

const record = fc
  .record({
    name: fc.oneof(
      { weight: 8, arbitrary: quoted('AssumeRole', 'GetObject', 'GetSessionToken', 'ConsoleLogin') },
      { weight: 1, arbitrary: fc.constantFrom('"Assume\\u0052ole"', '""', '3') },
    ),
    identity: fc.oneof({ weight: 8, arbitrary: identity }, { weight: 1, arbitrary: odd }),
    request: fc.oneof({ weight: 8, arbitrary: request }, { weight: 1, arbitrary: odd }),
    response: fc.oneof({ weight: 8, arbitrary: response }, { weight: 1, arbitrary: odd }),
    type: quoted('AwsApiCall', 'AwsConsoleSignIn'),
    shared: fc.constantFrom(
      '',
      ',"sharedEventID":"s1"',
      ',"sharedEventID":"s\\u0032"',
      ',"sharedEventID":null',
    ),
    console: fc.constantFrom('', '', ',"sessionCredentialFromConsole":"true"'),
    more: fc.constantFrom('null', '{"MFAUsed":"Yes"}', '{"MFAUsed":"No"}'),
    id: fc.uuid(),
    second: fc.nat(9),
  })
  .map(
    (one) =>
      `{"eventVersion":"1.08","eventTime":"2024-08-18T11:00:0${one.second}Z","eventID":"${one.id}",` +
      `"recipientAccountId":"123456789012","eventName":${one.name},"eventType":${one.type},"userIdentity":${one.identity},` +
      `"additionalEventData":${one.more},"requestParameters":${one.request},"responseElements":${one.response}${one.shared}${one.console},` +
      `"padding":"${'x'.repeat(200)}"}`,
  )

function toldOf({ aggregate }: Batch): unknown {
  const { sessions, times, count } = aggregate!
  const table = new SessionTable()
  const add = table.take(sessions!, times)
  for (let i = 0; i < count; i++) add(i)
  return {
    sessions: Array.from({ length: table.size }, (_, row) => {
      const session = table.at(row)
      return { session, use: table.use(session.id), isWanted: table.isWanted(row) }
    }),
    issues: Array.from({ length: table.issues.size }, (_, issue) => table.issues.at(issue)),
  }
}

function batches(text: string, value: string): unknown[] {
  const decode = createDecoder({
    filter: EVERYTHING,
    output: {
      kind: 'aggregate',
      byValue: false,
      spec: {
        columns: [],
        lists: [],
        sessions: { wanted: { fields: ['user-name', 'session', 'principal'], value } },
      },
    },
    maxInflated: 1 << 24,
    debug: false,
  })
  // What was told once is remembered.
  return [0, 1].map((index) =>
    toldOf(decode([{ index, file: 'f', account: undefined, notAfter: undefined, bytes: gzipSync(text) }])),
  )
}

test('tells what the JSON of identities and calls says, however it is written', () => {
  const apart = vi.spyOn(Scanner.prototype, 'takeApart')
  const found = vi.spyOn(Scanner.prototype, 'findMade')
  fc.assert(
    fc.property(
      fc.array(record, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('s', 'alice', 'ASIA1', '*', 'arn:*/s', 'i-0?'),
      (records, value) => {
        const text = `{"Records":[${records.join(',')}]}`
        // The line break at its end makes the file unusual, and each record is parsed.
        expect(batches(text, value)).toEqual(batches(`${text}\n`, value))
      },
    ),
    { numRuns: 600 },
  )
  // Of most, or the test would not see much.
  for (const spy of [apart, found]) {
    const answers = spy.mock.results.map(({ value }) => value)
    expect(answers.filter(Boolean).length).toBeGreaterThan(answers.length / 3)
    expect(answers.length).toBeGreaterThan(1000)
  }
  vi.restoreAllMocks()
})
