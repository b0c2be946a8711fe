// Which log files are proved, for those who read only such. Fed with findings, asked by source and key.

import type { Source } from '../source/source.ts'
import { REASONS, type Finding, type Reason } from './finding.ts'
import { bucketOf } from './place.ts'

export interface Verdicts {
  add(finding: Finding): void
  /** True if a valid digest vouches for the file's content. */
  isProved(source: Source, key: string): boolean
  /** Why it is not: the finding's reason, `not-covered` if no digest spoke of it; undefined if it is proved. */
  why(source: Source, key: string): Reason | undefined
  readonly proved: number
}

export function collectVerdicts(): Verdicts {
  // Folders repeat and names do not, so each is kept once: about 100 bytes for each file.
  const folders = new Map<string, Map<string, Reason>>()
  let proved = 0
  return {
    add({ subject, source, key, reason }) {
      if (subject !== 'log') return
      const [folder, name] = split(source, key)
      let names = folders.get(folder)
      if (names === undefined) folders.set(folder, (names = new Map()))
      // One valid digest is enough, whatever another says: the content is the one that CloudTrail delivered.
      if (names.get(name) === 'valid') return
      names.set(name, reason)
      if (reason === 'valid') proved++
    },
    isProved: (source, key) => reasonOf(source, key) === 'valid',
    why(source, key) {
      const reason = reasonOf(source, key)
      return REASONS[reason].verdict === 'valid' ? undefined : reason
    },
    get proved() {
      return proved
    },
  }

  function reasonOf(source: Source, key: string): Reason {
    const [folder, name] = split(source, key)
    return folders.get(folder)?.get(name) ?? 'not-covered'
  }
}

// Keys on disk are absolute; in S3 they are unique within a bucket.
function split(source: Source, key: string): [string, string] {
  const slash = key.lastIndexOf('/') + 1
  return [`${source.remote ? bucketOf(source) : ''}/${key.slice(0, slash)}`, key.slice(slash)]
}
