// What is counted from the scanner's table is what is counted of events one by one.

import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AggregatePart } from '../../../src/decode/aggregate.ts'
import type { Batch, DecodePlan } from '../../../src/decode/batch.ts'
import { createDecoder } from '../../../src/decode/decode.ts'
import { NO_GROUP } from '../../../src/decode/groups.ts'
import { Scanner } from '../../../src/decode/json/scan.ts'
import type { Rows } from '../../../src/decode/rows.ts'
import { RuleGate } from '../../../src/decode/rule-gate.ts'
import { CELLS } from '../../../src/detect/match-row.ts'
import { RuleSet } from '../../../src/detect/rule-set.ts'
import { FIELD_TABLE } from '../../../src/event/field-table.ts'
import type { WantedSessions } from '../../../src/decode/session-identities.ts'
import { SessionTable } from '../../../src/trace/session-table.ts'
import { EVERYTHING, type Filter } from '../../../src/filter/clause.ts'
import { readText } from '../../../src/util/packed-texts.ts'
import { reportOf } from '../../helpers/file-reports.ts'
import { rule } from '../detect/rules.ts'
import { filter as anyFilter } from '../filter/arbitrary.ts'

const identity = fc.oneof(
  fc.record(
    {
      type: fc.constantFrom('IAMUser', 'AssumedRole', 'Root', 'AWSService', ''),
      userName: fc.constantFrom('alice', 'bob', 'jos\u00e9', 'a"b', '', '\u0142', '\ud800', '__proto__'),
      principalId: fc.constantFrom(
        'AIDAEXAMPLE',
        'AROAEXAMPLE:s1',
        'AROAEXAMPLE:s2',
        'AROAEXAMPLE',
        'AROAEXAMPLE:',
        'A:b:c',
        '',
      ),
      arn: fc.constantFrom(
        'arn:aws:iam::123456789012:user/alice',
        'arn:aws:sts::123456789012:assumed-role/r/s3',
      ),
      accountId: fc.constantFrom('123456789012', '000000000001'),
      accessKeyId: fc.constantFrom('ASIA1', 'AKIA1'),
      invokedBy: fc.constantFrom('s3.amazonaws.com'),
      sessionContext: fc.constantFrom(
        { sessionIssuer: { userName: 'r', type: 'Role' } },
        { attributes: { creationDate: '2024-08-18T11:00:00Z', mfaAuthenticated: 'true' } },
        { attributes: { creationDate: '2024-08-18T11:00:00Z' }, sourceIdentity: 'alice' },
        { signInSessionArn: 'arn:aws:signin:us-east-1:123456789012:session/1' },
        { userName: 'not he' },
        null,
      ),
    },
    { requiredKeys: [] },
  ),
  fc.constantFrom(null, 'alice', ['alice'], 3),
)

// Names and lists of any order and number, which the rules for resources look for, with odd texts and odd places.
const name = fc.constantFrom('b1', 'i-1', 'i-2', 'a,b', 'a"b', 'jos\u00e9', 'x\n', '', '~', '0')
const items = fc.oneof(
  name,
  fc.constantFrom(null, 3, true),
  fc.array(name, { maxLength: 2 }),
  fc.record({
    items: fc.array(fc.record({ instanceId: name, imageId: name }, { requiredKeys: [] }), { maxLength: 3 }),
  }),
)
const parameters = fc.oneof(
  fc.constantFrom(null, 'text', [], {}),
  fc.record(
    {
      bucketName: name,
      roleArn: name,
      roleSessionName: name,
      instancesSet: items,
      groupId: items,
      credentials: fc.record({ accessKeyId: name }),
      tableName: name,
      '': name,
      'jos\u00e9': items,
      k: fc.dictionary(name, name, { maxKeys: 2 }),
    },
    { requiredKeys: [] },
  ),
)
const listed = fc.oneof(
  fc.constantFrom(null, 'text', {}),
  fc.array(
    fc.record(
      {
        type: fc.constantFrom('AWS::S3::Bucket', 'AWS::S3::Object', 'AWS::EC2::Instance', 'a"b', '', null),
        ARN: name,
        arn: name,
        ARNPrefix: name,
        accountId: name,
      },
      { requiredKeys: [] },
    ),
    { maxLength: 3 },
  ),
)

const record = fc.record(
  {
    eventVersion: fc.constantFrom('1.08', '1.11'),
    userIdentity: identity,
    eventTime: fc.constantFrom('2024-08-18T11:40:00Z', '2024-08-18T12:10:00Z', '2024-08-18T00:00:00Z'),
    eventSource: fc.constantFrom('s3.amazonaws.com', 'sts.amazonaws.com', 'ec2.amazonaws.com'),
    eventName: fc.constantFrom(
      'GetObject',
      'ConsoleLogin',
      'AssumeRole',
      'RunInstances',
      'CreateOAuth2Token',
      '__proto__',
    ),
    awsRegion: fc.constantFrom('eu-west-1', 'us-east-1'),
    sourceIPAddress: fc.constantFrom('192.0.2.1', '203.0.113.9', 's3.amazonaws.com', ['192.0.2.1']),
    userAgent: fc.constantFrom('aws-cli/2.1', '[S3Console/0.4]'),
    errorCode: fc.constantFrom('AccessDenied', ''),
    readOnly: fc.constantFrom(true, false, 'true', null),
    resources: listed,
    requestParameters: parameters,
    responseElements: fc.oneof(
      fc.constantFrom(
        null,
        { ConsoleLogin: 'Failure' },
        { ConsoleLogin: 'Success' },
        { credentials: { accessKeyId: 'ASIA1' } },
      ),
      parameters,
    ),
    sessionCredentialFromConsole: fc.constantFrom('true', true),
    eventID: fc.uuid(),
    eventType: fc.constantFrom('AwsApiCall', 'AwsConsoleSignIn', 'AwsCloudTrailInsight'),
    insightDetails: fc.constantFrom({ eventName: 'Odd', eventSource: 'ec2.amazonaws.com' }),
    recipientAccountId: fc.constantFrom('123456789012', '000000000001'),
    padding: fc.constant('x'.repeat(200)),
  },
  { requiredKeys: ['eventVersion', 'eventTime', 'eventID', 'recipientAccountId', 'padding'] },
)

const condition = fc
  .tuple(
    fc.constantFrom(
      'eventName',
      'eventSource',
      'errorCode',
      'userAgent',
      'readOnly',
      'sourceIPAddress',
      'eventType',
      'userIdentity.type',
      'userIdentity.userName',
      'userIdentity.arn',
      'userIdentity.sessionContext.sessionIssuer.userName',
      'userIdentity.sessionContext.userName',
      'requestParameters',
      'requestParameters.bucketName',
      'requestParameters.credentials.accessKeyId',
      'requestParameters.instancesSet.items.instanceId',
      'requestParameters.instancesSet.items[0].instanceId',
      'resources.type',
      'responseElements.ConsoleLogin',
    ),
    fc.constantFrom(
      ': [GetObject, ConsoleLogin, b1, alice, AccessDenied]',
      ': [s3.amazonaws.com, AssumedRole, 192.0.2.1]',
      "|contains: ['o', '1']",
      '|startswith: [a, arn, Get, s3, I]',
      '|exists: true',
      '|exists: false',
      ': null',
      ": ''",
      "|re: '^[a-s]'",
      '|fieldref: userIdentity.userName',
      '|fieldref: requestParameters.bucketName',
      '|cidr: 192.0.2.0/24',
      '|cased: alice',
    ),
  )
  .map(([path, test]) => `"${path}${test.replace(':', '":')}`)

const selection = fc
  .uniqueArray(condition, { minLength: 1, maxLength: 3, selector: (text) => text.split(':')[0] })
  .map((conditions) => `{${conditions.join(', ')}}`)

const sigma = fc
  .tuple(
    selection,
    selection,
    fc.constantFrom('s', 's and t', 's and not t', 's or t', 'not s', 'not (s or t)', 'all of them'),
  )
  .map(([s, t, how]) => `s: ${s}\nt: ${t}\ncondition: ${how}`)

/** The batches of the same file, over and over: what was answered is remembered. */
function batches(text: string, filter: Filter, output: DecodePlan['output']): Batch[] {
  const decode = createDecoder({ filter, output, maxInflated: 1 << 24, debug: false })
  return [0, 1, 2].map((index) =>
    decode([{ index, file: 'f', account: undefined, notAfter: undefined, bytes: gzipSync(text) }]),
  )
}

const matched = (batch: Batch): unknown => reportOf(batch).matched

const textsOf = (rows: readonly Rows[]): unknown =>
  rows.map(({ count, data }) => [count, Buffer.from(data).toString()])

const columns = [
  ...FIELD_TABLE.map(({ name }) => name),
  'requestParameters.bucketName',
  'userIdentity.userName',
]

const wantedBy = (value: string): WantedSessions => ({
  fields: ['user-name', 'role', 'session', 'principal', 'userIdentity.sessionContext.sourceIdentity'],
  value,
})

const idStarts = (start: string): Filter => ({ kind: 'text', field: 'event-id', values: [`${start}*`] })

/** The values of its columns, event by event: of their numbers, only what they stand for matters. */
function valuesOf({ columns }: AggregatePart): unknown {
  return columns.map(({ values: { bytes, ends }, codes }) =>
    Array.from(codes, (code) => readText(bytes, code === 0 ? 0 : ends[code - 1]!, ends[code]!)),
  )
}

/** The same of groups. */
function groupsOf({ groups }: AggregatePart): unknown {
  return groups.map(({ keys, codes, ...rest }) => ({
    ...rest,
    keys: Array.from(codes, (code) => (code === NO_GROUP ? undefined : keys[code])),
  }))
}

function countedIn({ aggregate }: Batch): unknown {
  return { ...aggregate, columns: valuesOf(aggregate!), groups: groupsOf(aggregate!) }
}

function toldOf({ aggregate }: Batch): unknown {
  const { sessions, lists, times, count } = aggregate!
  const table = new SessionTable()
  const events = Uint32Array.from({ length: count }, (_, i) => i)
  table.add(sessions!, times, events)
  const rows = Array.from({ length: table.size }, (_, row) => {
    const session = table.at(row)
    return { session, use: table.use(session.id), isWanted: table.isWanted(row) }
  })
  const issues = Array.from({ length: table.issues.size }, (_, issue) => table.issues.at(issue))
  return { rows, issues, lists, columns: valuesOf(aggregate!) }
}

const grouping = fc.oneof(
  fc.record({ by: fc.subarray(columns, { minLength: 1, maxLength: 3 }), omitsNone: fc.boolean() }),
  fc.record({
    by: fc.subarray(['eventname', 'useridentity', 'sourceipaddress', 'readonly', 'errorcode', 'path'], {
      minLength: 1,
    }),
    ofTable: fc.constant(true),
  }),
  // What more is asked is answered of each event.
  fc.record({ by: fc.constant(['event-name']), tests: fc.constant([{ kind: 'errors' } as const]) }),
)

afterEach(() => void vi.restoreAllMocks())

describe('a table of records', () => {
  it('counts what events count, whatever is asked of them', () => {
    const tables = vi.spyOn(Scanner.prototype, 'table')
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        fc.oneof(fc.constant(EVERYTHING), anyFilter),
        fc.subarray(columns, { maxLength: 6 }),
        anyFilter,
        fc.array(grouping, { maxLength: 2 }),
        (records, filter, some, listed, groups) => {
          const lists = [{ name: 'l', filter: listed, columns: ['event-name', 'user-name'], limit: 3 }]
          const spec = { columns: some, lists, groups }
          const text = JSON.stringify({ Records: records })
          const output = { kind: 'aggregate', spec, byValue: false } as const
          const fast = batches(text, filter, output)
          // The line break at its end makes the file unusual.
          const slow = batches(`${text}\n`, filter, output)
          expect(fast.map(countedIn)).toEqual(slow.map(countedIn))
        },
      ),
      { numRuns: 250 },
    )
    const made = tables.mock.results.filter(({ value }) => value !== undefined)
    expect(made.length).toBeGreaterThan(200)
  })

  it('is made after a first file with many records, of which nothing was known', () => {
    const records = Array.from({ length: 1500 }, (_, n) => ({
      eventVersion: '1.11',
      eventTime: '2024-08-18T11:40:00Z',
      eventID: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      eventName: 'GetObject',
      recipientAccountId: '123456789012',
      padding: 'x'.repeat(200),
    }))
    const tables = vi.spyOn(Scanner.prototype, 'table')
    const spec = { columns: ['event-name'], lists: [] }
    batches(JSON.stringify({ Records: records }), EVERYTHING, { kind: 'aggregate', spec, byValue: false })
    expect(tables.mock.results.map(({ value }) => value !== undefined)).toEqual([true, true, true])
  })

  it('tells of sessions what events tell', () => {
    const tables = vi.spyOn(Scanner.prototype, 'table')
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        fc.oneof(fc.constant(EVERYTHING), anyFilter),
        fc.constantFrom('alice', 's*', 'r', 'ASIA1', 'arn:*'),
        fc.option(fc.nat(11), { nil: undefined }),
        (records, filter, name, asked) => {
          const wanted = wantedBy(name)
          const id = records[(asked ?? 0) % records.length]!.eventID.slice(0, 8)
          const event = asked === undefined ? undefined : idStarts(id)
          const spec = {
            columns: ['event-name'],
            lists: event ? [{ name: 'e', filter: event, columns: ['identity'], limit: 1 }] : [],
            sessions: { wanted, event },
          }
          const text = JSON.stringify({ Records: records })
          const output = { kind: 'aggregate', spec, byValue: false } as const
          const fast = batches(text, filter, output)
          const slow = batches(`${text}\n`, filter, output)
          expect(fast.map(toldOf)).toEqual(slow.map(toldOf))
        },
      ),
      { numRuns: 250 },
    )
    const made = tables.mock.results.filter(({ value }) => value !== undefined)
    expect(made.length).toBeGreaterThan(200)
  })

  it('gives the rows that events give', () => {
    const tables = vi.spyOn(Scanner.prototype, 'table')
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        fc.oneof(fc.constant(EVERYTHING), anyFilter),
        fc.constantFrom('csv', 'tsv', 'jsonl', 'json' as const),
        fc.option(fc.subarray(columns, { minLength: 1, maxLength: 6 }), { nil: undefined }),
        fc.constantFrom(undefined, 'UTC', '+02:00'),
        fc.boolean(),
        fc.boolean(),
        (records, filter, kind, some, timeZone, csvSafe, ascending) => {
          const row = { kind, columns: some, timeZone, csvSafe }
          const text = JSON.stringify({ Records: records })
          const output = { kind: 'rows', row, ascending } as const
          const fast = batches(text, filter, output)
          const slow = batches(`${text}\n`, filter, output)
          expect(fast.map(({ rows }) => rows)).toEqual(slow.map(({ rows }) => rows))
          expect(fast.map(matched)).toEqual(slow.map(matched))
        },
      ),
      { numRuns: 250 },
    )
    const made = tables.mock.results.filter(({ value }) => value !== undefined)
    expect(made.length).toBeGreaterThan(200)
  })

  it('matches the rules that events match', () => {
    const tables = vi.spyOn(Scanner.prototype, 'table')
    const decided = vi.spyOn(RuleGate.prototype, 'matches')
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        fc.oneof({ weight: 3, arbitrary: fc.constant(EVERYTHING) }, { weight: 1, arbitrary: anyFilter }),
        fc.array(sigma, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(
          ['', ''],
          ['bucketName', 'bucket\\u004eame'],
          ['"k":', '"bucketName":'],
          ['"items":', '"it\\u0065ms":'],
        ),
        fc.boolean(),
        (records, filter, detections, [key, other], withRecord) => {
          const values = ['userIdentity.arn', 'requestParameters.bucketName']
          const detect = { rules: detections.map(rule), values, cells: CELLS, withRecord }
          // Other keys, among them such as come twice.
          const text = JSON.stringify({ Records: records }).replaceAll(key || ' ', other || ' ')
          const output = { kind: 'rows', row: { kind: 'jsonl' }, ascending: true, detect } as const
          const fast = batches(text, filter, output)
          const slow = batches(`${text}\n`, filter, output)
          expect(fast.map(({ rows }) => rows)).toEqual(slow.map(({ rows }) => rows))
          expect(fast.map(matched)).toEqual(slow.map(matched))
          // A filter's words pass over whole files, whose records are not counted.
          const read = ({ files }: Batch) => (filter === EVERYTHING ? files.records : 0)
          expect(fast.map(read)).toEqual(slow.map(read))
        },
      ),
      { numRuns: 150 },
    )
    const made = tables.mock.results.filter(({ value }) => value !== undefined)
    expect(made.length).toBeGreaterThan(150)
    const found = decided.mock.results.map(({ value }) => (value as readonly number[]).length)
    expect(
      Math.min(found.filter((count) => count > 0).length, found.filter((count) => count === 0).length),
    ).toBeGreaterThan(100)
  })

  it.each<[what: string, rules: readonly string[], records: readonly object[]]>([
    [
      'of one list at two depths',
      ['s: {requestParameters.items.id: x}\ncondition: s'],
      [
        { requestParameters: { items: [{ id: 'x' }] } },
        { requestParameters: [{ id: 'x' }] },
        { requestParameters: [{ items: { id: 'x' } }] },
        { requestParameters: { items: { id: ['x'] } } },
      ],
    ],
    [
      'of one name and two sources',
      ['s: {eventSource: a, userAgent: u, readOnly: true}\ncondition: s'],
      [
        { eventName: 'N', eventSource: 'a', userAgent: 'u', readOnly: true },
        { eventName: 'N', eventSource: 'b', userAgent: 'u', readOnly: true },
        { eventName: 'N', eventSource: 'a', userAgent: 'u', readOnly: false },
      ],
    ],
    [
      'without a value to compare with another, but with a word',
      ['s: {userAgent|fieldref: apiVersion}\ncondition: s', 's: [word]\ncondition: s'],
      [{ userAgent: 'a', apiVersion: 'a', eventType: 'word' }, { eventType: 'word' }, { apiVersion: 'a' }],
    ],
  ])('matches them as events do, %s', (_what, rules, records) => {
    const detect = { rules: rules.map(rule), values: [], cells: ['event-id'], withRecord: false } as const
    const output = { kind: 'rows', row: { kind: 'jsonl' }, ascending: true, detect } as const
    const all = Array.from({ length: 3000 }, (_, n) => ({
      eventVersion: '1.11',
      eventTime: '2024-08-18T11:40:00Z',
      eventID: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      recipientAccountId: '123456789012',
      ...records[n % records.length],
      padding: 'x'.repeat(200),
    }))
    const fast = batches(JSON.stringify({ Records: all }), EVERYTHING, output)
    const [slow] = batches(`${JSON.stringify({ Records: all })}\n`, EVERYTHING, output)
    for (const batch of fast) {
      expect(matched(batch)).toEqual(matched(slow!))
      expect(textsOf(batch.rows!)).toEqual(textsOf(slow!.rows!))
    }
  })

  it('matches them once it is known which fields have few values, and which many', () => {
    const asked = vi.spyOn(Scanner.prototype, 'ask')
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 4, maxLength: 8 }),
        fc.array(record, { minLength: 1, maxLength: 30 }),
        fc.array(sigma, { minLength: 1, maxLength: 8 }),
        (usual, records, detections) => {
          const rules = ['s: {userIdentity.arn|endswith: 1}\ncondition: s', ...detections].map(rule)
          const detect = { rules, values: [], cells: CELLS, withRecord: false }
          const output = { kind: 'rows', row: { kind: 'jsonl' }, ascending: true, detect } as const
          const decode = createDecoder({ filter: EVERYTHING, output, maxInflated: 1 << 24, debug: false })
          const decoded = (text: string): unknown => {
            const file = { index: 0, file: 'f', account: undefined, notAfter: undefined }
            return decode([{ ...file, bytes: gzipSync(text, { level: 1 }) }]).rows
          }
          const numbered = (from: number, length: number) =>
            Array.from({ length }, (_, n) => ({
              ...usual[n % usual.length],
              userIdentity: {
                type: 'AssumedRole',
                arn: `arn:aws:sts::123456789012:assumed-role/r/s${from + n}`,
              },
            }))
          decoded(JSON.stringify({ Records: numbered(0, 2100) }))
          const text = JSON.stringify({ Records: [...records, ...numbered(2090, 30), ...usual] })
          expect(decoded(text)).toEqual(decoded(`${text}\n`))
          expect(decoded(text)).toEqual(decoded(`${text}\n`))
        },
      ),
      { numRuns: 15 },
    )
    const few = asked.mock.calls.filter(([questions]) => questions.some((slots) => slots.length > 2))
    const many = asked.mock.calls.filter(([, cells]) => cells.length > 0)
    expect(Math.min(few.length, many.length)).toBeGreaterThan(12)
  })

  const words = Array.from({ length: 13 }, (_, n) => `w${String.fromCharCode(97 + n)}`)
  const pairs = Array.from({ length: 3000 }, (_, n) => [
    { 'userAgent|contains': words[n % 13], apiVersion: n },
    { 'sourceIPAddress|endswith': `.${n}` },
  ])
  it.each<[what: string, detections: readonly string[]]>([
    [
      'answers of a field',
      words.map((word, n) => `s: {userAgent|contains: ${word}, readOnly: ${n % 2 === 0}}\ncondition: s`),
    ],
    [
      'parts of a rule may remain',
      [
        `${pairs.map((pair, n) => `s${n}: ${JSON.stringify(pair)}\n`).join('')}t: {readOnly: true}\ncondition: t and not all of s*`,
      ],
    ],
  ])('matches them however many %s', (_what, detections) => {
    const records = Array.from({ length: 5000 }, (_, n) => ({
      eventVersion: '1.11',
      eventTime: '2024-08-18T11:40:00Z',
      eventID: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      recipientAccountId: '123456789012',
      userAgent: words.filter((_, bit) => n & (1 << bit)).join(' '),
      readOnly: n % 3 === 0,
      padding: 'x'.repeat(200),
    }))
    const detect = {
      rules: detections.map(rule),
      values: [],
      cells: ['event-id'],
      withRecord: false,
    } as const
    const output = { kind: 'rows', row: { kind: 'jsonl' }, ascending: true, detect } as const
    const decoded = (text: string): unknown => {
      const decode = createDecoder({ filter: EVERYTHING, output, maxInflated: 1 << 24, debug: false })
      const file = { index: 0, file: 'f', account: undefined, notAfter: undefined }
      const { rows = [] } = decode([{ ...file, bytes: gzipSync(text, { level: 1 }) }])
      return textsOf(rows)
    }
    const text = JSON.stringify({ Records: records })
    const fallen = vi.spyOn(RuleSet.prototype, 'matches')
    const fast = decoded(text)
    expect(fallen).toHaveBeenCalled()
    expect(fast).toEqual(decoded(`${text}\n`))
  })
})
