// The work of `summary`: flags → aggregate query → summary → dashboard, JSON, CSV or page.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { readEvents, type Reading, type ReadingFlags } from '../../cli/reading/read-events.ts'
import type { GroupSpec } from '../../decode/groups.ts'
import type { ListFormat } from '../../format/list-formats.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import { listWriter } from '../../output/list.ts'
import { type Group, MAX_DISTINCT } from '../../query/groups.ts'
import type { RunResult } from '../../query/engine.ts'
import { printableJson } from '../../format/sanitize.ts'
import { say } from '../../cli/messages/print.ts'
import { tellUncounted } from '../../cli/messages/uncounted.ts'
import { count } from '../../cli/messages/units.ts'
import { UsageError } from '../../util/usage-error.ts'
import { chartRoom, dashboard } from './dashboard.ts'
import { groupColumns, groupedSpec, sortedGroups } from './grouped.ts'
import { summaryColumns, summaryJson, summaryRows } from './export.ts'
import { summaryPlan } from '../../summary/plan.ts'
import { summarize, type Summary } from '../../summary/summary.ts'
import type { Interval } from '../../format/interval-names.ts'

export interface SummaryFlags extends ReadingFlags {
  readonly output: ListFormat | 'html'
  readonly by?: readonly string[]
  readonly top?: number
  readonly interval?: Interval
  readonly distinct?: readonly string[]
  readonly sum?: readonly string[]
  readonly duplicates?: true
  readonly csvSafe?: true
}

/** Counts by minute; all other intervals are made from quarters of an hour. */
const MINUTES: GroupSpec = { by: [], interval: { length: 'minute', timeZone: undefined } }
const TOP = 5
const TOP_BY = 20
const TOP_PAGE = 10
/** The cells of the heat map of a page. */
const PLACES: GroupSpec = { by: ['account', 'region'] }
/** Rows of the table of groups in a page. */
const TOP_GROUPS = 200
/** Number of columns in the chart of a page. */
const PAGE_BUCKETS = 120

export async function runSummary(
  uris: readonly string[],
  flags: SummaryFlags,
  io: Io,
  argv: readonly string[],
): Promise<ExitCode> {
  const isPage = flags.output === 'html'
  if (isPage && io.out.isTty)
    throw new UsageError('-o html is not for a terminal', 'redirect it: > summary.html')
  const grouped = groupedSpec(flags)
  if (grouped !== undefined) return runGrouped(grouped, uris, flags, io, argv)
  const top = flags.top ?? (isPage ? TOP_PAGE : flags.by === undefined ? TOP : TOP_BY)
  const plan = summaryPlan(flags.by, top)
  const columns = io.out.isTty ? io.out.columns : Number.POSITIVE_INFINITY
  return readEvents({ uris, flags, io }, async (reading) => {
    const isByMinute = flags.interval === 'minute'
    // The heat map of a page whose counts are not of one column alone.
    const hasPlaces = isPage && flags.by === undefined
    const groups = [...(isByMinute ? [MINUTES] : []), ...(hasPlaces ? [PLACES] : [])]
    const spec = groups.length > 0 ? { ...plan.spec, groups } : plan.spec
    const result = await reading.aggregate(spec, { keepDuplicates: flags.duplicates === true })
    const summary = summarize(result.aggregate!, plan, {
      timeZone: flags.timeZone,
      interval: flags.interval,
      buckets: isPage ? PAGE_BUCKETS : chartRoom(columns),
    })
    const places = hasPlaces ? result.aggregate!.groups.at(-1)!.groups.values() : undefined
    if (isPage) await io.out.write(await page(summary, places, reading, result))
    else await write(summary)
    result.aggregate!.columns.forEach(({ uncounted }, i) =>
      tellUncounted(result.report.problems, `--by ${spec.columns[i]!}`, uncounted),
    )
    return reading.finish(result, { verb: 'counted', columns: flags.by })
  })

  async function page(
    summary: Summary,
    places: Iterable<Group> | undefined,
    { sources, selection }: Reading,
    { report }: RunResult,
  ): Promise<string> {
    const { summaryPage } = await import('./page.ts')
    const opening = { argv, now: io.now(), author: undefined, sources, selection, report }
    return summaryPage(summary, top, places, opening)
  }

  async function write(summary: Summary): Promise<void> {
    const { output, timeZone, top: most } = flags
    const color = await colorFor(io.out, io.env, flags.color)
    const ascii = needsAscii(io.env)
    if (output === 'table') return io.out.write(dashboard(summary, { columns, color, top, ascii, timeZone }))
    if (output === 'json' || output === 'html') {
      const json = summaryJson(summary, most)
      if (io.out.isTty)
        return io.out.write(
          printableJson(Array.from(json, (piece) => Buffer.from(piece).toString()).join('')),
        )
      for (const piece of json) await io.out.write(piece)
      return
    }
    const options = { color, ascii, csvSafe: flags.csvSafe }
    const writer = listWriter(output, summaryColumns(output === 'jsonl'), io.out, options)
    for (const row of summaryRows(summary, most)) await writer.row(row)
    await writer.end()
  }
}

async function runGrouped(
  spec: GroupSpec,
  uris: readonly string[],
  flags: SummaryFlags,
  io: Io,
  argv: readonly string[],
): Promise<ExitCode> {
  const { output } = flags
  return readEvents({ uris, flags, io }, async (reading) => {
    const result = await reading.aggregate(
      { columns: [], lists: [], groups: [spec] },
      { keepDuplicates: flags.duplicates === true },
    )
    const { groups, uncounted } = result.aggregate!.groups[0]!
    const columns = groupColumns(spec, timeFormatter(flags.timeZone))
    const sorted = sortedGroups(groups.values(), spec)
    // A time series is shown in full: its first rows are not the most important ones.
    const most = output === 'html' ? TOP_GROUPS : output === 'table' && !spec.interval ? TOP_BY : undefined
    const top = flags.top ?? most
    const shown = sorted.slice(0, top)
    if (output === 'html') {
      const { groupedPage } = await import('./page.ts')
      const { sources, selection } = reading
      const opening = { argv, now: io.now(), author: undefined, sources, selection, report: result.report }
      const by = spec.by.length + (spec.interval === undefined ? 0 : 1)
      await io.out.write(groupedPage(sorted, by, columns, shown.length, opening))
    } else {
      const writer = listWriter(output, columns, io.out, {
        color: await colorFor(io.out, io.env, flags.color),
        ascii: needsAscii(io.env),
        csvSafe: flags.csvSafe === true,
      })
      for (const group of shown) await writer.row(group)
      await writer.end()
    }
    const isCut = shown.some(({ distinct }) =>
      distinct.some((values) => typeof values === 'object' && values.size >= MAX_DISTINCT),
    )
    await say(
      io,
      isCut ? [`note: beyond ${count(MAX_DISTINCT, 'different value')} the number is a lower bound`] : [],
      flags.color,
    )
    tellUncounted(result.report.problems, `--by ${spec.by.join(',')}`, uncounted)
    const all = count(sorted.length, 'group')
    return reading.finish(result, {
      verb: `counted in ${shown.length < sorted.length ? `${shown.length} of ${all}` : all}`,
    })
  })
}
