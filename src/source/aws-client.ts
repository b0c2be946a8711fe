// Settings that the S3 and CloudTrail clients take from the environment, like the AWS CLI.

import { UsageError } from '../util/usage-error.ts'
import type { ProfileSettings } from './aws-profile.ts'
import type { OpenContext } from './open.ts'
import { SourceError } from './source.ts'

// package.json states the supported Node versions; the SDK must not print a warning into the user's output. The
// variable is its only switch.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/**
 * The keys in the environment; none if a profile was named, which takes precedence over them. They take precedence
 * over AWS_PROFILE.
 */
export function environmentKeys(
  env: OpenContext['env'],
  profile: string | undefined,
): { readonly credentials?: Keys } {
  const accessKeyId = env['AWS_ACCESS_KEY_ID']
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY']
  const sessionToken = env['AWS_SESSION_TOKEN']
  if (profile !== undefined || !accessKeyId || !secretAccessKey) return {}
  return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) } }
}

/** A typed or configured endpoint. Throws UsageError if it is not a URL. */
export function checkedEndpoint(endpoint: string | undefined): string | undefined {
  if (endpoint === undefined || /^https?:\/\/[^/]/i.test(endpoint)) return endpoint
  throw new UsageError(
    `the endpoint needs http:// or https://: '${endpoint}'`,
    `write http://${endpoint.replace(/^[a-z]*:?\/\//i, '')}, or check --endpoint-url and AWS_ENDPOINT_URL`,
  )
}

/** Throws SourceError if a named profile does not exist and the credentials must come from it. */
export function checkProfile(
  { name, missing }: ProfileSettings,
  { credentials }: ReturnType<typeof environmentKeys>,
): void {
  if (missing === undefined || credentials !== undefined) return
  const { known } = missing
  const there = known.length === 0 ? 'there is none in ~/.aws/config' : `there are ${known.join(', ')}`
  throw new SourceError('credentials', `there is no profile '${name}'`, there)
}
