import { expect, test } from 'vitest'
import { parseS3Uri } from '../../../../src/source/s3/uri.ts'

const ARN = 'arn:aws:s3:eu-west-1:123456789012:accesspoint/audit'

test.each([
  ['s3://logs', 'logs', ''],
  ['s3://logs/', 'logs', ''],
  ['S3://logs/a/b', 'logs', 'a/b'],
  ['s3://logs//a', 'logs', '/a'],
  ['s3://Old_Bucket/x?y#z', 'Old_Bucket', 'x?y#z'],
  ['s3://logs/two\nlines', 'logs', 'two\nlines'],
  [`s3://${ARN}`, ARN, ''],
  [`s3://${ARN}/AWSLogs/`, ARN, 'AWSLogs/'],
  [`s3://${ARN.replace('accesspoint/', 'accesspoint:')}/a`, ARN.replace('accesspoint/', 'accesspoint:'), 'a'],
])('%j', (uri, bucket, prefix) => {
  expect(parseS3Uri(uri)).toEqual({ bucket, prefix })
})
