// For each rule of the pack: events that it must find, and one that looks alike and that it must not find. Invented.

export interface RuleEvents {
  /** Each of them fires; for a correlation, all of them together do. */
  readonly fires: readonly object[]
  /** None of them fires; for a correlation, not even all of them together. */
  readonly quiet: readonly object[]
}

const ann = { type: 'IAMUser', userName: 'ann', arn: 'arn:aws:iam::123456789012:user/ann' }
const root = { type: 'Root', arn: 'arn:aws:iam::123456789012:root' }
const failed = { errorCode: 'AccessDenied' }

/** The call, and the same call refused. */
const call = (eventSource: string, eventName: string, requestParameters: object = {}): RuleEvents => ({
  fires: [{ eventSource: `${eventSource}.amazonaws.com`, eventName, requestParameters, userIdentity: ann }],
  quiet: [
    {
      eventSource: `${eventSource}.amazonaws.com`,
      eventName,
      requestParameters,
      userIdentity: ann,
      ...failed,
    },
  ],
})

const several = (count: number, event: (i: number) => object): object[] =>
  Array.from({ length: count }, (_, i) => ({
    eventTime: `2024-08-18T10:00:${String(i).padStart(2, '0')}Z`,
    ...event(i),
  }))

const signIn = (result: string, rest: object = {}) => ({
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  userIdentity: ann,
  responseElements: { ConsoleLogin: result },
  ...rest,
})
const ingress = (ranges: object) => ({
  eventName: 'AuthorizeSecurityGroupIngress',
  requestParameters: { ipPermissions: { items: [{ fromPort: 22, ...ranges }] } },
})
const instance = (sourceIPAddress: string, rest: object = {}) => ({
  eventName: 'ListBuckets',
  sourceIPAddress,
  userIdentity: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::123456789012:assumed-role/web/i-0abc0123456789def',
    sessionContext: { ec2RoleDelivery: '2.0' },
  },
  ...rest,
})
const bucketPolicy = (statement: object) => ({
  eventName: 'PutBucketPolicy',
  requestParameters: { bucketName: 'b', bucketPolicy: { Statement: [statement] } },
})
const secret = (i: number, arn = ann.arn) => ({
  eventSource: 'secretsmanager.amazonaws.com',
  eventName: 'GetSecretValue',
  userIdentity: { ...ann, arn },
  requestParameters: { secretId: `secret-${i}` },
})

export const EVENTS: Readonly<Record<string, RuleEvents>> = {
  'root-use': {
    fires: [{ eventName: 'ListBuckets', userIdentity: root }],
    quiet: [
      { eventName: 'ListBuckets', userIdentity: { ...root, invokedBy: 's3.amazonaws.com' } },
      { eventName: 'RotateKey', eventType: 'AwsServiceEvent', userIdentity: root },
      { eventName: 'ListBuckets', userIdentity: ann },
    ],
  },
  'console-sign-in-without-mfa': {
    fires: [
      signIn('Success', { additionalEventData: { MFAUsed: 'No' } }),
      signIn('Success', { userIdentity: root, additionalEventData: { MFAUsed: 'No' } }),
    ],
    quiet: [
      signIn('Success', { additionalEventData: { MFAUsed: 'Yes' } }),
      signIn('Failure', { additionalEventData: { MFAUsed: 'No' } }),
      signIn('Success', { userIdentity: { type: 'AssumedRole' }, additionalEventData: { MFAUsed: 'No' } }),
    ],
  },
  'console-sign-in-failed': {
    fires: [signIn('Failure'), signIn('', { errorMessage: 'Failed authentication' })],
    quiet: [signIn('Success')],
  },
  'console-sign-in-guessing': {
    fires: several(10, () => signIn('Failure', { sourceIPAddress: '198.51.100.4' })),
    quiet: several(12, (i) => signIn('Failure', { sourceIPAddress: `198.51.100.${i % 2}` })),
  },
  'root-sign-in-failed': {
    fires: [signIn('Failure', { userIdentity: root })],
    quiet: [signIn('Failure'), signIn('Success', { userIdentity: root })],
  },
  'call-denied': {
    fires: [
      { errorCode: 'AccessDenied' },
      { errorCode: 'Client.UnauthorizedOperation' },
      { errorCode: 'AccessDeniedException' },
    ],
    quiet: [{ errorCode: 'ThrottlingException' }, { eventName: 'ListBuckets' }],
  },
  'many-calls-denied': {
    fires: several(25, () => ({ errorCode: 'AccessDenied', userIdentity: ann })),
    quiet: several(30, (i) => ({ errorCode: 'AccessDenied', userIdentity: { arn: `arn:${i % 2}` } })),
  },
  'iam-policy-changed': call('iam', 'PutRolePolicy'),
  'administrator-policy-attached': {
    fires: call('iam', 'AttachUserPolicy', { policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' })
      .fires,
    quiet: [
      ...call('iam', 'AttachUserPolicy', { policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }).quiet,
      ...call('iam', 'AttachUserPolicy', { policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }).fires,
      ...call('iam', 'DetachUserPolicy', { policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }).fires,
    ],
  },
  'inline-administrator-policy': {
    fires: [
      ...call('iam', 'PutUserPolicy', {
        policyDocument: '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
      }).fires,
      ...call('iam', 'CreatePolicy', {
        policyDocument: '{ "Statement": [{ "Effect": "Allow", "Action": [ "*" ], "Resource": "*" }] }',
      }).fires,
    ],
    quiet: call('iam', 'PutUserPolicy', {
      policyDocument: '{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}',
    }).fires,
  },
  'access-key-for-another-user': {
    fires: call('iam', 'CreateAccessKey', { userName: 'bob' }).fires,
    quiet: [
      ...call('iam', 'CreateAccessKey', { userName: 'ann' }).fires,
      ...call('iam', 'CreateAccessKey').fires,
      ...call('iam', 'CreateAccessKey', { userName: 'bob' }).quiet,
    ],
  },
  'password-set-for-user': {
    fires: call('iam', 'UpdateLoginProfile', { userName: 'bob' }).fires,
    quiet: call('iam', 'UpdateLoginProfile', { userName: 'ann' }).fires,
  },
  'user-created': call('iam', 'CreateUser', { userName: 'bob' }),
  'role-trust-changed': call('iam', 'UpdateAssumeRolePolicy', { roleName: 'app' }),
  'mfa-removed': call('iam', 'DeactivateMFADevice', { userName: 'bob' }),
  'password-policy-changed': call('iam', 'UpdateAccountPasswordPolicy'),
  'trail-changed': call('cloudtrail', 'PutEventSelectors'),
  'trail-stopped': call('cloudtrail', 'StopLogging', { name: 'trail' }),
  'log-files-deleted': {
    fires: call('s3', 'DeleteObject', { key: 'AWSLogs/1/CloudTrail/us-east-1/2024/08/18/x.json.gz' }).fires,
    quiet: call('s3', 'DeleteObject', { key: 'photos/CloudTrail.png' }).fires,
  },
  'log-bucket-expiry': call('s3', 'PutBucketLifecycle', { bucketName: 'b' }),
  'bucket-policy-changed': call('s3', 'PutBucketAcl', { bucketName: 'b' }),
  'bucket-made-public': {
    fires: [
      bucketPolicy({ Effect: 'Allow', Principal: '*' }),
      bucketPolicy({ Effect: 'Allow', Principal: { AWS: '*' } }),
      { eventName: 'PutBucketAcl', requestParameters: { 'x-amz-acl': ['public-read'] } },
      {
        eventName: 'PutBucketAcl',
        requestParameters: {
          AccessControlPolicy: {
            AccessControlList: {
              Grant: [{ Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AllUsers' } }],
            },
          },
        },
      },
    ],
    quiet: [
      bucketPolicy({ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::1:root' } }),
      bucketPolicy({ Effect: 'Deny', Principal: '*' }),
      { ...bucketPolicy({ Effect: 'Allow', Principal: '*' }), ...failed },
      { eventName: 'PutBucketAcl', requestParameters: { 'x-amz-acl': ['private'] } },
    ],
  },
  'public-access-block-removed': {
    fires: [
      ...call('s3', 'DeleteBucketPublicAccessBlock').fires,
      ...call('s3', 'PutBucketPublicAccessBlock', {
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: false },
      }).fires,
    ],
    quiet: call('s3', 'PutBucketPublicAccessBlock', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true },
    }).fires,
  },
  'security-group-changed': call('ec2', 'RevokeSecurityGroupEgress'),
  'security-group-open': {
    fires: [
      ingress({ ipRanges: { items: [{ cidrIp: '0.0.0.0/0' }] } }),
      ingress({ ipv6Ranges: { items: [{ cidrIpv6: '::/0' }] } }),
    ],
    quiet: [ingress({ ipRanges: { items: [{ cidrIp: '10.0.0.0/8' }] } })],
  },
  'network-acl-changed': call('ec2', 'ReplaceNetworkAclEntry'),
  'network-gateway-changed': call('ec2', 'AttachInternetGateway'),
  'route-table-changed': call('ec2', 'ReplaceRoute'),
  'vpc-changed': call('ec2', 'DeleteVpc'),
  'flow-logs-deleted': call('ec2', 'DeleteFlowLogs'),
  'config-recorder-changed': call('config', 'StopConfigurationRecorder'),
  'guardduty-disabled': {
    fires: [
      ...call('guardduty', 'DeleteDetector').fires,
      ...call('guardduty', 'UpdateDetector', { enable: false }).fires,
    ],
    quiet: call('guardduty', 'UpdateDetector', { enable: true }).fires,
  },
  'security-hub-disabled': call('securityhub', 'DisableSecurityHub'),
  'kms-key-disabled': call('kms', 'ScheduleKeyDeletion'),
  'kms-key-policy-changed': call('kms', 'PutKeyPolicy'),
  'organization-changed': call('organizations', 'DetachPolicy'),
  'organization-left': {
    fires: [
      ...call('organizations', 'LeaveOrganization').fires,
      ...call('organizations', 'LeaveOrganization').quiet,
    ],
    quiet: call('organizations', 'DescribeOrganization').fires,
  },
  'instance-credential-outside': {
    fires: [instance('198.51.100.4'), instance('2001:db8::1')],
    quiet: [
      instance('10.1.2.3'),
      instance('172.31.0.9'),
      instance('autoscaling.amazonaws.com'),
      instance('198.51.100.4', { vpcEndpointId: 'vpce-1' }),
      { ...instance('198.51.100.4'), userIdentity: ann },
    ],
  },
  'snapshot-shared': {
    fires: call('ec2', 'ModifySnapshotAttribute', {
      createVolumePermission: { add: { items: [{ group: 'all' }] } },
    }).fires,
    quiet: call('ec2', 'ModifySnapshotAttribute', {
      createVolumePermission: { remove: { items: [{ group: 'all' }] } },
    }).fires,
  },
  'rds-snapshot-shared': {
    fires: call('rds', 'ModifyDBSnapshotAttribute', { attributeName: 'restore', valuesToAdd: ['all'] }).fires,
    quiet: call('rds', 'ModifyDBSnapshotAttribute', { attributeName: 'restore', valuesToRemove: ['all'] })
      .fires,
  },
  'function-open-to-everybody': {
    fires: call('lambda', 'AddPermission20150331v2', { principal: '*' }).fires,
    quiet: call('lambda', 'AddPermission20150331v2', { principal: 's3.amazonaws.com' }).fires,
  },
  'secret-read': call('secretsmanager', 'GetSecretValue'),
  'many-secrets-read': {
    fires: several(10, (i) => secret(i)),
    quiet: several(30, (i) => secret(i % 9)),
  },
  'instance-password-read': {
    fires: call('ec2', 'GetPasswordData').fires,
    quiet: call('ec2', 'DescribeInstances').fires,
  },
  'instance-user-data-changed': {
    fires: call('ec2', 'ModifyInstanceAttribute', { instanceId: 'i-1', userData: '<sensitiveDataRemoved>' })
      .fires,
    quiet: call('ec2', 'ModifyInstanceAttribute', { instanceId: 'i-1', groupSet: {} }).fires,
  },
  'command-on-instance': call('ssm', 'SendCommand'),
  'federation-token': call('sts', 'GetFederationToken'),
}
