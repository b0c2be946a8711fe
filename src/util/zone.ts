// Time zones: the one place that knows what the clocks of a place show. IANA names, `UTC`, `local`, and fixed offsets such
// as +09:00, which Node 20 does not take for names.

import { didYouMean } from './did-you-mean.ts'
import { UsageError } from './usage-error.ts'

export interface Zone {
  readonly isUtc: boolean
  /** Milliseconds east of UTC at a moment in epoch milliseconds. */
  readonly offsetAt: (time: number) => number
}

export const UTC: Zone = { isUtc: true, offsetAt: () => 0 }

/** Throws UsageError for a name that means no zone. */
export function zoneOf(name: string): Zone {
  const known = ZONES.get(name)
  if (known) return known
  const zone = fixedOffset(name) ?? ianaZone(name === 'local' ? localName() : name, name)
  ZONES.set(name, zone)
  return zone
}

// A zone remembers what it was asked, and columns, filters and charts of one run ask for the same one.
const ZONES = new Map<string, Zone>()

/**
 * When the clocks of a zone show this time, given as if it were UTC. Of an hour that comes twice the first is meant;
 * an hour that is left out counts as if the clocks had not been changed yet.
 */
export function fromClock(asUtc: number, zone: Zone): number {
  const before = zone.offsetAt(asUtc - DAY)
  const after = zone.offsetAt(asUtc + DAY)
  const candidates = [asUtc - before, asUtc - after]
  return candidates.find((time) => time + zone.offsetAt(time) === asUtc) ?? asUtc - before
}

/** What the clocks show at a moment, as if it were UTC. */
export function toClock(time: number, zone: Zone): number {
  return time + zone.offsetAt(time)
}

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const DAY = 86_400_000

/** `+09:00`, `-0330`, `+9`, `UTC+2`; undefined for anything else. Throws UsageError when there is no such offset. */
function fixedOffset(name: string): Zone | undefined {
  const m = /^(?:UTC)?([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(name)
  if (!m) return undefined
  const [, sign, hours, minutes = '00'] = m
  if (Number(hours) > 23 || Number(minutes) > 59) throw unknownZone(name)
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1)
  return offset === 0 ? UTC : { isUtc: false, offsetAt: () => offset }
}

function localName(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function ianaZone(name: string, typed: string): Zone {
  // The first to ask Intl for anything waits 20 ms for what it knows of languages.
  if (/^(?:z|gmt|utc)$/i.test(name)) return UTC
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  } catch {
    throw unknownZone(typed)
  }
  if (/^(?:Etc\/)?UTC$/.test(format.resolvedOptions().timeZone)) return UTC
  // No zone changes its offset inside a quarter of an hour, so Intl, which is slow, is asked once for each.
  const known = new Map<number, number>()
  return {
    isUtc: false,
    offsetAt(time) {
      const quarter = Math.floor(time / QUARTER)
      const found = known.get(quarter)
      if (found !== undefined) return found
      const offset = parseOffset(format.format(quarter * QUARTER))
      known.set(quarter, offset)
      return offset
    },
  }
}

/** Reads the `GMT+02:00` at the end of what Intl writes; plain `GMT` is no offset. Zones had seconds before 1972. */
function parseOffset(formatted: string): number {
  const m = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(formatted)
  if (!m) return 0
  const seconds = Number(m[2]) * 3600 + Number(m[3]) * 60 + Number(m[4] ?? 0)
  return seconds * (m[1] === '-' ? -1000 : 1000)
}

function unknownZone(typed: string): UsageError {
  const names = Intl.supportedValuesOf('timeZone')
  const city = typed.slice(typed.lastIndexOf('/') + 1).toLowerCase()
  const near =
    names.find((name) => name.slice(name.lastIndexOf('/') + 1).toLowerCase() === city) ??
    didYouMean(typed, names)
  const hint = 'use an IANA name such as Europe/Berlin, an offset such as +09:00, UTC or local'
  return new UsageError(
    `--time-zone '${typed}' is not a time zone`,
    near === undefined ? hint : `did you mean ${near}? ${hint}`,
  )
}
