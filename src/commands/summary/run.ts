// The work of `summary`: flags → tally query → summary → dashboard, JSON or CSV.

import { colorFor } from '../../cli/color.ts'
import { printSummary } from '../../cli/messages/summary.ts'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { FilterFlags } from '../../cli/options/filter-options.ts'
import type { Io } from '../../cli/io.ts'
import { openSources } from '../../cli/reading/open-sources.ts'
import { startProgress } from '../../cli/messages/progress.ts'
import { type RunFlags, threadsOf } from '../../cli/options/run-options.ts'
import { select } from '../../cli/options/select-events.ts'
import type { SourceFlags } from '../../cli/options/source-options.ts'
import { verifiedOnly, type VerifiedFlags } from '../../cli/options/verified-options.ts'
import { printable, printableJson } from '../../format/sanitize.ts'
import { runQuery } from '../../query/run.ts'
import { UsageError } from '../../util/usage-error.ts'
import { chartRoom, dashboard } from './dashboard.ts'
import { summaryCsv, summaryJson } from './export.ts'
import { summaryPlan } from './plan.ts'
import { summarize, type Summary } from './summary.ts'
import type { Interval } from './intervals.ts'

export interface SummaryFlags extends FilterFlags, SourceFlags, RunFlags, VerifiedFlags {
  readonly output: 'table' | 'json' | 'csv'
  readonly by?: readonly string[]
  readonly top?: number
  readonly interval?: Interval
  readonly duplicates?: true
  readonly csvSafe?: true
}

const TOP = 5
const TOP_BY = 20

export async function runSummary(uris: readonly string[], flags: SummaryFlags, io: Io): Promise<ExitCode> {
  if (flags.by !== undefined && flags.interval !== undefined) {
    throw new UsageError(
      `--interval '${flags.interval}' does not go with --by`,
      'without --by there are counts over time',
    )
  }
  const top = flags.top ?? (flags.by === undefined ? TOP : TOP_BY)
  const plan = summaryPlan(flags.by, top)
  const { sources, note } = await openSources(uris, flags, io)
  const onlyFiles = sources.every((source) => source.start !== '' && !source.start.endsWith('/'))
  const selection = select(flags, { now: io.now(), hideReadOnly: false, onlyFiles })
  if (note !== undefined && !flags.quiet) await io.err.write(`${note}\n`)

  const verified = await verifiedOnly(flags, { sources, walk: selection.walk, io })
  const progress = startProgress(io, flags)
  const result = await runQuery(
    {
      sources,
      walk: selection.walk,
      filter: selection.filter,
      output: { kind: 'aggregate', spec: plan.spec },
      ascending: false,
      limit: undefined,
      keepDuplicates: flags.duplicates === true,
      maxInflated: flags.maxInflated,
      threads: threadsOf(flags, io.cores),
      concurrency: flags.concurrency,
      debug: flags.debug === true,
      vouched: verified?.vouched,
    },
    { signal: io.signal, onProgress: progress.update },
  )
  await progress.stop()
  const columns = io.out.isTty ? io.out.columns : Number.POSITIVE_INFINITY
  const summary = summarize(result.tally!, plan, {
    timeZone: flags.timeZone,
    interval: flags.interval,
    buckets: chartRoom(columns),
  })
  await io.out.write(await text(summary))
  verified?.tell(result.report)
  return printSummary(result, { io, flags, sources, selection, verb: 'counted' })

  async function text(summary: Summary): Promise<string> {
    if (flags.output === 'table') {
      const color = await colorFor(io.out, io.env, flags.color)
      return dashboard(summary, { columns, color, top, timeZone: flags.timeZone })
    }
    if (flags.output === 'json') {
      const json = summaryJson(summary, flags.top)
      return io.out.isTty ? printableJson(json) : json
    }
    const csv = summaryCsv(summary, flags.top, flags.csvSafe === true)
    return io.out.isTty ? csv.split('\r\n').map(printable).join('\n') : csv
  }
}
