// @ts-check
// Puts the organization trail's bucket together: ordinary days, the story, the oddities, and the files that lie
// beside the log files. One event is delivered twice, as at-least-once delivery does.

import { background } from './background.js'
import { CUSTOMER_BUCKET, IRELAND, ORGANIZATION, PRODUCTION } from './cast.js'
import { deliver, gzip, logFileKey } from './delivery.js'
import { aggregated, insights } from './insights.js'
import { oddities } from './oddities.js'
import { seeded } from './random.js'
import { logFileText } from './record.js'
import { story } from './story.js'

const ROOT = `AWSLogs/${ORGANIZATION}`

/** @returns {import('./delivery.js').SampleFile[]} */
export function organization() {
  const random = seeded('organization')
  const told = story()
  const files = deliver(random, ROOT, [...background(), ...told, ...oddities(), ...insights()])
  return [...files, again(told), aggregatedFile(), configSnapshot()]
}

/** The change of the bucket's policy, delivered a second time eleven minutes later. */
function again(/** @type {readonly import('./record.js').Json[]} */ events) {
  const event = events.find(
    (record) => record['eventName'] === 'PutBucketPolicy' && record['errorCode'] === undefined,
  )
  if (!event) throw new Error('organization: the story has no PutBucketPolicy to deliver again')
  return logFile('CloudTrail', '2024-08-17T23:33:00Z', 'DeliveredTwice01', logFileText([event]))
}

function aggregatedFile() {
  return logFile(
    'CloudTrail-Aggregated',
    '2024-08-17T23:38:00Z',
    'FiveMinuteCounts',
    JSON.stringify(aggregated()),
  )
}

function logFile(
  /** @type {string} */ kind,
  /** @type {string} */ time,
  /** @type {string} */ unique,
  /** @type {string} */ text,
) {
  const delivered = Date.parse(time)
  const key = logFileKey({ account: PRODUCTION, kind, region: IRELAND, delivered, unique })
  return { path: `${ROOT}/${key}`, bytes: gzip(text, delivered) }
}

/** Another service's file in the same bucket, to be recognised and passed over. */
function configSnapshot() {
  const id = seeded('config').uuid()
  const text = JSON.stringify({
    fileVersion: '1.0',
    configSnapshotId: id,
    configurationItems: [
      {
        configurationItemVersion: '1.3',
        configurationItemCaptureTime: '2024-08-17T06:00:58.112Z',
        configurationItemStatus: 'OK',
        awsAccountId: PRODUCTION,
        resourceType: 'AWS::S3::Bucket',
        resourceId: CUSTOMER_BUCKET,
        ARN: `arn:aws:s3:::${CUSTOMER_BUCKET}`,
        awsRegion: IRELAND,
      },
    ],
  })
  return {
    path: `${ROOT}/${PRODUCTION}/Config/${IRELAND}/2024/8/17/ConfigSnapshot/${PRODUCTION}_Config_${IRELAND}_ConfigSnapshot_20240817T060102Z_${id}.json.gz`,
    bytes: gzip(text, Date.parse('2024-08-17T06:01:02Z')),
  }
}
