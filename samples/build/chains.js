// @ts-check
// One day of sessions that are not what they seem: people behind two roles, behind a provider, behind an instance, and
// behind the many keys of the console. What `trace` is for.

import { deliver } from './delivery.js'
import { assumedRole, iamUser, otherAccount, service } from './identity.js'
import { seeded } from './random.js'
import { isoSeconds, record } from './record.js'

/** @typedef {import('./record.js').Json} Json */
/** @typedef {import('./record.js').Call} Call */

const MANAGEMENT = '111122223333'
const DEVELOPMENT = '777788889999'
const PRODUCTION = '444455556666'
const REGION = 'eu-west-1'
const CLI =
  'aws-cli/2.17.20 md/awscrt#0.20.11 ua/2.0 os/linux#6.8.0 lang/python#3.11.9 cfg/retry-mode#standard'

/** @returns {import('./delivery.js').SampleFile[]} */
export function chains() {
  const random = seeded('chains')
  const records = [
    ...twoRoles(random),
    ...identityCenter(random),
    ...saml(random),
    ...oidc(random),
    ...instance(random),
    ...manyKeys(random),
  ]
  return deliver(random, 'AWSLogs/o-exampleorgid', records)
}

/** @typedef {import('./random.js').Random} Random */
/** @typedef {{ account: string, role: string, id: string, session: string, key: string, at: string, context?: Json, ip?: string }} Role */

/** nikki, over a role of the development account into one of production, under her source identity all the way. */
function twoRoles(/** @type {Random} */ random) {
  const nikki = iamUser({
    account: MANAGEMENT,
    name: 'nikki_wolf',
    id: 'AIDANIKKIWOLFEXAMPLE1',
    key: 'AKIANIKKIWOLFEXAMPL1',
  })
  const who = { identity: nikki, ip: '203.0.113.40', agent: CLI }
  const context = { sourceIdentity: 'nikki@example.com' }
  const gateway = {
    account: DEVELOPMENT,
    role: 'Gateway',
    id: 'AROAGATEWAYEXAMPLE01',
    session: 'nikki',
    key: 'ASIAGATEWAYEXAMPLE01',
    at: '09:00:04',
    context,
  }
  const deploy = {
    account: PRODUCTION,
    role: 'Deploy',
    id: 'AROADEPLOYEXAMPLE001',
    session: 'release-42',
    key: 'ASIADEPLOYEXAMPLE001',
    at: '09:01:10',
    context,
  }
  const inGateway = { identity: sessionOf(gateway), ip: '203.0.113.40', agent: CLI }
  const inDeploy = { identity: sessionOf(deploy), ip: '203.0.113.40', agent: CLI }
  return [
    ...assumed(random, who, MANAGEMENT, gateway, 'nikki@example.com'),
    ...assumed(random, inGateway, DEVELOPMENT, deploy, 'nikki@example.com'),
    made(random, '09:02:30', 'cloudformation:DescribeStacks', inDeploy, PRODUCTION),
    made(random, '09:03:02', 'cloudformation:DeleteStack', inDeploy, PRODUCTION, {
      params: { stackName: 'payments-blue' },
    }),
  ]
}

/** A person of Identity Center: the session says on whose behalf it acts, the provider's subject says the name. */
function identityCenter(/** @type {Random} */ random) {
  const role = {
    account: PRODUCTION,
    role: 'AWSReservedSSO_ReadOnly_fedcba9876543210',
    id: 'AROASSOREADEXAMPLE01',
    session: 'diego@example.com',
    key: 'ASIASSOREADEXAMPLE01',
    at: '10:00:00',
  }
  const who = {
    identity: {
      ...sessionOf(role),
      onBehalfOf: {
        userId: '92a71234-1111-4222-8333-123456789abc',
        identityStoreArn: `arn:aws:identitystore::${MANAGEMENT}:identitystore/d-9067example`,
      },
    },
    ip: '203.0.113.41',
    agent: CLI,
  }
  return [
    federated(random, role, 'AssumeRoleWithSAML', {
      type: 'SAMLUser',
      principalId: 'd-9067example:diego@example.com',
      userName: 'diego@example.com',
      identityProvider: 'd-9067example',
    }),
    made(random, '10:01:12', 's3:ListBuckets', who, PRODUCTION),
    made(random, '10:01:40', 'iam:ListRoles', who, PRODUCTION),
  ]
}

function saml(/** @type {Random} */ random) {
  const role = {
    account: DEVELOPMENT,
    role: 'Analyst',
    id: 'AROAANALYSTEXAMPLE01',
    session: 'bob',
    key: 'ASIAANALYSTEXAMPLE01',
    at: '11:00:00',
  }
  const who = { identity: sessionOf(role), ip: '203.0.113.42', agent: CLI }
  return [
    federated(random, role, 'AssumeRoleWithSAML', {
      type: 'SAMLUser',
      principalId: 'SAMPLEkeyid=:bob',
      userName: 'bob',
      identityProvider: 'SAMPLEkeyid=',
    }),
    made(random, '11:04:00', 'athena:StartQueryExecution', who, DEVELOPMENT),
  ]
}

/** A pipeline, whose subject is a branch of a repository. */
function oidc(/** @type {Random} */ random) {
  const subject = 'repo:example-org/payments:ref:refs/heads/main'
  const role = {
    account: PRODUCTION,
    role: 'Pipeline',
    id: 'AROAPIPELINEEXAMPL01',
    session: 'build-1071',
    key: 'ASIAPIPELINEEXAMPL01',
    at: '12:00:00',
  }
  const provider = `arn:aws:iam::${PRODUCTION}:oidc-provider/token.actions.githubusercontent.com`
  const who = { identity: sessionOf(role), ip: '192.0.2.77', agent: CLI }
  return [
    federated(random, role, 'AssumeRoleWithWebIdentity', {
      type: 'WebIdentityUser',
      principalId: `${provider}:sts.amazonaws.com:${subject}`,
      userName: subject,
      identityProvider: provider,
    }),
    made(random, '12:00:31', 'ecr:GetAuthorizationToken', who, PRODUCTION),
    made(random, '12:02:15', 'ecs:UpdateService', who, PRODUCTION, {
      params: { cluster: 'payments', service: 'api' },
    }),
  ]
}

/** The role of an instance, whose credential turns up at a strange address an hour later. */
function instance(/** @type {Random} */ random) {
  const role = {
    account: PRODUCTION,
    role: 'WebServer',
    id: 'AROAWEBSERVEREXAMPL2',
    session: 'i-0abc1234def567890',
    key: 'ASIAWEBSERVEREXAMPL2',
    at: '13:00:00',
    context: { ec2RoleDelivery: '1.0' },
  }
  const identity = sessionOf(role)
  const inside = { identity, ip: '192.0.2.10', agent: 'Boto3/1.34.0' }
  const outside = { identity, ip: '198.51.100.99', agent: 'aws-cli/1.22.34' }
  return [
    answered(random, role, 'sts:AssumeRole', service('ec2.amazonaws.com'), PRODUCTION),
    made(random, '13:05:00', 'ssm:GetParameter', inside, PRODUCTION, { params: { name: '/web/config' } }),
    made(random, '14:10:02', 'sts:GetCallerIdentity', outside, PRODUCTION),
    made(random, '14:10:40', 's3:ListBuckets', outside, PRODUCTION),
    made(random, '14:11:09', 'secretsmanager:ListSecrets', outside, PRODUCTION),
  ]
}

/** The console takes a new key for almost every request. */
function manyKeys(/** @type {Random} */ random) {
  const user = { account: PRODUCTION, name: 'saanvi_sarkar', id: 'AIDASAANVIEXAMPLE001' }
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
  const signIn = record(random, {
    at: time('15:00:00'),
    call: 'signin:ConsoleLogin',
    who: { identity: iamUser(user), ip: '203.0.113.43', agent },
    account: PRODUCTION,
    region: 'us-east-1',
    response: { ConsoleLogin: 'Success' },
    extra: {
      eventType: 'AwsConsoleSignIn',
      readOnly: false,
      additionalEventData: { MFAUsed: 'Yes', MobileVersion: 'No' },
    },
  })
  const calls = [
    'ec2:DescribeInstances',
    'ec2:DescribeVpcs',
    's3:ListBuckets',
    'iam:ListUsers',
    'ec2:StopInstances',
  ]
  return [
    signIn,
    ...Array.from({ length: 20 }, (_, n) => {
      const session = { created: time('15:00:00'), mfa: true }
      const key = `ASIASAANVIEXAMPLE${String(n).padStart(3, '0')}`
      const who = { identity: iamUser({ ...user, key, session }), ip: '203.0.113.43', agent }
      const clock = `15:${String(2 + n).padStart(2, '0')}:10`
      return made(random, clock, calls[n % calls.length] ?? '', who, PRODUCTION, {
        extra: { sessionCredentialFromConsole: 'true' },
      })
    }),
  ]
}

/** AssumeRole as both accounts record it, under one shared ID. */
function assumed(
  /** @type {Random} */ random,
  /** @type {import('./record.js').Caller} */ who,
  /** @type {string} */ from,
  /** @type {Role} */ role,
  /** @type {string} */ sourceIdentity,
) {
  const extra = { sharedEventID: random.uuid() }
  const identity = /** @type {Json} */ (who.identity)
  const stranger = { ...who, identity: otherAccount(identity['principalId'], from) }
  return [
    answered(random, role, 'sts:AssumeRole', who, from, { extra }, sourceIdentity),
    answered(random, role, 'sts:AssumeRole', stranger, role.account, { extra }, sourceIdentity),
  ]
}

function federated(
  /** @type {Random} */ random,
  /** @type {Role} */ role,
  /** @type {string} */ name,
  /** @type {Json} */ identity,
) {
  return answered(random, role, `sts:${name}`, { identity, ip: '203.0.113.50', agent: CLI }, role.account)
}

function answered(
  /** @type {Random} */ random,
  /** @type {Role} */ role,
  /** @type {string} */ call,
  /** @type {import('./record.js').Caller} */ who,
  /** @type {string} */ account,
  /** @type {Partial<Call>} */ more = {},
  /** @type {string} */ sourceIdentity = '',
) {
  return made(random, role.at, call, who, account, {
    params: {
      roleArn: `arn:aws:iam::${role.account}:role/${role.role}`,
      roleSessionName: role.session,
      ...(sourceIdentity !== '' && { sourceIdentity }),
    },
    response: {
      credentials: {
        accessKeyId: role.key,
        expiration: isoSeconds(time(role.at) + 3_600_000),
        sessionToken: 'EXAMPLETOKEN',
      },
      assumedRoleUser: {
        assumedRoleId: `${role.id}:${role.session}`,
        arn: `arn:aws:sts::${role.account}:assumed-role/${role.role}/${role.session}`,
      },
      ...(sourceIdentity !== '' && { sourceIdentity }),
    },
    ...more,
  })
}

function made(
  /** @type {Random} */ random,
  /** @type {string} */ clock,
  /** @type {string} */ call,
  /** @type {import('./record.js').Caller} */ who,
  /** @type {string} */ account,
  /** @type {Partial<Call>} */ more = {},
) {
  return record(random, { at: time(clock), call, who, account, region: REGION, ...more })
}

function sessionOf(/** @type {Role} */ { account, role, id, session, key, at, context }) {
  return assumedRole({
    account,
    role,
    id,
    session,
    key,
    created: time(at),
    ...(context && { context }),
  })
}

function time(/** @type {string} */ clock) {
  return Date.parse(`2024-08-20T${clock}Z`)
}
