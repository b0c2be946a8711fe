// Records which log files are verified, for commands that read only those. Filled from findings, queried by source and
// key.

import type { Source } from '../source/source.ts'
import type { Finding, Reason } from './finding.ts'
import { bucketOf } from './place.ts'

/** A valid file with the hash that its digest records, or the reason why it is not valid. */
export type KnownLog =
  | { readonly reason: 'valid'; readonly sha256: string }
  | { readonly reason: Exclude<Reason, 'valid'> }

export interface Verdicts {
  add(finding: Finding): void
  /** `not-covered` for a file without a finding. */
  of(source: Source, key: string): KnownLog
}

export function collectVerdicts(): Verdicts {
  // Folder names repeat and file names do not, so each is stored once: about 200 bytes for each file.
  const folders = new Map<string, Map<string, KnownLog>>()
  return {
    add({ subject, source, key, reason, sha256 }) {
      if (subject !== 'log') return
      const [folder, name] = split(source, key)
      let names = folders.get(folder)
      if (names === undefined) folders.set(folder, (names = new Map()))
      // One valid digest is enough, whatever another says: the content is what CloudTrail delivered.
      if (names.get(name)?.reason === 'valid') return
      if (reason !== 'valid') names.set(name, { reason })
      else if (sha256 !== undefined) names.set(name, { reason, sha256 })
    },
    of(source, key) {
      const [folder, name] = split(source, key)
      return folders.get(folder)?.get(name) ?? { reason: 'not-covered' }
    },
  }
}

// Keys on disk are absolute; in S3 they are unique within a bucket.
function split(source: Source, key: string): [string, string] {
  const slash = key.lastIndexOf('/') + 1
  return [`${source.remote ? bucketOf(source) : ''}/${key.slice(0, slash)}`, key.slice(slash)]
}
