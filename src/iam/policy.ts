// Builds the smallest policy that allows calls that succeeded. Actions are guessed from the calls (action.ts). A
// resource is an ARN only if the record contains it or all of its parts; otherwise it is `*`.

import type { Event } from '../event/event.ts'
import { resources } from '../event/resources.ts'
import { isObject, own, ownText, type Json } from '../util/json.ts'
import { actionOf } from './action.ts'

export interface Permission {
  readonly action: string
  /** ARNs, or only `*`. */
  readonly resources: readonly string[]
}

export interface Statement {
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
}

export interface PolicyDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly Statement[]
}

/** Calls that need no permission, or that create the session in the first place. */
const FREE: ReadonlySet<string> = new Set([
  'sts:GetCallerIdentity',
  'sts:GetSessionToken',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
])

/** The permissions that a call needed: empty if none, undefined if the event is not a call or cannot be mapped. */
export function permissionsOf(event: Event): readonly Permission[] | undefined {
  const type = event.text('eventType')
  const action = actionOf(event)
  if (action === undefined || (type !== undefined && type !== 'AwsApiCall') || !ACTION.test(action))
    return undefined
  if (FREE.has(action)) return []
  return [{ action, resources: resourcesOf(event, action) }, ...companions(event)]
}

const ACTION = /^[a-z0-9-]+:[A-Za-z0-9]+$/

/** Additional permissions that the request's parameters show to be needed. */
function companions(event: Event): readonly Permission[] {
  const request = event.part('requestParameters')
  const found: Permission[] = []
  const call = `${event.text('eventSource') ?? ''} ${event.text('eventName') ?? ''}`
  const passed = PASSES_ROLE.has(call) ? passedRole(request) : undefined
  if (passed !== undefined) found.push({ action: 'iam:PassRole', resources: [passed] })
  if (call === 'ec2.amazonaws.com RunInstances' && own(request, 'tagSpecificationSet') !== undefined)
    found.push({ action: 'ec2:CreateTags', resources: ['*'] })
  if (call === 'sts.amazonaws.com AssumeRole') {
    const role = ownText(request, 'roleArn') ?? '*'
    if (ownText(request, 'sourceIdentity') !== undefined)
      found.push({ action: 'sts:SetSourceIdentity', resources: [role] })
    if (own(request, 'tags') !== undefined) found.push({ action: 'sts:TagSession', resources: [role] })
  }
  return found
}

const PASSES_ROLE: ReadonlySet<string> = new Set([
  'lambda.amazonaws.com CreateFunction20150331',
  'lambda.amazonaws.com UpdateFunctionConfiguration20150331v2',
  'ec2.amazonaws.com RunInstances',
  'ecs.amazonaws.com RegisterTaskDefinition',
  'cloudformation.amazonaws.com CreateStack',
  'cloudformation.amazonaws.com UpdateStack',
  'cloudtrail.amazonaws.com CreateTrail',
  'states.amazonaws.com CreateStateMachine',
  'glue.amazonaws.com CreateJob',
  'sagemaker.amazonaws.com CreateTrainingJob',
])

function passedRole(request: Json | undefined): string | undefined {
  const names = ['role', 'roleArn', 'roleARN', 'executionRoleArn', 'taskRoleArn', 'cloudWatchLogsRoleArn']
  const role = names.map((name) => ownText(request, name)).find((text) => text?.includes(':role/'))
  if (role !== undefined) return role
  // The call contains an instance profile, but not its role.
  return isObject(own(request, 'iamInstanceProfile')) ? '*' : undefined
}

/** The partition follows from the Region: `cn-north-1`, `us-gov-west-1`. */
export function partitionOf(region: string | undefined): string {
  if (region?.startsWith('cn-')) return 'aws-cn'
  return region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

/** Only resource types that the service reference lists for the action; with any other, the policy would not match. */
function resourcesOf(event: Event, action: string): readonly string[] {
  const request = event.part('requestParameters')
  const partition = partitionOf(event.text('awsRegion'))
  const [service = '', name = ''] = action.split(':')
  if (service === 's3') return s3Resources(request, partition, name)
  if (action === 'sts:AssumeRole') return [ownText(request, 'roleArn') ?? '*']
  if (!ARN_SERVICES.has(service) || LISTS.test(name)) return ['*']
  const arns = resources(event)
    .map((resource) => resource.name)
    .filter((arn) => arn.startsWith(`arn:${partition}:${service}:`) && SAFE.test(arn))
  return arns.length === 0 ? ['*'] : [...new Set(arns)].sort()
}

/** Services whose actions, except list actions, apply to the ARN in the record. */
const ARN_SERVICES: ReadonlySet<string> = new Set([
  'dynamodb',
  'kms',
  'lambda',
  'secretsmanager',
  'sns',
  'sqs',
  'cloudtrail',
])
const LISTS = /^(?:List|Describe(?!Table|Key|Secret)|Create)/
/** A wildcard or a variable in a name would allow more than the call needed. */
const SAFE = /^[^*?$\s]+$/

const S3_ACCOUNT = /^(?:ListAllMyBuckets|CreateJob|GetAccountPublicAccessBlock|PutAccountPublicAccessBlock)$/
const S3_OBJECT = /Object|MultipartUpload(?:Parts)?$/
const S3_BUCKET =
  /^(?:ListBucket|ListBucketVersions|ListBucketMultipartUploads|GetBucket.*|PutBucket.*|DeleteBucket.*|CreateBucket|(?:Get|Put)(?:Encryption|Lifecycle|Replication)Configuration)$/

function s3Resources(request: Json | undefined, partition: string, name: string): readonly string[] {
  const bucket = ownText(request, 'bucketName')
  const key = ownText(request, 'key')
  if (bucket === undefined || !SAFE.test(bucket) || S3_ACCOUNT.test(name)) return ['*']
  const arn = `arn:${partition}:s3:::${bucket}`
  if (S3_BUCKET.test(name)) return [arn]
  if (!S3_OBJECT.test(name)) return ['*']
  return [`${arn}/${key !== undefined && /^[^*?$]+$/.test(key) ? key : '*'}`]
}

/** Statements by service and resources, sorted by name, so that the same calls give the same text. */
export function policyDocument(permissions: ReadonlyMap<string, ReadonlySet<string>>): PolicyDocument {
  const statements = new Map<string, { actions: string[]; resources: readonly string[] }>()
  for (const action of [...permissions.keys()].sort()) {
    const all = permissions.get(action)!
    const list = all.has('*') ? ['*'] : [...all].sort()
    const key = JSON.stringify([action.slice(0, action.indexOf(':')), list])
    const known = statements.get(key)
    if (known) known.actions.push(action)
    else statements.set(key, { actions: [action], resources: list })
  }
  return {
    Version: '2012-10-17',
    Statement: [...statements.values()].map(({ actions, resources: list }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: list,
    })),
  }
}
