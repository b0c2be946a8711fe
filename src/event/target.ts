// The target of an event in one line for people: names that a reader would use, the most informative first. Unlike
// resources(), it may combine parts (bucket/key) and use parameters of services without rules.

import type { Event, Resource } from './event.ts'
import type { Json } from '../util/json.ts'
import { isObject, own, ownText } from '../util/json.ts'
import { thousands } from '../util/format.ts'
import { looseBoolean } from './loose-boolean.ts'
import { eventName } from './names.ts'
import { mentionedResources } from './resources.ts'

/** `logs-b/2024/key`, `i-1, i-2, i-3 +2 more`, `Web, AdministratorAccess`, …; undefined if the event names nothing. */
export function target(event: Event): string | undefined {
  const request = event.part('requestParameters')
  return bucketAndKey(request) ?? several(tellingNames(event)) ?? namedParameter(request) ?? omission(request)
}

function bucketAndKey(request: Json | undefined): string | undefined {
  const bucket = ownText(request, 'bucketName')
  const key = ownText(request, 'key')
  return bucket !== undefined && key !== undefined ? `${bucket}/${key}` : bucket
}

const MAX_SHOWN = 3

function several(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const rest = names.length - MAX_SHOWN
  return names.slice(0, MAX_SHOWN).join(', ') + (rest > 0 ? ` +${rest} more` : '')
}

/** The name of the resource that an event is mainly about; undefined if the event names none. */
export function mainResource(event: Event): string | undefined {
  return ownText(event.part('requestParameters'), 'bucketName') ?? tellingNames(event)[0]
}

/** Resources whose type is part of the event name (the Subnet of CreateSubnet, not its VPC); otherwise all of them. */
function tellingNames(event: Event): string[] {
  const all = mentionedResources(event)
  const aboutIdentities = IDENTITY_SERVICES.includes(event.text('eventSource'))
  const call = (eventName(event) ?? '').toLowerCase()
  const ranked = all
    .filter((resource) => !isAlias(resource, all))
    .map(({ type, name }) => ({ name, rank: rank(type, call, aboutIdentities) }))
  const best = ranked.some(({ rank }) => rank < UNMENTIONED)
    ? ranked.filter(({ rank }) => rank < UNMENTIONED)
    : ranked
  return [...new Set(best.sort((a, b) => a.rank - b.rank).map(({ name }) => name))]
}

const UNMENTIONED = 1000
const IDENTITY_SERVICES: readonly (string | undefined)[] = ['iam.amazonaws.com', 'sts.amazonaws.com']
const IDENTITIES = ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role']

/** Users and roles rank first; other types rank in the order in which the event name contains them. */
function rank(type: string | undefined, call: string, aboutIdentities: boolean): number {
  if (type === undefined) return UNMENTIONED
  const identity = aboutIdentities ? IDENTITIES.indexOf(type) : -1
  if (identity >= 0) return identity - IDENTITIES.length
  const mentioned = call.indexOf(type.slice(type.lastIndexOf(':') + 1).toLowerCase())
  return mentioned < 0 ? UNMENTIONED : mentioned
}

const UNIQUE_ID = /^A(?:IDA|ROA|GPA|NPA|IPA)[A-Z0-9]+(?::|$)/

/** True for an ARN or unique ID if the plain name of the same resource is present too. */
function isAlias({ type, name }: Resource, all: readonly Resource[]): boolean {
  if (type === undefined) return false
  const isArn = name.startsWith('arn:')
  if (!isArn && !UNIQUE_ID.test(name)) return false
  return all.some((other) => {
    if (other.type !== type || other.name === name) return false
    const isPlain = !other.name.startsWith('arn:') && !UNIQUE_ID.test(other.name)
    return isPlain && (!isArn || name.split(/[:/]/).includes(other.name))
  })
}

/** The first parameter that looks like the name of a resource: names before identifiers before ARNs. */
function namedParameter(request: Json | undefined): string | undefined {
  if (!isObject(request)) return undefined
  const keys = Object.keys(request).filter(
    (key) => !NOT_A_NAME.test(key) && ownText(request, key) !== undefined,
  )
  const key = NAME_KEYS.map((form) => keys.find((key) => form.test(key))).find((found) => found !== undefined)
  return key === undefined ? undefined : ownText(request, key)
}

const NAME_KEYS: readonly RegExp[] = [/^(?:name|target)$/i, /name$/i, /(?:id|identifier)$/i, /arn$/i, /url$/i]
const NOT_A_NAME = /token|request|rolesession|hostname|platform|computer|agent|attributename/i

/** CloudTrail's placeholder for parameters over 100 KB. Attackers are known to use this to hide parameters. */
function omission(request: Json | undefined): string | undefined {
  if (looseBoolean(own(request, 'omitted')) !== true) return undefined
  const size = Number(own(request, 'originalSize'))
  const bytes = Number.isSafeInteger(size) && size > 0 ? ` (${thousands(size)} bytes)` : ''
  return `request parameters omitted${bytes}`
}
