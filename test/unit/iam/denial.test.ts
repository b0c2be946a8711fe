import { describe, expect, test } from 'vitest'
import { denialOf, proposal, REASON_NOT_TOLD } from '../../../src/iam/denial.ts'
import { eventFrom } from '../event/records.ts'

const ROLE = 'arn:aws:sts::123456789012:assumed-role/app/s'
const TABLE = 'arn:aws:dynamodb:eu-west-1:123456789012:table/t'
const denied = (errorMessage: string, rest: object = {}) =>
  denialOf(eventFrom({ eventSource: 'dynamodb.amazonaws.com', eventName: 'GetItem', errorMessage, ...rest }))
const told = `User: ${ROLE} is not authorized to perform: dynamodb:Query on resource: ${TABLE}`

describe('a message tells', () => {
  test.each<[string, string, string, boolean]>([
    ['no more than the action', told, REASON_NOT_TOLD, false],
    [
      'that nothing allows',
      `${told} because no identity-based policy allows the dynamodb:Query action`,
      'no identity-based policy allows it',
      false,
    ],
    [
      'that no boundary allows',
      `${told} because no permissions boundary allows the dynamodb:Query action`,
      'no permissions boundary allows it',
      false,
    ],
    [
      'that no organization allows',
      `${told} because no service control policy allows the dynamodb:Query action`,
      'no service control policy allows it',
      false,
    ],
    [
      'that no session allows',
      `${told} because no session policy allows the dynamodb:Query action`,
      'no session policy allows it',
      false,
    ],
    [
      'an explicit deny',
      `${told} with an explicit deny in an identity-based policy`,
      'explicit deny in an identity-based policy',
      true,
    ],
    [
      'an organization',
      `${told} with an explicit deny in a service control policy`,
      'explicit deny in a service control policy',
      true,
    ],
    [
      'a resource policy',
      `${told} with an explicit deny in a resource-based policy`,
      'explicit deny in a resource-based policy',
      true,
    ],
    [
      'a boundary',
      `${told} with an explicit deny in a permissions boundary`,
      'explicit deny in a permissions boundary',
      true,
    ],
    [
      'an endpoint',
      `${told} with an explicit deny in a VPC endpoint policy`,
      'explicit deny in a VPC endpoint policy',
      true,
    ],
  ])('%s', (_, message, reason, isExplicit) => {
    expect(denied(message)).toMatchObject({
      action: 'dynamodb:Query',
      actionIsTold: true,
      resource: TABLE,
      resourceIsTold: true,
      reason,
      isExplicit,
    })
  })

  test('the policy itself', () => {
    const policy = 'arn:aws:organizations::123456789012:policy/o-1/service_control_policy/p-1'
    expect(denied(`${told} with an explicit deny in a service control policy: ${policy}`)).toMatchObject({
      policy,
    })
  })

  test('with quotes, and a sentence before it and an encoded message behind', () => {
    const encoded = 'Ab-_'.repeat(30)
    const message = `You are not authorized to perform this operation. User: ${ROLE} is not authorized to perform: ec2:RunInstances on resource: "arn:aws:ec2:eu-west-1:123456789012:instance/*" because no identity-based policy allows the ec2:RunInstances action. Encoded authorization failure message: ${encoded}`
    expect(denied(message)).toMatchObject({
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:eu-west-1:123456789012:instance/*',
      reason: 'no identity-based policy allows it',
      encoded,
    })
  })
})

describe('what no message tells is taken from the call, and marked', () => {
  test('an object of S3', () => {
    const call = {
      eventSource: 's3.amazonaws.com',
      eventName: 'HeadObject',
      requestParameters: { bucketName: 'b', key: 'a/b.txt' },
    }
    expect(denied('Access Denied', call)).toMatchObject({
      action: 's3:GetObject',
      actionIsTold: false,
      resource: 'arn:aws:s3:::b/a/b.txt',
      resourceIsTold: false,
      reason: REASON_NOT_TOLD,
    })
  })

  test.each([
    ['monitoring.amazonaws.com', 'PutMetricAlarm', 'cloudwatch:PutMetricAlarm'],
    ['email.amazonaws.com', 'SendEmail', 'ses:SendEmail'],
    ['lambda.amazonaws.com', 'ListFunctions20150331', 'lambda:ListFunctions'],
    ['lambda.amazonaws.com', 'AddPermission20150331v2', 'lambda:AddPermission'],
    ['s3.amazonaws.com', 'ListBuckets', 's3:ListAllMyBuckets'],
    ['ec2.amazonaws.com.cn', 'RunInstances', 'ec2:RunInstances'],
  ])('%s %s', (eventSource, eventName, action) => {
    expect(denied('', { eventSource, eventName }).action).toBe(action)
  })

  test('nothing at all', () => {
    expect(denialOf(eventFrom({}))).toMatchObject({
      action: undefined,
      resource: undefined,
      reason: REASON_NOT_TOLD,
    })
  })
})

test('a hostile message costs no more than its length', () => {
  const message = `not authorized to perform: ${'a'.repeat(200_000)} on resource: ${'on resource '.repeat(50_000)}`
  expect(denied(message).reason).toBe(REASON_NOT_TOLD)
})

test('a statement is proposed where one would help', () => {
  expect(proposal(denied(told))).toEqual({ Effect: 'Allow', Action: 'dynamodb:Query', Resource: TABLE })
  expect(proposal(denied(`${told} with an explicit deny in a session policy`))).toBeUndefined()
  expect(proposal(denied('no'))).toEqual({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' })
})

const ofAccount = { awsRegion: 'eu-west-1', recipientAccountId: '123456789012' }
test.each<[string, object, object]>([
  [
    'an instance',
    {
      eventSource: 'ec2.amazonaws.com',
      eventName: 'StopInstances',
      requestParameters: { instancesSet: { items: [{ instanceId: 'i-0a' }] } },
    },
    {
      resource: 'arn:aws:ec2:eu-west-1:123456789012:instance/i-0a',
      grants: ['arn:aws:ec2:eu-west-1:123456789012:instance/i-0a'],
    },
  ],
  [
    'several instances',
    {
      eventSource: 'ec2.amazonaws.com',
      eventName: 'StopInstances',
      requestParameters: { instancesSet: { items: [{ instanceId: 'i-0a' }, { instanceId: 'i-0b' }] } },
    },
    {
      resource: 'i-0a',
      grants: [
        'arn:aws:ec2:eu-west-1:123456789012:instance/i-0a',
        'arn:aws:ec2:eu-west-1:123456789012:instance/i-0b',
      ],
    },
  ],
  [
    'a secret by its name',
    {
      eventSource: 'secretsmanager.amazonaws.com',
      eventName: 'GetSecretValue',
      requestParameters: { secretId: 'a/b' },
    },
    { resource: 'a/b', grants: ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:a/b-??????'] },
  ],
])('a proposal names what the call names: %s', (_, call, expected) => {
  const denial = denied('Access denied', { ...ofAccount, ...call })
  expect(denial).toMatchObject(expected)
  const { Resource } = proposal(denial) as { Resource: string | string[] }
  expect([Resource].flat()).toEqual(denial.grants)
})
