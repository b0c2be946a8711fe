// What the identities of events tell of their sessions.

import { isOfConsole } from '../event/credential.ts'
import type { Event } from '../event/event.ts'
import { comparedOf } from '../event/fields.ts'
import { accessKeyId, mfaWith } from '../event/identity.ts'
import { parseValue, type ValuePattern } from '../filter/value-pattern.ts'
import {
  beforeHole,
  filled,
  hasHole,
  HOLE,
  NO_OWN,
  type OwnTexts,
  shapedEvent,
  takeApart,
} from '../trace/identity-shape.ts'
import { sessionFacts } from '../trace/session.ts'
import { cellsOf, FACTS } from '../trace/session-part.ts'

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
  readonly wanted: readonly OpenText[]
  /** Its number; -1 before it has one. */
  code: number
  /** Two words by which the run knows it; 0 if it has none. */
  a: number
  b: number
  /** The same of sign-ins that state another use of MFA than the identity. */
  withMfa: Map<string, Shape> | undefined
}

/** A text with holes. */
interface OpenText {
  readonly text: string
  /** The number of letters around the holes, and how many holes of each kind there are. */
  readonly fixed: number
  readonly holes: Readonly<Record<keyof OwnTexts, number>>
}

export interface Known {
  readonly shape: Shape
  readonly own: OwnTexts
  readonly isWanted: boolean
  /** Its number in the part that is being made. */
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
    // A saved response may name the user beside the record.
    if (event.lookup !== undefined) return this.knownOf(this.shapeOf(event, signsIn), NO_OWN)
    if (signsIn) return this.make(event, true)
    const text = keyOf(event, event.json('userIdentity'))
    let known = this.known.get(text)
    if (known !== undefined) return known
    if (this.known.size >= MAX_IDENTITIES) this.known.clear()
    known = this.make(event, false)
    this.known.set(text, known)
    return known
  }

  /** Of an event that stands for itself. */
  make(event: Event, signsIn: boolean): Known {
    const json = event.json('userIdentity')
    const apart = json.startsWith('{') ? takeApart(json) : undefined
    return apart === undefined
      ? this.knownOf(this.shapeOf(event, signsIn), NO_OWN)
      : this.knownOf(this.shape(event, apart.shape, signsIn), apart.own)
  }

  /** The shape of an identity, which is this JSON with holes. */
  shape(event: Event, json: string, signsIn: boolean): Shape {
    // Of sign-ins alone it depends on more than the identity.
    if (signsIn && event.text('eventName') !== 'CreateOAuth2Token') return this.shapeOfSignIn(event, json)
    const key = `${signsIn ? `${mfaWith(event, undefined)} ` : ''}${keyOf(event, json)}`
    let shape = this.shapes.get(key)
    if (shape === undefined) {
      if (this.shapes.size >= MAX_IDENTITIES) this.shapes.clear()
      const shaped = shapedEvent(event, json)
      shape = this.shapeOf(shaped.event, signsIn, shaped.open)
      shape.a = anyWord()
      shape.b = anyWord()
      this.shapes.set(key, shape)
    }
    return shape
  }

  // It differs from that of other events in one fact.
  private shapeOfSignIn(event: Event, json: string): Shape {
    const usual = this.shape(event, json, false)
    const { cells } = usual
    if (cells === undefined) return usual
    const ofSession = cells[MFA] === '' ? undefined : cells[MFA] === 'true'
    const mfa = String(mfaWith(event, ofSession) ?? '')
    if (cells[MFA] === mfa) return usual
    usual.withMfa ??= new Map()
    let shape = usual.withMfa.get(mfa)
    if (shape === undefined) {
      shape = newShape(cells.with(MFA, mfa), usual.isWanted, usual.wanted)
      shape.a = anyWord()
      shape.b = anyWord()
      usual.withMfa.set(mfa, shape)
    }
    return shape
  }

  /** Whether the session of an identity of this shape is asked for, by the texts of its own. */
  isWanted({ isWanted, wanted }: Shape, own: OwnTexts): boolean {
    return isWanted || wanted.some(({ text }) => this.pattern.test(filled(text, own)))
  }

  /** Whether it can be, by the lengths of these texts, which decide of nearly all identities. */
  mayBeWanted({ wanted }: Shape, key: number, name: number, date: number, end: number): boolean {
    const { exact } = this.pattern
    for (const { fixed, holes } of wanted) {
      const length = fixed + holes.key * key + holes.name * name + holes.date * date + holes.end * end
      if (exact === undefined || exact.length === length) return true
    }
    return false
  }

  private knownOf(shape: Shape, own: OwnTexts): Known {
    return { shape, own, isWanted: this.isWanted(shape, own), code: 0, part: -1 }
  }

  private shapeOf(event: Event, signsIn: boolean, open?: (text: string) => string): Shape {
    const facts = sessionFacts(event, signsIn)
    if (facts === undefined) return newShape(undefined, false, [])
    const cells = cellsOf(facts, accessKeyId(event), open)
    const texts = this.textsOf(event).map((text) => open?.(text) ?? text)
    const [opened, whole] = [
      texts.filter((text) => open && hasHole(text)),
      texts.filter((text) => !open || !hasHole(text)),
    ]
    const isWanted = whole.some(this.pattern.test)
    const wanted = opened.filter((text) => mayBeFilled(text, this.pattern)).map(openText)
    return newShape(cells, isWanted, wanted)
  }
}

/** Whether it can be filled so that it matches, by what is before its first hole. */
function mayBeFilled(text: string, { pieces, exact }: ValuePattern): boolean {
  const before = beforeHole(text)
  const start = pieces[0]!
  return start.startsWith(before) || (exact === undefined && before.startsWith(start))
}

function openText(text: string): OpenText {
  const count = (hole: string): number => text.split(hole).length - 1
  const holes = {
    key: count(HOLE.key),
    name: count(HOLE.name),
    date: count(HOLE.date),
    end: count(HOLE.end),
  }
  const all = holes.key + holes.name + holes.date + holes.end
  return { text, fixed: text.length - all * HOLE.key.length, holes }
}

const MFA = FACTS.indexOf('mfa')

function newShape(cells: Shape['cells'], isWanted: boolean, wanted: Shape['wanted']): Shape {
  return { cells, isWanted, wanted, code: -1, a: 0, b: 0, withMfa: undefined }
}

/** Of a shape that has no hash. */
function anyWord(): number {
  return Math.trunc(Math.random() * 2 ** 32) | 0
}

function keyOf(event: Event, identity: string): string {
  return isOfConsole(event) ? `console ${identity}` : identity
}
