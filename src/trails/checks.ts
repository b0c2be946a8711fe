// Checks a trail against CloudTrail's security best practices: what was found, and how to fix it. Pure.

import { shellLine } from '../format/shell.ts'
import type { Selector, Trail, TrailState } from '../source/cloudtrail/trails.ts'
import type { BucketState } from '../source/s3/bucket.ts'
import { isObject, own } from '../util/json.ts'

/** `unknown`: it could not be read. `choice`: either setting can be right. */
export type Verdict = 'ok' | 'mend' | 'choice' | 'unknown'

export interface Check {
  readonly check: string
  readonly verdict: Verdict
  readonly seen: string
  /** A command or an instruction; undefined if nothing needs to be done. */
  readonly mend: string | undefined
}

/** `bucket` is a text that says why, if the bucket's state could not be read. */
export function checkTrail(
  trail: Trail,
  state: TrailState,
  bucket: BucketState | string,
  now: number,
): readonly Check[] {
  return [...trailChecks(trail, state, now), ...recordChecks(trail, state), ...bucketChecks(trail, bucket)]
}

const DAY = 86_400_000

function trailChecks(trail: Trail, state: TrailState, now: number): readonly Check[] {
  const update = (...flags: string[]): string => aws(trail, 'update-trail', '--name', trail.name, ...flags)
  const { isLogging, stopped } = state
  return [
    yesNo('logging', isLogging, {
      yes: 'it records',
      no: stopped === undefined ? 'it is stopped' : `it has been stopped since ${iso(stopped)}`,
      mend: aws(trail, 'start-logging', '--name', trail.name),
    }),
    deliveries(trail, state, now),
    yesNo('all Regions', trail.isMultiRegion, {
      yes: 'it records every Region',
      no: `it records ${trail.homeRegion} alone`,
      mend: update('--is-multi-region-trail'),
    }),
    yesNo('global services', trail.hasGlobalEvents, {
      yes: 'IAM, STS and CloudFront are recorded',
      no: 'IAM, STS and CloudFront are not recorded',
      mend: update('--include-global-service-events'),
    }),
    yesNo('log file validation', trail.hasValidation, {
      yes: 'digest files are delivered: `trail-explore verify` can prove the logs',
      no: 'no digest files: nothing can prove the logs',
      mend: update('--enable-log-file-validation'),
    }),
    yesNo('encryption with KMS', trail.kmsKey !== undefined, {
      yes: `SSE-KMS with ${trail.kmsKey}`,
      no: 'SSE-S3: whoever may read the bucket may read the logs',
      mend: update('--kms-key-id', 'KEY-ARN'),
    }),
    yesNo('CloudWatch Logs', trail.logGroup !== undefined, {
      yes: `events go to ${trail.logGroup}`,
      no: 'events go to the bucket alone: nothing can alarm at once',
      mend: update('--cloud-watch-logs-log-group-arn', 'ARN', '--cloud-watch-logs-role-arn', 'ROLE-ARN'),
    }),
  ]
}

function deliveries({ name, bucket }: Trail, state: TrailState, now: number): Check {
  const { lastDelivery, lastDeliveryError, lastDigestError, isLogging } = state
  const check = 'deliveries'
  if (isLogging === undefined)
    return { check, verdict: 'unknown', seen: 'could not be asked', mend: undefined }
  const isOverdue = isLogging && (lastDelivery === undefined || now - lastDelivery > DAY)
  const isWrong = (lastDeliveryError ?? lastDigestError) !== undefined || isOverdue
  const seen = [
    lastDelivery === undefined ? 'nothing was delivered yet' : `the last one was at ${iso(lastDelivery)}`,
    ...(lastDeliveryError === undefined ? [] : [`the last try failed: ${lastDeliveryError}`]),
    ...(lastDigestError === undefined ? [] : [`the last digest failed: ${lastDigestError}`]),
  ].join('; ')
  const mend = `compare the bucket's policy with that of ${planLine(name, bucket)}`
  return { check, verdict: isWrong ? 'mend' : 'ok', seen, mend: isWrong ? mend : undefined }
}

function planLine(name: string, bucket: string): string {
  return shellLine(['trail-explore', 'trails', 'plan', name, '--bucket', bucket])
}

function recordChecks(trail: Trail, { selectors, insights }: TrailState): readonly Check[] {
  const missing = selectors && notRecorded(selectors)
  const data = selectors?.filter(({ kind }) => kind === 'data')
  // put-event-selectors replaces all selectors, so the existing ones must be repeated.
  const put =
    data?.length === 0
      ? aws(
          trail,
          'put-event-selectors',
          '--trail-name',
          trail.name,
          '--event-selectors',
          'ReadWriteType=All,IncludeManagementEvents=true',
        )
      : `take what \`${aws(trail, 'get-event-selectors', '--trail-name', trail.name)}\` shows, let it record all management events, and put it`
  return [
    yesNo('management events', missing && missing.length === 0, {
      yes: 'reads and writes are recorded',
      no: `not recorded: ${missing?.join(', ')}`,
      mend: put,
    }),
    {
      check: 'data events',
      verdict: data === undefined ? 'unknown' : 'choice',
      seen:
        data === undefined
          ? 'could not be asked'
          : data.length === 0
            ? 'none: reads and writes of objects, items and functions are not recorded'
            : data
                .map(
                  ({ type, resources = [] }) =>
                    `${type ?? '?'} (${resources.length === 0 ? 'all' : resources.join(', ')})`,
                )
                .join('; '),
      mend: undefined,
    },
    {
      check: 'Insights',
      verdict: insights === undefined ? 'unknown' : 'choice',
      seen:
        insights === undefined ? 'could not be asked' : insights.length === 0 ? 'off' : insights.join(', '),
      mend: undefined,
    },
  ]
}

function bucketChecks(trail: Trail, bucket: BucketState | string): readonly Check[] {
  const state: BucketState = typeof bucket === 'string' ? { problems: new Map() } : bucket
  const put = (command: string, ...flags: string[]): string =>
    shellLine(['aws', 's3api', command, '--bucket', trail.bucket, ...flags])
  const why = (action: string): string =>
    typeof bucket === 'string' ? bucket : (state.problems.get(action) ?? 'could not be asked')
  const sourceArn = state.policy === undefined ? undefined : namesSource(state.policy)
  return [
    yesNo('bucket: public access', state.blocksPublicAccess, {
      yes: 'all four blocks are on',
      no: 'not all of it is blocked',
      unknown: why('s3:GetBucketPublicAccessBlock'),
      mend: put(
        'put-public-access-block',
        '--public-access-block-configuration',
        'BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
      ),
    }),
    yesNo('bucket: policy', sourceArn, {
      yes: 'CloudTrail may write for the trails that aws:SourceArn names',
      no: state.policy === '' ? 'there is none' : 'no aws:SourceArn: trails of other accounts may write too',
      unknown: why('s3:GetBucketPolicy'),
      mend: `put the policy of ${planLine(trail.name, trail.bucket)}`,
    }),
    yesNo('bucket: versioning', state.hasVersioning, {
      yes: 'on',
      no: 'off: a log that is overwritten or deleted is gone',
      unknown: why('s3:GetBucketVersioning'),
      mend: put('put-bucket-versioning', '--versioning-configuration', 'Status=Enabled'),
    }),
    yesNo('bucket: MFA delete', state.hasMfaDelete, {
      yes: 'on',
      no: 'off: credentials alone can delete logs',
      unknown: why('s3:GetBucketVersioning'),
      mend: 'only the root user can turn it on: put-bucket-versioning with --mfa; Object Lock does as much',
    }),
    yesNo('bucket: Object Lock', state.hasObjectLock, {
      yes: 'on',
      no: 'off: whoever may delete objects may delete logs',
      unknown: why('s3:GetBucketObjectLockConfiguration'),
      mend: put('put-object-lock-configuration', '--object-lock-configuration', 'ObjectLockEnabled=Enabled'),
    }),
    yesNo('bucket: access log', state.hasAccessLog, {
      yes: 'on',
      no: 'off: nobody knows who reads the logs',
      unknown: why('s3:GetBucketLogging'),
      mend: put(
        'put-bucket-logging',
        '--bucket-logging-status',
        'LoggingEnabled={TargetBucket=OTHER-BUCKET,TargetPrefix=access/}',
      ),
    }),
  ]
}

/** Management events that a trail does not record, as short labels. */
export function notRecorded(selectors: readonly Selector[]): readonly string[] {
  const all = selectors.filter(({ kind }) => kind === 'management')
  if (all.length === 0) return ['management events']
  const types = new Set(all.map(({ readWrite }) => readWrite))
  const missing: string[] = []
  if (!types.has('All') && !types.has('ReadOnly')) missing.push('reads')
  if (!types.has('All') && !types.has('WriteOnly')) missing.push('writes')
  const excluded = all.map(({ excluded }) => new Set(excluded))
  for (const service of excluded[0]!) if (excluded.every((set) => set.has(service))) missing.push(service)
  return missing
}

// True if at least one statement lets CloudTrail write, and each of them is restricted to a trail.
function namesSource(policy: string): boolean {
  let parsed: unknown
  try {
    parsed = JSON.parse(policy)
  } catch {
    return false
  }
  const listed = own(parsed, 'Statement')
  const statements = Array.isArray(listed) ? listed : [listed]
  const ours = statements.filter(
    (one) =>
      isObject(one) &&
      own(one, 'Effect') === 'Allow' &&
      JSON.stringify(own(one, 'Principal') ?? '').includes('cloudtrail.'),
  )
  return (
    ours.length > 0 &&
    ours.every((one) => /"aws:SourceArn"/i.test(JSON.stringify(own(one, 'Condition') ?? {})))
  )
}

interface Words {
  readonly yes: string
  readonly no: string
  readonly unknown?: string
  readonly mend: string
}

function yesNo(
  check: string,
  holds: boolean | undefined,
  { yes, no, unknown = 'could not be asked', mend }: Words,
): Check {
  if (holds === undefined) return { check, verdict: 'unknown', seen: unknown, mend: undefined }
  return { check, verdict: holds ? 'ok' : 'mend', seen: holds ? yes : no, mend: holds ? undefined : mend }
}

function aws({ homeRegion }: Trail, ...words: string[]): string {
  return shellLine(['aws', 'cloudtrail', ...words, '--region', homeRegion])
}

function iso(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}
