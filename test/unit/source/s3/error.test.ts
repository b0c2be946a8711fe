import { expect, test } from 'vitest'
import { s3Error } from '../../../../src/source/s3/error.ts'
import { SourceError } from '../../../../src/source/source.ts'

const context = { bucket: 'logs', key: 'a/b.gz', action: 's3:GetObject', region: 'us-east-1' } as const

test.each([
  ['eu-west-1', 'arn:aws:s3:::logs/a/b.gz'],
  ['cn-north-1', 'arn:aws-cn:s3:::logs/a/b.gz'],
  ['us-gov-west-1', 'arn:aws-us-gov:s3:::logs/a/b.gz'],
  ['us-iso-east-1', 'arn:aws-iso:s3:::logs/a/b.gz'],
  ['us-isob-east-1', 'arn:aws-iso-b:s3:::logs/a/b.gz'],
])('the ARN has the partition of %s', (region, arn) => {
  expect(s3Error({ name: 'AccessDenied' }, { ...context, region }).message).toContain(`${arn} `)
})

test('an access point keeps its own ARN', () => {
  const bucket = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/audit'
  expect(s3Error({ name: 'AccessDenied' }, { ...context, bucket }).message).toContain(
    `${bucket}/object/a/b.gz`,
  )
})

test('the hint is the same for every object of a bucket, and another for whoever asks as nobody', () => {
  const denied = { name: 'AccessDenied' }
  expect(s3Error(denied, context).hint).toMatch(/^ask for s3:GetObject on arn:aws:s3:::logs\/\*; /)
  expect(s3Error(denied, { ...context, isAnonymous: true }).hint).toContain('leave out --no-sign-request')
})

test('the reason that AWS gives is passed on', () => {
  const message =
    'User: u is not authorized to perform: s3:GetObject on resource: "r" because no identity-based policy allows the s3:GetObject action'
  expect(s3Error({ name: 'AccessDenied', message }, context).message).toContain(
    '(no identity-based policy allows',
  )
})

test.each([
  [{ $metadata: { httpStatusCode: 403 } }, 'denied'],
  [{ $metadata: { httpStatusCode: 404 } }, 'not-found'],
  [{ $metadata: { httpStatusCode: 301 } }, 'unreachable'],
  [{ $metadata: { httpStatusCode: 502 } }, 'unreachable'],
  [{ name: 'KMS.DisabledException', $metadata: { httpStatusCode: 400 } }, 'denied'],
  [{ code: 'ENOTFOUND' }, 'unreachable'],
  [
    Object.assign(new Error('x'), { cause: Object.assign(new Error('y'), { code: 'ECONNRESET' }) }),
    'unreachable',
  ],
  [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'unreachable'],
  [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'unreachable'],
  [{ name: 'CredentialsProviderError', message: 'The SSO session has expired' }, 'credentials'],
  [{ name: 'constructor', message: 'odd' }, 'unreadable'],
  [undefined, 'unreadable'],
])('%j is %s', (error, code) => {
  expect(s3Error(error, context)).toMatchObject({ code, message: expect.stringMatching(/\w/) })
})

test('a SourceError stays what it is', () => {
  const error = new SourceError('archived', 'x')
  expect(s3Error(error, context)).toBe(error)
})
