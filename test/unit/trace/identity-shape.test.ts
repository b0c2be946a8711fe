// What is made of the shape of an identity and its own texts is what is made of the identity.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFilter } from '../../../src/filter/compile.ts'
import type { Filter } from '../../../src/filter/clause.ts'
import { SessionIdentities } from '../../../src/decode/session-identities.ts'
import { ACCESS_KEY, FACTS, factsOf, IS_OPEN } from '../../../src/trace/session-part.ts'
import { filled, takeApart } from '../../../src/trace/identity-shape.ts'
import { isSignIn, sessionFacts } from '../../../src/trace/session.ts'
import { accessKeyId } from '../../../src/event/identity.ts'
import { eventFrom } from '../event/records.ts'
import { AT, record, roleSession } from './records.ts'

const word = fc.constantFrom(
  'app',
  's',
  'ann',
  'ASIA1',
  'AKIA2',
  'i-0a',
  'x:y',
  'a/b',
  'a"b',
  '',
  AT,
  '2000-01-01T00:00:00Z',
)
const key = fc.oneof(word, fc.constantFrom('ASIAEXAMPLE1', 'AKIAEXAMPLE2', 'ASIA', 'nothing'))
const date = fc.oneof(word, fc.constantFrom('2024-08-18T10:00:01Z', '2001-01-01T00:00:00Z'))

const identity = fc.tuple(word, word, word).chain(([role, name, other]) =>
  fc.record(
    {
      type: fc.constantFrom('AssumedRole', 'IAMUser', 'Root', 'FederatedUser', 'SAMLUser', 'AWSService'),
      principalId: fc.constantFrom(
        `AROAX:${name}`,
        `AIDA${name}`,
        `:${name}`,
        `AROAX:${name}:${other}`,
        name,
      ),
      arn: fc.constantFrom(
        `arn:aws:sts::123456789012:assumed-role/${role}/${name}`,
        `arn:aws:sts::123456789012:assumed-role/${role}/${other}`,
        name,
      ),
      accountId: fc.constant('123456789012'),
      accessKeyId: key,
      userName: fc.constantFrom(name, other),
      invokedBy: fc.constantFrom('s3.amazonaws.com', name),
      identityProvider: fc.constantFrom(`arn:aws:iam::123456789012:saml-provider/${name}`, other),
      onBehalfOf: fc.constant({ userId: other, identityStoreArn: name }),
      sessionContext: fc.record(
        {
          sessionIssuer: fc.constant({
            type: 'Role',
            principalId: 'AROAX',
            arn: `arn:aws:iam::123456789012:role/${role}`,
            userName: role,
            accessKeyId: other,
          }),
          attributes: fc.record({ creationDate: date, mfaAuthenticated: fc.constantFrom('true', 'false') }),
          sourceIdentity: fc.constantFrom(name, other),
          signInSessionArn: fc.constant(`arn:aws:signin:us-east-1:123456789012:session/${other}`),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  ),
)

const event = fc.record({
  identity,
  eventName: fc.constantFrom('GetObject', 'ConsoleLogin', 'CreateOAuth2Token'),
  inConsole: fc.boolean(),
  mfa: fc.constantFrom('Yes', 'No', undefined),
})

const FIELDS = [
  'user-name',
  'role',
  'session',
  'principal',
  'access-key-id',
  'userIdentity.onBehalfOf.userId',
]

test('a session is told as its identity tells it, whatever others had its shape before', () => {
  fc.assert(
    fc.property(
      fc.array(event, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('app', 's', 'ASIA*', '*ann', 'arn:*/s'),
      (all, value) => {
        const of: Filter[] = FIELDS.map((field) => ({ kind: 'text', field, values: [value] }))
        const isWanted = compileFilter({ kind: 'any', of })
        const identities = new SessionIdentities({ fields: FIELDS, value })
        for (const { identity, eventName, inConsole, mfa } of all) {
          const one = eventFrom(
            record(eventName, identity, {
              ...(inConsole && { sessionCredentialFromConsole: 'true' }),
              ...(mfa && { additionalEventData: { MFAUsed: mfa } }),
            }),
          )
          const facts = sessionFacts(one, isSignIn(one))
          const { shape, own, isWanted: isAskedFor } = identities.of(one, isSignIn(one))
          const { cells } = shape
          expect(cells === undefined).toBe(facts === undefined)
          if (cells === undefined) continue
          const texts = cells.map((cell) => (cells[IS_OPEN] === '' ? cell : filled(cell, own)))
          expect(factsOf((name) => texts[FACTS.indexOf(name)] || undefined)).toEqual(facts)
          expect(texts[ACCESS_KEY]).toBe(accessKeyId(one) ?? '')
          expect(isAskedFor).toBe(isWanted(one))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('what is taken apart can be put together', () => {
  fc.assert(
    fc.property(identity, (made) => {
      const json = JSON.stringify(made)
      const apart = takeApart(json)
      expect(apart === undefined).toBe(json.includes('\\'))
      const together = apart && filled(apart.shape.replaceAll(/(ASIA|AKIA)(?=\u0001k)/g, ''), apart.own)
      expect(together ?? json).toBe(json)
    }),
  )
})

test('an empty creation date is none', () => {
  expect(takeApart('{"creationDate":""}')).toMatchObject({ shape: '{"creationDate":""}', own: { date: '' } })
})

test.each(['ConsoleLogin', 'SwitchRole'])('%s tells of MFA beside the identity', (name) => {
  const identities = new SessionIdentities({ fields: [], value: 'x' })
  const { principalId, accessKeyId, arn } = roleSession('app', 's', 'ASIA1') as Record<string, string>
  for (const MFAUsed of ['Yes', 'No', undefined, 'Yes']) {
    const one = eventFrom(
      record(name, { principalId, accessKeyId, arn }, { additionalEventData: { MFAUsed } }),
    )
    const { shape } = identities.of(one, true)
    expect(shape.cells![FACTS.indexOf('mfa')]).toBe(String(sessionFacts(one, true)!.mfa ?? ''))
  }
})
