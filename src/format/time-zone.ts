// Event times in a zone of the reader's choice. UTC is written with Z, every other zone with its numeric offset.

import { formatTime } from '../event/event-time.ts'
import { UsageError } from '../util/usage-error.ts'
import { printable } from './sanitize.ts'

/**
 * Epoch milliseconds to `2024-08-18T11:48:43Z` or `2024-08-18T13:48:43+02:00`; empty for NaN.
 * `zone`: an IANA name, or `local`. Throws UsageError for an unknown one.
 */
export function timeFormatter(zone: string = 'UTC'): (time: number) => string {
  if (zone.toUpperCase() === 'UTC') return formatTime
  const offsetAt = offsets(zone)
  return (time) => {
    if (Number.isNaN(time)) return ''
    const offset = offsetAt(time)
    return formatTime(time + offset.milliseconds).replace('Z', offset.text)
  }
}

interface Offset {
  readonly text: string
  readonly milliseconds: number
}

/** No zone changes its offset inside a quarter of an hour, so Intl, which is slow, is asked once for each. */
const QUARTER = 15 * 60_000

function offsets(zone: string): (time: number) => Offset {
  const format = offsetFormat(zone)
  const known = new Map<number, Offset>()
  return (time) => {
    const quarter = Math.floor(time / QUARTER)
    const found = known.get(quarter) ?? parseOffset(format.format(quarter * QUARTER))
    known.set(quarter, found)
    return found
  }
}

function offsetFormat(zone: string): Intl.DateTimeFormat {
  try {
    const timeZone = zone === 'local' ? {} : { timeZone: zone }
    return new Intl.DateTimeFormat('en-US', { ...timeZone, timeZoneName: 'longOffset' })
  } catch {
    throw new UsageError(
      `unknown time zone: ${printable(zone)}`,
      'give an IANA name such as Europe/Berlin, or UTC, or local',
    )
  }
}

/** Reads the `GMT+02:00` at the end of what Intl writes; plain `GMT` is no offset. */
function parseOffset(formatted: string): Offset {
  const m = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(formatted)
  if (m?.[1] === undefined) return { text: '+00:00', milliseconds: 0 }
  const minutes = Number(m[2]) * 60 + Number(m[3])
  return { text: `${m[1]}${m[2]}:${m[3]}`, milliseconds: (m[1] === '-' ? -minutes : minutes) * 60_000 }
}
