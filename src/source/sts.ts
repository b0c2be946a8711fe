// Finds the account of the credentials; the only importer of the STS client. Loaded on use.

import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { checkedEndpoint, checkProfile, environmentKeys } from './aws-client.ts'
import { profileSettings } from './aws-profile.ts'
import { apiError } from './cloudtrail/error.ts'
import { agentsFor } from './network.ts'
import type { OpenContext } from './open.ts'

/** The account ID: twelve digits. Throws SourceError. */
export async function accountOf(
  env: OpenContext['env'],
  profile: string | undefined,
  region: string,
  signal?: AbortSignal,
): Promise<string> {
  const settings = profileSettings(env, profile)
  const keys = environmentKeys(env, profile)
  checkProfile(settings, keys)
  const endpoint = checkedEndpoint(env['AWS_ENDPOINT_URL_STS'] || env['AWS_ENDPOINT_URL'])
  const named = profile ?? env['AWS_PROFILE']
  const client = new STSClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...(keys.credentials || !named ? keys : { profile: named }),
    requestHandler: await agentsFor(env, endpoint ?? `https://sts.${region}.amazonaws.com`, {
      caBundle: settings.caBundle,
    }),
  })
  try {
    const { Account = '' } = await client.send(
      new GetCallerIdentityCommand(),
      signal && { abortSignal: signal },
    )
    return Account
  } catch (error) {
    signal?.throwIfAborted()
    throw apiError(error, { action: 'sts:GetCallerIdentity', service: 'STS', endpoint })
  } finally {
    client.destroy()
  }
}
