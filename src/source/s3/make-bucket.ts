// Creates a bucket. Loaded on use, when a trail is created.

import {
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3'
import type { OpenContext, S3Options } from '../open.ts'
import { s3Error } from './error.ts'
import { connect } from './connection.ts'

export interface BucketMaker {
  /** True if the bucket exists in any account, because bucket names are global. */
  exists(bucket: string): Promise<boolean>
  /** Sends one request, given its API action; undefined for an action that does not concern buckets. */
  send(operation: string, input: never): Promise<void> | undefined
  close(): void
}

export async function bucketMaker(
  env: OpenContext['env'],
  options: S3Options,
  signal: AbortSignal,
): Promise<BucketMaker> {
  const { client, region, endpoint } = await connect('', env, options)
  const set = { abortSignal: signal }
  const asked = async (
    bucket: string,
    action: `s3:${string}`,
    request: () => Promise<unknown>,
  ): Promise<void> => {
    try {
      await request()
    } catch (error) {
      signal.throwIfAborted()
      throw s3Error(error, { bucket, key: '', action, region, endpoint })
    }
  }
  return {
    async exists(bucket) {
      try {
        await client.send(new HeadBucketCommand({ Bucket: bucket }), set)
        return true
      } catch (error) {
        signal.throwIfAborted()
        const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
        if (status === 404) return false
        // The bucket belongs to another account, or is in another Region.
        if (status === 403 || status === 301 || status === 400) return true
        throw s3Error(error, { bucket, key: '', action: 's3:ListBucket', region, endpoint })
      }
    },
    send(operation, input) {
      const { Bucket } = input as { Bucket: string }
      switch (operation) {
        case 'CreateBucket':
          return asked(Bucket, 's3:CreateBucket', () => client.send(new CreateBucketCommand(input), set))
        case 'PutPublicAccessBlock':
          return asked(Bucket, 's3:PutBucketPublicAccessBlock', () =>
            client.send(new PutPublicAccessBlockCommand(input), set),
          )
        case 'PutBucketEncryption':
          return asked(Bucket, 's3:PutEncryptionConfiguration', () =>
            client.send(new PutBucketEncryptionCommand(input), set),
          )
        case 'PutBucketTagging':
          return asked(Bucket, 's3:PutBucketTagging', () =>
            client.send(new PutBucketTaggingCommand(input), set),
          )
        case 'PutBucketPolicy':
          return asked(Bucket, 's3:PutBucketPolicy', () =>
            client.send(new PutBucketPolicyCommand(input), set),
          )
        default:
          return undefined
      }
    },
    close: () => client.destroy(),
  }
}
