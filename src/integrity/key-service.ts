// Asks CloudTrail for its public keys. The only import of the CloudTrail client, and one that is made on use.

import { fingerprintOf, type PublicKey } from './keys.ts'

export interface KeyService {
  /** All keys of a Region that were in use between two times (epoch milliseconds). Throws KeyServiceError. */
  list(region: string, from: number, to: number, signal?: AbortSignal): Promise<PublicKey[]>
}

export class KeyServiceError extends Error {
  override name = 'KeyServiceError'
}

export interface KeyServiceSettings {
  readonly profile?: string | undefined
}

// Node's version is for package.json to say, not for the SDK to print into the user's output.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

/**
 * `env` gives credentials, profile and AWS_ENDPOINT_URL_CLOUDTRAIL (or AWS_ENDPOINT_URL), as for the AWS CLI. An
 * endpoint for S3 alone says nothing of where CloudTrail is.
 */
export function openKeyService(
  env: Readonly<Record<string, string | undefined>>,
  { profile }: KeyServiceSettings = {},
): KeyService {
  return {
    async list(region, from, to, signal) {
      const { CloudTrailClient, ListPublicKeysCommand } = await import('@aws-sdk/client-cloudtrail')
      const endpoint = env['AWS_ENDPOINT_URL_CLOUDTRAIL'] ?? env['AWS_ENDPOINT_URL']
      const client = new CloudTrailClient({
        region,
        ...(endpoint !== undefined && { endpoint }),
        ...identity(env, profile),
      })
      const keys: PublicKey[] = []
      let token: string | undefined
      try {
        do {
          const input = { StartTime: new Date(from), EndTime: new Date(to), NextToken: token }
          const page = await client.send(new ListPublicKeysCommand(input), signal && { abortSignal: signal })
          for (const { Value, ValidityStartTime, ValidityEndTime } of page.PublicKeyList ?? []) {
            if (Value === undefined) continue
            keys.push({
              fingerprint: fingerprintOf(Value),
              der: Value,
              validFrom: ValidityStartTime?.getTime(),
              validTo: ValidityEndTime?.getTime(),
              region,
            })
          }
          token = page.NextToken
        } while (token !== undefined && token !== '')
      } catch (error) {
        signal?.throwIfAborted()
        throw new KeyServiceError(describe(error), { cause: error })
      } finally {
        client.destroy()
      }
      return keys
    },
  }
}

// As in the AWS CLI, --profile is stronger than keys in the environment, and those are stronger than AWS_PROFILE.
function identity(env: Readonly<Record<string, string | undefined>>, profile: string | undefined) {
  const accessKeyId = env['AWS_ACCESS_KEY_ID']
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY']
  const sessionToken = env['AWS_SESSION_TOKEN']
  if (profile === undefined && accessKeyId && secretAccessKey) {
    return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) } }
  }
  const named = profile ?? env['AWS_PROFILE']
  return named === undefined ? {} : { profile: named }
}

function describe(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  if (name.startsWith('AccessDenied')) return 'not allowed; the action is cloudtrail:ListPublicKeys'
  if (name.includes('Credentials')) return 'no usable AWS credentials'
  if (name.startsWith('ExpiredToken')) return 'the AWS credentials have expired'
  return message === '' ? name : message
}
