// The work of `verify`: flags → keys and scope → findings → printer, then the overall result.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor, type ColorChoice } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { openSources } from '../../cli/reading/open-sources.ts'
import { startStatus } from '../../cli/messages/progress.ts'
import { keyTrouble, nothingVerified, openPublicKeys, savePublicKeys } from '../../cli/reading/public-keys.ts'
import { count } from '../../cli/messages/units.ts'
import type { SourceFlags } from '../../cli/options/source-options.ts'
import { type TimeFlags, typedTimes } from '../../cli/options/time-options.ts'
import { compileTexts } from '../../filter/compile.ts'
import { resolveWindow } from '../../filter/time/window.ts'
import { startReport } from '../../integrity/report.ts'
import { verify } from '../../integrity/verify.ts'
import { bufferSink } from '../../output/buffered.ts'
import { optimizeLater, TIMES_TO_VERIFY } from '../../util/optimize-later.ts'
import { packagePath } from '../../util/package-paths.ts'
import { UsageError } from '../../util/usage-error.ts'
import { createPrinter, type VerifyFormat } from './print.ts'

/** The samples that have digests, and the keys for them, which CloudTrail does not have. */
const SIGNED_SAMPLES = packagePath('samples/signed')
const SAMPLE_KEYS = packagePath('samples/public-keys.json')

export interface VerifyFlags extends SourceFlags, TimeFlags {
  readonly account?: readonly string[]
  readonly region?: readonly string[]
  readonly trail?: readonly string[]
  readonly publicKeys?: readonly string[]
  readonly savePublicKeys?: string
  readonly strict?: true
  readonly maxInflated: number
  readonly output: VerifyFormat
  readonly csvSafe?: true
  readonly verbose?: true
  readonly quiet?: true
  readonly color: ColorChoice
  readonly debug?: true
}

export async function runVerify(uris: readonly string[], flags: VerifyFlags, io: Io): Promise<ExitCode> {
  const { publicKeys, savePublicKeys: keysFile, quiet, color } = flags
  if (publicKeys !== undefined && keysFile !== undefined) {
    throw new UsageError(
      `--public-keys ${publicKeys[0]} and --save-public-keys ${keysFile} cannot be combined`,
      'keys that come from a file are saved already',
    )
  }
  if (flags.strict && flags.trail) {
    throw new UsageError(
      '--strict cannot be combined with --trail',
      'names of log files do not tell the trail, so that those of other trails would count as uncovered',
    )
  }
  const window = resolveWindow(typedTimes(flags), io.now(), flags.timeZone)
  optimizeLater(TIMES_TO_VERIFY)
  const tests = {
    wantsAccount: testOf('account', flags),
    wantsRegion: testOf('region', flags),
    wantsTrail: testOf('trail', flags),
  }
  const saved = publicKeys === undefined ? undefined : await openPublicKeys(flags, io)
  const { sources, note, isSamples } = await openSources(uris, flags, io, {
    onlyFiles: true,
    samples: SIGNED_SAMPLES,
    noStdin: 'digest files name the log files that they prove, and it has no names',
  })
  const keys = saved ?? (await openPublicKeys(isSamples ? { publicKeys: [SAMPLE_KEYS] } : flags, io))
  if (note !== undefined && !quiet) await say(io, [note], color)

  const sink = bufferSink(io.out)
  const report = startReport()
  const printer = createPrinter(flags.output, sink, {
    verbose: flags.verbose === true,
    color: await colorFor(io.out, io.env, color),
    ascii: needsAscii(io.env),
    csvSafe: flags.csvSafe,
    asked: window,
    names: sources.map(({ uri }) => uri),
  })
  // No progress line if findings are printed at the same time, because they would collide.
  const isBusy = io.out.isTty && (flags.verbose === true || flags.output !== 'text')
  const status = startStatus(io, isBusy ? { quiet: true } : flags)
  let seen = 0
  status.show(() => 'listing')
  try {
    await printer.begin()
    const { concurrency, maxInflated } = flags
    const options = { ...window, ...tests, keys: keys.finder, concurrency, maxInflated, signal: io.signal }
    for await (const finding of verify(sources, options)) {
      report.add(finding)
      await printer.finding(finding)
      seen++
      status.show((seconds) => `${count(seen, 'file')} checked, ${(seen / seconds).toFixed(0)}/s`)
    }
    await printer.end(report, keys.finder.used())
  } finally {
    for (const source of sources) source.close?.()
    await status.stop()
    // Findings from before a failure are printed nevertheless.
    await sink.flush()
  }
  if (keysFile !== undefined) await savePublicKeys(keysFile, keys, io)
  await say(io, keyTrouble(keys), color)
  const outcome = report.outcome()
  if (outcome.kind === 'nothing-verified') throw nothingVerified(outcome, isNarrow(flags))
  if (flags.strict && report.totals().logs.uncovered > 0) return EXIT.unread
  return outcome.kind === 'valid' ? EXIT.ok : EXIT.unread
}

function isNarrow({ account, region, trail, start, end, last }: VerifyFlags): boolean {
  return (account ?? region ?? trail ?? start ?? end ?? last) !== undefined
}

/** The same rule as for the filters of `lookup`. */
function testOf(
  field: 'account' | 'region' | 'trail',
  { [field]: values }: VerifyFlags,
): ((text: string) => boolean) | undefined {
  return values && compileTexts({ kind: 'text', field, values })
}
