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
  /** Another address than AWS's own, for test servers and private endpoints. */
  readonly endpoint?: string | undefined
}

export function openKeyService(settings: KeyServiceSettings = {}): KeyService {
  return {
    async list(region, from, to, signal) {
      const { CloudTrailClient, ListPublicKeysCommand } = await import('@aws-sdk/client-cloudtrail')
      const client = new CloudTrailClient({
        region,
        ...(settings.profile !== undefined && { profile: settings.profile }),
        ...(settings.endpoint !== undefined && { endpoint: settings.endpoint }),
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

function describe(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  if (name.startsWith('AccessDenied')) return 'not allowed; the action is cloudtrail:ListPublicKeys'
  if (name.includes('Credentials')) return 'no usable AWS credentials'
  if (name.startsWith('ExpiredToken')) return 'the AWS credentials have expired'
  return message === '' ? name : message
}
