// Fills a SessionPart. Nearly all events of a session have one identity, to the byte, and the events of one session come
// together: what an identity tells is made once, and an event costs a look in a map.

import type { Event } from '../event/event.ts'
import { isError } from '../event/failure.ts'
import { accessKeyId } from '../event/identity.ts'
import { readOnly } from '../event/read-only.ts'
import { sourceIpText } from '../event/source-ips.ts'
import type { Filter } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'
import { issueOf } from '../trace/issue.ts'
import { isSignIn, sessionFacts } from '../trace/session.ts'
import { cellsOf, ISSUE_TEXTS, MARK, NO_SESSION, type SessionPart } from '../trace/session-part.ts'

export interface SessionSpec {
  /** Sessions that are asked for: a filter over what the identity of an event tells. */
  readonly wanted: Filter
  /** Events whose sessions are asked for. */
  readonly event?: Filter | undefined
}

interface Known {
  readonly cells: readonly (string | undefined)[]
  readonly isWanted: boolean
  /** Its number in the part that is being made. */
  code: number
  part: number
}

// As many as lazy events share.
const MOST_IDENTITIES = 4096

export class SessionBuilder {
  private readonly isWanted: (event: Event) => boolean
  private readonly isEvent: ((event: Event) => boolean) | undefined
  // By the parsed identity, which the events of a session share; apart for what comes from the console.
  private readonly ofKeys = new Map<object, Known>()
  private readonly ofConsole = new Map<object, Known>()
  private part = 0
  private texts = new Map<string, number>([['', 0]])
  private identities: number[] = []
  private firsts: number[] = []
  private codes: number[] = []
  private marks: number[] = []
  private addresses: number[] = []
  private issueTexts: number[] = []
  private issueTimes: number[] = []
  private issueEvents: number[] = []

  constructor({ wanted, event }: SessionSpec) {
    this.isWanted = compileFilter(wanted)
    this.isEvent = event && compileFilter(event)
  }

  add(event: Event): void {
    const known = this.knownOf(event)
    const hasSession = known.cells[1] !== 'event'
    if (known.part !== this.part && hasSession) {
      known.part = this.part
      known.code = this.firsts.length
      for (const cell of known.cells) this.identities.push(this.text(cell))
      this.firsts.push(Number.POSITIVE_INFINITY)
    }
    if (hasSession && event.time < this.firsts[known.code]!) this.firsts[known.code] = event.time
    const isAsked = known.isWanted || this.isEvent?.(event) === true
    this.marks.push(
      (readOnly(event).value ? 0 : MARK.change) +
        (isError(event) ? MARK.error : 0) +
        (isAsked ? MARK.wanted : 0),
    )
    this.addresses.push(this.text(sourceIpText(event)))
    const issue = issueOf(event)
    if (issue !== undefined) {
      for (const name of ISSUE_TEXTS) this.issueTexts.push(this.text(issue[name]))
      this.issueTimes.push(issue.time)
      this.issueEvents.push(this.codes.length)
    }
    this.codes.push(hasSession ? known.code : NO_SESSION)
  }

  finish(): SessionPart {
    const part: SessionPart = {
      texts: [...this.texts.keys()],
      identities: Uint32Array.from(this.identities),
      firsts: Float64Array.from(this.firsts),
      codes: Uint32Array.from(this.codes),
      marks: Uint8Array.from(this.marks),
      addresses: Uint32Array.from(this.addresses),
      issues: {
        texts: Uint32Array.from(this.issueTexts),
        times: Float64Array.from(this.issueTimes),
        events: Uint32Array.from(this.issueEvents),
      },
    }
    this.part++
    this.texts = new Map([['', 0]])
    this.identities = []
    this.firsts = []
    this.codes = []
    this.marks = []
    this.addresses = []
    this.issueTexts = []
    this.issueTimes = []
    this.issueEvents = []
    return part
  }

  private text(text = ''): number {
    let code = this.texts.get(text)
    if (code === undefined) this.texts.set(text, (code = this.texts.size))
    return code
  }

  private knownOf(event: Event): Known {
    const identity = event.part('userIdentity')
    // A saved response may name the user beside the record, and sign-ins tell things in other places.
    if (identity === null || typeof identity !== 'object' || event.lookup !== undefined || isSignIn(event))
      return this.made(event)
    const fromConsole = event.part('sessionCredentialFromConsole')
    const all = fromConsole === true || fromConsole === 'true' ? this.ofConsole : this.ofKeys
    let known = all.get(identity)
    if (known !== undefined) return known
    if (all.size >= MOST_IDENTITIES) all.clear()
    known = this.made(event)
    all.set(identity, known)
    return known
  }

  private made(event: Event): Known {
    return {
      cells: cellsOf(sessionFacts(event), accessKeyId(event)),
      isWanted: this.isWanted(event),
      code: 0,
      part: -1,
    }
  }
}
