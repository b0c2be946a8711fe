import { expect, test } from 'vitest'
import { target } from '../../../src/event/target.ts'
import { ALL, eventFrom } from './records.ts'

const instances = (count: number) => ({
  instancesSet: { items: Array.from({ length: count }, (_, i) => ({ instanceId: `i-${i + 1}` })) },
})

test.each<
  [service: string, event: string, request: unknown, response: unknown, expected: string | undefined]
>([
  ['s3', 'DeleteBucket', { bucketName: 'b' }, null, 'b'],
  ['s3', 'GetObject', { bucketName: 'b', key: '2024/k' }, null, 'b/2024/k'],
  ['ec2', 'StopInstances', instances(3), null, 'i-1, i-2, i-3'],
  ['ec2', 'StopInstances', instances(5), null, 'i-1, i-2, i-3 +2 more'],
  [
    'ec2',
    'CreateSubnet',
    { vpcId: 'vpc-1' },
    { subnet: { subnetId: 'subnet-1', vpcId: 'vpc-1' } },
    'subnet-1',
  ],
  ['ec2', 'CreateRoute', { routeTableId: 'rtb-1', gatewayId: 'igw-1' }, null, 'rtb-1, igw-1'],
  [
    'iam',
    'CreateUser',
    { userName: 'bob' },
    { user: { arn: 'arn:aws:iam::1:user/bob', userId: 'AIDA1', userName: 'bob' } },
    'bob',
  ],
  ['iam', 'CreateAccessKey', { userName: 'bob' }, { accessKey: { accessKeyId: 'AKIA1' } }, 'bob, AKIA1'],
  [
    'iam',
    'AttachRolePolicy',
    { policyArn: 'arn:aws:iam::aws:policy/X', roleName: 'Web' },
    null,
    'Web, arn:aws:iam::aws:policy/X',
  ],
  ['iam', 'AddUserToGroup', { groupName: 'Admin', userName: 'jane' }, null, 'jane, Admin'],
  [
    'cloudtrail',
    'CreateTrail',
    { name: 't', s3BucketName: 'b', cloudWatchLogsRoleArn: 'arn:aws:iam::1:role/r' },
    { trailARN: 'arn:aws:cloudtrail:us-east-1:1:trail/t' },
    't',
  ],
  ['ssm', 'PutParameter', { type: 'String', name: '/prod/db', overwrite: true }, null, '/prod/db'],
  ['ssm', 'StartSession', { target: 'i-1', documentName: 'AWS-StartSSHSession' }, null, 'i-1'],
  ['ssm', 'UpdateInstanceInformation', { platformName: 'Amazon Linux', instanceId: 'i-1' }, null, 'i-1'],
  [
    'lambda',
    'UpdateFunctionCode20150331v2',
    { functionName: 'f' },
    { functionArn: 'arn:aws:lambda:us-east-1:1:function:f:1' },
    'f',
  ],
  ['logs', 'DeleteLogGroup', { logGroupName: '/aws/x' }, null, '/aws/x'],
  ['sqs', 'DeleteQueue', { queueUrl: 'https://sqs.example/q' }, null, 'https://sqs.example/q'],
  ['x', 'Y', { clientToken: 't', clientRequestToken: 'r', thingId: 'id', thingName: 'name' }, null, 'name'],
  ['x', 'Y', { clientRequestTokenId: 't', roleSessionName: 's' }, null, undefined],
  ['x', 'Y', { name: { nested: true } }, null, undefined],
  ['x', 'Y', 'bucketName', null, undefined],
])('%s %s %j', (service, eventName, requestParameters, responseElements, expected) => {
  const record = { eventSource: `${service}.amazonaws.com`, eventName, requestParameters, responseElements }
  expect(target(eventFrom(record))).toBe(expected)
})

test.each<[keyof typeof ALL, string | undefined]>([
  ['rootSignIn', undefined],
  ['deniedBucketPolicy', 'logs-example'],
  ['serviceAssumesRole', 'arn:aws:iam::123456789012:role/Web'],
  ['getObject', 'b/k'],
  ['omittedParameters', 'request parameters omitted (149,893 bytes)'],
  ['insight', undefined],
])('%s', (name, expected) => {
  expect(target(eventFrom(ALL[name]))).toBe(expected)
})

const of = (requestParameters: object) => target(eventFrom({ requestParameters }))

test('parameters that only claim to be omitted by half are shown as what they are', () => {
  expect(of({ omitted: 'true', originalSize: 'many' })).toBe('request parameters omitted')
  expect(of({ omitted: 'false' })).toBeUndefined()
})
