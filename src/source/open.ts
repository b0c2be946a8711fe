// Opens a source from what the user typed. The S3 client is loaded only for an S3 address.

import type { Clock } from '../util/clock.ts'
import { UsageError } from '../util/usage-error.ts'
import type { ArchiveLimits } from './archive/archive.ts'
import { isArchiveFile } from './archive/kind.ts'
import { isArchiveName, withArchives } from './archive/with-archives.ts'
import { diskSource } from './disk.ts'
import { parseS3Uri, s3UriOfUrl } from './s3/uri.ts'
import { SourceError, withSubjects, type Source } from './source.ts'
import { stdinSource } from './stdin.ts'

/** Options with the same meaning as in the AWS CLI. */
export interface S3Options {
  readonly profile?: string | undefined
  readonly bucketRegion?: string | undefined
  readonly endpointUrl?: string | undefined
  readonly noSignRequest?: boolean | undefined
  readonly requestPayer?: boolean | undefined
  /** Maximum number of concurrent requests, and of open sockets. Default 32. */
  readonly concurrency?: number | undefined
  /** Maximum wait before the first retry, in milliseconds; doubles each time. Default 100. */
  readonly backoff?: number | undefined
  /** Milliseconds without a byte before a request is given up and retried. Default 30,000. */
  readonly timeout?: number | undefined
}

export interface HistoryOptions {
  /** Maximum number of pages for each query to a Region. Default: unlimited. */
  readonly maxPages?: number | undefined
  readonly now?: (() => Date) | undefined
  /** Called with messages for the waiting user, one clause each. */
  readonly notice?: ((text: string) => void) | undefined
  readonly clock?: Clock | undefined
}

export interface OpenContext {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: () => AsyncIterable<Uint8Array>
  readonly s3?: S3Options | undefined
  readonly history?: HistoryOptions | undefined
  readonly signal?: AbortSignal | undefined
  /** Maximum unpacked size of a file in an archive, in bytes. */
  readonly maxInflated?: number | undefined
}

const MAX_INFLATED = 256 << 20
/** Keys of archives in a bucket that are opened. Any other may be anybody's, and opening one means fetching all of it. */
const MAY_HOLD_LOGS = /(?:^|\/)AWSLogs\/|cloudtrail/i

/**
 * Opens `-`, `s3://bucket/prefix`, `history:REGION`, `trail:NAME`, or a path; an archive is a folder. Throws
 * UsageError for an invalid address, SourceError if nothing exists there. An `s3://` prefix without a final `/` costs
 * one or two requests, to tell a folder from an object.
 */
export async function openSource(uri: string, context: OpenContext): Promise<Source> {
  try {
    return withSubjects(await open(uri, context))
  } catch (error) {
    if (!(error instanceof SourceError) || error.code !== 'not-found') throw error
    const inside = await openInside(uri, context)
    if (inside === undefined) throw error
    return withSubjects(inside)
  }
}

// Opens a file or folder in an archive, which is written as if the archive were a folder.
async function openInside(uri: string, context: OpenContext): Promise<Source | undefined> {
  for (const { index } of uri.matchAll(/\.(?:zip|tar|tgz|tar\.gz)(?=\/)/gi)) {
    const end = uri.indexOf('/', index)
    const archive = await open(uri.slice(0, end), context).catch(() => undefined)
    if (archive === undefined || !archive.start.endsWith('/')) continue
    const start = archive.start + uri.slice(end + 1)
    const parent = start.slice(0, start.replace(/\/$/, '').lastIndexOf('/') + 1)
    const { folders, objects } = await archive.list(parent)
    if (objects.some(({ key }) => key === start)) return { ...archive, uri, start }
    const folder = start.replace(/\/?$/, '/')
    if (folders.includes(folder)) return { ...archive, uri, start: folder }
    archive.close?.()
  }
  return undefined
}

async function open(uri: string, context: OpenContext): Promise<Source> {
  if (uri === '')
    throw new UsageError("the source is empty: ''", 'give a folder, a file, s3://bucket/prefix, or -')
  if (uri === '-') return stdinSource(context.stdin, limitsOf(context), context.signal)
  if (/^s3:/i.test(uri)) {
    const location = parseS3Uri(uri)
    const { s3Source } = await import('./s3/s3.ts')
    const source = await s3Source(location, context.env, context.s3, context.signal)
    return withArchives(source, limitsOf(context), isArchiveName(source.start), MAY_HOLD_LOGS)
  }
  if (/^history:/i.test(uri)) {
    const { historySource } = await import('./history/history.ts')
    return historySource(uri, context)
  }
  if (/^trail:/i.test(uri)) {
    const { trailSource } = await import('./cloudtrail/trail-source.ts')
    return trailSource(uri, context)
  }
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(uri)?.[1]
  if (scheme !== undefined) {
    const meant = s3UriOfUrl(uri)
    const hint = meant === undefined ? 'give a folder, a file, s3://bucket/prefix, or -' : `write ${meant}`
    throw new UsageError(`${scheme}:// addresses cannot be read: '${uri}'`, hint)
  }
  return openDisk(uri, context)
}

// Only a regular file can be an archive: folders and pipes are not inspected.
function openDisk(uri: string, context: OpenContext): Source {
  const source = diskSource(uri, context.cwd, limitsOf(context).entry)
  const path = source.start.endsWith('/') ? undefined : source.localPath?.(source.start)
  const isFile = path !== undefined && source.start !== ''
  const isArchive = isFile && isArchiveFile(path)
  return withArchives(source, limitsOf(context), isArchive)
}

function limitsOf({ maxInflated = MAX_INFLATED }: OpenContext): ArchiveLimits {
  return { entry: maxInflated }
}
