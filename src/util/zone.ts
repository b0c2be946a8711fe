// Time zones and wall-clock times: IANA names, `UTC`, `local`, and fixed offsets such as +09:00, which Node 20 does not
// accept as zone names.

import { didYouMean } from './did-you-mean.ts'
import { UsageError } from './usage-error.ts'

export interface Zone {
  readonly isUtc: boolean
  /** Offset from UTC in milliseconds, positive to the east, at a time in epoch milliseconds. */
  readonly offsetAt: (time: number) => number
}

export const UTC: Zone = { isUtc: true, offsetAt: () => 0 }

/** Throws UsageError for an unknown zone. */
export function zoneOf(name: string): Zone {
  const known = ZONES.get(name)
  if (known) return known
  const zone = fixedOffset(name) ?? ianaZone(name === 'local' ? localName() : name, name)
  ZONES.set(name, zone)
  return zone
}

// Zones are cached, because each one caches its offsets, and columns, filters and charts of a run use the same zone.
const ZONES = new Map<string, Zone>()

/**
 * The time at which the zone's clocks show `asUtc`, a wall-clock time written as if it were UTC. In an hour that
 * occurs twice the first is meant; a time in a skipped hour is read with the offset before the change.
 */
export function fromClock(asUtc: number, zone: Zone): number {
  const before = zone.offsetAt(asUtc - DAY)
  const after = zone.offsetAt(asUtc + DAY)
  const candidates = [asUtc - before, asUtc - after]
  return candidates.find((time) => time + zone.offsetAt(time) === asUtc) ?? asUtc - before
}

/** The zone's wall-clock time at `time`, as if it were UTC. */
export function toClock(time: number, zone: Zone): number {
  return time + zone.offsetAt(time)
}

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const DAY = 86_400_000

/**
 * `+09:00`, `-0330`, `+9`, `UTC+2`; undefined for anything else. Throws UsageError for an offset that does not exist.
 */
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
  // Checked first, because the first use of Intl takes 20 ms.
  if (/^(?:z|gmt|utc)$/i.test(name)) return UTC
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  } catch {
    throw unknownZone(typed)
  }
  if (/^(?:Etc\/)?UTC$/.test(format.resolvedOptions().timeZone)) return UTC
  // No zone changes its offset within a quarter of an hour, so Intl, which is slow, is called once for each.
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

/** Parses the `GMT+02:00` at the end of Intl's text; plain `GMT` means no offset. Before 1972 offsets had seconds. */
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
