// What was acted on: the set of (type, name) pairs that Event history shows, rebuilt from the record.
// Invariant: every name and type that comes from a record is a string of that record, verbatim, or a type out of the
// table; none is put together from pieces. A search of raw bytes for a resource name depends on it. One thing may
// appear under several names (name, ARN, unique ID), as in the console.

import type { Event, Resource } from './event.ts'
import { isObject, own, ownText } from '../util/json.ts'
import { eventName } from './names.ts'
import { isReadName, readOnly } from './read-only.ts'
import type { ServiceRules } from './resource-rules.ts'
import { OPAQUE_KEYS, SERVICE_RULES } from './resource-rules.ts'

/** Without repeats, ordered by type and name, untyped ones last. Empty when nothing is named. */
export function resources(event: Event): readonly Resource[] {
  return ordered(event.lookup?.resources ?? [...listed(event), ...named(event)])
}

/** The Resources cell of the console's CSV download: compact JSON; the key of an unknown type is left out. */
export function csvResources(event: Event): string {
  return JSON.stringify(
    resources(event).map(({ type, name }) => ({ resourceType: type, resourceName: name })),
  )
}

/** The record's own `resources[]`. */
function listed(event: Event): Resource[] {
  const list = event.part('resources')
  if (!Array.isArray(list)) return []
  // S3 lists the bucket's ARN and the console shows its name instead.
  const hideBuckets = event.text('eventSource') === 's3.amazonaws.com' && bucketName(event) !== undefined
  return list.flatMap((entry) => {
    const type = ownText(entry, 'type')
    const name = ownText(entry, 'ARN') ?? ownText(entry, 'arn') ?? ownText(entry, 'ARNPrefix')
    const isBucket = type === undefined || type === 'AWS::S3::Bucket'
    return name === undefined || (hideBuckets && isBucket) ? [] : [{ type, name }]
  })
}

function bucketName(event: Event): string | undefined {
  return ownText(event.part('requestParameters'), 'bucketName')
}

/** What the request and the response name. */
function named(event: Event): Resource[] {
  const service = SERVICES.get((event.text('eventSource') ?? '').split('.', 1)[0] ?? '')
  if (!service) return []
  const name = eventName(event) ?? ''
  const request = event.part('requestParameters')
  const response = event.part('responseElements')
  if (service.responseNeeded?.test(name) && !isObject(response)) return []

  const found: Resource[] = []
  const walker: Walker = { service, eventName: name, found }
  walk(walker, request, 'requestParameters', 0)
  if (!service.requestOnly?.test(name) && (service.readsAnswer || !isListCall(event, name))) {
    walk(walker, response, 'responseElements', 0)
  }
  return found
}

/** The answer of such a call lists what there is, not what was acted on. */
function isListCall(event: Event, name: string): boolean {
  return isReadName(name) && readOnly(event).value
}

interface Walker {
  readonly service: CompiledRules
  readonly eventName: string
  readonly found: Resource[]
}

interface CompiledRules extends ServiceRules {
  readonly byKey: ReadonlyMap<string, readonly KeyRule[]>
}
type KeyRule = { readonly type: string | undefined; readonly events: RegExp | undefined }

/** The deepest real value (a security group of an interface of an instance) is at 10; deeper than this is a trap. */
const MAX_DEPTH = 20

function walk(walker: Walker, value: unknown, parent: string, depth: number): void {
  if (depth > MAX_DEPTH) return
  if (Array.isArray(value)) {
    for (const element of value) walk(walker, element, parent, depth + 1)
  } else if (isObject(value)) {
    for (const [written, child] of Object.entries(value)) {
      const key = lowerFirst(written)
      if (OPAQUE_KEYS.has(key)) continue
      const rule = ruleFor(walker, parent, key)
      if (rule) for (const name of texts(child, depth + 1)) walker.found.push({ type: rule.type, name })
      walk(walker, child, isWrapper(walker, written) ? parent : key, depth + 1)
    }
  }
}

/** EC2 is delivered in two spellings: `subnetId`, and `SubnetId` inside `CreateNatGatewayRequest`. */
function lowerFirst(key: string): string {
  return key.charAt(0).toLowerCase() + key.slice(1)
}

function isWrapper(walker: Walker, key: string): boolean {
  return LIST_KEYS.has(key) || key === `${walker.eventName}Request` || key === `${walker.eventName}Response`
}

function ruleFor(walker: Walker, parent: string, key: string): KeyRule | undefined {
  const { byKey } = walker.service
  const holds = (rule: KeyRule): boolean => rule.events?.test(walker.eventName) ?? true
  return byKey.get(`${parent}.${key}`)?.find(holds) ?? byKey.get(key)?.find(holds)
}

/** The strings of one parameter: `"a"`, `["a"]`, `{"items":["a"]}`, `{"tag":1,"content":"a"}`. */
function texts(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (depth > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((element) => texts(element, depth + 1))
  if (!isObject(value)) return []
  return [...LIST_KEYS, 'content'].flatMap((key) => texts(own(value, key), depth + 1))
}

const LIST_KEYS: ReadonlySet<string> = new Set(['items', 'item', 'member'])

const SERVICES: ReadonlyMap<string, CompiledRules> = new Map(
  [...SERVICE_RULES].map(([name, service]) => [name, { ...service, byKey: byKey(service) }]),
)

function byKey(service: ServiceRules): Map<string, KeyRule[]> {
  const map = new Map<string, KeyRule[]>()
  for (const [type, keys, events] of service.rules) {
    for (const key of keys.split(' ')) map.set(key, [...(map.get(key) ?? []), { type, events }])
  }
  return map
}

/** A set, in an order that does not depend on the record's. A name whose type is known is not repeated without. */
function ordered(all: readonly Resource[]): readonly Resource[] {
  const typed = new Set(all.filter(({ type }) => type !== undefined).map(({ name }) => name))
  const unique = new Map<string, Resource>()
  for (const { type, name } of all) {
    if (type === undefined && typed.has(name)) continue
    unique.set(JSON.stringify([type, name]), { type, name })
  }
  return [...unique.values()].sort(byTypeAndName)
}

function byTypeAndName(a: Resource, b: Resource): number {
  if (a.type === b.type) return compare(a.name, b.name)
  if (a.type === undefined || b.type === undefined) return a.type === undefined ? 1 : -1
  return compare(a.type, b.type)
}

/** By code unit: the same on every machine, unlike localeCompare. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
