// The work of `ls`: walk → counts → rows, then the totals.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor, type ColorChoice } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import type { KeyFlags } from '../../cli/options/file-options.ts'
import { selectKeys } from '../../cli/options/select-files.ts'
import { say } from '../../cli/messages/print.ts'
import { hasOthers, leftOut, linkedFolders, nothingThere } from '../../cli/messages/no-results.ts'
import { openSources } from '../../cli/reading/open-sources.ts'
import { problemLines } from '../../cli/messages/problem-lines.ts'
import { listingText, startStatus } from '../../cli/messages/progress.ts'
import { bytes as bytesText, count, duration } from '../../cli/messages/units.ts'
import type { SourceFlags } from '../../cli/options/source-options.ts'
import { isArchived, isCloudTrails, type LogFile } from '../../logfile/accept.ts'
import { walk } from '../../logfile/walk.ts'
import type { WalkPlan } from '../../logfile/plan.ts'
import { bufferSink } from '../../output/buffered.ts'
import { findGaps } from '../../inventory/gaps.ts'
import { newReport, type RunReport } from '../../query/report.ts'
import { Tree, type Level } from '../../inventory/tree.ts'
import { sizeOf } from '../../source/size.ts'
import { UsageError } from '../../util/usage-error.ts'
import { createPrinter, type LsFormat } from './print.ts'

export interface LsFlags extends KeyFlags, SourceFlags {
  readonly depth: Level | 'file'
  readonly gaps?: true
  readonly output: LsFormat
  readonly csvSafe?: true
  readonly quiet?: true
  readonly color: ColorChoice
  readonly debug?: true
}

export async function runLs(uris: readonly string[], flags: LsFlags, io: Io): Promise<ExitCode> {
  if (flags.gaps && !['region', 'day'].includes(flags.depth)) {
    throw new UsageError(
      `--gaps cannot be combined with --depth ${flags.depth}`,
      'gaps are days of an account and Region: leave --depth out',
    )
  }
  const plan = selectKeys(flags, io.now())
  const { sources, note } = await openSources(uris, flags, io, {
    onlyFiles: true,
    noStdin: 'it has no files whose names could be listed',
  })
  if (note !== undefined && !flags.quiet) await say(io, [note], flags.color)
  const started = io.clock()
  const report = newReport()
  const level = flags.gaps || flags.depth === 'file' ? 'region' : flags.depth
  let counted = new Total(level)
  // A README beside the logs is not counted; but if no file has a CloudTrail name, any file may be a log file.
  const others = new Total(level)
  const sink = bufferSink(io.out)
  const printer = createPrinter(flags.output, sink, {
    color: await colorFor(io.out, io.env, flags.color),
    ascii: needsAscii(io.env),
    csvSafe: flags.csvSafe,
  })
  const status = startStatus(io, flags)
  status.show((_, columns) => listingText(report.walk, columns))
  try {
    const options = { concurrency: flags.concurrency, takesAll: true, signal: io.signal }
    for await (const { files } of walk(sources, plan, report.walk, options)) {
      for (const file of files) {
        if (!isDelivered(file, plan)) continue
        const bytes = measure(file, report)
        const into = isCloudTrails(file) ? counted : others
        into.add(file, bytes)
        if (flags.depth === 'file' && !flags.gaps) await printer.file(file, bytes)
      }
    }
    await status.stop()
    if (counted.all === 0 && !hasOthers(report.walk)) counted = others
    if (counted.all === 0) {
      const error = await nothingThere(report, { sources })
      if (error) throw error
    }
    if (flags.gaps)
      await printer.gaps(findGaps(counted.tree.branches(), plan), report.problems.count('unlisted') === 0)
    else if (flags.depth !== 'file') await printer.branches(counted.tree.branches(), flags.depth)
    await printer.end()
  } finally {
    await status.stop()
    for (const source of sources) source.close?.()
    await sink.flush()
  }
  const lines = problemLines(report.problems, flags.quiet)
  if (!flags.quiet) lines.push(...summary(counted, others, report, io.clock() - started))
  await say(io, lines, flags.color)
  return report.problems.fails ? EXIT.unread : EXIT.ok
}

// The walk skips whole folders, with a margin; file names are exact to the minute.
function isDelivered({ name, digest }: LogFile, { start = -Infinity, end = Infinity }: WalkPlan): boolean {
  if (name) return name.delivered + 60_000 > start && name.delivered <= end
  return digest === undefined || (digest.end >= start && digest.end <= end)
}

function measure({ source, object }: LogFile, { problems }: RunReport): number {
  const size = sizeOf(source, object)
  if (size === undefined && source.localPath) {
    problems.add({ kind: 'unreadable', file: source.display(object.key), what: 'not a regular file' })
  }
  return size ?? 0
}

class Total {
  files = 0
  digests = 0
  bytes = 0
  archived = 0
  readonly tree: Tree

  constructor(level: Level) {
    this.tree = new Tree(level)
  }

  get all(): number {
    return this.files + this.digests
  }

  add(file: LogFile, bytes: number): void {
    if (file.digest) this.digests++
    else this.files++
    this.bytes += bytes
    if (isArchived(file.object)) this.archived++
    this.tree.add(file, bytes)
  }
}

function summary(total: Total, others: Total, report: RunReport, elapsed: number): string[] {
  const branches = total.tree.branches()
  const distinct = (key: 'tree' | 'account' | 'region'): number =>
    new Set(branches.map((branch) => branch[key]).filter((name) => name !== '')).size
  const parts = [
    count(total.files, 'log file'),
    ...(total.digests > 0 ? [count(total.digests, 'digest file')] : []),
    bytesText(total.bytes),
    ...(distinct('tree') > 1 ? [count(distinct('tree'), 'tree')] : []),
    ...(distinct('account') > 0 ? [count(distinct('account'), 'account')] : []),
    ...(distinct('region') > 0 ? [count(distinct('region'), 'Region')] : []),
    duration(elapsed),
  ]
  const lines = [parts.join(' · ')]
  if (total.archived > 0) {
    lines.push(
      `note: ${count(total.archived, 'file')} in an archive storage class, to be restored before reading`,
    )
  }
  const linked = linkedFolders(report.walk)
  if (linked !== '') lines.push(`note: ${linked}`)
  if (others.all > 0 && others !== total)
    lines.push(`note: ${count(others.all, 'file')} not counted: not a CloudTrail file name`)
  return [...lines, ...leftOut(report.walk).map((text) => `note: ${text}`)]
}
