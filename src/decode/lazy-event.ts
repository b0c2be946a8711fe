// An event over bytes that are still JSON text: top-level strings and values are cut out where the scanner saw
// them, the whole record is parsed only when somebody asks for more.

import type { Event, LookupFields, Origin } from '../event/event.ts'
import { parseEventTime } from '../event/event-time.ts'
import { isObject, own, type Json, type JsonObject } from '../util/json.ts'
import type { RecordView } from './elements.ts'
import { SLOT, type SlotKey } from './scan.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c

export class LazyEvent implements Event {
  readonly origin: Origin
  private readonly view: RecordView
  private parsed: JsonObject | undefined
  private parts: Map<number, Json> | undefined
  private when: number | undefined

  /** Lives as long as the view: until the next record is scanned. */
  constructor(view: RecordView, origin: Origin) {
    this.view = view
    this.origin = origin
  }

  get lookup(): LookupFields | undefined {
    return this.view.lookup
  }

  get time(): number {
    return (this.when ??= this.fixedTime() ?? parseEventTime(this.text('eventTime') ?? this.oddTime()))
  }

  text(key: string): string | undefined {
    const slot = SLOT[key as SlotKey]
    if (slot === undefined || this.parsed !== undefined) {
      const value = own(this.record, key)
      return typeof value === 'string' && value !== '' ? value : undefined
    }
    const { bytes, scanner } = this.view
    const start = scanner.slots[slot * 2]!
    if (start < 0 || bytes[start] !== QUOTE) return undefined
    const end = scanner.slots[slot * 2 + 1]!
    if (end - start === 2) return undefined
    for (let i = start + 1; i < end; i++) {
      const c = bytes[i]!
      if (c === BACKSLASH) return JSON.parse(bytes.toString('utf8', start, end)) as string
      if (c >= 0x80) return bytes.toString('utf8', start + 1, end - 1)
    }
    return bytes.toString('latin1', start + 1, end - 1)
  }

  part(key: string): Json | undefined {
    const slot = SLOT[key as SlotKey]
    if (slot === undefined || this.parsed !== undefined) return own(this.record, key)
    const { bytes, scanner } = this.view
    const start = scanner.slots[slot * 2]!
    if (start < 0) return undefined
    const known = this.parts?.get(slot)
    if (known !== undefined) return known
    const value = JSON.parse(bytes.toString('utf8', start, scanner.slots[slot * 2 + 1])) as Json
    this.parts ??= new Map()
    this.parts.set(slot, value)
    return value
  }

  get record(): JsonObject {
    if (this.parsed === undefined) {
      const value: unknown = JSON.parse(this.view.bytes.toString('utf8', this.view.start, this.view.end))
      this.parsed = isObject(value) ? value : {}
    }
    return this.parsed
  }

  // The form that all but a handful of records have, `"2024-08-18T11:48:43Z"`, read without making a string.
  private fixedTime(): number | undefined {
    const { bytes, scanner } = this.view
    const i = scanner.slots[SLOT.eventTime * 2]! + 1
    if (i === 0 || scanner.slots[SLOT.eventTime * 2 + 1]! - i !== 21) return undefined
    if (bytes[i + 10] !== 0x54 || bytes[i + 19] !== 0x5a || bytes[i + 13] !== 0x3a || bytes[i + 16] !== 0x3a)
      return undefined
    if (bytes[i + 4] !== 0x2d || bytes[i + 7] !== 0x2d) return undefined
    const year = two(bytes, i) * 100 + two(bytes, i + 2)
    const [month, day] = [two(bytes, i + 5), two(bytes, i + 8)]
    const [hour, minute, second] = [two(bytes, i + 11), two(bytes, i + 14), two(bytes, i + 17)]
    // Anything but plain digits in range goes the long way (and is probably no time at all).
    if (
      !(
        year >= 1970 &&
        month >= 1 &&
        month <= 12 &&
        day >= 1 &&
        day <= 28 &&
        hour < 24 &&
        minute < 60 &&
        second < 60
      )
    ) {
      return undefined
    }
    return Date.UTC(year, month - 1, day, hour, minute, second)
  }

  // Aggregated records have a window and no time; some copies have a number for a time.
  private oddTime(): Json | undefined {
    return this.part('eventTime') ?? own(this.part('timeWindow'), 'windowStart')
  }
}

function two(bytes: Uint8Array, at: number): number {
  const a = bytes[at]! - 0x30
  const b = bytes[at + 1]! - 0x30
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : Number.NaN
}
