// @ts-check
// Who makes a call: one function for each kind of userIdentity, with the fields that CloudTrail writes for it.

import { isoSeconds } from './record.js'

/** @typedef {import('./record.js').Json} Json */
/** @typedef {import('./record.js').Caller} Caller */
/** @typedef {{ created: number, mfa: boolean }} Session */

/** @returns {Json} */
export function root(
  /** @type {string} */ account,
  /** @type {string | undefined} */ key,
  /** @type {Session | undefined} */ session,
) {
  return {
    type: 'Root',
    principalId: account,
    arn: `arn:aws:iam::${account}:root`,
    accountId: account,
    accessKeyId: key ?? '',
    ...(session && { sessionContext: { attributes: attributes(session) } }),
  }
}

/**
 * @param {{ account: string, name: string, id: string, key?: string, session?: Session }} user
 * @returns {Json}
 */
export function iamUser({ account, name, id, key, session }) {
  return {
    type: 'IAMUser',
    principalId: id,
    arn: `arn:aws:iam::${account}:user/${name}`,
    accountId: account,
    ...(key !== undefined && { accessKeyId: key }),
    userName: name,
    ...(session && { sessionContext: { attributes: attributes(session) } }),
  }
}

/**
 * @param {{ account: string, role: string, id: string, session: string, key?: string, created: number,
 *   mfa?: boolean, path?: string, invokedBy?: string, context?: Json, federation?: Json }} role
 * @returns {Json}
 */
export function assumedRole({
  account,
  role,
  id,
  session,
  key,
  created,
  mfa,
  path,
  invokedBy,
  context,
  federation,
}) {
  return {
    type: 'AssumedRole',
    principalId: `${id}:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
    accountId: account,
    ...(key !== undefined && { accessKeyId: key }),
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: id,
        arn: `arn:aws:iam::${account}:role/${path ?? ''}${role}`,
        accountId: account,
        userName: role,
      },
      ...(federation && { webIdFederationData: federation }),
      attributes: attributes({ created, mfa: mfa ?? false }),
      ...context,
    },
    ...(invokedBy && { invokedBy }),
  }
}

/** @returns {Caller} */
export function service(/** @type {string} */ host) {
  return { identity: { type: 'AWSService', invokedBy: host }, ip: host, agent: host }
}

/** A caller of another account, or of none: `ANONYMOUS_PRINCIPAL` is how unsigned S3 requests are recorded. */
export function otherAccount(/** @type {string} */ principalId, /** @type {string} */ account) {
  return { type: 'AWSAccount', principalId, accountId: account }
}

function attributes(/** @type {Session} */ { created, mfa }) {
  return { creationDate: isoSeconds(created), mfaAuthenticated: String(mfa) }
}
