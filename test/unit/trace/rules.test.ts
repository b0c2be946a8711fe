// Each rule that joins a session to the call that created it: found, claimed by several calls, and missing.

import { describe, expect, test } from 'vitest'
import { consoleSession } from '../../../src/event/credential.ts'
import { ACCOUNT, assume, AT, chainsOf, record, roleSession, user } from './records.ts'

const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`
const SIGN_IN = `arn:aws:signin:us-east-1:${ACCOUNT}:session/s-1`
const at = (seconds: number): { eventTime: string } => ({
  eventTime: new Date(Date.parse(AT) + seconds * 1000).toISOString().replace('.000', ''),
})
const used = (identity: object, rest: object = {}): object => record('Use', identity, { ...at(600), ...rest })
const noKey = (identity: object): object => ({ ...identity, accessKeyId: undefined })
const created = { attributes: { creationDate: AT } }

const issued = (eventName: string, key: string): object =>
  record(eventName, user('ann'), { responseElements: { credentials: { accessKeyId: key } } })
const accessKey = (by: string): object =>
  record('CreateAccessKey', user(by), { responseElements: { accessKey: { accessKeyId: 'AKIANEW' } } })
const signIn = (by: string, seconds = 0): object =>
  record('CreateOAuth2Token', { ...user(by), sessionContext: { signInSessionArn: SIGN_IN } }, at(seconds))
/** The key in the response is another one, as in logs whose keys were replaced. */
const elsewhere = (by: string, seconds = 0): object =>
  assume(user(by), 'app', 's', `ASIA${by}${seconds}`, at(seconds))
const asked = (by: string, seconds = 0): object =>
  record('AssumeRole', user(by), {
    ...at(seconds),
    requestParameters: { roleArn: ROLE, sourceIdentity: 'ann@example.com' },
    responseElements: null,
  })
const login = (result: string, seconds = 0): object =>
  record('ConsoleLogin', noKey(user('ann')), { ...at(seconds), responseElements: { ConsoleLogin: result } })

const byAnn = { sourceIdentity: 'ann@example.com' }
const session = roleSession('app', 's', 'ASIA1')
const named = roleSession('app', 's', 'ASIA1', { sourceIdentity: 'ann@example.com' })
const inConsole = used(
  { ...user('ann', 'ASIAC'), sessionContext: created },
  { sessionCredentialFromConsole: 'true' },
)
const CONSOLE = consoleSession('AIDAANN', AT)
const switched = (result: string): object =>
  record('SwitchRole', noKey(session), { ...at(-60), responseElements: { SwitchRole: result } })
const inRole = used(roleSession('app', 's', 'ASIA1'), { sessionCredentialFromConsole: 'true' })
const IN_ROLE = consoleSession('AROAAPP:s', AT)
/** A call that a service makes on behalf of the session, which is known by principal and creation date, not by its key. */
const forwarded = (key: string): object =>
  used({ ...noKey(session), invokedBy: 's3.amazonaws.com', accessKeyId: key })
const FORWARDED = consoleSession('AROAAPP:s', AT)
const withSignIn = used({
  ...user('ann', 'ASIA1'),
  sessionContext: { ...created, signInSessionArn: SIGN_IN },
})

type Row = readonly [name: string, records: object[], id: string, edge: object | undefined]

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  key: [
    ...[
      'AssumeRoot',
      'GetSessionToken',
      'GetFederationToken',
      'AssumeRoleWithSAML',
      'AssumeRoleWithWebIdentity',
    ].map((name): Row => [
      name,
      [issued(name, 'ASIA1'), used(session)],
      'ASIA1',
      { how: 'key', parent: 'AKIAANN' },
    ]),
    [
      'a key of a user',
      [accessKey('ann'), used(user('bob', 'AKIANEW'))],
      'AKIANEW',
      { how: 'key', claims: 1 },
    ],
    ['two calls', [accessKey('ann'), accessKey('bob')], 'AKIANEW', { how: 'key', claims: 2 }],
    [
      'a forwarded call with the issued key',
      [issued('GetSessionToken', 'ASIA1'), forwarded('ASIA1'), forwarded('ASIAF')],
      FORWARDED,
      { how: 'key', parent: 'AKIAANN', claims: 1 },
    ],
    [
      'two calls for the keys of one session',
      [
        issued('GetSessionToken', 'ASIA1'),
        issued('GetSessionToken', 'ASIA2'),
        ...['ASIA1', 'ASIA2'].map(forwarded),
      ],
      FORWARDED,
      { how: 'key', claims: 2 },
    ],
    [
      'no call for any key of a session',
      [issued('GetSessionToken', 'ASIA1'), forwarded('ASIAF')],
      FORWARDED,
      undefined,
    ],
    [
      'a call with the key that it made, which only forged records have',
      [assume(session, 'app', 's', 'ASIA1')],
      'ASIA1',
      { how: 'key', parent: undefined },
    ],
    ['no call', [used(user('bob', 'AKIANEW'))], 'AKIANEW', undefined],
    [
      'another call',
      [record('ListBuckets', user('ann'), { responseElements: { credentials: { accessKeyId: 'ASIA1' } } })],
      'ASIA1',
      undefined,
    ],
    [
      'a call of nobody known',
      [{ ...accessKey('ann'), userIdentity: { type: 'AWSService', invokedBy: 'x.amazonaws.com' } }],
      'AKIANEW',
      { how: 'key', parent: undefined, issue: { caller: 'x.amazonaws.com' } },
    ],
  ],
  'sign-in-session': [
    [
      'one call',
      [signIn('ann'), withSignIn],
      SIGN_IN,
      { how: 'sign-in-session', parent: 'AKIAANN', claims: 1 },
    ],
    [
      'two calls',
      [signIn('ann'), signIn('bob', 1), withSignIn],
      SIGN_IN,
      { how: 'sign-in-session', claims: 2 },
    ],
    ['no call', [withSignIn], SIGN_IN, undefined],
  ],
  'role-and-time': [
    [
      'in the same second',
      [elsewhere('ann'), used(session)],
      'ASIA1',
      { how: 'role-and-time', parent: 'AKIAANN' },
    ],
    [
      'two seconds before',
      [elsewhere('ann', -2), used(session)],
      'ASIA1',
      { how: 'role-and-time', claims: 1 },
    ],
    ['two seconds after', [elsewhere('ann', 2), used(session)], 'ASIA1', { how: 'role-and-time', claims: 1 }],
    ['three seconds before', [elsewhere('ann', -3), used(session)], 'ASIA1', undefined],
    [
      'two calls',
      [elsewhere('ann'), elsewhere('bob', 1), used(session)],
      'ASIA1',
      { how: 'role-and-time', claims: 2 },
    ],
    ['another name', [elsewhere('ann'), used(roleSession('app', 't', 'ASIA1'))], 'ASIA1', undefined],
    [
      'no creation date',
      [elsewhere('ann'), used(roleSession('app', 's', 'ASIA1', { attributes: {} }))],
      'ASIA1',
      undefined,
    ],
  ],
  'source-identity': [
    ['of the request', [asked('ann'), used(named)], 'ASIA1', { how: 'source-identity', parent: 'AKIAANN' }],
    [
      'of the answer, which has the one that is passed on',
      [
        record('AssumeRole', user('ann'), {
          requestParameters: { roleArn: ROLE },
          responseElements: { sourceIdentity: 'ann@example.com' },
        }),
        used(named),
      ],
      'ASIA1',
      { how: 'source-identity', parent: 'AKIAANN' },
    ],
    [
      'two calls',
      [asked('ann'), asked('bob', 2), used(named)],
      'ASIA1',
      { how: 'source-identity', claims: 2 },
    ],
    ['too long before', [asked('ann', -60), used(named)], 'ASIA1', undefined],
    [
      'another role',
      [asked('ann'), used(roleSession('web', 's', 'ASIA1', { sourceIdentity: 'ann@example.com' }))],
      'ASIA1',
      undefined,
    ],
    [
      'a session without a date',
      [asked('ann', -60), used(roleSession('app', 's', 'ASIA1', { attributes: {}, ...byAnn }))],
      'ASIA1',
      { how: 'source-identity', parent: 'AKIAANN' },
    ],
    [
      'without any role',
      [
        record('AssumeRole', user('ann'), {
          requestParameters: byAnn,
          responseElements: { credentials: { accessKeyId: 'ASIAX' } },
        }),
        used(roleSession('app', 's', 'ASIA1', { sessionIssuer: {}, ...byAnn })),
      ],
      'ASIA1',
      undefined,
    ],
    ['no source identity', [asked('ann'), used(session)], 'ASIA1', undefined],
  ],
  'console-session': [
    [
      'a sign-in',
      [login('Success', -1), inConsole],
      CONSOLE,
      { how: 'console-session', issue: { eventName: 'ConsoleLogin' } },
    ],
    [
      'the last of several',
      [login('Success', -900), login('Success', -1), inConsole],
      CONSOLE,
      { issue: { time: Date.parse(AT) - 1000 } },
    ],
    ['a failed sign-in', [login('Failure', -1), inConsole], CONSOLE, undefined],
    ['a later sign-in', [login('Success', 3), inConsole], CONSOLE, undefined],
    [
      'a sign-in with a key, which does not make the session of the key a parent',
      [
        record(
          'ConsoleLogin',
          { ...user('ann', 'ASIA9'), sessionContext: created },
          { ...at(-1), responseElements: { ConsoleLogin: 'Success' } },
        ),
        inConsole,
      ],
      CONSOLE,
      { parent: undefined, issue: { by: undefined, eventName: 'ConsoleLogin' } },
    ],
    [
      'a key of another session of the same user',
      [
        inConsole,
        used({
          ...user('ann', 'ASIA2'),
          sessionContext: { attributes: { creationDate: '2024-08-18T09:00:00Z' } },
        }),
      ],
      'ASIA2',
      undefined,
    ],
    [
      'a key of no console session',
      [login('Success', -1), used({ ...user('ann', 'ASIA2'), sessionContext: created })],
      'ASIA2',
      undefined,
    ],
    [
      'a switch of role a minute before',
      [switched('Success'), inRole],
      IN_ROLE,
      { how: 'console-session', issue: { eventName: 'SwitchRole' } },
    ],
    ['a failed switch', [switched('Failure'), inRole], IN_ROLE, undefined],
    [
      'a key of it',
      [inConsole, used({ ...user('ann', 'ASIA2'), sessionContext: created })],
      'ASIA2',
      { how: 'console-session', parent: CONSOLE },
    ],
    [
      'a key of another one',
      [inConsole, used({ ...user('bob', 'ASIA2'), sessionContext: created })],
      'ASIA2',
      undefined,
    ],
  ],
}

describe.each(Object.entries(TABLES))('%s', (_, rows) => {
  test.each(rows)('%s', (_name, records, id, edge) => {
    for (const all of [records, records.toReversed()]) {
      expect({ edge: chainsOf(all).up(id) }).toMatchObject({ edge })
    }
  })

  test('is never followed where it is ambiguous', () => {
    for (const [, records, id, edge] of rows) {
      if (!edge || !('claims' in edge) || edge.claims === 1) continue
      const chains = chainsOf(records)
      expect(chains.rootCause(id)).toMatchObject({ path: [id] })
      for (const by of ['AKIAANN', 'AKIABOB']) expect(chains.down(by)).not.toContain(id)
    }
  })
})
