// @ts-check
// What many of the sample events have in common: calls in turn, console sign-ins, and the parts of a record that S3,
// STS and KMS add.

import { IRELAND, PRODUCTION, VIRGINIA } from './cast.js'
import { record } from './record.js'

/** @typedef {import('./record.js').Json} Json */
/** @typedef {import('./record.js').Call} Call */
/** @typedef {import('./random.js').Random} Random */

/**
 * Calls by one caller in one place, a few seconds apart.
 * @param {Random} random
 * @param {number} start
 * @param {Pick<Call, 'who' | 'account' | 'region'>} common
 * @param {readonly Omit<Call, 'at' | 'who' | 'account' | 'region'>[]} calls
 */
export function inTurn(random, start, common, calls) {
  let at = start
  return calls.map((call) => {
    at += random.between(2, 19) * 1000
    return record(random, { ...common, ...call, at })
  })
}

/**
 * A console sign-in that worked.
 * @param {number} at
 * @param {{ who: import('./record.js').Caller, account: string, mfa: 'Yes' | 'No' }} login
 * @returns {Call}
 */
export function signIn(at, { who, account, mfa }) {
  return {
    at,
    call: 'signin:ConsoleLogin',
    who,
    account,
    region: VIRGINIA,
    response: { ConsoleLogin: 'Success' },
    extra: {
      eventVersion: '1.08',
      requestID: undefined,
      eventType: 'AwsConsoleSignIn',
      additionalEventData: {
        LoginTo:
          'https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true&nc2=h_ct&src=header-signin',
        MobileVersion: 'No',
        ...(mfa === 'Yes' && { MFAIdentifier: `arn:aws:iam::${account}:mfa/phone` }),
        MFAUsed: mfa,
      },
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_128_GCM_SHA256',
        clientProvidedHostHeader: 'signin.aws.amazon.com',
      },
    },
  }
}

export const fromConsole = { sessionCredentialFromConsole: 'true' }
export const dataEvent = { managementEvent: false, eventCategory: 'Data' }

/**
 * What S3 adds to its records.
 * @param {Random} random
 * @param {string} bucket
 * @param {string} account
 * @param {string} [key]
 */
export function s3Extra(random, bucket, account, key) {
  return {
    additionalEventData: {
      SignatureVersion: 'SigV4',
      CipherSuite: 'TLS_AES_128_GCM_SHA256',
      bytesTransferredIn: random.int(600),
      AuthenticationMethod: 'AuthHeader',
      'x-amz-id-2': `${random.hex(40)}EXAMPLE=`,
      bytesTransferredOut: key === undefined ? 0 : random.between(20_000, 4_000_000),
    },
    resources: [
      ...(key === undefined ? [] : [{ type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${bucket}/${key}` }]),
      { accountId: account, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucket}` },
    ],
  }
}

/** The response of AssumeRole: a key of a session, which is not the key that signed the call. */
export function credentials(
  /** @type {Random} */ random,
  /** @type {string} */ account,
  /** @type {string} */ role,
  /** @type {string} */ session,
  /** @type {number} */ at,
) {
  const id = random.uniqueId('AROA')
  const expires = stsDate(at + 3_600_000)
  return {
    credentials: {
      accessKeyId: random.keyId('ASIA'),
      sessionToken: `IQoJb3JpZ2luX2VjEXAMPLE${random.hex(60)}`,
      expiration: expires,
    },
    assumedRoleUser: {
      assumedRoleId: `${id}:${session}`,
      arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
    },
  }
}

export function roleResource(/** @type {string} */ account, /** @type {string} */ role) {
  return { accountId: account, type: 'AWS::IAM::Role', ARN: `arn:aws:iam::${account}:role/${role}` }
}

export function kmsKey() {
  return {
    accountId: PRODUCTION,
    type: 'AWS::KMS::Key',
    ARN: `arn:aws:kms:${IRELAND}:${PRODUCTION}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  }
}

/** `Aug 18, 2024, 5:43:00 PM`, as STS writes it; without locale data, which differ between versions of Node. */
function stsDate(/** @type {number} */ at) {
  const [, day, month, year, clock = ''] = new Date(at).toUTCString().split(' ')
  const [hour = '', minute, second] = clock.split(':')
  return `${month} ${Number(day)}, ${year}, ${Number(hour) % 12 || 12}:${minute}:${second} ${Number(hour) < 12 ? 'AM' : 'PM'}`
}
