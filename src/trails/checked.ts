// Checks the options for a new trail against the services' rules before any request is sent. Pure.

import { notARegion } from '../source/cloudtrail/regions.ts'
import { UsageError } from '../util/usage-error.ts'
import {
  ACCOUNT,
  type DataEvents,
  MANAGEMENT,
  type Management,
  proposedBucket,
  type Tag,
  type TrailPlan,
} from './plan.ts'

export interface TypedPlan {
  readonly region?: readonly string[] | undefined
  readonly account?: string | undefined
  readonly bucket?: string | undefined
  readonly prefix?: string | undefined
  readonly organization?: string | undefined
  readonly kmsKey?: string | undefined
  readonly singleRegion?: true | undefined
  readonly management?: Management | undefined
  readonly exclude?: readonly (keyof typeof EXCLUDABLE)[] | undefined
  readonly dataEvents?: readonly string[] | undefined
  readonly insights?: true | undefined
  readonly tag?: readonly string[] | undefined
}

/** High-volume services that a trail may exclude. */
export const EXCLUDABLE = { kms: 'kms.amazonaws.com', 'rds-data': 'rdsdata.amazonaws.com' } as const
const TYPES: Readonly<Record<string, string>> = {
  s3: 'AWS::S3::Object',
  lambda: 'AWS::Lambda::Function',
  dynamodb: 'AWS::DynamoDB::Table',
}
const MAX_TAGS = 50

/** `region` is the configured one. Throws UsageError. */
export function checkedPlan(name: string, typed: TypedPlan, region: string): TrailPlan {
  const home = homeRegion(typed.region, region)
  return {
    name: trailName(name),
    region: home,
    account: account(typed.account),
    bucket:
      typed.bucket === undefined
        ? withKnown(proposedBucket(name, home), typed.account)
        : bucketName(typed.bucket),
    prefix: prefix(typed.prefix ?? ''),
    isMultiRegion: typed.singleRegion !== true,
    organization: matching(
      '--organization',
      typed.organization,
      /^o-[a-z0-9]{10,32}$/,
      "it is the organization's ID: o-…",
    ),
    kmsKey: matching(
      '--kms-key',
      typed.kmsKey,
      /^arn:aws[\w-]*:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/[\w/-]+$/,
      'give the ARN of a key: arn:aws:kms:REGION:ACCOUNT:key/…',
    ),
    management: typed.management ?? MANAGEMENT[0],
    excluded: (typed.exclude ?? []).map((one) => EXCLUDABLE[one]),
    data: (typed.dataEvents ?? []).map(dataEvents),
    insights: typed.insights === true,
    tags: tags(typed.tag ?? []),
  }
}

function withKnown(bucket: string, known: string | undefined): string {
  return known === undefined ? bucket : bucket.replaceAll(ACCOUNT, known)
}

/** Checks CloudTrail's naming requirements. */
function trailName(name: string): string {
  const rule =
    name.length < 3 || name.length > 128
      ? 'names have 3 to 128 characters'
      : !/^[A-Za-z0-9._-]+$/.test(name)
        ? 'names have letters, digits, dots, underscores and hyphens'
        : !/^[A-Za-z0-9].*[A-Za-z0-9]$/.test(name)
          ? 'names begin and end with a letter or a digit'
          : /[._-]{2}/.test(name)
            ? 'names have no two dots, underscores or hyphens in a row'
            : /^\d+\.\d+\.\d+\.\d+$/.test(name)
              ? 'names are no IP addresses'
              : undefined
  if (rule === undefined) return name
  throw new UsageError(`not the name of a trail: '${name}'`, rule)
}

/** Checks S3's naming rules for new buckets. */
export function bucketName(name: string): string {
  const rule =
    name.length < 3 || name.length > 63
      ? 'names have 3 to 63 characters'
      : !/^[a-z0-9.-]+$/.test(name)
        ? 'names have lower-case letters, digits, dots and hyphens'
        : !/^[a-z0-9].*[a-z0-9]$/.test(name) || name.includes('..')
          ? 'names begin and end with a letter or a digit, and have no two dots in a row'
          : /^\d+\.\d+\.\d+\.\d+$/.test(name)
            ? 'names are no IP addresses'
            : /^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3)$/.test(name)
              ? 'AWS keeps names that begin or end like this for itself'
              : undefined
  if (rule === undefined) return name
  throw new UsageError(`not the name of a bucket: '${name}'`, rule)
}

function homeRegion(typed: readonly string[] | undefined, configured: string): string {
  if (typed !== undefined && typed.length > 1)
    throw new UsageError(`--region given ${typed.length} times`, 'a trail has one home Region')
  const region = typed?.[0] ?? configured
  const wrong = notARegion(region)
  if (wrong === undefined) return region
  throw new UsageError(
    `not a Region: '${region}'`,
    wrong.meant === undefined ? 'write it like us-east-1' : `did you mean ${wrong.meant}?`,
  )
}

function account(id: string | undefined): string | undefined {
  return matching('--account', id, /^\d{12}$/, 'account IDs have twelve digits')
}

function prefix(text: string): string {
  const plain = text.replace(/\/+$/, '')
  if (plain === '') return ''
  if (plain.length <= 200 && /^[A-Za-z0-9!_.*'()/-]+$/.test(plain) && !plain.startsWith('/')) return plain
  throw new UsageError(
    `--prefix '${text}' is not valid`,
    "at most 200 letters, digits and ! - _ . * ' ( ), folders with / between, none at the beginning",
  )
}

function dataEvents(text: string): DataEvents {
  const [kind = '', ...rest] = text.split('=')
  const arn = rest.length === 0 ? undefined : rest.join('=')
  const type = Object.hasOwn(TYPES, kind) ? TYPES[kind]! : /^AWS::\w+::\w+$/.test(kind) ? kind : undefined
  if (type === undefined)
    throw new UsageError(
      `--data-events '${text}' is not known`,
      'write s3, lambda, dynamodb or a type such as AWS::SNS::Topic; s3=arn:aws:s3:::bucket/ for some of them',
    )
  if (arn !== undefined && !/^arn:aws[\w-]*:[\w-]+:[^\s"']*$/.test(arn))
    throw new UsageError(
      `--data-events '${text}': not the beginning of an ARN`,
      'write s3=arn:aws:s3:::bucket/',
    )
  return { type, arn }
}

function tags(typed: readonly string[]): readonly Tag[] {
  if (typed.length > MAX_TAGS)
    throw new UsageError(`--tag given ${typed.length} times`, `the maximum is ${MAX_TAGS}`)
  const known = new Set<string>()
  return typed.map((text) => {
    const cut = text.indexOf('=')
    const Key = text.slice(0, Math.max(cut, 0))
    const Value = text.slice(cut + 1)
    const isAllowed = /^[\p{L}\p{Z}\p{N}_.:/=+@-]*$/u
    if (
      Key === '' ||
      Key.length > 128 ||
      Value.length > 256 ||
      !isAllowed.test(Key) ||
      !isAllowed.test(Value)
    )
      throw new UsageError(
        `--tag '${text}' is not valid`,
        'write key=value: letters, digits, spaces and _ . : / = + - @',
      )
    if (/^aws:/i.test(Key))
      throw new UsageError(`--tag '${text}' is not valid`, 'AWS keeps keys that begin with aws: for itself')
    if (known.has(Key)) throw new UsageError(`--tag '${Key}' given twice`, 'a key has one value')
    known.add(Key)
    return { Key, Value }
  })
}

function matching(option: string, text: string | undefined, form: RegExp, hint: string): string | undefined {
  if (text === undefined || form.test(text)) return text
  throw new UsageError(`${option} '${text}' is not valid`, hint)
}
