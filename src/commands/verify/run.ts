// The work of `verify`: flags → keys and scope → findings → printer, then what it amounts to.

import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { colorFor, type ColorChoice } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { openSources, type SourceFlags } from '../../cli/source-options.ts'
import { resolveWindow } from '../../filter/time.ts'
import { parseValue } from '../../filter/value-pattern.ts'
import { printable } from '../../format/sanitize.ts'
import { keyCacheFolder, onlineKeyFinder, type OnlineKeyFinder } from '../../integrity/key-cache.ts'
import { openKeyService } from '../../integrity/key-service.ts'
import { formatSavedKeys, parseSavedKeys, savedKeyFinder, type KeyFinder } from '../../integrity/keys.ts'
import { startReport, type Outcome } from '../../integrity/report.ts'
import { verify } from '../../integrity/verify.ts'
import { bufferSink } from '../../output/buffered.ts'
import { UsageError } from '../../util/usage-error.ts'
import { createPrinter, type VerifyFormat } from './print.ts'

export interface VerifyFlags extends SourceFlags {
  readonly account?: readonly string[]
  readonly region?: readonly string[]
  readonly trail?: readonly string[]
  readonly last?: string
  readonly start?: string
  readonly end?: string
  readonly publicKeys?: readonly string[]
  readonly savePublicKeys?: string
  readonly output: VerifyFormat
  readonly verbose?: true
  readonly quiet?: true
  readonly color: ColorChoice
  readonly debug?: true
}

export async function runVerify(uris: readonly string[], flags: VerifyFlags, io: Io): Promise<ExitCode> {
  const window = resolveWindow(flags, io.now())
  const tests = {
    wantsAccount: testOf(flags.account),
    wantsRegion: testOf(flags.region),
    wantsTrail: testOf(flags.trail),
  }
  const { keys, online, problems } = await openKeys(flags, io)
  for (const problem of problems) await io.err.write(`left out: ${printable(problem)}\n`)
  const { sources, note } = await openSources(uris, flags, io)
  if (note !== undefined && !flags.quiet) await io.err.write(`${note}\n`)

  const sink = bufferSink(io.out)
  const report = startReport()
  const printer = createPrinter(flags.output, sink, {
    verbose: flags.verbose === true,
    color: colorFor(io.out, io.env, flags.color),
    asked: window,
    names: sources.map(({ uri }) => uri),
  })
  try {
    await printer.begin()
    const options = { ...window, ...tests, keys, concurrency: flags.concurrency, signal: io.signal }
    for await (const finding of verify(sources, options)) {
      report.add(finding)
      await printer.finding(finding)
    }
    await printer.end(report)
  } finally {
    for (const source of sources) source.close?.()
    // What was found before a failure is told all the same.
    await sink.flush()
  }
  if (flags.savePublicKeys !== undefined && online) await saveKeys(flags.savePublicKeys, online, io)
  for (const problem of keys.problems) await io.err.write(`no ${printable(problem)}\n`)
  return conclude(report.outcome(), flags, io)
}

interface OpenedKeys {
  readonly keys: KeyFinder
  readonly online?: OnlineKeyFinder
  /** Entries of the files that are left out. */
  readonly problems: readonly string[]
}

async function openKeys(flags: VerifyFlags, io: Io): Promise<OpenedKeys> {
  const { publicKeys, savePublicKeys, profile } = flags
  if (publicKeys === undefined) {
    const service = openKeyService(io.env, { profile })
    const online = onlineKeyFinder(service, keyCacheFolder(io.env), io.signal)
    return { keys: online, online, problems: [] }
  }
  if (savePublicKeys !== undefined) {
    throw new UsageError(
      `--public-keys ${publicKeys[0]} and --save-public-keys ${savePublicKeys} do not go together`,
      'keys that come from a file are saved already',
    )
  }
  const read = await Promise.all(
    publicKeys.map(async (file) => parseSavedKeys(await readText(file, io.cwd), file)),
  )
  return {
    keys: savedKeyFinder(read.flatMap(({ keys }) => keys)),
    problems: read.flatMap(({ problems }) => problems),
  }
}

async function readText(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`--public-keys ${file}: cannot be read (${code})`, 'give a file that you may read')
  }
}

async function saveKeys(file: string, online: OnlineKeyFinder, io: Io): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, file), formatSavedKeys(online.used()))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`--save-public-keys ${file}: cannot be written (${code})`, 'choose another file')
  }
}

const HINTS: Readonly<
  Record<Extract<Outcome, { kind: 'nothing-verified' }>['why'], readonly [string, string]>
> = {
  'no-digests': [
    'no digest files were found',
    'point at a folder that holds CloudTrail-Digest too; without it, log file validation was not turned on for the trail',
  ],
  'no-keys': [
    'the public keys are not known',
    'give --public-keys with saved `aws cloudtrail list-public-keys` output, or credentials that allow cloudtrail:ListPublicKeys',
  ],
  'no-signatures': [
    'no signatures are known',
    'save each as X.json.gz.metadata.json beside its digest file X.json.gz: aws s3api head-object --bucket … --key …',
  ],
}

async function conclude(outcome: Outcome, flags: VerifyFlags, io: Io): Promise<ExitCode> {
  if (outcome.kind === 'valid') return EXIT.ok
  if (outcome.kind === 'not-valid') return EXIT.unread
  const [what, hint] = HINTS[outcome.why]
  const isNarrow = flags.account ?? flags.region ?? flags.trail ?? flags.start ?? flags.end ?? flags.last
  const more =
    outcome.why === 'no-digests' && isNarrow !== undefined
      ? '; or ask for more than --start, --end, --account and the like let through'
      : ''
  await io.err.write(`nothing could be verified: ${what}\nhint: ${hint}${more}\n`)
  return EXIT.unverified
}

// As the filters of `lookup`: any of the values that say what it is, and none of those that say what it is not.
function testOf(values: readonly string[] | undefined): ((text: string) => boolean) | undefined {
  if (values === undefined) return undefined
  const patterns = values.map(parseValue)
  const wanted = patterns.filter(({ negated }) => !negated)
  const unwanted = patterns.filter(({ negated }) => negated)
  return (text) =>
    (wanted.length === 0 || wanted.some(({ test }) => test(text))) && !unwanted.some(({ test }) => test(text))
}
