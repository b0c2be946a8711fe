// Filters and records that are made up on every run: SQL chooses what the predicate chooses, whatever texts both contain.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEXT_FIELDS } from '../../src/event/field-table.ts'
import type { Filter } from '../../src/filter/clause.ts'
import { escapeValue } from '../../src/filter/value-pattern.ts'
import type { JsonObject } from '../../src/util/json.ts'
import { filter } from '../unit/filter/arbitrary.ts'
import { deniedPut, failedLogin, having, oldRead, rootLogin, serviceEvent } from '../unit/filter/records.ts'
import { asAsked, AT_ONCE, compare } from './compare.ts'
import { duckdbRows, duckdbTable, eventsOf } from './events.ts'
import { NO_TRINO, START_TIME, trinoTree, trinoUrl } from './trino.ts'

const LONG = `'; drop table events; -- %_\\"`.repeat(4000)
const hostile = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        "'",
        "''",
        '"',
        '--',
        '/*',
        '*/',
        '%',
        '_',
        '\\',
        '!',
        '\0',
        '\n',
        ';',
        '*',
        'x',
        '\u202e',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    'NULL',
    'null',
    "' or 1=1 --",
    "') or true --",
    'eventname',
    '{"a":1}',
    '1e3',
    '\u00e9',
  ),
  { weight: 1, arbitrary: fc.constant(LONG) },
)

const TEXTS =
  'eventName eventSource errorCode errorMessage awsRegion userAgent requestID recipientAccountId sourceIPAddress userIdentity.type userIdentity.userName userIdentity.principalId userIdentity.arn userIdentity.accountId userIdentity.accessKeyId userIdentity.invokedBy'.split(
    ' ',
  )

const json = fc.oneof(
  fc.constant(null),
  fc.dictionary(
    fc.constantFrom('bucketName', 'MFAUsed', 'ConsoleLogin', 'roleArn', 'maxResults', 'a b', 'a"b'),
    fc.oneof(hostile, fc.integer(), fc.boolean(), fc.constant(null), fc.array(hostile, { maxLength: 2 })),
    { maxKeys: 3 },
  ),
)

/** Any texts in the columns of a record, whose form is CloudTrail's. */
const record = fc
  .tuple(
    fc.constantFrom(rootLogin, failedLogin, deniedPut, serviceEvent, oldRead),
    fc.dictionary(fc.constantFrom(...TEXTS), hostile, { maxKeys: 4 }),
    fc.dictionary(
      fc.constantFrom('requestParameters', 'responseElements', 'additionalEventData', 'serviceEventDetails'),
      json,
      { maxKeys: 2 },
    ),
    fc.option(
      fc.array(
        hostile.map((ARN) => ({ ARN, type: 'AWS::S3::Bucket' })),
        { maxLength: 2 },
      ),
      { nil: null },
    ),
  )
  .map(([base, texts, columns, resources]): JsonObject =>
    having(base, { ...texts, ...columns, ...(resources && { resources }) }),
  )

const PATHS = [
  'requestParameters.bucketName',
  'userIdentity.arn',
  'responseElements.ConsoleLogin',
  'errorMessage',
]

/** Values that stand in the records, whole and in part, and others. */
function asking(records: readonly JsonObject[]): fc.Arbitrary<Filter> {
  const texts = records.flatMap((one) =>
    Object.values(one).flatMap((value) => (typeof value === 'string' ? [value] : [])),
  )
  const text = fc.oneof(hostile, fc.constantFrom(...texts))
  const value = text.chain((one) =>
    fc.constantFrom(
      escapeValue(one),
      `!${escapeValue(one)}`,
      `${escapeValue(one.slice(0, 3))}*`,
      `*${escapeValue(one.slice(-2))}`,
      `*${escapeValue(one.slice(1, 3))}*`,
      '*',
    ),
  )
  return fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      field: fc.constantFrom(...TEXT_FIELDS, ...PATHS),
      values: fc.array(value, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('contains' as const),
      values: fc.array(text, { minLength: 1, maxLength: 1 }),
    }),
    filter,
  )
}

const run = fc
  .array(record, { minLength: 20, maxLength: 40 })
  .chain((records) =>
    fc.tuple(fc.constant(records), fc.array(asking(records), { minLength: AT_ONCE, maxLength: AT_ONCE })),
  )

let folder: string
let files = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  if (NO_TRINO !== undefined) process.stderr.write(`skipped: Trino: ${NO_TRINO}\n`)
})

/** A folder with a file of the records, each with an ID that is its number. */
function tree(records: readonly JsonObject[]): string {
  const path = join(folder, String(files++))
  mkdirSync(path)
  const Records = records.map((one, n) => ({ ...one, eventID: String(n) }))
  writeFileSync(join(path, 'a.json'), JSON.stringify({ Records }))
  return path
}

it('on DuckDB', async () => {
  let exact = 0
  await fc.assert(
    fc.asyncProperty(run, async ([records, filters]) => {
      const events = await eventsOf(tree(records))
      expect(events.length).toBe(records.length)
      const table = await duckdbTable(events)
      try {
        const found = await compare(asAsked(filters), events, 'duckdb', (conditions) =>
          duckdbRows(table, `select n, ${conditions.join(', ')} from events order by n`),
        )
        expect(found.wrong).toEqual([])
        exact += found.exact
      } finally {
        table.closeSync()
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(exact).toBeGreaterThan(0)
}, 240_000)

describe.skipIf(NO_TRINO !== undefined)('on Trino', () => {
  beforeAll(trinoUrl, START_TIME)

  it(
    'and on Trino',
    async () => {
      let exact = 0
      await fc.assert(
        fc.asyncProperty(run, async ([records, filters]) => {
          const path = tree(records)
          const events = await eventsOf(path)
          const { rows } = await trinoTree(`generated_${process.pid}`, path)
          const places = new Map(events.map(({ event }, n) => [event.text('eventID'), n]))
          const found = await compare(asAsked(filters), events, 'trino', async (conditions) =>
            (await rows(`select eventid, ${conditions.join(', ')} from events`)).map(([id, ...told]) => [
              places.get(id as string),
              ...told,
            ]),
          )
          expect(found.wrong).toEqual([])
          exact += found.exact
        }),
        { numRuns: 6, endOnFailure: true },
      )
      expect(exact).toBeGreaterThan(0)
    },
    START_TIME,
  )
})
