// The resources of a call as ARNs that a policy can name: those in the record that the reference assigns to the action, and
// those that can be composed because all of their parts are known. Anything else is `*`.

import type { Event } from '../event/event.ts'
import { mentionedResources } from '../event/resources.ts'
import { own, ownText, type Json } from '../util/json.ts'
import { partitionOf } from '../util/partition.ts'
import { actionFacts, isOfType, type ResourceType } from './reference.ts'

const ANY = ['*'] as const

/** ARNs in the order of their characters, or `*` alone. `action` is `s3:GetObject`. */
export function resourcesOf(event: Event, action: string): readonly string[] {
  const request = event.part('requestParameters')
  const partition = partitionOf(event.text('awsRegion'))
  const [service = '', name = ''] = action.split(':')
  if (action === 'sts:AssumeRole') return [safe(ownText(request, 'roleArn')) ?? '*']
  const { types = [], also = [] } = actionFacts(service, name) ?? {}
  if (types.length === 0) return ANY
  if (service === 's3') return s3Resources(request, partition, types)
  // Instances chosen by tags are not named.
  if (action === 'ssm:SendCommand' && own(request, 'targets') !== undefined) return ANY
  // What EC2 makes gets its ID by being made, so that the next one has another. What is made of other things takes some by
  // default, of which the call does not tell.
  if (MAKES.test(name) && (service === 'ec2' || also.length > 0)) return ANY
  const named = [...ofRecord(event), ...mentionedResources(event)]
  const all = [...types, ...also]
  const found = new Set<string>()
  let hasNeeded = false
  for (const resource of named) {
    const arn = resource.name.startsWith('arn:')
      ? safe(resource.name)
      : arnOf(resource, all, event, partition)
    if (arn?.startsWith(`arn:${partition}:`) && all.some((type) => isOfType(arn, type))) {
      found.add(arn)
      hasNeeded ||= types.some((type) => isOfType(arn, type))
      // One that is not known by its ARN would be refused.
    } else if (all.some((type) => isTypeOf(resource.type, type))) return ANY
  }
  return hasNeeded ? [...found].filter((arn) => !isKnownBetter(arn, found)).sort() : ANY
}

/** Whether a secret is known by its name and by its ARN. */
function isKnownBetter(arn: string, found: ReadonlySet<string>): boolean {
  if (!arn.endsWith(SECRET_SUFFIX)) return false
  const start = arn.slice(0, -SECRET_SUFFIX.length)
  return [...found].some((other) => other !== arn && other.slice(0, -SECRET_SUFFIX.length) === start)
}

const MAKES = /^(?:Create|Allocate|Run|Restore|Copy|Import|Register)/

/** What the record says itself, which is not shown of calls that read. */
function ofRecord(event: Event): readonly { readonly type: string | undefined; readonly name: string }[] {
  const list = event.part('resources')
  if (!Array.isArray(list)) return []
  return (list as readonly Json[]).flatMap((one) => {
    const name = ownText(one, 'ARN') ?? ownText(one, 'arn')
    return name === undefined ? [] : [{ type: ownText(one, 'type'), name }]
  })
}

/** A wildcard or a variable in a name would allow more than the call. */
function safe(arn: string | undefined): string | undefined {
  return arn !== undefined && /^[^*?$]+$/.test(arn) ? arn : undefined
}

function arnOf(
  { type, name }: { readonly type: string | undefined; readonly name: string },
  types: readonly ResourceType[],
  event: Event,
  partition: string,
): string | undefined {
  const of = types.find((one) => isTypeOf(type, one))
  const account = event.text('recipientAccountId')
  const region = event.text('awsRegion')
  if (of === undefined || account === undefined || region === undefined || SUFFIXED.has(of.name))
    return undefined
  // A name with its path, or several names, are more than the record contains.
  if (of.format.includes('%') || of.format.split('$').length !== 2 || name.includes(':')) return undefined
  if (of.service === 'ec2' && !EC2_ID.test(name) && of.name !== 'key-pair') return undefined
  const format = of.format.replace('@', `${region}:${account}`).replace('^', `:${account}`)
  const arn = safe(`arn:${partition}:${format.replace('$', () => name)}`)
  return arn && of.name === 'secret' ? arn + SECRET_SUFFIX : arn
}

/** Behind the name of a secret are a hyphen and six letters, which the call does not tell. */
const SECRET_SUFFIX = '-??????'

/** `i-0abc…`: resources of EC2 have names too, which are in no ARN. */
const EC2_ID = /^[a-z]+-[0-9a-zA-Z]+$/

/** Their ARNs end in letters that no call has. */
const SUFFIXED: ReadonlySet<string> = new Set(['domain', 'keyspace'])

/** Whether `AWS::EC2::SecurityGroup` is the `security-group` of the reference. */
function isTypeOf(type: string | undefined, { service, name, format }: ResourceType): boolean {
  const [, owner = '', last = ''] = (type ?? '').toLowerCase().split('::')
  const isOwner =
    owner === service ||
    format.startsWith(`${owner}:`) ||
    (owner === 'elasticloadbalancingv2' && service === 'elasticloadbalancing')
  const plain = name.replaceAll('-', '')
  return isOwner && (last === plain || ALIASES.get(`${owner} ${last}`) === name)
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ec2 ami', 'image'],
  ['ec2 eip', 'elastic-ip'],
  ['ec2 flowlog', 'vpc-flow-log'],
  ['rds dbinstance', 'db'],
  ['rds dbcluster', 'cluster'],
  ['rds dbsnapshot', 'snapshot'],
  ['rds dbclustersnapshot', 'cluster-snapshot'],
  ['rds dbsubnetgroup', 'subgrp'],
  ['rds dbparametergroup', 'pg'],
  ['rds dbclusterparametergroup', 'cluster-pg'],
  ['rds dbsecuritygroup', 'secgrp'],
  ['rds dboptiongroup', 'og'],
])

/** The object that a call of S3 copies, as an ARN, and whether it asks for a version of it; undefined for no copy. */
export function copiedObject(
  event: Event,
): { readonly arn: string; readonly hasVersion: boolean } | undefined {
  const source = ownText(event.part('requestParameters'), 'x-amz-copy-source')
  if (source === undefined) return undefined
  const [path = '', query] = source.replace(/^\//, '').split('?', 2)
  const hasVersion = query?.startsWith('versionId=') === true
  const name = decoded(path)
  // Through an access point, the source is an ARN.
  if (name?.startsWith('arn:')) return { arn: safe(name) ?? '*', hasVersion }
  const [, bucket, key] = /^([^*?$\s:/]+)\/(.+)$/s.exec(name ?? '') ?? []
  if (bucket === undefined || key === undefined) return { arn: '*', hasVersion }
  const objects = `arn:${partitionOf(event.text('awsRegion'))}:s3:::${bucket}`
  return { arn: `${objects}/${safe(key) ?? '*'}`, hasVersion }
}

/** The header is percent-encoded. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function s3Resources(
  request: Json | undefined,
  partition: string,
  types: readonly ResourceType[],
): readonly string[] {
  const bucket = ownText(request, 'bucketName')
  if (bucket === undefined || !/^[^*?$\s:/]+$/.test(bucket)) return ANY
  const arn = `arn:${partition}:s3:::${bucket}`
  if (types.some(({ name }) => name === 'bucket')) return [arn]
  if (!types.some(({ name }) => name === 'object')) return ANY
  return [`${arn}/${safe(ownText(request, 'key')) ?? '*'}`]
}
