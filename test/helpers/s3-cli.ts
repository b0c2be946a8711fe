// A bucket named `logs` on the loopback server, and the command-line options that lead to it.

import { afterEach } from 'vitest'
import type { Bucket, BucketFile } from './s3-bucket.ts'
import { mapBucket } from './s3-bucket.ts'
import type { S3Server } from './s3-server.ts'
import { startS3Server } from './s3-server.ts'

/** Credentials, which the server does not check. */
export const S3_ENV = {
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_REGION: 'us-east-1',
}

export interface ServedBucket {
  readonly server: S3Server
  /** Options to add to a command. */
  readonly options: readonly string[]
}

const open: S3Server[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** Serves a bucket; the server is closed after the test. */
export async function serveBucket(
  bucket: Bucket | Readonly<Record<string, Uint8Array | string | BucketFile>>,
): Promise<ServedBucket> {
  const isBucket = typeof bucket['list'] === 'function' && typeof bucket['get'] === 'function'
  const logs = isBucket ? (bucket as Bucket) : mapBucket(bucket as Record<string, BucketFile>)
  const server = await startS3Server({ buckets: { logs } })
  open.push(server)
  return { server, options: ['--endpoint-url', server.endpoint] }
}
