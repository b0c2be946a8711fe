// The one table of fields: each column's name, label, origin, preferred width, and filter option. Tables, CSV,
// --columns, `summary --by`, filters, show, compare, completion and the help pages all read it. Plain data, loaded at
// every start; fields.ts has the functions that read the fields of an event.

import { CATEGORIES } from './category.ts'

export interface FieldRow {
  /** As typed on the command line: `event-name`. */
  readonly name: string
  /** The console's column label, and the header in its CSV download: `Event name`. */
  readonly label: string
  /** Where the value comes from: paths in the record, or another origin in parentheses. */
  readonly path: string
  readonly describe: string
  /** True if the cell is not simply the text at `path`. */
  readonly derived: boolean
  /** Type of the cell; text if absent. */
  readonly type?: 'time' | 'boolean' | 'address' | 'json'
  /** How a table shortens the value; like `text` if absent. */
  readonly width?: WidthClass
  /** From 1. If a table is too wide, default columns with the highest number are dropped first. */
  readonly dropOrder?: number
  /** Any value means that something went wrong. */
  readonly tone?: 'fault'
  /** The filter option of the same name: placeholder for its value, help text, and group. */
  readonly option?: {
    readonly value: string
    readonly help: string
    /** `scope` options select where events are, rather than what they are. */
    readonly group: 'attribute' | 'scope' | 'more'
  }
}

export type WidthClass = 'whole' | 'text' | 'name' | 'service' | 'types' | 'resources' | 'path'

export const FIELD_TABLE = [
  {
    name: 'event-name',
    label: 'Event name',
    path: 'eventName',
    describe: 'the API action or event; for Insights, the action they are about',
    derived: false,
    width: 'name',
    option: { value: 'name', help: 'API action, such as ConsoleLogin', group: 'attribute' },
  },
  {
    name: 'event-time',
    label: 'Event time',
    path: 'eventTime',
    describe: 'when the request completed, in UTC',
    derived: false,
    type: 'time',
    width: 'whole',
  },
  {
    name: 'user-name',
    label: 'User name',
    path: 'userIdentity.userName, userIdentity.principalId',
    describe: "the user's name; for a role the session name; root for the root user",
    derived: true,
    option: { value: 'name', help: 'user name; the session name for roles', group: 'attribute' },
  },
  {
    name: 'event-source',
    label: 'Event source',
    path: 'eventSource',
    describe: 'the service, such as ec2.amazonaws.com',
    derived: false,
    width: 'service',
    dropOrder: 2,
    option: {
      value: 'service',
      help: 'service, such as ec2.amazonaws.com, or ec2 for short',
      group: 'attribute',
    },
  },
  {
    name: 'resource-type',
    label: 'Resource type',
    path: 'resources, requestParameters, responseElements',
    describe: 'types of the resources, in the order of their names (best effort)',
    derived: true,
    width: 'types',
    dropOrder: 3,
    option: {
      value: 'type',
      help: 'type of a resource referenced, such as AWS::S3::Bucket (best effort)',
      group: 'attribute',
    },
  },
  {
    name: 'resource-name',
    label: 'Resource name',
    path: 'resources, requestParameters, responseElements',
    describe: 'names, ARNs and IDs of the resources (best effort)',
    derived: true,
    width: 'resources',
    option: {
      value: 'name',
      help: 'name, ARN or ID of a resource, including calls that only read it (best effort)',
      group: 'attribute',
    },
  },
  {
    name: 'read-only',
    label: 'Read-only',
    path: 'readOnly',
    describe: 'true or false; inferred from the event name in old records',
    derived: true,
    type: 'boolean',
    width: 'whole',
  },
  {
    name: 'region',
    label: 'AWS region',
    path: 'awsRegion',
    describe: 'the Region of the call',
    derived: false,
    width: 'whole',
    dropOrder: 4,
    option: { value: 'region', help: 'Region of the event', group: 'scope' },
  },
  {
    name: 'id',
    label: 'ID',
    path: 'eventID',
    describe:
      'eight characters that show and compare take: the beginning of the event ID, or of a hash of the record',
    derived: true,
    width: 'whole',
    dropOrder: 1,
  },
  {
    name: 'event-id',
    label: 'Event ID',
    path: 'eventID',
    describe: 'the unique ID of the event',
    derived: false,
    width: 'whole',
    option: { value: 'id', help: 'event ID', group: 'attribute' },
  },
  {
    name: 'access-key-id',
    label: 'AWS access key',
    path: 'userIdentity.accessKeyId',
    describe: 'the access key that signed the request',
    derived: false,
    width: 'whole',
    option: { value: 'key', help: 'access key that signed the request', group: 'attribute' },
  },
  {
    name: 'source-ip',
    label: 'Source IP address',
    path: 'sourceIPAddress',
    describe: 'where the request came from: an address, or the host name of an AWS service',
    derived: false,
    type: 'address',
    width: 'path',
    dropOrder: 1,
  },
  {
    name: 'error-code',
    label: 'Error code',
    path: 'errorCode',
    describe: 'the error, such as AccessDenied',
    derived: false,
    width: 'name',
    tone: 'fault',
    option: { value: 'code', help: 'error code, such as AccessDenied', group: 'more' },
  },
  {
    name: 'request-id',
    label: 'Request ID',
    path: 'requestID',
    describe: "the service's ID of the request",
    derived: false,
  },
  {
    name: 'event-type',
    label: 'Event type',
    path: 'eventType',
    describe: 'AwsApiCall, AwsServiceEvent, AwsConsoleSignIn, …',
    derived: false,
    option: { value: 'type', help: 'AwsApiCall, AwsConsoleSignIn, AwsServiceEvent, …', group: 'more' },
  },
  {
    name: 'user-agent',
    label: 'User agent',
    path: 'userAgent',
    describe: 'the program that made the request, as it identifies itself',
    derived: false,
    option: { value: 'text', help: 'user agent; usually with wildcards', group: 'more' },
  },
  {
    name: 'user-agent-family',
    label: 'User agent family',
    path: 'userAgent',
    describe: 'the program of the user agent without its version: aws-cli, Boto3, Terraform, …',
    derived: true,
    width: 'name',
  },
  {
    name: 'recipient-account-id',
    label: 'Recipient Account Id',
    path: 'recipientAccountId',
    describe: 'the account that received the event',
    derived: false,
    width: 'whole',
  },
  {
    name: 'event-category',
    label: 'Event category',
    path: 'eventCategory',
    describe: 'Management, Data, Insight, NetworkActivity or Aggregated; inferred in old records',
    derived: true,
    option: { value: 'category', help: CATEGORIES.join(', '), group: 'more' },
  },
  {
    name: 'resources',
    label: 'Resources',
    path: 'resources, requestParameters, responseElements',
    describe: 'types and names of the resources as JSON (best effort)',
    derived: true,
    type: 'json',
  },
  {
    name: 'result',
    label: 'Result',
    path: 'errorCode, responseElements, serviceEventDetails',
    describe: 'Success, Failure (of a sign-in), or the error code',
    derived: true,
    width: 'name',
  },
  {
    name: 'error-message',
    label: 'Error message',
    path: 'errorMessage',
    describe: 'the error message',
    derived: false,
    tone: 'fault',
  },
  {
    name: 'account',
    label: 'Account',
    path: 'recipientAccountId, userIdentity.accountId',
    describe: 'the account the event belongs to',
    derived: true,
    width: 'whole',
    dropOrder: 4,
    option: {
      value: 'id',
      help: 'account that recorded the event; the account of the folder takes precedence',
      group: 'scope',
    },
  },
  {
    name: 'identity',
    label: 'Identity',
    path: 'userIdentity, additionalEventData.UserName',
    describe:
      'who it was: user alice, role Deploy (whatever the session), root, service ec2.amazonaws.com, …',
    derived: true,
    width: 'resources',
    option: {
      value: 'who',
      help: 'who made the call, as in the column identity: "user alice", "role Deploy", root',
      group: 'more',
    },
  },
  {
    name: 'identity-type',
    label: 'Identity type',
    path: 'userIdentity.type',
    describe: 'IAMUser, AssumedRole, Root, AWSService, …',
    derived: false,
    width: 'whole',
    option: { value: 'type', help: 'Root, IAMUser, AssumedRole, AWSService, …', group: 'more' },
  },
  {
    name: 'role',
    label: 'Role',
    path: 'userIdentity.sessionContext.sessionIssuer.userName',
    describe: 'the role behind a role session',
    derived: true,
    width: 'name',
    option: { value: 'name', help: 'role whose session made the call', group: 'more' },
  },
  {
    name: 'principal',
    label: 'Principal',
    path: 'userIdentity.arn, userIdentity.sessionContext.sessionIssuer.arn, userIdentity.principalId',
    describe: "the caller's ARN; where there is none, that of the role, or the principal ID",
    derived: true,
    width: 'resources',
    option: { value: 'arn', help: 'any ARN of the identity, or its principal ID', group: 'more' },
  },
  {
    name: 'session',
    label: 'Session',
    path: 'userIdentity.accessKeyId, userIdentity.principalId, userIdentity.sessionContext',
    describe:
      'the credential that the calls of one session share: its access key, or for the console, which has many, principal#creation',
    derived: true,
    width: 'path',
    option: {
      value: 'id',
      help: 'session ID, as in the column session; groups the keys of a console session',
      group: 'more',
    },
  },
  {
    name: 'mfa',
    label: 'MFA',
    path: 'userIdentity.sessionContext.attributes.mfaAuthenticated, additionalEventData.MFAUsed',
    describe: 'whether MFA was used: true or false; empty if the record does not say',
    derived: true,
    type: 'boolean',
    width: 'whole',
  },
  {
    name: 'target',
    label: 'Target',
    path: 'resources, requestParameters',
    describe: 'what the call acted on, in one line (best effort)',
    derived: true,
    width: 'resources',
  },
  {
    name: 'file',
    label: 'File',
    path: '(the log file)',
    describe: 'the log file the event was read from',
    derived: true,
    width: 'path',
  },
  {
    name: 'location',
    label: 'Location',
    path: '(the log file)',
    describe: 'the log file and the number of the record, as show and compare accept it',
    derived: true,
    width: 'path',
  },
] as const satisfies readonly FieldRow[]

type Row = (typeof FIELD_TABLE)[number]
export type FieldName = Row['name']

/** Fields that are not simply the text at a path of the record. */
export type DerivedField = Extract<Row, { readonly derived: true }>['name']

/** Fields with a filter option. */
export type TextField = Extract<Row, { readonly option: object }>['name']

export const TEXT_FIELDS = FIELD_TABLE.filter(
  (row): row is Extract<Row, { readonly option: object }> => 'option' in row,
).map(({ name }) => name)

/** The columns of the console's Event history page. */
export const DEFAULT_COLUMNS: readonly string[] = [
  'event-name',
  'event-time',
  'user-name',
  'event-source',
  'resource-type',
  'resource-name',
] satisfies readonly FieldName[]

/** The default columns of a table: those of the console, preceded by the ID with which the event can be opened. */
export const TABLE_COLUMNS: readonly string[] = ['id', ...DEFAULT_COLUMNS]

/** The 16 columns of the console's CSV download, in its order, which differs from the console's screen. */
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
] satisfies readonly FieldName[]

/** Top-level fields of a record that no row above has; they are columns under their own names. */
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
].filter((key) => !FIELD_TABLE.some(({ path }) => path === key))
