// The result of verifying one file or one chain. `REASONS` is the vocabulary: every reason has one verdict and one
// text, and uses the AWS CLI's text where the CLI has one.

import type { Source } from '../source/source.ts'

export const VERDICTS = [
  'valid',
  'invalid',
  'missing',
  /** Could not be checked: no permission, an I/O error, or another bucket. */
  'unreadable',
  /** Nothing contradicts it, and nothing proves it. */
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
  /** The AWS CLI has no such limit. */
  'too-big': { verdict: 'unreadable', text: 'INVALID: could not be read: inflates to more than {limit}' },
  'not-found': { verdict: 'missing', text: 'INVALID: not found' },
  unreadable: { verdict: 'unreadable', text: 'INVALID: could not be read: {why}' },

  /** A folder whose content is therefore unknown. */
  unlisted: { verdict: 'unreadable', text: 'INVALID: could not be listed: {why}' },

  'key-not-found': {
    verdict: 'invalid',
    text: 'INVALID: public key not found in region {region} for fingerprint {fingerprint}',
  },
  'key-unusable': {
    verdict: 'invalid',
    text: 'INVALID: Unable to load PKCS #1 key with fingerprint {fingerprint}',
  },
  /** The AWS CLI does not check this. */
  'key-unfit': {
    verdict: 'invalid',
    text: 'INVALID: its signature proves nothing: the public key with fingerprint {fingerprint} {why}',
  },
  'signature-missing': { verdict: 'invalid', text: 'INVALID: signature verification failed' },
  'signature-mismatch': { verdict: 'invalid', text: 'INVALID: signature verification failed' },
  /** Neither the signature nor the hash in the next digest's link matches: the content was changed. */
  'digest-altered': { verdict: 'invalid', text: 'INVALID: signature verification failed' },
  /** Validly signed, but not the digest that the next one links to. The AWS CLI does not check this. */
  'link-mismatch': { verdict: 'invalid', text: 'INVALID: is not the digest file that the next one follows' },
  'signature-unavailable': { verdict: 'signature-unavailable', text: 'signature not available' },
  /** No digest links to it; its name is inferred from the hourly chain around it. */
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
  /** A starting digest that begins exactly where the previous run ended. */
  'chain-restarted': {
    verdict: 'gap',
    text: 'No log files were delivered by CloudTrail between {from} and {to}',
  },
  'ends-early': { verdict: 'gap', text: 'no digest files between {from} and {to}' },
  'continues-elsewhere': { verdict: 'gap', text: 'continues at {object}' },
  /** Digests are missing, and the remaining ones do not tell how many. */
  'missing-between': { verdict: 'missing', text: 'INVALID: not found between {from} and {to}' },
} as const satisfies Record<string, { readonly verdict: Verdict; readonly text: string }>
export type Reason = keyof typeof REASONS

/** One chain of digests: one account, Region and trail; backfill digests form a chain of their own. */
export interface Chain {
  /** `123456789012/eu-west-1/trail@us-east-1`, with ` (backfill)` appended for backfill chains. */
  readonly id: string
  /** The folder that holds the account, in display form: the same chain may exist in several copies. */
  readonly folder: string
  readonly account: string
  readonly region: string
  readonly trail: string
  readonly homeRegion: string
  readonly backfill: boolean
}

/** Where log files lie that no chain lists: the account's folder, and the account and Region from the file names. */
export type TreeOfLog = Pick<Chain, 'folder' | 'account' | 'region'>

export interface Finding {
  readonly subject: 'digest' | 'log' | 'chain'
  readonly verdict: Verdict
  readonly reason: Reason
  /** The reason's text with its placeholders filled in, such as `INVALID: not found`. */
  readonly text: string
  readonly source: Source
  /** Where the file is or should be; for a chain, its folder. */
  readonly key: string
  /** The key in display form. */
  readonly uri: string
  /** Undefined for log files that no digest lists; these have `tree`. */
  readonly chain?: Chain | undefined
  /** Location of a log file that no digest lists. */
  readonly tree?: TreeOfLog | undefined
  readonly backfill: boolean
  /** The period that a digest covers or that a gap spans, epoch milliseconds. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** For a valid log file, the hash that its digest records. */
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

/**
 * Creates a finding and its text. `words` fills the text's placeholders; `{from}` and `{to}` are filled from `facts`.
 */
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
    text: text.includes('{')
      ? text.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(all, name) ? all[name]! : ''))
      : text,
    uri: facts.source.display(facts.key),
    backfill: facts.chain?.backfill ?? false,
  }
}

/** `2015-08-17T14:01:31Z`, as the AWS CLI prints times. */
export function displayTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}
