// Turns an error of CloudTrail's API into a SourceError that tells the user what to do. Pure: reads error names, never
// imports the SDK.

import {
  type Advice,
  EXPIRED,
  type Failure,
  failureOf,
  isNetwork,
  noCredentials,
  said as saidOf,
  SIGN_IN,
  WRONG_SECRET,
  wrongClock,
} from '../aws-failure.ts'
import { SourceError } from '../source.ts'

export interface ApiErrorContext {
  /** The permission that the request needs: `cloudtrail:LookupEvents`. */
  readonly action: string
  /** Undefined for the configured Region. */
  readonly region?: string | undefined
  readonly endpoint?: string | undefined
  /** Name of the service. Default: CloudTrail. */
  readonly service?: string | undefined
}

export function apiError(error: unknown, context: ApiErrorContext): SourceError {
  if (error instanceof SourceError) return error
  const [code, message, hint] = advice(failureOf(error), context)
  return new SourceError(code, message, hint, { cause: error })
}

/** Too many requests, from any client of the account. */
export function isThrottled(error: unknown): boolean {
  const { name = '', $metadata, $retryable } = failureOf(error)
  if ($retryable?.throttling === true || $metadata?.httpStatusCode === 429) return true
  return /^(?:Throttl|TooManyRequests|RequestLimitExceeded|LimitExceededException$|SlowDown)/.test(name)
}

/** The request may succeed if it is repeated later. */
export function isTransient(error: unknown): boolean {
  // Whatever made it has already retried.
  if (error instanceof SourceError) return false
  const failure = failureOf(error)
  const status = failure.$metadata?.httpStatusCode
  return (status !== undefined && status >= 500) || isNetwork(failure)
}

/** The Region does not know the credentials: either it is not enabled, or they are wrong. */
export function isUnknownHere(error: unknown): boolean {
  const { name = '' } = failureOf(error)
  return ['UnrecognizedClientException', 'InvalidClientTokenId', 'AuthFailure', 'OptInRequired'].includes(
    name,
  )
}

export function isNamed(error: unknown, name: string): boolean {
  return failureOf(error).name?.replace(/Exception$/, '') === name
}

function advice(failure: Failure, context: ApiErrorContext): Advice {
  const { name = '', message = '' } = failure
  const { service = 'CloudTrail' } = context
  const where = context.region === undefined ? service : `${service} in ${context.region}`
  if (/^(?:AccessDenied|UnauthorizedOperation)/.test(name)) return denied(message, context)
  if (/^(?:ExpiredToken|RequestExpired|TokenRefreshRequired)/.test(name)) return EXPIRED
  if (/^(?:Credentials|Token)ProviderError$/.test(name))
    return noCredentials(failure, said(failure), 'or set --profile')
  if (isUnknownHere(failure))
    return [
      'credentials',
      `${where} does not know your credentials`,
      context.region === undefined
        ? SIGN_IN
        : `${context.region} may not be enabled in the account (aws account list-regions shows it); or ${SIGN_IN}`,
    ]
  if (/^(?:InvalidSignature|SignatureDoesNotMatch|IncompleteSignature)/.test(name)) {
    if (/expired|skew|not yet current|too old|in the future/i.test(message)) return wrongClock(where)
    return WRONG_SECRET
  }
  if (name === 'RequestTimeTooSkewed') return wrongClock(where)
  if (isNetwork(failure))
    return [
      'unreachable',
      `${context.endpoint ?? where} cannot be reached: ${said(failure)}`,
      context.endpoint === undefined ? 'check the network and the Region' : 'check AWS_ENDPOINT_URL',
    ]
  if (isThrottled(failure))
    return [
      'unreachable',
      `${where} has had too many requests, time after time`,
      'something else in the account asks it too: try again later',
    ]
  if (isTransient(failure))
    return ['unreachable', `${where} answered with an error each time: ${said(failure)}`, 'try again later']
  if ((failure.$metadata?.httpStatusCode ?? 0) === 403) return denied(message, context)
  return ['unreadable', `${where}: ${said(failure)}`]
}

function denied(text: string, { action }: ApiErrorContext): Advice {
  const because = /\bbecause (.+?)\.?$/s.exec(text)?.[1]
  return [
    'denied',
    `access denied: ${action} is not allowed${because === undefined ? '' : ` (${because})`}`,
    `ask for ${action}; the managed policy AWSCloudTrail_ReadOnlyAccess has what only reads`,
  ]
}

// The SDK's message about a page of a proxy or another server is meant for programmers.
function said(failure: Failure): string {
  if (/Deserialization error|is not valid JSON|XML parse error/.test(failure.message ?? ''))
    return 'its answer is not in the form of the API'
  return saidOf(failure)
}
