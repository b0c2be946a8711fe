// The sessions of a whole run and the calls that created them: columns of numbers, each text stored once. The memory of a
// session does not grow with its events, except for its different addresses, keys and user names, limited to MAX_VALUES.

import { parseEventTime } from '../event/event-time.ts'
import { grown } from '../util/bytes.ts'
import { HashNumbers } from '../util/hash-numbers.ts'
import { ipv4Text } from '../util/ipv4.ts'
import { NumberLists } from '../util/number-lists.ts'
import type { PackedTexts } from '../util/packed-texts.ts'
import { StringTable } from '../util/string-table.ts'
import { IssueTable } from './issue-table.ts'
import type { SessionFacts } from './session.ts'
import { MARK, NO_SESSION, factsOf, IDENTITY, type SessionPart, WIDTH } from './session-part.ts'
import { FACT, ShapeTable } from './shape-table.ts'

/** Maximum number of sessions; events of further ones are only counted. */
const MAX_SESSIONS = 2_000_000
/** Beyond this, lists of a session are no longer whole. */
const MAX_VALUES = 10_000

export interface ChainSession extends SessionFacts {
  /** Creation date in epoch milliseconds; undefined for long-lived keys. */
  readonly created: number | undefined
  /** Epoch milliseconds of its first and last event; NaN while none has a time. */
  readonly first: number
  readonly last: number
}

/** The use of a session. */
export interface Use {
  readonly events: number
  readonly changes: number
  readonly errors: number
  readonly addresses: readonly string[]
  /** Access keys; a console session has many. */
  readonly keys: readonly string[]
  /** More than one where a key is in records of several users, as in copies that were made anonymous. */
  readonly userNames: readonly string[]
}

const FIRST_ROOM = 1024
/** Instead of a row, for a session that is not kept. */
const NO_ROW = 0xffff_ffff

export class SessionTable {
  readonly names = new StringTable()
  private readonly ofConsole = this.names.add('console')
  readonly issues = new IssueTable(this.names)
  size = 0
  /** Events of sessions that were not kept. */
  uncounted = 0
  private readonly shapes = new ShapeTable(this.names)
  /** Rows by the hashes of identities: of most events the identity has been there before. */
  private readonly byHash = new HashNumbers()
  // A shape and names, WIDTH each.
  private identities = new Uint32Array(WIDTH * FIRST_ROOM)
  /** Whether an event of it was in the console, of which others need not tell. */
  private consoles = new Uint8Array(FIRST_ROOM)
  /** Epoch milliseconds of the event that the facts are of. */
  private factsAt = new Float64Array(FIRST_ROOM)
  private createdAt = new Float64Array(FIRST_ROOM)
  private firsts = new Float64Array(FIRST_ROOM)
  private lasts = new Float64Array(FIRST_ROOM)
  // Events, changes, errors, and those that are asked for.
  private counts = new Uint32Array(4 * FIRST_ROOM)
  /** The session of a name, counted from 1. */
  private rows = new Uint32Array(FIRST_ROOM)
  private readonly addresses = new NumberLists(MAX_VALUES)
  private readonly ipv4s = new NumberLists(MAX_VALUES)
  // Of console sessions.
  private readonly keyLists = new NumberLists(MAX_VALUES)
  // Beside the one that is a fact.
  private readonly userNames = new NumberLists(MAX_VALUES)
  // The creation date of the last session, and its time.
  private lastDate = 0
  private readonly lastTime = new Float64Array([Number.NaN])
  /** Of the part that is being added: names by texts, rows by identities, both counted from 1, and shapes. */
  private numbers: Readonly<Record<'names' | 'rows' | 'shapes', Uint32Array>> = {
    names: new Uint32Array(FIRST_ROOM),
    rows: new Uint32Array(FIRST_ROOM),
    shapes: new Uint32Array(64),
  }
  private readonly identity = new Uint32Array(WIDTH)
  private readonly mostSessions: number

  constructor(mostSessions = MAX_SESSIONS) {
    this.mostSessions = mostSessions
  }

  /** Counts events of a part, by their numbers, ascending; those of copies are not to be among them. */
  add(part: SessionPart, times: Float64Array, events: Uint32Array): void {
    const { names, rows, shapes } = this.numbers
    this.numbers = {
      names: cleared(names, part.texts.ends.length),
      rows: cleared(rows, part.firsts.length),
      shapes: cleared(shapes, part.shapes.hashes.length >> 1),
    }
    // Always of one kind, whatever thread the part is from.
    const texts = { bytes: part.texts.bytes, ends: part.texts.ends }
    const { issues } = part
    this.issues.addOf(texts, issues.events, issues.texts, issues.times, events, this.numbers.names)
    this.addShapes(part.shapes, part.identities)
    this.addIdentities(texts, part.codes, part.identities, part.firsts, events)
    this.count(texts, part.codes, part.marks, part.addresses, times, events)
  }

  private addShapes({ texts, cells, hashes }: SessionPart['shapes'], identities: Uint32Array): void {
    const shapes = { texts: { bytes: texts.bytes, ends: texts.ends }, cells, hashes }
    const numbers = this.numbers.shapes
    for (let at = IDENTITY.shape; at < identities.length; at += WIDTH) {
      const shape = identities[at]!
      if (numbers[shape] === 0) numbers[shape] = this.shapes.add(shapes, shape)
    }
  }

  private addIdentities(
    texts: PackedTexts,
    codes: Uint32Array,
    identities: Uint32Array,
    firsts: Float64Array,
    events: Uint32Array,
  ): void {
    const { rows } = this.numbers
    for (let n = 0; n < events.length; n++) {
      const code = codes[events[n]!]!
      if (code !== NO_SESSION && rows[code] === 0)
        rows[code] = this.addIdentity(texts, identities, code * WIDTH, firsts[code]!)
    }
  }

  // Returns its row, counted from 1.
  private addIdentity(texts: PackedTexts, identities: Uint32Array, at: number, first: number): number {
    const { identity } = this
    const { names, shapes } = this.numbers
    const a = identities[at + IDENTITY.hash]!
    const b = identities[at + IDENTITY.hash + 1]!
    const known = a === 0 && b === 0 ? -1 : this.byHash.find(a | 0, b | 0)
    if (known >= 0 && this.isWritten(known, a, b)) {
      if (first < this.factsAt[known]!) this.factsAt[known] = first
      return known + 1
    }
    identity[IDENTITY.shape] = shapes[identities[at + IDENTITY.shape]!]!
    for (let n = 1; n < IDENTITY.hash; n++)
      identity[n] = this.names.addOnce(texts, identities[at + n]!, names)
    identity[IDENTITY.hash] = a
    identity[IDENTITY.hash + 1] = b
    const row = this.rowOf(identity, first)
    if (row < 0) return NO_ROW
    if (known < 0 && (a !== 0 || b !== 0)) this.byHash.add(a | 0, b | 0, row)
    if (this.shapes.name(identity, 0, FACT.kind) === this.ofConsole) this.consoles[row] = 1
    const key = this.shapes.name(identity, 0, FACT.accessKeyId)
    if (key !== identity[IDENTITY.id]) this.list(this.keyLists, row, key)
    const userName = this.shapes.name(identity, 0, FACT.userName)
    if (userName !== this.fact(row, FACT.userName)) this.list(this.userNames, row, userName)
    return row + 1
  }

  // Whether the facts of a session are those of the identity with this hash.
  private isWritten(row: number, a: number, b: number): boolean {
    const at = row * WIDTH + IDENTITY.hash
    return this.identities[at] === a && this.identities[at + 1] === b
  }

  private count(
    texts: PackedTexts,
    codes: Uint32Array,
    marks: Uint8Array,
    addresses: Uint32Array,
    times: Float64Array,
    events: Uint32Array,
  ): void {
    const { counts, firsts, lasts } = this
    const { rows } = this.numbers
    for (let n = 0; n < events.length; n++) {
      const i = events[n]!
      const code = codes[i]!
      if (code === NO_SESSION) continue
      if (rows[code] === NO_ROW) {
        this.uncounted++
        continue
      }
      const row = rows[code]! - 1
      const time = times[i]!
      if (!(time >= firsts[row]!) && !Number.isNaN(time)) firsts[row] = time
      if (!(time <= lasts[row]!) && !Number.isNaN(time)) lasts[row] = time
      const mark = marks[i]!
      counts[row * 4]!++
      if ((mark & MARK.change) !== 0) counts[row * 4 + 1]!++
      if ((mark & MARK.error) !== 0) counts[row * 4 + 2]!++
      if ((mark & MARK.wanted) !== 0) counts[row * 4 + 3]!++
      if ((mark & MARK.ipv4) !== 0) this.ipv4s.add(row, addresses[i]!)
      else this.list(this.addresses, row, this.names.addOnce(texts, addresses[i]!, this.numbers.names))
    }
  }

  private list(lists: NumberLists, row: number, name: number): void {
    if (name !== 0) lists.add(row, name)
  }

  /** The row of the session with this name; -1 for none. */
  row(name: number): number {
    return name < this.rows.length ? this.rows[name]! - 1 : -1
  }

  /** Marks the names of sessions. */
  mark(names: Uint8Array): void {
    for (let row = 0; row < this.size; row++) names[this.id(row)] = 1
  }

  id(row: number): number {
    return this.identities[row * WIDTH + IDENTITY.id]!
  }

  /** The name of a fact of a session; 0 for a text that nothing else is called by. */
  fact(row: number, fact: number): number {
    return this.shapes.name(this.identities, row * WIDTH, fact)
  }

  /** The number that a table has for a fact; 0 for none. */
  find(row: number, fact: number, table: StringTable): number {
    return this.shapes.find(this.identities, row * WIDTH, fact, table)
  }

  text(row: number, fact: number): string | undefined {
    return this.shapes.text(this.identities, row * WIDTH, fact)
  }

  /** Epoch milliseconds; NaN for a long-lived key. */
  created(row: number): number {
    return this.createdAt[row]!
  }

  first(row: number): number {
    return this.firsts[row]!
  }

  /** Names of the keys of a session that has many, in no order. */
  keys(row: number): readonly number[] {
    return this.keyLists.of(row)
  }

  isWanted(row: number): boolean {
    return this.counts[row * 4 + 3]! > 0
  }

  has(id: string): boolean {
    return this.row(this.names.find(id)) >= 0
  }

  get(id: string): ChainSession | undefined {
    const row = this.row(this.names.find(id))
    return row < 0 ? undefined : this.at(row)
  }

  /** Epoch milliseconds of its first event, NaN while none has a time; undefined for no session. */
  firstOf(id: string): number | undefined {
    const row = this.row(this.names.find(id))
    return row < 0 ? undefined : this.firsts[row]!
  }

  at(row: number): ChainSession {
    const created = this.createdAt[row]!
    const facts = factsOf((name) => this.text(row, FACT[name]))
    return {
      ...facts,
      kind: this.consoles[row] === 1 ? 'console' : facts.kind,
      created: Number.isNaN(created) ? undefined : created,
      first: this.firsts[row]!,
      last: this.lasts[row]!,
    }
  }

  use(id: string): Use | undefined {
    const row = this.row(this.names.find(id))
    if (row < 0) return undefined
    const [events, changes, errors] = this.counts.subarray(row * 4)
    const own = this.fact(row, FACT.userName)
    const userNames = new Set([own, ...this.userNames.of(row)].filter((name) => name !== 0))
    const isKey = this.text(row, FACT.kind) === 'key'
    const texts = (names: Iterable<number>): readonly string[] =>
      Array.from(names, (name) => this.names.text(name)!).sort()
    return {
      events: events!,
      changes: changes!,
      errors: errors!,
      addresses: [...texts(this.addresses.of(row)), ...this.ipv4s.of(row).map(ipv4Text)].sort(),
      keys: isKey ? [id] : texts(this.keyLists.of(row)),
      userNames: texts(userNames),
    }
  }

  // The facts are those of the earliest event, whatever the order of files and threads.
  private rowOf(identity: Uint32Array, first: number): number {
    const id = identity[IDENTITY.id]!
    let row = this.row(id)
    if (row >= 0) {
      const isEarlier = first < this.factsAt[row]!
      if (
        isEarlier ||
        (first === this.factsAt[row] && this.shapes.comesBefore(identity, 0, this.identities, row * WIDTH))
      )
        this.write(row, identity, first)
      return row
    }
    if (this.size >= this.mostSessions) return -1
    row = this.size++
    if (row === this.firsts.length) this.grow()
    while (id >= this.rows.length) this.rows = grown(this.rows)
    this.rows[id] = row + 1
    this.createdAt[row] = this.firsts[row] = this.lasts[row] = Number.NaN
    this.write(row, identity, first)
    return row
  }

  private write(row: number, identity: Uint32Array, first: number): void {
    const before = this.fact(row, FACT.creationDate)
    const userName = this.fact(row, FACT.userName)
    if (userName !== this.shapes.name(identity, 0, FACT.userName)) this.list(this.userNames, row, userName)
    this.identities.set(identity, row * WIDTH)
    this.factsAt[row] = first
    const created = this.fact(row, FACT.creationDate)
    if (created === before) return
    if (created !== this.lastDate) {
      this.lastDate = created
      this.lastTime[0] = parseEventTime(this.names.text(created))
    }
    this.createdAt[row] = this.lastTime[0]!
  }

  private grow(): void {
    this.identities = grown(this.identities)
    this.consoles = grown(this.consoles)
    this.factsAt = grown(this.factsAt)
    this.createdAt = grown(this.createdAt)
    this.firsts = grown(this.firsts)
    this.lasts = grown(this.lasts)
    this.counts = grown(this.counts)
  }
}

/** Room for so many zeros, in the same memory if they fit. */
function cleared(numbers: Uint32Array, length: number): Uint32Array {
  if (length > numbers.length) return new Uint32Array(Math.max(length, numbers.length * 2))
  numbers.fill(0, 0, length)
  return numbers
}
