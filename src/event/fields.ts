// The one table of fields: what a column is called, where it comes from and how its cell reads. Table output, CSV,
// --columns, `summary --by`, show, compare and the help pages all read it; none of them knows a field by itself.

import type { Event } from './event.ts'
import { didYouMean } from '../util/did-you-mean.ts'
import { UsageError } from '../util/usage-error.ts'
import { category } from './category.ts'
import { formatTime } from './event-time.ts'
import { accessKeyId, accountOf, identityType, mfa, principals, roleName, username } from './identity.ts'
import { errorCode, eventId, eventName, eventSource } from './names.ts'
import { readOnly } from './read-only.ts'
import { parsePath, textAt } from './record-path.ts'
import { csvResources, resources } from './resources.ts'
import { target } from './target.ts'

export interface Field {
  /** As typed: `event-name`. */
  readonly name: string
  /** The console's column label: `Event name`. */
  readonly label: string
  /** The exact header in the console's CSV download, for the 16 columns it has. */
  readonly csv?: string
  /** Where it comes from, for the documentation. */
  readonly path: string
  readonly describe: string
  /** True where the cell is not simply the record's text at `path`. */
  readonly derived: boolean
  /** The cell; undefined for "none". Not made safe for a terminal. */
  readonly get: (event: Event) => string | undefined
}

export const FIELDS: readonly Field[] = [
  {
    name: 'event-name',
    label: 'Event name',
    csv: 'Event name',
    path: 'eventName',
    describe: 'the API action or event; for Insights, the action they are about',
    derived: false,
    get: eventName,
  },
  {
    name: 'event-time',
    label: 'Event time',
    csv: 'Event time',
    path: 'eventTime',
    describe: 'when the request completed, in UTC',
    derived: false,
    get: (event) => formatTime(event.time) || event.text('eventTime'),
  },
  {
    name: 'user-name',
    label: 'User name',
    csv: 'User name',
    path: 'userIdentity.userName, userIdentity.principalId',
    describe: "the user's name; for a role the session name; root for the root user",
    derived: true,
    get: username,
  },
  {
    name: 'event-source',
    label: 'Event source',
    csv: 'Event source',
    path: 'eventSource',
    describe: 'the service, as ec2.amazonaws.com',
    derived: false,
    get: eventSource,
  },
  {
    name: 'resource-type',
    label: 'Resource type',
    path: 'resources, requestParameters, responseElements',
    describe: 'types of the resources (best effort), in the order of their names',
    derived: true,
    get: (event) => joined(resources(event).map(({ type }) => type ?? '-')),
  },
  {
    name: 'resource-name',
    label: 'Resource name',
    path: 'resources, requestParameters, responseElements',
    describe: 'names, ARNs and IDs of the resources (best effort)',
    derived: true,
    get: (event) => joined(resources(event).map(({ name }) => name)),
  },
  {
    name: 'read-only',
    label: 'Read-only',
    csv: 'Read-only',
    path: 'readOnly',
    describe: 'true or false; inferred from the event name where old records do not tell',
    derived: true,
    get: (event) => String(readOnly(event).value),
  },
  {
    name: 'region',
    label: 'AWS region',
    csv: 'AWS region',
    path: 'awsRegion',
    describe: 'the Region of the call',
    derived: false,
    get: (event) => event.text('awsRegion'),
  },
  {
    name: 'event-id',
    label: 'Event ID',
    csv: 'Event ID',
    path: 'eventID',
    describe: 'the unique ID of the event',
    derived: false,
    get: eventId,
  },
  {
    name: 'access-key-id',
    label: 'AWS access key',
    csv: 'AWS access key',
    path: 'userIdentity.accessKeyId',
    describe: 'the access key that signed the request',
    derived: false,
    get: accessKeyId,
  },
  {
    name: 'source-ip',
    label: 'Source IP address',
    csv: 'Source IP address',
    path: 'sourceIPAddress',
    describe: 'where the request came from: an address, or the host name of an AWS service',
    derived: false,
    get: (event) => event.text('sourceIPAddress'),
  },
  {
    name: 'error-code',
    label: 'Error code',
    csv: 'Error code',
    path: 'errorCode',
    describe: 'the error, such as AccessDenied',
    derived: false,
    get: errorCode,
  },
  {
    name: 'request-id',
    label: 'Request ID',
    csv: 'Request ID',
    path: 'requestID',
    describe: "the service's ID of the request",
    derived: false,
    get: (event) => event.text('requestID'),
  },
  {
    name: 'event-type',
    label: 'Event type',
    csv: 'Event type',
    path: 'eventType',
    describe: 'AwsApiCall, AwsServiceEvent, AwsConsoleSignIn, …',
    derived: false,
    get: (event) => event.text('eventType'),
  },
  {
    name: 'user-agent',
    label: 'User agent',
    csv: 'User agent',
    path: 'userAgent',
    describe: 'the program that made the request, in its own words',
    derived: false,
    get: (event) => event.text('userAgent'),
  },
  {
    name: 'recipient-account-id',
    label: 'Recipient Account Id',
    csv: 'Recipient Account Id',
    path: 'recipientAccountId',
    describe: 'the account that received the event',
    derived: false,
    get: (event) => event.text('recipientAccountId'),
  },
  {
    name: 'event-category',
    label: 'Event category',
    csv: 'Event category',
    path: 'eventCategory',
    describe: 'Management, Data, Insight, NetworkActivity or Aggregated; inferred in old records',
    derived: true,
    get: (event) => event.text('eventCategory') ?? category(event),
  },
  {
    name: 'resources',
    label: 'Resources',
    csv: 'Resources',
    path: 'resources, requestParameters, responseElements',
    describe: 'types and names of the resources as JSON (best effort)',
    derived: true,
    get: csvResources,
  },
  {
    name: 'error-message',
    label: 'Error message',
    path: 'errorMessage',
    describe: 'the error in words',
    derived: false,
    get: (event) => event.text('errorMessage'),
  },
  {
    name: 'account',
    label: 'Account',
    path: 'recipientAccountId, userIdentity.accountId',
    describe: 'the account the event belongs to',
    derived: true,
    get: accountOf,
  },
  {
    name: 'identity-type',
    label: 'Identity type',
    path: 'userIdentity.type',
    describe: 'IAMUser, AssumedRole, Root, AWSService, …',
    derived: false,
    get: identityType,
  },
  {
    name: 'role',
    label: 'Role',
    path: 'userIdentity.sessionContext.sessionIssuer.userName',
    describe: 'the role behind a role session',
    derived: true,
    get: roleName,
  },
  {
    name: 'principal',
    label: 'Principal',
    path: 'userIdentity.arn',
    describe: "the caller's ARN; where there is none, the next best of the identity",
    derived: true,
    get: (event) => principals(event)[0],
  },
  {
    name: 'mfa',
    label: 'MFA',
    path: 'userIdentity.sessionContext.attributes.mfaAuthenticated, additionalEventData.MFAUsed',
    describe: 'true or false where the record tells whether MFA was used',
    derived: true,
    get: (event) => mfa(event)?.toString(),
  },
  {
    name: 'target',
    label: 'Target',
    path: 'resources, requestParameters',
    describe: 'done to what, in one line (best effort)',
    derived: true,
    get: target,
  },
  {
    name: 'file',
    label: 'File',
    path: '(the log file)',
    describe: 'the log file the event was read from',
    derived: true,
    get: (event) => event.origin.file || undefined,
  },
]

function joined(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(', ')
}

/** The console's default columns, in its order. */
export const DEFAULT_COLUMNS: readonly string[] = [
  'event-name',
  'event-time',
  'user-name',
  'event-source',
  'resource-type',
  'resource-name',
]

/** The 16 columns of the console's CSV download, in its order, which is not that of the screen. */
export const CSV_COLUMNS: readonly string[] = [
  'user-name',
  'access-key-id',
  'event-time',
  'event-source',
  'event-name',
  'region',
  'source-ip',
  'user-agent',
  'error-code',
  'resources',
  'request-id',
  'event-id',
  'read-only',
  'event-type',
  'recipient-account-id',
  'event-category',
]

/** Top-level fields of a record that are columns by their own name alone. */
export const RECORD_FIELDS: readonly string[] = [
  'eventVersion',
  'userIdentity',
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'apiVersion',
  'managementEvent',
  'serviceEventDetails',
  'sharedEventID',
  'vpcEndpointId',
  'vpcEndpointAccountId',
  'addendum',
  'sessionCredentialFromConsole',
  'edgeDeviceDetails',
  'tlsDetails',
  'eventContext',
  'insightDetails',
  'accountId',
  'timeWindow',
  'summary',
]

/** A field by its name, label, CSV header or field of the record, however cased or separated; undefined if there is none. */
export function findField(text: string): Field | undefined {
  return BY_SPELLING.get(spelling(text))
}

function spelling(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '')
}

const BY_SPELLING: ReadonlyMap<string, Field> = new Map(
  // Names last, so that they win where a field of the record is called the same.
  [(field: Field) => field.path, (field: Field) => field.label, (field: Field) => field.name].flatMap(
    (form) =>
      FIELDS.filter((field) => /^[\w\s-]+$/.test(form(field))).map((field): [string, Field] => [
        spelling(form(field)),
        field,
      ]),
  ),
)

export interface Column {
  readonly label: string
  readonly get: (event: Event) => string | undefined
}

/** A field, or any path into the record. Throws UsageError for a single word that is neither, or a broken path. */
export function columnOf(text: string): Column {
  const field = findField(text)
  if (field) return { label: field.label, get: field.get }
  const path = parsePath(text)
  const isWord = /^[^.[]*$/.test(text)
  if (path === undefined || (isWord && !RECORD_FIELDS.includes(text))) throw unknownColumn(text)
  const [first, ...rest] = path
  if (first === undefined || !('key' in first))
    return { label: text, get: (event) => textAt(event.record, path) }
  return {
    label: text,
    get(event) {
      const part = event.part(first.key)
      return part === undefined ? undefined : textAt(part, rest)
    },
  }
}

function unknownColumn(text: string): UsageError {
  const near = didYouMean(text, [...FIELDS.map(({ name }) => name), ...RECORD_FIELDS])
  const list = 'see "trail-explore help columns"'
  return new UsageError(
    `unknown column '${text}'`,
    near === undefined
      ? `${list}; a path such as requestParameters.bucketName works too`
      : `did you mean ${near}? ${list}`,
  )
}
