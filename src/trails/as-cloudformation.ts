// A plan as a CloudFormation template, in JSON.

import {
  ACCOUNT,
  bucketPolicy,
  ENCRYPTION,
  hasGlobalEvents,
  INSIGHT_TYPES,
  PUBLIC_ACCESS_BLOCK,
  selectorsOf,
  type TrailPlan,
} from './plan.ts'

export function asCloudFormation(plan: TrailPlan): string {
  const { name, region, prefix, isMultiRegion, organization, kmsKey, insights, tags } = plan
  const selectors = selectorsOf(plan)
  const some = tags.length > 0 && { Tags: tags }
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The trail ${name} and its bucket. Its home Region is the one in which the stack is made: ${region}.`,
    Resources: {
      Bucket: {
        Type: 'AWS::S3::Bucket',
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          BucketName: plan.bucket,
          PublicAccessBlockConfiguration: PUBLIC_ACCESS_BLOCK,
          BucketEncryption: {
            ServerSideEncryptionConfiguration: ENCRYPTION.Rules.map((rule) => ({
              ServerSideEncryptionByDefault: rule.ApplyServerSideEncryptionByDefault,
            })),
          },
          ...some,
        },
      },
      BucketPolicy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: bucketPolicy(plan) },
      },
      Trail: {
        Type: 'AWS::CloudTrail::Trail',
        // CloudTrail tests that it can write to the bucket when the trail is created.
        DependsOn: 'BucketPolicy',
        Properties: {
          TrailName: name,
          S3BucketName: { Ref: 'Bucket' },
          ...(prefix !== '' && { S3KeyPrefix: prefix }),
          IsLogging: true,
          IsMultiRegionTrail: isMultiRegion,
          IncludeGlobalServiceEvents: hasGlobalEvents(plan),
          EnableLogFileValidation: true,
          ...(kmsKey !== undefined && { KMSKeyId: kmsKey }),
          ...(organization !== undefined && { IsOrganizationTrail: true }),
          ...(selectors === undefined
            ? { EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }] }
            : { AdvancedEventSelectors: selectors }),
          ...(insights && { InsightSelectors: INSIGHT_TYPES.map((InsightType) => ({ InsightType })) }),
          ...some,
        },
      },
    },
    Outputs: { TrailArn: { Value: { 'Fn::GetAtt': ['Trail', 'Arn'] } } },
  }
  return `${JSON.stringify(template, substituted, 2)}\n`
}

// Inserts the account in which the stack is created, wherever the text contains it.
function substituted(_: string, value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes(ACCOUNT)) return value
  return { 'Fn::Sub': value.replaceAll('${', '${!').replaceAll(ACCOUNT, '${AWS::AccountId}') }
}
