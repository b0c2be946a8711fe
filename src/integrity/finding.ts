// What verification says about one file or one chain. The table is the vocabulary: a reason has one verdict and one
// wording, and where the AWS CLI has words for it, they are the CLI's own.

import type { Source } from '../source/source.ts'

export const VERDICTS = [
  'valid',
  'invalid',
  'missing',
  /** Nobody could look: no permission, an I/O error, another bucket. */
  'unreadable',
  /** Nothing speaks against it, and nothing proves it. */
  'signature-unavailable',
  'uncovered',
  'gap',
] as const
export type Verdict = (typeof VERDICTS)[number]

export const REASONS = {
  valid: { verdict: 'valid', text: 'valid' },
  moved: { verdict: 'invalid', text: 'INVALID: has been moved from its original location' },
  'invalid-format': { verdict: 'invalid', text: 'INVALID: invalid format' },
  'second-member': { verdict: 'invalid', text: 'INVALID: unexpected data after end of compressed stream' },
  'trailing-bytes': { verdict: 'invalid', text: 'INVALID: unexpected data after end of compressed stream' },
  /** The CLI has no limit. */
  'too-big': { verdict: 'unreadable', text: 'INVALID: could not be read: inflates to more than {limit}' },
  'not-found': { verdict: 'missing', text: 'INVALID: not found' },
  unreadable: { verdict: 'unreadable', text: 'INVALID: could not be read: {why}' },

  /** A folder: what is in it is not known. */
  unlisted: { verdict: 'unreadable', text: 'INVALID: could not be listed: {why}' },

  'key-not-found': {
    verdict: 'invalid',
    text: 'INVALID: public key not found in region {region} for fingerprint {fingerprint}',
  },
  'key-unusable': {
    verdict: 'invalid',
    text: 'INVALID: Unable to load PKCS #1 key with fingerprint {fingerprint}',
  },
  /** The CLI does not look. */
  'key-unfit': {
    verdict: 'invalid',
    text: 'INVALID: its signature proves nothing: the public key with fingerprint {fingerprint} {why}',
  },
  'signature-missing': { verdict: 'invalid', text: 'INVALID: signature verification failed' },
  'signature-mismatch': { verdict: 'invalid', text: 'INVALID: signature verification failed' },
  /** The signature does not fit, and neither does the hash that the next digest remembers: the content changed. */
  'digest-altered': { verdict: 'invalid', text: 'INVALID: signature verification failed' },
  /** Well signed, yet not the digest that the next one followed. The CLI does not look. */
  'link-mismatch': { verdict: 'invalid', text: 'INVALID: is not the digest file that the next one follows' },
  'signature-unavailable': { verdict: 'signature-unavailable', text: 'signature not available' },
  /** Not linked from anywhere: its name follows from the hourly chain around it. */
  'not-found-inferred': { verdict: 'missing', text: 'INVALID: not found' },

  'hash-mismatch': { verdict: 'invalid', text: "INVALID: hash value doesn't match" },
  'unsafe-key': { verdict: 'invalid', text: 'INVALID: invalid format' },
  'other-bucket': { verdict: 'unreadable', text: 'INVALID: could not be read: lies in bucket {bucket}' },
  'unsigned-digest': {
    verdict: 'signature-unavailable',
    text: 'matches a digest file whose signature is not available',
  },

  'no-digests': { verdict: 'uncovered', text: 'not covered by any digest file' },
  'not-covered': { verdict: 'uncovered', text: 'not covered by any digest file' },
  'not-yet-covered': { verdict: 'uncovered', text: 'delivered after the newest digest file' },
  'digest-not-valid': { verdict: 'uncovered', text: 'listed only by a digest file that is not valid' },
  renamed: { verdict: 'uncovered', text: 'not covered by any digest file; has the content of {original}' },

  gap: { verdict: 'gap', text: 'No log files were delivered by CloudTrail between {from} and {to}' },
  /** A starting digest right where the one before it ended. */
  'chain-restarted': {
    verdict: 'gap',
    text: 'No log files were delivered by CloudTrail between {from} and {to}',
  },
  'ends-early': { verdict: 'gap', text: 'no digest files between {from} and {to}' },
  'continues-elsewhere': { verdict: 'gap', text: 'continues at {object}' },
  /** Digests are missing, and what is left does not tell how many. */
  'missing-between': { verdict: 'missing', text: 'INVALID: not found between {from} and {to}' },
} as const satisfies Record<string, { readonly verdict: Verdict; readonly text: string }>
export type Reason = keyof typeof REASONS

/** One row of digests: an account's, in one Region, of one trail; backfill digests are a row of their own. */
export interface Chain {
  /** `123456789012/eu-west-1/trail@us-east-1`, with ` (backfill)` for those. */
  readonly id: string
  /** The folder that holds the account, as a person would name it: the same chain may lie in several copies. */
  readonly folder: string
  readonly account: string
  readonly region: string
  readonly trail: string
  readonly homeRegion: string
  readonly backfill: boolean
}

/** Where log files lie that no chain lists: an account's folder, and the account and Region that their names tell. */
export type TreeOfLog = Pick<Chain, 'folder' | 'account' | 'region'>

export interface Finding {
  readonly subject: 'digest' | 'log' | 'chain'
  readonly verdict: Verdict
  readonly reason: Reason
  /** `INVALID: not found`: the reason's wording with its details filled in. */
  readonly text: string
  readonly source: Source
  /** Where the file lies or should lie; the folder for a chain. */
  readonly key: string
  /** The key as a person would name it. */
  readonly uri: string
  /** Undefined for log files that no digest lists. */
  readonly chain?: Chain | undefined
  /** Of those, where they lie. */
  readonly tree?: TreeOfLog | undefined
  readonly backfill: boolean
  /** The time that a digest covers, or that a gap leaves out; epoch milliseconds. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Of a valid log file: what its digest says that the content hashes to. */
  readonly sha256?: string | undefined
}

export interface FindingFacts {
  readonly subject: Finding['subject']
  readonly source: Source
  readonly key: string
  readonly chain?: Chain | undefined
  readonly tree?: TreeOfLog | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly sha256?: string | undefined
}

/** A finding with its wording. `words` fills the `{…}` of the reason's text; `from` and `to` fill themselves. */
export function makeFinding(
  reason: Reason,
  facts: FindingFacts,
  words: Readonly<Record<string, string>> = {},
): Finding {
  const { verdict, text } = REASONS[reason]
  const all: Readonly<Record<string, string>> = {
    ...(facts.from !== undefined && { from: displayTime(facts.from) }),
    ...(facts.to !== undefined && { to: displayTime(facts.to) }),
    ...words,
  }
  return {
    ...facts,
    verdict,
    reason,
    text: text.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(all, name) ? all[name]! : '')),
    uri: facts.source.display(facts.key),
    backfill: facts.chain?.backfill ?? false,
  }
}

/** `2015-08-17T14:01:31Z`, as the AWS CLI prints times. */
export function displayTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}
