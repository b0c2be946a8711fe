// @ts-check
// The bucket of the getting-started tutorial: Mary_Major signs in on 2019-06-10, creates a trail, and looks at it.
// One file carries the tutorial's own odd name, without `Z_` before the unique part.

import { deliver, gzip } from './delivery.js'
import { iamUser } from './identity.js'
import { seeded } from './random.js'
import { logFileText, record } from './record.js'

/** @typedef {import('./record.js').Call} Call */

const ACCOUNT = '123456789012'
const TRAIL = 'My-Management-Events-Trail'
const BUCKET = 'aws-cloudtrail-logs-123456789012-example'
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:67.0) Gecko/20100101 Firefox/67.0'
const CONSOLE = 'console.amazonaws.com'

/** @returns {import('./delivery.js').SampleFile[]} */
export function tutorial() {
  const random = seeded('tutorial')
  const id = 'AIDAJ45Q7YFFAREXAMPLE'
  const signedIn = {
    identity: iamUser({ account: ACCOUNT, name: 'Mary_Major', id }),
    ip: '203.0.113.67',
    agent: FIREFOX,
  }
  const session = { created: at('17:14:09'), mfa: false }
  const inConsole = {
    identity: iamUser({ account: ACCOUNT, name: 'Mary_Major', id, key: 'ASIAIOSFODNN7EXAMPLE', session }),
    ip: '203.0.113.67',
    agent: CONSOLE,
  }
  const make = (
    /** @type {string} */ clock,
    /** @type {string} */ call,
    /** @type {Partial<Call>} */ more = {},
  ) =>
    record(random, {
      at: at(clock),
      call,
      who: inConsole,
      account: ACCOUNT,
      region: 'us-east-2',
      ...more,
      // The fields of 2019: no category, TLS details or management flag yet.
      extra: {
        eventVersion: '1.05',
        managementEvent: undefined,
        eventCategory: undefined,
        tlsDetails: undefined,
        ...more.extra,
      },
    })

  const signIn = make('17:14:09', 'signin:ConsoleLogin', {
    who: signedIn,
    region: 'us-east-1',
    response: { ConsoleLogin: 'Success' },
    extra: {
      additionalEventData: {
        LoginTo: 'https://console.aws.amazon.com/console/home?state=hashArgs%23&isauthcode=true',
        MobileVersion: 'No',
        MFAUsed: 'No',
      },
      requestID: undefined,
      readOnly: undefined,
      eventType: 'AwsConsoleSignIn',
    },
  })
  const trailArn = `arn:aws:cloudtrail:us-east-2:${ACCOUNT}:trail/${TRAIL}`
  const created = [
    make('17:20:31', 'cloudtrail:DescribeTrails', {
      params: { trailNameList: [], includeShadowTrails: true },
    }),
    make('17:21:02', 's3:ListBuckets', {
      agent: '[S3Console/0.4]',
      extra: { additionalEventData: s3Signature() },
    }),
    make('17:22:47', 's3:CreateBucket', {
      agent: '[S3Console/0.4]',
      params: {
        CreateBucketConfiguration: { LocationConstraint: 'us-east-2' },
        bucketName: BUCKET,
        host: ['s3.us-east-2.amazonaws.com'],
      },
      extra: { additionalEventData: s3Signature() },
    }),
    make('17:22:48', 's3:PutBucketPolicy', {
      agent: '[S3Console/0.4]',
      params: {
        bucketName: BUCKET,
        bucketPolicy: bucketPolicy(),
        host: [`${BUCKET}.s3.us-east-2.amazonaws.com`],
        policy: [''],
      },
      extra: { additionalEventData: s3Signature() },
    }),
    make('17:22:49', 'cloudtrail:CreateTrail', {
      params: {
        name: TRAIL,
        s3BucketName: BUCKET,
        s3KeyPrefix: '',
        includeGlobalServiceEvents: true,
        isMultiRegionTrail: true,
        enableLogFileValidation: true,
        isOrganizationTrail: false,
      },
      response: {
        name: TRAIL,
        s3BucketName: BUCKET,
        s3KeyPrefix: '',
        includeGlobalServiceEvents: true,
        isMultiRegionTrail: true,
        trailARN: trailArn,
        logFileValidationEnabled: true,
        isOrganizationTrail: false,
      },
      extra: { readOnly: false },
    }),
    make('17:22:50', 'cloudtrail:StartLogging', { params: { name: trailArn } }),
    make('17:22:51', 'cloudtrail:PutEventSelectors', {
      params: { trailName: TRAIL, eventSelectors: selectors() },
      response: { trailARN: trailArn, eventSelectors: selectors() },
    }),
    make('17:23:05', 'cloudtrail:GetTrailStatus', { params: { name: trailArn } }),
    make('17:26:40', 'cloudtrail:LookupEvents', {
      params: { maxResults: 50, lookupAttributes: [{ attributeKey: 'ReadOnly', attributeValue: 'false' }] },
    }),
  ]
  const morning = [
    make('12:47:18', 'ec2:DescribeRegions', {
      who: { ...inConsole, identity: morningKey(id) },
      agent: 'aws-cli/1.16.170 Python/3.7.3 Darwin/18.6.0 botocore/1.12.160',
      params: { regionSet: {} },
    }),
    make('12:50:02', 'ec2:CreateKeyPair', {
      who: { ...inConsole, identity: morningKey(id) },
      agent: 'aws-cli/1.16.170 Python/3.7.3 Darwin/18.6.0 botocore/1.12.160',
      params: { keyName: 'my-key-pair' },
      response: {
        requestId: random.uuid(),
        keyName: 'my-key-pair',
        keyFingerprint: '30:1d:46:d0:5b:ad:7e:1b:b6:70:62:8b:ff:38:b5:e9:ab:5d:b8:21',
        keyMaterial: '<sensitiveDataRemoved>',
      },
    }),
  ]
  return [
    ...deliver(random, 'AWSLogs', [signIn, ...created]),
    {
      path: `AWSLogs/${ACCOUNT}/CloudTrail/us-east-2/2019/06/10/${ACCOUNT}_CloudTrail_us-east-2_20190610T1255abcdeEXAMPLE.json.gz`,
      bytes: gzip(logFileText(morning), at('12:55:00')),
    },
  ]
}

function at(/** @type {string} */ clock) {
  return Date.parse(`2019-06-10T${clock}Z`)
}

function morningKey(/** @type {string} */ id) {
  return iamUser({ account: ACCOUNT, name: 'Mary_Major', id, key: 'AKIAIOSFODNN7EXAMPLE' })
}

function selectors() {
  return [{ readWriteType: 'All', includeManagementEvents: true, dataResources: [] }]
}

function s3Signature() {
  return {
    SignatureVersion: 'SigV4',
    CipherSuite: 'ECDHE-RSA-AES128-GCM-SHA256',
    AuthenticationMethod: 'AuthHeader',
    vpcEndpointId: '',
  }
}

function bucketPolicy() {
  const principal = { Service: 'cloudtrail.amazonaws.com' }
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AWSCloudTrailAclCheck20150319',
        Effect: 'Allow',
        Principal: principal,
        Action: 's3:GetBucketAcl',
        Resource: `arn:aws:s3:::${BUCKET}`,
      },
      {
        Sid: 'AWSCloudTrailWrite20150319',
        Effect: 'Allow',
        Principal: principal,
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${BUCKET}/AWSLogs/${ACCOUNT}/*`,
        Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
      },
    ],
  }
}
