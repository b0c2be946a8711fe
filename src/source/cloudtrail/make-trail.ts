// The only code in this program that changes anything in AWS: it creates a bucket and a trail, and changes no existing
// resource. Loaded on use.

import type { OpenContext, S3Options } from '../open.ts'
import { bucketMaker } from '../s3/make-bucket.ts'
import {
  cloudTrailClient,
  cloudTrailEndpoint,
  CreateTrailCommand,
  DescribeTrailsCommand,
  PutEventSelectorsCommand,
  PutInsightSelectorsCommand,
  StartLoggingCommand,
} from './client.ts'
import { apiError } from './error.ts'

export interface Maker {
  /** Which of these names exist already: `trail X`, `bucket Y`. */
  taken(trail: string, bucket: string): Promise<readonly string[]>
  /** Sends one request, by its API name. Throws SourceError. */
  send(operation: string, input: object): Promise<void>
  close(): void
}

/** Creates resources in one Region. */
export async function trailMaker(
  region: string,
  { env, s3 = {}, signal }: { env: OpenContext['env']; s3?: S3Options; signal: AbortSignal },
): Promise<Maker> {
  const { profile } = s3
  const buckets = await bucketMaker(env, { ...s3, bucketRegion: region }, signal)
  const client = await cloudTrailClient(env, { profile, region })
  const options = { abortSignal: signal }
  const endpoint = cloudTrailEndpoint(env, profile)
  const asked = async <T>(operation: string, request: () => Promise<T>): Promise<T> => {
    try {
      return await request()
    } catch (error) {
      signal.throwIfAborted()
      throw apiError(error, { action: `cloudtrail:${operation}`, region, endpoint })
    }
  }
  const send = (operation: string, input: never): Promise<unknown> | undefined => {
    switch (operation) {
      case 'CreateTrail':
        return client.send(new CreateTrailCommand(input), options)
      case 'PutEventSelectors':
        return client.send(new PutEventSelectorsCommand(input), options)
      case 'PutInsightSelectors':
        return client.send(new PutInsightSelectorsCommand(input), options)
      case 'StartLogging':
        return client.send(new StartLoggingCommand(input), options)
      default:
        return undefined
    }
  }
  return {
    async taken(trail, bucket) {
      const { trailList = [] } = await asked('DescribeTrails', () =>
        client.send(new DescribeTrailsCommand({ includeShadowTrails: true }), options),
      )
      const isTrail = trailList.some(({ Name }) => Name === trail)
      const isBucket = await buckets.exists(bucket)
      return [...(isTrail ? [`trail ${trail}`] : []), ...(isBucket ? [`bucket ${bucket}`] : [])]
    },
    async send(operation, input) {
      const request = buckets.send(operation, input as never)
      await (request ?? asked(operation, async () => send(operation, input as never)))
    },
    close() {
      client.destroy()
      buckets.close()
    },
  }
}
