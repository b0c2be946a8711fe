// What the identities of events tell of their sessions.

import { isOfConsole } from '../event/credential.ts'
import type { Event } from '../event/event.ts'
import { comparedOf } from '../event/fields.ts'
import { accessKeyId } from '../event/identity.ts'
import { parseValue, type ValuePattern } from '../filter/value-pattern.ts'
import {
  beforeHole,
  filled,
  hasHole,
  NO_OWN,
  type OwnTexts,
  shapedEvent,
  takeApart,
} from '../trace/identity-shape.ts'
import { sessionFacts } from '../trace/session.ts'
import { cellsOf } from '../trace/session-part.ts'

/** Sessions that are asked for: one of the fields, which are about the identity, has the value (`*` is a wildcard). */
export interface WantedSessions {
  readonly fields: readonly string[]
  readonly value: string
}

export interface Shape {
  /** undefined for events whose credentials no other event can have. */
  readonly cells: readonly string[] | undefined
  /** The session is asked for, or is if one of these texts is. */
  readonly isWanted: boolean
  readonly wanted: readonly string[]
  /** Its number in the part that is being made. */
  code: number
  part: number
}

export interface Known {
  readonly shape: Shape
  readonly own: OwnTexts
  readonly isWanted: boolean
  /** As of the shape. */
  code: number
  part: number
}

// As many as lazy events share.
const MAX_IDENTITIES = 4096

export class SessionIdentities {
  private readonly textsOf: (event: Event) => readonly string[]
  private readonly pattern: ValuePattern
  private readonly shapes = new Map<string, Shape>()
  private readonly known = new Map<string, Known>()

  constructor({ fields, value }: WantedSessions) {
    const compared = fields.map((field) => comparedOf(field).texts)
    this.textsOf = (event) => compared.flatMap((texts) => texts(event) ?? [])
    this.pattern = parseValue(value)
  }

  /** Remembers the last ones. */
  of(event: Event, signsIn: boolean): Known {
    // A saved response may name the user beside the record, and sign-ins tell things in other places.
    if (event.lookup !== undefined || signsIn)
      return knownOf(this.shapeOf(event, signsIn), NO_OWN, this.pattern)
    const text = keyOf(event, event.json('userIdentity'))
    let known = this.known.get(text)
    if (known !== undefined) return known
    if (this.known.size >= MAX_IDENTITIES) this.known.clear()
    known = this.make(event)
    this.known.set(text, known)
    return known
  }

  /** Of an event that is no sign-in and stands for itself. */
  make(event: Event): Known {
    const json = event.json('userIdentity')
    const apart = json.startsWith('{') ? takeApart(json) : undefined
    if (apart === undefined) return knownOf(this.shapeOf(event, false), NO_OWN, this.pattern)
    const key = keyOf(event, apart.shape)
    let shape = this.shapes.get(key)
    if (shape === undefined) {
      if (this.shapes.size >= MAX_IDENTITIES) this.shapes.clear()
      const shaped = shapedEvent(event, apart.shape)
      shape = this.shapeOf(shaped.event, false, shaped.open)
      this.shapes.set(key, shape)
    }
    return knownOf(shape, apart.own, this.pattern)
  }

  private shapeOf(event: Event, signsIn: boolean, open?: (text: string) => string): Shape {
    const facts = sessionFacts(event, signsIn)
    if (facts === undefined) return { cells: undefined, isWanted: false, wanted: [], code: 0, part: -1 }
    const cells = cellsOf(facts, accessKeyId(event), open)
    const texts = this.textsOf(event).map((text) => open?.(text) ?? text)
    const [opened, whole] = [
      texts.filter((text) => open && hasHole(text)),
      texts.filter((text) => !open || !hasHole(text)),
    ]
    const isWanted = whole.some(this.pattern.test)
    const wanted = opened.filter((text) => mayBeFilled(text, this.pattern))
    return { cells, isWanted, wanted, code: 0, part: -1 }
  }
}

/** Whether it can be filled so that it matches, by what is before its first hole. */
function mayBeFilled(text: string, { pieces, exact }: ValuePattern): boolean {
  const before = beforeHole(text)
  const start = pieces[0]!
  return start.startsWith(before) || (exact === undefined && before.startsWith(start))
}

function keyOf(event: Event, identity: string): string {
  return isOfConsole(event) ? `console ${identity}` : identity
}

function knownOf(shape: Shape, own: OwnTexts, { test }: ValuePattern): Known {
  const isWanted = shape.isWanted || shape.wanted.some((text) => test(filled(text, own)))
  return { shape, own, isWanted, code: 0, part: -1 }
}
