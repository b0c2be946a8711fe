// A plan as a script of AWS CLI commands. It stops at the first command that fails.

import { shellWord } from '../format/shell.ts'
import {
  ACCOUNT,
  bucketPolicy,
  hasGlobalEvents,
  selectorsOf,
  stepsOf,
  type Step,
  type TrailPlan,
} from './plan.ts'

const VARIABLE = '$ACCOUNT'

export function asCli(plan: TrailPlan): string {
  const { name, region } = plan
  const steps = stepsOf({ ...plan, account: plan.account ?? ACCOUNT })
  const asksAccount = plan.account === undefined
  const lines = [
    '#!/usr/bin/env bash',
    `# The trail ${name} and its bucket, in the order in which nothing is open or recorded that was not asked for.`,
    'set -euo pipefail',
    ...(asksAccount
      ? [`ACCOUNT=$(aws sts get-caller-identity --query Account --output text --region ${region})`]
      : []),
    `BUCKET=${plan.bucket.replaceAll(ACCOUNT, VARIABLE)}`,
    ...(plan.kmsKey === undefined
      ? []
      : [
          '# The policy of the key must let CloudTrail use it: kms:GenerateDataKey* and kms:DescribeKey for cloudtrail.amazonaws.com.',
        ]),
    '',
    ...steps.flatMap((step) => [...commandOf(step, plan), '']),
    '# To take it back: stop it, and delete the bucket only when its logs are not needed any more.',
    `# aws cloudtrail delete-trail --name ${name} --region ${region}`,
  ]
  return `${lines.join('\n')}\n`
}

function commandOf({ operation, input }: Step, plan: TrailPlan): readonly string[] {
  const { name, region, prefix, isMultiRegion, organization, kmsKey, tags } = plan
  const s3 = (command: string, ...words: string[]): string[] => [
    `aws s3api ${command} --bucket "$BUCKET" --region ${region}`,
    ...words,
  ]
  switch (operation) {
    case 'CreateBucket':
      return broken(
        s3(
          'create-bucket',
          ...(region === 'us-east-1' ? [] : [`--create-bucket-configuration LocationConstraint=${region}`]),
        ),
      )
    case 'PutPublicAccessBlock':
      return broken(
        s3(
          'put-public-access-block',
          '--public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
        ),
      )
    case 'PutBucketEncryption':
      return broken(
        s3(
          'put-bucket-encryption',
          `--server-side-encryption-configuration ${json((input as { ServerSideEncryptionConfiguration: object }).ServerSideEncryptionConfiguration)}`,
        ),
      )
    case 'PutBucketTagging':
      return broken(s3('put-bucket-tagging', `--tagging ${json({ TagSet: tags })}`))
    case 'PutBucketPolicy': {
      const policy = JSON.stringify(bucketPolicy({ ...plan, bucket: '$BUCKET' }), undefined, 2)
      return [
        ...broken(s3('put-bucket-policy', '--policy file:///dev/stdin <<POLICY')),
        policy.replaceAll(ACCOUNT, VARIABLE),
        'POLICY',
      ]
    }
    case 'CreateTrail':
      return broken([
        `aws cloudtrail create-trail --name ${name} --s3-bucket-name "$BUCKET" --region ${region}`,
        ...(prefix === '' ? [] : [`--s3-key-prefix ${shellWord(prefix)}`]),
        isMultiRegion ? '--is-multi-region-trail' : '--no-is-multi-region-trail',
        hasGlobalEvents(plan) ? '--include-global-service-events' : '--no-include-global-service-events',
        '--enable-log-file-validation',
        ...(kmsKey === undefined ? [] : [`--kms-key-id ${kmsKey}`]),
        ...(organization === undefined ? [] : ['--is-organization-trail']),
        ...(tags.length === 0 ? [] : [`--tags-list ${json(tags)}`]),
      ])
    case 'PutEventSelectors':
      return broken([
        `aws cloudtrail put-event-selectors --trail-name ${name} --region ${region}`,
        `--advanced-event-selectors ${json(selectorsOf(plan))}`,
      ])
    case 'PutInsightSelectors':
      return broken([
        `aws cloudtrail put-insight-selectors --trail-name ${name} --region ${region}`,
        `--insight-selectors ${json((input as { InsightSelectors: object }).InsightSelectors)}`,
      ])
    case 'StartLogging':
      return [`aws cloudtrail start-logging --name ${name} --region ${region}`]
  }
}

function broken(words: readonly string[]): string[] {
  return words.map((word, i) => `${i === 0 ? '' : '  '}${word}${i === words.length - 1 ? '' : ' \\'}`)
}

function json(value: unknown): string {
  return shellWord(JSON.stringify(value))
}
