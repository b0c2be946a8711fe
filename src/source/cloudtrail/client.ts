// The only importer of the AWS CloudTrail client, itself loaded on use: it takes 60 ms (2026-11, Node 20).

import { CloudTrailClient } from '@aws-sdk/client-cloudtrail'
import { checkedEndpoint } from '../aws-client.ts'
import { profileSettings } from '../aws-profile.ts'
import { identityOf } from '../credentials.ts'
import { agentsFor } from '../network.ts'

export {
  CreateTrailCommand,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailStatusCommand,
  ListPublicKeysCommand,
  LookupEventsCommand,
  PutEventSelectorsCommand,
  PutInsightSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail'
export type {
  AdvancedEventSelector,
  EventSelector,
  LookupEventsCommandInput,
  Trail,
} from '@aws-sdk/client-cloudtrail'
export type { CloudTrailClient } from '@aws-sdk/client-cloudtrail'

export interface CloudTrailSettings {
  readonly profile?: string | undefined
  /** Undefined for the configured Region. */
  readonly region?: string | undefined
  /** Attempts per request, including the first. Default: the SDK's. */
  readonly attempts?: number
  /** Milliseconds to wait for a response before a request is given up. Default 30,000. */
  readonly timeout?: number | undefined
}

type Env = Readonly<Record<string, string | undefined>>

/**
 * `env` provides credentials, profile and AWS_ENDPOINT_URL_CLOUDTRAIL (or AWS_ENDPOINT_URL), as for the AWS CLI. An
 * endpoint for S3 alone does not apply to CloudTrail.
 */
export async function cloudTrailClient(
  env: Env,
  { profile, region, attempts, timeout = 30_000 }: CloudTrailSettings = {},
): Promise<CloudTrailClient> {
  const settings = profileSettings(env, profile)
  const endpoint = checkedEndpoint(settings.endpoint('cloudtrail'))
  const named = region ?? (await configuredRegion(env, profile))
  const target = endpoint ?? `https://cloudtrail.${named}.amazonaws.com`
  const requestHandler = {
    ...(await agentsFor(env, target, { caBundle: settings.caBundle })),
    connectionTimeout: Math.min(timeout, 5000),
    requestTimeout: timeout,
    socketTimeout: timeout,
    throwOnRequestTimeout: true,
  }
  return new CloudTrailClient({
    ...(named && { region: named }),
    ...(endpoint !== undefined && { endpoint }),
    ...identityOf(env, profile, settings, requestHandler),
    ...(attempts !== undefined && { maxAttempts: attempts }),
    requestHandler,
  })
}

export function cloudTrailEndpoint(env: Env, profile: string | undefined): string | undefined {
  return checkedEndpoint(profileSettings(env, profile).endpoint('cloudtrail'))
}

/** The configured Region, from the environment or the profile; undefined if there is none. Throws SourceError. */
export async function configuredRegion(env: Env, profile?: string): Promise<string | undefined> {
  const fromEnv = env['AWS_REGION'] || env['AWS_DEFAULT_REGION']
  if (fromEnv) return fromEnv
  const client = new CloudTrailClient(identityOf(env, profile, profileSettings(env, profile), {}))
  try {
    return await client.config.region()
  } catch {
    // No Region is configured.
    return undefined
  } finally {
    client.destroy()
  }
}
