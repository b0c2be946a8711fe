import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consoleSession } from '../../../src/event/credential.ts'
import { ACCOUNT, assume, AT, chainsOf, record, roleSession, user } from './records.ts'

const later = { eventTime: '2024-08-18T10:30:00Z' }
const inConsole = { sessionCredentialFromConsole: 'true' }
const without = (made: object, ...keys: string[]): object =>
  Object.fromEntries(Object.entries(made).filter(([key]) => !keys.includes(key)))

describe('an edge is known', () => {
  test('by key, over two accounts and two steps', () => {
    const chains = chainsOf([
      assume(user('ann'), 'first', 'one', 'ASIA1'),
      assume(roleSession('first', 'one', 'ASIA1'), 'second', 'two', 'ASIA2'),
      record('DeleteBucket', roleSession('second', 'two', 'ASIA2'), later),
    ])
    expect(chains.up('ASIA2')).toMatchObject({ how: 'key', parent: 'ASIA1', claims: 1 })
    expect(chains.rootCause('ASIA2')).toEqual({
      subject: { kind: 'user', name: `arn:aws:iam::${ACCOUNT}:user/ann` },
      path: ['ASIA2', 'ASIA1', 'AKIAANN'],
      ends: 'subject',
    })
    expect(chains.down('AKIAANN')).toEqual(['ASIA1'])
    expect(chains.down('ASIA1')).toEqual(['ASIA2'])
    expect(chains.down('ASIA2')).toEqual([])
  })

  test('by key, of a key that was made for another user and never used', () => {
    const made = record('CreateAccessKey', user('ann'), {
      responseElements: { accessKey: { accessKeyId: 'AKIABOB', userName: 'bob' } },
    })
    expect(chainsOf([made]).up('AKIABOB')).toMatchObject({ how: 'key', parent: 'AKIAANN' })
    expect(chainsOf([made]).down('AKIAANN')).toEqual(['AKIABOB'])
  })

  test('by the role session and its creation, where the call and its use show different keys', () => {
    const chains = chainsOf([
      assume(user('ann'), 'app', 's', 'ASIA1'),
      record('GetObject', roleSession('app', 's', 'ASIA9'), inConsole),
    ])
    const id = consoleSession('AROAAPP:s', AT)
    expect(chains.up(id)).toMatchObject({ how: 'role-and-time', parent: 'AKIAANN' })
    // The key of the answer is not one more session.
    expect(chains.down('AKIAANN')).toEqual([id])
  })

  test('by the source identity, where the response is missing', () => {
    const call = assume(user('ann'), 'app', 's', 'ASIA1', {
      requestParameters: { roleArn: `arn:aws:iam::${ACCOUNT}:role/app`, sourceIdentity: 'ann@example.com' },
      responseElements: null,
    })
    const chains = chainsOf([
      call,
      record('X', roleSession('app', 's', 'ASIA7', { sourceIdentity: 'ann@example.com' })),
    ])
    expect(chains.up('ASIA7')).toMatchObject({ how: 'source-identity', parent: 'AKIAANN' })
    expect(chains.rootCause('ASIA7').subject).toEqual({ kind: 'source-identity', name: 'ann@example.com' })
  })

  test('by the sign-in of the same console session', () => {
    const ann = without(user('ann'), 'accessKeyId')
    const signIn = record('ConsoleLogin', ann, { responseElements: { ConsoleLogin: 'Success' } })
    const session = { sessionContext: { attributes: { creationDate: AT } } }
    const chains = chainsOf([
      signIn,
      record('ListBuckets', { ...user('ann', 'ASIA1'), ...session }, { ...inConsole, ...later }),
      record('ListKeys', { ...user('ann', 'ASIA2'), ...session }, later),
    ])
    const id = consoleSession('AIDAANN', AT)
    expect(chains.up(id)).toMatchObject({ how: 'console-session', issue: { eventName: 'ConsoleLogin' } })
    expect(chains.up('ASIA2')).toMatchObject({ how: 'console-session', parent: id })
    expect(chains.down(id)).toEqual(['ASIA2'])
  })

  test('by a switch of role in the console', () => {
    const session = { sessionContext: { attributes: { creationDate: AT } } }
    const switched = '2024-08-18T10:20:00Z'
    const chains = chainsOf([
      record('ListBuckets', { ...user('ann', 'ASIA1'), ...session }, inConsole),
      record('SwitchRole', without(roleSession('admin', 'ann', ''), 'accessKeyId', 'sessionContext'), {
        eventTime: switched,
        responseElements: { SwitchRole: 'Success' },
        additionalEventData: { SwitchFrom: `arn:aws:iam::${ACCOUNT}:user/ann` },
      }),
      record(
        'DeleteTrail',
        roleSession('admin', 'ann', 'ASIA3', { attributes: { creationDate: switched } }),
        { ...inConsole, ...later },
      ),
    ])
    expect(chains.up(consoleSession('AROAADMIN:ann', switched))).toMatchObject({
      parent: consoleSession('AIDAANN', AT),
      issue: { eventName: 'SwitchRole' },
    })
  })

  test('once for a call that two accounts recorded', () => {
    const shared = { sharedEventID: 'shared-1' }
    const outside = { type: 'AWSAccount', principalId: 'AIDAANN', accountId: ACCOUNT }
    const chains = chainsOf([
      assume(outside, 'app', 's', 'ASIA1', { ...shared, recipientAccountId: '210987654321' }),
      assume(user('ann'), 'app', 's', 'ASIA1', shared),
      record('X', roleSession('app', 's', 'ASIA1')),
    ])
    expect(chains.up('ASIA1')).toMatchObject({ parent: 'AKIAANN', claims: 1 })
  })
})

const made = (key: string, eventTime: string): object =>
  record('GetSessionToken', user('ann'), {
    eventTime,
    responseElements: { credentials: { accessKeyId: key } },
  })
const forwarded = (key: string): object =>
  record('Use', { ...roleSession('app', 's', key), invokedBy: 's3.amazonaws.com' }, later)

describe('a key that a service forwarded calls with', () => {
  const id = consoleSession('AROAAPP:s', AT)

  test('is no session of its own', () => {
    const chains = chainsOf([made('ASIA1', AT), made('ASIA2', AT), forwarded('ASIA1')])
    expect([chains.isKey('ASIA1'), chains.isKey('ASIA2'), chains.isKey('ASIA3')]).toEqual([
      false,
      true,
      false,
    ])
    expect([...chains.down('AKIAANN')].sort()).toEqual([id, 'ASIA2'].sort())
  })

  test('is one of several: the earliest call is named, in whatever order they come', () => {
    const calls = [made('ASIA1', later.eventTime), made('ASIA2', AT)]
    for (const keys of [
      ['ASIA1', 'ASIA2'],
      ['ASIA2', 'ASIA1'],
    ]) {
      const edge = chainsOf([...calls, ...keys.map(forwarded)]).up(id)
      expect(edge).toMatchObject({ claims: 2, issue: { key: 'ASIA2' } })
    }
  })
})

describe('no edge is guessed', () => {
  test('several claims are an ambiguity, and the chain ends there', () => {
    const chains = chainsOf([
      assume(user('ann'), 'app', 's', 'ASIA1'),
      assume(user('bob'), 'app', 's', 'ASIA1'),
      record('X', roleSession('app', 's', 'ASIA1')),
    ])
    expect(chains.up('ASIA1')).toMatchObject({ claims: 2 })
    expect(chains.rootCause('ASIA1')).toMatchObject({ ends: 'ambiguous', path: ['ASIA1'] })
    expect(chains.down('AKIAANN')).toEqual([])
  })

  test('the same time alone joins nothing', () => {
    const chains = chainsOf([
      assume(user('ann'), 'app', 's', 'ASIA1'),
      record('X', roleSession('app', 'other', 'ASIA2')),
      record('Y', roleSession('other', 's', 'ASIA3')),
    ])
    expect(chains.up('ASIA2')).toBeUndefined()
    expect(chains.up('ASIA3')).toBeUndefined()
  })

  test('the same role session created three seconds away is another one', () => {
    const chains = chainsOf([
      assume(user('ann'), 'app', 's', 'ASIA1', { eventTime: '2024-08-18T10:00:03Z' }),
      record('X', roleSession('app', 's', 'ASIA2')),
    ])
    expect(chains.up('ASIA2')).toBeUndefined()
  })

  test('a refused call makes nothing', () => {
    const chains = chainsOf([
      assume(user('ann'), 'app', 's', 'ASIA1', { errorCode: 'AccessDenied' }),
      record('X', roleSession('app', 's', 'ASIA1')),
    ])
    expect(chains.up('ASIA1')).toBeUndefined()
  })

  test('what was issued before the first event is told apart from what is missing', () => {
    const use = [record('X', roleSession('app', 's', 'ASIA1'), later)]
    expect(chainsOf(use, Date.parse('2024-08-18T10:15:00Z')).rootCause('ASIA1').ends).toBe('before-logs')
    expect(chainsOf(use).rootCause('ASIA1').ends).toBe('not-in-logs')
  })

  test('forged records that go in a circle end', () => {
    const chains = chainsOf([
      assume(roleSession('a', 's', 'ASIA1'), 'b', 's', 'ASIA2'),
      assume(roleSession('b', 's', 'ASIA2'), 'a', 's', 'ASIA1'),
    ])
    expect(chains.rootCause('ASIA1')).toMatchObject({ ends: 'ambiguous', path: ['ASIA1', 'ASIA2'] })
  })
})

describe('who is behind a session', () => {
  test.each<[string, object[], object]>([
    [
      'a service that hands an instance its role',
      [assume({ type: 'AWSService', invokedBy: 'ec2.amazonaws.com' }, 'web', 'i-1', 'ASIA1')],
      { kind: 'service', name: 'ec2.amazonaws.com' },
    ],
    [
      'the subject of a SAML provider',
      [
        {
          ...assume(
            { type: 'SAMLUser', userName: 'ann@example.com', identityProvider: 'corp' },
            'web',
            'i-1',
            'ASIA1',
          ),
          eventName: 'AssumeRoleWithSAML',
        },
      ],
      { kind: 'federated', name: 'ann@example.com (corp)' },
    ],
    ['nobody known', [], { kind: 'role', name: `arn:aws:sts::${ACCOUNT}:assumed-role/web/i-1` }],
  ])('%s', (_, issued, subject) => {
    const chains = chainsOf([...issued, record('X', roleSession('web', 'i-1', 'ASIA1'), later)])
    expect(chains.rootCause('ASIA1').subject).toEqual(subject)
  })

  test('a person of Identity Center, named with the store', () => {
    const person = {
      onBehalfOf: { userId: 'u-1', identityStoreArn: 'arn:aws:identitystore::1:identitystore/d-1' },
    }
    const chains = chainsOf([record('X', { ...roleSession('app', 's', 'ASIA1'), ...person })])
    expect(chains.rootCause('ASIA1').subject).toEqual({
      kind: 'identity-center',
      name: 'arn:aws:identitystore::1:identitystore/d-1 u-1',
    })
  })
})

test('random trees of sessions are found exactly', () => {
  // parents[i] is the session that makes session i + 1; session 0 is the user.
  const trees = fc
    .array(fc.nat(), { minLength: 1, maxLength: 30 })
    .map((picks) => picks.map((n, i) => n % (i + 1)))
  fc.assert(
    fc.property(trees, fc.boolean(), (parents, reversed) => {
      const records = parents.map((parent, i) =>
        assume(identity(parent), `r${i + 1}`, `s${i + 1}`, id(i + 1)),
      )
      records.push(...parents.map((_, i) => record('Use', identity(i + 1), later)))
      const chains = chainsOf(reversed ? records.reverse() : records)
      parents.forEach((parent, i) => expect(chains.up(id(i + 1))?.parent).toBe(id(parent)))
      for (let i = 0; i <= parents.length; i++) {
        const children = parents.flatMap((parent, child) => (parent === i ? [id(child + 1)] : []))
        expect([...chains.down(id(i))].sort()).toEqual(children.sort())
        expect(chains.rootCause(id(i)).path.at(-1)).toBe('AKIAANN')
      }
    }),
  )
})

function identity(i: number): object {
  return i === 0 ? user('ann') : roleSession(`r${i}`, `s${i}`, `ASIA${i}`)
}

function id(i: number): string {
  return i === 0 ? 'AKIAANN' : `ASIA${i}`
}
