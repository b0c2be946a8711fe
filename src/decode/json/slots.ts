// The well-known top-level keys of records and of their wrappers. The scanner records where their values are, each in a
// numbered slot.

/** Top-level keys whose values' offsets are recorded. Everything else is only checked. */
export const SLOT_KEYS = [
  'eventTime',
  'eventID',
  'eventName',
  'eventSource',
  'awsRegion',
  'readOnly',
  'recipientAccountId',
  'userIdentity',
  'errorCode',
  'errorMessage',
  'sourceIPAddress',
  'userAgent',
  'eventType',
  'eventCategory',
  'managementEvent',
  'requestID',
  'eventVersion',
  'requestParameters',
  'responseElements',
  'resources',
  'additionalEventData',
  'sessionCredentialFromConsole',
  'sharedEventID',
  'apiVersion',
  'vpcEndpointId',
  'vpcEndpointAccountId',
  'serviceEventDetails',
  'tlsDetails',
  // Aggregated and Insights records, and wrappers of records.
  'timeWindow',
  'eventId',
  'insightDetails',
  'detail',
  'detail-type',
  'CloudTrailEvent',
  'message',
  'Username',
  'Resources',
  'digestS3Object',
  'digestEndTime',
  // Keys of lists of records.
  'Records',
  'Events',
  'events',
  'logEvents',
] as const
export type SlotKey = (typeof SLOT_KEYS)[number]
/** Without a prototype, because it is also indexed by typed names: `constructor` must not be found. */
export const SLOT = Object.assign(
  Object.create(null) as object,
  Object.fromEntries(SLOT_KEYS.map((key, index) => [key, index])),
) as Record<SlotKey, number>

/** Keys in some values of most records, which are read faster in the order in which they come each time. */
export const INNER_KEYS = [
  'type',
  'principalId',
  'arn',
  'accountId',
  'accessKeyId',
  'userName',
  'sessionContext',
  'sessionIssuer',
  'webIdFederationData',
  'attributes',
  'creationDate',
  'mfaAuthenticated',
  'invokedBy',
  'tlsVersion',
  'cipherSuite',
  'clientProvidedHostHeader',
] as const

/** Values with such keys, and which of them comes first. */
export const FIRST_KEYS = [
  ['userIdentity', 'type'],
  ['tlsDetails', 'tlsVersion'],
] as const
