// Finds the account of the credentials; the only importer of the STS client. Loaded on use.

import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { checkedEndpoint } from './aws-client.ts'
import { profileSettings } from './aws-profile.ts'
import { apiError } from './cloudtrail/error.ts'
import { identityOf } from './credentials.ts'
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
  const endpoint = checkedEndpoint(env['AWS_ENDPOINT_URL_STS'] || env['AWS_ENDPOINT_URL'])
  const requestHandler = await agentsFor(env, endpoint ?? `https://sts.${region}.amazonaws.com`, {
    caBundle: settings.caBundle,
  })
  const client = new STSClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...identityOf(env, profile, settings, requestHandler),
    requestHandler,
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
