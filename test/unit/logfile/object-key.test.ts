import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { FOLDERS, type FileName, formatFileName, parseFileName } from '../../../src/logfile/object-key.ts'

const minute = fc
  .integer({ min: Date.UTC(2012, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
  .map((n) => n * 60_000)
const digits = fc.stringMatching(/^\d{12}$/)
const region = fc.constantFrom(
  'us-east-1',
  'ap-southeast-2',
  'us-gov-west-1',
  'cn-north-1',
  'us_east_1',
  'us-iso-east-1',
)
const suffix = fc.constantFrom('.json' as const, '.json.gz' as const)

// Without a separator a unique part that begins with Z or a digit could be read as belonging to the time.
const logName = fc.record({
  type: fc.constant('log' as const),
  account: digits,
  folder: fc.constantFrom(...FOLDERS.filter((f) => f !== 'CloudTrail-Digest')),
  region,
  delivered: minute,
  separator: fc.constantFrom('Z_' as const, 'Z' as const, '_' as const, '' as const),
  unique: fc.stringMatching(/^[a-y][A-Za-z0-9]{3,20}$/),
  suffix,
})
const digestName = fc.record({
  type: fc.constant('digest' as const),
  account: digits,
  region,
  trail: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{1,30}[A-Za-z0-9]$/),
  homeRegion: region,
  end: minute.map((n) => n + 31_000),
  backfill: fc.boolean(),
  suffix,
})

describe('file names', () => {
  test.each([
    ['123456789012_CloudTrail_us-east-2_20150801T0210Z_Mu0KsOhtH1ar15ZZ.json.gz', '2015-08-01T02:10:00.000Z'],
    ['123456789012_CloudTrail_us-east-2_20140620T1255ZHdkvFTXOA3Vnhbc.json.gz', '2014-06-20T12:55:00.000Z'],
    ['123456789012_CloudTrail_us-east-2_20190610T1255abcdeEXAMPLE.json.gz', '2019-06-10T12:55:00.000Z'],
    [
      '000123456789_CloudTrail-Insight_ca-central-1_20200923T0516Z_KL5e9VCV2SS7IqzB.json',
      '2020-09-23T05:16:00.000Z',
    ],
  ])('%s', (text, delivered) => {
    const name = parseFileName(text)
    expect(name?.type).toBe('log')
    expect(new Date((name as { delivered: number }).delivered).toISOString()).toBe(delivered)
    expect(formatFileName(name!)).toBe(text)
  })

  test('a digest whose trail name looks like a Region and holds underscores', () => {
    const text =
      '123456789012_CloudTrail-Digest_us-east-2_my_us-west-1_trail_eu-west-1_20250520T000000Z_backfill.json.gz'
    expect(parseFileName(text)).toMatchObject({
      type: 'digest',
      region: 'us-east-2',
      trail: 'my_us-west-1_trail',
      homeRegion: 'eu-west-1',
      backfill: true,
      end: Date.UTC(2025, 4, 20),
    })
  })

  test.each([
    'events.json',
    '123_CloudTrail_us-east-1_20240818T1140Z_a.json',
    '123456789012_CloudTrail_us-east-1_20240231T1140Z_abc.json',
    '123456789012_CloudTrail_us-east-1_20241318T1140Z_abc.json',
    '123456789012_CloudTrail_us-east-1_20240818T2400Z_abc.json',
    '123456789012_CloudTrail_us-east-1_20240818T1160Z_abc.json',
    '123456789012_CloudTrail_us-east-1_20230229T1140Z_abc.json',
    '',
  ])('not a CloudTrail name: %j', (text) => expect(parseFileName(text)).toBeUndefined())

  test('parse ∘ format = identity', () => {
    fc.assert(
      fc.property(fc.oneof(logName, digestName), (name: FileName) => {
        expect(parseFileName(formatFileName(name))).toEqual(name)
      }),
    )
  })
})

describe('many names one after the other', () => {
  // As one expression, without anything remembered between names.
  const REGION = '[a-z]{2,}(?:[-_][a-z]+)+[-_]\\d+[a-z]?'
  const LOG = new RegExp(
    `^(\\d{12})_(CloudTrail(?:-Insight|-NetworkActivity|-Aggregated)?)_(${REGION})_(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(Z_|Z|_|)([A-Za-z0-9]+)(\\.json(?:\\.gz)?)$`,
  )
  const asOne = (text: string): unknown => {
    const [, account, folder, region, year, month, day, hour, minute, separator, unique, suffix] =
      LOG.exec(text) ?? []
    const delivered = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`)
    const isDate = !Number.isNaN(delivered) && new Date(delivered).getUTCDate() === Number(day)
    if (!isDate || hour === '24') return undefined
    return { type: 'log', account, folder, region, delivered, separator, unique, suffix }
  }

  it('are each read as if they were alone', () => {
    const piece = fc.constantFrom(
      ...'123456789012 _ CloudTrail -Insight us-east-1 eu-west-2 2024 08 18 31 02 T 1140 2359 2400 0060'.split(
        ' ',
      ),
      ...'Z_ Z abc x1 .json .gz T0000 _20240229T'.split(' '),
    )
    const usual = fc
      .tuple(
        fc.constantFrom('123456789012', '210987654321'),
        fc.constantFrom('CloudTrail', 'CloudTrail-Insight', 'CloudTrail-Digest'),
        fc.constantFrom('us-east-1', 'eu-west-2', 'ab-cd_11111111'),
        fc.constantFrom('20240818', '20240819', '20240231', '00000000'),
        fc.constantFrom('1140', '1141', '2400', '0060', '11405'),
        fc.constantFrom('Z_abc.json.gz', 'Zabc.json', '_1.json.gz', 'abc.json.gz', 'Z_abc.txt', 'Z_.json'),
      )
      .map(
        ([account, folder, region, day, clock, rest]) =>
          `${account}_${folder}_${region}_${day}T${clock}${rest}`,
      )
    const odd = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.array(fc.oneof(usual, usual, odd), { maxLength: 20 }), (names) => {
        for (const name of names) {
          const found = parseFileName(name)
          expect(found?.type === 'digest' ? undefined : found).toEqual(asOne(name))
        }
      }),
      { numRuns: 500 },
    )
  })
})
