// @ts-check
// The records of the bench corpora as templates with slots. A record is built once by the samples' builder and filled in many
// times, which makes 300,000 events cheap to write.

import { assumedRole, iamUser } from '../../samples/build/identity.js'
import { seeded } from '../../samples/build/random.js'
import { record, recordText } from '../../samples/build/record.js'

export const RARE_NAME = 'DeleteTrail'
export const DENSE_USER = 'Mary_Major'

const ARN = 'arn:aws'
const TOKEN = `IQoJb3JpZ2luX2VjEXAMPLE@{hex40}@{hex40}@{hex40}@{hex40}`

/** Relative frequency of each call. @type {readonly (readonly [weight: number, call: string, parts: object])[]} */
const CALLS = [
  [
    14,
    'sts:AssumeRole',
    {
      params: {
        roleArn: `${ARN}:iam::@{account}:role/service-@{word}`,
        roleSessionName: '@{hex8}',
        durationSeconds: 3600,
      },
      response: {
        credentials: {
          accessKeyId: 'ASIA@{key}',
          sessionToken: TOKEN,
          expiration: 'Aug 18, 2024, 5:43:00 PM',
        },
        assumedRoleUser: {
          assumedRoleId: 'AROA@{key}:@{hex8}',
          arn: `${ARN}:sts::@{account}:assumed-role/service-@{word}/@{hex8}`,
        },
      },
      extra: {
        resources: [
          {
            accountId: '@{account}',
            type: 'AWS::IAM::Role',
            ARN: `${ARN}:iam::@{account}:role/service-@{word}`,
          },
        ],
        sharedEventID: '@{uuid}',
      },
    },
  ],
  [
    14,
    'kms:Decrypt',
    {
      params: {
        encryptionContext: { 'aws:s3:arn': `${ARN}:s3:::example-@{word}/@{hex40}` },
        encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      },
      extra: {
        resources: [
          {
            accountId: '@{account}',
            type: 'AWS::KMS::Key',
            ARN: `${ARN}:kms:@{region}:@{account}:key/@{uuid}`,
          },
        ],
      },
    },
  ],
  [
    12,
    's3:GetBucketAcl',
    {
      params: { bucketName: 'example-@{word}', Host: 'example-@{word}.s3.@{region}.amazonaws.com', acl: '' },
      extra: s3Parts(),
    },
  ],
  [
    10,
    'ec2:DescribeInstances',
    {
      params: {
        instancesSet: { items: [{ instanceId: 'i-0@{hex16}' }, { instanceId: 'i-0@{hex16}' }] },
        filterSet: {},
      },
    },
  ],
  [
    8,
    's3:GetObject',
    {
      params: {
        bucketName: 'example-@{word}',
        key: '@{word}/@{hex40}.parquet',
        Host: 'example-@{word}.s3.@{region}.amazonaws.com',
      },
      extra: { ...s3Parts(), managementEvent: false, eventCategory: 'Data' },
    },
  ],
  [
    6,
    'logs:CreateLogStream',
    { params: { logGroupName: '/aws/lambda/@{word}', logStreamName: '2024/08/18/[$LATEST]@{hex40}' } },
  ],
  [
    6,
    'secretsmanager:GetSecretValue',
    { params: { secretId: `${ARN}:secretsmanager:@{region}:@{account}:secret:@{word}/database-@{hex8}` } },
  ],
  [
    5,
    'ec2:RunInstances',
    {
      params: {
        instancesSet: { items: [{ imageId: 'ami-0@{hex16}', minCount: 1, maxCount: 1 }] },
        instanceType: 'm7g.large',
        clientToken: '@{uuid}',
      },
      response: {
        requestId: '@{uuid}',
        reservationId: 'r-0@{hex16}',
        ownerId: '@{account}',
        instancesSet: {
          items: [
            {
              instanceId: 'i-0@{hex16}',
              imageId: 'ami-0@{hex16}',
              instanceState: { code: 0, name: 'pending' },
              privateDnsName: 'ip-10-0-0-1.@{region}.compute.internal',
              instanceType: 'm7g.large',
              placement: { availabilityZone: '@{region}a', tenancy: 'default' },
              subnetId: 'subnet-0@{hex16}',
              vpcId: 'vpc-0@{hex16}',
              networkInterfaceSet: {
                items: [
                  { networkInterfaceId: 'eni-0@{hex16}', macAddress: '02:00:00:00:00:01', status: 'in-use' },
                ],
              },
            },
          ],
        },
      },
    },
  ],
  [
    5,
    'dynamodb:PutItem',
    {
      params: { tableName: 'sessions-@{word}', item: '****' },
      extra: {
        apiVersion: '2012-08-10',
        managementEvent: false,
        eventCategory: 'Data',
        resources: [
          {
            accountId: '@{account}',
            type: 'AWS::DynamoDB::Table',
            ARN: `${ARN}:dynamodb:@{region}:@{account}:table/sessions-@{word}`,
          },
        ],
      },
    },
  ],
  [
    4,
    'ec2:CreateTags',
    {
      params: {
        resourcesSet: { items: [{ resourceId: 'i-0@{hex16}' }, { resourceId: 'vol-0@{hex16}' }] },
        tagSet: {
          items: [
            { key: 'team', value: '@{word}' },
            { key: 'run', value: '@{uuid}' },
          ],
        },
      },
      response: { requestId: '@{uuid}', _return: true },
    },
  ],
  [
    4,
    'ec2:TerminateInstances',
    {
      params: { instancesSet: { items: [{ instanceId: 'i-0@{hex16}' }] } },
      response: {
        requestId: '@{uuid}',
        instancesSet: {
          items: [
            {
              instanceId: 'i-0@{hex16}',
              currentState: { code: 32, name: 'shutting-down' },
              previousState: { code: 16, name: 'running' },
            },
          ],
        },
      },
    },
  ],
  [
    3,
    'iam:GetRole',
    {
      params: { roleName: 'service-@{word}' },
      error: ['NoSuchEntityException', 'The role with name service-@{word} cannot be found.'],
    },
  ],
  [
    3,
    'ec2:DescribeVolumes',
    {
      params: { volumeSet: { items: [{ volumeId: 'vol-0@{hex16}' }] }, filterSet: {} },
      error: ['Client.RequestLimitExceeded', 'Request limit exceeded.'],
    },
  ],
  [
    2,
    'ssm:GetParameters',
    {
      params: { names: ['/@{word}/endpoint', '/@{word}/token'], withDecryption: true },
      error: ['AccessDenied', 'User is not authorized to perform: ssm:GetParameters on resource @{uuid}'],
    },
  ],
  [
    2,
    'lambda:UpdateFunctionCode20150331v2',
    {
      params: {
        functionName: '@{word}',
        s3Bucket: 'example-artifacts',
        s3Key: '@{hex40}.zip',
        publish: false,
      },
      response: {
        functionName: '@{word}',
        codeSha256: '@{hex40}EXAMPLE',
        revisionId: '@{uuid}',
        runtime: 'nodejs20.x',
      },
    },
  ],
  [
    1,
    'signin:ConsoleLogin',
    {
      response: { ConsoleLogin: 'Success' },
      extra: {
        eventType: 'AwsConsoleSignIn',
        requestID: undefined,
        additionalEventData: {
          LoginTo: 'https://console.aws.amazon.com/console/home',
          MobileVersion: 'No',
          MFAUsed: 'Yes',
        },
      },
    },
  ],
  [
    1,
    's3:PutBucketPolicy',
    {
      params: {
        bucketName: 'example-@{word}',
        Host: 'example-@{word}.s3.@{region}.amazonaws.com',
        policy: '',
        bucketPolicy: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: '@{hex16}',
              Effect: 'Allow',
              Principal: { AWS: `${ARN}:iam::@{account}:role/service-@{word}` },
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: [`${ARN}:s3:::example-@{word}`, `${ARN}:s3:::example-@{word}/*`],
            },
          ],
        },
      },
      extra: s3Parts(),
    },
  ],
]

const TEMPLATES = CALLS.flatMap(([weight, call, parts]) => Array(weight).fill(template(call, parts)))
const RARE = template(`cloudtrail:${RARE_NAME}`, {
  params: { name: `${ARN}:cloudtrail:@{region}:@{account}:trail/@{word}` },
})

const WORDS = [
  'payments',
  'orders',
  'search',
  'mail',
  'ledger',
  'catalog',
  'media',
  'reports',
  'identity',
  'shipping',
  'pricing',
  'support',
]
const AGENTS = [
  'aws-cli/2.17.32 md/awscrt#1.0.2 ua/2.0 os/linux#6.1.97 md/arch#x86_64 lang/python#3.11.9 md/pyimpl#CPython',
  'Boto3/1.34.158 md/Botocore#1.34.158 ua/2.0 os/linux#5.10.220 md/arch#x86_64 lang/python#3.12.4',
  'aws-sdk-java/2.26.31 Linux/5.10.220 OpenJDK_64-Bit_Server_VM/21.0.4+7-LTS Java/21.0.4 vendor/Amazon.com_Inc. exec-env/AWS_ECS_FARGATE',
  'APN/1.0 HashiCorp/1.0 Terraform/1.9.4 (+https://www.terraform.io) terraform-provider-aws/5.62.0 aws-sdk-go-v2/1.30.3',
  'Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0',
]

/** @param {number} draw from 0 up to 1 @returns {readonly string[]} text and slots by turns, beginning with text */
export function templateFor(/** @type {boolean} */ rare, draw) {
  return rare ? RARE : TEMPLATES[Math.floor(draw * TEMPLATES.length)]
}

/** @returns {{ dense: string, others: readonly string[] }} the callers of one account, as JSON text with slots */
export function callersOf(/** @type {string} */ account) {
  const random = seeded(`callers ${account}`)
  const created = Date.UTC(2024, 7, 18)
  const users = ['arnav', 'nikki_wolf', 'saanvi', 'carlos', 'li_juan', 'diego', 'jorge_souza', 'martha'].map(
    (name) => iamUser({ account, name, id: random.uniqueId('AIDA'), key: random.keyId('AKIA') }),
  )
  const roles = WORDS.flatMap((word) =>
    Array.from({ length: 3 }, () => ({
      ...assumedRole({
        account,
        role: `service-${word}`,
        id: random.uniqueId('AROA'),
        session: 'i-0@{session}',
        key: 'ASIA@{signer}',
        created,
      }),
    })),
  )
  const services = ['ec2', 'config', 'cloudtrail', 'lambda'].map((name) => ({
    type: 'AWSService',
    invokedBy: `${name}.amazonaws.com`,
  }))
  const dense = iamUser({ account, name: DENSE_USER, id: random.uniqueId('AIDA'), key: random.keyId('AKIA') })
  return {
    dense: JSON.stringify(dense),
    others: [...users, ...roles, ...roles, ...services].map((one) => JSON.stringify(one)),
  }
}

/** Values that vary from event to event, by slot name. @param {import('../../samples/build/random.js').Random} random */
export function variables(random) {
  const hex8 = () => (Math.floor(random.next() * 4294967296) >>> 0).toString(16).padStart(8, '0')
  const hex16 = () => hex8() + hex8()
  const uuid = () => {
    const middle = hex16()
    return `${hex8()}-${middle.slice(0, 4)}-4${middle.slice(4, 7)}-a${middle.slice(7, 10)}-${hex16().slice(4)}`
  }
  return {
    hex8,
    hex16,
    hex40: () => hex16() + hex16() + hex8(),
    uuid,
    key: () => `${hex8().toUpperCase()}XEXAMPLE`,
    word: () => random.pick(WORDS),
    ip: () => `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.between(1, 254)}`,
    agent: () => random.pick(AGENTS),
  }
}

/** Text and slots by turns. @returns {readonly string[]} */
export function slots(/** @type {string} */ text) {
  return text.split(/"@\{(caller)\}"|@\{(\w+)\}/).filter((part) => part !== undefined)
}

function template(/** @type {string} */ call, /** @type {object} */ parts) {
  const who = { identity: /** @type {any} */ ('@{caller}'), ip: '192.0.2.1', agent: '@{agent}' }
  const made = record(seeded(call), {
    at: 0,
    call,
    who,
    account: '@{account}',
    region: '@{region}',
    ...parts,
  })
  const open = {
    ...made,
    eventTime: '@{time}',
    sourceIPAddress: '@{ip}',
    eventID: '@{uuid}',
    ...(made['requestID'] && { requestID: '@{uuid}' }),
  }
  return slots(recordText(open))
}

function s3Parts() {
  return {
    additionalEventData: {
      SignatureVersion: 'SigV4',
      CipherSuite: 'ECDHE-RSA-AES128-GCM-SHA256',
      bytesTransferredIn: 0,
      AuthenticationMethod: 'AuthHeader',
      'x-amz-id-2': '@{hex40}@{hex40}EXAMPLE=',
      bytesTransferredOut: 542,
    },
    resources: [{ accountId: '@{account}', type: 'AWS::S3::Bucket', ARN: `${ARN}:s3:::example-@{word}` }],
  }
}
