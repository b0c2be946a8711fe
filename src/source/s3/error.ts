// Explains an error of S3 and what to do about it. Pure: uses error names, and does not load the SDK.

import {
  type Advice,
  EXPIRED,
  type Failure,
  failureOf,
  isNetwork,
  noCredentials,
  said,
  SIGN_IN,
  WRONG_SECRET,
  wrongClock,
} from '../aws-failure.ts'
import { partitionOf } from '../../util/partition.ts'
import { SourceError } from '../source.ts'

export interface S3ErrorContext {
  readonly bucket: string
  /** The object's key, or the prefix of a listing. */
  readonly key: string
  /** The permission that the request needs. */
  readonly action: `s3:${string}`
  readonly region: string
  readonly endpoint?: string | undefined
  /** The request was sent without credentials. */
  readonly isAnonymous?: boolean | undefined
}

export function s3Error(error: unknown, context: S3ErrorContext): SourceError {
  if (error instanceof SourceError) return error
  const [code, message, hint] = advice(failureOf(error), context)
  return new SourceError(code, message, hint, { cause: error })
}

function advice(failure: Failure, context: S3ErrorContext): Advice {
  const name = failure.name ?? ''
  const status = failure.$metadata?.httpStatusCode
  const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined
  if (known) return known(context, failure)
  if (name.startsWith('KMS.')) return kmsDenied(context, failure)
  if (isNetwork(failure)) return unreachable(context, failure)
  if (status === 403) return denied(context, failure)
  if (status === 404) return ['not-found', 'no such object', 'it may have been deleted since it was listed']
  if (status === 301 || status === 307) return wrongRegion(context)
  if (status === 501) return ['unreadable', `the server cannot do this: ${said(failure)}`]
  if (status !== undefined && status >= 500) return failing(context, failure)
  return ['unreadable', said(failure)]
}

/** Error name for an answer that does not come from S3. */
export const NOT_S3 = 'NotS3'

const BY_NAME: Readonly<Record<string, (context: S3ErrorContext, failure: Failure) => Advice>> = {
  NoSuchBucket: ({ bucket }) => [
    'not-found',
    `there is no bucket named '${bucket}'`,
    'check its spelling; aws s3 ls shows the buckets of your account',
  ],
  NoSuchKey: () => ['not-found', 'no such object', 'it may have been deleted since it was listed'],
  AccessDenied: denied,
  AccessDeniedException: denied,
  AllAccessDisabled: denied,
  InvalidObjectState: archived,
  ExpiredToken: () => EXPIRED,
  ExpiredTokenException: () => EXPIRED,
  TokenRefreshRequired: () => EXPIRED,
  RequestExpired: () => EXPIRED,
  InvalidToken: () => ['credentials', 'the session token of your credentials is not valid', SIGN_IN],
  InvalidAccessKeyId: ({ region }) => [
    'credentials',
    'S3 does not know the access key of your credentials',
    `${SIGN_IN}; for a bucket in China or GovCloud (now asked in ${region}), give --bucket-region`,
  ],
  SignatureDoesNotMatch: () => WRONG_SECRET,
  CredentialsProviderError: unsigned,
  TokenProviderError: unsigned,
  RequestTimeTooSkewed: () => wrongClock('S3'),
  PermanentRedirect: wrongRegion,
  IllegalLocationConstraintException: wrongRegion,
  AuthorizationHeaderMalformed: wrongRegion,
  SlowDown: failing,
  [NOT_S3]: ({ endpoint, region }, failure) => [
    'unreachable',
    `${endpoint ?? `S3 in ${region}`} does not answer as S3 does: ${said(failure)}`,
    endpoint === undefined
      ? 'a proxy or a sign-in page of the network may answer in its place'
      : 'check --endpoint-url and AWS_ENDPOINT_URL',
  ],
}

/** S3 returns this also for archived tiers of INTELLIGENT_TIERING, which listings do not show. */
function archived(): Advice {
  return [
    'archived',
    'in an archive storage class',
    'restore it first: aws s3api restore-object --restore-request Days=7 --bucket … --key …',
  ]
}

function denied(context: S3ErrorContext, failure: Failure): Advice {
  const text = failure.message ?? ''
  if (/\bkms\b|ciphertext/i.test(text)) return kmsDenied(context, failure)
  const arn = resource(context)
  const because = /\bbecause (.+?)\.?$/s.exec(text)?.[1]
  const reason = because === undefined ? '' : ` (${because})`
  const kms =
    context.action === 's3:GetObject'
      ? '; for objects encrypted with a KMS key also kms:Decrypt on the key'
      : ''
  const message = `access denied: ${context.action} on ${arn} is not allowed${reason}`
  if (context.isAnonymous)
    return ['denied', message, 'it is not public: leave out --no-sign-request, and your credentials are used']
  return [
    'denied',
    message,
    `ask for ${context.action} on ${resource({ ...context, key: '*' })}${kms}; a Requester Pays bucket needs --request-payer`,
  ]
}

function kmsDenied(_: S3ErrorContext, failure: Failure): Advice {
  const key = /arn:aws[\w-]*:kms:[\w:/-]+/.exec(failure.message ?? '')?.[0]
  return [
    'denied',
    `access denied: kms:Decrypt on ${key ?? 'the KMS key of the object'} is not allowed`,
    'ask for kms:Decrypt on the key, in your policy and in the policy of the key',
  ]
}

function unsigned(_: S3ErrorContext, failure: Failure): Advice {
  return noCredentials(failure, said(failure), 'set --profile, or give --no-sign-request for a public bucket')
}

function wrongRegion({ region }: S3ErrorContext): Advice {
  return ['unreachable', `the bucket is not in ${region}`, 'give its Region with --bucket-region']
}

function unreachable({ endpoint, region }: S3ErrorContext, failure: Failure): Advice {
  const where = endpoint ?? `S3 in ${region}`
  if (
    /certificate|CERT|UNABLE_TO_/i.test(`${failure.code} ${failure.message} ${failureOf(failure.cause).code}`)
  )
    return [
      'unreachable',
      `${where} cannot be trusted: ${said(failure)}`,
      'where a company signs certificates itself, name its file with AWS_CA_BUNDLE',
    ]
  return [
    'unreachable',
    `${where} cannot be reached: ${said(failure)}`,
    endpoint === undefined ? 'check the network and the Region' : 'check --endpoint-url and AWS_ENDPOINT_URL',
  ]
}

function failing(_: S3ErrorContext, failure: Failure): Advice {
  return [
    'unreachable',
    `S3 answered with an error each time: ${said(failure)}`,
    'try again later, or with a lower --concurrency',
  ]
}

function resource({ bucket, key, action, region }: S3ErrorContext): string {
  const arn = bucket.startsWith('arn:') ? bucket : `arn:${partitionOf(region)}:s3:::${bucket}`
  if (action !== 's3:GetObject') return arn
  return bucket.startsWith('arn:') ? `${arn}/object/${key}` : `${arn}/${key}`
}
