// Parses one time as typed, in every form that people and the AWS CLI use, to the period that it covers. `now` is a
// parameter.

import { UsageError } from '../../util/usage-error.ts'
import { fromClock, toClock, UTC, type Zone, zoneOf } from '../../util/zone.ts'
import { parseDuration, shift } from './duration.ts'

/**
 * Epoch milliseconds, both inclusive. A moment covers one millisecond; a day, a month or a year covers all of its
 * milliseconds.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface TimeContext {
  readonly now: Date
  /** Zone for times that do not include one. */
  readonly zone: Zone
  /**
   * A clock time without a date means its first occurrence from here on; without `from`, its latest occurrence before
   * `now`.
   */
  readonly from?: number | undefined
}

/** Throws UsageError. */
export function parseSpan(text: string, context: TimeContext): Span {
  const trimmed = text.trim()
  const found = ofNow(trimmed, context) ?? ofCalendar(trimmed, context)
  if (found === undefined || Number.isNaN(found.start)) throw notATime(text)
  return found
}

function notATime(text: string): UsageError {
  return new UsageError(
    `'${text}' is not a time`,
    'write 2024-08-18, 2024-08, 2024-08-18T11:40:00Z, "2024-08-18 13:40", 12:00, today, yesterday, monday, -2h or epoch seconds; see `trail-explore help filters`',
  )
}

/** Epoch seconds or milliseconds, `now`, `-2h`, `2h ago`. */
function ofNow(text: string, { now, zone }: TimeContext): Span | undefined {
  if (/^now$/i.test(text)) return moment(now.getTime())
  if (/^\d{9,11}(?:\.\d{1,9})?$/.test(text)) return moment(Math.round(Number(text) * 1000))
  if (/^\d{12,13}$/.test(text)) return moment(Number(text))
  const ago = /^-\s*(\d.*)$/.exec(text)?.[1] ?? /^(\d.*?)\s+ago$/i.exec(text)?.[1]
  if (ago === undefined) return undefined
  try {
    return moment(shift(now.getTime(), parseDuration(ago), -1, zone))
  } catch {
    return undefined
  }
}

function moment(time: number): Span {
  return { start: time, end: time }
}

/** A whole year has no month, a whole month no day. */
type YearMonthDay = readonly [year: number, month?: number, day?: number]

function ofCalendar(text: string, context: TimeContext): Span | undefined {
  const clock = CLOCK.exec(text)
  if (!clock) {
    const date = dateOf(text, context.now, context.zone)
    return date && whole(date, context.zone)
  }
  const seconds = secondsOf(clock)
  const zone = clockZone(clock.groups?.['zone'], context.zone)
  if (seconds === undefined || zone === undefined) return undefined
  const day = text.slice(0, clock.index)
  if (day === '') return moment(withoutDay(seconds, context, zone))
  const date = dateOf(day, context.now, zone)
  if (date === undefined || date[2] === undefined) return undefined
  return moment(fromClock(utcOf(date) + seconds, zone))
}

/** A clock time at the end of the text: 11:40, 11:40:01.25, 01:16 PM, 1pm, T1140, each with or without a zone. */
const CLOCK =
  /(?:^|T|,\s*|\s+)(?:(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?<fraction>[.,]\d{1,9})?)?(?:\s*(?<half>[ap]m))?|(?<halfHour>\d{1,2})\s*(?<onlyHalf>[ap]m)|(?<=T)(?<basicHour>\d\d)(?<basicMinute>\d\d)(?:(?<basicSecond>\d\d)(?<basicFraction>[.,]\d{1,9})?)?)\s*(?<zone>Z|UTC|GMT|\(?(?:UTC|GMT)?[+-]\d\d?(?::?\d\d)?\)?)?$/i

/** Milliseconds since midnight; undefined for an invalid clock time. */
function secondsOf({ groups = {} }: RegExpExecArray): number | undefined {
  const half = (groups['half'] ?? groups['onlyHalf'])?.toLowerCase()
  const typed = Number(groups['hour'] ?? groups['halfHour'] ?? groups['basicHour'])
  const minute = Number(groups['minute'] ?? groups['basicMinute'] ?? 0)
  const second = Number(groups['second'] ?? groups['basicSecond'] ?? 0)
  const fraction = (groups['fraction'] ?? groups['basicFraction'] ?? '.0').slice(1, 4).padEnd(3, '0')
  if (half !== undefined && (typed < 1 || typed > 12)) return undefined
  const hour = half === undefined ? typed : (typed % 12) + (half === 'pm' ? 12 : 0)
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction)
}

/** The zone typed with the time, or else `otherwise`; undefined if the offset does not exist. */
function clockZone(text: string | undefined, otherwise: Zone): Zone | undefined {
  if (text === undefined) return otherwise
  const offset = text.replace(/^\(|\)$/g, '').replace(/^(?:UTC|GMT)(?=[+-])/i, '')
  if (/^(?:z|utc|gmt)$/i.test(offset)) return UTC
  try {
    return zoneOf(offset)
  } catch {
    return undefined
  }
}

function withoutDay(seconds: number, { now, from }: TimeContext, zone: Zone): number {
  const reference = from ?? now.getTime()
  const midnight = startOfDay(toClock(reference, zone))
  const onThatDay = fromClock(midnight + seconds, zone)
  if (from !== undefined) return onThatDay >= from ? onThatDay : fromClock(midnight + DAY + seconds, zone)
  return onThatDay <= reference ? onThatDay : fromClock(midnight - DAY + seconds, zone)
}

const DAY = 86_400_000

function startOfDay(clock: number): number {
  return Math.floor(clock / DAY) * DAY
}

function dateOf(text: string, now: Date, zone: Zone): YearMonthDay | undefined {
  for (const [form, read] of DATES) {
    const m = form.exec(text)
    if (m) return existing(read(m, startOfDay(toClock(now.getTime(), zone))))
  }
  return undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

/** `today` is midnight of the current day, in the zone's wall-clock time as if it were UTC. */
type ReadDate = (m: RegExpExecArray, today: number) => YearMonthDay

const DATES: readonly (readonly [form: RegExp, read: ReadDate])[] = [
  [/^([12]\d{3})([-/]?)(\d\d)\2(\d\d)$/, (m) => [Number(m[1]), Number(m[3]), Number(m[4])]],
  [/^([12]\d{3})[-/](\d\d)$/, (m) => [Number(m[1]), Number(m[2])]],
  [/^([12]\d{3})$/, (m) => [Number(m[1])]],
  // The AWS CLI's form: month first.
  [/^(\d\d)([-/])(\d\d)\2([12]\d{3})$/, (m) => [Number(m[4]), Number(m[1]), Number(m[3])]],
  [
    new RegExp(`^${MONTH_NAME}\\.?\\s+(\\d{1,2}),?\\s+([12]\\d{3})$`, 'i'),
    (m) => [Number(m[3]), monthOf(m[1]!), Number(m[2])],
  ],
  [
    new RegExp(`^(\\d{1,2})\\.?[\\s-]+${MONTH_NAME}\\.?,?[\\s-]+([12]\\d{3})$`, 'i'),
    (m) => [Number(m[3]), monthOf(m[2]!), Number(m[1])],
  ],
  [/^today$/i, (_m, today) => partsOf(today)],
  [/^yesterday$/i, (_m, today) => partsOf(today - DAY)],
  [
    /^(last\s+)?(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?$/i,
    // The latest such day, which may be today, unless the text says "last".
    (m, today) => {
      const wanted = WEEKDAYS.indexOf(m[2]!.slice(0, 3).toLowerCase())
      const back = (new Date(today).getUTCDay() - wanted + 7) % 7
      return partsOf(today - (back === 0 && m[1] !== undefined ? 7 : back) * DAY)
    },
  ],
]

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function partsOf(midnight: number): YearMonthDay {
  const date = new Date(midnight)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}

/** undefined for a date that does not exist: Date would turn 30 February into 1 March. */
function existing(date: YearMonthDay): YearMonthDay | undefined {
  const [year, month, day] = date
  if (month === undefined) return date
  if (month < 1 || month > 12) return undefined
  return day === undefined || partsOf(utcOf([year, month, day])).join() === date.join() ? date : undefined
}

function utcOf([year, month = 1, day = 1]: YearMonthDay): number {
  return Date.UTC(year, month - 1, day)
}

/** A whole day, month or year in the zone's wall-clock time. */
function whole(date: YearMonthDay, zone: Zone): Span {
  const [year, month, day] = date
  const next =
    month === undefined
      ? Date.UTC(year + 1, 0)
      : day === undefined
        ? Date.UTC(year, month)
        : utcOf(date) + DAY
  return { start: fromClock(utcOf(date), zone), end: fromClock(next, zone) - 1 }
}
