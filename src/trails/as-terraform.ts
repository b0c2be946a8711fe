// A plan as Terraform resources.

import {
  ACCOUNT,
  bucketPolicy,
  hasGlobalEvents,
  INSIGHT_TYPES,
  PUBLIC_ACCESS_BLOCK,
  selectorsOf,
  type TrailPlan,
} from './plan.ts'

export function asTerraform(plan: TrailPlan): string {
  const { name, region, prefix, isMultiRegion, organization, kmsKey, insights, tags } = plan
  const tagged =
    tags.length === 0 ? {} : { tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])) }
  const bucketId = new Expression('aws_s3_bucket.trail.id')
  const trail = [
    ...attributes({
      name,
      s3_bucket_name: bucketId,
      ...(prefix !== '' && { s3_key_prefix: prefix }),
      is_multi_region_trail: isMultiRegion,
      include_global_service_events: hasGlobalEvents(plan),
      enable_log_file_validation: true,
      enable_logging: true,
      ...(kmsKey !== undefined && { kms_key_id: kmsKey }),
      ...(organization !== undefined && { is_organization_trail: true }),
      ...tagged,
      depends_on: new Expression('[aws_s3_bucket_policy.trail]'),
    }),
    ...(selectorsOf(plan) ?? []).flatMap(({ Name, FieldSelectors }) => [
      '',
      ...block('advanced_event_selector', [
        ...attributes({ name: Name }),
        ...FieldSelectors.flatMap(({ Field, Equals, NotEquals, StartsWith }) =>
          block(
            'field_selector',
            attributes({
              field: Field,
              ...(Equals && { equals: Equals }),
              ...(NotEquals && { not_equals: NotEquals }),
              ...(StartsWith && { starts_with: StartsWith }),
            }),
          ),
        ),
      ]),
    ]),
    ...(insights
      ? INSIGHT_TYPES.flatMap((type) => [
          '',
          ...block('insight_selector', attributes({ insight_type: type })),
        ])
      : []),
  ]
  const blocks = [
    block('terraform', block('required_providers', ['aws = {', '  source = "hashicorp/aws"', '}'])),
    block('provider "aws"', attributes({ region })),
    ...(plan.account === undefined ? [['data "aws_caller_identity" "current" {}']] : []),
    block('resource "aws_s3_bucket" "trail"', attributes({ bucket: plan.bucket, ...tagged })),
    block(
      'resource "aws_s3_bucket_public_access_block" "trail"',
      attributes({
        bucket: bucketId,
        block_public_acls: PUBLIC_ACCESS_BLOCK.BlockPublicAcls,
        ignore_public_acls: PUBLIC_ACCESS_BLOCK.IgnorePublicAcls,
        block_public_policy: PUBLIC_ACCESS_BLOCK.BlockPublicPolicy,
        restrict_public_buckets: PUBLIC_ACCESS_BLOCK.RestrictPublicBuckets,
      }),
    ),
    block('resource "aws_s3_bucket_server_side_encryption_configuration" "trail"', [
      ...attributes({ bucket: bucketId }),
      '',
      ...block(
        'rule',
        block('apply_server_side_encryption_by_default', attributes({ sse_algorithm: 'AES256' })),
      ),
    ]),
    block(
      'resource "aws_s3_bucket_policy" "trail"',
      attributes({ bucket: bucketId, policy: new Expression(`jsonencode(${hcl(bucketPolicy(plan))})`) }),
    ),
    block('resource "aws_cloudtrail" "trail"', trail),
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** HCL text that is not a string. */
class Expression {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

function block(head: string, lines: readonly string[]): readonly string[] {
  return [`${head} {`, ...lines.map((line) => (line === '' ? '' : `  ${line}`)), '}']
}

// Aligned as `terraform fmt` does it for consecutive one-line attributes.
function attributes(values: Readonly<Record<string, unknown>>): readonly string[] {
  const written = Object.entries(values).map(([key, value]) => [key, hcl(value)] as const)
  return aligned(written)
}

function aligned(pairs: readonly (readonly [key: string, value: string])[]): readonly string[] {
  const lines: string[] = []
  for (let i = 0; i < pairs.length;) {
    let end = i
    while (end < pairs.length && !pairs[end]![1].includes('\n')) end++
    const width = Math.max(0, ...pairs.slice(i, end).map(([key]) => key.length))
    for (const [key, value] of pairs.slice(i, end)) lines.push(`${key.padEnd(width)} = ${value}`)
    // A value of several lines is not aligned.
    const alone = pairs[end]
    if (alone) lines.push(...`${alone[0]} = ${alone[1]}`.split('\n'))
    i = end + 1
  }
  return lines
}

function hcl(value: unknown): string {
  if (value instanceof Expression) return value.text
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) {
    const all = value.map(hcl)
    if (all.every((one) => !one.includes('\n'))) return `[${all.join(', ')}]`
    return `[\n${all.map((one) => indented(one)).join(',\n')}\n]`
  }
  if (typeof value !== 'object' || value === null) return String(value)
  const pairs = Object.entries(value).map(
    ([key, one]) => [/^[A-Za-z_]\w*$/.test(key) ? key : quoted(key), hcl(one)] as const,
  )
  return `{\n${aligned(pairs)
    .map((line) => `  ${line}`)
    .join('\n')}\n}`
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}

function quoted(text: string): string {
  const plain = JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{')
  return plain.replaceAll(ACCOUNT, '${data.aws_caller_identity.current.account_id}')
}
