// @ts-check
// The night of 17 August 2024, in the production account: what an auditor should be able to find. In short: a lost
// phone, a guessed password, a new key for another user, a bucket opened to the world and read, a trail stopped.

import {
  anyone,
  alice,
  jorge,
  reporting,
  rootUser,
  CUSTOMER_BUCKET,
  IRELAND,
  PRODUCTION,
  REPORTING_KEY,
  STRANGE_ADDRESS,
  VIRGINIA,
  FIREFOX,
} from './cast.js'
import { dataEvent, fromConsole, s3Extra, signIn } from './calls.js'
import { seeded } from './random.js'
import { record } from './record.js'

/** @typedef {import('./record.js').Json} Json */
/** @typedef {import('./record.js').Call} Call */
/** @typedef {Partial<Omit<Call, 'at' | 'call'>>} More */

const TRAIL = `arn:aws:cloudtrail:${IRELAND}:${PRODUCTION}:trail/production-trail`
const ORGANIZATION_TRAIL = 'arn:aws:cloudtrail:us-east-1:111122223333:trail/organization-trail'
const HOST = `${CUSTOMER_BUCKET}.s3.${IRELAND}.amazonaws.com`
const POLICY = `arn:aws:iam::${PRODUCTION}:policy/ReportingHelper`
const STRANGE_CLI = 'aws-cli/1.22.34 Python/3.10.12 Linux/5.15.0-kali3-amd64 botocore/1.23.34'

/** @returns {Json[]} */
export function story() {
  return [
    ...lostPhone(),
    ...breakIn(),
    ...newKey(),
    ...openBucket(),
    ...strangersRead(),
    ...stoppedTrail(),
    ...response(),
  ]
}

/** The day before: the second factor goes. */
function lostPhone() {
  return scene(
    'lost phone',
    { who: alice(PRODUCTION, time('16T16:20:00')), account: PRODUCTION, region: VIRGINIA },
    [
      ['16T16:21:32', 'iam:ListMFADevices', { params: { userName: 'jorge_souza' }, extra: fromConsole }],
      [
        '16T16:22:10',
        'iam:DeactivateMFADevice',
        {
          params: { userName: 'jorge_souza', serialNumber: `arn:aws:iam::${PRODUCTION}:mfa/phone` },
          extra: fromConsole,
        },
      ],
    ],
  )
}

/** Root first, then a name that does not exist, then the right one until a password fits. No errorCode on any of them. */
function breakIn() {
  const random = seeded('break-in')
  const failures = [
    failedSignIn('17T22:39:12', { ...rootUser(PRODUCTION, undefined).identity }, 'Failed authentication'),
    failedSignIn(
      '17T22:41:40',
      { type: 'IAMUser', accountId: PRODUCTION, accessKeyId: '', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
      'No username found in supplied account',
    ),
    ...['17T22:43:05', '17T22:43:31', '17T22:44:02', '17T22:46:48'].map((at) =>
      failedSignIn(at, { ...jorge(undefined).identity, accessKeyId: '' }, 'Failed authentication'),
    ),
  ]
  const worked = signIn(time('17T22:52:19'), {
    who: jorge(undefined, STRANGE_ADDRESS),
    account: PRODUCTION,
    mfa: 'No',
  })
  return [...failures, worked].map((call) => record(random, call))
}

function newKey() {
  return scene('new key', { who: intruder(), account: PRODUCTION, region: VIRGINIA }, [
    ['17T22:53:02', 'iam:GetAccountSummary', { extra: fromConsole }],
    ['17T22:53:03', 'iam:ListUsers', { params: { maxItems: 1000 }, extra: fromConsole }],
    ['17T22:54:27', 'iam:ListAccessKeys', { params: { userName: 'svc_reporting' }, extra: fromConsole }],
    [
      '17T22:58:44',
      'iam:CreateAccessKey',
      {
        params: { userName: 'svc_reporting' },
        response: {
          accessKey: {
            userName: 'svc_reporting',
            accessKeyId: REPORTING_KEY,
            status: 'Active',
            createDate: 'Aug 17, 2024, 10:58:44 PM',
          },
        },
        extra: fromConsole,
      },
    ],
  ])
}

/** The new key is tried out, finds little allowed, is given a policy too long to be logged, and opens the bucket. */
function openBucket() {
  const random = seeded('bucket')
  const key = {
    who: reporting(REPORTING_KEY, STRANGE_ADDRESS, STRANGE_CLI),
    account: PRODUCTION,
    region: IRELAND,
  }
  const ipv4 = {
    Effect: 'Allow',
    Principal: '*',
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: [`arn:aws:s3:::${CUSTOMER_BUCKET}`, `arn:aws:s3:::${CUSTOMER_BUCKET}/*`],
  }
  const secrets = [
    'payments/database',
    'payments/stripe',
    'partners/sftp',
    'backup/vault',
    'admin/console',
    'reporting/warehouse',
    'mail/relay',
    'ci/token',
  ]
  return [
    ...scene('probing', key, [
      ['17T23:01:10', 'sts:GetCallerIdentity', { region: VIRGINIA }],
      [
        '17T23:01:38',
        's3:ListBuckets',
        {
          region: VIRGINIA,
          agent: `[${STRANGE_CLI}]`,
          params: { Host: 's3.amazonaws.com' },
          extra: { ...s3Extra(random, CUSTOMER_BUCKET, PRODUCTION), resources: undefined },
        },
      ],
      [
        '17T23:02:15',
        'iam:ListAttachedUserPolicies',
        { region: VIRGINIA, error: denied('iam:ListAttachedUserPolicies') },
      ],
      [
        '17T23:02:44',
        'ec2:DescribeInstances',
        {
          error: ['Client.UnauthorizedOperation', 'You are not authorized to perform this operation.'],
          params: { instancesSet: {}, filterSet: {} },
        },
      ],
      ...secrets.map(
        (secretId, index) =>
          /** @type {[string, string, More]} */ ([
            `17T23:03:${String(5 + index * 4).padStart(2, '0')}`,
            'secretsmanager:GetSecretValue',
            { params: { secretId }, error: denied('secretsmanager:GetSecretValue') },
          ]),
      ),
      [
        '17T23:04:20',
        'sts:AssumeRole',
        {
          region: VIRGINIA,
          params: { roleArn: `arn:aws:iam::${PRODUCTION}:role/Deploy`, roleSessionName: 'test' },
          error: denied('sts:AssumeRole'),
        },
      ],
      [
        '17T23:05:51',
        's3:PutBucketPolicy',
        {
          agent: `[${STRANGE_CLI}]`,
          params: { bucketName: CUSTOMER_BUCKET, Host: HOST, policy: '' },
          error: ['AccessDenied', 'Access Denied'],
          extra: s3Extra(random, CUSTOMER_BUCKET, PRODUCTION),
        },
      ],
    ]),
    ...scene('policy', { who: intruder(), account: PRODUCTION, region: VIRGINIA }, [
      [
        '17T23:11:09',
        'iam:CreatePolicy',
        {
          params: { reason: 'requestParameters too large', originalSize: '131219', omitted: 'true' },
          response: {
            policy: {
              policyName: 'ReportingHelper',
              arn: POLICY,
              policyId: 'ANPAIREPORTHELPEXMPL1',
              defaultVersionId: 'v1',
              path: '/',
              isAttachable: true,
              attachmentCount: 0,
              createDate: 'Aug 17, 2024, 11:11:09 PM',
            },
          },
          extra: fromConsole,
        },
      ],
      [
        '17T23:11:41',
        'iam:AttachUserPolicy',
        { params: { userName: 'svc_reporting', policyArn: POLICY }, extra: fromConsole },
      ],
    ]),
    ...scene('opening', { ...key, who: { ...key.who, agent: `[${STRANGE_CLI}]` } }, [
      [
        '17T23:16:20',
        's3:GetBucketPublicAccessBlock',
        {
          params: { bucketName: CUSTOMER_BUCKET, Host: HOST, publicAccessBlock: '' },
          extra: s3Extra(random, CUSTOMER_BUCKET, PRODUCTION),
        },
      ],
      [
        '17T23:16:58',
        's3:DeleteBucketPublicAccessBlock',
        {
          params: { bucketName: CUSTOMER_BUCKET, Host: HOST, publicAccessBlock: '' },
          extra: s3Extra(random, CUSTOMER_BUCKET, PRODUCTION),
        },
      ],
      [
        '17T23:18:03',
        's3:PutBucketPolicy',
        {
          params: {
            bucketName: CUSTOMER_BUCKET,
            Host: HOST,
            policy: '',
            bucketPolicy: { Version: '2012-10-17', Statement: [ipv4] },
          },
          extra: s3Extra(random, CUSTOMER_BUCKET, PRODUCTION),
        },
      ],
    ]),
  ]
}

/** Unsigned reads; the last one of the day reaches the log only in the folder of the next day. */
function strangersRead() {
  const random = seeded('strangers')
  const reads = /** @type {const} */ ([
    ['17T23:24:31', '2024-08-17/customers.csv.gz', '198.51.100.73', 'curl/8.4.0'],
    ['17T23:25:12', '2024-08-17/invoices.csv.gz', '198.51.100.73', 'curl/8.4.0'],
    ['17T23:41:55', '2024-08-16/customers.csv.gz', '192.0.2.201', 'Wget/1.21.4'],
    ['17T23:58:41', '2024-08-15/customers.csv.gz', '2001:db8:bad:cafe::1', 'python-requests/2.31.0'],
    ['18T00:34:10', '2024-08-18/customers.csv.gz', '2001:db8:bad:cafe::1', 'python-requests/2.31.0'],
  ])
  return reads.flatMap(([at, key, ip, agent]) =>
    scene(`read ${at}`, { who: anyone(ip, `[${agent}]`), account: PRODUCTION, region: IRELAND }, [
      [
        at,
        's3:GetObject',
        {
          params: { bucketName: CUSTOMER_BUCKET, key, Host: HOST },
          extra: { ...s3Extra(random, CUSTOMER_BUCKET, PRODUCTION, key), ...dataEvent, readOnly: true },
        },
      ],
    ]),
  )
}

/** The organization's trail cannot be stopped from a member account; the account's own one can. */
function stoppedTrail() {
  return scene('trail', { who: intruder(), account: PRODUCTION, region: IRELAND }, [
    [
      '18T00:07:30',
      'cloudtrail:DescribeTrails',
      { params: { trailNameList: [], includeShadowTrails: true }, extra: fromConsole },
    ],
    [
      '18T00:09:02',
      'cloudtrail:StopLogging',
      {
        params: { name: ORGANIZATION_TRAIL },
        error: [
          'NotOrganizationMasterAccountException',
          'You cannot modify the organization trail from a member account.',
        ],
        extra: fromConsole,
      },
    ],
    ['18T00:11:26', 'cloudtrail:StopLogging', { params: { name: TRAIL }, extra: fromConsole }],
    ['18T00:14:03', 'cloudtrail:DeleteTrail', { params: { name: TRAIL }, extra: fromConsole }],
  ])
}

/** In the morning the root user signs in with MFA and puts things right. */
function response() {
  const random = seeded('response')
  const start = time('18T08:02:44')
  const login = record(
    random,
    signIn(start, { who: rootUser(PRODUCTION, undefined), account: PRODUCTION, mfa: 'Yes' }),
  )
  return [
    login,
    ...scene('root', { who: rootUser(PRODUCTION, start), account: PRODUCTION, region: VIRGINIA }, [
      [
        '18T08:05:15',
        'iam:UpdateAccessKey',
        {
          params: { userName: 'svc_reporting', accessKeyId: REPORTING_KEY, status: 'Inactive' },
          extra: fromConsole,
        },
      ],
      ['18T08:06:02', 'iam:DeleteLoginProfile', { params: { userName: 'jorge_souza' }, extra: fromConsole }],
      [
        '18T08:06:40',
        'iam:DetachUserPolicy',
        { params: { userName: 'svc_reporting', policyArn: POLICY }, extra: fromConsole },
      ],
      [
        '18T08:09:11',
        's3:DeleteBucketPolicy',
        {
          region: IRELAND,
          params: { bucketName: CUSTOMER_BUCKET, Host: HOST, policy: '' },
          extra: { ...s3Extra(random, CUSTOMER_BUCKET, PRODUCTION), ...fromConsole },
        },
      ],
      [
        '18T08:09:40',
        's3:PutBucketPublicAccessBlock',
        {
          region: IRELAND,
          params: {
            bucketName: CUSTOMER_BUCKET,
            Host: HOST,
            publicAccessBlock: '',
            PublicAccessBlockConfiguration: {
              xmlns: 'http://s3.amazonaws.com/doc/2006-03-01/',
              BlockPublicAcls: true,
              IgnorePublicAcls: true,
              BlockPublicPolicy: true,
              RestrictPublicBuckets: true,
            },
          },
          extra: { ...s3Extra(random, CUSTOMER_BUCKET, PRODUCTION), ...fromConsole },
        },
      ],
      [
        '18T08:14:30',
        'cloudtrail:CreateTrail',
        {
          region: IRELAND,
          params: {
            name: 'production-trail',
            s3BucketName: 'example-production-trail',
            isMultiRegionTrail: true,
            enableLogFileValidation: true,
          },
          response: {
            name: 'production-trail',
            s3BucketName: 'example-production-trail',
            includeGlobalServiceEvents: true,
            isMultiRegionTrail: true,
            trailARN: TRAIL,
            logFileValidationEnabled: true,
            isOrganizationTrail: false,
          },
          extra: fromConsole,
        },
      ],
      [
        '18T08:14:33',
        'cloudtrail:StartLogging',
        { region: IRELAND, params: { name: TRAIL }, extra: fromConsole },
      ],
    ]),
  ]
}

/** @returns {readonly [string, string]} */
function denied(/** @type {string} */ action) {
  const user = `arn:aws:iam::${PRODUCTION}:user/svc_reporting`
  return [
    'AccessDenied',
    `User: ${user} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
  ]
}

function intruder() {
  return jorge({ created: time('17T22:52:19'), mfa: false }, STRANGE_ADDRESS)
}

/** @returns {Call} */
function failedSignIn(
  /** @type {string} */ at,
  /** @type {Json} */ identity,
  /** @type {string} */ errorMessage,
) {
  const call = signIn(time(at), {
    who: { identity, ip: STRANGE_ADDRESS, agent: FIREFOX },
    account: PRODUCTION,
    mfa: 'No',
  })
  return { ...call, response: { ConsoleLogin: 'Failure' }, extra: { ...call.extra, errorMessage } }
}

/**
 * @param {string} seed
 * @param {Pick<Call, 'who' | 'account' | 'region'>} common
 * @param {readonly (readonly [at: string, call: string, more?: More])[]} calls
 */
function scene(seed, common, calls) {
  const random = seeded(seed)
  return calls.map(([at, call, more]) => record(random, { ...common, at: time(at), call, ...more }))
}

/** `17T22:39:12`: a day of August 2024 and a time of day in UTC. */
function time(/** @type {string} */ text) {
  return Date.parse(`2024-08-${text}Z`)
}
