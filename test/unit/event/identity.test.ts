import { expect, test } from 'vitest'
import type { LookupFields } from '../../../src/event/event.ts'
import { eventOf } from '../../../src/event/event.ts'
import {
  accessKeyId,
  accountOf,
  identityType,
  mfa,
  principals,
  roleName,
  username,
} from '../../../src/event/identity.ts'
import {
  ALL,
  aggregated,
  deniedBucketPolicy,
  eventFrom,
  failedSignIn,
  keyRotation,
  oldRecord,
  rootSignIn,
  serviceAssumesRole,
} from './records.ts'

const of = (userIdentity: unknown, more: object = {}) => eventFrom({ userIdentity, ...more })
const role = 'arn:aws:sts::123456789012:assumed-role/Web/i-0abc'

test.each<[string, unknown, string | undefined]>([
  ['root', { type: 'Root', principalId: '123456789012' }, 'root'],
  ['root with an account alias', { type: 'Root', userName: 'my-alias' }, 'root'],
  ['IAM user', { type: 'IAMUser', userName: 'alice', principalId: 'AIDAX' }, 'alice'],
  ['unknown console user', failedSignIn.userIdentity, 'HIDDEN_DUE_TO_SECURITY_REASONS'],
  ['role session', { type: 'AssumedRole', principalId: 'AROAX:i-0abc', arn: role }, 'i-0abc'],
  ['SSO session', { type: 'AssumedRole', principalId: 'AROAX:jo@example.com' }, 'jo@example.com'],
  ['only the first colon separates', { type: 'AssumedRole', principalId: 'AROAX:a:b' }, 'a:b'],
  ['role session without principalId', { type: 'AssumedRole', arn: role }, 'i-0abc'],
  [
    'role session with half a principalId',
    { type: 'AssumedRole', principalId: 'AROAX:', arn: role },
    'i-0abc',
  ],
  ['role session with nothing', { type: 'AssumedRole' }, undefined],
  ['role', { type: 'Role', principalId: 'AROAX:s' }, 's'],
  ['named role', { type: 'Role', principalId: 'AROAX:s', userName: 'mine' }, 'mine'],
  ['federated user', { type: 'FederatedUser', principalId: '123456789012:bob' }, 'bob'],
  ['federated user by ARN', { type: 'FederatedUser', arn: 'arn:aws:sts::1:federated-user/bob' }, 'bob'],
  ['SAML', { type: 'SAMLUser', principalId: 'nq:sub', userName: 'sub' }, 'sub'],
  [
    'web identity',
    { type: 'WebIdentityUser', principalId: 'iss:app:id', userName: 'system:serviceaccount:ns:sa' },
    'system:serviceaccount:ns:sa',
  ],
  ['web identity without a name', { type: 'WebIdentityUser', principalId: 'iss:app:id' }, undefined],
  ['Identity Center', { type: 'IdentityCenterUser', onBehalfOf: { userId: 'u' } }, undefined],
  ['directory', { type: 'Directory', userName: 'ann' }, 'ann'],
  ['account', { type: 'AWSAccount', principalId: 'AROAX:s', accountId: '1' }, undefined],
  ['service', { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' }, undefined],
  ['unknown', { type: 'Unknown', userName: 'x' }, 'x'],
  ['no type', keyRotation.userIdentity, undefined],
  ['empty name', { type: 'IAMUser', userName: '' }, undefined],
  ['null', null, undefined],
  ['empty', {}, undefined],
  ['text where an object is normal', 'HIDDEN_DUE_TO_SECURITY_REASONS', undefined],
  ['array where an object is normal', [{ type: 'Root' }], undefined],
])('the user name of: %s', (_, userIdentity, expected) => {
  expect(username(of(userIdentity))).toBe(expected)
})

test('what a lookup response said goes before our own derivation', () => {
  const lookup: LookupFields = { username: 'my-session' }
  expect(username(eventOf({ userIdentity: { type: 'Root' } }, { file: '' }, lookup))).toBe('my-session')
  expect(username(eventOf({ userIdentity: { type: 'Root' } }, { file: '' }, {}))).toBe('root')
})

test.each<[keyof typeof ALL, string | undefined, string | undefined, string | undefined]>([
  ['rootSignIn', 'root', undefined, 'Root'],
  ['failedSignIn', 'HIDDEN_DUE_TO_SECURITY_REASONS', undefined, 'IAMUser'],
  ['deniedBucketPolicy', 'deploy-session', 'ASIAEXAMPLEKEY000001', 'AssumedRole'],
  ['serviceAssumesRole', undefined, undefined, 'AWSService'],
  ['keyRotation', undefined, undefined, undefined],
  ['endpointDenied', undefined, undefined, 'AWSAccount'],
  ['oldRecord', 'alice', 'AKIAEXAMPLEKEY000009', 'IAMUser'],
  ['insight', undefined, undefined, undefined],
  ['aggregated', undefined, undefined, undefined],
])('user name, access key and identity type of %s', (name, user, key, type) => {
  const event = eventFrom(ALL[name])
  expect([username(event), accessKeyId(event), identityType(event)]).toEqual([user, key, type])
})

test.each<[string, object, string | undefined]>([
  ['the receiving account first', { ...oldRecord, recipientAccountId: '999999999999' }, '999999999999'],
  ["then the identity's, with its leading zeros", oldRecord, '000123456789'],
  [
    "then the session issuer's",
    { userIdentity: { sessionContext: { sessionIssuer: { accountId: '000000000007' } } } },
    '000000000007',
  ],
  ['aggregated records have their own field', aggregated, '000123456789'],
  ['a number, which has lost its leading zeros', { recipientAccountId: 12345678901 }, '012345678901'],
  ['a number in the identity', { userIdentity: { accountId: 123456789012 } }, '123456789012'],
  ['no number of an account', { recipientAccountId: 1.5 }, undefined],
])('account: %s', (_, record, expected) => {
  expect(accountOf(eventFrom(record))).toBe(expected)
})

test('the role is the session issuer, and users that issue a session are no role', () => {
  expect(roleName(eventFrom(deniedBucketPolicy))).toBe('Deploy')
  expect(roleName(of({ sessionContext: { sessionIssuer: {} } }))).toBeUndefined()
  expect(
    roleName(of({ sessionContext: { sessionIssuer: { type: 'IAMUser', userName: 'alice' } } })),
  ).toBeUndefined()
})

test('principals are all ARNs of the identity, each once, the caller first', () => {
  expect(principals(eventFrom(deniedBucketPolicy))).toEqual([
    'arn:aws:sts::123456789012:assumed-role/Deploy/deploy-session',
    'arn:aws:iam::123456789012:role/Deploy',
    'AROAEXAMPLEROLEID0001:deploy-session',
  ])
  const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:f'
  expect(
    principals(
      of({
        inScopeOf: { sourceArn: lambda, credentialsIssuedTo: lambda },
        identityProvider: 'accounts.google.com',
      }),
    ),
  ).toEqual([lambda])
  expect(principals(eventFrom(serviceAssumesRole))).toEqual([])
})

const session = (mfaAuthenticated: unknown) => ({
  userIdentity: { sessionContext: { attributes: { mfaAuthenticated } } },
})
const signIn = (MFAUsed: unknown) => ({ ...rootSignIn, additionalEventData: { MFAUsed } })

test.each<[string, object, boolean | undefined]>([
  ['session "true"', session('true'), true],
  ['session "false"', session('false'), false],
  ['session true', session(true), true],
  ['session neither', session('maybe'), undefined],
  ['sign-in Yes', signIn('Yes'), true],
  ['sign-in YES', signIn('YES'), true],
  ['sign-in No', signIn('No'), false],
  ['sign-in, contradicted by the session', { ...signIn('Yes'), ...session('false') }, true],
  [
    'another call, contradicted by additional data',
    { additionalEventData: { MFAUsed: 'Yes' }, ...session('false') },
    false,
  ],
  ['nothing said', oldRecord, undefined],
  ['additional data is a text', { ...rootSignIn, additionalEventData: 'MFAUsed' }, undefined],
])('MFA: %s', (_, record, expected) => {
  expect(mfa(eventFrom(record))).toBe(expected)
})
