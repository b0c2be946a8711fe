// S3 as a source. Imported dynamically, because the client takes 0.1 s to load.

import type { OpenContext, S3Options } from '../open.ts'
import type { Source } from '../source.ts'
import { connect } from './connection.ts'
import { list, listPage } from './list.ts'
import { exists, read } from './read.ts'
import { findStart } from './start.ts'
import type { S3Location } from './uri.ts'

/** Throws SourceError if the prefix does not end in `/` and matches nothing. */
export async function s3Source(
  { bucket, prefix }: S3Location,
  env: OpenContext['env'],
  options: S3Options = {},
  signal?: AbortSignal,
): Promise<Source> {
  const connection = await connect(bucket, env, options)
  try {
    return {
      uri: `s3://${bucket}/${prefix}`,
      start: await findStart(prefix, {
        bucket,
        list: (prefix, atMost) => listPage(connection, prefix, { MaxKeys: atMost }, signal),
        exists: (key) => exists(connection, key, signal),
      }),
      remote: true,
      display: (key) => `s3://${bucket}/${key}`,
      list: (folder, listOptions) => list(connection, folder, listOptions),
      read: (object, signal) => read(connection, object, signal),
      close: () => connection.client.destroy(),
    }
  } catch (error) {
    connection.client.destroy()
    throw error
  }
}
