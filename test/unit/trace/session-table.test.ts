import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createDecoder } from '../../../src/decode/decode.ts'
import { Scanner } from '../../../src/decode/json/scan.ts'
import { SessionBuilder } from '../../../src/decode/session-builder.ts'
import { SessionTable } from '../../../src/trace/session-table.ts'
import { eventFrom } from '../event/records.ts'
import { assume, record, roleSession, sessionsOf, user } from './records.ts'

const at = (second: number): { eventTime: string } => ({
  eventTime: new Date(Date.UTC(2024, 7, 18) + second * 1000).toISOString().replace('.000', ''),
})
const ofConsole = { sessionCredentialFromConsole: 'true' }

test('tells of a session the same, in whatever order and parts its events come', () => {
  const events = fc.array(
    fc.record({
      role: fc.constantFrom('app', 'web'),
      key: fc.constantFrom('ASIA1', 'ASIA2', 'ASIA3'),
      inConsole: fc.boolean(),
      mfa: fc.constantFrom('true', 'false'),
      second: fc.nat(3),
      address: fc.constantFrom('192.0.2.1', '192.0.2.2'),
      rest: fc.constantFrom({ readOnly: true }, { readOnly: false }, { errorCode: 'AccessDenied' }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(events, fc.integer({ min: 1, max: 7 }), fc.infiniteStream(fc.nat()), (all, size, random) => {
      const records = all.map(({ role, key, inConsole, mfa, second, address, rest }) =>
        record(
          'X',
          roleSession(role, 's', key, { attributes: { creationDate: AT, mfaAuthenticated: mfa } }),
          {
            ...at(second),
            sourceIPAddress: address,
            ...(inConsole && ofConsole),
            ...rest,
          },
        ),
      )
      const shuffled = records
        .map((one) => [random.next().value, one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one)
      const [table, other] = [sessionsOf(records, 1000), sessionsOf(shuffled, size)]
      expect(other.size).toBe(table.size)
      for (let row = 0; row < table.size; row++) {
        const session = table.at(row)
        expect(other.get(session.id)).toEqual(session)
        expect(other.use(session.id)).toEqual(table.use(session.id))
      }
      const counts = Array.from({ length: table.size }, (_, row) => table.use(table.at(row).id)!)
      expect(counts.reduce((sum, { events }) => sum + events, 0)).toBe(all.length)
      expect(counts.reduce((sum, { errors }) => sum + errors, 0)).toBe(
        all.filter(({ rest }) => 'errorCode' in rest).length,
      )
    }),
  )
})

const AT = '2024-08-18T10:00:00Z'

test('keeps so many sessions and counts the events of others', () => {
  const builder = new SessionBuilder({ wanted: { fields: [], value: 'x' } }, new Scanner())
  const events = [user('ann'), user('bob'), user('ann'), user('cleo')].map((who) =>
    eventFrom(record('X', who)),
  )
  for (const event of events) builder.add(event)
  const table = new SessionTable(2)
  const times = Float64Array.from(events, ({ time }) => time)
  table.add(builder.finish(times), times, Uint32Array.of(0, 1, 2, 3))
  expect(table.size).toBe(2)
  expect(table.uncounted).toBe(1)
  expect(table.use('AKIAANN')).toMatchObject({ events: 2 })
})

test.each([false, true])(
  'a session with one event in the console is one of the console, the later one: %s',
  (isLater) => {
    const who = roleSession('app', 's', 'ASIA1')
    const forwarded = record('Decrypt', { ...who, invokedBy: 's3.amazonaws.com' }, at(isLater ? 1 : 3))
    const id = `AROAAPP:s#${AT}`
    expect(sessionsOf([forwarded]).get(id)).toMatchObject({ kind: 'forwarded' })
    const inConsole = record('ListBuckets', who, { ...ofConsole, ...at(2) })
    for (const records of [
      [forwarded, inConsole],
      [inConsole, forwarded],
    ])
      for (const size of [1, 2]) expect(sessionsOf(records, size).get(id)).toMatchObject({ kind: 'console' })
  },
)

// What it costs, in numbers that no other program on the machine can change.
test.each([
  ['the parts of calls that make credentials, in a file with anything unusual', {}, 2 * 10],
  ['nothing else', { eventVersion: '1.08', padding: 'x'.repeat(200) }, 0],
])('parses one identity of all sessions of a role, and %s', (_, more, parts) => {
  const records: object[] = []
  for (let n = 0; n < 10; n++) {
    records.push(assume(user('ann'), 'app', `s${n}`, `ASIA${n}`, { ...more, eventType: 'AwsApiCall' }))
    for (let i = 0; i < 50; i++)
      records.push(
        record('GetObject', roleSession('app', `s${n}`, `ASIA${n}`), {
          ...more,
          requestParameters: { bucketName: 'b', key: String(i) },
          eventType: 'AwsApiCall',
          responseElements: null,
          additionalEventData: { bytes: i },
        }),
      )
  }
  const decode = createDecoder({
    filter: { kind: 'all', of: [] },
    output: {
      kind: 'aggregate',
      byValue: false,
      spec: {
        columns: [],
        lists: [],
        sessions: { wanted: { fields: ['user-name'], value: 'ann' } },
      },
    },
    maxInflated: 1e9,
    debug: false,
  })
  const bytes = gzipSync(JSON.stringify({ Records: records }))
  const parse = vi.spyOn(JSON, 'parse')
  const { aggregate, files } = decode([
    { index: 0, file: 'f', account: undefined, notAfter: undefined, bytes },
  ])
  const parsed = parse.mock.calls.length
  parse.mockRestore()
  expect(files.records).toBe(510)
  expect(aggregate!.sessions!.firsts.length).toBe(11)
  expect(aggregate!.sessions!.issues.times.length).toBe(10)
  // The identity of the user, that of the sessions.
  expect(parsed).toBe(2 + parts)
})
