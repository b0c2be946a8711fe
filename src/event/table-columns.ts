// The columns of a CloudTrail table as Athena's documentation has them: the names of a record in lower case, and as text
// what varies from service to service. The table in Athena, the one in DuckDB, Parquet files and the SQL of a filter all
// follow this one.
// https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html

export type ColumnType =
  | 'text'
  | 'json' // what varies: a text that holds JSON
  | { readonly kind: 'struct' | 'list'; readonly fields: Fields } // a list is one of structs
  | { readonly kind: 'map' } // of texts

/** By the name that the record has. */
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
  /** As SQL names it: `useridentity.arn`. */
  readonly sql: string
  readonly type: ColumnType
  /** The keys that lead on into the JSON of the column. */
  readonly below: readonly string[]
}

/** Where the value at these keys of a record lies; undefined where no column has it. */
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
