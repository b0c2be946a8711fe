// Reads the configuration of a bucket, as far as permissions allow. Changes nothing. Loaded on use.

import {
  GetBucketLoggingCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { OpenContext, S3Options } from '../open.ts'
import { SourceError } from '../source.ts'
import { ask, connect } from './connection.ts'

/** Settings of a bucket. Those that could not be read are undefined, and `problems` says why. */
export interface BucketState {
  readonly blocksPublicAccess?: boolean | undefined
  readonly hasVersioning?: boolean | undefined
  readonly hasMfaDelete?: boolean | undefined
  readonly hasObjectLock?: boolean | undefined
  readonly hasAccessLog?: boolean | undefined
  /** JSON; empty for none. */
  readonly policy?: string | undefined
  readonly problems: ReadonlyMap<string, string>
}

/** S3's error names for a setting that does not exist. */
const NONE =
  /^(?:NoSuchPublicAccessBlockConfiguration|ObjectLockConfigurationNotFoundError|NoSuchBucketPolicy|NotImplemented)$/

/** Throws errors that end the run, and SourceError for a bucket that does not exist. */
export async function bucketState(
  bucket: string,
  env: OpenContext['env'],
  options: S3Options,
  signal?: AbortSignal,
): Promise<BucketState> {
  const connection = await connect(bucket, env, options)
  const problems = new Map<string, string>()
  const Bucket = bucket
  const about = async <T>(
    action: `s3:${string}`,
    send: (client: S3Client) => Promise<T>,
  ): Promise<T | 'none' | undefined> => {
    try {
      return await ask(connection, { key: '', action }, signal, () => send(connection.client))
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      if (NONE.test((error.cause as Error | undefined)?.name ?? '')) return 'none'
      if (error.endsRun || error.code === 'not-found') throw error
      problems.set(action, error.message)
      return undefined
    }
  }
  const set = signal && { abortSignal: signal }
  try {
    const [block, versioning, lock, logging, policy] = await Promise.all([
      about('s3:GetBucketPublicAccessBlock', (client) =>
        client.send(new GetPublicAccessBlockCommand({ Bucket }), set),
      ),
      about('s3:GetBucketVersioning', (client) =>
        client.send(new GetBucketVersioningCommand({ Bucket }), set),
      ),
      about('s3:GetBucketObjectLockConfiguration', (client) =>
        client.send(new GetObjectLockConfigurationCommand({ Bucket }), set),
      ),
      about('s3:GetBucketLogging', (client) => client.send(new GetBucketLoggingCommand({ Bucket }), set)),
      about('s3:GetBucketPolicy', (client) => client.send(new GetBucketPolicyCommand({ Bucket }), set)),
    ])
    return {
      blocksPublicAccess: told(block, ({ PublicAccessBlockConfiguration: all }) =>
        [
          all?.BlockPublicAcls,
          all?.IgnorePublicAcls,
          all?.BlockPublicPolicy,
          all?.RestrictPublicBuckets,
        ].every(Boolean),
      ),
      hasVersioning: told(versioning, ({ Status }) => Status === 'Enabled'),
      hasMfaDelete: told(versioning, ({ MFADelete }) => MFADelete === 'Enabled'),
      hasObjectLock: told(lock, ({ ObjectLockConfiguration: one }) => one?.ObjectLockEnabled === 'Enabled'),
      hasAccessLog: told(logging, ({ LoggingEnabled }) => LoggingEnabled !== undefined),
      policy: policy === 'none' ? '' : policy?.Policy,
      problems,
    }
  } finally {
    connection.client.destroy()
  }
}

function told<T extends object>(
  answer: T | 'none' | undefined,
  read: (answer: T) => boolean,
): boolean | undefined {
  if (answer === undefined) return undefined
  return answer === 'none' ? false : read(answer)
}
