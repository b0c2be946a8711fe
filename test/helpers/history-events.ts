// Events in the form of Event history: the service's own fields, and the record as in a log file.

import type { HistoryEntry } from './history-server.ts'

export interface EventSpec {
  /** Any time that Date parses, or epoch seconds. */
  readonly time: string | number
  readonly id: string
  readonly name?: string
  readonly source?: string
  readonly user?: string
  readonly region?: string
  readonly readOnly?: boolean
  readonly resources?: HistoryEntry['Resources']
  /** Additional fields of the record. */
  readonly more?: Readonly<Record<string, unknown>>
}

const ACCOUNT = '123456789012'

export function historyEvent(spec: EventSpec): HistoryEntry {
  const { id, name = 'CreateUser', source = 'iam.amazonaws.com', user = 'alice', readOnly = false } = spec
  const seconds = typeof spec.time === 'number' ? spec.time : Date.parse(spec.time) / 1000
  const record = {
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLE',
      arn: `arn:aws:iam::${ACCOUNT}:user/${user}`,
      accountId: ACCOUNT,
      accessKeyId: 'AKIAEXAMPLE',
      userName: user,
    },
    eventTime: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'),
    eventSource: source,
    eventName: name,
    awsRegion: spec.region ?? 'us-east-1',
    sourceIPAddress: '192.0.2.10',
    userAgent: 'aws-cli/2.17',
    ...spec.more,
    requestID: `request-${id}`,
    eventID: id,
    readOnly,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    eventCategory: 'Management',
  }
  return {
    EventId: id,
    EventName: name,
    EventSource: source,
    EventTime: seconds,
    ReadOnly: readOnly ? 'true' : 'false',
    AccessKeyId: 'AKIAEXAMPLE',
    Username: user,
    Resources: spec.resources ?? [],
    CloudTrailEvent: JSON.stringify(record),
  }
}

/** Such as `00000000-0000-4000-8000-000000000007`. */
export function eventId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

/** The entry that the service would keep for a record. */
export function entryOf(record: Readonly<Record<string, unknown>>): HistoryEntry {
  const { eventID, eventName, eventSource, eventTime, readOnly, userIdentity } = record
  const { type, userName, principalId, accessKeyId } = (userIdentity ?? {}) as Readonly<
    Record<string, string>
  >
  const user = type === 'Root' ? 'root' : (userName ?? principalId?.split(':')[1])
  return {
    EventId: String(eventID),
    EventName: String(eventName),
    EventSource: String(eventSource),
    EventTime: Date.parse(String(eventTime)) / 1000,
    ReadOnly: readOnly === true ? 'true' : 'false',
    ...(accessKeyId && { AccessKeyId: accessKeyId }),
    ...(user && { Username: user }),
    CloudTrailEvent: JSON.stringify(record),
  }
}
