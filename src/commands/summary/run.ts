// The work of `summary`: flags → tally query → summary → dashboard, JSON or CSV.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { printable, printableJson } from '../../format/sanitize.ts'
import { UsageError } from '../../util/usage-error.ts'
import { chartRoom, dashboard } from './dashboard.ts'
import { summaryCsv, summaryJson } from './export.ts'
import { summaryPlan } from './plan.ts'
import { summarize, type Summary } from './summary.ts'
import type { Interval } from '../../format/interval-names.ts'

export interface SummaryFlags extends ReadingFlags {
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
  const columns = io.out.isTty ? io.out.columns : Number.POSITIVE_INFINITY
  return readEvents({ uris, flags, io }, async (reading) => {
    const result = await reading.aggregate(plan.spec, { keepDuplicates: flags.duplicates === true })
    const summary = summarize(result.tally!, plan, {
      timeZone: flags.timeZone,
      interval: flags.interval,
      buckets: chartRoom(columns),
    })
    await io.out.write(await text(summary))
    return reading.finish(result, { verb: 'counted', columns: flags.by })
  })

  async function text(summary: Summary): Promise<string> {
    if (flags.output === 'table') {
      const color = await colorFor(io.out, io.env, flags.color)
      const ascii = needsAscii(io.env)
      return dashboard(summary, { columns, color, top, ascii, timeZone: flags.timeZone })
    }
    if (flags.output === 'json') {
      const json = summaryJson(summary, flags.top)
      return io.out.isTty ? printableJson(json) : json
    }
    const csv = summaryCsv(summary, flags.top, flags.csvSafe === true)
    return io.out.isTty ? csv.split('\r\n').map(printable).join('\n') : csv
  }
}
