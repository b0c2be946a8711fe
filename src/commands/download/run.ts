// The work of `download`: source and folder → jobs → transfer, then the summary.

import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ColorChoice } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import type { KeyFlags } from '../../cli/options/file-options.ts'
import { selectKeys } from '../../cli/options/select-files.ts'
import { say } from '../../cli/messages/print.ts'
import { leftOut, linkedFolders, nothingThere } from '../../cli/messages/no-results.ts'
import { openSources } from '../../cli/reading/open-sources.ts'
import { problemLines } from '../../cli/messages/problem-lines.ts'
import { startStatus } from '../../cli/messages/progress.ts'
import { bytes, count, duration } from '../../cli/messages/units.ts'
import type { SourceFlags } from '../../cli/options/source-options.ts'
import { type VerifiedFlags, verifiedOnly } from '../../cli/options/verified-options.ts'
import { printable } from '../../format/sanitize.ts'
import { bufferSink } from '../../output/buffered.ts'
import { newReport, type RunReport } from '../../query/report.ts'
import { SourceError, type Source } from '../../source/source.ts'
import { UsageError } from '../../util/usage-error.ts'
import { thousands } from '../../util/format.ts'
import { barText } from './bar.ts'
import { findJobs, type Job } from './jobs.ts'
import { lookAt, openMirror, type Look, type Mirror } from './mirror.ts'
import { newProgress, type DownloadProgress } from './progress.ts'
import { transfer } from './transfer.ts'

export interface DownloadFlags extends KeyFlags, SourceFlags, VerifiedFlags {
  readonly dryRun?: true
  readonly quiet?: true
  readonly color: ColorChoice
  readonly debug?: true
}

export async function runDownload(
  uri: string,
  folder: string,
  flags: DownloadFlags,
  io: Io,
): Promise<ExitCode> {
  if (/^s3:/i.test(folder)) {
    throw new UsageError(`cannot write to '${folder}'`, 'the second argument is a folder on this machine')
  }
  const plan = selectKeys(flags, io.now())
  const { sources } = await openSources([uri], flags, io, {
    onlyFiles: true,
    noStdin: 'it has no names under which files could be kept',
  })
  const source = sources[0]!
  const started = io.clock()
  const report = newReport()
  const progress = newProgress()
  try {
    const target = resolve(io.cwd, folder)
    refuseInside(source, target, folder)
    const proof = await verifiedOnly(flags, { sources, walk: plan, io })
    proof?.tell(report)
    const jobs =
      (mirror: Look) =>
      (signal: AbortSignal): AsyncIterable<Job> =>
        findJobs(
          source,
          plan,
          mirror,
          report,
          progress,
          { concurrency: flags.concurrency, takesAll: true, signal },
          proof?.fileGuard,
        )
    const failure = flags.dryRun
      ? await listAll(jobs(lookAt(target))(io.signal), progress, io)
      : await fetchAll(jobs, await openMirror(target), report, progress, flags, io)
    if (failure === undefined && progress.found === 0 && !io.signal.aborted) {
      const error = await nothingThere(report, { sources })
      if (error) throw error
    }
    await tell(failure, report, progress, flags, io, io.clock() - started)
    if (io.signal.aborted) return EXIT.interrupted
    if (failure !== undefined) throw stoppedBy(failure, folder)
    return report.problems.fails ? EXIT.unread : EXIT.ok
  } finally {
    source.close?.()
  }
}

// A target inside the source would make the run find its own output, endlessly.
function refuseInside(source: Source, target: string, folder: string): void {
  const from = source.localPath?.(source.start)
  if (from === undefined) return
  const real = existing(target)
  const start = existing(resolve(from))
  if (real !== start && `${real}/`.startsWith(`${start}/`)) {
    throw new UsageError(`${folder} lies inside ${source.uri}`, 'choose a folder outside of what is copied')
  }
}

function existing(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

async function fetchAll(
  jobs: (mirror: Look) => (signal: AbortSignal) => AsyncIterable<Job>,
  mirror: Mirror,
  report: RunReport,
  progress: DownloadProgress,
  flags: DownloadFlags,
  io: Io,
): Promise<unknown> {
  const status = startStatus(io, flags)
  try {
    return await transfer(jobs(mirror), mirror, progress, {
      concurrency: flags.concurrency,
      signal: io.signal,
      problems: report.problems,
      onProgress: () => status.show((seconds, columns) => barText(progress, seconds, columns)),
    })
  } finally {
    await status.stop()
    await mirror.close()
  }
}

async function listAll(jobs: AsyncIterable<Job>, progress: DownloadProgress, io: Io): Promise<unknown> {
  const sink = bufferSink(io.out)
  try {
    for await (const { file, size } of jobs) {
      progress.wanted++
      progress.wantedBytes += size ?? 0
      const name = file.source.display(file.object.key)
      await sink.write(`${size ?? '-'}\t${printable(name)}\n`)
    }
  } catch (error) {
    if (!io.signal.aborted) throw error
  } finally {
    await sink.flush()
  }
  return undefined
}

async function tell(
  failure: unknown,
  report: RunReport,
  progress: DownloadProgress,
  flags: DownloadFlags,
  io: Io,
  elapsed: number,
): Promise<void> {
  const lines = problemLines(report.problems, flags.quiet)
  if (io.signal.aborted) lines.unshift('interrupted: what is there is whole; run again to fetch the rest')
  if (!flags.quiet) {
    lines.push(headline(progress, flags, elapsed))
    if (progress.unsigned > 0) {
      lines.push(
        `note: ${count(progress.unsigned, 'digest file')} came without a signature and cannot be verified`,
      )
    }
    if (progress.unproved > 0) {
      lines.push(`note: ${count(progress.unproved, 'log file')} left out: no valid digest file covers them`)
    }
    if (progress.others > 0) {
      lines.push(`note: ${count(progress.others, 'file')} left out: not CloudTrail files by name or folder`)
    }
    const linked = linkedFolders(report.walk)
    if (linked !== '') lines.push(`note: ${linked}`)
    if (failure === undefined && progress.found === 0)
      lines.push(...leftOut(report.walk).map((text) => `note: ${text}`))
  }
  await say(io, lines, flags.color)
}

function headline(progress: DownloadProgress, { dryRun }: DownloadFlags, elapsed: number): string {
  const parts = dryRun
    ? [`${count(progress.wanted, 'file')} to be fetched (${bytes(progress.wantedBytes)})`]
    : [
        progress.wanted === 0 && progress.there > 0
          ? 'nothing new'
          : `${count(progress.fetched, 'file')} fetched (${bytes(progress.fetchedBytes)})`,
      ]
  if (progress.there > 0) parts.push(`${thousands(progress.there)} there already`)
  if (progress.signatures > 0) parts.push(`${count(progress.signatures, 'signature')} kept`)
  return [...parts, duration(elapsed)].join(' · ')
}

const DISK: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOSPC: ['the disk is full', 'free some space and run again: files already downloaded are complete'],
  EDQUOT: ['your share of the disk is used up', 'free some space and run again: what is there is whole'],
  EROFS: ['the disk has become read-only', 'look at the system log; what is there is whole'],
  EIO: ['the disk reports an I/O error', 'look at the system log; what is there is whole'],
}

function stoppedBy(failure: unknown, folder: string): unknown {
  const disk = DISK[String((failure as NodeJS.ErrnoException).code)]
  return disk ? new SourceError('unreadable', `${folder}: ${disk[0]}`, disk[1], { cause: failure }) : failure
}
