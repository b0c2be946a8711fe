// What the errors of every AWS client have in common, and what to say about them. Pure: uses error names, and does not load
// the SDK.

import type { SourceErrorCode } from './source.ts'

/** Shape of the errors thrown by the SDK: its own, a service's and Node's. */
export interface Failure {
  readonly name?: string
  readonly message?: string
  readonly code?: string
  readonly cause?: unknown
  /** Those of several attempts at a connection. */
  readonly errors?: readonly unknown[]
  readonly $metadata?: { readonly httpStatusCode?: number }
  readonly $retryable?: { readonly throttling?: boolean }
}

export type Advice = readonly [code: SourceErrorCode, message: string, hint?: string]

export function failureOf(error: unknown): Failure {
  return typeof error === 'object' && error !== null ? error : {}
}

const NETWORK =
  /\b(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|EPROTO|TimeoutError|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|\w*_CERT\w*|UNABLE_TO_\w+)\b/

/** No answer arrived. */
export function isNetwork({ code, name, cause }: Failure): boolean {
  return NETWORK.test(`${code} ${name} ${failureOf(cause).code}`)
}

/** The reason in the words of the error. */
export function said({ name, message = '', code, cause }: Failure): string {
  if (name === 'TimeoutError') return 'no answer in time'
  if (message !== '' && message !== 'UnknownError') return message.replace(/\.$/, '')
  return failureOf(cause).code ?? code ?? name ?? 'unknown error'
}

export const SIGN_IN = 'sign in again (aws sso login), or choose other credentials with --profile'

export const EXPIRED: Advice = ['credentials', 'your credentials have expired', SIGN_IN]

export const WRONG_SECRET: Advice = [
  'credentials',
  'the secret key of your credentials does not fit the access key',
  'copy both again, without spaces around them',
]

export function wrongClock(where: string): Advice {
  return [
    'credentials',
    `the clock of this computer is wrong, so ${where} refuses its requests`,
    'set the clock (date -u shows it) and try again',
  ]
}

/** None of the places where the SDK looks by default has credentials. */
const NOWHERE = 'there are none in the environment, in the profile, or of an instance'

/** For an error of the SDK's providers of credentials. `why` is its reason, and `others` what else can be done. */
export function noCredentials({ message = '' }: Failure, why: string, others: string): Advice {
  if (/expired|refresh/i.test(message)) return EXPIRED
  const reason = why.replace(/^Could not load credentials from any providers$/, NOWHERE)
  return [
    'credentials',
    `no usable AWS credentials: ${reason}`,
    `sign in (aws configure, aws sso login), ${others}`,
  ]
}
