// The only import of the AWS CloudTrail client, and one that is made on use: it takes 60 ms to load (2026-11, Node 20).

import { CloudTrailClient, type CloudTrailClientConfig } from '@aws-sdk/client-cloudtrail'
import { environmentKeys } from '../aws-client.ts'

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
export type { AdvancedEventSelector, EventSelector, LookupEventsCommandInput, Trail } from '@aws-sdk/client-cloudtrail'
export type { CloudTrailClient } from '@aws-sdk/client-cloudtrail'

export interface CloudTrailSettings {
  readonly profile?: string | undefined
  /** Undefined for the configured one. */
  readonly region?: string | undefined
  /** Requests for one thing, the first included. Default: the SDK's. */
  readonly attempts?: number
}

type Env = Readonly<Record<string, string | undefined>>

/**
 * `env` gives credentials, profile and AWS_ENDPOINT_URL_CLOUDTRAIL (or AWS_ENDPOINT_URL), as for the AWS CLI. An
 * endpoint for S3 alone says nothing of where CloudTrail is.
 */
export function cloudTrailClient(
  env: Env,
  { profile, region, attempts }: CloudTrailSettings = {},
): CloudTrailClient {
  const endpoint = cloudTrailEndpoint(env)
  const named = region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION']
  const config: CloudTrailClientConfig = {
    ...(named && { region: named }),
    ...(endpoint !== undefined && { endpoint }),
    ...identity(env, profile),
    ...(attempts !== undefined && { maxAttempts: attempts }),
    requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000, throwOnRequestTimeout: true },
  }
  return new CloudTrailClient(config)
}

export function cloudTrailEndpoint(env: Env): string | undefined {
  if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') return undefined
  return env['AWS_ENDPOINT_URL_CLOUDTRAIL'] ?? env['AWS_ENDPOINT_URL']
}

/** The configured Region: of the environment, or of the profile; undefined without one. */
export async function configuredRegion(env: Env, profile?: string): Promise<string | undefined> {
  const client = cloudTrailClient(env, { profile })
  try {
    return await client.config.region()
  } catch {
    return undefined
  } finally {
    client.destroy()
  }
}

/** As in the AWS CLI, --profile is stronger than keys in the environment, and those are stronger than AWS_PROFILE. */
function identity(env: Env, profile: string | undefined): CloudTrailClientConfig {
  const keys = environmentKeys(env, profile)
  const named = profile ?? env['AWS_PROFILE']
  return keys.credentials || named === undefined ? keys : { profile: named }
}
