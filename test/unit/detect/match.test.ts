import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matches } from './rules.ts'

const event = {
  eventName: 'PutBucketPolicy',
  eventSource: 's3.amazonaws.com',
  readOnly: false,
  errorCode: null,
  sourceIPAddress: '203.0.113.7',
  userAgent: 'aws-cli/2.1',
  userIdentity: { type: 'IAMUser', userName: 'ann', arn: 'arn:aws:iam::1:user/ann', accessKeyId: '' },
  requestParameters: {
    bucketName: 'logs',
    port: 22,
    owner: 'ann',
    items: [{ cidr: '0.0.0.0/0' }, { cidr: '10.0.0.0/8' }],
  },
}

describe('a field', () => {
  test.each<[string, boolean]>([
    ['eventName: PutBucketPolicy', true],
    ['eventName: putbucketpolicy', true],
    ['eventName|cased: putbucketpolicy', false],
    ['eventName: PutBucket', false],
    ['eventName: Put*Policy', true],
    ['eventName: Put*?Policy', true],
    ['eventName: Put??????Policy', true],
    ['eventName: Put?Policy', false],
    ['eventName: "Put\\\\*"', false],
    ['eventName: [GetObject, PutBucketPolicy]', true],
    ['eventName: [GetObject, PutObject]', false],
    ['eventName|contains: BUCKET', true],
    ['eventName|contains|all: [Put, Policy]', true],
    ['eventName|contains|all: [Put, Object]', false],
    ['eventName|startswith: put', true],
    ['eventName|startswith: Bucket', false],
    ['eventName|endswith: policy', true],
    ['eventName|endswith: Put', false],
    ['eventName|neq: GetObject', true],
    ['eventName|neq: PutBucketPolicy', false],
    ['eventName|re: "^Put(Bucket|Object)Policy$"', true],
    ['eventName|re: "^put"', false],
    ['eventName|re|i: "^put"', true],
    ['readOnly: false', true],
    ['readOnly: "false"', true],
    ['requestParameters.port: 22', true],
    ['requestParameters.port: "22"', true],
    ['requestParameters.port|gt: 21', true],
    ['requestParameters.port|lt: 22', false],
    ['requestParameters.port|lte: 22', true],
    ['requestParameters.port|gte: 23', false],
    ['requestParameters.items.cidr: 0.0.0.0/0', true],
    ['requestParameters.items.cidr|contains: "192.168"', false],
    ['userIdentity.userName|fieldref: requestParameters.owner', true],
    ['userIdentity.userName|fieldref: eventName', false],
    ['userIdentity.arn|fieldref|endswith: userIdentity.userName', true],
    ['sourceIPAddress|cidr: 203.0.113.0/24', true],
    ['sourceIPAddress|cidr: [10.0.0.0/8, 192.168.0.0/16]', false],
    ['errorCode: null', true],
    ['errorMessage: null', true],
    ['eventName: null', false],
    ['userIdentity.accessKeyId: ""', true],
    ['eventName: ""', false],
    ['eventName|exists: true', true],
    ['eventName|exists: false', false],
    ['requestParameters.nothing|exists: false', true],
    ['requestParameters.nothing|exists: true', false],
    ['requestParameters.constructor|exists: true', false],
    ['__proto__.x|exists: true', false],
  ])('%s', (field, expected) => {
    expect(matches(`selection:\n  ${field}\ncondition: selection`, event)).toBe(expected)
  })
})

describe('a condition', () => {
  const selections = `yes1: {eventName: PutBucketPolicy}
yes2: {eventSource: s3.amazonaws.com}
no1: {eventName: GetObject}
_hidden: {eventName: GetObject}
`
  test.each<[string, boolean]>([
    ['yes1', true],
    ['yes1 and no1', false],
    ['yes1 or no1', true],
    ['not no1', true],
    ['not yes1 or yes2', true],
    ['not (yes1 or yes2)', false],
    ['no1 or yes1 and yes2', true],
    ['(no1 or yes1) and no1', false],
    ['1 of yes*', true],
    ['1 of no*', false],
    ['all of yes*', true],
    ['any of them', true],
    ['all of them', false],
    ['all of yes* and not 1 of no*', true],
    ['NOT no1 AND yes1', true],
  ])('%s', (condition, expected) => {
    expect(matches(`${selections}condition: ${condition}`, event)).toBe(expected)
  })
})

describe('a selection', () => {
  test('of a list of maps holds when one of them does', () => {
    expect(matches('s:\n  - {eventName: X}\n  - {readOnly: false}\ncondition: s', event)).toBe(true)
  })
  test('of words looks for them anywhere in the record', () => {
    expect(matches('s: [aws-cli, nothing]\ncondition: s', event)).toBe(true)
    expect(matches('s: [10.0.0.0]\ncondition: s', event)).toBe(true)
    expect(matches('s: [absent]\ncondition: s', event)).toBe(false)
  })
  test('of a map needs all of its fields', () => {
    expect(matches('s: {eventName: PutBucketPolicy, readOnly: true}\ncondition: s', event)).toBe(false)
  })
})

test('a wildcard expression finds what a regular expression finds', () => {
  const piece = fc.stringMatching(/^[ab]{0,3}$/)
  const pattern = fc
    .array(fc.oneof(piece, fc.constant('*'), fc.constant('?')), { maxLength: 6 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(pattern, fc.stringMatching(/^[ab]{0,8}$/), (typed, text) => {
      const regex = new RegExp(`^${typed.replaceAll('*', '.*').replaceAll('?', '.')}$`)
      const yaml = `s: {eventName: ${JSON.stringify(typed)}}\ncondition: s`
      expect(matches(yaml, { eventName: text })).toBe(regex.test(text))
    }),
    { numRuns: 300 },
  )
})
