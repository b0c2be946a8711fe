import { describe, expect, it } from 'vitest'
import type { Trail, TrailState } from '../../../src/source/cloudtrail/trails.ts'
import type { BucketState } from '../../../src/source/s3/bucket.ts'
import { checkTrail, notRecorded } from '../../../src/trails/checks.ts'

const NOW = Date.parse('2024-08-19T00:00:00Z')
const TRAIL: Trail = {
  name: 'management-events',
  arn: 'arn:aws:cloudtrail:us-east-1:123456789012:trail/management-events',
  homeRegion: 'us-east-1',
  bucket: 'my-logs',
  prefix: '',
  isMultiRegion: true,
  isOrganization: false,
  hasGlobalEvents: true,
  hasValidation: true,
  kmsKey: 'arn:aws:kms:us-east-1:123456789012:key/1',
  logGroup: 'arn:aws:logs:us-east-1:123456789012:log-group:trail:*',
}
const MANAGEMENT = { kind: 'management', readWrite: 'All', excluded: [] } as const
const STATE: TrailState = {
  isLogging: true,
  lastDelivery: NOW - 60_000,
  selectors: [MANAGEMENT],
  insights: [],
  problems: [],
}
const policy = (condition: object) =>
  JSON.stringify({
    Statement: [
      { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Condition: condition },
    ],
  })
const BUCKET: BucketState = {
  blocksPublicAccess: true,
  hasVersioning: true,
  hasMfaDelete: true,
  hasObjectLock: true,
  hasAccessLog: true,
  policy: policy({ StringEquals: { 'aws:SourceArn': TRAIL.arn } }),
  problems: new Map(),
}
const verdicts = (trail: Partial<Trail>, state: Partial<TrailState>, bucket: Partial<BucketState> | string) =>
  Object.fromEntries(
    checkTrail(
      { ...TRAIL, ...trail },
      { ...STATE, ...state },
      typeof bucket === 'string' ? bucket : { ...BUCKET, ...bucket },
      NOW,
    )
      .filter(({ verdict }) => verdict === 'mend' || verdict === 'unknown')
      .map(({ check, verdict }) => [check, verdict]),
  )

it('finds nothing to mend where everything is right', () => {
  expect(verdicts({}, {}, {})).toEqual({})
})

it.each<[string, Partial<Trail>, Partial<TrailState>, Partial<BucketState>]>([
  ['logging', {}, { isLogging: false, stopped: NOW }, {}],
  ['deliveries', {}, { lastDeliveryError: 'NoSuchBucket' }, {}],
  ['deliveries', {}, { lastDigestError: 'AccessDenied' }, {}],
  ['deliveries', {}, { lastDelivery: NOW - 2 * 86_400_000 }, {}],
  ['all Regions', { isMultiRegion: false }, {}, {}],
  ['global services', { hasGlobalEvents: false }, {}, {}],
  ['log file validation', { hasValidation: false }, {}, {}],
  ['encryption with KMS', { kmsKey: undefined }, {}, {}],
  ['CloudWatch Logs', { logGroup: undefined }, {}, {}],
  ['management events', {}, { selectors: [{ ...MANAGEMENT, readWrite: 'WriteOnly' }] }, {}],
  ['management events', {}, { selectors: [{ ...MANAGEMENT, excluded: ['kms.amazonaws.com'] }] }, {}],
  ['bucket: public access', {}, {}, { blocksPublicAccess: false }],
  ['bucket: policy', {}, {}, { policy: policy({ StringEquals: { 's3:x-amz-acl': 'x' } }) }],
  ['bucket: policy', {}, {}, { policy: '' }],
  ['bucket: policy', {}, {}, { policy: '{' }],
  ['bucket: versioning', {}, {}, { hasVersioning: false }],
  ['bucket: MFA delete', {}, {}, { hasMfaDelete: false }],
  ['bucket: Object Lock', {}, {}, { hasObjectLock: false }],
  ['bucket: access log', {}, {}, { hasAccessLog: false }],
])('%s', (check, trail, state, bucket) => {
  expect(verdicts(trail, state, bucket)).toEqual({ [check]: 'mend' })
})

it('does not know what nobody may ask', () => {
  const { isLogging: _, selectors: __, insights: ___, ...state } = STATE
  const checks = checkTrail(TRAIL, state, 'access denied: s3:ListBucket', NOW)
  const unknown = checks.filter(({ verdict }) => verdict === 'unknown')
  expect(unknown.map(({ check }) => check)).toEqual([
    'logging',
    'deliveries',
    'management events',
    'data events',
    'Insights',
    'bucket: public access',
    'bucket: policy',
    'bucket: versioning',
    'bucket: MFA delete',
    'bucket: Object Lock',
    'bucket: access log',
  ])
  expect(unknown.every(({ mend }) => mend === undefined)).toBe(true)
})

describe('notRecorded', () => {
  it.each([
    [[MANAGEMENT], []],
    [[], ['management events']],
    [[{ ...MANAGEMENT, readWrite: 'ReadOnly' }], ['writes']],
    [
      [
        { ...MANAGEMENT, readWrite: 'ReadOnly' },
        { ...MANAGEMENT, readWrite: 'WriteOnly' },
      ],
      [],
    ],
    // What one selector leaves out, another may record.
    [[{ ...MANAGEMENT, excluded: ['kms.amazonaws.com'] }, MANAGEMENT], []],
  ])('%j', (selectors, expected) => {
    expect(notRecorded(selectors)).toEqual(expected)
  })
})
