// Where bytes come from. A source knows names and bytes, and nothing of CloudTrail.

/** One entry of a listing. Keys use `/` on every platform and are relative to the source's root. */
export interface SourceObject {
  readonly key: string
  /** Bytes; undefined where the listing does not tell (folders on disk are listed without a stat per file). */
  readonly size?: number | undefined
  /** Epoch milliseconds of the last change. */
  readonly modified?: number | undefined
  /** S3's ETag, without quotes. */
  readonly etag?: string | undefined
  /** S3's storage class where it is not STANDARD; left out for an archived object of which a restored copy is there. */
  readonly storageClass?: string | undefined
}

export interface Listing {
  /** Keys of sub-folders, each ending in `/`, ascending. */
  readonly folders: readonly string[]
  /** Objects directly in the folder, ascending by key. */
  readonly objects: readonly SourceObject[]
}

export interface ListOptions {
  /** Leave out entries (folders with their `/`) up to and with this one, as text sorts; S3 then hardly sends them. */
  readonly startAfter?: string | undefined
  /** Stop asking for more pages after about so many entries (a look around); undefined lists everything. */
  readonly atMost?: number | undefined
  readonly signal?: AbortSignal | undefined
}

export interface ReadResult {
  /** In a buffer of their own, which may be transferred to a thread. */
  readonly bytes: Uint8Array
  /** Object metadata (`x-amz-meta-…` without the prefix) where the source has any. */
  readonly metadata?: Readonly<Record<string, string>> | undefined
}

export interface Source {
  /** As the user would write it: a path, `s3://bucket/prefix`, or `-`. */
  readonly uri: string
  /**
   * The key at which the user pointed: a folder (ends in `/`, or is empty for the root), or one file.
   * On disk, keys are absolute paths without the leading `/`, so that folder names above the start can be recognised.
   */
  readonly start: string
  /** Remote sources pay for every request: listings are planned and prefetched differently. */
  readonly remote: boolean
  /** How many requests it bears at the same time; undefined for as many as --concurrency says. */
  readonly maxRequests?: number | undefined
  /** How a person would name this key: `s3://bucket/key`, or a path relative to what was typed. */
  display(key: string): string
  /** What is directly in a folder. A folder that does not exist is empty. Throws SourceError when it cannot be listed. */
  list(folder: string, options?: ListOptions): Promise<Listing>
  /** A whole object. Throws SourceError. */
  read(object: SourceObject, signal?: AbortSignal): Promise<ReadResult>
  /** The path a worker can open by itself; absent when bytes must be fetched through `read`. */
  localPath?(key: string): string
  /** Releases sockets. */
  close?(): void
}

/** What kind of trouble, so that callers can react and messages can hint; never the SDK's own names. */
export const SOURCE_ERROR_CODES = [
  'not-found', // the start does not exist: no such path, bucket or key
  'denied',
  'credentials', // missing, expired or wrong: the run stops at once
  'archived', // in a Glacier class, must be restored first
  'unreachable', // network trouble that outlived all retries, wrong Region or endpoint
  'unreadable', // anything else: I/O errors, not a file, …
] as const
export type SourceErrorCode = (typeof SOURCE_ERROR_CODES)[number]

export class SourceError extends Error {
  readonly code: SourceErrorCode
  /** The next step, in one sentence, for the `hint:` line. */
  readonly hint: string | undefined
  /** `message` says what happened, without naming the object: the caller knows and adds its name. */
  constructor(code: SourceErrorCode, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SourceError'
    this.code = code
    this.hint = hint
  }
}
