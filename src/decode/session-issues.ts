// The calls of a batch that created credentials, as columns.

import type { Issue } from '../trace/issue.ts'
import { ISSUE_TEXTS, type SessionPart } from '../trace/session-part.ts'
import { grown } from '../util/bytes.ts'
import type { ScannerSessions } from './json/sessions.ts'
import type { SessionTexts } from './session-texts.ts'

const WIDTH = ISSUE_TEXTS.length
const FIRST_ROOM = 256

export class SessionIssues {
  private readonly packed: SessionTexts
  private count = 0
  private texts = new Uint32Array(WIDTH * FIRST_ROOM)
  private times = new Float64Array(FIRST_ROOM)
  private events = new Uint32Array(FIRST_ROOM)

  /** `packed` gets the texts. */
  constructor(packed: SessionTexts) {
    this.packed = packed
  }

  /** `event`: its number. */
  add(issue: Issue, event: number): void {
    const at = this.reserve(1)
    for (let c = 0; c < WIDTH; c++) this.texts[at * WIDTH + c] = this.packed.add(issue[ISSUE_TEXTS[c]!])
    this.times[at] = issue.time
    this.events[at] = event
  }

  /** Adds those that the scanner has found. `event`: the number of the first record of the table. */
  addAll(found: ScannerSessions, event: number): void {
    const { issues } = found
    if (issues === 0) return
    const at = this.reserve(issues)
    found.takeIssues(this.texts, this.times, this.events, at, WIDTH, event)
  }

  /** All of them, which are forgotten. */
  take(): SessionPart['issues'] {
    const issues = {
      texts: this.texts.slice(0, this.count * WIDTH),
      times: this.times.slice(0, this.count),
      events: this.events.slice(0, this.count),
    }
    this.count = 0
    return issues
  }

  // Returns the index of the first one.
  private reserve(count: number): number {
    const at = this.count
    this.count += count
    while (this.count > this.times.length) {
      this.texts = grown(this.texts)
      this.times = grown(this.times)
      this.events = grown(this.events)
    }
    return at
  }
}
