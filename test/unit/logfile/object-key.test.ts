import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
