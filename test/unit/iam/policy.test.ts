import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Event } from '../../../src/event/event.ts'
import { who } from '../../../src/event/who.ts'
import { isError } from '../../../src/event/failure.ts'
import { permissionsOf, policyDocument, type PolicyDocument } from '../../../src/iam/policy.ts'
import { ROOT } from '../../helpers/root.ts'
import { eventFrom } from '../event/records.ts'

function fits(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
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

const trees = ['samples/logs/organization', 'samples/chains'].map((tree) => join(ROOT, tree))
const samples = trees
  .flatMap((tree) => readdirSync(tree, { recursive: true, encoding: 'utf8' }).map((file) => join(tree, file)))
  .filter((file) => file.endsWith('.json.gz') && !/Insight|Aggregated|Network|Config/.test(file))
  .flatMap((file) => {
    const { Records = [] } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
      Records?: object[]
    }
    return Records.map(eventFrom)
  })
  .filter((event) => !isError(event))

describe('for each identity of the samples', () => {
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

  // Of another's call, only what is the same action on the same thing, or on anything.
  test.each([...byIdentity])('%s: the calls of the others are refused', (name, events) => {
    const policy = policyOf(events)
    const own = events.flatMap((event) => permissionsOf(event) ?? [])
    let refused = 0
    for (const [other, calls] of byIdentity) {
      if (other === name) continue
      for (const { action, resources } of calls.flatMap((event) => permissionsOf(event) ?? [])) {
        for (const resource of resources) {
          const isOwn = own.some(
            (one) =>
              one.action === action && (one.resources.includes('*') || one.resources.includes(resource)),
          )
          expect([action, resource, allows(policy, action, resource)]).toEqual([action, resource, isOwn])
          if (!isOwn) refused++
        }
      }
    }
    expect(refused).toBeGreaterThan(0)
  })

  test.each([...byIdentity])('%s: the policy is one that IAM takes', (_, events) => {
    const policy = JSON.parse(JSON.stringify(policyOf(events))) as PolicyDocument
    expect(Object.keys(policy)).toEqual(['Version', 'Statement'])
    expect(policy.Version).toBe('2012-10-17')
    for (const one of policy.Statement) {
      expect(Object.keys(one)).toEqual(['Effect', 'Action', 'Resource'])
      expect(one.Effect).toBe('Allow')
      expect(one.Action.length).toBeGreaterThan(0)
      expect(one.Resource.length).toBeGreaterThan(0)
      for (const action of one.Action) expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z0-9]+$/)
      for (const resource of one.Resource)
        expect(resource).toMatch(/^(?:\*|arn:aws(?:-cn|-us-gov)?:[a-z0-9-]+:[a-z0-9-]*:\d*:.+)$/)
    }
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
  [
    'an object that gets an ACL, tags and the encryption of a key',
    {
      eventSource: 's3.amazonaws.com',
      eventName: 'PutObject',
      awsRegion: 'us-gov-west-1',
      requestParameters: {
        bucketName: 'b',
        key: 'k',
        'x-amz-acl': 'public-read',
        'x-amz-tagging': 'a=b',
        'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/1',
      },
    },
    [
      { action: 's3:PutObject', resources: ['arn:aws-us-gov:s3:::b/k'] },
      { action: 's3:PutObjectAcl', resources: ['arn:aws-us-gov:s3:::b/k'] },
      { action: 's3:PutObjectTagging', resources: ['arn:aws-us-gov:s3:::b/k'] },
      { action: 'kms:GenerateDataKey', resources: ['arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/1'] },
    ],
  ],
  [
    'a version of an object',
    {
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      requestParameters: { bucketName: 'b', key: 'k', versionId: 'v' },
    },
    [{ action: 's3:GetObjectVersion', resources: ['arn:aws:s3:::b/k'] }],
  ],
  [
    'a table, put together of its parts',
    {
      eventSource: 'dynamodb.amazonaws.com',
      eventName: 'UpdateTable',
      awsRegion: 'cn-north-1',
      recipientAccountId: '123456789012',
      requestParameters: { tableName: 't' },
    },
    [{ action: 'dynamodb:UpdateTable', resources: ['arn:aws-cn:dynamodb:cn-north-1:123456789012:table/t'] }],
  ],
  [
    'a table that is only described',
    {
      eventSource: 'dynamodb.amazonaws.com',
      eventName: 'DescribeTable',
      readOnly: true,
      awsRegion: 'eu-west-1',
      recipientAccountId: '123456789012',
      requestParameters: { tableName: 't' },
    },
    [
      {
        action: 'dynamodb:DescribeTable',
        resources: ['arn:aws:dynamodb:eu-west-1:123456789012:table/t'],
      },
    ],
  ],
  [
    'a route table and the subnet that it is for',
    {
      eventSource: 'ec2.amazonaws.com',
      eventName: 'AssociateRouteTable',
      awsRegion: 'eu-west-1',
      recipientAccountId: '123456789012',
      requestParameters: { routeTableId: 'rtb-0a', subnetId: 'subnet-0b' },
    },
    [
      {
        action: 'ec2:AssociateRouteTable',
        resources: [
          'arn:aws:ec2:eu-west-1:123456789012:route-table/rtb-0a',
          'arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-0b',
        ],
      },
    ],
  ],
  [
    'a database, which takes groups by default that the call does not tell',
    {
      eventSource: 'rds.amazonaws.com',
      eventName: 'CreateDBInstance',
      awsRegion: 'eu-west-1',
      recipientAccountId: '123456789012',
      requestParameters: { dBInstanceIdentifier: 'db' },
    },
    [{ action: 'rds:CreateDBInstance', resources: ['*'] }],
  ],
  [
    'a database that exists',
    {
      eventSource: 'rds.amazonaws.com',
      eventName: 'ModifyDBInstance',
      awsRegion: 'eu-west-1',
      recipientAccountId: '123456789012',
      requestParameters: { dBInstanceIdentifier: 'db' },
    },
    [{ action: 'rds:ModifyDBInstance', resources: ['arn:aws:rds:eu-west-1:123456789012:db:db'] }],
  ],
  [
    'a command for instances that are chosen by their tags',
    {
      eventSource: 'ssm.amazonaws.com',
      eventName: 'SendCommand',
      awsRegion: 'eu-west-1',
      recipientAccountId: '123456789012',
      requestParameters: { documentName: 'mine', targets: [{ key: 'tag:a', values: ['b'] }] },
    },
    [{ action: 'ssm:SendCommand', resources: ['*'] }],
  ],
  [
    'a table of which the account is not known',
    {
      eventSource: 'dynamodb.amazonaws.com',
      eventName: 'UpdateTable',
      awsRegion: 'cn-north-1',
      requestParameters: { tableName: 't' },
    },
    [{ action: 'dynamodb:UpdateTable', resources: ['*'] }],
  ],
  [
    'a secret by its name, of which the ARN has six letters more',
    {
      eventSource: 'secretsmanager.amazonaws.com',
      eventName: 'PutSecretValue',
      awsRegion: 'eu-west-1',
      recipientAccountId: '123456789012',
      requestParameters: { secretId: 'db' },
    },
    [
      {
        action: 'secretsmanager:PutSecretValue',
        resources: ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-??????'],
      },
    ],
  ],
  [
    'a secret by its name and its ARN',
    {
      eventSource: 'secretsmanager.amazonaws.com',
      eventName: 'PutSecretValue',
      awsRegion: 'eu-west-1',
      recipientAccountId: '123456789012',
      requestParameters: { secretId: 'db' },
      resources: [{ ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf' }],
    },
    [
      {
        action: 'secretsmanager:PutSecretValue',
        resources: ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf'],
      },
    ],
  ],
  [
    'a secret with a wildcard in its name',
    {
      eventSource: 'secretsmanager.amazonaws.com',
      eventName: 'PutSecretValue',
      awsRegion: 'eu-west-1',
      recipientAccountId: '123456789012',
      requestParameters: { secretId: 'd*' },
    },
    [{ action: 'secretsmanager:PutSecretValue', resources: ['*'] }],
  ],
  [
    'a key that the record names',
    {
      eventSource: 'kms.amazonaws.com',
      eventName: 'Decrypt',
      awsRegion: 'eu-west-1',
      resources: [{ type: 'AWS::KMS::Key', ARN: 'arn:aws:kms:eu-west-1:123456789012:key/1' }],
    },
    [{ action: 'kms:Decrypt', resources: ['arn:aws:kms:eu-west-1:123456789012:key/1'] }],
  ],
  [
    'a role with tags, whose path is not known',
    {
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateUser',
      awsRegion: 'us-east-1',
      recipientAccountId: '123456789012',
      requestParameters: { userName: 'ann', tags: [{ key: 'a', value: 'b' }] },
    },
    [
      { action: 'iam:CreateUser', resources: ['*'] },
      { action: 'iam:TagUser', resources: ['*'] },
    ],
  ],
  [
    'no tags that are not there',
    {
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateUser',
      requestParameters: { userName: 'ann', tags: [] },
    },
    [{ action: 'iam:CreateUser', resources: ['*'] }],
  ],
  [
    'an API, whose action is the method',
    { eventSource: 'apigateway.amazonaws.com', eventName: 'GetRestApis' },
    [{ action: 'apigateway:GET', resources: ['*'] }],
  ],
  [
    'a call that the reference does not know',
    { eventSource: 's3.amazonaws.com', eventName: 'GetStorageLensDashboardDataInternal' },
    undefined,
  ],
  ['a forged name', { eventSource: 's3.amazonaws.com', eventName: '*' }, undefined],
])('%s', (_, record, permissions) => {
  expect(permissionsOf(eventFrom(record))).toEqual(permissions)
})

const copying = (source: string, more: object = {}): Event =>
  eventFrom({
    eventSource: 's3.amazonaws.com',
    eventName: 'CopyObject',
    awsRegion: 'eu-west-1',
    requestParameters: { bucketName: 'b', key: 'k', 'x-amz-copy-source': source, ...more },
  })
const written = { action: 's3:PutObject', resources: ['arn:aws:s3:::b/k'] }

test.each<[string, string, object, unknown[]]>([
  ['a path', '/from/a/b.txt', {}, [{ action: 's3:GetObject', resources: ['arn:aws:s3:::from/a/b.txt'] }]],
  ['without a slash', 'from/a', {}, [{ action: 's3:GetObject', resources: ['arn:aws:s3:::from/a'] }]],
  [
    'percent-encoded',
    'from/a%20%C3%A9',
    {},
    [{ action: 's3:GetObject', resources: ['arn:aws:s3:::from/a \u00e9'] }],
  ],
  [
    'a version of an object',
    'from/a?versionId=v1',
    {},
    [{ action: 's3:GetObjectVersion', resources: ['arn:aws:s3:::from/a'] }],
  ],
  [
    'with its tags',
    'from/a',
    { 'x-amz-tagging-directive': 'COPY' },
    [
      { action: 's3:GetObject', resources: ['arn:aws:s3:::from/a'] },
      { action: 's3:GetObjectTagging', resources: ['arn:aws:s3:::from/a'] },
      { action: 's3:PutObjectTagging', resources: ['arn:aws:s3:::b/k'] },
    ],
  ],
  [
    'with other tags',
    'from/a',
    { 'x-amz-tagging-directive': 'REPLACE', 'x-amz-tagging': 'a=b' },
    [
      { action: 's3:PutObjectTagging', resources: ['arn:aws:s3:::b/k'] },
      { action: 's3:GetObject', resources: ['arn:aws:s3:::from/a'] },
    ],
  ],
  [
    'through an access point',
    'arn:aws:s3:eu-west-1:123456789012:accesspoint/ap/object/a',
    {},
    [{ action: 's3:GetObject', resources: ['arn:aws:s3:eu-west-1:123456789012:accesspoint/ap/object/a'] }],
  ],
  [
    'a wildcard in the key',
    'from/a%2A',
    {},
    [{ action: 's3:GetObject', resources: ['arn:aws:s3:::from/*'] }],
  ],
  ['a broken encoding', 'from/%', {}, [{ action: 's3:GetObject', resources: ['*'] }]],
])('a copy reads its source: %s', (_, source, more, read) => {
  expect(permissionsOf(copying(source, more))).toEqual([written, ...read])
  const part = { ...copying(source, more).record, eventName: 'UploadPartCopy' }
  expect(permissionsOf(eventFrom(part))).toEqual([written, ...read])
})
