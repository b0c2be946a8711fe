// An event over JSON text: top-level strings and values are extracted at the offsets that the scanner recorded, and the
// record is parsed only if more is requested.

import { type Event, type LookupFields, type Origin, valuesUnder } from '../../event/event.ts'
import { parseEventTime } from '../../event/event-time.ts'
import { jsonOfMember } from '../../event/record-path.ts'
import { isObject, own, ownText, type Json, type JsonObject } from '../../util/json.ts'
import type { RecordView } from './record-view.ts'
import { isTextAt, Members, textAt } from '../json/members.ts'
import type { Scanner } from '../json/scan.ts'
import { SLOT, type SlotKey } from '../json/slots.ts'
import { MEMBER_SLOT, memberOf, MAX_MEMBERS } from '../json/table.ts'

const QUOTE = 0x22
const OPEN = 0x7b

export class LazyEvent implements Event {
  readonly origin: Origin
  private readonly view: RecordView
  private parsed: JsonObject | undefined
  private parts: Map<number, Json> | undefined
  private members: Members | undefined
  // True if the scanner has recorded the members of the identity; undefined before it was called.
  private hasMembers: boolean | undefined
  private when: number | undefined

  /** Valid as long as the view: until the next record is scanned. */
  constructor(view: RecordView, origin: Origin) {
    this.view = view
    this.origin = origin
  }

  /** The scanner that has just scanned the record. */
  get scanner(): Scanner {
    return this.view.scanner
  }

  get lookup(): LookupFields | undefined {
    return this.view.lookup
  }

  get isRestored(): boolean {
    return this.view.raw !== undefined
  }

  get withoutRecord(): boolean {
    return this.view.withoutRecord === true
  }

  get time(): number {
    if (this.when === undefined) {
      const time = this.view.scanner.time(SLOT.eventTime)
      this.when = Number.isNaN(time) ? parseEventTime(this.text('eventTime') ?? this.oddTime()) : time
    }
    return this.when
  }

  text(key: string): string | undefined {
    const slot = SLOT[key as SlotKey]
    if (slot === undefined || this.parsed !== undefined) {
      const value = own(this.record, key)
      return typeof value === 'string' && value !== '' ? value : undefined
    }
    return this.textOf(slot)
  }

  private textOf(slot: number): string | undefined {
    const { bytes, scanner } = this.view
    const start = scanner.slots[slot * 2]!
    if (start < 0 || bytes[start] !== QUOTE) return undefined
    const end = scanner.slots[slot * 2 + 1]!
    const length = end - start - 2
    if (length === 0) return undefined
    const place =
      slot * 64 +
      ((length + bytes[start + 1]! * 3 + bytes[start + 1 + (length >> 1)]! * 5 + bytes[end - 2]!) & 63)
    const known = knownTexts[place]!
    if (length === known.length && isTextAt(bytes, start + 1, known)) return known
    const text = textAt(bytes, start, end)
    if (text?.length === length) knownTexts[place] = text
    return text
  }

  textIn(key: string, name: string): string | undefined {
    const slot = SLOT[key as SlotKey]
    if (slot === undefined || this.parsed !== undefined || this.parts?.has(slot))
      return ownText(this.part(key), name)
    const { bytes, scanner } = this.view
    const start = scanner.slots[slot * 2]!
    if (start < 0 || bytes[start] !== OPEN) return undefined
    const member = slot === SLOT.userIdentity ? memberOf(name) : -1
    if (member >= 0) {
      this.hasMembers ??= scanner.members(start)
      if (this.hasMembers) return this.textOf(MEMBER_SLOT + member)
    }
    return this.membersAt(start).text(name)
  }

  valuesIn(key: string, name: string): readonly Json[] {
    const slot = SLOT[key as SlotKey]
    const { bytes, scanner } = this.view
    const start = slot === undefined ? -1 : scanner.slots[slot * 2]!
    if (slot === undefined || this.parsed !== undefined || this.parts?.has(slot) || bytes[start] !== OPEN)
      return valuesUnder(this.part(key), name)
    const value = this.membersAt(start).value(name)
    return value === undefined ? [] : [value]
  }

  private membersAt(start: number): Members {
    if (this.members?.start !== start) this.members = new Members(this.view.bytes, start)
    return this.members
  }

  part(key: string): Json | undefined {
    const slot = SLOT[key as SlotKey]
    if (slot === undefined || this.parsed !== undefined) return own(this.record, key)
    const { bytes, scanner } = this.view
    const start = scanner.slots[slot * 2]!
    if (start < 0) return undefined
    // The most frequent values: readOnly, and a response of null. The scanner has checked the complete word.
    const first = bytes[start]
    if (first === 0x74 || first === 0x66) return first === 0x74
    if (first === 0x6e) return null
    const known = this.parts?.get(slot)
    if (known !== undefined) return known
    const end = scanner.slots[slot * 2 + 1]!
    const value = slot === SLOT.userIdentity ? identityAt(bytes, start, end) : parsedAt(bytes, start, end)
    this.parts ??= new Map()
    this.parts.set(slot, value)
    return value
  }

  json(key: string): string {
    const { bytes, scanner, start, end } = this.view
    const slot = SLOT[key as SlotKey]
    if (slot === undefined) return jsonOfMember(bytes.toString('utf8', start, end), key)
    return bytes.toString('utf8', scanner.slots[slot * 2], scanner.slots[slot * 2 + 1])
  }

  get record(): JsonObject {
    if (this.parsed === undefined) {
      const value: unknown = JSON.parse(this.view.bytes.toString('utf8', this.view.start, this.view.end))
      this.parsed = isObject(value) ? value : {}
    }
    return this.parsed
  }

  // Aggregated records have a window instead of a time; some copies have a numeric time.
  private oddTime(): Json | undefined {
    return this.part('eventTime') ?? own(this.part('timeWindow'), 'windowStart')
  }
}

function parsedAt(bytes: Buffer, start: number, end: number): Json {
  return JSON.parse(bytes.toString('utf8', start, end)) as Json
}

// Events of one session have byte-identical identities. Parsed parts are never changed, so they can be shared.
const identities = new Map<string, Json>()
const MAX_IDENTITIES = 4096
const MAX_IDENTITY_BYTES = 4096

function identityAt(bytes: Buffer, start: number, end: number): Json {
  if (end - start > MAX_IDENTITY_BYTES) return parsedAt(bytes, start, end)
  const text = bytes.toString('latin1', start, end)
  let value = identities.get(text)
  if (value === undefined) {
    if (identities.size >= MAX_IDENTITIES) identities.clear()
    value = parsedAt(bytes, start, end)
    identities.set(text, value)
  }
  return value
}

// The texts that each slot had last, 64 places a slot, chosen by length and three letters: event names, Regions and the
// like come again and again, and several columns ask for one.
const knownTexts = Array<string>((MEMBER_SLOT + MAX_MEMBERS) * 64).fill('')
