// Finds records inside formats of other systems: the body of a queue message, a search result, a SIEM document, a page of
// saved answers. There is no list of formats: a record is recognized by itself, whatever surrounds it. Expects values that
// the scanner has accepted. Slower than for the shapes that CloudTrail itself writes, but linear.

import { gunzipSync } from 'node:zlib'
import type { LookupFields } from '../../event/event.ts'
import { Scanner, unquote } from '../json/scan.ts'
import { SLOT, type SlotKey } from '../json/slots.ts'
import { isObject, own, type Json } from '../../util/json.ts'
import { lookupFields } from './lookup-fields.ts'
import { athenaRows } from './query-results.ts'
import { minified } from '../json/minify.ts'
import { insideZlib } from '../thread-state.ts'
import { restore } from './restored.ts'
import type { RecordView } from './record-view.ts'

export interface Findings {
  records: number
  /** Texts with the marks of a record that are not valid JSON. */
  broken: number
  /** CloudWatch Logs' control messages, which test a new destination and contain no events. */
  control: number
  /** Number of the records that only exist as rows of a table of events. */
  withoutRecord: number
}

/** Maximum number of levels (objects, arrays and texts) around a record. */
const MAX_DEPTH = 16
/** Maximum number of nested texts; a notification in a queue message is two. */
const MAX_TEXTS = 5
/** Maximum inflated size of an embedded text, in bytes. */
const MAX_INFLATED = 64 << 20

const OPEN = 0x7b
const CLOSE = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const QUOTE = 0x22
const COMMA = 0x2c

/** Calls `visit` for each record in the value that begins at `start` of the scanner's text. */
export function searchEnvelope(scanner: Scanner, start: number, visit: (view: RecordView) => void): Findings {
  const search = new Search(visit)
  search.value(scanner, start, { depth: 0, texts: 0, lookup: undefined })
  return search.findings
}

export function isControlMessage(text: Uint8Array): boolean {
  return Buffer.from(text.buffer, text.byteOffset, CONTROL.length <= text.length ? CONTROL.length : 0).equals(
    CONTROL,
  )
}

const CONTROL = Buffer.from('CWL CONTROL MESSAGE')

interface Around {
  readonly depth: number
  readonly texts: number
  /** Fields that the nearest LookupEvents element has next to its record. */
  readonly lookup: LookupFields | undefined
}

class Search {
  readonly findings: Findings = { records: 0, broken: 0, control: 0, withoutRecord: 0 }
  private readonly visit: (view: RecordView) => void

  constructor(visit: (view: RecordView) => void) {
    this.visit = visit
  }

  value(scanner: Scanner, start: number, around: Around): void {
    const first = scanner.bytes[start]
    if (first === OPEN) this.object(scanner, start, around)
    else if (first === OPEN_ARRAY) this.array(scanner, start, around)
    else if (first === QUOTE) this.text(scanner, start, around)
  }

  private object(scanner: Scanner, start: number, around: Around): void {
    const { bytes } = scanner
    const end = scanner.object(start)
    const raw = bytes.subarray(start, end)
    if (looksWhole(scanner, start, end)) {
      // Splunk adds fields extracted from a record next to its text; only the text is used.
      const before = this.findings.records
      if (raw.includes('"_raw"')) this.members(scanner, start, around)
      if (this.findings.records > before) return
      this.findings.records++
      scanner.object(start)
      const isList = LISTS.some((key) => has(scanner, key))
      this.visit({ bytes, start, end, scanner, lookup: around.lookup })
      // CloudTrail records do not contain lists of records; if this one does, they are shown as well.
      if (isList) this.members(scanner, start, around)
      return
    }
    if (this.restored(raw, around.lookup)) return
    if (this.rows(raw, around)) return
    const isSaved = has(scanner, 'CloudTrailEvent')
    const lookup = isSaved ? lookupFields(JSON.parse(raw.toString())) : around.lookup
    this.members(scanner, start, { ...around, lookup })
  }

  private restored(raw: Buffer, lookup: LookupFields | undefined): boolean {
    const restored = restore(raw)
    if (restored === undefined) return false
    restoredScanner ??= new Scanner()
    const bytes = restoredScanner.load(restored.record)
    const end = restoredScanner.object(0)
    if (end !== bytes.length || !looksWhole(restoredScanner, 0, end)) return false
    this.findings.records++
    if (restored.withoutRecord) this.findings.withoutRecord++
    this.visit({
      bytes,
      start: 0,
      end,
      scanner: restoredScanner,
      lookup: restored.lookup ?? lookup,
      raw: minified(Buffer.from(raw), 0, raw.length),
      withoutRecord: restored.withoutRecord,
    })
    return true
  }

  // A page of query results.
  private rows(raw: Buffer, around: Around): boolean {
    const rows = around.depth < MAX_DEPTH ? athenaRows(raw) : undefined
    for (const row of rows ?? []) {
      rowScanner ??= new Scanner()
      rowScanner.load(row)
      this.value(rowScanner, 0, { ...around, depth: around.depth + 1 })
    }
    return rows !== undefined
  }

  private members(scanner: Scanner, start: number, around: Around): void {
    if (around.depth === MAX_DEPTH) return
    const { bytes } = scanner
    const inside: Around = { ...around, depth: around.depth + 1 }
    let i = scanner.skipSpace(start + 1)
    while (bytes[i] !== CLOSE) {
      const value = scanner.skipSpace(scanner.skipSpace(scanner.string(i)) + 1)
      this.value(scanner, value, inside)
      i = scanner.skipSpace(scanner.value(value))
      if (bytes[i] === COMMA) i = scanner.skipSpace(i + 1)
    }
  }

  private array(scanner: Scanner, start: number, around: Around): void {
    const { bytes } = scanner
    if (around.depth === MAX_DEPTH) return
    const inside: Around = { ...around, depth: around.depth + 1 }
    let i = scanner.skipSpace(start + 1)
    while (bytes[i] !== CLOSE_ARRAY) {
      this.value(scanner, i, inside)
      i = scanner.skipSpace(scanner.value(i))
      if (bytes[i] === COMMA) i = scanner.skipSpace(i + 1)
    }
  }

  // Any number of consecutive JSON values, plain or compressed as CloudWatch Logs sends them to Kinesis.
  private text(scanner: Scanner, start: number, around: Around): void {
    if (around.texts === MAX_TEXTS) return
    const text = innerText(scanner.bytes, start, scanner.string(start))
    if (text === undefined) return
    if (isControlMessage(text)) {
      this.findings.control++
      return
    }
    const inner = (scanners[around.texts] ??= new Scanner())
    const bytes = inner.load(text)
    const inside: Around = { ...around, depth: around.depth + 1, texts: around.texts + 1 }
    for (let i = inner.skipSpace(0); i < bytes.length;) {
      const end = inner.value(i)
      if (end < 0) {
        if (hasMarks(bytes.subarray(i))) this.findings.broken++
        return
      }
      this.value(inner, i, inside)
      i = inner.skipSpace(end)
    }
  }
}

let restoredScanner: Scanner | undefined
let rowScanner: Scanner | undefined
// One scanner per level of nested text, because a scanner holds one text at a time.
const scanners: Scanner[] = []

const LISTS = ['Records', 'Events', 'events', 'logEvents'] as const

/** Does the same for text that is not in a scanner yet. */
export function searchText(text: Uint8Array, visit: (view: RecordView) => void): Findings {
  looseScanner ??= new Scanner()
  looseScanner.load(text)
  return looseScanner.value(0) < 0 ? new Search(visit).findings : searchEnvelope(looseScanner, 0, visit)
}

let looseScanner: Scanner | undefined

/** Keys that a record must have if its context does not identify it. */
export function looksWhole(scanner: Scanner, start: number, end: number): boolean {
  if (isOtherService(scanner, start, end)) return false
  if (has(scanner, 'insightDetails', OPEN)) return true
  if (has(scanner, 'timeWindow', OPEN)) return has(scanner, 'eventVersion', QUOTE)
  return (
    has(scanner, 'eventName', QUOTE) &&
    has(scanner, 'eventTime') &&
    (has(scanner, 'eventSource', QUOTE) || has(scanner, 'eventVersion', QUOTE))
  )
}

/**
 * Lambda's inputs look like records of a service named `aws:kinesis`, `aws:sqs`, `aws:s3`, … The content is in a member with
 * the service's name, or in `body`; without one, the object is an altered record.
 */
export function isOtherService({ bytes, slots }: Scanner, start: number, end: number): boolean {
  const at = slots[SLOT.eventSource * 2]!
  if (at < 0 || bytes[at + 4] !== 0x3a || bytes.toString('latin1', at, at + 5) !== '"aws:') return false
  const service = unquote(bytes, at, slots[SLOT.eventSource * 2 + 1]!).slice(4)
  const object = JSON.parse(bytes.toString('utf8', start, end)) as Json
  return isObject(own(object, service)) || own(object, 'body') !== undefined
}

function has({ bytes, slots }: Scanner, key: SlotKey, byte?: number): boolean {
  const at = slots[SLOT[key] * 2]!
  return at >= 0 && (byte === undefined || bytes[at] === byte)
}

// Text of a JSON string if it can contain a record; undefined for all others, which are the majority.
function innerText(bytes: Buffer, start: number, end: number): Uint8Array | undefined {
  let i = start + 1
  while (bytes[i] === 0x20 || (bytes[i] === 0x5c && 'nrt'.includes(String.fromCharCode(bytes[i + 1]!))))
    i += bytes[i] === 0x20 ? 1 : 2
  const first = bytes[i]!
  if (first === OPEN || first === OPEN_ARRAY || bytes.subarray(i, i + CONTROL.length).equals(CONTROL))
    return Buffer.from(unquote(bytes, start, end).trim())
  if (end - start < 20) return undefined
  const head = bytes.toString('latin1', start + 1, start + 5)
  if (head !== 'H4sI' && !/^(?:ey|ew|W[3y])/.test(head)) return undefined
  return fromBase64(unquote(bytes, start, end), head === 'H4sI')
}

function fromBase64(text: string, isPacked: boolean): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  try {
    return isPacked ? insideZlib(() => gunzipSync(bytes, { maxOutputLength: MAX_INFLATED })) : bytes
  } catch {
    return undefined
  }
}

function hasMarks(text: Buffer): boolean {
  return text.includes('"eventTime"') && (text.includes('"eventName"') || text.includes('"eventVersion"'))
}
