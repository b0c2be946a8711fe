// `--verified-only`: verifies the files that a run is about to read, then compares each one with the hash in its valid
// digest when it is read. A file that changes in between is therefore excluded like any other.

import { REASONS, type Reason, type Verdict } from '../../integrity/finding.ts'
import type { PublicKey } from '../../integrity/keys.ts'
import { startReport, type ChainRow, type Outcome, type Totals } from '../../integrity/report.ts'
import { collectVerdicts } from '../../integrity/verdicts.ts'
import { verify, type VerifyOptions } from '../../integrity/verify.ts'
import { parseKeyPath } from '../../logfile/key-path.ts'
import { deliveryWindow, skipKeyPath, type WalkPlan } from '../../logfile/plan.ts'
import type { Query } from '../../query/query.ts'
import type { RunReport } from '../../query/report.ts'
import type { Source } from '../../source/source.ts'
import type { Problem } from '../../util/problem.ts'
import type { UnverifiedError } from '../../util/unverified-error.ts'
import type { Io } from '../io.ts'
import { say } from '../messages/print.ts'
import { startStatus } from '../messages/progress.ts'
import { keyTrouble, nothingVerified, openPublicKeys, type PublicKeyFlags } from './public-keys.ts'
import { count } from '../messages/units.ts'

export interface VerifiedRun {
  readonly flags: PublicKeyFlags & {
    readonly quiet?: true
    readonly concurrency: number
    readonly maxInflated?: number
    readonly verifiedOnly?: true
  }
  readonly sources: readonly Source[]
  readonly walk: WalkPlan
  readonly io: Io
}

export interface VerifiedOnly {
  /** Passed to the query. */
  readonly fileGuard: NonNullable<Query['fileGuard']>
  /** Adds the files that failed verification to the problems of the run. */
  readonly tell: (report: RunReport) => void
  readonly verification: Verification
}

/** The result of verification, for commands that report it. */
export interface Verification {
  readonly outcome: Outcome
  readonly totals: Totals
  readonly chains: readonly ChainRow[]
  /** The first files that are not valid, and the reason for each. */
  readonly bad: readonly Problem[]
  /** The keys that were used, with their origin. */
  readonly keys: readonly PublicKey[]
  /** The result for a log file, by its name in messages; `not-covered` for a file without a finding. */
  readonly reasonOf: (file: string) => Reason
  /** Why nothing could be verified, if that is the case. */
  readonly failure: UnverifiedError | undefined
}

/** Verdicts that make the run fail: the evidence is not as a digest says it was. */
const BAD: ReadonlySet<Verdict> = new Set(['invalid', 'missing', 'unreadable'])

/** Throws UnverifiedError if nothing can be verified and only verified files are wanted. */
export async function verifySources({ flags, sources, walk, io }: VerifiedRun): Promise<VerifiedOnly> {
  const keys = await openPublicKeys(flags, io)
  const options: VerifyOptions = {
    ...scopeOf(walk),
    keys: keys.finder,
    // With --verified-only, the reason why a file is not covered does not matter.
    uncovered: !flags.verifiedOnly,
    concurrency: flags.concurrency,
    maxInflated: flags.maxInflated,
    signal: io.signal,
  }
  const verdicts = collectVerdicts()
  const report = startReport()
  const bad: Problem[] = []
  const reasons = new Map<string, Reason>()
  const status = startStatus(io, flags)
  let seen = 0
  status.show(() => 'verifying: listing')
  try {
    for await (const finding of verify(sources, options)) {
      seen++
      verdicts.add(finding)
      if (finding.subject === 'log' && reasons.get(finding.uri) !== 'valid')
        reasons.set(finding.uri, finding.reason)
      report.add(finding)
      if (BAD.has(finding.verdict))
        bad.push({ kind: 'invalid', file: finding.uri, what: plain(finding.text) })
      status.show(() => `verifying: ${count(seen, 'file')}`)
    }
  } finally {
    await status.stop()
  }
  await say(io, keyTrouble(keys), flags.color)
  const outcome = report.outcome()
  const failure = outcome.kind === 'nothing-verified' ? nothingVerified(outcome, isNarrow(walk)) : undefined
  if (failure !== undefined && flags.verifiedOnly) throw failure

  return {
    fileGuard({ source, object: { key } }) {
      const found = verdicts.of(source, key)
      if (found.reason === 'valid') return { sha256: found.sha256 }
      return { leftOut: why(found.reason), told: BAD.has(REASONS[found.reason].verdict) }
    },
    tell({ problems }) {
      for (const problem of bad) problems.add(problem)
    },
    verification: {
      outcome,
      totals: report.totals(),
      chains: report.chains(),
      bad,
      reasonOf: (file) => reasons.get(file) ?? 'not-covered',
      keys: keys.finder.used(),
      failure,
    },
  }
}

// Log files are selected by delivery time, which is minutes or days after their events.
function scopeOf(walk: WalkPlan): Pick<VerifyOptions, 'start' | 'end' | 'wantsAccount' | 'wantsRegion'> {
  const anyAccount = { ...walk, account: undefined }
  return {
    ...deliveryWindow(walk),
    wantsAccount: walk.account,
    wantsRegion: (region) =>
      skipKeyPath(parseKeyPath(`AWSLogs/000000000000/CloudTrail/${region}/`), anyAccount) !== 'region',
  }
}

function isNarrow({ start, end, account, region }: WalkPlan): boolean {
  return (start ?? end ?? account ?? region) !== undefined
}

// Uncovered files were not searched for, so the reason why no digest covers a file is unknown.
function why(reason: Reason): string {
  return reason === 'not-covered' ? 'not covered by any valid digest file' : plain(REASONS[reason].text)
}

// The text without its `INVALID: ` prefix and without details that need words.
function plain(text: string): string {
  return text.replace(/^INVALID: /, '').replace(/[:;] [^:;]*\{\w+\}.*$/, '')
}
