// Permissions that a request needs beside its own action, only if the request shows them: a passed role, tags, a key.

import type { Event } from '../event/event.ts'
import { isObject, own, ownText, type Json } from '../util/json.ts'
import type { Permission } from './permission.ts'
import { actionFacts } from './reference.ts'
import { copiedObject, resourcesOf } from './resource.ts'

export function companions(event: Event, action: string): readonly Permission[] {
  const request = event.part('requestParameters')
  const found: Permission[] = []
  if (PASSES_ROLE.has(action)) {
    for (const role of passedRoles(request)) found.push({ action: 'iam:PassRole', resources: [role] })
  }
  const service = action.slice(0, action.indexOf(':'))
  const add = (name: string): void => {
    const other = `${service}:${name}`
    if (other !== action && actionFacts(service, name) !== undefined)
      found.push({ action: other, resources: resourcesOf(event, other) })
  }
  if (action === 'sts:AssumeRole') {
    if (ownText(request, 'sourceIdentity') !== undefined) add('SetSourceIdentity')
    if (hasTags(own(request, 'tags'))) add('TagSession')
  } else if (service === 'ec2') {
    if (isObject(own(request, 'tagSpecificationSet')))
      found.push({ action: 'ec2:CreateTags', resources: ['*'] })
  } else if (service === 's3') {
    found.push(...ofObject(event, action, request))
  } else if (/:Create/.test(action) && TAG_KEYS.some((key) => hasTags(own(request, key)))) {
    add(TAGGING.get(service) ?? `Tag${action.slice(action.indexOf(':Create') + ':Create'.length)}`)
    if (found.every((one) => !/:Tag|:Add/.test(one.action))) add('TagResource')
  }
  const key = KMS_KEYS.map((name) => ownText(request, name)).find((text) => text?.includes(':key/'))
  if (key !== undefined && USES_KEY.has(action))
    found.push(...USES_KEY.get(action)!.map((name) => ({ action: `kms:${name}`, resources: [plain(key)] })))
  return found
}

/** Objects: their source, their ACL, their tags, and the key that encrypts them. */
function ofObject(event: Event, action: string, request: Json | undefined): readonly Permission[] {
  const found: Permission[] = []
  const add = (other: string): void => {
    found.push({ action: other, resources: resourcesOf(event, other) })
  }
  const has = (name: string): boolean => ownText(request, name) !== undefined
  if (action === 's3:PutObject') {
    if (has('x-amz-acl') || GRANTS.some(has)) add('s3:PutObjectAcl')
    if (has('x-amz-tagging')) add('s3:PutObjectTagging')
    if (has('x-amz-object-lock-mode')) add('s3:PutObjectRetention')
    if (has('x-amz-object-lock-legal-hold')) add('s3:PutObjectLegalHold')
  }
  const copied = copiedObject(event)
  if (action === 's3:PutObject' && copied !== undefined) {
    const { arn, hasVersion } = copied
    const version = hasVersion ? 'Version' : ''
    found.push({ action: `s3:GetObject${version}`, resources: [arn] })
    if (ownText(request, 'x-amz-tagging-directive') === 'COPY') {
      found.push({ action: `s3:GetObject${version}Tagging`, resources: [arn] })
      add('s3:PutObjectTagging')
    }
  }
  const key = ownText(request, 'x-amz-server-side-encryption-aws-kms-key-id')
  if (action === 's3:PutObject' && key?.includes(':key/'))
    found.push({ action: 'kms:GenerateDataKey', resources: [plain(key)] })
  return found
}

const GRANTS = [
  'x-amz-grant-full-control',
  'x-amz-grant-read',
  'x-amz-grant-read-acp',
  'x-amz-grant-write-acp',
] as const

const PASSES_ROLE: ReadonlySet<string> = new Set([
  'lambda:CreateFunction',
  'lambda:UpdateFunctionConfiguration',
  'ec2:RunInstances',
  'ec2:AssociateIamInstanceProfile',
  'ec2:ReplaceIamInstanceProfileAssociation',
  'ecs:RegisterTaskDefinition',
  'ecs:RunTask',
  'ecs:CreateService',
  'cloudformation:CreateStack',
  'cloudformation:UpdateStack',
  'cloudformation:DeleteStack',
  'cloudformation:CreateChangeSet',
  'cloudtrail:CreateTrail',
  'cloudtrail:UpdateTrail',
  'codebuild:CreateProject',
  'codebuild:UpdateProject',
  'codepipeline:CreatePipeline',
  'config:PutConfigurationRecorder',
  'eks:CreateCluster',
  'eks:CreateNodegroup',
  'events:PutTargets',
  'firehose:CreateDeliveryStream',
  'glue:CreateJob',
  'glue:CreateCrawler',
  'glue:CreateDevEndpoint',
  'pipes:CreatePipe',
  'rds:CreateDBInstance',
  'sagemaker:CreateTrainingJob',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateModel',
  'scheduler:CreateSchedule',
  'ssm:SendCommand',
  'states:CreateStateMachine',
  'states:UpdateStateMachine',
])

const ROLE_KEYS = [
  'role',
  'roleArn',
  'roleARN',
  'executionRoleArn',
  'taskRoleArn',
  'cloudWatchLogsRoleArn',
  'serviceRole',
  'serviceRoleArn',
  'nodeRole',
  'monitoringRoleArn',
] as const

function passedRoles(request: Json | undefined): readonly string[] {
  const roles = ROLE_KEYS.map((name) => ownText(request, name)).filter(
    (text) => text?.includes(':role/') === true,
  )
  if (roles.length > 0) return [...new Set(roles.map((role) => plain(role!)))]
  // An instance profile names its role nowhere in the call.
  return isObject(own(request, 'iamInstanceProfile')) ? ['*'] : []
}

/** What a service calls the tagging of what it makes, where it is neither Tag… nor TagResource. */
const TAGGING: ReadonlyMap<string, string> = new Map([
  ['rds', 'AddTagsToResource'],
  ['elasticloadbalancing', 'AddTags'],
  ['cloudtrail', 'AddTags'],
  ['ssm', 'AddTagsToResource'],
])
const TAG_KEYS = ['tags', 'Tags', 'tagList', 'tagsList'] as const

function hasTags(tags: Json | undefined): boolean {
  return Array.isArray(tags) ? tags.length > 0 : isObject(tags) && Object.keys(tags).length > 0
}

const KMS_KEYS = ['kmsKeyId', 'kMSKeyId', 'kmsKeyArn', 'kMSKeyArn', 'KmsKeyId'] as const
/** Actions whose caller needs the key that the request names. */
const USES_KEY: ReadonlyMap<string, readonly string[]> = new Map([
  ['secretsmanager:CreateSecret', ['Decrypt', 'GenerateDataKey']],
  ['secretsmanager:UpdateSecret', ['Decrypt', 'GenerateDataKey']],
  ['ssm:PutParameter', ['Encrypt']],
  ['ec2:CreateVolume', ['CreateGrant', 'GenerateDataKeyWithoutPlaintext']],
  ['ec2:CopySnapshot', ['CreateGrant', 'GenerateDataKeyWithoutPlaintext']],
  ['rds:CreateDBInstance', ['CreateGrant', 'DescribeKey']],
  ['lambda:CreateFunction', ['CreateGrant', 'Decrypt']],
])

function plain(arn: string): string {
  return /^[^*?$\s]+$/.test(arn) ? arn : '*'
}
