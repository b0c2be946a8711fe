// The columns of a CloudTrail table as in Athena's documentation: the record's field names in lower case; fields that
// vary from service to service are text. The tables in Athena and DuckDB, Parquet files and the SQL of a filter all use
// it. https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html

export type ColumnType =
  | 'text'
  | 'json' // varies by service: text that holds JSON
  | { readonly kind: 'struct' | 'list'; readonly fields: Fields } // a list is a list of structs
  | { readonly kind: 'map' } // from text to text

/** By field name in the record. */
export type Fields = Readonly<Record<string, ColumnType>>

const TEXT = 'text'

export const COLUMNS: Fields = {
  eventVersion: TEXT,
  userIdentity: struct({
    ...texts('type principalId arn accountId invokedBy accessKeyId userName'),
    onBehalfOf: struct(texts('userId identityStoreArn')),
    sessionContext: struct({
      attributes: struct(texts('mfaAuthenticated creationDate')),
      sessionIssuer: struct(texts('type principalId arn accountId userName')),
      ec2RoleDelivery: TEXT,
      webIdFederationData: struct({ federatedProvider: TEXT, attributes: { kind: 'map' } }),
    }),
  }),
  ...texts('eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode errorMessage'),
  requestParameters: 'json',
  responseElements: 'json',
  additionalEventData: 'json',
  ...texts('requestID eventID readOnly'),
  resources: { kind: 'list', fields: texts('ARN accountId type') },
  ...texts('eventType apiVersion recipientAccountId'),
  serviceEventDetails: 'json',
  ...texts('sharedEventID vpcEndpointId vpcEndpointAccountId eventCategory'),
  addendum: struct(texts('reason updatedFields originalRequestID originalEventID')),
  sessionCredentialFromConsole: TEXT,
  edgeDeviceDetails: 'json',
  tlsDetails: struct(texts('tlsVersion cipherSuite clientProvidedHostHeader')),
}

function struct(fields: Fields): ColumnType {
  return { kind: 'struct', fields }
}

function texts(names: string): Fields {
  return Object.fromEntries(names.split(' ').map((name) => [name, TEXT]))
}

export interface FoundColumn {
  /** The column in SQL: `useridentity.arn`. */
  readonly sql: string
  readonly type: ColumnType
  /** Keys of the path inside the column's JSON. */
  readonly below: readonly string[]
}

/** The column that holds the value at these keys of a record; undefined if there is none. */
export function columnAt(keys: readonly string[]): FoundColumn | undefined {
  let fields = COLUMNS
  const names: string[] = []
  for (const [n, key] of keys.entries()) {
    const type = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (type === undefined) return undefined
    names.push(key.toLowerCase())
    const below = keys.slice(n + 1)
    if (type === 'json' || below.length === 0) return { sql: names.join('.'), type, below }
    if (typeof type !== 'object' || type.kind !== 'struct') return undefined
    fields = type.fields
  }
  return undefined
}
