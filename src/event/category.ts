// The category of an event. Records state it since eventVersion 1.07; for older records it is inferred from their
// content.

import type { Event } from './event.ts'
import { ownText } from '../util/json.ts'
import { looseBoolean } from './loose-boolean.ts'

export const CATEGORIES = ['Management', 'Data', 'Insight', 'NetworkActivity', 'Aggregated'] as const
/** Possible values of `eventType`. AwsVpceEvent occurs in two spellings. */
export const EVENT_TYPES: readonly string[] = [
  'AwsApiCall',
  'AwsServiceEvent',
  'AwsConsoleSignIn',
  'AwsConsoleAction',
  'AwsVpceEvent',
  'AwsVpceEvents',
  'AwsCloudTrailInsight',
  'AwsAggregatedEvent',
]
export type Category = (typeof CATEGORIES)[number]

export function category(event: Event): Category {
  const stated = event.text('eventCategory')
  if (stated === 'Management') return stated // nearly all events, which need no search
  return CATEGORIES.find((known) => known === stated) ?? ofType(event.text('eventType')) ?? ofContent(event)
}

function ofType(eventType: string | undefined): Category | undefined {
  switch (eventType) {
    case 'AwsCloudTrailInsight':
      return 'Insight'
    case 'AwsAggregatedEvent':
      return 'Aggregated'
    case 'AwsVpceEvent': // spelling in the documentation's sample records
    case 'AwsVpceEvents': // spelling in the documentation's text
      return 'NetworkActivity'
    default:
      return undefined
  }
}

function ofContent(event: Event): Category {
  const isManagement = looseBoolean(event.part('managementEvent')) ?? !isKnownDataCall(event)
  return isManagement ? 'Management' : 'Data'
}

function isKnownDataCall(event: Event): boolean {
  const name = event.text('eventName') ?? ''
  switch (event.text('eventSource')) {
    case 's3.amazonaws.com':
      return S3_OBJECT_CALL.test(name) && namesAnObject(event)
    case 'lambda.amazonaws.com':
      return name.startsWith('Invoke')
    case 'dynamodb.amazonaws.com':
      return DYNAMODB_ITEM_CALL.test(name)
    default:
      return false
  }
}

function namesAnObject(event: Event): boolean {
  const resources = event.part('resources')
  return Array.isArray(resources) && resources.some((one) => ownText(one, 'type') === 'AWS::S3::Object')
}

const S3_OBJECT_CALL =
  /^(?:(?:Get|Put|Delete|Head|Copy|Restore|Post|Select)Object\w*|DeleteObjects|ListParts|UploadPart(?:Copy)?|(?:Create|Complete|Abort)MultipartUpload)$/
const DYNAMODB_ITEM_CALL =
  /^(?:(?:Get|Put|Update|Delete)Item|Batch(?:Get|Write)Item|Query|Scan|Transact(?:Get|Write)Items|(?:Batch)?ExecuteStatement|ExecuteTransaction|GetRecords|GetShardIterator)$/
