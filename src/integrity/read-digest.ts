// Reads one digest file and what belongs to it: the bytes, their hash, the parsed document, and the signature from the
// object's metadata or the side-car. Makes no judgement.

import { bearable, type Source, SourceError } from '../source/source.ts'
import { limitText } from '../util/format.ts'
import { sha256 } from '../util/sha256.ts'
import type { CheckOptions } from './check-log.ts'
import type { DigestAt } from './discover.ts'
import { parseDigest, type DigestDocument } from './digest.ts'
import { inflateMember, MAX_INFLATED } from './inflate-member.ts'
import { parseSidecar, signatureOf, type SignatureMetadata } from './sidecar.ts'

export interface DigestRead {
  readonly at: DigestAt
  /** Undefined if the bytes are not a digest document. */
  readonly document: DigestDocument | undefined
  /** Lower-case hex SHA-256 of the inflated bytes; empty if there are none. */
  readonly hash: string
  readonly signature: SignatureMetadata | undefined
  /** The error, if the file could not be read or has disappeared since it was listed. */
  readonly trouble?: SourceError | undefined
}

/** Throws only errors that end the run: a SourceError for credentials, or the reason of an aborted `signal`. */
export async function readDigest(
  source: Source,
  at: DigestAt,
  { signal, maxInflated }: CheckOptions = {},
): Promise<DigestRead> {
  try {
    const { bytes, metadata } = await source.read({ key: at.key }, signal)
    const signature = signatureOf(metadata) ?? (await readSidecar(source, at.sidecar, signal))
    const member = inflateMember(bytes, maxInflated)
    if (!member.ok && member.why === 'too-big')
      throw new SourceError('unreadable', `inflates to more than ${limitText(maxInflated ?? MAX_INFLATED)}`)
    if (!member.ok) return { at, document: undefined, hash: '', signature }
    return { at, document: parseDigest(member.bytes), hash: sha256(member.bytes), signature }
  } catch (error) {
    return { at, document: undefined, hash: '', signature: undefined, trouble: bearable(error) }
  }
}

async function readSidecar(
  source: Source,
  key: string | undefined,
  signal: AbortSignal | undefined,
): Promise<SignatureMetadata | undefined> {
  if (key === undefined) return undefined
  try {
    const { bytes } = await source.read({ key }, signal)
    return parseSidecar(Buffer.from(bytes).toString('utf8'))
  } catch (error) {
    bearable(error)
    return undefined
  }
}
