import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventOf } from '../../../src/event/event.ts'
import { csvResources, mentionedResources, resources } from '../../../src/event/resources.ts'
import { ALL, deniedBucketPolicy, endpointDenied, eventFrom, getObject } from './records.ts'

/** `type name` of each resource, `AWS::` left out; `-` for no type. */
function found(record: object): string[] {
  return resources(eventFrom(record)).map(({ type, name }) => `${type?.replace('AWS::', '') ?? '-'} ${name}`)
}

const arn = (rest: string) => `arn:aws:iam::123456789012:${rest}`

/** [service, event, request, response, resources in the order they are given] */
type Row = [service: string, event: string, request: unknown, response: unknown, expected: string[]]

const vpc = { vpcId: 'vpc-1', dhcpOptionsId: 'dopt-1' }
const instances = { instancesSet: { items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }] } }
const runRequest = {
  instancesSet: { items: [{ imageId: 'ami-1', keyName: 'k' }] },
  subnetId: 'subnet-1',
  iamInstanceProfile: { name: 'profile' },
  userData: { instanceId: 'i-trap' },
}

test.each<Row>([
  [
    'iam',
    'CreateUser',
    { userName: 'bob', tags: [{ userName: 'trap' }] },
    { user: { path: '/', arn: arn('user/bob'), userId: 'AIDAEXAMPLEBOB', userName: 'bob' } },
    ['IAM::User AIDAEXAMPLEBOB', `IAM::User ${arn('user/bob')}`, 'IAM::User bob'],
  ],
  [
    'iam',
    'CreateGroup',
    { groupName: 'g' },
    { group: { groupName: 'g', groupId: 'AGPA1', arn: arn('group/g') } },
    ['IAM::Group AGPA1', `IAM::Group ${arn('group/g')}`, 'IAM::Group g'],
  ],
  [
    'iam',
    'CreateRole',
    { roleName: 'r', assumeRolePolicyDocument: '{"roleName":"trap"}' },
    { role: { roleName: 'r', roleId: 'AROA1', arn: arn('role/r') } },
    ['IAM::Role AROA1', `IAM::Role ${arn('role/r')}`, 'IAM::Role r'],
  ],
  [
    'iam',
    'CreatePolicy',
    { policyName: 'p', policyDocument: { userName: 'trap' } },
    { policy: { policyName: 'p', policyId: 'ANPA1', arn: arn('policy/p') } },
    ['IAM::Policy ANPA1', `IAM::Policy ${arn('policy/p')}`, 'IAM::Policy p'],
  ],
  [
    'iam',
    'CreateInstanceProfile',
    { instanceProfileName: 'ip' },
    {
      instanceProfile: {
        instanceProfileName: 'ip',
        instanceProfileId: 'AIPA1',
        arn: arn('instance-profile/ip'),
        roles: [],
      },
    },
    [
      'IAM::InstanceProfile AIPA1',
      `IAM::InstanceProfile ${arn('instance-profile/ip')}`,
      'IAM::InstanceProfile ip',
    ],
  ],
  [
    'iam',
    'AttachRolePolicy',
    { roleName: 'r', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    null,
    ['IAM::Policy arn:aws:iam::aws:policy/ReadOnlyAccess', 'IAM::Role r'],
  ],
  ['iam', 'PutUserPolicy', { userName: 'u', policyName: 'p' }, null, ['IAM::Policy p', 'IAM::User u']],
  ['iam', 'AddUserToGroup', { userName: 'u', groupName: 'g' }, null, ['IAM::Group g', 'IAM::User u']],
  [
    'iam',
    'AddRoleToInstanceProfile',
    { roleName: 'r', instanceProfileName: 'ip' },
    null,
    ['IAM::InstanceProfile ip', 'IAM::Role r'],
  ],
  [
    'iam',
    'CreateAccessKey',
    { userName: 'u' },
    { accessKey: { accessKeyId: 'AKIA1', userName: 'u', status: 'Active' } },
    ['IAM::AccessKey AKIA1', 'IAM::User u'],
  ],
  [
    'iam',
    'DeleteAccessKey',
    { userName: 'u', accessKeyId: 'AKIA1' },
    null,
    ['IAM::AccessKey AKIA1', 'IAM::User u'],
  ],
  [
    'iam',
    'CreateLoginProfile',
    { userName: 'u' },
    { loginProfile: { userName: 'u', createDate: 'Jul 10, 2023' } },
    ['IAM::User u'],
  ],
  ['iam', 'DeleteRole', { roleName: 'r' }, null, ['IAM::Role r']],
  [
    'iam',
    'EnableMFADevice',
    { userName: 'u', serialNumber: arn('mfa/u') },
    null,
    [`IAM::MfaDevice ${arn('mfa/u')}`, 'IAM::User u'],
  ],
  [
    'iam',
    'CreateVirtualMFADevice',
    { virtualMFADeviceName: 'u' },
    { virtualMFADevice: { serialNumber: arn('mfa/u') } },
    [`IAM::MfaDevice ${arn('mfa/u')}`, 'IAM::MfaDevice u'],
  ],
  ['iam', 'CreateAccountAlias', { accountAlias: 'a' }, null, ['IAM::AccountAlias a']],
  ['iam', 'ChangePassword', null, null, []],
  ['iam', 'UpdateAccountPasswordPolicy', { minimumPasswordLength: 14 }, null, []],
  ['signin', 'ConsoleLogin', null, { ConsoleLogin: 'Success' }, []],
  [
    'cloudtrail',
    'CreateTrail',
    {
      name: 't',
      s3BucketName: 'b',
      cloudWatchLogsRoleArn: arn('role/r'),
      cloudWatchLogsLogGroupArn: 'arn:aws:logs:lg',
    },
    { name: 't', s3BucketName: 'b', trailARN: 'arn:aws:cloudtrail:t' },
    [
      'CloudTrail::Trail arn:aws:cloudtrail:t',
      'CloudTrail::Trail t',
      `IAM::Role ${arn('role/r')}`,
      'Logs::LogGroup arn:aws:logs:lg',
      'S3::Bucket b',
    ],
  ],
  ['cloudtrail', 'StopLogging', { name: 't' }, null, ['CloudTrail::Trail t']],
  [
    'cloudtrail',
    'UpdateTrail',
    { name: 't' },
    { name: 't', trailARN: 'arn:aws:cloudtrail:t' },
    ['CloudTrail::Trail t'],
  ],
  [
    'cloudtrail',
    'PutEventSelectors',
    { trailName: 't', eventSelectors: [] },
    { trailARN: 'arn:aws:cloudtrail:t' },
    ['CloudTrail::Trail arn:aws:cloudtrail:t', 'CloudTrail::Trail t'],
  ],
  ['cloudtrail', 'CreateEventDataStore', { name: 'lake' }, null, []],
  ['s3', 'CreateBucket', { bucketName: 'b', Host: 'b.s3.amazonaws.com' }, null, ['S3::Bucket b']],
  [
    's3',
    'PutBucketPolicy',
    { bucketName: 'b', bucketPolicy: { bucketName: 'trap' } },
    null,
    ['S3::Bucket b'],
  ],
  ['ec2', 'RunInstances', runRequest, null, []],
  [
    'ec2',
    'RunInstances',
    runRequest,
    {
      instancesSet: {
        items: [
          {
            instanceId: 'i-1',
            imageId: 'ami-1',
            keyName: 'k',
            subnetId: 'subnet-1',
            vpcId: 'vpc-1',
            groupSet: { items: [{ groupId: 'sg-1', groupName: 'web' }] },
            networkInterfaceSet: {
              items: [{ networkInterfaceId: 'eni-1', groupSet: { items: [{ groupId: 'sg-1' }] } }],
            },
            iamInstanceProfile: { arn: arn('instance-profile/profile'), id: 'AIPA1' },
            tagSet: { items: [{ instanceId: 'i-trap' }] },
          },
        ],
      },
    },
    [
      'EC2::Ami ami-1',
      'EC2::Instance i-1',
      'EC2::KeyPair k',
      'EC2::NetworkInterface eni-1',
      'EC2::SecurityGroup sg-1',
      'EC2::SecurityGroup web',
      'EC2::Subnet subnet-1',
      'EC2::VPC vpc-1',
      'IAM::InstanceProfile AIPA1',
      `IAM::InstanceProfile ${arn('instance-profile/profile')}`,
      'IAM::InstanceProfile profile',
    ],
  ],
  ['ec2', 'StopInstances', instances, instances, ['EC2::Instance i-1', 'EC2::Instance i-2']],
  ['ec2', 'ModifyInstanceAttribute', { instanceId: 'i-1' }, null, ['EC2::Instance i-1']],
  ['ec2-instance-connect', 'SendSSHPublicKey', { instanceId: 'i-1' }, null, ['EC2::Instance i-1']],
  [
    'ec2',
    'CreateSecurityGroup',
    { groupName: 'web', vpcId: 'vpc-1' },
    { groupId: 'sg-1' },
    ['EC2::SecurityGroup sg-1', 'EC2::SecurityGroup web', 'EC2::VPC vpc-1'],
  ],
  [
    'ec2',
    'AuthorizeSecurityGroupIngress',
    { groupId: 'sg-1', ipPermissions: { items: [{ groups: { items: [{ groupId: 'sg-peer' }] } }] } },
    { securityGroupRuleSet: { items: [{ groupId: 'sg-1' }] } },
    ['EC2::SecurityGroup sg-1'],
  ],
  ['ec2', 'DeleteSecurityGroup', { groupName: 'web' }, null, ['EC2::SecurityGroup web']],
  ['ec2', 'CreateVpc', { cidrBlock: '10.0.0.0/16' }, { vpc }, ['EC2::VPC vpc-1']],
  [
    'ec2',
    'CreateSubnet',
    { vpcId: 'vpc-1' },
    { subnet: { subnetId: 'subnet-1', subnetArn: 'arn:aws:ec2:s', vpcId: 'vpc-1' } },
    ['EC2::Subnet subnet-1', 'EC2::VPC vpc-1'],
  ],
  [
    'ec2',
    'AttachInternetGateway',
    { internetGatewayId: 'igw-1', vpcId: 'vpc-1' },
    null,
    ['EC2::InternetGateway igw-1', 'EC2::VPC vpc-1'],
  ],
  [
    'ec2',
    'CreateRouteTable',
    { vpcId: 'vpc-1' },
    { routeTable: { routeTableId: 'rtb-1', vpcId: 'vpc-1', routeSet: { items: [{ gatewayId: 'local' }] } } },
    ['EC2::RouteTable rtb-1', 'EC2::VPC vpc-1'],
  ],
  [
    'ec2',
    'CreateRoute',
    { routeTableId: 'rtb-1', gatewayId: 'igw-1' },
    null,
    ['EC2::RouteTable rtb-1', '- igw-1'],
  ],
  [
    'ec2',
    'AssociateRouteTable',
    { routeTableId: 'rtb-1', subnetId: 'subnet-1' },
    { associationId: 'rtbassoc-1' },
    ['EC2::RouteTable rtb-1', 'EC2::Subnet subnet-1', 'EC2::SubnetRouteTableAssociation rtbassoc-1'],
  ],
  [
    'ec2',
    'DisassociateRouteTable',
    { associationId: 'rtbassoc-1' },
    null,
    ['EC2::SubnetRouteTableAssociation rtbassoc-1'],
  ],
  [
    'ec2',
    'DeleteVpcEndpoints',
    { DeleteVpcEndpointsRequest: { VpcEndpointId: { tag: 1, content: 'vpce-1' } } },
    null,
    ['EC2::VPCEndpoint vpce-1'],
  ],
  [
    'ec2',
    'CreateVpcEndpoint',
    { CreateVpcEndpointRequest: { VpcId: 'vpc-1', SecurityGroupId: [{ tag: 1, content: 'sg-1' }] } },
    {
      CreateVpcEndpointResponse: {
        vpcEndpoint: {
          vpcEndpointId: 'vpce-1',
          vpcId: 'vpc-1',
          subnetIdSet: { item: ['subnet-1', 'subnet-2'] },
          networkInterfaceIdSet: { item: 'eni-1' },
        },
      },
    },
    [
      'EC2::NetworkInterface eni-1',
      'EC2::SecurityGroup sg-1',
      'EC2::Subnet subnet-1',
      'EC2::Subnet subnet-2',
      'EC2::VPC vpc-1',
      'EC2::VPCEndpoint vpce-1',
    ],
  ],
  [
    'ec2',
    'AllocateAddress',
    { domain: 'vpc' },
    { publicIp: '203.0.113.1', allocationId: 'eipalloc-1' },
    ['EC2::EIP 203.0.113.1', 'EC2::EIP eipalloc-1'],
  ],
  ['ec2', 'ReleaseAddress', { allocationId: 'eipalloc-1' }, null, ['EC2::EIP eipalloc-1']],
  [
    'ec2',
    'AssociateAddress',
    { allocationId: 'eipalloc-1', instanceId: 'i-1' },
    { associationId: 'eipassoc-1' },
    ['EC2::EIP eipalloc-1', 'EC2::EIPAssociation eipassoc-1', 'EC2::Instance i-1'],
  ],
  ['ec2', 'CreateKeyPair', { keyName: 'k' }, { keyName: 'k', keyPairId: 'key-1' }, ['EC2::KeyPair k']],
  [
    'ec2',
    'CreateLaunchTemplate',
    {
      CreateLaunchTemplateRequest: { LaunchTemplateName: 'lt', LaunchTemplateData: { ImageId: 'ami-trap' } },
    },
    {
      CreateLaunchTemplateResponse: {
        launchTemplate: { launchTemplateId: 'lt-1', launchTemplateName: 'lt' },
      },
    },
    ['EC2::LaunchTemplate lt', 'EC2::LaunchTemplate lt-1'],
  ],
  [
    'ec2',
    'CreateNetworkInterface',
    { subnetId: 'subnet-1' },
    {
      networkInterface: {
        networkInterfaceId: 'eni-1',
        vpcId: 'vpc-1',
        groupSet: { items: [{ groupId: 'sg-1', groupName: 'default' }] },
      },
    },
    [
      'EC2::NetworkInterface eni-1',
      'EC2::SecurityGroup default',
      'EC2::SecurityGroup sg-1',
      'EC2::Subnet subnet-1',
      'EC2::VPC vpc-1',
    ],
  ],
  [
    'ec2',
    'CreateTags',
    { resourcesSet: { items: [{ resourceId: 'i-1' }, { resourceId: 'vol-1' }] } },
    null,
    ['- i-1', '- vol-1'],
  ],
  ['ec2', 'DescribeInstances', { instancesSet: {}, filterSet: {} }, instances, []],
  ['ec2', 'DescribeInstances', instances, null, []],
  ['ec2', 'DescribeInstanceStatus', instances, null, []],
  [
    'elasticloadbalancing',
    'DescribeTargetHealth',
    { targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/t/1' },
    null,
    [],
  ],
  [
    'secretsmanager',
    'CreateSecret',
    { name: 's' },
    { arn: 'arn:aws:secretsmanager:s' },
    ['SecretsManager::Secret s'],
  ],
  [
    'secretsmanager',
    'PutSecretValue',
    { secretId: 'arn:aws:secretsmanager:s' },
    { arn: 'arn:aws:secretsmanager:s' },
    ['SecretsManager::Secret arn:aws:secretsmanager:s'],
  ],
  ['secretsmanager', 'StartSecretVersionDelete', null, null, []],
  ['sns', 'CreateTopic', { name: 't' }, { topicArn: 'arn:aws:sns:t' }, ['SNS::Topic arn:aws:sns:t']],
  [
    'sns',
    'Subscribe',
    { topicArn: 'arn:aws:sns:t', protocol: 'email' },
    { subscriptionArn: 'arn:aws:sns:t:1' },
    ['SNS::Subscription arn:aws:sns:t:1', 'SNS::Topic arn:aws:sns:t'],
  ],
  [
    'cloudformation',
    'CreateStack',
    { stackName: 's' },
    { stackId: 'arn:aws:cloudformation:s' },
    ['CloudFormation::Stack arn:aws:cloudformation:s'],
  ],
  ['cloudformation', 'DeleteStack', { stackName: 's' }, null, ['CloudFormation::Stack s']],
  [
    'autoscaling',
    'CreateAutoScalingGroup',
    { autoScalingGroupName: 'a', launchConfigurationName: 'lc' },
    null,
    ['AutoScaling::AutoScalingGroup a'],
  ],
  [
    'autoscaling',
    'PutNotificationConfiguration',
    { autoScalingGroupName: 'a', topicARN: 'arn:aws:sns:t' },
    null,
    ['AutoScaling::AutoScalingGroup a', 'SNS::Topic arn:aws:sns:t'],
  ],
  ['monitoring', 'PutMetricAlarm', { alarmName: 'a' }, null, ['CloudWatch::Alarm a']],
  [
    'monitoring',
    'DeleteAlarms',
    { alarmNames: ['a', 'b'] },
    null,
    ['CloudWatch::Alarm a', 'CloudWatch::Alarm b'],
  ],
  [
    'elasticloadbalancing',
    'DeleteLoadBalancer',
    { loadBalancerName: 'lb' },
    null,
    ['ElasticLoadBalancing::LoadBalancer lb'],
  ],
  ['eks', 'AssumeRoleForPodIdentity', { clusterName: 'c' }, null, ['EKS::Cluster c']],
  ['logs', 'CreateLogGroup', { logGroupName: 'lg' }, null, []],
  ['ssm', 'PutParameter', { name: '/p' }, { version: 1 }, []],
  [
    'rds',
    'DeleteDBInstance',
    { dBInstanceIdentifier: 'db' },
    { dBInstanceIdentifier: 'db' },
    ['RDS::DBInstance db'],
  ],
  ['lambda', 'DeleteFunction20150331', { functionName: 'f' }, null, ['Lambda::Function f']],
])('%s %s %j', (service, eventName, requestParameters, responseElements, expected) => {
  const event = { eventSource: `${service}.amazonaws.com`, eventName, requestParameters, responseElements }
  expect(found(event)).toEqual(expected)
})

test.each<[keyof typeof ALL, string[]]>([
  ['rootSignIn', []],
  ['failedSignIn', []],
  ['deniedBucketPolicy', ['S3::Bucket logs-example']],
  [
    'serviceAssumesRole',
    [
      'IAM::AccessKey ASIAEXAMPLEKEY000002',
      'IAM::Role arn:aws:iam::123456789012:role/Web',
      'STS::AssumedRole AROAEXAMPLEROLEID0002:i-0abc0123456789def',
      'STS::AssumedRole arn:aws:sts::123456789012:assumed-role/Web/i-0abc0123456789def',
      'STS::AssumedRole i-0abc0123456789def',
    ],
  ],
  ['keyRotation', ['KMS::Key arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000']],
  ['getObject', ['S3::Bucket b', 'S3::Object arn:aws:s3:::b/k']],
  ['endpointDenied', []],
  ['omittedParameters', []],
  ['oldRecord', []],
  ['insight', []],
  ['aggregated', []],
])('%s', (name, expected) => {
  expect(found(ALL[name])).toEqual(expected)
})

test.each<[string, unknown, string[]]>([
  ['ARN without a type', [{ ARN: 'arn:aws:x' }], ['- arn:aws:x']],
  ['empty type', [{ ARN: 'arn:aws:x', type: '' }], ['- arn:aws:x']],
  ['the same with and without a type', [{ ARN: 'a' }, { ARN: 'a', type: 'T' }], ['T a']],
  ['lower-case arn', [{ arn: 'a', type: 'T' }], ['T a']],
  ['prefix', [{ ARNPrefix: 'arn:aws:s3:::b/p', type: 'AWS::S3::Object' }], ['S3::Object arn:aws:s3:::b/p']],
  ['no name', [{ type: 'T' }, { ARN: '' }, null, 'arn', 7, []], []],
  ['not an array', { ARN: 'a' }, []],
  ['text', 'arn:aws:x', []],
])('resources[] of the record: %s', (_, list, expected) => {
  expect(found({ eventSource: 'kms.amazonaws.com', eventName: 'X', resources: list })).toEqual(expected)
})

test('an S3 bucket goes by its ARN only where the request does not name it', () => {
  expect(found({ ...deniedBucketPolicy, requestParameters: null })).toEqual([
    'S3::Bucket arn:aws:s3:::logs-example',
  ])
  expect(found({ ...endpointDenied, resources: getObject.resources })).toContain('S3::Bucket arn:aws:s3:::b')
})

test('what a lookup response said goes before our own derivation, in the same order and without repeats', () => {
  const lookup = { resources: ['b', 'a', 'b'].map((name) => ({ type: 'T', name })) }
  const event = eventOf(deniedBucketPolicy, { file: '' }, lookup)
  expect(resources(event).map(({ name }) => name)).toEqual(['a', 'b'])
  expect(resources(eventOf(deniedBucketPolicy, { file: '' }, { resources: [] }))).toEqual([])
})

test('the Resources cell is the one of the console: type first, an unknown type left out, [] for none', () => {
  expect(csvResources(eventFrom(deniedBucketPolicy))).toBe(
    '[{"resourceType":"AWS::S3::Bucket","resourceName":"logs-example"}]',
  )
  expect(csvResources(eventFrom({ resources: [{ ARN: 'x' }] }))).toBe('[{"resourceName":"x"}]')
  expect(csvResources(eventFrom({}))).toBe('[]')
})

const KEYS = 'userName arn user items item content vpcId policyDocument __proto__ constructor toString'.split(
  ' ',
)
const { body } = fc.letrec<{ body: unknown }>((tie) => ({
  body: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom('a', 'b', '', 'AIDA1', 'é"\\'),
    fc.constantFrom(null, 0, true),
    fc.array(tie('body'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('body')), { maxLength: 4 }).map(Object.fromEntries),
  ),
}))

test('any shape: no throw, no repeats, the same order, and every name is a string of the record', () => {
  const source = fc.constantFrom('iam', 'ec2', 's3', 'sts', '__proto__', 'constructor')
  fc.assert(
    fc.property(source, body, body, body, (service, requestParameters, responseElements, list) => {
      const head = { eventSource: `${service}.amazonaws.com`, eventName: 'CreateUser' }
      const record = { ...head, requestParameters, responseElements, resources: list }
      const all = found(record)
      expect(new Set(all).size).toBe(all.length)
      const turned = { resources: list, responseElements, requestParameters, ...head }
      expect(found(turned)).toEqual(all)
      const text = JSON.stringify(record)
      for (const { name } of resources(eventFrom(record))) expect(text).toContain(JSON.stringify(name))
    }),
  )
})

test('of calls that only read, the list of the record itself is not shown, but they are found by it', () => {
  const key = 'arn:aws:kms:eu-west-1:123456789012:key/1a2b'
  const decrypt = {
    eventSource: 'kms.amazonaws.com',
    eventName: 'Decrypt',
    eventCategory: 'Management',
    readOnly: true,
    requestParameters: { encryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    resources: [{ accountId: '123456789012', type: 'AWS::KMS::Key', ARN: key }],
  }
  expect(resources(eventFrom(decrypt))).toEqual([])
  expect(mentionedResources(eventFrom(decrypt))).toEqual([{ type: 'AWS::KMS::Key', name: key }])
  const change = { ...decrypt, eventName: 'DisableKey', readOnly: false }
  expect(resources(eventFrom(change))).toEqual([{ type: 'AWS::KMS::Key', name: key }])
})

test('calls that describe are found by what they were asked about', () => {
  const describe = {
    eventSource: 'ec2.amazonaws.com',
    eventName: 'DescribeInstances',
    requestParameters: { instancesSet: { items: [{ instanceId: 'i-1' }] } },
  }
  expect(resources(eventFrom(describe))).toEqual([])
  expect(mentionedResources(eventFrom(describe)).map(({ name }) => name)).toEqual(['i-1'])
})
