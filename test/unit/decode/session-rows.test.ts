// Sessions and calls that made credentials are read from the bytes of a record. What is read is what its JSON says, in whatever
// way it is written: with spaces, with keys more than once, with escapes, in any order, with values of any kind.

import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Batch } from '../../../src/decode/batch.ts'
import { createDecoder } from '../../../src/decode/decode.ts'
import { ASKS, ScannerSessions } from '../../../src/decode/json/sessions.ts'
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

const usual = {
  type: quoted('AssumedRole', 'IAMUser', 'AWSService'),
  principalId: quoted('AIDA1', ...name.map((one) => `AROA1:${one}`)),
  arn: quoted('arn', ...name.map((one) => `arn:aws:sts::123456789012:assumed-role/r/${one}`)),
  accountId: quoted('123456789012'),
  accessKeyId: key,
  userName: quoted('alice', 's', '\u0001k'),
  '': quoted('nothing'),
  sessionContext: object({
    attributes: object({ creationDate: date, mfaAuthenticated: quoted('true') }),
    creationDate: date,
    sessionIssuer: object({ accessKeyId: key, principalId: quoted('AROA1:s'), userName: quoted('r') }),
    sourceIdentity: quoted('alice', 's'),
  }),
}
const identity = fc.oneof(
  { weight: 4, arbitrary: object(usual) },
  { weight: 1, arbitrary: object({ ...usual, invokedBy: quoted('s3.amazonaws.com') }) },
)

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
    address: fc.constantFrom(
      '"192.0.2.1"',
      '"255.255.255.255"',
      '"256.0.2.1"',
      '"01.0.2.1"',
      '"1.2.3.4.5"',
      '"2001:db8::1"',
      '"s3.amazonaws.com"',
      '"192.0.2.\\u0031"',
      '""',
      'null',
      '["192.0.2.1","192.0.2.2"]',
    ),
    id: fc.uuid(),
    second: fc.nat(9),
  })
  .map(
    (one) =>
      `{"eventVersion":"1.08","eventTime":"2024-08-18T11:00:0${one.second}Z","eventID":"${one.id}",` +
      `"recipientAccountId":"123456789012","eventName":${one.name},"eventType":${one.type},"sourceIPAddress":${one.address},"userIdentity":${one.identity},` +
      `"additionalEventData":${one.more},"requestParameters":${one.request},"responseElements":${one.response}${one.shared}${one.console},` +
      `"padding":"${'x'.repeat(200)}"}`,
  )

function toldOf(parts: readonly Batch[]): unknown {
  const table = new SessionTable()
  for (const { aggregate } of parts) {
    const { sessions, times, count } = aggregate!
    table.add(
      sessions!,
      times,
      Uint32Array.from({ length: count }, (_, i) => i),
    )
  }
  return {
    sessions: Array.from({ length: table.size }, (_, row) => {
      const session = table.at(row)
      return { session, use: table.use(session.id), isWanted: table.isWanted(row) }
    }),
    issues: Array.from({ length: table.issues.size }, (_, issue) => table.issues.at(issue)),
  }
}

function batches(text: string, value: string): unknown[] {
  const decode = decoder(value)
  // What was told once is remembered.
  return [0, 1].map((index) => toldOf([decode(index, text)]))
}

function decoder(value: string): (index: number, text: string) => Batch {
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
  return (index, text) =>
    decode([{ index, file: 'f', account: undefined, notAfter: undefined, bytes: gzipSync(text) }])
}

test('tells what the JSON of identities and calls says, however it is written', () => {
  // What the scanner finds out by itself, and what it asks.
  const identities = vi.spyOn(ScannerSessions.prototype, 'identities', 'get')
  const issues = vi.spyOn(ScannerSessions.prototype, 'issues', 'get')
  const asks = vi.spyOn(ScannerSessions.prototype, 'asks', 'get')
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
  // Of many, or the test would not see much.
  for (const { mock } of [identities, issues])
    expect(mock.results.filter(({ value }) => value > 0).length).toBeGreaterThan(300)
  for (const what of [ASKS.shape, ASKS.identity, ASKS.caller, ASKS.address, ASKS.issue])
    expect(asks.mock.results.filter(({ value }) => value === what).length).toBeGreaterThan(30)
  vi.restoreAllMocks()
})

test('tells the same of identities that were in earlier parts, of which several can be one session', () => {
  const call = fc
    .record({
      key: fc.constantFrom('ASIA1', 'ASIA2'),
      name: fc.constantFrom('s', 't'),
      role: fc.constantFrom('AROA1', 'AROA2'),
      mfaAuthenticated: fc.constantFrom('true', 'false'),
      second: fc.nat(9),
    })
    .map(({ key, name, role, mfaAuthenticated, second }) => ({
      eventVersion: '1.08',
      eventTime: `2024-08-18T11:00:0${second}Z`,
      eventID: '00000000-0000-4000-8000-000000000000',
      eventName: 'GetObject',
      recipientAccountId: '123456789012',
      sourceIPAddress: '192.0.2.1',
      userIdentity: {
        type: 'AssumedRole',
        principalId: `${role}:${name}`,
        arn: `arn:aws:sts::123456789012:assumed-role/r/${name}`,
        accessKeyId: key,
        sessionContext: { attributes: { creationDate: '2024-08-18T10:00:00Z', mfaAuthenticated } },
      },
      padding: 'x'.repeat(200),
    }))
  fc.assert(
    fc.property(fc.array(fc.array(call, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), (parts) => {
      const told = (end: string): unknown => {
        const decode = decoder('alice')
        return toldOf(parts.map((calls, n) => decode(n, `${JSON.stringify({ Records: calls })}${end}`)))
      }
      expect(told('')).toEqual(told('\n'))
    }),
    { numRuns: 300 },
  )
})

test('asks about the record itself, after a call before it was scanned again', () => {
  const records = ['AssumeRole', 'GetObject'].map((name, n) => ({
    eventVersion: '1.08',
    eventTime: '2024-08-18T11:00:00Z',
    eventID: `00000000-0000-4000-8000-00000000000${n}`,
    eventName: name,
    recipientAccountId: '123456789012',
    sourceIPAddress: '192.0.2.1',
    userIdentity: { type: 'IAMUser', accessKeyId: `AKIA${n}`, userName: n === 0 ? 'alice' : 'bob "b"' },
    responseElements: { credentials: { accessKeyId: 'ASIA1' } },
    padding: 'x'.repeat(200),
  }))
  const text = JSON.stringify({ Records: records })
  const [, again] = batches(text, 'alice')
  expect(again).toMatchObject({ sessions: [{}, { session: { userName: 'bob "b"' } }] })
})

test('tells the same of so many sessions, shapes and calls that the scanner has no room for all', () => {
  const asks = vi.spyOn(ScannerSessions.prototype, 'asks', 'get')
  const records = Array.from({ length: 6000 }, (_, n) => {
    // Each comes again, the second time when others were known in between.
    const i = n % 5000
    // With the last ones the scanner has no question.
    const isOdd = i < 3000
    const who = `AROA${isOdd ? i % 1500 : ''}:i-${i}`
    return {
      eventVersion: '1.08',
      eventTime: `2024-08-18T11:00:${String(n % 60).padStart(2, '0')}Z`,
      eventID: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      eventName: n % 2 === 0 ? 'AssumeRole' : 'GetObject',
      recipientAccountId: '123456789012',
      sourceIPAddress: isOdd && n % 3 === 0 ? `2001:db8::${i}` : `192.0.${i >> 8}.${i & 255}`,
      userIdentity: {
        type: 'AssumedRole',
        principalId: who,
        arn: `arn:aws:sts::123456789012:assumed-role/r/i-${i}`,
        accessKeyId: `ASIA${i}`,
        sessionContext: { attributes: { creationDate: `2024-08-18T10:${10 + (i % 50)}:00Z` } },
      },
      requestParameters: { roleArn: `arn:aws:iam::123456789012:role/r${i % 700}` },
      responseElements: {
        credentials: { accessKeyId: `ASIAX${n}` },
        assumedRoleUser: { assumedRoleId: `AROAX:${'x'.repeat(n % 1000 === 0 ? 3000 : 9)}` },
      },
      padding: 'x'.repeat(150),
    }
  })
  const text = JSON.stringify({ Records: records })
  expect(batches(text, 'i-4999')).toEqual(batches(`${text}\n`, 'i-4999'))
  const answers = asks.mock.results.map(({ value }) => value)
  for (const what of [ASKS.room, ASKS.shape, ASKS.issue]) expect(answers).toContain(what)
  vi.restoreAllMocks()
})
