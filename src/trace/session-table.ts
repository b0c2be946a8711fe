// The sessions of a whole run and the calls that created them: columns of numbers, each text stored once. The memory of a
// session does not grow with its events, except for its different addresses, keys and user names, limited to MAX_VALUES.

import { parseEventTime } from '../event/event-time.ts'
import { grown } from '../util/bytes.ts'
import { ipv4Text } from '../util/ipv4.ts'
import { NumberLists } from '../util/number-lists.ts'
import { StringTable } from '../util/string-table.ts'
import { IssueTable } from './issue-table.ts'
import type { SessionFacts } from './session.ts'
import {
  CELLS,
  MARK,
  NO_SESSION,
  factsOf,
  IDENTITY,
  type FactName,
  type SessionPart,
  WIDTH,
} from './session-part.ts'
import { ShapeTable } from './shape-table.ts'

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

export class SessionTable {
  readonly names = new StringTable()
  private readonly ofConsole = this.names.add('console')
  readonly issues = new IssueTable(this.names)
  size = 0
  /** Events of sessions that were not kept. */
  uncounted = 0
  private readonly shapes = new ShapeTable(this.names)
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
  private lastDate = { name: 0, time: Number.NaN }
  private readonly mostSessions: number

  constructor(mostSessions = MAX_SESSIONS) {
    this.mostSessions = mostSessions
  }

  /** What counts an event of a part, by its number; not to be asked for copies. */
  take(part: SessionPart, times: Float64Array): (event: number) => void {
    const { codes, marks, addresses, issues } = part
    const rows = new Int32Array(part.firsts.length).fill(-1)
    const { texts } = part
    const known = new Uint32Array(texts.ends.length)
    const nameOf = (text: number): number => {
      if (text === 0) return 0
      return (known[text] ||= this.names.addPacked(texts, text))
    }
    const shapes = new Uint32Array(part.shapes.length / CELLS)
    const shapeOf = (shape: number): number => (shapes[shape] ||= this.shapes.add(part, shape, nameOf))
    const identity = new Uint32Array(WIDTH)
    let issue = 0
    return (i) => {
      while (issue < issues.events.length && issues.events[issue]! < i) issue++
      if (issues.events[issue] === i) this.issues.add(part, issue, nameOf)
      const code = codes[i]!
      if (code === NO_SESSION) return
      let row = rows[code]!
      if (row < 0) {
        for (let n = 0; n < WIDTH; n++) {
          const number = part.identities[code * WIDTH + n]!
          identity[n] = n === IDENTITY.shape ? shapeOf(number) : nameOf(number)
        }
        row = this.rowOf(identity, part.firsts[code]!)
        if (row < 0) {
          this.uncounted++
          return
        }
        rows[code] = row
        if (this.shapes.name(identity, 'kind') === this.ofConsole) this.consoles[row] = 1
        const key = this.shapes.name(identity, 'accessKeyId')
        if (key !== identity[IDENTITY.id]) this.list(this.keyLists, row, key)
        const userName = this.shapes.name(identity, 'userName')
        if (userName !== this.fact(row, 'userName')) this.list(this.userNames, row, userName)
      }
      const time = times[i]!
      if (!(time >= this.firsts[row]!) && !Number.isNaN(time)) this.firsts[row] = time
      if (!(time <= this.lasts[row]!) && !Number.isNaN(time)) this.lasts[row] = time
      const mark = marks[i]!
      this.counts[row * 4]!++
      if ((mark & MARK.change) !== 0) this.counts[row * 4 + 1]!++
      if ((mark & MARK.error) !== 0) this.counts[row * 4 + 2]!++
      if ((mark & MARK.wanted) !== 0) this.counts[row * 4 + 3]!++
      if ((mark & MARK.ipv4) !== 0) this.ipv4s.add(row, addresses[i]!)
      else this.list(this.addresses, row, nameOf(addresses[i]!))
    }
  }

  private identityOf(row: number): Uint32Array {
    return this.identities.subarray(row * WIDTH, (row + 1) * WIDTH)
  }

  private list(lists: NumberLists, row: number, name: number): void {
    if (name !== 0) lists.add(row, name)
  }

  /** The row of the session with this name; -1 for none. */
  row(name: number): number {
    return name < this.rows.length ? this.rows[name]! - 1 : -1
  }

  id(row: number): number {
    return this.identities[row * WIDTH + IDENTITY.id]!
  }

  /** The name of a fact of a session; 0 for a text that nothing else is called by. */
  fact(row: number, name: FactName): number {
    return this.shapes.name(this.identityOf(row), name)
  }

  /** The number that a table has for a fact; 0 for none. */
  find(row: number, name: FactName, table: StringTable): number {
    return this.shapes.find(this.identityOf(row), name, table)
  }

  text(row: number, name: FactName): string | undefined {
    return this.shapes.text(this.identityOf(row), name)
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
    const facts = factsOf((name) => this.text(row, name))
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
    const own = this.fact(row, 'userName')
    const userNames = new Set([own, ...this.userNames.of(row)].filter((name) => name !== 0))
    const isKey = this.text(row, 'kind') === 'key'
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
        (first === this.factsAt[row] && this.shapes.comesBefore(identity, this.identityOf(row)))
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
    const before = this.fact(row, 'creationDate')
    const userName = this.fact(row, 'userName')
    if (userName !== this.shapes.name(identity, 'userName')) this.list(this.userNames, row, userName)
    this.identities.set(identity, row * WIDTH)
    this.factsAt[row] = first
    const created = this.fact(row, 'creationDate')
    if (created === before) return
    if (created !== this.lastDate.name)
      this.lastDate = { name: created, time: parseEventTime(this.names.text(created)) }
    this.createdAt[row] = this.lastDate.time
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
