// The IAM action of a call. Most actions are the service's prefix and the event's name; the exceptions below are from
// the service authorization reference. The result is a guess, because the record does not contain the checked action.

import type { Event } from '../event/event.ts'
import { eventName, eventSource } from '../event/names.ts'

/** Action prefixes that differ from the first label of the service's host name. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['email', 'ses'],
  ['entitlement.marketplace', 'aws-marketplace'],
  ['metering.marketplace', 'aws-marketplace'],
  ['monitoring', 'cloudwatch'],
  ['tagging', 'tag'],
  ['models.lex', 'lex'],
  ['runtime.lex', 'lex'],
  ['runtime.sagemaker', 'sagemaker'],
  ['streams.dynamodb', 'dynamodb'],
])

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['s3:CreateMultipartUpload', 's3:PutObject'],
  ['s3:CompleteMultipartUpload', 's3:PutObject'],
  ['s3:CopyObject', 's3:PutObject'],
  ['s3:DeleteBucketCors', 's3:PutBucketCORS'],
  ['s3:DeleteBucketEncryption', 's3:PutEncryptionConfiguration'],
  ['s3:DeleteBucketLifecycle', 's3:PutLifecycleConfiguration'],
  ['s3:DeleteBucketPublicAccessBlock', 's3:PutBucketPublicAccessBlock'],
  ['s3:DeleteBucketReplication', 's3:PutReplicationConfiguration'],
  ['s3:DeleteBucketTagging', 's3:PutBucketTagging'],
  ['s3:DeleteObjects', 's3:DeleteObject'],
  ['s3:GetBucketCors', 's3:GetBucketCORS'],
  ['s3:GetBucketEncryption', 's3:GetEncryptionConfiguration'],
  ['s3:GetBucketLifecycle', 's3:GetLifecycleConfiguration'],
  ['s3:GetBucketReplication', 's3:GetReplicationConfiguration'],
  ['s3:HeadBucket', 's3:ListBucket'],
  ['s3:HeadObject', 's3:GetObject'],
  ['s3:ListBuckets', 's3:ListAllMyBuckets'],
  ['s3:ListMultipartUploads', 's3:ListBucketMultipartUploads'],
  ['s3:ListObjectVersions', 's3:ListBucketVersions'],
  ['s3:ListObjects', 's3:ListBucket'],
  ['s3:ListObjectsV2', 's3:ListBucket'],
  ['s3:ListParts', 's3:ListMultipartUploadParts'],
  ['s3:PutBucketCors', 's3:PutBucketCORS'],
  ['s3:PutBucketEncryption', 's3:PutEncryptionConfiguration'],
  ['s3:PutBucketLifecycle', 's3:PutLifecycleConfiguration'],
  ['s3:PutBucketReplication', 's3:PutReplicationConfiguration'],
  ['s3:SelectObjectContent', 's3:GetObject'],
  ['s3:UploadPart', 's3:PutObject'],
  ['s3:UploadPartCopy', 's3:PutObject'],
])

/** `s3:ListBucket` for a ListObjects call; undefined if the record has no service or no event name. */
export function actionOf(event: Event): string | undefined {
  const source = eventSource(event)
  const name = eventName(event)
  if (source === undefined || name === undefined) return undefined
  const host = source.replace(/\.amazonaws\.com(?:\.cn)?$/, '')
  const prefix = PREFIXES.get(host) ?? host.split('.')[0]!
  // Lambda and CloudFront append the API version to the event name.
  const action = `${prefix}:${name.replace(/\d{4}_?\d{2}_?\d{2}(?:v\d+)?$/, '')}`
  return RENAMED.get(action) ?? action
}
