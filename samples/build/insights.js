// @ts-check
// Insights and aggregated events: derived by CloudTrail from others, delivered to folders of their own, and shaped
// unlike any other record.

import { DEVELOPMENT, IRELAND, OREGON, PRODUCTION } from './cast.js'
import { seeded } from './random.js'
import { isoSeconds } from './record.js'

/** @typedef {import('./record.js').Json} Json */

/**
 * Insights: the refused secrets of the story, begun and ended, and one that had not ended when the samples were taken.
 * @returns {Json[]}
 */
export function insights() {
  const random = seeded('insights')
  const secrets = {
    eventSource: 'secretsmanager.amazonaws.com',
    eventName: 'GetSecretValue',
    insightType: 'ApiErrorRateInsight',
    errorCode: 'AccessDenied',
    insightContext: {
      statistics: {
        baseline: { average: 0.0001984127 },
        insight: { average: 8 },
        insightDuration: 1,
        baselineDuration: 10_080,
      },
      attributions: [
        {
          attribute: 'userIdentityArn',
          insight: [{ value: `arn:aws:iam::${PRODUCTION}:user/svc_reporting`, average: 8 }],
          baseline: [],
        },
        {
          attribute: 'userAgent',
          insight: [
            { value: 'aws-cli/1.22.34 Python/3.10.12 Linux/5.15.0-kali3-amd64 botocore/1.23.34', average: 8 },
          ],
          baseline: [],
        },
      ],
    },
  }
  const launches = {
    eventSource: 'ec2.amazonaws.com',
    eventName: 'RunInstances',
    insightType: 'ApiCallRateInsight',
    insightContext: {
      statistics: {
        baseline: { average: 0.0020212142 },
        insight: { average: 0.6 },
        insightDuration: 5,
        baselineDuration: 10_137,
      },
      attributions: [
        {
          attribute: 'userIdentityArn',
          insight: [{ value: `arn:aws:iam::${DEVELOPMENT}:user/arnav`, average: 0.6 }],
          baseline: [{ value: `arn:aws:iam::${DEVELOPMENT}:user/arnav`, average: 0.0020212142 }],
        },
        {
          attribute: 'errorCode',
          insight: [
            { value: 'null', average: 0.4 },
            { value: 'Client.UnauthorizedOperation', average: 0.2 },
          ],
          baseline: [{ value: 'null', average: 0.0020212142 }],
        },
      ],
    },
  }
  const shared = random.uuid()
  const insight = (
    /** @type {string} */ at,
    /** @type {string} */ account,
    /** @type {string} */ region,
    /** @type {string} */ sharedEventID,
    /** @type {string} */ state,
    /** @type {Json} */ details,
  ) => ({
    eventVersion: '1.09',
    eventTime: isoSeconds(time(at)),
    awsRegion: region,
    eventID: random.uuid(),
    eventType: 'AwsCloudTrailInsight',
    recipientAccountId: account,
    sharedEventID,
    insightDetails: { state, ...details },
    eventCategory: 'Insight',
  })
  return [
    insight('17T23:03:00', PRODUCTION, IRELAND, shared, 'Start', secrets),
    insight('17T23:13:00', PRODUCTION, IRELAND, shared, 'End', secrets),
    insight('18T19:30:00', DEVELOPMENT, OREGON, random.uuid(), 'Start', launches),
  ]
}

/** @returns {Json[]} aggregated events: counts of five minutes, with neither time nor name nor identity */
export function aggregated() {
  const random = seeded('aggregated')
  return ['2024-08-17 23:20:00', '2024-08-17 23:25:00'].map((windowStart, index) => ({
    eventVersion: '1.0',
    accountId: PRODUCTION,
    eventId: random.uuid(),
    eventCategory: 'Aggregated',
    eventType: 'AwsAggregatedEvent',
    awsRegion: IRELAND,
    eventSource: 's3.amazonaws.com',
    timeWindow: { windowStart, windowEnd: `2024-08-17 23:${25 + index * 5}:00`, windowSize: 'PT5M' },
    summary: {
      primaryDimension: {
        dimension: 'eventName',
        statistics: [{ name: 'GetObject', value: 1 + index }],
        aggregationType: 'Count',
      },
      details: [
        {
          dimension: 'sourceIPAddress',
          statistics: [{ name: '198.51.100.73', value: 1 + index }],
          aggregationType: 'Count',
        },
      ],
    },
  }))
}

function time(/** @type {string} */ text) {
  return Date.parse(`2024-08-${text}Z`)
}
