// The resources of a call as ARNs that a policy can name: those in the record that the reference assigns to the action, and
// those that can be composed because all of their parts are known. Anything else is `*`.

import type { Event } from '../event/event.ts'
import { resources } from '../event/resources.ts'
import { ownText, type Json } from '../util/json.ts'
import { actionFacts, isOfType, type ResourceType } from './reference.ts'

const ANY = ['*'] as const

/** ARNs in the order of their characters, or `*` alone. `action` is `s3:GetObject`. */
export function resourcesOf(event: Event, action: string): readonly string[] {
  const request = event.part('requestParameters')
  const partition = partitionOf(event.text('awsRegion'))
  const [service = '', name = ''] = action.split(':')
  if (action === 'sts:AssumeRole') return [safe(ownText(request, 'roleArn')) ?? '*']
  const types = actionFacts(service, name)?.types ?? []
  if (types.length === 0) return ANY
  if (service === 's3') return s3Resources(request, partition, types)
  if (service === 'ec2' && MAKES.test(name)) return ANY
  const named = [...ofRecord(event), ...resources(event)]
  const found = new Set<string>()
  for (const resource of named) {
    const arn = safe(
      resource.name.startsWith('arn:') ? resource.name : arnOf(resource, types, event, partition),
    )
    if (arn?.startsWith(`arn:${partition}:`) && types.some((type) => isOfType(arn, type))) found.add(arn)
    // One that is not known by its ARN would be refused.
    else if (types.some((type) => isTypeOf(resource.type, type))) return ANY
  }
  return found.size === 0 ? ANY : [...found].sort()
}

/** What EC2 makes gets its ID by being made, so that the next one has another. */
const MAKES = /^(?:Create|Allocate|Run|Copy|Import|Register)/

/** What the record says itself, which is not shown of calls that read. */
function ofRecord(event: Event): readonly { readonly type: string | undefined; readonly name: string }[] {
  const list = event.part('resources')
  if (!Array.isArray(list)) return []
  return (list as readonly Json[]).flatMap((one) => {
    const name = ownText(one, 'ARN') ?? ownText(one, 'arn')
    return name === undefined ? [] : [{ type: ownText(one, 'type'), name }]
  })
}

/** The Region determines the partition: `cn-north-1`, `us-gov-west-1`. */
export function partitionOf(region: string | undefined): string {
  if (region?.startsWith('cn-')) return 'aws-cn'
  return region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
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
  return `arn:${partition}:${format.replace('$', () => name)}`
}

/** `i-0abc…`: resources of EC2 have names too, which are in no ARN. */
const EC2_ID = /^[a-z]+-[0-9a-zA-Z]+$/

/** Their ARNs end in letters that no call has. */
const SUFFIXED: ReadonlySet<string> = new Set(['secret', 'domain', 'keyspace'])

/** Whether `AWS::EC2::SecurityGroup` is the `security-group` of the reference. */
function isTypeOf(type: string | undefined, { service, name }: ResourceType): boolean {
  const [, owner = '', last = ''] = (type ?? '').toLowerCase().split('::')
  const isOwner =
    owner === service || (owner === 'elasticloadbalancingv2' && service === 'elasticloadbalancing')
  const plain = name.replaceAll('-', '')
  return isOwner && (last === plain || ALIASES.get(`${owner} ${last}`) === name)
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ec2 ami', 'image'],
  ['ec2 eip', 'elastic-ip'],
  ['ec2 flowlog', 'vpc-flow-log'],
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
