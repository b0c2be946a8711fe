// @ts-check
// What runs by itself in the sample organization: instances, functions, jobs, scaling, and AWS services at work.

import {
  CUSTOMER_BUCKET,
  DEVELOPMENT,
  IRELAND,
  LOG_ARCHIVE,
  MANAGEMENT,
  OREGON,
  PRODUCTION,
  VIRGINIA,
  autoScaling,
  nightlyExport,
  reporting,
  webServer,
} from './cast.js'
import { credentials, dataEvent, inTurn, kmsKey, roleResource, s3Extra } from './calls.js'
import { service } from './identity.js'
import { record } from './record.js'

/** @typedef {import('./background.js').Activity} Activity */

/** @type {Activity} */
export function webServerStarts(random, start) {
  const instance = random.pick(['i-0abc0123456789def', 'i-0fed9876543210cba', 'i-0123abcd4567ef890'])
  const assumed = record(random, {
    at: start,
    call: 'sts:AssumeRole',
    who: service('ec2.amazonaws.com'),
    account: PRODUCTION,
    region: IRELAND,
    params: { roleArn: `arn:aws:iam::${PRODUCTION}:role/WebServer`, roleSessionName: instance },
    response: credentials(random, PRODUCTION, 'WebServer', instance, start),
    extra: { sharedEventID: random.uuid(), resources: [roleResource(PRODUCTION, 'WebServer')] },
  })
  return [
    assumed,
    ...inTurn(random, start, { who: webServer(instance, start), account: PRODUCTION, region: IRELAND }, [
      {
        call: 'ssm:UpdateInstanceInformation',
        params: {
          instanceId: instance,
          agentVersion: '3.3.551.0',
          agentStatus: 'Active',
          platformType: 'Linux',
          platformName: 'Amazon Linux',
          platformVersion: '2023',
        },
      },
      { call: 'secretsmanager:GetSecretValue', params: { secretId: 'payments/database' } },
      {
        call: 'kms:Decrypt',
        params: {
          encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
          encryptionContext: {
            SecretARN: `arn:aws:secretsmanager:${IRELAND}:${PRODUCTION}:secret:payments/database-a1B2c3`,
          },
        },
        extra: { resources: [kmsKey()] },
      },
      {
        call: 'dynamodb:GetItem',
        params: { tableName: 'sessions', key: { id: '****' }, consistentRead: false },
        extra: {
          ...dataEvent,
          readOnly: true,
          apiVersion: '2012-08-10',
          resources: [
            {
              accountId: PRODUCTION,
              type: 'AWS::DynamoDB::Table',
              ARN: `arn:aws:dynamodb:${IRELAND}:${PRODUCTION}:table/sessions`,
            },
          ],
        },
      },
    ]),
  ]
}

/** @type {Activity} */
export function exporting(random, start) {
  const date = new Date(start).toISOString().slice(0, 10)
  const invoked = record(random, {
    at: start,
    call: 'lambda:Invoke',
    who: service('events.amazonaws.com'),
    account: PRODUCTION,
    region: IRELAND,
    params: {
      functionName: `arn:aws:lambda:${IRELAND}:${PRODUCTION}:function:nightly-export`,
      invocationType: 'Event',
      sourceArn: `arn:aws:events:${IRELAND}:${PRODUCTION}:rule/nightly`,
    },
    extra: {
      ...dataEvent,
      readOnly: false,
      sharedEventID: random.uuid(),
      additionalEventData: {
        functionVersion: `arn:aws:lambda:${IRELAND}:${PRODUCTION}:function:nightly-export:$LATEST`,
      },
      resources: [
        {
          accountId: PRODUCTION,
          type: 'AWS::Lambda::Function',
          ARN: `arn:aws:lambda:${IRELAND}:${PRODUCTION}:function:nightly-export`,
        },
      ],
    },
  })
  const put = (/** @type {string} */ name) => ({
    call: 's3:PutObject',
    params: {
      bucketName: CUSTOMER_BUCKET,
      key: `${date}/${name}`,
      Host: `${CUSTOMER_BUCKET}.s3.${IRELAND}.amazonaws.com`,
      'x-amz-server-side-encryption': 'aws:kms',
    },
    response: {
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': kmsKey().ARN,
    },
    extra: {
      ...s3Extra(random, CUSTOMER_BUCKET, PRODUCTION, `${date}/${name}`),
      ...dataEvent,
      readOnly: false,
    },
  })
  return [
    invoked,
    ...inTurn(random, start, { who: nightlyExport(start), account: PRODUCTION, region: IRELAND }, [
      put('customers.csv.gz'),
      put('invoices.csv.gz'),
    ]),
  ]
}

/** @type {Activity} */
export function reports(random, start) {
  const date = new Date(start).toISOString().slice(0, 10)
  return inTurn(random, start, { who: reporting(), account: PRODUCTION, region: IRELAND }, [
    {
      call: 's3:GetObject',
      params: {
        bucketName: CUSTOMER_BUCKET,
        key: `${date}/invoices.csv.gz`,
        Host: `${CUSTOMER_BUCKET}.s3.${IRELAND}.amazonaws.com`,
      },
      extra: {
        ...s3Extra(random, CUSTOMER_BUCKET, PRODUCTION, `${date}/invoices.csv.gz`),
        ...dataEvent,
        readOnly: true,
      },
    },
    {
      call: 'monitoring:GetMetricData',
      params: {
        startTime: `${date}T00:00:00Z`,
        endTime: `${date}T07:00:00Z`,
        metricDataQueries: [{ id: 'm1', returnData: true }],
      },
    },
  ])
}

/** @type {Activity} */
export function scalesOut(random, start) {
  return inTurn(
    random,
    start,
    { who: autoScaling(PRODUCTION, start), account: PRODUCTION, region: IRELAND },
    [
      {
        call: 'ec2:RunInstances',
        params: {
          instancesSet: { items: [{ minCount: 1, maxCount: 1 }] },
          launchTemplate: { launchTemplateId: 'lt-0a20c965061f64abc', version: '12' },
          clientToken: random.uuid(),
        },
        response: {
          requestId: random.uuid(),
          reservationId: random.resourceId('r'),
          ownerId: PRODUCTION,
          instancesSet: {
            items: [
              {
                instanceId: random.resourceId('i'),
                imageId: 'ami-0fedcba9876543210',
                instanceState: { code: 0, name: 'pending' },
              },
            ],
          },
        },
      },
    ],
  )
}

/** @type {Activity} */
export function scalesIn(random, start) {
  return inTurn(
    random,
    start,
    { who: autoScaling(PRODUCTION, start), account: PRODUCTION, region: IRELAND },
    [
      {
        call: 'ec2:DescribeInstanceStatus',
        params: { instancesSet: {}, filterSet: {}, includeAllInstances: false },
        error: ['Client.RequestLimitExceeded', 'Request limit exceeded.'],
      },
      {
        call: 'ec2:TerminateInstances',
        params: { instancesSet: { items: [{ instanceId: random.resourceId('i') }] } },
        response: { requestId: random.uuid(), instancesSet: {} },
      },
    ],
  )
}

/** @type {Activity} */
export function configRecords(random, start) {
  return [MANAGEMENT, PRODUCTION, DEVELOPMENT, LOG_ARCHIVE].flatMap((account) => {
    const region = account === DEVELOPMENT ? OREGON : IRELAND
    return inTurn(random, start, { who: service('config.amazonaws.com'), account, region }, [
      {
        call: 'sts:AssumeRole',
        params: {
          roleArn: `arn:aws:iam::${account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
          roleSessionName: 'AWSConfig-Describe',
          durationSeconds: 3600,
        },
        response: credentials(random, account, 'AWSServiceRoleForConfig', 'AWSConfig-Describe', start),
        extra: {
          sharedEventID: random.uuid(),
          resources: [roleResource(account, 'aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig')],
        },
      },
    ])
  })
}

/** @type {Activity} */
export function cloudTrailChecks(random, start) {
  const bucket = 'example-org-cloudtrail-logs'
  return inTurn(
    random,
    start,
    { who: service('cloudtrail.amazonaws.com'), account: LOG_ARCHIVE, region: VIRGINIA },
    [
      {
        call: 's3:GetBucketAcl',
        params: { bucketName: bucket, Host: `${bucket}.s3.amazonaws.com`, acl: '' },
        extra: { ...s3Extra(random, bucket, LOG_ARCHIVE), sharedEventID: random.uuid() },
      },
    ],
  )
}
