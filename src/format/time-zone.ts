// Formats event times in the reader's time zone. UTC is written as Z, every other zone as its numeric offset.

import { formatTime } from '../event/event-time.ts'
import { zoneOf } from '../util/zone.ts'

/**
 * Formats epoch milliseconds as `2024-08-18T11:48:43Z` or `2024-08-18T13:48:43+02:00`; empty for NaN. `name` is an
 * IANA name, an offset or `local`. Throws UsageError for an unknown one.
 */
export function timeFormatter(name: string = 'UTC'): (time: number) => string {
  const zone = zoneOf(name)
  if (zone.isUtc) return formatTime
  return (time) => {
    if (Number.isNaN(time)) return ''
    const offset = zone.offsetAt(time)
    return formatTime(time + offset).replace('Z', offsetText(offset))
  }
}

function offsetText(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60_000)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
