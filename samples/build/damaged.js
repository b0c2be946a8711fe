// @ts-check
// Files that a reader must survive and report, kept apart from the default samples. Each stands for one way in which
// a log file goes wrong, or for a document that only looks like one.

import { gzipSync } from 'node:zlib'
import { gzip, logFileKey } from './delivery.js'
import { iamUser } from './identity.js'
import { seeded } from './random.js'
import { logFileText, record, recordText } from './record.js'

const ACCOUNT = '123456789012'
const REGION = 'us-east-1'

/** @returns {import('./delivery.js').SampleFile[]} */
export function damaged() {
  const random = seeded('damaged')
  const path = (/** @type {string} */ clock, /** @type {string} */ unique) =>
    `AWSLogs/${logFileKey({ account: ACCOUNT, kind: 'CloudTrail', region: REGION, delivered: at(clock), unique })}`
  const records = (/** @type {string} */ clock, /** @type {number} */ count) =>
    Array.from({ length: count }, (_, index) => tagging(random, at(clock) + index * 1000))

  const whole = gzip(logFileText(records('10:01:00', 40)), at('10:05:00'))
  const badChecksum = gzip(logFileText(records('10:21:00', 3)), at('10:25:00'))
  badChecksum.writeUInt32LE(
    (badChecksum.readUInt32LE(badChecksum.length - 8) ^ 0xffffffff) >>> 0,
    badChecksum.length - 8,
  )
  return [
    { path: path('10:05:00', 'cutInHalfEXAMPLE'), bytes: whole.subarray(0, whole.length >> 1) },
    {
      path: path('10:15:00', 'oneBrokenEXAMPLE'),
      bytes: gzip(withOneBroken(records('10:11:00', 5)), at('10:15:00')),
    },
    { path: path('10:25:00', 'badChecksEXAMPLE'), bytes: badChecksum },
    {
      path: path('10:35:00', 'appendedOEXAMPLE'),
      bytes: Buffer.concat([
        gzip(logFileText(records('10:31:00', 3)), at('10:35:00')),
        gzip(logFileText(records('10:32:00', 1)), at('10:35:00')),
      ]),
    },
    {
      path: 's3-event-notification.json',
      bytes: Buffer.from(JSON.stringify(notification(path('10:05:00', 'cutInHalfEXAMPLE')))),
    },
    {
      path: 'digest-document.json.gz',
      bytes: gzipSync(JSON.stringify(digest(path('10:25:00', 'badChecksEXAMPLE'))), { level: 9 }),
    },
  ]
}

function tagging(/** @type {import('./random.js').Random} */ random, /** @type {number} */ at) {
  const identity = iamUser({
    account: ACCOUNT,
    name: 'Alice',
    id: 'AIDACKCEVSQ6C2EXAMPLE',
    key: 'AKIAIOSFODNN7EXAMPLE',
  })
  return record(random, {
    at,
    call: 'ec2:CreateTags',
    who: {
      identity,
      ip: '192.0.2.17',
      agent: 'aws-cli/2.17.32 md/awscrt#1.0.2 ua/2.0 os/linux#6.1 lang/python#3.11.9',
    },
    account: ACCOUNT,
    region: REGION,
    params: {
      resourcesSet: { items: [{ resourceId: random.resourceId('i') }] },
      tagSet: { items: [{ key: 'team', value: 'web' }] },
    },
    response: { requestId: random.uuid(), _return: true },
  })
}

function at(/** @type {string} */ clock) {
  return Date.parse(`2024-08-18T${clock}Z`)
}

/** The third of the records loses a value: its brackets still pair up, but it is no JSON. */
function withOneBroken(/** @type {import('./record.js').Json[]} */ records) {
  const texts = records.map(recordText)
  const broken = texts.map((text, index) =>
    index === 2 ? text.replace(/"eventSource":"[^"]*"/, '"eventSource":') : text,
  )
  return `{"Records":[${broken.join(',')}]}`
}

function notification(/** @type {string} */ key) {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: REGION,
        eventTime: '2024-08-18T10:05:11.317Z',
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: 'AWS:AROAIQ7EXAMPLEEXAMPLE:regionalDeliverySession' },
        requestParameters: { sourceIPAddress: '192.0.2.200' },
        responseElements: { 'x-amz-request-id': 'C3D13FE58DE4C810' },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'NewLogFile',
          bucket: {
            name: 'example-cloudtrail-logs',
            ownerIdentity: { principalId: 'A3NL1KOZZKEXAMPLE' },
            arn: 'arn:aws:s3:::example-cloudtrail-logs',
          },
          object: {
            key,
            size: 4096,
            eTag: 'd41d8cd98f00b204e9800998ecf8427e',
            sequencer: '0055AED6DCD90281E5',
          },
        },
      },
    ],
  }
}

function digest(/** @type {string} */ key) {
  const bucket = 'example-cloudtrail-logs'
  const folder = `AWSLogs/${ACCOUNT}/CloudTrail-Digest/${REGION}/2024/08/18`
  return {
    awsAccountId: ACCOUNT,
    digestStartTime: '2024-08-18T10:00:00Z',
    digestEndTime: '2024-08-18T11:00:00Z',
    digestS3Bucket: bucket,
    digestS3Object: `${folder}/${ACCOUNT}_CloudTrail-Digest_${REGION}_example-trail_${REGION}_20240818T110000Z.json.gz`,
    digestPublicKeyFingerprint: '31e8b5433410dfb61a9dc45cc65b22ff',
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: '2024-08-18T10:21:02Z',
    oldestEventTime: '2024-08-18T10:21:00Z',
    previousDigestS3Bucket: null,
    previousDigestS3Object: null,
    previousDigestHashValue: null,
    previousDigestHashAlgorithm: null,
    previousDigestSignature: null,
    logFiles: [
      {
        s3Bucket: bucket,
        s3Object: key,
        hashValue: '9bb6196fc6b84d6f075a56548feca262bd99ba3c2de41b618e5b6e22c1fc71f6',
        hashAlgorithm: 'SHA-256',
        newestEventTime: '2024-08-18T10:21:02Z',
        oldestEventTime: '2024-08-18T10:21:00Z',
      },
    ],
  }
}
