// Identities of sessions are alike but for few texts: the access key, the name of the session, and when it was created.
// What the rest of an identity tells is worked out once for all that share it, with holes where those are. Nothing
// is read out of them but that a key is temporary and a date is one, and these are part of what is shared.

import { parseEventTime } from '../event/event-time.ts'
import type { Event } from '../event/event.ts'
import { valuesUnder } from '../event/event.ts'
import { ownText, type Json } from '../util/json.ts'

/** What an identity has of its own; empty where it has none. */
export interface OwnTexts {
  readonly key: string
  readonly name: string
  readonly date: string
  /** How its ARN ends, where that is not the name, as in copies that were made anonymous. */
  readonly end: string
}

export const NO_OWN: OwnTexts = { key: '', name: '', date: '', end: '' }

/** Never in JSON, where it must be written as an escape. */
const MARK = '\u0001'
export const HOLE = { key: `${MARK}k`, name: `${MARK}n`, date: `${MARK}d`, end: `${MARK}e` } as const
// oxlint-disable-next-line no-control-regex
const HOLES = /\u0001[knde]/g
// oxlint-disable-next-line no-control-regex
const SPLIT = /(\u0001[knde])/

/** Puts an identity's own texts where the holes are. */
export function filled(text: string, own: OwnTexts): string {
  if (text === HOLE.key) return own.key
  if (text === HOLE.name) return own.name
  return text.replace(HOLES, (hole) => {
    if (hole === HOLE.key) return own.key
    if (hole === HOLE.name) return own.name
    return hole === HOLE.date ? own.date : own.end
  })
}

export function hasHole(text: string): boolean {
  return text.includes(MARK)
}

/** The text in pieces, each of which is a hole or has none. */
export function splitAtHoles(text: string): readonly string[] {
  return text.split(SPLIT).filter((piece) => piece !== '')
}

export function beforeHole(text: string): string {
  return text.slice(0, text.indexOf(MARK))
}

/** The JSON of an identity with holes, and what was there; undefined where that cannot be done. */
export function takeApart(json: string): { readonly shape: string; readonly own: OwnTexts } | undefined {
  // With escapes, one text may be written in two ways.
  if (json.includes('\\')) return undefined
  const cuts: { from: number; to: number; hole: string }[] = []
  const cut = (from: number, to: number, hole: string): string => {
    cuts.push({ from, to, hole })
    return json.slice(from, to)
  }

  let key = ''
  const keyAt = startOf(json, 'accessKeyId')
  const keyEnd = json.indexOf('"', keyAt)
  const isKey =
    keyAt >= 0 && keyEnd > keyAt + PREFIX && KINDS_OF_KEYS.some((kind) => json.startsWith(kind, keyAt))
  if (isKey) key = json.slice(keyAt, keyAt + PREFIX) + cut(keyAt + PREFIX, keyEnd, HOLE.key)

  let name = ''
  let end = ''
  const idAt = startOf(json, 'principalId')
  const idEnd = json.indexOf('"', idAt)
  const colon = json.indexOf(':', idAt)
  if (idAt >= 0 && colon >= 0 && colon < idEnd && SESSION_NAME.test(json.slice(colon + 1, idEnd))) {
    name = cut(colon + 1, idEnd, HOLE.name)
    const arnAt = startOf(json, 'arn')
    const arnEnd = json.indexOf('"', arnAt)
    const from = json.lastIndexOf('/', arnEnd) + 1
    const last = arnAt >= 0 && from > arnAt ? json.slice(from, arnEnd) : ''
    if (last === name) cut(from, arnEnd, HOLE.name)
    else if (SESSION_NAME.test(last)) end = cut(from, arnEnd, HOLE.end)
  }

  let date = ''
  const dateAt = startOf(json, 'creationDate')
  const dateEnd = json.indexOf('"', dateAt)
  if (dateAt >= 0 && isDate(json.slice(dateAt, dateEnd))) date = cut(dateAt, dateEnd, HOLE.date)

  cuts.sort((a, b) => a.from - b.from)
  let shape = ''
  let at = 0
  for (const { from, to, hole } of cuts) {
    if (from < at) return undefined
    shape += json.slice(at, from) + hole
    at = to
  }
  return { shape: shape + json.slice(at), own: { key, name, date, end } }
}

const KINDS_OF_KEYS = ['ASIA', 'AKIA']
const PREFIX = 4
/** Also of what a session name may be, so that a colon or a slash is never in it. */
const SESSION_NAME = /^[\w+=,.@-]+$/

/** Where the text of a member begins; -1 for none. */
function startOf(json: string, member: string): number {
  const at = json.indexOf(`"${member}"`)
  if (at < 0) return -1
  let i = at + member.length + 2
  while (json[i] === ':' || json[i] === ' ') i++
  return json[i] === '"' ? i + 1 : -1
}

// Sessions that begin in one second come together.
let lastDate = ''
function isDate(text: string): boolean {
  if (text === lastDate) return text !== ''
  if (Number.isNaN(parseEventTime(text))) return false
  lastDate = text
  return true
}

/** An event with an identity of this shape, and what turns its texts into texts with holes. */
export function shapedEvent(
  event: Event,
  shape: string,
): { readonly event: Event; readonly open: (text: string) => string } {
  let year = 2000
  const stand = (): string => `${year}-01-01T00:00:00Z`
  while (shape.includes(stand())) year++
  const date = stand()
  const identity = JSON.parse(shape.replace(HOLE.date, date).replaceAll(MARK, String.raw`\u0001`)) as Json
  return {
    event: withIdentity(event, identity),
    open: (text) =>
      text.includes(date) || text.includes(HOLE.key)
        ? text
            .replaceAll(date, HOLE.date)
            .replaceAll(`ASIA${HOLE.key}`, HOLE.key)
            .replaceAll(`AKIA${HOLE.key}`, HOLE.key)
        : text,
  }
}

function withIdentity(event: Event, identity: Json): Event {
  return {
    time: event.time,
    text: (key) => (isIt(key) ? undefined : event.text(key)),
    textIn: (key, name) => (isIt(key) ? ownText(identity, name) : event.textIn(key, name)),
    valuesIn: (key, name) => (isIt(key) ? valuesUnder(identity, name) : event.valuesIn(key, name)),
    part: (key) => (isIt(key) ? identity : event.part(key)),
    json: (key) => (isIt(key) ? JSON.stringify(identity) : event.json(key)),
    get record() {
      return { ...event.record, userIdentity: identity }
    },
    origin: event.origin,
    lookup: event.lookup,
  }
}

function isIt(key: string): boolean {
  return key === 'userIdentity'
}
