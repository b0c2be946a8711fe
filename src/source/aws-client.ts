// What the clients of S3 and of CloudTrail take from the environment, as the AWS CLI would.

import { UsageError } from '../util/usage-error.ts'
import type { ProfileSettings } from './aws-profile.ts'
import type { OpenContext } from './open.ts'
import { SourceError } from './source.ts'

// Node's version is for package.json to say, not for the SDK to print into the user's output. It asks nowhere else.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** The keys in the environment; none where a profile was named, which is stronger. Those are stronger than AWS_PROFILE. */
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

/** An endpoint as it was typed or configured. Throws UsageError for what is no address of a server. */
export function checkedEndpoint(endpoint: string | undefined): string | undefined {
  if (endpoint === undefined || /^https?:\/\/[^/]/i.test(endpoint)) return endpoint
  throw new UsageError(
    `the endpoint needs http:// or https://: '${endpoint}'`,
    `write http://${endpoint.replace(/^[a-z]*:?\/\//i, '')}, or check --endpoint-url and AWS_ENDPOINT_URL`,
  )
}

/** Throws SourceError for a profile that was named and is not there, where keys must come from it. */
export function checkProfile(
  { name, missing }: ProfileSettings,
  { credentials }: ReturnType<typeof environmentKeys>,
): void {
  if (missing === undefined || credentials !== undefined) return
  const { known } = missing
  const there = known.length === 0 ? 'there is none in ~/.aws/config' : `there are ${known.join(', ')}`
  throw new SourceError('credentials', `there is no profile '${name}'`, there)
}
