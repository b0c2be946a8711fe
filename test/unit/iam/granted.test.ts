import { describe, expect, test } from 'vitest'
import { allowedActions, isGranted, parsePolicy } from '../../../src/iam/granted.ts'

const of = (...Statement: object[]) => parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }))!
const allow = (Action: unknown, Resource: unknown = '*') => ({ Effect: 'Allow', Action, Resource })
const BUCKET = 'arn:aws:s3:::b'

describe('an action on a resource is granted', () => {
  test.each<[string, object[], string, string, boolean]>([
    ['by its name', [allow('s3:GetObject')], 's3:GetObject', `${BUCKET}/k`, true],
    ['in any case', [allow('S3:getobject')], 's3:GetObject', `${BUCKET}/k`, true],
    ['by a pattern', [allow(['ec2:*', 's3:Get*'])], 's3:GetObject', `${BUCKET}/k`, true],
    ['by its resource', [allow('s3:*', `${BUCKET}/*`)], 's3:GetObject', `${BUCKET}/k`, true],
    ['not on another resource', [allow('s3:*', `${BUCKET}/*`)], 's3:GetObject', 'arn:aws:s3:::c/k', false],
    ['not in another case of a resource', [allow('s3:*', BUCKET)], 's3:ListBucket', 'arn:aws:s3:::B', false],
    ['if the resource is not known, on any', [allow('s3:*', BUCKET)], 's3:ListBucket', '*', true],
    ['by NotAction', [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], 's3:GetObject', BUCKET, true],
    [
      'not by NotAction',
      [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }],
      's3:GetObject',
      BUCKET,
      false,
    ],
    [
      'by NotResource',
      [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::c' }],
      's3:A',
      BUCKET,
      true,
    ],
    ['not by NotResource', [{ Effect: 'Allow', Action: '*', NotResource: BUCKET }], 's3:A', BUCKET, false],
    ['with a variable', [allow('s3:*', 'arn:aws:s3:::${aws:username}')], 's3:A', BUCKET, true],
    [
      'not if it is denied',
      [allow('*'), { Effect: 'Deny', Action: 's3:*', Resource: '*' }],
      's3:A',
      BUCKET,
      false,
    ],
    [
      'if another resource is denied',
      [allow('*'), { Effect: 'Deny', Action: '*', Resource: 'x' }],
      's3:A',
      '*',
      true,
    ],
    [
      'if it is denied only on a condition',
      [allow('*'), { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: { Bool: {} } }],
      's3:A',
      BUCKET,
      true,
    ],
  ])('%s', (_, statements, action, resource, expected) => {
    expect(isGranted(of(...statements), action, resource)).toBe(expected)
  })
})

test('the actions that are allowed', () => {
  const grants = of(
    allow(['s3:Get*', 'ec2:*']),
    allow('s3:PutObject'),
    { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
    { Effect: 'Allow', NotAction: 'sts:*', Resource: '*' },
  )
  expect(allowedActions(grants)).toEqual(['ec2:*', 's3:Get*', 's3:PutObject'])
})

test('what the AWS CLI answers is a policy too', () => {
  const document = { Statement: allow('s3:*') }
  for (const answer of [document, { PolicyDocument: document }, { PolicyVersion: { Document: document } }])
    expect(parsePolicy(JSON.stringify(answer))).toHaveLength(1)
})

test.each([
  '',
  'no',
  '{}',
  'null',
  '{"Statement":[]}',
  '{"Statement":[1]}',
  '{"Statement":{"Effect":"Allow"}}',
  '{"Statement":{"Effect":"Maybe","Action":"*"}}',
])('%j is no policy', (text) => {
  expect(parsePolicy(text)).toBeUndefined()
})
