// Where bytes come from. A source knows names and bytes, and nothing of CloudTrail.

import type { Problem, ProblemKind } from '../util/problem.ts'

/** One entry of a listing. Keys use `/` on every platform and are relative to the source's root. */
export interface SourceObject {
  readonly key: string
  /** Bytes; undefined if the listing does not include it (folders on disk are listed without a stat per file). */
  readonly size?: number | undefined
  /** On disk: a regular file, not a link to one. Absent if the listing does not tell. */
  readonly isRegular?: boolean | undefined
  /** Epoch milliseconds of the last change. */
  readonly modified?: number | undefined
  /** S3's ETag, without quotes. */
  readonly etag?: string | undefined
  /** S3's storage class if it is not STANDARD; absent for an archived object that has a restored copy. */
  readonly storageClass?: string | undefined
  /** What the source itself states about the object's events. Its key is then ignored. */
  readonly states?: Stated | undefined
}

/** Fields are undefined if the source does not know them. */
export interface Stated {
  /** Epoch milliseconds: no event is earlier than notBefore, or later than notAfter. */
  readonly notBefore?: number | undefined
  readonly notAfter?: number | undefined
  /** The account and Region of all events. */
  readonly account?: string | undefined
  readonly region?: string | undefined
}

/** Events that the caller wants. A source may leave out others, but need not. */
export interface Wanted {
  /** Epoch milliseconds, both inclusive. */
  readonly start?: number | undefined
  readonly end?: number | undefined
  /** For each field of the field table, texts of which a wanted event has one. */
  readonly equal?: ReadonlyMap<string, readonly string[]> | undefined
}

export interface Listing {
  /** Keys of sub-folders, each ending in `/`, ascending. */
  readonly folders: readonly string[]
  /** Objects directly in the folder, ascending by key. */
  readonly objects: readonly SourceObject[]
  /** The real folder for each folder that is a link. Links to a folder above them are here too, but not in `folders`. */
  readonly links?: ReadonlyMap<string, string> | undefined
  /** True if `atMost` ended the listing early. */
  readonly more?: boolean | undefined
}

export interface ListOptions {
  /**
   * Omit entries (folders with their `/`) up to and including this one in text order; S3 then sends hardly any of
   * them.
   */
  readonly startAfter?: string | undefined
  /** Stop requesting pages after about this many entries; undefined lists everything. */
  readonly atMost?: number | undefined
  /** List every object below the folder, at any depth, and no folders. Only used with remote sources. */
  readonly deep?: boolean | undefined
  /** For sources that can narrow their queries. */
  readonly wanted?: Wanted | undefined
  readonly signal?: AbortSignal | undefined
}

/** A sequence of objects, newest first, where each object is needed to request the next. */
export interface Lane {
  /** In display form: `history:us-east-1`. */
  readonly uri: string
  readonly region: string
  /** Epoch milliseconds: no object still to come contains a later event. */
  readonly notAfter: number
  /** The next object; undefined after the last one. Throws SourceError. */
  next(): Promise<SourceObject | undefined>
  /** A clause that says what is missing if no more objects are requested. */
  missing(): string
}

export interface ReadResult {
  /** In a buffer of their own, which may be transferred to a thread. */
  readonly bytes: Uint8Array
  /** Object metadata (`x-amz-meta-…` without the prefix), if the source has any. */
  readonly metadata?: Readonly<Record<string, string>> | undefined
}

export interface Source {
  /** As the user would type it: a path, `s3://bucket/prefix`, or `-`. */
  readonly uri: string
  /**
   * The key that the user pointed to: a folder (ends in `/`, or is empty for the root), or one file. On disk, keys are
   * absolute paths without the leading `/`, so that folder names above the start can be recognised.
   */
  readonly start: string
  /** The folder of the start with links resolved; undefined for sources without links. */
  readonly realStart?: string | undefined
  /** Every request to a remote source is expensive, so listings are planned and prefetched differently. */
  readonly remote: boolean
  /** Maximum number of concurrent requests that the source supports; undefined for the value of --concurrency. */
  readonly maxRequests?: number | undefined
  /** The key in display form: `s3://bucket/key`, or a path relative to what was typed. */
  display(key: string): string
  /**
   * The direct content of a folder. A folder that does not exist is empty. Throws SourceError if it cannot be listed.
   */
  list(folder: string, options?: ListOptions): Promise<Listing>
  /**
   * Replaces `list` for a source without folders: several sequences of objects that can be read concurrently. Throws
   * SourceError if the source has nothing of what is wanted.
   */
  lanes?(
    options: Pick<ListOptions, 'wanted' | 'signal'> & {
      readonly wantsRegion?: ((region: string) => boolean) | undefined
      /** The caller will read all of every lane. */
      readonly takesAll?: boolean | undefined
    },
  ): readonly Lane[]
  /** Reads a whole object. Throws SourceError. */
  read(object: SourceObject, signal?: AbortSignal): Promise<ReadResult>
  /** A path that a worker can open by itself; absent or undefined if bytes must be fetched through `read`. */
  localPath?(key: string): string | undefined
  /** Releases sockets. */
  close?(): void
}

/** True for a source without folders and files, which returns its content as responses to queries. */
export function hasLanes(source: Source): boolean {
  return source.lanes !== undefined
}

/** True if the user pointed to a folder, or to a source without files; false for one file. */
export function isFolder({ start }: Source): boolean {
  return start === '' || start.endsWith('/')
}

/** Kinds of errors, for callers and hints; independent of the SDK's names. */
export const SOURCE_ERROR_CODES = [
  'not-found', // the start does not exist: no such path, bucket or key
  'denied',
  'credentials', // missing, expired or wrong: the run stops at once
  'archived', // in a Glacier class, must be restored first
  'unreachable', // network errors that outlasted all retries, wrong Region or endpoint
  'unreadable', // anything else: I/O errors, not a file, …
] as const
export type SourceErrorCode = (typeof SOURCE_ERROR_CODES)[number]

/** What an error is about, if the code that throws it knows. */
export interface SourceErrorFacts extends ErrorOptions {
  /** The file, folder or source, in display form. */
  readonly subject?: string | undefined
  /** The kind of problem, for a run that continues without the subject. Default: derived from the code. */
  readonly problemKind?: ProblemKind | undefined
}

export class SourceError extends Error {
  readonly code: SourceErrorCode
  /** The next step, in one sentence, for the `hint:` line. */
  readonly hint: string | undefined
  readonly subject: string | undefined
  readonly problemKind: ProblemKind

  /** `message` says what happened, without naming the subject. */
  constructor(code: SourceErrorCode, message: string, hint?: string, facts: SourceErrorFacts = {}) {
    super(message, facts)
    this.name = 'SourceError'
    this.code = code
    this.hint = hint
    this.subject = facts.subject
    this.problemKind = facts.problemKind ?? (code === 'archived' ? 'archived' : 'unreadable')
  }

  /** True if every other request would fail in the same way. */
  get endsRun(): boolean {
    return this.code === 'credentials'
  }

  /** The same error with a subject, unless it has one already. */
  about(subject: string, problemKind?: ProblemKind): SourceError {
    if (this.subject !== undefined) return this
    const facts = { subject, problemKind: problemKind ?? this.problemKind, cause: this.cause ?? this }
    return new SourceError(this.code, this.message, this.hint, facts)
  }

  /** The error as a problem of a run that continues. `file` is used if the error has no subject. */
  problem(file = ''): Problem {
    return { kind: this.problemKind, file: this.subject ?? file, what: this.message, hint: this.hint }
  }
}

/** The error as a line of text: its subject first. */
export function textOf({ subject, message }: SourceError): string {
  return subject === undefined ? message : `${subject}: ${message}`
}

/** True if a run can continue without the error's subject. */
export function isBearable(error: unknown): error is SourceError {
  return error instanceof SourceError && !error.endsRun
}

/** Returns the error if a run can continue without its subject; otherwise throws it. */
export function bearable(error: unknown): SourceError {
  if (isBearable(error)) return error
  throw error
}

/** Wraps a source so that its errors have a subject: the folder or file, or the source if the error ends the run. */
export function withSubjects(source: Source): Source {
  const about = (error: unknown, key: string, kind?: ProblemKind): never => {
    if (!(error instanceof SourceError)) throw error
    throw error.about(error.endsRun ? source.uri : source.display(key), kind)
  }
  return {
    ...source,
    list: (folder, options) =>
      source.list(folder, options).catch((error: unknown) => about(error, folder, 'unlisted')),
    read: (object, signal) => source.read(object, signal).catch((error: unknown) => about(error, object.key)),
  }
}

/** Replaces a source that could not be opened, in a run that reads others: listing or reading it throws the error. */
export function brokenSource(uri: string, error: SourceError): Source {
  const fail = (): Promise<never> => Promise.reject(error.about(uri, 'unlisted'))
  return { uri, start: '', remote: false, display: () => uri, list: fail, read: fail }
}
