// Times as typed: --start, --end and --last, resolved to one window of epoch milliseconds. A time without a zone is UTC,
// or in the zone that --time-zone names. `now` is always handed in.

import { formatTime } from '../event/event-time.ts'
import { UsageError } from '../util/usage-error.ts'

/** What was typed. */
export interface TypedWindow {
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly last?: string | undefined
}

/** Epoch milliseconds, both inclusive. */
export interface TimeWindow {
  readonly start?: number
  readonly end?: number
}

export interface TimeContext {
  readonly now: Date
  /** An IANA zone for times that name none; UTC if undefined. */
  readonly timeZone?: string | undefined
}

/** Throws UsageError for a bad value and for a contradiction. The whole second of the end belongs to the window. */
export function resolveWindow(typed: TypedWindow, now: Date, timeZone?: string): TimeWindow {
  const context = { now, timeZone }
  if (typed.start !== undefined && typed.last !== undefined) {
    throw new UsageError(
      `--start '${typed.start}' and --last '${typed.last}' both say where to begin`,
      'give one of them; --last goes together with --end',
    )
  }
  const until = typed.end === undefined ? undefined : of('--end', () => parseTime(typed.end!, context))
  const end = until !== undefined && until % 1000 === 0 ? until + 999 : until
  if (typed.last !== undefined) {
    const length = of('--last', () => parseDuration(typed.last!))
    const start = (until ?? now.getTime()) - length
    return end === undefined ? { start } : { start, end }
  }
  const start = typed.start === undefined ? undefined : of('--start', () => parseTime(typed.start!, context))
  if (start !== undefined && end !== undefined && start > end) {
    const meant = `--start is ${formatTime(start)} and --end is ${formatTime(until ?? end)}`
    throw new UsageError(`--start '${typed.start}' is after --end '${typed.end}'`, meant)
  }
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
}

// Says which option a bad value is of.
function of(option: string, parse: () => number): number {
  try {
    return parse()
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${option} ${error.message}`, error.hint) : error
  }
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

/** Milliseconds of `30m`, `12h`, `90d` or `2w`. Throws UsageError. */
export function parseDuration(text: string): number {
  const m = /^(\d{1,5})([mhdw])$/.exec(text)
  const milliseconds = m ? Number(m[1]) * UNITS[m[2] as keyof typeof UNITS] : 0
  if (milliseconds > 0) return milliseconds
  throw new UsageError(
    `'${text}' is not a length of time`,
    'write minutes, hours, days or weeks: 30m, 12h, 90d, 2w',
  )
}

const FORM =
  /^([12]\d{3})([-/]?)(\d\d)\2(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)([.,]\d{1,9})?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i
const EPOCH = /^\d{9,11}(\.\d{1,9})?$/

/** Epoch milliseconds. A date alone is its first moment. Throws UsageError. */
export function parseTime(text: string, context: TimeContext): number {
  if (text === 'now') return context.now.getTime()
  if (EPOCH.test(text)) return Math.round(Number(text) * 1000)
  const m = FORM.exec(text)
  if (!m) throw bad(text)
  const [, year, , month, day, hour = '00', minute = '00', second = '00', fraction = '.0', zone] = m
  const utc = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(1, 4).padEnd(3, '0')}Z`
  const time = Date.parse(utc)
  // Date.parse lets 30 February pass as 1 March.
  if (Number.isNaN(time) || new Date(time).toISOString() !== utc) throw bad(text)
  if (zone !== undefined) return time - offsetOf(zone, text)
  return context.timeZone === undefined ? time : inZone(time, context.timeZone)
}

function bad(text: string): UsageError {
  return new UsageError(
    `'${text}' is not a time`,
    'write 2024-08-18, 2024-08-18T11:40:00Z, 2024-08-18T13:40:00+02:00 or epoch seconds',
  )
}

/** Milliseconds east of UTC of `Z`, `+02`, `+0200` or `+02:00`. */
function offsetOf(zone: string, text: string): number {
  const m = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (!m) return 0
  const [, sign, hours, minutes = '00'] = m
  if (Number(hours) > 23 || Number(minutes) > 59) throw bad(text)
  const offset = Number(hours) * UNITS.h + Number(minutes) * UNITS.m
  return sign === '-' ? -offset : offset
}

/** Throws UsageError for a zone that is not in the IANA data base. */
export function checkTimeZone(timeZone: string): void {
  formatterOf(timeZone)
}

/**
 * When the clocks of a zone show this time, given as if it were UTC. Of an hour that comes twice the first is meant;
 * an hour that is left out counts as if the clocks had not been changed yet.
 */
function inZone(asUtc: number, timeZone: string): number {
  const format = formatterOf(timeZone)
  const before = zoneOffset(asUtc - UNITS.d, format)
  const after = zoneOffset(asUtc + UNITS.d, format)
  const candidates = [asUtc - before, asUtc - after]
  return candidates.find((time) => time + zoneOffset(time, format) === asUtc) ?? asUtc - before
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch {
    throw new UsageError(
      `--time-zone '${timeZone}' is not a time zone`,
      'use an IANA name such as Europe/Berlin, or UTC',
    )
  }
}

/** Milliseconds east of UTC at a moment. */
function zoneOffset(time: number, format: Intl.DateTimeFormat): number {
  const parts = Object.fromEntries(format.formatToParts(time).map((part) => [part.type, part.value]))
  const shown = `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}Z`
  return Date.parse(shown) - Math.floor(time / 1000) * 1000
}
