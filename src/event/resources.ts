// The resources of an event: the (type, name) pairs that Event history shows, rebuilt from the record. Invariant: every
// name and type that comes from a record is a string of that record, verbatim, or a type from the rule table; none is
// put together from pieces. A search of raw bytes for a resource name depends on it. The same resource may appear under
// several names (name, ARN, unique ID), as in the console.

import type { Event, Resource } from './event.ts'
import { isObject, own, ownText } from '../util/json.ts'
import { eventName } from './names.ts'
import { category } from './category.ts'
import { isReadName, readOnly } from './read-only.ts'
import type { ServiceRules } from './resource-rules.ts'
import { OPAQUE_KEYS, SERVICE_RULES } from './resource-rules.ts'

/**
 * The resources that Event history shows: without duplicates, ordered by type and name, untyped ones last. Empty if
 * the event names none.
 */
export function resources(event: Event): readonly Resource[] {
  return ordered(event.lookup?.resources ?? shownResources(event))
}

/** The same as they are found, some perhaps more than once. Of a text in the record, only whether it is empty counts. */
export function shownResources(event: Event): readonly Resource[] {
  return showsNothing(event) ? [] : [...(showsListed(event) ? listed(event) : []), ...named(event)]
}

/** All resources that the record names, in the same order, so that filters also find calls that only read them. */
export function mentionedResources(event: Event): readonly Resource[] {
  return ordered([...(event.lookup?.resources ?? []), ...listed(event), ...named(event)])
}

/** Event history shows no resources for Describe calls, with one known exception. */
function showsNothing(event: Event): boolean {
  const name = eventName(event) ?? ''
  return name.startsWith('Describe') && name !== 'DescribeLaunchTemplateVersions' && readOnly(event).value
}

/**
 * For read-only management events, Event history ignores the record's own list: a KMS key used to decrypt is not
 * shown.
 */
function showsListed(event: Event): boolean {
  return category(event) !== 'Management' || !readOnly(event).value
}

/** The Resources cell of the console's CSV download: compact JSON; an unknown type has no `resourceType` key. */
export function csvResources(event: Event): string {
  return resourcesCell(resources(event))
}

export function resourcesCell(list: readonly Resource[]): string {
  return JSON.stringify(list.map(({ type, name }) => ({ resourceType: type, resourceName: name })))
}

/** The record's own `resources[]`. */
function listed(event: Event): Resource[] {
  const list = event.part('resources')
  if (!Array.isArray(list)) return []
  // S3 lists the bucket's ARN, but the console shows the bucket's name.
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

/**
 * Resources named by the request and the response. Each is parsed only if a rule for this call may find something in
 * it.
 */
function named(event: Event): Resource[] {
  const service = SERVICE_RULES.get(firstLabel(event.text('eventSource') ?? ''))
  if (!service) return []
  const call = callRules(service, eventName(event) ?? '')
  if (call.byKey.size === 0 || (call.responseNeeded && !isObject(event.part('responseElements')))) return []

  const found: Resource[] = []
  if (call.asksRequest) walk(call, event.part('requestParameters'), 'requestParameters', 0, found)
  // The response of a list call names what exists, not what the call acted on.
  if (call.asksResponse && !(call.isListCall && readOnly(event).value)) {
    walk(call, event.part('responseElements'), 'responseElements', 0, found)
  }
  return found
}

function firstLabel(source: string): string {
  const dot = source.indexOf('.')
  return dot < 0 ? source : source.slice(0, dot)
}

/**
 * A service's rules reduced to those for one of its calls. Testing every rule for every key would take twice as long.
 */
interface CallRules {
  readonly byKey: ReadonlyMap<string, KeyRules>
  readonly asksRequest: boolean
  readonly asksResponse: boolean
  readonly responseNeeded: boolean
  readonly isListCall: boolean
  /** Keys that may wrap the actual parameters. */
  readonly wrappers: readonly [string, string]
}

/** What a key means: anywhere, and under certain parents. */
interface KeyRules {
  anywhere?: RuleType
  readonly under: Map<string, RuleType>
}
/** Type undefined: the name is shown without a type. */
interface RuleType {
  readonly type: string | undefined
}

// A lookup by the service's rules needs no text that joins its name with that of the call.
const CALLS = new Map<ServiceRules, Map<string, CallRules>>()

/** Bounds the cache of a service. None has as many calls, but names in a log may be invented. */
const MAX_CALLS = 2000

function callRules(service: ServiceRules, name: string): CallRules {
  let calls = CALLS.get(service)
  if (calls === undefined) CALLS.set(service, (calls = new Map<string, CallRules>()))
  const known = calls.get(name)
  if (known) return known
  if (calls.size >= MAX_CALLS) calls.clear()
  const compiled = compileCall(service, name)
  calls.set(name, compiled)
  return compiled
}

function compileCall(service: ServiceRules, name: string): CallRules {
  const byKey = new Map<string, KeyRules>()
  const holding = service.rules.filter(([, , events]) => events?.test(name) ?? true)
  const keys = holding.flatMap(([type, keys]) => keys.split(' ').map((key) => ({ type, key })))
  for (const { type, key } of keys) {
    const [parent, child] = key.includes('.') ? (key.split('.') as [string, string]) : [undefined, key]
    const rules: KeyRules = byKey.get(child) ?? { under: new Map() }
    byKey.set(child, rules)
    // The first rule for a key counts.
    if (parent === undefined) rules.anywhere ??= { type }
    else if (!rules.under.has(parent)) rules.under.set(parent, { type })
  }
  const isListCall = isReadName(name) && service.readsAnswer !== true
  return {
    byKey,
    asksRequest: keys.some(({ key }) => !key.startsWith('responseElements.')),
    asksResponse:
      !service.requestOnly?.test(name) && keys.some(({ key }) => !key.startsWith('requestParameters.')),
    responseNeeded: service.responseNeeded?.test(name) ?? false,
    isListCall,
    wrappers: [`${name}Request`, `${name}Response`],
  }
}

/**
 * The deepest real value (a security group of a network interface of an instance) is at depth 10; anything deeper than
 * this is hostile.
 */
const MAX_DEPTH = 20

function walk(call: CallRules, value: unknown, parent: string, depth: number, found: Resource[]): void {
  if (depth > MAX_DEPTH) return
  if (Array.isArray(value)) {
    for (const element of value) walk(call, element, parent, depth + 1, found)
  } else if (isObject(value)) {
    for (const written of Object.keys(value)) {
      const key = lowerFirst(written)
      if (OPAQUE_KEYS.has(key)) continue
      const child = value[written]
      const rules = call.byKey.get(key)
      const rule = rules?.under.get(parent) ?? rules?.anywhere
      if (rule) for (const name of texts(child, depth + 1)) found.push({ type: rule.type, name })
      if (typeof child !== 'object') continue
      const isWrapper = LIST_KEYS.has(written) || call.wrappers.includes(written)
      walk(call, child, isWrapper ? parent : key, depth + 1, found)
    }
  }
}

/** EC2 records use two spellings: `subnetId`, and `SubnetId` inside `CreateNatGatewayRequest`. */
function lowerFirst(key: string): string {
  const first = key.charCodeAt(0)
  if (first >= 0x61 && first <= 0x7a) return key // nearly always; and lookups are faster with the same string
  return key.charAt(0).toLowerCase() + key.slice(1)
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

/** Sorts and removes duplicates. A name with a known type is not repeated without one. */
function ordered(all: readonly Resource[]): readonly Resource[] {
  if (all.length < 2) return all
  const sorted = all.toSorted(byTypeAndName)
  const unique = sorted.filter((one, i) => i === 0 || byTypeAndName(one, sorted[i - 1]!) !== 0)
  if (unique.at(-1)?.type !== undefined) return unique
  const typed = new Set(unique.filter(({ type }) => type !== undefined).map(({ name }) => name))
  return unique.filter(({ type, name }) => type !== undefined || !typed.has(name))
}

function byTypeAndName(a: Resource, b: Resource): number {
  if (a.type === b.type) return compare(a.name, b.name)
  if (a.type === undefined || b.type === undefined) return a.type === undefined ? 1 : -1
  return compare(a.type, b.type)
}

/** Compares by code unit, which is the same on every machine, unlike localeCompare. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
