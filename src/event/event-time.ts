// Parses `eventTime` and similar fields: ISO 8601 extended or basic, with or without seconds and fractions, UTC unless
// an offset is given. Athena prints `2024-08-18 10:00:00.000 UTC`.

const FORM =
  /^(\d{4})-?(\d\d)-?(\d\d)[Tt ](\d\d):?(\d\d)(?::?(\d\d)([.,]\d{1,9})?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i

const EPOCH = /^\d{9,10}(?:\.\d{1,9})?$|^\d{13}$/

/** Epoch milliseconds, or NaN. Accepts epoch seconds too, which old AWS CLI versions printed. */
export function parseEventTime(value: unknown): number {
  if (typeof value === 'number') return new Date(value < 1e11 ? value * 1000 : value).getTime() // NaN if out of range
  if (typeof value !== 'string') return Number.NaN
  if (EPOCH.test(value)) return parseEventTime(Number(value))
  const m = FORM.exec(value)
  if (!m) return Number.NaN
  const [, year, month, day, hour, minute, second = '00', fraction = '', named = 'Z'] = m
  const zone = /^[+-]/.test(named) ? named.replace(/^(...)(\d\d)$/, '$1:$2') : 'Z'
  const part = fraction.replace(',', '.').slice(0, 4)
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${part}${zone}`)
}

/**
 * `2024-08-18T11:48:43Z`, with milliseconds only if they are not zero; empty for NaN and for times outside Date's
 * range.
 */
export function formatTime(time: number): string {
  if (!(Math.abs(time) <= LAST_DATE)) return ''
  const day = Math.floor(time / DAY)
  const seconds = (time - day * DAY) / 1000
  if (!Number.isInteger(seconds)) return new Date(time).toISOString().replace('.000Z', 'Z')
  if (day !== lastDay) {
    lastDayText = new Date(time).toISOString().slice(0, -CLOCK.length)
    lastDay = day
  }
  const minutes = Math.floor(seconds / 60)
  return `${lastDayText}${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}Z`
}

const DAY = 86_400_000
const LAST_DATE = 1e8 * DAY
const CLOCK = '11:48:43.000Z'
const TWO = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))

// Cached, because consecutive events are nearly always of the same day, and a Date costs five times as much as the
// arithmetic.
let lastDay = Number.NaN
let lastDayText = ''
