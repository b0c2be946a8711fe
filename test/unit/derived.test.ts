// What the service derived, as it was seen to: calls made up after public answers of LookupEvents, with what stood beside
// their records. test/derived/agreement.js measures the same on answers of your own.

import { describe, expect, it } from 'vitest'
import { lookupEvent } from '../../src/format/lookup-event.ts'
import { eventOf } from '../../src/event/event.ts'
import type { JsonObject } from '../../src/util/json.ts'
import { compareAnswers, parseAnswers, report } from '../derived/agreement.js'

const KEY = 'AKIAEXAMPLEEXAMPLE01'
const ROLE_ARN = 'arn:aws:iam::111122223333:role/Deploy'
const SESSION_ARN = 'arn:aws:sts::111122223333:assumed-role/Deploy/nightly'
const TARGET_GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef'

const root = { type: 'Root', principalId: '111122223333', accountId: '111122223333', accessKeyId: KEY }
const user = { type: 'IAMUser', userName: 'alice', accountId: '111122223333', accessKeyId: KEY }
const session = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLEEXAMPLE01:nightly',
  arn: SESSION_ARN,
  accountId: '111122223333',
  accessKeyId: KEY,
}
const service = { type: 'AWSService', invokedBy: 'config.amazonaws.com' }

type Resource = readonly [type: string | undefined, name: string]
interface Call {
  readonly by: JsonObject
  readonly service: string
  readonly name: string
  readonly readOnly: boolean
  readonly request?: JsonObject | null
  readonly response?: JsonObject | null
  readonly listed?: readonly JsonObject[]
  readonly shown: readonly Resource[]
}

const instances = { instancesSet: { items: [{ instanceId: 'i-0aaa' }, { instanceId: 'i-0bbb' }] } }

const CALLS: readonly Call[] = [
  // Calls that read, and name nothing though they were asked about something.
  { by: user, service: 'ec2', name: 'DescribeInstances', readOnly: true, request: instances, shown: [] },
  {
    by: session,
    service: 'ec2',
    name: 'DescribeInstanceStatus',
    readOnly: true,
    request: instances,
    shown: [],
  },
  {
    by: session,
    service: 'elasticloadbalancing',
    name: 'DescribeTargetHealth',
    readOnly: true,
    request: { targetGroupArn: TARGET_GROUP, targets: [] },
    shown: [],
  },
  {
    by: session,
    service: 'elasticloadbalancing',
    name: 'DescribeTargetGroupAttributes',
    readOnly: true,
    request: { targetGroupArn: TARGET_GROUP },
    shown: [],
  },
  {
    by: { type: 'AWSService', invokedBy: 'cloudfront.amazonaws.com' },
    service: 'kms',
    name: 'Decrypt',
    readOnly: true,
    request: { encryptionAlgorithm: 'SYMMETRIC_DEFAULT', encryptionContext: { purpose: 'certificate' } },
    listed: [
      {
        accountId: '111122223333',
        type: 'AWS::KMS::Key',
        ARN: 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001',
      },
    ],
    shown: [],
  },
  {
    by: session,
    service: 'cloudfront',
    name: 'GetDistribution',
    readOnly: true,
    request: { id: 'E1' },
    shown: [],
  },
  { by: root, service: 'iam', name: 'ListUsers', readOnly: true, request: null, shown: [] },
  // Calls that read, and name something.
  {
    by: session,
    service: 'ec2',
    name: 'DescribeLaunchTemplateVersions',
    readOnly: true,
    request: {
      DescribeLaunchTemplateVersionsRequest: {
        LaunchTemplateVersion: { tag: 1, content: '$Latest' },
        LaunchTemplateId: 'lt-0aaa',
      },
    },
    shown: [['AWS::EC2::LaunchTemplate', 'lt-0aaa']],
  },
  {
    by: service,
    service: 'sts',
    name: 'AssumeRole',
    readOnly: true,
    request: { roleArn: ROLE_ARN, roleSessionName: 'nightly' },
    response: {
      credentials: { accessKeyId: 'ASIAEXAMPLEEXAMPLE02' },
      assumedRoleUser: { assumedRoleId: 'AROAEXAMPLEEXAMPLE01:nightly', arn: SESSION_ARN },
    },
    listed: [{ accountId: '111122223333', type: 'AWS::IAM::Role', ARN: ROLE_ARN }],
    shown: [
      ['AWS::IAM::AccessKey', 'ASIAEXAMPLEEXAMPLE02'],
      ['AWS::STS::AssumedRole', 'nightly'],
      ['AWS::STS::AssumedRole', 'AROAEXAMPLEEXAMPLE01:nightly'],
      ['AWS::STS::AssumedRole', SESSION_ARN],
      ['AWS::IAM::Role', ROLE_ARN],
    ],
  },
  {
    by: session,
    service: 'eks-auth',
    name: 'AssumeRoleForPodIdentity',
    readOnly: true,
    request: { clusterName: 'payments' },
    shown: [['AWS::EKS::Cluster', 'payments']],
  },
  // Calls that change something.
  {
    by: root,
    service: 'ec2',
    name: 'StopInstances',
    readOnly: false,
    request: { ...instances, force: false },
    shown: [
      ['AWS::EC2::Instance', 'i-0aaa'],
      ['AWS::EC2::Instance', 'i-0bbb'],
    ],
  },
  {
    by: user,
    service: 'iam',
    name: 'CreateUser',
    readOnly: false,
    request: { userName: 'bob' },
    response: {
      user: { userName: 'bob', userId: 'AIDAEXAMPLEEXAMPLE03', arn: 'arn:aws:iam::111122223333:user/bob' },
    },
    shown: [
      ['AWS::IAM::User', 'bob'],
      ['AWS::IAM::User', 'AIDAEXAMPLEEXAMPLE03'],
      ['AWS::IAM::User', 'arn:aws:iam::111122223333:user/bob'],
    ],
  },
  {
    by: session,
    service: 'ec2',
    name: 'CreateTags',
    readOnly: false,
    request: {
      resourcesSet: { items: [{ resourceId: 'vol-0aaa' }] },
      tagSet: { items: [{ key: 'a', value: 'b' }] },
    },
    shown: [[undefined, 'vol-0aaa']],
  },
  {
    by: root,
    service: 'ec2',
    name: 'AttachNetworkInterface',
    readOnly: false,
    request: { networkInterfaceId: 'eni-0aaa', instanceId: 'i-0aaa', deviceIndex: 1 },
    response: { attachmentId: 'eni-attach-0aaa' },
    shown: [
      ['AWS::EC2::NetworkInterfaceAttachment', 'eni-attach-0aaa'],
      ['AWS::EC2::NetworkInterface', 'eni-0aaa'],
      ['AWS::EC2::Instance', 'i-0aaa'],
    ],
  },
  {
    by: session,
    service: 's3',
    name: 'PutBucketVersioning',
    readOnly: false,
    request: { bucketName: 'example-logs' },
    listed: [{ accountId: '111122223333', type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::example-logs' }],
    shown: [['AWS::S3::Bucket', 'example-logs']],
  },
]

const USER_NAMES: Readonly<Record<string, string>> = {
  Root: 'root',
  IAMUser: 'alice',
  AssumedRole: 'nightly',
}

function answerOf({ by, service, name, readOnly, request = null, response = null, listed, shown }: Call) {
  const eventSource = `${service}.amazonaws.com`
  const record = {
    eventVersion: '1.11',
    userIdentity: by,
    eventTime: '2026-01-02T03:04:05Z',
    eventSource,
    eventName: name,
    awsRegion: 'eu-west-1',
    requestParameters: request,
    responseElements: response,
    eventID: '00000000-0000-4000-8000-000000000001',
    readOnly,
    ...(listed && { resources: listed }),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
  } as JsonObject
  const username = USER_NAMES[by['type'] as string]
  const outer = {
    EventId: record['eventID'],
    EventName: name,
    EventSource: eventSource,
    ReadOnly: String(readOnly),
    ...(username !== undefined && { Username: username }),
    ...(by['accessKeyId'] !== undefined && { AccessKeyId: by['accessKeyId'] }),
    Resources: shown.map(([ResourceType, ResourceName]) => ({
      ...(ResourceType && { ResourceType }),
      ResourceName,
    })),
  }
  return { outer, record }
}

function derive(record: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(lookupEvent(eventOf(record as JsonObject), Buffer.from('{}'))) as Record<string, unknown>
}

describe('what Event history shows of a record', () => {
  it.each(CALLS.map((call) => [`${call.service} ${call.name}`, call] as const))('%s', (_, call) => {
    expect(compareAnswers([answerOf(call)], derive)[0]).toMatchObject({ differing: [] })
  })
})

describe('the measurement', () => {
  const answers = CALLS.map(answerOf)

  it('reads saved output of lookup-events, and lines', () => {
    const page = {
      Events: answers.map(({ outer, record }) => ({ ...outer, CloudTrailEvent: JSON.stringify(record) })),
    }
    expect(parseAnswers(JSON.stringify(page)).map(({ record }) => record)).toEqual(
      answers.map(({ record }) => record),
    )
    expect(parseAnswers(answers.map((one) => JSON.stringify(one)).join('\n'))).toEqual(answers)
  })

  it('tells what differs, for each field and kind of event', () => {
    const wrong = answers
      .map((one) => ({ ...one, outer: { ...one.outer, Username: 'somebody' } }))
      .slice(0, 2)
    const lines = report(compareAnswers([...wrong, ...answers.slice(2)], derive)) as readonly string[]
    expect(lines.find((line) => line.startsWith('Username'))).toMatch(/13 of 15$/)
    expect(lines).toContain('DescribeInstances: 0 of 1 agree; Username differ')
    expect(lines).toContain('  CloudTrail "somebody"')
  })
})
