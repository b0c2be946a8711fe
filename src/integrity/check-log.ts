// Judges one log file that a digest lists: whether it exists, whether it is exactly one gzip member, and whether its
// inflated bytes have the hash that the digest records.

import { bearable, SourceError, type ReadResult, type Source } from '../source/source.ts'
import { limitText } from '../util/format.ts'
import { readRegularFile } from '../util/read-regular-file.ts'
import { sha256 } from '../util/sha256.ts'
import type { DigestDocument, LogEntry } from './digest.ts'
import type { Group } from './discover.ts'
import { makeFinding, type Chain, type Finding, type Reason } from './finding.ts'
import { inflateMember, MAX_INFLATED } from './inflate-member.ts'
import { bucketOf } from './place.ts'

export interface ListedLog {
  readonly group: Group
  readonly chain: Chain
  /** The digest that lists it, and that digest's key. */
  readonly digest: { readonly key: string; readonly document: DigestDocument }
  readonly entry: LogEntry
  /** True if the digest's signature is not available: a matching hash then proves nothing. */
  readonly unsigned: boolean
}

export interface CheckOptions {
  readonly signal?: AbortSignal | undefined
  /** Maximum number of inflated bytes of a file. */
  readonly maxInflated?: number | undefined
}

/**
 * Judges one log file. `sources` are all sources of the run: a trail's bucket can change, and older files stay in the
 * old one.
 */
export async function checkLog(
  log: ListedLog,
  sources: readonly Source[],
  { signal, maxInflated = MAX_INFLATED }: CheckOptions = {},
): Promise<Finding> {
  const { group, chain, digest, entry, unsigned } = log
  const located = group.places.locate(digest.key, digest.document, entry)
  const source =
    located.at === 'other-bucket' ? sources.find((other) => bucketOf(other) === entry.bucket) : group.source
  const say = (reason: Reason, key: string, words?: Readonly<Record<string, string>>) => {
    const proved = reason === 'valid' ? { sha256: entry.hash } : {}
    return makeFinding(
      reason,
      { subject: 'log', source: source ?? group.source, key, chain, ...proved },
      words,
    )
  }

  if (source === undefined) return say('other-bucket', located.key, { bucket: entry.bucket })
  if (located.at === 'nowhere') {
    return say(located.why === 'unsafe' ? 'unsafe-key' : 'not-found', located.key)
  }
  try {
    const local = readHere(source, located.key)
    const { key, bytes } = local ?? (await readEitherForm(source, located.key, signal))
    const reason = judge(bytes, key, entry.hash, maxInflated)
    return say(reason === 'valid' && unsigned ? 'unsigned-digest' : reason, key, {
      limit: limitText(maxInflated),
    })
  } catch (error) {
    const { code, message } = bearable(error)
    if (code === 'not-found') return say('not-found', located.key)
    return say('unreadable', located.key, { why: message })
  }
}

/** Lower-case hex SHA-256 of the inflated content; undefined if the file is not exactly one gzip member. */
export function contentHash(bytes: Uint8Array, maxInflated?: number): string | undefined {
  const member = inflateMember(bytes, maxInflated)
  return member.ok ? sha256(member.bytes) : undefined
}

function judge(bytes: Uint8Array, key: string, hash: string, maxInflated: number): Reason {
  const member = inflateMember(bytes, maxInflated)
  if (!member.ok) return member.why === 'format' ? 'invalid-format' : member.why
  if (sha256(member.bytes) === hash) return 'valid'
  return member.zipped || !key.endsWith('.gz') ? 'hash-mismatch' : 'invalid-format'
}

/** One buffer for all small files on disk: a file's bytes are no longer needed when the next one is read. */
const SCRATCH = new Uint8Array(256 * 1024)

// A file on disk whose bytes are valid until the next call. If it cannot be read, `read` tells why.
function readHere(source: Source, key: string): { key: string; bytes: Uint8Array } | undefined {
  const path = source.localPath?.(key)
  if (path === undefined) return undefined
  try {
    return { key, bytes: readRegularFile(path, SCRATCH) }
  } catch {
    return undefined
  }
}

// People unzip files that they download, so disk sources accept both forms. In S3, a different key is a different
// object.
async function readEitherForm(
  source: Source,
  key: string,
  signal: AbortSignal | undefined,
): Promise<ReadResult & { key: string }> {
  try {
    return { key, ...(await source.read({ key }, signal)) }
  } catch (error) {
    const unzipped = key.replace(/\.gz$/, '')
    const isGone = error instanceof SourceError && error.code === 'not-found'
    if (!isGone || source.remote || unzipped === key) throw error
    return { key: unzipped, ...(await source.read({ key: unzipped }, signal)) }
  }
}
