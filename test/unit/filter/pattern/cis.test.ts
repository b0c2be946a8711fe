// The alarms of the CIS AWS Foundations Benchmark (section 4, "Monitoring"), as people have them in their accounts.

import { describe, expect, it } from 'vitest'
import { filterLiterals } from '../../../../src/filter/literals.ts'
import { compilePattern } from '../../../../src/filter/pattern/compile.ts'
import { parsePattern } from '../../../../src/filter/pattern/parse.ts'
import { printPattern } from '../../../../src/filter/pattern/print.ts'
import type { JsonObject } from '../../../../src/util/json.ts'
import { deniedPut, failedLogin, having, rootLogin, serviceEvent } from '../records.ts'

const call = (eventSource: string, eventName: string): JsonObject =>
  having(deniedPut, { eventSource: `${eventSource}.amazonaws.com`, eventName })
const anyName = (...names: readonly string[]): string =>
  names.map((name) => `($.eventName = ${name})`).join(' || ')

const userLogin = having(failedLogin, {
  errorMessage: null,
  responseElements: { ConsoleLogin: 'Success' },
  'userIdentity.userName': 'alice',
})

interface Alarm {
  readonly about: string
  readonly pattern: string
  readonly matching: JsonObject
  readonly other: JsonObject
}

const ALARMS: readonly Alarm[] = [
  {
    about: '4.1 unauthorized calls',
    pattern:
      '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") && ($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket") }',
    matching: deniedPut,
    other: having(deniedPut, { eventName: 'HeadBucket' }),
  },
  {
    about: '4.1 unauthorized calls, first edition',
    pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
    matching: having(deniedPut, { errorCode: 'Client.UnauthorizedOperation' }),
    other: having(deniedPut, { errorCode: 'NoSuchBucket' }),
  },
  {
    about: '4.2 sign-in without MFA',
    pattern:
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
    matching: userLogin,
    other: having(userLogin, { 'additionalEventData.MFAUsed': 'Yes' }),
  },
  {
    about: '4.3 root',
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
    matching: rootLogin,
    other: having(rootLogin, { 'userIdentity.invokedBy': 'support.amazonaws.com' }),
  },
  {
    about: '4.4 IAM policies',
    pattern:
      '{($.eventName=DeleteGroupPolicy)||($.eventName=DeleteRolePolicy)||($.eventName=DeleteUserPolicy)||($.eventName=PutGroupPolicy)||($.eventName=PutRolePolicy)||($.eventName=PutUserPolicy)||($.eventName=CreatePolicy)||($.eventName=DeletePolicy)||($.eventName=CreatePolicyVersion)||($.eventName=DeletePolicyVersion)||($.eventName=AttachRolePolicy)||($.eventName=DetachRolePolicy)||($.eventName=AttachUserPolicy)||($.eventName=DetachUserPolicy)||($.eventName=AttachGroupPolicy)||($.eventName=DetachGroupPolicy)}',
    matching: call('iam', 'AttachGroupPolicy'),
    other: call('iam', 'CreateUser'),
  },
  {
    about: '4.5 CloudTrail',
    pattern: `{ ${anyName('CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging')} }`,
    matching: call('cloudtrail', 'StopLogging'),
    other: call('cloudtrail', 'LookupEvents'),
  },
  {
    about: '4.6 failed sign-ins',
    pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
    matching: having(failedLogin, { errorMessage: 'Failed authentication' }),
    other: userLogin,
  },
  {
    about: '4.7 customer keys',
    pattern:
      '{($.eventSource = kms.amazonaws.com) && (($.eventName=DisableKey)||($.eventName=ScheduleKeyDeletion)) }',
    matching: call('kms', 'ScheduleKeyDeletion'),
    other: serviceEvent,
  },
  {
    about: '4.8 bucket policies',
    pattern: `{ ($.eventSource = s3.amazonaws.com) && (${anyName('PutBucketAcl', 'PutBucketPolicy', 'PutBucketCors', 'PutBucketLifecycle', 'PutBucketReplication', 'DeleteBucketPolicy', 'DeleteBucketCors', 'DeleteBucketLifecycle', 'DeleteBucketReplication')}) }`,
    matching: deniedPut,
    other: call('s3', 'PutObject'),
  },
  {
    about: '4.9 Config',
    pattern: `{ ($.eventSource = config.amazonaws.com) && (${anyName('StopConfigurationRecorder', 'DeleteDeliveryChannel', 'PutDeliveryChannel', 'PutConfigurationRecorder')}) }`,
    matching: call('config', 'StopConfigurationRecorder'),
    other: call('config', 'PutConfigRule'),
  },
  {
    about: '4.10 security groups',
    pattern: `{ ${anyName('AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress', 'RevokeSecurityGroupIngress', 'RevokeSecurityGroupEgress', 'CreateSecurityGroup', 'DeleteSecurityGroup')} }`,
    matching: call('ec2', 'AuthorizeSecurityGroupIngress'),
    other: call('ec2', 'DescribeSecurityGroups'),
  },
  {
    about: '4.11 network ACLs',
    pattern: `{ ${anyName('CreateNetworkAcl', 'CreateNetworkAclEntry', 'DeleteNetworkAcl', 'DeleteNetworkAclEntry', 'ReplaceNetworkAclEntry', 'ReplaceNetworkAclAssociation')} }`,
    matching: call('ec2', 'ReplaceNetworkAclEntry'),
    other: call('ec2', 'CreateVpc'),
  },
  {
    about: '4.12 gateways',
    pattern: `{ ${anyName('CreateCustomerGateway', 'DeleteCustomerGateway', 'AttachInternetGateway', 'CreateInternetGateway', 'DeleteInternetGateway', 'DetachInternetGateway')} }`,
    matching: call('ec2', 'AttachInternetGateway'),
    other: call('ec2', 'CreateNatGateway'),
  },
  {
    about: '4.13 route tables',
    pattern: `{ ($.eventSource = ec2.amazonaws.com) && (${anyName('CreateRoute', 'CreateRouteTable', 'ReplaceRoute', 'ReplaceRouteTableAssociation', 'DeleteRouteTable', 'DeleteRoute', 'DisassociateRouteTable')}) }`,
    matching: call('ec2', 'ReplaceRoute'),
    other: call('appmesh', 'CreateRoute'),
  },
  {
    about: '4.14 VPCs',
    pattern: `{ ${anyName('CreateVpc', 'DeleteVpc', 'ModifyVpcAttribute', 'AcceptVpcPeeringConnection', 'CreateVpcPeeringConnection', 'DeleteVpcPeeringConnection', 'RejectVpcPeeringConnection', 'AttachClassicLinkVpc', 'DetachClassicLinkVpc', 'DisableVpcClassicLink', 'EnableVpcClassicLink')} }`,
    matching: call('ec2', 'DeleteVpc'),
    other: call('ec2', 'CreateSubnet'),
  },
  {
    about: '4.15 organization',
    pattern: `{ ($.eventSource = organizations.amazonaws.com) && (${['AcceptHandshake', 'AttachPolicy', 'CreateAccount', 'CreateOrganizationalUnit', 'CreatePolicy', 'DeclineHandshake', 'DeleteOrganization', 'DeletePolicy', 'DetachPolicy', 'DisablePolicyType', 'EnablePolicyType', 'InviteAccountToOrganization', 'LeaveOrganization', 'MoveAccount', 'RemoveAccountFromOrganization', 'UpdatePolicy', 'UpdateOrganizationalUnit'].map((name) => `($.eventName = "${name}")`).join(' || ')}) }`,
    matching: call('organizations', 'LeaveOrganization'),
    other: call('iam', 'CreatePolicy'),
  },
]

describe('the alarms of the CIS benchmark', () => {
  it.each(ALARMS)('$about', ({ pattern, matching, other }) => {
    const fits = compilePattern(parsePattern(pattern))
    expect([fits(matching), fits(other)]).toEqual([true, false])
  })

  it.each(ALARMS)('$about, printed and read again', ({ pattern }) => {
    expect(parsePattern(printPattern(parsePattern(pattern)))).toEqual(parsePattern(pattern))
  })

  it.each(ALARMS)('$about, searched for as bytes', ({ pattern, matching }) => {
    const literals = filterLiterals({ kind: 'pattern', node: parsePattern(pattern) })
    expect(literals.length).toBeGreaterThan(0)
    const raw = JSON.stringify(matching)
    expect(literals.filter((any) => !any.some(({ text }) => raw.includes(text)))).toEqual([])
  })
})
