// Where bytes come from. A source knows names and bytes, and nothing of CloudTrail.

import type { Problem, ProblemKind } from '../util/problem.ts'

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
  /** What the source itself knows of the events in it. Its key then counts for nothing. */
  readonly states?: Stated | undefined
}

/** Undefined for what the source does not know. */
export interface Stated {
  /** Epoch milliseconds: no event is earlier, or later. */
  readonly notBefore?: number | undefined
  readonly notAfter?: number | undefined
  /** The account and Region that all events are of. */
  readonly account?: string | undefined
  readonly region?: string | undefined
}

/** What is asked for: events of which something else holds may be left out by the source, and need not be. */
export interface Wanted {
  /** Epoch milliseconds, both inclusive. */
  readonly start?: number | undefined
  readonly end?: number | undefined
  /** Fields of the field table, each with the texts of which an event must have one. */
  readonly equal?: ReadonlyMap<string, readonly string[]> | undefined
}

export interface Listing {
  /** Keys of sub-folders, each ending in `/`, ascending. */
  readonly folders: readonly string[]
  /** Objects directly in the folder, ascending by key. */
  readonly objects: readonly SourceObject[]
  /** `atMost` ended it: there is more. */
  readonly more?: boolean | undefined
}

export interface ListOptions {
  /** Leave out entries (folders with their `/`) up to and with this one, as text sorts; S3 then hardly sends them. */
  readonly startAfter?: string | undefined
  /** Stop asking for more pages after about so many entries (a look around); undefined lists everything. */
  readonly atMost?: number | undefined
  /** Every object below the folder, at any depth, and no folders. Only remote sources are asked this. */
  readonly deep?: boolean | undefined
  /** For sources that can ask for less. */
  readonly wanted?: Wanted | undefined
  readonly signal?: AbortSignal | undefined
}

/** Objects of which each tells how to ask for the next, the newest first. */
export interface Lane {
  /** As a person would name it: `history:us-east-1`. */
  readonly uri: string
  readonly region: string
  /** Epoch milliseconds: nothing that is still to come holds a later event. */
  readonly notAfter: number
  /** Undefined after the last one. Throws SourceError. */
  next(): Promise<SourceObject | undefined>
  /** What will be missing if nothing more is asked for, in a clause. */
  missing(): string
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
  /**
   * In place of `list`, for a source without folders: several lines of objects, which may be asked for side by side.
   * Throws SourceError when it can have nothing of what is wanted.
   */
  lanes?(
    options: Pick<ListOptions, 'wanted' | 'signal'> & {
      readonly wantsRegion?: ((region: string) => boolean) | undefined
    },
  ): readonly Lane[]
  /** A whole object. Throws SourceError. */
  read(object: SourceObject, signal?: AbortSignal): Promise<ReadResult>
  /** The path a worker can open by itself; absent, or undefined for a key, when bytes must be fetched through `read`. */
  localPath?(key: string): string | undefined
  /** Releases sockets. */
  close?(): void
}

/** It has no folders and no files: what it has comes as answers to a question. */
export function hasLanes(source: Source): boolean {
  return source.lanes !== undefined
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

/** What an error is about, where whoever throws it knows. */
export interface SourceErrorFacts extends ErrorOptions {
  /** The file, folder or source, as a person would name it. */
  readonly subject?: string | undefined
  /** What kind of problem it is for a run that goes on without the subject. Default: by the code. */
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

  /** Nothing else will go better: every other request would fail the same way. */
  get endsRun(): boolean {
    return this.code === 'credentials'
  }

  /** The same error about something: what it says of itself already counts more. */
  about(subject: string, problemKind?: ProblemKind): SourceError {
    if (this.subject !== undefined) return this
    const facts = { subject, problemKind: problemKind ?? this.problemKind, cause: this.cause ?? this }
    return new SourceError(this.code, this.message, this.hint, facts)
  }

  /** For a run that goes on. `file` names what nobody has named yet. */
  problem(file = ''): Problem {
    return { kind: this.problemKind, file: this.subject ?? file, what: this.message, hint: this.hint }
  }
}

/** What an error says on a line of its own: its subject first. */
export function textOf({ subject, message }: SourceError): string {
  return subject === undefined ? message : `${subject}: ${message}`
}

/** Whether a run can go on without what the error is about. */
export function isBearable(error: unknown): error is SourceError {
  return error instanceof SourceError && !error.endsRun
}

/** The error, if a run can go on without what it is about; else throws it. */
export function bearable(error: unknown): SourceError {
  if (isBearable(error)) return error
  throw error
}

/** The source, with errors that name what they are about: the folder or file, or the source when it ends the run. */
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

/** Stands in for a source that could not be opened, for a run that reads the others: whoever lists it meets the error. */
export function brokenSource(uri: string, error: SourceError): Source {
  const fail = (): Promise<never> => Promise.reject(error.about(uri, 'unlisted'))
  return { uri, start: '', remote: false, display: () => uri, list: fail, read: fail }
}
