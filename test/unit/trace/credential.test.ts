import { expect, test } from 'vitest'
import { credentialOf } from '../../../src/event/credential.ts'
import { eventFrom } from '../event/records.ts'
import { AT, record, roleSession, user } from './records.ts'

const inConsole = { sessionCredentialFromConsole: 'true' }
const signIn = { signInSessionArn: 'arn:aws:signin:us-east-1:123456789012:session/1' }

test.each<[string, object, object | undefined]>([
  ['a long-lived key', record('GetObject', user('ann')), { kind: 'key', id: 'AKIAANN' }],
  ['a temporary key', record('GetObject', roleSession('app', 's', 'ASIA1')), { kind: 'key', id: 'ASIA1' }],
  [
    'a console session, whatever its key',
    record('GetObject', roleSession('app', 's', 'ASIA2'), inConsole),
    { kind: 'console', id: `AROAAPP:s#${AT}` },
  ],
  [
    'the mark of the console as a boolean',
    record('GetObject', roleSession('app', 's', 'ASIA2'), { sessionCredentialFromConsole: true }),
    { kind: 'console', id: `AROAAPP:s#${AT}` },
  ],
  [
    'a call forwarded by a service',
    record('Decrypt', { ...roleSession('app', 's', 'ASIA3'), invokedBy: 's3.amazonaws.com' }),
    { kind: 'forwarded', id: `AROAAPP:s#${AT}` },
  ],
  [
    'a call of the console forwarded by a service',
    record('Decrypt', { ...roleSession('app', 's', 'ASIA3'), invokedBy: 's3.amazonaws.com' }, inConsole),
    { kind: 'console', id: `AROAAPP:s#${AT}` },
  ],
  [
    'no key but a creation date',
    record('GetObject', { ...roleSession('app', 's', ''), accessKeyId: undefined }),
    { kind: 'console', id: `AROAAPP:s#${AT}` },
  ],
  [
    'a sign-in session before anything else',
    record('GetObject', roleSession('app', 's', 'ASIA4', signIn), inConsole),
    { kind: 'sign-in', id: signIn.signInSessionArn },
  ],
  [
    'the sign-in session that a call makes is not its credential',
    record('CreateOAuth2Token', roleSession('app', 's', 'ASIA5', signIn)),
    { kind: 'key', id: 'ASIA5' },
  ],
  [
    'a forwarded call without a creation date keeps its key',
    record('Decrypt', { ...user('ann'), invokedBy: 's3.amazonaws.com' }),
    { kind: 'key', id: 'AKIAANN' },
  ],
  ['nothing at all', record('RotateKey', { accountId: '1', invokedBy: 'AWS Internal' }), undefined],
  ['a record without an identity', { eventName: 'X' }, undefined],
])('%s', (_, made, expected) => {
  expect(credentialOf(eventFrom(made))).toEqual(expected)
})
