// Classifies an object in a log file: a record, something that contains one record (a saved LookupEvents element, an
// EventBridge envelope, a CloudWatch Logs event), or not a part of a log file. Does not know the context of the object;
// envelope.ts searches objects of other kinds.

import { thousands } from '../../util/format.ts'
import { Scanner, unquote } from '../json/scan.ts'
import { SLOT, type SlotKey } from '../json/slots.ts'
import { type CsvRow } from './csv.ts'
import { type Findings, isControlMessage, isOtherService, searchEnvelope, searchText } from './envelope.ts'
import { lookupFields } from './lookup-fields.ts'
import type { RecordView } from './record-view.ts'

export interface RecordIssue {
  readonly kind: 'damaged' | 'skipped' | 'partial'
  readonly what: string
}

/** Maximum number of issues kept per file, so that a completely damaged file does not fill the memory. */
const MAX_ISSUES = 20

const OPEN = 0x7b
const QUOTE = 0x22

// For JSON inside a string. One scanner is enough, because such texts are processed one after the other.
let innerScanner: Scanner | undefined

export class Elements {
  /** Entries seen, including broken ones. */
  count = 0
  /** Offset up to which everything has been classified. */
  reached = 0
  private readonly bytes: Buffer
  private readonly scanner: Scanner
  private readonly visit: (view: RecordView) => void
  private readonly issues: RecordIssue[] = []
  private unnamed = 0
  private unnamedBytes = 0
  private notifications = 0
  private digests = 0
  private foreign = 0
  private control = 0
  private otherMessages = 0
  private enveloped = false
  private withoutRecord = 0
  private foreignExample = ''

  constructor(scanner: Scanner, visit: (view: RecordView) => void) {
    this.bytes = scanner.bytes
    this.scanner = scanner
    this.visit = visit
  }

  get isUntouched(): boolean {
    return this.count === 0 && this.issues.length === 0 && this.digests === 0
  }

  /** `passedOver`: number of bytes that had to be skipped there. */
  damaged(what: string, passedOver = 0): void {
    if (this.issues.length < MAX_ISSUES)
      return void this.issues.push({ kind: 'damaged', what: what + passedOverText(passedOver) })
    this.unnamed++
    this.unnamedBytes += passedOver
  }

  skipped(what: string): void {
    this.issues.push({ kind: 'skipped', what })
  }

  /** Returns the issues of the complete file. */
  finish(): readonly RecordIssue[] {
    if (this.unnamed > 0) {
      const what = `${this.unnamed} more places are damaged${passedOverText(this.unnamedBytes)}`
      this.issues.push({ kind: 'damaged', what })
    }
    if (this.notifications > 0 && this.notifications === this.count)
      this.skipped('an S3 event notification, not a log file')
    else if (this.notifications > 0)
      this.damaged(`${this.notifications} of ${this.count} entries are S3 event notifications`)
    if (this.digests > 0) this.skipped('a digest document, not a log file')
    if (this.withoutRecord > 0) {
      const events = this.withoutRecord === 1 ? '1 event' : `${thousands(this.withoutRecord)} events`
      this.issues.push({ kind: 'partial', what: `${events} from a CSV download, which has no records` })
    }
    const others = this.foreign + this.otherMessages
    if (this.control > 0 && this.count === 0) this.skipped('only control messages of CloudWatch Logs')
    if (others > 0 && others === this.count) {
      this.skipped(`not a CloudTrail log file (${this.foreignExample})`)
    } else if (others > 0 && this.enveloped) {
      // Among records in envelopes there are messages of other senders.
      this.skipped(`${others} of ${this.count} entries are not CloudTrail's (${this.foreignExample})`)
    } else if (this.foreign > 0) {
      const what = `${this.foreign} of ${this.count} entries are not CloudTrail records (${this.foreignExample})`
      this.issues.push({ kind: 'damaged', what })
    }
    return this.issues
  }

  /** True if the object just scanned has one of the keys of lists of records. */
  isWrapper(): boolean {
    return this.has('Records') || this.has('Events') || this.has('events') || this.has('logEvents')
  }

  hasId(): boolean {
    return this.has('eventID')
  }

  /** True if the object just scanned has the marks of a record or of an envelope of one. */
  looksLikeRecord(): boolean {
    return (
      this.has('eventTime') ||
      this.has('eventVersion') ||
      this.has('timeWindow') ||
      this.has('CloudTrailEvent') ||
      (this.has('detail') && this.has('detail-type')) ||
      (this.startsWith('message', QUOTE) && this.messageBegins(OPEN))
    )
  }

  /** True if the object just scanned is a record or contains exactly one. */
  isElement(): boolean {
    // An object with a list of records contains several, even if it looks like a record.
    if (this.isWrapper()) return false
    return (
      this.has('eventVersion') ||
      this.has('eventTime') ||
      this.has('eventName') ||
      this.has('eventID') ||
      this.has('insightDetails') ||
      this.has('timeWindow') ||
      this.startsWith('detail', OPEN) ||
      this.startsWith('CloudTrailEvent', QUOTE) ||
      this.startsWith('message', QUOTE)
    )
  }

  /** True if the object just scanned has all keys that every CloudTrail record has. */
  isComplete(): boolean {
    return this.has('eventTime') && this.has('eventName') && this.has('eventID')
  }

  /** Takes the object just scanned, for which `isElement` is true. */
  take(start: number, end: number): void {
    this.count++
    this.reached = end
    const { bytes, scanner } = this
    if (!this.has('eventTime') && !this.has('eventVersion')) {
      if (this.startsWith('CloudTrailEvent', QUOTE)) return this.inner('CloudTrailEvent', start, end)
      if (this.startsWith('message', QUOTE)) return this.inner('message', start, end)
      if (this.startsWith('detail', OPEN)) return this.detail(start, end)
    }
    if (isOtherService(scanner, start, end)) this.opened(start, end, this.isNotification())
    else this.visit({ bytes, start, end, scanner, lookup: undefined })
  }

  /** Counts the object just scanned as something else. */
  refuse(start: number, end: number): void {
    this.reached = end
    if (this.has('digestS3Object') || this.has('digestEndTime')) {
      this.digests++
      return
    }
    this.count++
    this.opened(start, end)
  }

  /** Takes all records anywhere in an array or a text; false if there are none. */
  search(start: number): boolean {
    return this.found(searchEnvelope(this.scanner, start, this.visit), `what begins at byte ${start}`)
  }

  /** Takes a row of the console's CSV. */
  row({ number, object, isWhole }: CsvRow): void {
    if (!isWhole) this.damaged(`row ${number} does not have as many cells as the header`)
    if (this.found(searchText(object, this.visit), `row ${number}`)) return
    this.count++
    if (object.includes('"Event time"')) {
      if (isWhole) this.damaged(`row ${number} has no time or no name of an event`)
      return
    }
    this.otherMessages++
    if (this.foreignExample === '') this.foreignExample = `row ${number} is another log's`
  }

  private found({ records, broken, control, withoutRecord }: Findings, where: string): boolean {
    this.withoutRecord += withoutRecord
    this.count += records + broken
    this.control += control
    if (records > 0) this.enveloped = true
    if (broken > 0) this.damaged(`${broken} of the records in the texts of ${where} are broken`)
    return records + broken + control > 0
  }

  private opened(start: number, end: number, isNotification = false): void {
    // Its records are counted instead of it.
    this.count--
    if (this.search(start)) return
    this.count++
    if (isNotification) this.notifications++
    else this.foreigner(start, end)
  }

  private foreigner(start: number, end: number): void {
    this.foreign++
    if (this.foreignExample !== '') return
    const keys = Object.keys(JSON.parse(this.bytes.toString('utf8', start, end)) as object).slice(0, 3)
    this.foreignExample =
      keys.length > 0
        ? `its keys are ${keys.map((key) => JSON.stringify(key.slice(0, 40))).join(', ')}, …`
        : 'an empty object'
  }

  // The record is a part of the envelope's bytes.
  private detail(start: number, end: number): void {
    const { bytes, scanner } = this
    const from = scanner.slots[SLOT.detail * 2]!
    const to = scanner.object(from)
    if (isRecord(scanner)) this.visit({ bytes, start: from, end: to, scanner, lookup: undefined })
    else this.opened(start, end)
  }

  // The record is JSON inside a string.
  private inner(key: 'CloudTrailEvent' | 'message', start: number, end: number): void {
    const { bytes, scanner } = this
    const at = SLOT[key] * 2
    const inner = (innerScanner ??= new Scanner())
    const text = inner.load(Buffer.from(unquote(bytes, scanner.slots[at]!, scanner.slots[at + 1]!).trim()))
    const innerEnd = text[0] === OPEN ? inner.object(0) : -1
    if (innerEnd === text.length && isRecord(inner)) {
      const lookup =
        key === 'CloudTrailEvent' ? lookupFields(JSON.parse(bytes.toString('utf8', start, end))) : undefined
      this.visit({ bytes: text, start: 0, end: innerEnd, scanner: inner, lookup })
    } else if (isControlMessage(text)) {
      this.count--
      this.control++
    } else if (innerEnd === text.length) this.opened(start, end)
    else if (text[0] !== OPEN) this.otherMessage(start, end)
    else this.damaged(`the record in ${key} of entry ${this.count} at byte ${start} is broken`)
  }

  // The same log group may contain other logs.
  private otherMessage(start: number, end: number): void {
    this.foreigner(start, end)
    this.foreign--
    this.otherMessages++
    this.enveloped = true
  }

  private messageBegins(byte: number): boolean {
    return this.bytes[this.scanner.slots[SLOT.message * 2]! + 1] === byte
  }

  private isNotification(): boolean {
    const at = this.scanner.slots[SLOT.eventSource * 2]!
    return at >= 0 && this.bytes[at + 4] === 0x3a && this.bytes.toString('latin1', at, at + 8) === '"aws:s3"'
  }

  private has(key: SlotKey): boolean {
    return this.scanner.slots[SLOT[key] * 2]! >= 0
  }

  private startsWith(key: SlotKey, byte: number): boolean {
    const at = this.scanner.slots[SLOT[key] * 2]!
    return at >= 0 && this.bytes[at] === byte
  }
}

function passedOverText(bytes: number): string {
  return bytes === 0 ? '' : `; ${bytes === 1 ? '1 byte' : `${thousands(bytes)} bytes`} passed over`
}

function isRecord({ slots }: Scanner): boolean {
  return (
    slots[SLOT.eventTime * 2]! >= 0 || slots[SLOT.eventVersion * 2]! >= 0 || slots[SLOT.eventName * 2]! >= 0
  )
}
