#!/usr/bin/env node
// @ts-check
// A rule set as large as the published ones and of the same shape: mostly one service and one or a few of its actions,
// filters behind `not`, some texts in the parameters of a request, a few rules that name no action, a few correlations.
// Seeded, written on first use to data/, one rule a file.

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seeded } from '../../samples/build/random.js'

const DATA = join(dirname(fileURLToPath(import.meta.url)), 'data')

export const RULES = 800

/** Actions that occur in the corpora: one rule in ten concerns one of them. */
const HELD = [
  'sts:AssumeRole',
  'kms:Decrypt',
  's3:GetBucketAcl',
  'ec2:DescribeInstances',
  's3:GetObject',
  'logs:CreateLogStream',
  'secretsmanager:GetSecretValue',
  'ec2:RunInstances',
  'dynamodb:PutItem',
  'ec2:CreateTags',
  'ec2:TerminateInstances',
  'iam:GetRole',
  'ec2:DescribeVolumes',
  'ssm:GetParameters',
  'lambda:UpdateFunctionCode20150331v2',
  'signin:ConsoleLogin',
  's3:PutBucketPolicy',
  'cloudtrail:DeleteTrail',
]
const SERVICES =
  'ec2 iam s3 kms sts rds lambda ssm ecs eks ecr sns sqs cloudtrail config guardduty organizations route53 glue athena efs ses logs events backup bedrock sso states dynamodb redshift'.split(
    ' ',
  )
const VERBS =
  'Create Delete Update Put Get List Describe Attach Detach Modify Disable Enable Start Stop'.split(' ')
const NOUNS =
  'User Role Policy Bucket Key Instance Snapshot Volume Cluster Function Rule Topic Queue Detector Recorder Account Domain Job Workgroup FileSystem Identity Group Permission Endpoint Gateway Table Trail Layer Alias Grant'.split(
    ' ',
  )
const LEVELS = ['informational', 'low', 'medium', 'medium', 'high', 'critical']
const TOOLS = ['pacu', 'kali', 'parrot', 'powerzure', 'scoutsuite', 'prowler', 'trufflehog', 'peirates']

/** The folder of the rules. */
export function ruleFolder(count = RULES) {
  const folder = join(DATA, `rules-${count}`)
  if (existsSync(folder)) return folder
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true })
  for (const [index, text] of ruleTexts(count).entries())
    writeFileSync(join(part, `rule-${String(index).padStart(4, '0')}.yml`), text)
  renameSync(part, folder)
  return folder
}

/** @returns {readonly string[]} the texts of the files; no two rules have the same detection */
export function ruleTexts(count = RULES) {
  const random = seeded('rules')
  /** @type {Set<string>} */
  const detections = new Set()
  const correlations = Math.floor(count / 160)
  while (detections.size < count - correlations) detections.add(detection(random))
  const texts = [...detections].map((lines, index) => [head(random, index, 'event'), lines].join('\n'))
  for (let i = 0; i < correlations; i++) texts.push(correlation(random, i))
  return texts
}

/** @typedef {import('../../samples/build/random.js').Random} Random */

function head(/** @type {Random} */ random, /** @type {number} */ index, /** @type {string} */ kind) {
  return [
    `title: Bench ${kind} rule ${index}`,
    `id: ${random.uuid()}`,
    `name: ${kind}-${index}`,
    'status: experimental',
    `description: Made by the bench, of the shape that published rules have, number ${index}.`,
    'author: nobody',
    'date: 2026-11-26',
    'tags: [attack.persistence, attack.t1098]',
    ...(kind === 'event' ? ['logsource: {product: aws, service: cloudtrail}'] : []),
    `falsepositives: [Administrators at work]`,
    `level: ${random.pick(LEVELS)}`,
  ].join('\n')
}

function correlation(/** @type {Random} */ random, /** @type {number} */ index) {
  const type = index % 2 === 0 ? 'event_count' : 'value_count'
  const field = type === 'value_count' ? ', field: eventName' : ''
  return [
    head(random, index, 'correlation'),
    'correlation:',
    `  type: ${type}`,
    `  rules: [event-${index}]`,
    '  group-by: [userIdentity.arn]',
    '  timespan: 10m',
    `  condition: {gte: 5${field}}`,
  ].join('\n')
}

function detection(/** @type {Random} */ random) {
  const chance = random.next()
  const selection = chance < 0.05 ? nameless(random) : chance < 0.09 ? begun(random) : named(random)
  const filter = random.next() < 0.6 ? filters(random) : undefined
  return [
    'detection:',
    '  selection:',
    ...selection.map((line) => `    ${line}`),
    ...(filter
      ? ['  filter:', `    ${filter}`, '  condition: selection and not filter']
      : ['  condition: selection']),
  ].join('\n')
}

function action(/** @type {Random} */ random) {
  if (random.next() < 0.1) return /** @type {[string, string]} */ (random.pick(HELD).split(':'))
  return /** @type {[string, string]} */ ([
    random.pick(SERVICES),
    `${random.pick(VERBS)}${random.pick(NOUNS)}`,
  ])
}

function named(/** @type {Random} */ random) {
  const [service, name] = action(random)
  const lines = [`eventSource: ${service}.amazonaws.com`]
  if (random.next() < 0.7) lines.push(`eventName: ${name}`)
  else {
    const others = Array.from(
      { length: random.between(1, 7) },
      () => `${random.pick(VERBS)}${random.pick(NOUNS)}`,
    )
    lines.push(`eventName: [${[...new Set([name, ...others])].join(', ')}]`)
  }
  const chance = random.next()
  const held = HELD.includes(`${service}:${name}`)
  // A rule about a frequent action always has further conditions.
  if (held || chance < 0.15)
    lines.push(
      random.pick([
        `requestParameters.policyDocument|contains: ['"Action":"*"', '${random.hex(6)}']`,
        `requestParameters.bucketName|contains: [${random.hex(4)}, ${random.hex(5)}]`,
        `requestParameters.roleName|endswith: -${random.pick(TOOLS)}-${random.hex(3)}`,
        `requestParameters.items.cidrIp|startswith: '${random.between(0, 255)}.0.'`,
        `userAgent|contains|all: [${random.pick(TOOLS)}, ${random.hex(3)}]`,
        `requestParameters.userName|fieldref: userIdentity.userName`,
        `sourceIPAddress|cidr: ['10.${random.between(0, 255)}.0.0/16', '172.16.0.0/12']`,
        `errorCode: [AccessDenied, UnauthorizedOperation, ${random.pick(TOOLS)}${random.hex(2)}]`,
      ]),
    )
  return lines
}

function begun(/** @type {Random} */ random) {
  const [service] = action(random)
  return [
    `eventSource: ${service}.amazonaws.com`,
    random.pick([
      `eventName|startswith: [${random.pick(VERBS)}${random.pick(NOUNS)}, Bulk${random.pick(VERBS)}]`,
      `eventName|contains: ${random.pick(NOUNS)}${random.pick(NOUNS)}`,
      `eventName: '${random.pick(VERBS)}*${random.pick(NOUNS)}s'`,
    ]),
  ]
}

function nameless(/** @type {Random} */ random) {
  return random.pick([
    () => [`userAgent|contains: [${random.pick(TOOLS)}, ${random.hex(5)}]`],
    () => [`errorCode: Client.${random.pick(NOUNS)}${random.hex(3)}`],
    () => ['userIdentity.type: Root', `eventType: Aws${random.pick(NOUNS)}`],
    () => [`userIdentity.arn|endswith: ':user/${random.pick(TOOLS)}${random.hex(2)}'`],
    () => [`userIdentity.sessionContext.sessionIssuer.userName: ${random.pick(TOOLS)}-${random.hex(3)}`],
    () => [`requestParameters.functionName|re: '^${random.pick(TOOLS)}-[0-9a-f]{${random.between(4, 40)}}$'`],
    () => [`additionalEventData.configRuleName: ${random.pick(TOOLS)}-${random.hex(3)}`],
    () => [`sourceIPAddress: [198.18.${random.between(0, 255)}.1, 198.19.${random.between(0, 255)}.1]`],
  ])()
}

function filters(/** @type {Random} */ random) {
  return random.pick([
    'errorCode|exists: true',
    'errorCode|exists: true',
    'errorMessage: null',
    "userAgent|contains: 'cloudformation.amazonaws.com'",
    'userIdentity.type: AWSService',
    "userIdentity.invokedBy|endswith: '.amazonaws.com'",
    `userIdentity.arn|contains: ':role/${random.pick(TOOLS)}'`,
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(ruleFolder(Number(process.argv[2] ?? RULES)))
