// Runs `new`: values whose first event is in the time window.

import { tellUncounted } from '../../cli/messages/uncounted.ts'
import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { count } from '../../cli/messages/units.ts'
import { typedTimes } from '../../cli/options/time-options.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { listFormat } from '../../cli/options/list-output.ts'
import type { EventFacts } from '../../decode/groups.ts'
import { formatTime } from '../../event/event-time.ts'
import { allOf, type Filter } from '../../filter/clause.ts'
import { resolveWindow, type TimeWindow, type TypedWindow } from '../../filter/time/window.ts'
import type { ListFormat } from '../../format/list-formats.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import { type ListColumn, listWriter } from '../../output/list.ts'
import { timeColumn } from '../../output/time-column.ts'
import type { AggregateSum } from '../../query/aggregate.ts'
import { UsageError } from '../../util/usage-error.ts'
import { DIMENSIONS, type Dimension } from './dimensions.ts'

export interface NewFlags extends ReadingFlags {
  readonly baseline?: string
  readonly output?: ListFormat
  readonly csvSafe?: true
}

interface NewRow {
  readonly dimension: Dimension
  readonly value: string
  readonly first: number
  readonly events: number
  readonly facts: EventFacts
}

export async function runNew(uris: readonly string[], typed: NewFlags, io: Io): Promise<ExitCode> {
  const now = io.now()
  const window = resolveWindow(typedTimes(typed), now, typed.timeZone)
  const { start } = window
  if (start === undefined)
    throw new UsageError(
      'no time window given',
      'give --since 2024-08-17 or --last 7d, to list what is new since then',
    )
  const baseline = baselineOf(typed, start, now)
  const { start: _start, end: _end, last: _last, around: _around, ...rest } = typed
  const { startTime: _startTime, endTime: _endTime, ...flags } = rest
  return readEvents({ uris, flags, io }, async (reading) => {
    const { walk, filter } = reading.selection
    const times: Filter = {
      kind: 'any',
      of: [
        { kind: 'time', ...baseline },
        { kind: 'time', ...window },
      ],
    }
    const result = await reading.aggregate(
      { columns: [], lists: [], groups: DIMENSIONS.map(({ spec }) => spec) },
      { filter: allOf([filter, times]), walk: { ...walk, start: baseline.start, end: window.end } },
    )
    const aggregate = result.aggregate!
    const rows = newRows(aggregate, start)
    const writer = listWriter(
      listFormat(flags.output, io),
      columnsOf(timeFormatter(flags.timeZone)),
      io.out,
      {
        color: await colorFor(io.out, io.env, flags.color),
        ascii: needsAscii(io.env),
        csvSafe: flags.csvSafe,
      },
    )
    for (const row of rows) await writer.row(row)
    await writer.end()
    const uncounted = aggregate.groups.reduce((sum, group) => sum + group.uncounted, 0)
    tellUncounted(result.report.problems, 'new', uncounted)
    await say(
      io,
      aggregate.oldest < start
        ? []
        : [
            `note: no event in the baseline, so everything is new: ${
              typed.baseline === undefined
                ? 'these logs do not begin before the window'
                : 'these logs have none of that time'
            }`,
          ],
      flags.color,
    )
    const before = aggregate.oldest < start ? `, against a baseline from ${formatTime(aggregate.oldest)}` : ''
    return reading.finish(result, { verb: `counted, ${count(rows.length, 'value')} new${before}` })
  })
}

/** The period of --baseline, or everything before the window. */
function baselineOf({ baseline, timeZone }: NewFlags, start: number, now: Date): TimeWindow {
  if (baseline === undefined) return { end: start - 1 }
  const [from, to, ...more] = baseline.split('..')
  if (!from || !to || more.length > 0)
    throw new UsageError(
      `--baseline '${baseline}' is not a time range`,
      'write --baseline 2024-08-01..2024-08-15',
    )
  const range = rangeOf(baseline, { start: from, end: to }, now, timeZone)
  if ((range.end ?? Infinity) >= start) {
    throw new UsageError(
      `--baseline '${baseline}' overlaps the window that begins at ${formatTime(start)}`,
      'end it before --since',
    )
  }
  return range
}

/** An error names the option that was typed. */
function rangeOf(baseline: string, typed: TypedWindow, now: Date, timeZone: string | undefined): TimeWindow {
  try {
    return resolveWindow(typed, now, timeZone)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    if (/ is after --end /.test(error.message))
      throw new UsageError(`--baseline '${baseline}' ends before it begins`, 'write the earlier time first')
    const what = error.message.replace(/^--(?:start|end) /, '')
    throw new UsageError(`--baseline '${baseline}': ${what}`, error.hint)
  }
}

/** Values whose first event is in the window. Events without a time are ignored. */
function newRows(aggregate: AggregateSum, start: number): readonly NewRow[] {
  return DIMENSIONS.flatMap((dimension, d) => {
    const rows: NewRow[] = []
    for (const { cells, first, count: events, facts } of aggregate.groups[d]!.groups.values()) {
      const value = valueOf(dimension, cells)
      if (!(first >= start) || value === undefined || dimension.omit?.(value)) continue
      rows.push({ dimension, value, first, events, facts: JSON.parse(facts) as EventFacts })
    }
    return rows.sort((a, b) => a.first - b.first || (a.value < b.value ? -1 : 1))
  })
}

function valueOf({ name }: Dimension, [value = '', source = '']: readonly string[]): string | undefined {
  // Other services have a parameter of the same name, for a role that the service itself assumes.
  if (name === 'role-assumed') return source.startsWith('sts.') ? value : undefined
  return name === 'event-name' ? `${source.replace(/\.amazonaws\.com(?:\.cn)?$/, '')} ${value}` : value
}

function columnsOf(time: (at: number) => string): readonly ListColumn<NewRow>[] {
  return [
    {
      key: 'new',
      label: 'New',
      kind: 'whole',
      value: ({ dimension }) => dimension.name,
      shown: ({ dimension }) => dimension.label,
    },
    { key: 'value', label: 'Value', kind: 'value', value: ({ value }) => value },
    timeColumn({ key: 'first', label: 'First' }, ({ first }) => first, time),
    { key: 'events', label: 'Events', kind: 'whole', align: 'right', value: ({ events }) => events },
    {
      key: 'firstEventId',
      label: 'First event',
      kind: 'whole',
      value: ({ facts }) => facts.eventId,
      shown: ({ facts }) => facts.eventId?.slice(0, 8) ?? '',
    },
    {
      key: 'firstEventName',
      label: 'Event name',
      kind: 'name',
      dropOrder: 1,
      value: ({ facts }) => facts.eventName,
    },
    { key: 'firstIdentity', label: 'By', kind: 'resources', dropOrder: 2, value: ({ facts }) => facts.who },
  ]
}
