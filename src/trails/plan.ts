// A new trail as plain data: what AWS's tutorial creates in its second step, with the requests in an order in which
// nothing is ever public, or recorded without having been requested. Pure: no request, no credentials.

import { createHash } from 'node:crypto'
import { shellLine } from '../format/shell.ts'
import { partitionOf } from '../util/partition.ts'

export interface TrailPlan {
  readonly name: string
  readonly region: string
  /** Undefined for the account of the credentials that carry out the plan. */
  readonly account: string | undefined
  readonly bucket: string
  /** Without a trailing `/`; empty for none. */
  readonly prefix: string
  readonly isMultiRegion: boolean
  /** `o-…` */
  readonly organization: string | undefined
  readonly kmsKey: string | undefined
  readonly management: Management
  /** Services whose management events are excluded. */
  readonly excluded: readonly string[]
  readonly data: readonly DataEvents[]
  readonly insights: boolean
  readonly tags: readonly Tag[]
}

export const MANAGEMENT = ['All', 'ReadOnly', 'WriteOnly'] as const
export type Management = (typeof MANAGEMENT)[number]

export interface DataEvents {
  readonly type: string
  /** Prefix of their ARNs; undefined for all. */
  readonly arn: string | undefined
}

export interface Tag {
  readonly Key: string
  readonly Value: string
}

/** Placeholder for the account in names and policies until it is known. No bucket or trail name can contain it. */
export const ACCOUNT = '{account}'

/** Like the console's proposal, but always the same for the same trail. */
export function proposedBucket(name: string, region: string): string {
  const suffix = createHash('sha256').update(`${region} ${name}`).digest('hex').slice(0, 8)
  return `aws-cloudtrail-logs-${ACCOUNT}-${suffix}`
}

export function withAccount(text: string, account: string): string {
  return text.replaceAll(ACCOUNT, account)
}

export function trailArn({ name, region, account = ACCOUNT }: TrailPlan): string {
  return `arn:${partitionOf(region)}:cloudtrail:${region}:${account}:trail/${name}`
}

/** Allows CloudTrail to write for this trail only. */
export function bucketPolicy(plan: TrailPlan): object {
  const { bucket, prefix, region, organization, account = ACCOUNT } = plan
  const arn = `arn:${partitionOf(region)}:s3:::${bucket}`
  const logs = `${arn}/${prefix === '' ? '' : `${prefix}/`}AWSLogs`
  const source = { 'aws:SourceArn': trailArn(plan) }
  const write = (Sid: string, folder: string): object => ({
    Sid,
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: `${logs}/${folder}/*`,
    Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', ...source } },
  })
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AWSCloudTrailAclCheck20150319',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:GetBucketAcl',
        Resource: arn,
        Condition: { StringEquals: source },
      },
      write('AWSCloudTrailWrite20150319', account),
      ...(organization === undefined ? [] : [write('AWSCloudTrailOrganizationWrite20150319', organization)]),
    ],
  }
}

/** Events of IAM, STS and CloudFront are recorded in one Region. */
export function hasGlobalEvents({ isMultiRegion, region }: TrailPlan): boolean {
  return isMultiRegion || region === 'us-east-1'
}

export const PUBLIC_ACCESS_BLOCK = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
} as const

export const ENCRYPTION = {
  Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
} as const

export interface AdvancedSelector {
  readonly Name: string
  readonly FieldSelectors: readonly {
    readonly Field: string
    readonly Equals?: string[]
    readonly NotEquals?: string[]
    readonly StartsWith?: string[]
  }[]
}

/** Undefined if the trail's default is requested: all management events, and nothing else. */
export function selectorsOf({
  management,
  excluded,
  data,
}: TrailPlan): readonly AdvancedSelector[] | undefined {
  if (management === 'All' && excluded.length === 0 && data.length === 0) return undefined
  return [
    {
      Name: 'Management events',
      FieldSelectors: [
        { Field: 'eventCategory', Equals: ['Management'] },
        ...(management === 'All' ? [] : [{ Field: 'readOnly', Equals: [String(management === 'ReadOnly')] }]),
        ...(excluded.length === 0 ? [] : [{ Field: 'eventSource', NotEquals: [...excluded] }]),
      ],
    },
    ...data.map(({ type, arn }) => ({
      Name: `Data events of ${type}`,
      FieldSelectors: [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: [type] },
        ...(arn === undefined ? [] : [{ Field: 'resources.ARN', StartsWith: [arn] }]),
      ],
    })),
  ]
}

export const INSIGHT_TYPES = ['ApiCallRateInsight', 'ApiErrorRateInsight'] as const

/** The requests, with the API's parameters. `undo` is the command that reverts the step. */
export interface Step {
  readonly operation:
    | 'CreateBucket'
    | 'PutPublicAccessBlock'
    | 'PutBucketEncryption'
    | 'PutBucketTagging'
    | 'PutBucketPolicy'
    | 'CreateTrail'
    | 'PutEventSelectors'
    | 'PutInsightSelectors'
    | 'StartLogging'
  readonly input: object
  readonly what: string
  readonly undo?: string
}

/** The steps in the safe order. The account must be known. */
export function stepsOf(plan: TrailPlan & { readonly account: string }): readonly Step[] {
  const { name, region, prefix, isMultiRegion, organization, kmsKey, tags, insights } = plan
  const Bucket = withAccount(plan.bucket, plan.account)
  const selectors = selectorsOf(plan)
  const policy = bucketPolicy({ ...plan, bucket: Bucket })
  return [
    {
      operation: 'CreateBucket',
      input: {
        Bucket,
        ...(region !== 'us-east-1' && { CreateBucketConfiguration: { LocationConstraint: region } }),
      },
      what: `bucket ${Bucket}`,
      undo: shellLine(['aws', 's3api', 'delete-bucket', '--bucket', Bucket, '--region', region]),
    },
    {
      operation: 'PutPublicAccessBlock',
      input: { Bucket, PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCK },
      what: 'its public access block',
    },
    {
      operation: 'PutBucketEncryption',
      input: { Bucket, ServerSideEncryptionConfiguration: ENCRYPTION },
      what: 'its encryption',
    },
    ...(tags.length === 0
      ? []
      : [
          {
            operation: 'PutBucketTagging',
            input: { Bucket, Tagging: { TagSet: tags } },
            what: 'its tags',
          } as const,
        ]),
    { operation: 'PutBucketPolicy', input: { Bucket, Policy: JSON.stringify(policy) }, what: 'its policy' },
    {
      operation: 'CreateTrail',
      input: {
        Name: name,
        S3BucketName: Bucket,
        ...(prefix !== '' && { S3KeyPrefix: prefix }),
        IncludeGlobalServiceEvents: hasGlobalEvents(plan),
        IsMultiRegionTrail: isMultiRegion,
        EnableLogFileValidation: true,
        ...(kmsKey !== undefined && { KmsKeyId: kmsKey }),
        ...(organization !== undefined && { IsOrganizationTrail: true }),
        ...(tags.length > 0 && { TagsList: tags }),
      },
      what: `trail ${name}`,
      undo: shellLine(['aws', 'cloudtrail', 'delete-trail', '--name', name, '--region', region]),
    },
    ...(selectors === undefined
      ? []
      : [
          {
            operation: 'PutEventSelectors',
            input: { TrailName: name, AdvancedEventSelectors: selectors },
            what: 'which events it records',
          } as const,
        ]),
    ...(insights
      ? [
          {
            operation: 'PutInsightSelectors',
            input: {
              TrailName: name,
              InsightSelectors: INSIGHT_TYPES.map((InsightType) => ({ InsightType })),
            },
            what: 'Insights',
          } as const,
        ]
      : []),
    { operation: 'StartLogging', input: { Name: name }, what: 'its start' },
  ]
}
