// Fetches CloudTrail's public keys. The SDK client is loaded on use.

import { fingerprintOf, type PublicKey } from './keys.ts'

export interface KeyService {
  /** All keys of a Region that were in use between two times (epoch milliseconds). Throws KeyServiceError. */
  list(region: string, from: number, to: number, signal?: AbortSignal): Promise<PublicKey[]>
}

class KeyServiceError extends Error {
  override name = 'KeyServiceError'
}

export interface KeyServiceSettings {
  readonly profile?: string | undefined
  /** Milliseconds to wait for a response before a request is retried, as for S3. Default 30,000. */
  readonly timeout?: number | undefined
}

export function openKeyService(
  env: Readonly<Record<string, string | undefined>>,
  { profile, timeout }: KeyServiceSettings = {},
): KeyService {
  return {
    async list(region, from, to, signal) {
      const { cloudTrailClient, ListPublicKeysCommand } = await import('../source/cloudtrail/client.ts')
      // Two attempts only: behind a firewall that drops packets, more would take minutes.
      const client = await cloudTrailClient(env, { profile, region, timeout, attempts: 2 })
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
              origin: 'CloudTrail',
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

function describe(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  if (name.startsWith('AccessDenied')) return 'not allowed; the action is cloudtrail:ListPublicKeys'
  if (name.includes('Credentials')) return 'no usable AWS credentials'
  if (name.startsWith('ExpiredToken')) return 'the AWS credentials have expired'
  if (name === 'TimeoutError') return 'CloudTrail does not answer'
  if (/\$response|Unexpected token|deserializ/i.test(message)) return 'what answers there is not CloudTrail'
  return message === '' ? name : message
}
