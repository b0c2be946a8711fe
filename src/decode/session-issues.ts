// The calls of a batch that created credentials. Those of STS are read from the record where they are, because parsing what
// they answer takes most of the time, and its largest part is a token.

import type { Issue } from '../trace/issue.ts'
import { ISSUE_TEXTS, type IssueText, type SessionPart } from '../trace/session-part.ts'
import { grown } from '../util/bytes.ts'
import { textAt } from './json/members.ts'
import type { Scanner } from './json/scan.ts'
import { SLOT } from './json/slots.ts'
import { MADE } from './json/table.ts'
import type { SessionTexts } from './session-texts.ts'

const WIDTH = ISSUE_TEXTS.length
const COLUMN = Object.fromEntries(ISSUE_TEXTS.map((name, index) => [name, index])) as Record<
  IssueText,
  number
>
const OF_RECORD = [
  [COLUMN.eventId, SLOT.eventID],
  [COLUMN.eventName, SLOT.eventName],
  [COLUMN.account, SLOT.recipientAccountId],
  [COLUMN.sharedEventId, SLOT.sharedEventID],
] as const
const OF_MADE = [
  [COLUMN.key, MADE.key],
  [COLUMN.principalId, MADE.principalId],
  [COLUMN.roleArn, MADE.roleArn],
  [COLUMN.sourceIdentity, MADE.sourceIdentity],
] as const

const QUOTE = 0x22
const BACKSLASH = 0x5c

export class SessionIssues {
  private readonly packed: SessionTexts
  private count = 0
  private texts = new Uint32Array(WIDTH * 64)
  private times = new Float64Array(64)
  private events = new Uint32Array(64)
  // The number that each column's last text has.
  private readonly last = new Uint32Array(WIDTH)

  /** `packed` gets the texts. */
  constructor(packed: SessionTexts) {
    this.packed = packed
  }

  /** `event`: its number. */
  add(issue: Issue, event: number): void {
    const at = this.begin(issue.time, event)
    for (let c = 0; c < WIDTH; c++) this.texts[at + c] = this.packed.add(issue[ISSUE_TEXTS[c]!])
  }

  /**
   * Adds the call of STS that the scanner has just scanned, unless it made nothing. `by`: the text that is the ID of its
   * credential, or 0; then `caller` tells who made it. False if the record is written in an unusual way.
   */
  addRow(scanner: Scanner, time: number, event: number, by: number, caller: number): boolean {
    if (!scanner.findMade()) return false
    const { slots, bytes, made } = scanner
    const isKnown = made[MADE.key] !== 0 || made[MADE.principalId] !== 0
    if (!isKnown && (made[MADE.roleArn] === 0 || made[MADE.sourceIdentity] === 0)) return true
    const at = this.begin(time, event)
    for (const [column, slot] of OF_RECORD)
      this.texts[at + column] = this.textOf(bytes, column, slots[slot * 2]!, slots[slot * 2 + 1]!)
    for (const [column, place] of OF_MADE)
      this.texts[at + column] = this.textOf(bytes, column, made[place]!, made[place + 1]!)
    this.texts[at + COLUMN.by] = by
    this.texts[at + COLUMN.caller] = caller
    return true
  }

  /** All of them, which are forgotten. */
  take(): SessionPart['issues'] {
    const issues = {
      texts: this.texts.slice(0, this.count * WIDTH),
      times: this.times.slice(0, this.count),
      events: this.events.slice(0, this.count),
    }
    this.count = 0
    this.last.fill(0)
    return issues
  }

  // Returns where its texts go.
  private begin(time: number, event: number): number {
    if (this.count === this.times.length) {
      this.texts = grown(this.texts)
      this.times = grown(this.times)
      this.events = grown(this.events)
    }
    this.texts.fill(0, this.count * WIDTH, (this.count + 1) * WIDTH)
    this.times[this.count] = time
    this.events[this.count] = event
    return this.count++ * WIDTH
  }

  // Of the text of a value, which has quotes around it.
  private textOf(bytes: Buffer, column: number, start: number, end: number): number {
    if (start <= 0 || bytes[start] !== QUOTE) return 0
    const { packed, last } = this
    const known = last[column]!
    if (known !== 0 && packed.isPlain(known, bytes, start + 1, end - 1)) return known
    for (let i = start + 1; i < end - 1; i++) {
      const c = bytes[i]!
      if (c >= 0x80 || c === BACKSLASH) return packed.add(textAt(bytes, start, end))
    }
    return (last[column] = packed.addPlain(bytes, start + 1, end - 1))
  }
}
