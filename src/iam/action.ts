// The IAM action of a call. Most actions are the service's prefix and the event's name; the exceptions below are from
// the service authorization reference. The result is a guess, because the record does not contain the checked action.

import type { Event } from '../event/event.ts'
import { eventName, eventSource } from '../event/names.ts'
import { ownText } from '../util/json.ts'
import { actionFacts } from './reference.ts'

/** Action prefixes that differ from the first label of the service's host name. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['email', 'ses'],
  ['entitlement.marketplace', 'aws-marketplace'],
  ['metering.marketplace', 'aws-marketplace'],
  ['monitoring', 'cloudwatch'],
  ['servicecatalog-appregistry', 'servicecatalog'],
  ['tagging', 'tag'],
  ['models.lex', 'lex'],
  ['runtime.lex', 'lex'],
  ['runtime.sagemaker', 'sagemaker'],
  ['streams.dynamodb', 'dynamodb'],
])

const RENAMED: ReadonlyMap<string, string> = new Map([
  ['budgets:DescribeBudgets', 'budgets:ViewBudget'],
  ['lambda:Invoke', 'lambda:InvokeFunction'],
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

const VERSIONED: ReadonlySet<string> = new Set([
  's3:GetObject',
  's3:DeleteObject',
  's3:GetObjectAcl',
  's3:PutObjectAcl',
  's3:GetObjectTagging',
  's3:PutObjectTagging',
  's3:DeleteObjectTagging',
])

interface Action {
  /** `s3` */
  readonly service: string
  /** `ListBucket` */
  readonly name: string
}

/** `s3:ListBucket` for a call of ListObjects; undefined where the record names no call, or the reference has no action for it. */
export function actionOf(event: Event): string | undefined {
  const call = callOf(event)
  if (call === undefined) return undefined
  const { service, name } = call
  const renamed = RENAMED.get(`${service}:${name}`)
  const action = renamed ?? `${service}:${name}`
  // A version is asked for by an action of its own.
  if (VERSIONED.has(action) && ownText(event.part('requestParameters'), 'versionId') !== undefined)
    return action.replace(/(Object)(Tagging|Acl)?$/, '$1Version$2')
  if (renamed !== undefined) return renamed
  if (service === 'apigateway') return apiGatewayAction(name)
  // S3 names many things of a bucket without saying so: GetBucketInventoryConfiguration is s3:GetInventoryConfiguration.
  const shorter = service === 's3' ? name.replace('Bucket', '') : name
  const facts = actionFacts(service, name) ?? actionFacts(service, shorter)
  return facts && `${service}:${facts.name}`
}

/** The same, and where there is no action for it, the call in the same form: of what is shown and not granted. */
export function actionOrCall(event: Event): string | undefined {
  const call = callOf(event)
  return actionOf(event) ?? (call && `${call.service}:${call.name}`)
}

function callOf(event: Event): Action | undefined {
  const source = eventSource(event)
  const name = eventName(event)
  if (source === undefined || name === undefined) return undefined
  const host = source.replace(/\.amazonaws\.com(?:\.cn)?$/, '')
  const service = PREFIXES.get(host) ?? host.split('.')[0]!
  // Lambda and CloudFront put the version of the API behind the name.
  return { service, name: name.replace(/\d{4}_?\d{2}_?\d{2}(?:v\d+)?$/, '') }
}

/** There the action is the method of the request. */
function apiGatewayAction(name: string): string | undefined {
  const method = API_METHODS.find(([verbs]) => verbs.test(name))?.[1]
  return method && `apigateway:${method}`
}

const API_METHODS: readonly (readonly [verbs: RegExp, method: string])[] = [
  [/^(?:Get|Export)/, 'GET'],
  [/^(?:Create|Generate|Test)/, 'POST'],
  [/^(?:Update)/, 'PATCH'],
  [/^(?:Put|Import|Tag)/, 'PUT'],
  [/^(?:Delete|Flush|Untag)/, 'DELETE'],
]
