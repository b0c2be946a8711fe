// Random organizations in which every session was made in one of the ways there are: trace finds each of these, says how it
// is known, and joins nothing else.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { consoleSession } from '../../../src/event/credential.ts'
import type { JoinRule } from '../../../src/trace/chain.ts'
import { ACCOUNT, assume, chainsOf, record, roleSession, user } from './records.ts'

const WAYS = [
  'key',
  'role and time',
  'role and time, twice',
  'source identity',
  'source identity, twice',
  'key, twice',
  'key of forwarded calls',
  'instance',
  'saml',
  'oidc',
  'identity center',
  'access key',
  'sign-in',
  'console',
  'console without its sign-in',
  'key of a console session',
  'missing',
] as const
type Way = (typeof WAYS)[number]

/** One for each session: how it was made, and which session made it, where one did. */
interface Plan {
  readonly way: Way
  readonly by: number
}

interface Made {
  readonly id: string
  /** Its identity in what it does. */
  readonly identity: object
  readonly inConsole: boolean
  readonly how: JoinRule | undefined
  readonly parent: string | undefined
  readonly claims: number
  readonly caller?: string
}

const SECOND = 1000
const START = Date.parse('2024-08-18T10:00:00Z')
const timeOf = (n: number): string => new Date(START + n * 60 * SECOND).toISOString().replace('.000', '')
const without = (identity: object, ...keys: string[]): object =>
  Object.fromEntries(Object.entries(identity).filter(([key]) => !keys.includes(key)))
const rootOf = (n: number): object => user(`u${n}`, `AKIAU${n}`)

function ofRoot(n: number): Made {
  return {
    id: `AKIAU${n}`,
    identity: rootOf(n),
    inConsole: false,
    how: undefined,
    parent: undefined,
    claims: 0,
  }
}

function make(plans: readonly Plan[]): { made: readonly Made[]; records: object[] } {
  const records: object[] = []
  const made: Made[] = []
  plans.forEach(({ way, by }, n) => {
    // The users are behind everything; a session may be made by any before it.
    const maker = by < 2 || made.length === 0 ? ofRoot(by % 2) : made[by % made.length]!
    const other = ofRoot(2)
    const [role, name, key, eventTime] = [`r${n}`, `s${n}`, `ASIA${n}`, timeOf(n)]
    const at = { eventTime }
    const created = { attributes: { creationDate: eventTime } }
    const use = roleSession(role, name, key, created)
    const marks = maker.inConsole ? { sessionCredentialFromConsole: 'true' } : {}
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/${role}`
    /** Without an answer, as where only the trail of the other account tells the ID of the session. */
    const call = (issuer: Made, answer: string | undefined, seconds = 0): object =>
      assume(issuer.identity, role, name, answer ?? '', {
        eventTime: new Date(START + n * 60 * SECOND + seconds * SECOND).toISOString().replace('.000', ''),
        ...(issuer === maker && marks),
      })
    const asked = (issuer: Made): object =>
      record('AssumeRole', issuer.identity, {
        ...at,
        ...(issuer === maker && marks),
        requestParameters: { roleArn, sourceIdentity: `person${n}` },
        responseElements: null,
      })
    const add = (session: Partial<Made> & Pick<Made, 'how'>, ...calls: readonly object[]): void => {
      records.push(...calls)
      made.push({
        id: key,
        identity: use,
        inConsole: false,
        parent: undefined,
        claims: session.how ? 1 : 0,
        ...session,
      })
    }
    const outside = (identity: object, eventName: string): object => ({
      ...assume(identity, role, name, key, at),
      eventName,
    })
    const ann = { ...user(`c${n}`, key), sessionContext: created }
    const signsIn = record('ConsoleLogin', without(user(`c${n}`), 'accessKeyId'), {
      ...at,
      responseElements: { ConsoleLogin: 'Success' },
    })
    const inConsole = { id: consoleSession(`AIDAC${n}`, eventTime), identity: ann, inConsole: true }
    switch (way) {
      case 'key':
        return add({ how: 'key', parent: maker.id }, call(maker, key))
      case 'key, twice':
        return add({ how: 'key', claims: 2 }, call(maker, key), call(other, key, 1))
      case 'key of forwarded calls':
        return add(
          {
            how: 'key',
            parent: maker.id,
            id: consoleSession(`AIDAF${n}`, eventTime),
            identity: { ...user(`f${n}`, key), sessionContext: created, invokedBy: 's3.amazonaws.com' },
          },
          record('GetSessionToken', maker.identity, {
            ...at,
            ...marks,
            responseElements: { credentials: { accessKeyId: key } },
          }),
        )
      case 'role and time':
        return add({ how: 'role-and-time', parent: maker.id }, call(maker, undefined, 2))
      case 'role and time, twice':
        return add({ how: 'role-and-time', claims: 2 }, call(maker, undefined, -2), call(other, undefined, 1))
      case 'source identity':
      case 'source identity, twice': {
        const claims = way === 'source identity' ? 1 : 2
        const identity = roleSession(role, name, key, { ...created, sourceIdentity: `person${n}` })
        const calls = claims === 1 ? [asked(maker)] : [asked(maker), asked(other)]
        return add(
          { how: 'source-identity', identity, claims, ...(claims === 1 && { parent: maker.id }) },
          ...calls,
        )
      }
      case 'instance': {
        const service = { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' }
        return add({ how: 'key', caller: 'ec2.amazonaws.com' }, outside(service, 'AssumeRole'))
      }
      case 'saml': {
        const subject = { type: 'SAMLUser', userName: `p${n}`, identityProvider: 'corp' }
        return add({ how: 'key', caller: `p${n} (corp)` }, outside(subject, 'AssumeRoleWithSAML'))
      }
      case 'oidc': {
        const subject = {
          type: 'WebIdentityUser',
          userName: `repo:${n}`,
          identityProvider: 'oidc.example.com',
        }
        return add(
          { how: 'key', caller: `repo:${n} (oidc.example.com)` },
          outside(subject, 'AssumeRoleWithWebIdentity'),
        )
      }
      case 'identity center': {
        // Its sessions are made by a service, out of sight of the logs.
        const onBehalfOf = {
          userId: `id${n}`,
          identityStoreArn: 'arn:aws:identitystore::1:identitystore/d-1',
        }
        return add({ how: undefined, identity: { ...use, onBehalfOf } })
      }
      case 'access key': {
        const id = `AKIAN${n}`
        const answer = { responseElements: { accessKey: { accessKeyId: id } } }
        return add(
          { how: 'key', id, parent: maker.id, identity: user(`n${n}`, id) },
          record('CreateAccessKey', maker.identity, { ...at, ...marks, ...answer }),
        )
      }
      case 'sign-in': {
        const id = `arn:aws:signin:us-east-1:${ACCOUNT}:session/${n}`
        const context = { ...created, signInSessionArn: id }
        return add(
          { how: 'sign-in-session', id, parent: `AKIAU${n}S`, identity: { ...ann, sessionContext: context } },
          record(
            'CreateOAuth2Token',
            { ...user(`u${n}`, `AKIAU${n}S`), sessionContext: { signInSessionArn: id } },
            at,
          ),
        )
      }
      case 'console':
        return add(
          { how: 'console-session', caller: `arn:aws:iam::${ACCOUNT}:user/c${n}`, ...inConsole },
          signsIn,
        )
      case 'console without its sign-in':
        return add({ how: undefined, ...inConsole })
      case 'key of a console session': {
        records.push(signsIn, record('Use', ann, { ...at, sessionCredentialFromConsole: 'true' }))
        const unmarked = { ...ann, accessKeyId: `${key}K` }
        return add({ how: 'console-session', id: `${key}K`, parent: inConsole.id, identity: unmarked })
      }
      case 'missing':
        return add({ how: undefined })
    }
  })
  made.forEach(({ identity, inConsole }, n) =>
    records.push(
      record('Use', identity, {
        eventTime: timeOf(plans.length + n + 10),
        ...(inConsole && { sessionCredentialFromConsole: 'true' }),
      }),
    ),
  )
  return { made, records }
}

const plans = fc.array(fc.record({ way: fc.constantFrom(...WAYS), by: fc.nat(40) }), {
  minLength: 1,
  maxLength: 25,
})

test('random chains of every kind are found exactly', () => {
  const seen = new Set<Way>()
  fc.assert(
    fc.property(plans, fc.boolean(), (all, reversed) => {
      for (const { way } of all) seen.add(way)
      const { made, records } = make(all)
      const chains = chainsOf(reversed ? records.toReversed() : records)
      for (const { id, how, parent, claims, caller } of made) {
        const edge = chains.up(id)
        const isOne = claims === 1
        expect([id, edge?.how, edge?.claims ?? 0]).toEqual([id, how, claims])
        expect(isOne ? [id, edge?.parent, edge?.issue?.caller] : [id]).toEqual(
          isOne ? [id, parent, caller] : [id],
        )
        // Nobody is named by an edge that several calls claim.
        expect(claims > 1 ? chains.rootCause(id).path : [id]).toEqual([id])
      }
      // What a session made, and nothing of what others made or may have made.
      const parents = new Map<string, string[]>()
      for (const { id, parent, claims } of made)
        if (parent !== undefined && claims === 1) parents.set(parent, [...(parents.get(parent) ?? []), id])
      for (const id of ['AKIAU0', 'AKIAU1', 'AKIAU2', ...made.map((one) => one.id)])
        expect([id, [...chains.down(id)].sort()]).toEqual([id, (parents.get(id) ?? []).sort()])
    }),
    { numRuns: 150 },
  )
  expect([...seen].sort()).toEqual([...WAYS].sort())
})
