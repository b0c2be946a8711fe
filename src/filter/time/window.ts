// Resolves --start, --end, --last and --around to one window of epoch milliseconds. A time without a zone is in the
// zone of --time-zone, or UTC. `now` is a parameter.

import { formatTime } from '../../event/event-time.ts'
import { UsageError } from '../../util/usage-error.ts'
import { UTC, type Zone, zoneOf } from '../../util/zone.ts'
import { parseDuration, shift } from './duration.ts'
import { parseSpan, type Span } from './forms.ts'

/** Option values as typed. */
export interface TypedWindow {
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly last?: string | undefined
  readonly around?: string | undefined
}

/** Epoch milliseconds, both inclusive. */
export interface TimeWindow {
  readonly start?: number
  readonly end?: number
}

/**
 * Throws UsageError for an invalid value or a contradiction. The window includes everything that the end covers: a
 * whole second, day, month or year.
 */
export function resolveWindow(typed: TypedWindow, now: Date, timeZone?: string): TimeWindow {
  const zone = timeZone === undefined ? UTC : zoneOf(timeZone)
  if (typed.around !== undefined) return aroundWindow(typed, now, zone)
  if (typed.start !== undefined && typed.last !== undefined) {
    throw new UsageError(
      `--start '${typed.start}' and --last '${typed.last}' both say where to begin`,
      'give one of them; --last can be combined with --end',
    )
  }
  const start = typed.start === undefined ? undefined : spanOf('--start', typed.start, { now, zone }).start
  // An end that is only a clock time is its next occurrence after the start: --start '2024-08-18 12:00' --end 12:10.
  const from = start ?? startOfToday(now, zone)
  const until = typed.end === undefined ? undefined : spanOf('--end', typed.end, { now, zone, from })
  const end = until && endOf(until)
  if (typed.last !== undefined) {
    const last = of('--last', typed.last, parseDuration)
    const reference =
      until === undefined ? now.getTime() : until.end === until.start ? until.end : until.end + 1
    return { start: shift(reference, last, -1, zone), ...(end === undefined ? {} : { end }) }
  }
  if (start !== undefined && end !== undefined && start > end) {
    const meant = `--start is ${formatTime(start)} and --end is ${formatTime(until!.start)}`
    throw new UsageError(`--start '${typed.start}' is after --end '${typed.end}'`, meant)
  }
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
}

/** Length before and after the time if none is given. */
const AROUND = '5m'

function aroundWindow({ around = '', ...others }: TypedWindow, now: Date, zone: Zone): TimeWindow {
  for (const [option, value] of Object.entries(others)) {
    if (value === undefined) continue
    throw new UsageError(
      `--around '${around}' and --${option} '${value}' cannot be combined`,
      'give one of them; --around says where to begin and to end',
    )
  }
  const [, time = around, length = AROUND] = /^(.*?)\s*(?:±|\+\/?-)\s*(.*)$/s.exec(around) ?? []
  const span = spanOf('--around', time, { now, zone })
  const margin = of('--around', length, parseDuration)
  return {
    start: shift(span.start, margin, -1, zone),
    end: endOf({ start: span.start, end: shift(span.end, margin, 1, zone) }),
  }
}

function spanOf(option: string, text: string, context: Parameters<typeof parseSpan>[1]): Span {
  return of(option, text, (value) => parseSpan(value, context))
}

/** An end given to the second includes the whole second. */
function endOf({ end }: Span): number {
  return end % 1000 === 0 ? end + 999 : end
}

function startOfToday(now: Date, zone: Zone): number {
  return parseSpan('today', { now, zone }).start
}

// Prefixes the message of a UsageError with the option's name.
function of<T>(option: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text)
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${option} ${error.message}`, error.hint) : error
  }
}
