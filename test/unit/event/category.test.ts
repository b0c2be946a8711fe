import { expect, test } from 'vitest'
import type { Category } from '../../../src/event/category.ts'
import { category } from '../../../src/event/category.ts'
import { ALL, eventFrom } from './records.ts'

test.each<[keyof typeof ALL, Category]>([
  ['rootSignIn', 'Management'],
  ['getObject', 'Data'],
  ['endpointDenied', 'NetworkActivity'],
  ['insight', 'Insight'],
  ['aggregated', 'Aggregated'],
  ['oldRecord', 'Management'],
])('%s says %s, and would be recognised without', (name, expected) => {
  const record = ALL[name]
  expect(category(eventFrom(record))).toBe(expected)
  expect(category(eventFrom({ ...record, eventCategory: undefined }))).toBe(expected)
})

const object = [{ type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::b/k' }]

test.each<[string, object, Category]>([
  [
    'managementEvent true',
    { eventName: 'GetObject', managementEvent: true, resources: object },
    'Management',
  ],
  ['managementEvent "false"', { eventName: 'CreateBucket', managementEvent: 'false' }, 'Data'],
  ['S3 object call', { eventSource: 's3', eventName: 'GetObject', resources: object }, 'Data'],
  ['S3 ACL of an object', { eventSource: 's3', eventName: 'PutObjectAcl', resources: object }, 'Data'],
  ['S3 upload', { eventSource: 's3', eventName: 'UploadPartCopy', resources: object }, 'Data'],
  ['S3 object call without an object', { eventSource: 's3', eventName: 'GetObject' }, 'Management'],
  [
    'S3 resources of a strange shape',
    { eventSource: 's3', eventName: 'GetObject', resources: 'x' },
    'Management',
  ],
  ['S3 bucket call', { eventSource: 's3', eventName: 'PutBucketPolicy', resources: object }, 'Management'],
  ['Lambda invocation', { eventSource: 'lambda', eventName: 'InvokeExecution' }, 'Data'],
  ['Lambda change', { eventSource: 'lambda', eventName: 'CreateFunction20150331' }, 'Management'],
  ['DynamoDB item', { eventSource: 'dynamodb', eventName: 'BatchWriteItem' }, 'Data'],
  ['DynamoDB table', { eventSource: 'dynamodb', eventName: 'DeleteTable' }, 'Management'],
  ['VPC endpoint, as the prose spells it', { eventType: 'AwsVpceEvents' }, 'NetworkActivity'],
  ['an unknown category', { eventCategory: 'Future', managementEvent: false }, 'Data'],
  ['nothing at all', {}, 'Management'],
])('%s', (_, record, expected) => {
  const { eventSource } = record as { eventSource?: string }
  const full = eventSource === undefined ? record : { ...record, eventSource: `${eventSource}.amazonaws.com` }
  expect(category(eventFrom(full))).toBe(expected)
})
