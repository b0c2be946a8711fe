import { describe, expect, it } from 'vitest'
import { conditions } from '../../../src/filter/clause.ts'
import { compileFilter } from '../../../src/filter/compile.ts'
import { explainFilter } from '../../../src/filter/describe.ts'
import { filterLiterals } from '../../../src/filter/literals.ts'
import { PRESETS, presetOf } from '../../../src/filter/presets.ts'
import type { JsonObject } from '../../../src/util/json.ts'
import { UsageError } from '../../../src/util/usage-error.ts'
import { deniedPut, event, failedLogin, having, oldRead, rootLogin, serviceEvent } from './records.ts'

const call = (eventSource: string, eventName: string): JsonObject =>
  having(oldRead, { eventSource: `${eventSource}.amazonaws.com`, eventName })
const passwordOnly = having(rootLogin, { 'additionalEventData.MFAUsed': 'No' })

const TABLE: readonly (readonly [string, readonly JsonObject[], readonly JsonObject[]])[] = [
  [
    'logins',
    [
      rootLogin,
      failedLogin,
      call('signin', 'SwitchRole'),
      portalStep('CredentialVerification', 'Failure'),
      call('sso', 'Federate'),
    ],
    [deniedPut, call('signin', 'CheckMfa')],
  ],
  [
    'failed-logins',
    [
      failedLogin,
      portalStep('CredentialVerification', 'Failure'),
      having(call('signin', 'SwitchRole'), { 'responseElements.SwitchRole': 'Failure' }),
    ],
    [rootLogin, portalStep('CredentialVerification', 'Success'), deniedPut],
  ],
  ['root', [rootLogin], [failedLogin, having(rootLogin, { 'userIdentity.invokedBy': 'x' }), serviceEvent]],
  [
    'iam',
    [call('iam', 'CreateUser'), call('sso', 'CreateAccountAssignment')],
    [call('iam', 'ListUsers'), deniedPut],
  ],
  ['errors', [deniedPut, failedLogin], [rootLogin, oldRead]],
  [
    'denied',
    [deniedPut, having(oldRead, { errorCode: 'Client.UnauthorizedOperation' })],
    [failedLogin, having(oldRead, { errorCode: 'NoSuchBucket' })],
  ],
  ['changes', [deniedPut, rootLogin, serviceEvent], [oldRead]],
  [
    'network',
    [
      call('ec2', 'AuthorizeSecurityGroupIngress'),
      call('ec2', 'CreateRoute'),
      call('route53', 'ChangeResourceRecordSets'),
    ],
    [call('ec2', 'DescribeSecurityGroups'), call('ec2', 'RunInstances'), call('rds', 'CreateDBSubnetGroup')],
  ],
  [
    'secrets',
    [
      call('secretsmanager', 'GetSecretValue'),
      call('ssm', 'GetParametersByPath'),
      call('kms', 'ScheduleKeyDeletion'),
    ],
    [call('secretsmanager', 'ListSecrets'), call('lambda', 'GetSecretValue')],
  ],
  [
    'no-mfa',
    [passwordOnly],
    [rootLogin, failedLogin, deniedPut, having(passwordOnly, { 'userIdentity.type': 'AssumedRole' })],
  ],
  [
    'assumed-roles',
    [
      call('sts', 'AssumeRoleWithSAML'),
      call('sts', 'AssumeRoot'),
      call('signin', 'SwitchRole'),
      call('eks-auth', 'AssumeRoleForPodIdentity'),
    ],
    [
      call('sts', 'GetCallerIdentity'),
      having(call('sts', 'AssumeRole'), { 'userIdentity.type': 'AWSService' }),
    ],
  ],
  [
    'new-identities',
    [
      call('iam', 'CreateAccessKey'),
      call('identitystore', 'CreateUser'),
      call('organizations', 'CreateAccount'),
    ],
    [call('iam', 'DeleteUser'), call('rds', 'CreateUser'), call('iam', 'AttachUserPolicy')],
  ],
  [
    'security-groups',
    [
      call('ec2', 'AuthorizeSecurityGroupIngress'),
      call('rds', 'AuthorizeDBSecurityGroupIngress'),
      having(call('ec2', 'ModifyInstanceAttribute'), {
        'requestParameters.groupSet.items': [{ groupId: 'sg-1' }],
      }),
    ],
    [call('ec2', 'DescribeSecurityGroups'), call('ec2', 'ModifyInstanceAttribute'), call('ec2', 'CreateVpc')],
  ],
  [
    'public-access',
    [
      call('s3', 'PutBucketPolicy'),
      call('s3', 'DeleteAccountPublicAccessBlock'),
      call('ec2', 'ModifySnapshotAttribute'),
      call('lambda', 'AddPermission20150331v2'),
    ],
    [call('s3', 'GetBucketPolicy'), call('s3', 'PutBucketTagging'), call('ec2', 'DescribeSnapshotAttribute')],
  ],
  [
    'trail-tampering',
    [
      ...[
        'StopLogging',
        'DeleteTrail',
        'UpdateTrail',
        'PutEventSelectors',
        'PutInsightSelectors',
        'DeleteEventDataStore',
      ].map((name) => call('cloudtrail', name)),
      call('config', 'StopConfigurationRecorder'),
      call('guardduty', 'DeleteDetector'),
      call('ec2', 'DeleteFlowLogs'),
    ],
    [call('cloudtrail', 'LookupEvents'), call('cloudtrail', 'StartLogging'), call('ec2', 'RunInstances')],
  ],
]

function portalStep(eventName: string, outcome: string) {
  return {
    ...call('signin', eventName),
    eventType: 'AwsServiceEvent',
    serviceEventDetails: { [eventName]: outcome },
  }
}

describe('presets', () => {
  it('has a row here for each', () => {
    expect(PRESETS.map((preset) => preset.name)).toEqual(TABLE.map(([name]) => name))
  })

  it.each(TABLE)('%s', (name, matching, others) => {
    const fits = compileFilter(presetOf(name).filter)
    expect(matching.filter((record) => !fits(event(record)))).toEqual([])
    expect(others.filter((record) => fits(event(record)))).toEqual([])
  })

  it.each(PRESETS)('$name asks one question and can explain itself', (preset) => {
    expect(preset.asks).toMatch(/^[A-Z][^?]+\?$/)
    const lines = explainFilter(preset.filter).split('\n')
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(conditions(preset.filter).length)
  })

  it('can be sent to another thread', () => {
    expect(structuredClone(PRESETS)).toEqual(PRESETS)
  })

  it('can be searched for as bytes, but for the broadest', () => {
    const without = PRESETS.filter((preset) => filterLiterals(preset.filter).length === 0)
    expect(without.map((preset) => preset.name)).toEqual(['changes'])
  })

  it('names the presets when there is no such one', () => {
    expect(() => presetOf('rooot')).toThrow(UsageError)
    expect(() => presetOf('rooot')).toThrow(
      expect.objectContaining({
        hint: expect.stringContaining('logins, failed-logins, root, iam') as string,
      }) as Error,
    )
  })
})
