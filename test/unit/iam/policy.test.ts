import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Event } from '../../../src/event/event.ts'
import { who } from '../../../src/event/who.ts'
import { isError } from '../../../src/event/failure.ts'
import { grantedActions } from '../../../src/iam/granted.ts'
import { permissionsOf, policyDocument, type PolicyDocument } from '../../../src/iam/policy.ts'
import { ROOT } from '../../helpers/root.ts'
import { eventFrom } from '../event/records.ts'

function fits(pattern: string, text: string): boolean {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')
  return new RegExp(`^${source}$`, 's').test(text)
}

/** A small evaluator of policies, with nothing of the code that makes them: case of actions, and wildcards. */
function allows({ Statement }: PolicyDocument, action: string, resource: string): boolean {
  return Statement.some(
    (one) =>
      one.Action.some((pattern) => fits(pattern.toLowerCase(), action.toLowerCase())) &&
      one.Resource.some((pattern) => fits(pattern, resource)),
  )
}

function policyOf(events: readonly Event[]): PolicyDocument {
  const permissions = new Map<string, Set<string>>()
  for (const event of events) {
    for (const { action, resources } of permissionsOf(event) ?? []) {
      const known = permissions.get(action) ?? new Set()
      for (const resource of resources) known.add(resource)
      permissions.set(action, known)
    }
  }
  return policyDocument(permissions)
}

const organization = join(ROOT, 'samples/logs/organization')
const samples = readdirSync(organization, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json.gz') && !/Insight|Aggregated|Network|Config/.test(file))
  .flatMap((file) => {
    const { Records = [] } = JSON.parse(gunzipSync(readFileSync(join(organization, file))).toString()) as {
      Records?: object[]
    }
    return Records.map(eventFrom)
  })
  .filter((event) => !isError(event))

describe('for each identity of the sample organization', () => {
  const byIdentity = new Map<string, Event[]>()
  for (const event of samples) {
    const name = who(event) ?? '-'
    byIdentity.set(name, [...(byIdentity.get(name) ?? []), event])
  }
  test.each([...byIdentity])('%s: the policy allows exactly the calls that it was made from', (_, events) => {
    const policy = policyOf(events)
    const needed = events.flatMap((event) => permissionsOf(event) ?? [])
    for (const { action, resources } of needed)
      for (const resource of resources) expect(allows(policy, action, resource)).toBe(true)
    // Nothing that no call needed.
    for (const { Action, Resource } of policy.Statement) {
      for (const action of Action) {
        const used = new Set(needed.filter((one) => one.action === action).flatMap((one) => one.resources))
        for (const resource of Resource) expect(used).toContain(resource)
      }
    }
    expect(allows(policy, 'iam:CreateLoginProfile', '*')).toBe(
      needed.some(({ action }) => action === 'iam:CreateLoginProfile'),
    )
  })
})

test.each<[string, object, unknown]>([
  [
    'an object, in its partition',
    {
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      awsRegion: 'cn-north-1',
      requestParameters: { bucketName: 'b', key: 'a b/c' },
    },
    [{ action: 's3:GetObject', resources: ['arn:aws-cn:s3:::b/a b/c'] }],
  ],
  [
    'a key with a wildcard in it, which would allow more',
    {
      eventSource: 's3.amazonaws.com',
      eventName: 'PutObject',
      requestParameters: { bucketName: 'b', key: '*x' },
    },
    [{ action: 's3:PutObject', resources: ['arn:aws:s3:::b/*'] }],
  ],
  [
    'a bucket',
    { eventSource: 's3.amazonaws.com', eventName: 'ListObjects', requestParameters: { bucketName: 'b' } },
    [{ action: 's3:ListBucket', resources: ['arn:aws:s3:::b'] }],
  ],
  [
    'a role that is passed',
    {
      eventSource: 'lambda.amazonaws.com',
      eventName: 'CreateFunction20150331',
      requestParameters: { role: 'arn:aws:iam::123456789012:role/fn' },
    },
    [
      { action: 'lambda:CreateFunction', resources: ['*'] },
      { action: 'iam:PassRole', resources: ['arn:aws:iam::123456789012:role/fn'] },
    ],
  ],
  [
    'a source identity, only when the request has one',
    {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      requestParameters: { roleArn: 'arn:aws:iam::123456789012:role/r', sourceIdentity: 'ann' },
    },
    [
      { action: 'sts:AssumeRole', resources: ['arn:aws:iam::123456789012:role/r'] },
      { action: 'sts:SetSourceIdentity', resources: ['arn:aws:iam::123456789012:role/r'] },
    ],
  ],
  [
    'a call that needs no permission',
    { eventSource: 'sts.amazonaws.com', eventName: 'GetCallerIdentity' },
    [],
  ],
  [
    'a sign-in',
    { eventSource: 'signin.amazonaws.com', eventName: 'ConsoleLogin', eventType: 'AwsConsoleSignIn' },
    undefined,
  ],
  ['a forged name', { eventSource: 's3.amazonaws.com', eventName: '*' }, undefined],
])('%s', (_, record, permissions) => {
  expect(permissionsOf(eventFrom(record))).toEqual(permissions)
})

test('what a policy grants', () => {
  const policy = {
    Statement: [
      { Effect: 'Allow', Action: ['s3:Get*', 'ec2:*'], Resource: '*' },
      { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' },
      { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
    ],
  }
  expect(grantedActions(JSON.stringify(policy))).toEqual(['ec2:*', 's3:Get*', 's3:PutObject'])
  expect(grantedActions('{}')).toBeUndefined()
  expect(grantedActions('no')).toBeUndefined()
})
