// Records that a table has altered: Athena writes every key in lower case and some objects as text, and the console's CSV has
// cells instead of a record. Such a row becomes a record from which fields can be read; the printed record remains the row.

import type { LookupFields } from '../../event/event.ts'
import { isClose, isOpen, jsonTokens } from '../../util/json-tokens.ts'
import { isObject, own, type Json } from '../../util/json.ts'
import { identityStruct } from './query-results.ts'

export interface Restored {
  readonly record: Buffer
  readonly lookup: LookupFields | undefined
  /** True if no part of it is the record that CloudTrail wrote. */
  readonly withoutRecord?: true
}

/** Restores a record from a complete JSON object; undefined if it is not one of these rows. */
export function restore(object: Buffer): Restored | undefined {
  if (object.includes('"eventtime"') && object.includes('"eventname"')) return fromAthena(object.toString())
  if (object.includes('"Event time"') && object.includes('"Event name"')) return fromRow(object.toString())
  return undefined
}

/** Maximum depth; values in tables are not deeper. */
const MAX_DEPTH = 64

const CASED = [
  'eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode errorMessage',
  'requestParameters responseElements additionalEventData requestID eventID readOnly eventType apiVersion managementEvent',
  'recipientAccountId serviceEventDetails sharedEventID vpcEndpointId vpcEndpointAccountId eventCategory tlsDetails',
  'tlsVersion cipherSuite clientProvidedHostHeader sessionCredentialFromConsole edgeDeviceDetails insightDetails addendum',
  'principalId accountId invokedBy accessKeyId userName onBehalfOf userId identityStoreArn identityProvider credentialId',
  'sessionContext mfaAuthenticated creationDate sessionIssuer webIdFederationData federatedProvider sourceIdentity',
  'ec2RoleDelivery assumedRoot eventContext',
]
  .join(' ')
  .split(' ')
const CASE_OF: ReadonlyMap<string, string> = new Map(CASED.map((name) => [name.toLowerCase(), name]))

/** Members whose keys are defined by the services, and were not changed. */
const AS_THEY_ARE = new Set([
  'requestparameters',
  'responseelements',
  'additionaleventdata',
  'serviceeventdetails',
])

// Copies token by token, so that numbers keep their digits.
function fromAthena(text: string): Restored | undefined {
  const tokens = jsonTokens(text)
  const out: string[] = []
  let depth = 0
  let top = ''
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (isOpen(token) && ++depth > MAX_DEPTH) return undefined
    if (isClose(token)) depth--
    const isKey = tokens[i + 1] === ':' && token.startsWith('"')
    if (isKey && depth === 1) top = JSON.parse(token) as string
    if (isKey && (depth === 1 || !AS_THEY_ARE.has(top))) out.push(cased(token, top))
    else if (depth === 1 && tokens[i - 1] === ':' && AS_THEY_ARE.has(top)) out.push(unpacked(token))
    else if (depth === 1 && tokens[i - 1] === ':' && top === 'useridentity') out.push(identity(token))
    else out.push(token)
  }
  return { record: Buffer.from(out.join('')), lookup: undefined }
}

function cased(key: string, top: string): string {
  const name = key.slice(1, -1)
  if (name === 'arn' && top === 'resources') return '"ARN"'
  const found = CASE_OF.get(name)
  return found === undefined ? key : `"${found}"`
}

// An object in Athena's notation.
function identity(token: string): string {
  if (!token.startsWith('"{')) return token
  const struct = identityStruct(JSON.parse(token) as string)
  const tokens = struct === undefined ? [token] : jsonTokens(struct)
  return tokens.map((one, i) => (tokens[i + 1] === ':' ? cased(one, 'useridentity') : one)).join('')
}

// `"{\"bucketName\":\"b\"}"` is an object that was written to a text column.
function unpacked(token: string): string {
  if (!token.startsWith('"')) return token
  try {
    const text = JSON.parse(token) as string
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? text.replace(/[\r\n]/g, ' ') : token
  } catch {
    return token
  }
}

/** Columns of the console's CSV that correspond to a field of the record. */
const FIELD_OF_COLUMN: Readonly<Record<string, string>> = {
  'Event time': 'eventTime',
  'Event source': 'eventSource',
  'Event name': 'eventName',
  'AWS region': 'awsRegion',
  'Source IP address': 'sourceIPAddress',
  'User agent': 'userAgent',
  'Error code': 'errorCode',
  'Request ID': 'requestID',
  'Event ID': 'eventID',
  'Event type': 'eventType',
  'Recipient Account Id': 'recipientAccountId',
  'Event category': 'eventCategory',
}

function fromRow(text: string): Restored | undefined {
  const row: unknown = JSON.parse(text)
  const cell = (column: string): string => {
    const value = own(row, column)
    return typeof value === 'string' ? value : ''
  }
  if (cell('Event time') === '' || cell('Event name') === '') return undefined
  const record: Record<string, Json> = {}
  for (const [column, field] of Object.entries(FIELD_OF_COLUMN)) {
    if (cell(column) !== '') record[field] = cell(column)
  }
  if (cell('AWS access key') !== '') record['userIdentity'] = { accessKeyId: cell('AWS access key') }
  const readOnly = cell('Read-only').toLowerCase()
  if (readOnly === 'true' || readOnly === 'false') record['readOnly'] = readOnly === 'true'
  const username = cell('User name') === '' ? undefined : cell('User name')
  const lookup = { username, resources: resourcesOf(cell('Resources')) }
  return { record: Buffer.from(JSON.stringify(record)), lookup, withoutRecord: true }
}

function resourcesOf(cell: string): LookupFields['resources'] {
  try {
    const listed: unknown = JSON.parse(cell)
    if (!Array.isArray(listed)) return undefined
    return (listed as readonly Json[]).filter(isObject).flatMap((one) => {
      const [type, name] = [own(one, 'resourceType'), own(one, 'resourceName')]
      return typeof name === 'string' ? [{ type: typeof type === 'string' ? type : undefined, name }] : []
    })
  } catch {
    return undefined
  }
}
