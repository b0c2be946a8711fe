import { expect, test } from 'vitest'
import type { JsonObject } from '../../../src/util/json.ts'
import { who } from '../../../src/event/who.ts'
import { eventFrom } from './records.ts'

const here = '111122223333'
const there = '777788889999'

test.each<[JsonObject, JsonObject, string | undefined]>([
  [{ type: 'Root', accountId: here, userName: 'alias' }, {}, 'root'],
  [{ type: 'Root', accountId: there }, {}, `root of ${there}`],
  [{ type: 'IAMUser', userName: 'alice', accountId: here }, {}, 'user alice'],
  [
    { type: 'IAMUser', arn: `arn:aws:iam::${there}:user/team/bob`, accountId: there },
    {},
    `user bob of ${there}`,
  ],
  [
    {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLE:session-1',
      accountId: here,
      sessionContext: { sessionIssuer: { type: 'Role', userName: 'Deploy' } },
    },
    {},
    'role Deploy',
  ],
  [{ type: 'AssumedRole', arn: `arn:aws:sts::${here}:assumed-role/Deploy/session-2` }, {}, 'role Deploy'],
  [{ type: 'AssumedRole', principalId: 'AROAEXAMPLE:session-3' }, {}, 'role AROAEXAMPLE'],
  [
    {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLE:carol@example.com',
      sessionContext: { sessionIssuer: { type: 'Role', userName: 'AWSReservedSSO_Admin_0123456789abcdef' } },
    },
    {},
    'Identity Center user carol@example.com',
  ],
  [{ type: 'FederatedUser', principalId: `${here}:dave`, accountId: here }, {}, 'federated user dave'],
  [{ type: 'SAMLUser', userName: 'erin' }, {}, 'SAML user erin'],
  [
    { type: 'WebIdentityUser', userName: 'system:serviceaccount:ns:sa' },
    {},
    'web identity system:serviceaccount:ns:sa',
  ],
  [
    {
      type: 'IdentityCenterUser',
      onBehalfOf: { userId: '9067-1', identityStoreArn: 'arn:aws:identitystore::1:x' },
    },
    {},
    'Identity Center user 9067-1',
  ],
  [
    { type: 'IdentityCenterUser', onBehalfOf: { userId: '9067-1' } },
    { additionalEventData: { UserName: 'frank@example.com' } },
    'Identity Center user frank@example.com',
  ],
  [
    { type: 'Unknown', userName: 'gina', principalId: here },
    { eventName: 'CredentialVerification' },
    'Identity Center user gina',
  ],
  [{ type: 'Unknown', userName: 'gina' }, {}, 'user gina'],
  [{ type: 'AWSService', invokedBy: 'config.amazonaws.com' }, {}, 'service config.amazonaws.com'],
  [
    { accountId: here },
    { eventType: 'AwsServiceEvent', eventSource: 'kms.amazonaws.com' },
    'service kms.amazonaws.com',
  ],
  [{ type: 'AWSAccount', accountId: there }, {}, `account ${there}`],
  [
    { type: 'AWSAccount', principalId: 'AROAEXAMPLE:dev', accountId: there },
    {},
    `role AROAEXAMPLE of ${there}`,
  ],
  [{ type: 'AWSAccount', principalId: 'AIDAEXAMPLE', accountId: there }, {}, `user AIDAEXAMPLE of ${there}`],
  [{ type: 'AWSAccount', accountId: 'ANONYMOUS_PRINCIPAL' }, {}, 'anonymous'],
  [{ type: 'constructor', userName: 'x' }, {}, 'user x'],
  [{}, {}, undefined],
])('%j %j', (userIdentity, rest, expected) => {
  expect(who(eventFrom({ recipientAccountId: here, ...rest, userIdentity }))).toBe(expected)
})
