// The identities of a part, numbered. Those of sessions of one role are alike but for a few texts: the facts of all are derived
// once, and of each these texts are copied, as bytes.

import type { Event } from '../event/event.ts'
import { filled, HOLE, type OwnTexts } from '../trace/identity-shape.ts'
import { FACTS, IDENTITY, IS_OPEN, MARK, type SessionPart, WIDTH } from '../trace/session-part.ts'
import { grown } from '../util/bytes.ts'
import { HashNumbers } from '../util/hash-numbers.ts'
import { IdentityEvent } from './identity-event.ts'
import { APART } from './json/table.ts'
import type { TableRow } from './memo.ts'
import { type Known, SessionIdentities, type Shape, type WantedSessions } from './session-identities.ts'
import type { SessionTexts } from './session-texts.ts'

const MAX_SHAPES = 4096
const FIRST_ROOM = 1024

export class SessionCodes {
  /** Of each number the mark of its events if its session is asked for, or 0. */
  isAskedFor = new Uint8Array(FIRST_ROOM)
  private readonly identities: SessionIdentities
  private readonly texts: SessionTexts
  private readonly inTable = new IdentityEvent()
  // Shapes by the hashes of their JSON.
  private shapesOf: Shape[] = []
  private readonly shapesKnown = new HashNumbers()
  private part = 0
  private shapes: number[] = []
  private shapeHashes: number[] = []
  private shapeCount = 0
  private count = 0
  private found = new Uint32Array(WIDTH * FIRST_ROOM)
  private firsts = new Float64Array(FIRST_ROOM)
  private lastDate = 0

  /** `texts` gets the texts. */
  constructor(wanted: WantedSessions, texts: SessionTexts) {
    this.identities = new SessionIdentities(wanted)
    this.texts = texts
  }

  /** The number of the identity of an event; -1 for one without a session. */
  ofEvent(event: Event, signsIn: boolean): number {
    return this.ofKnown(this.identities.of(event, signsIn))
  }

  private ofKnown(known: Known): number {
    const { shape, own } = known
    const { cells } = shape
    if (cells === undefined) return -1
    if (known.part === this.part) return known.code
    known.part = this.part
    known.code = this.begin(shape, cells)
    const { texts } = this
    const key = texts.add(own.key)
    const id = cells[IS_OPEN] !== '' && cells[ID] === HOLE.key ? key : texts.add(idOf(cells, own))
    const name = texts.add(own.name)
    this.take(known.code, id, key, name, texts.addAgain(own.date), texts.add(own.end), known.isWanted)
    return known.code
  }

  /** The same of a record of a table, whose identity is at this cell. It is not looked for. */
  ofRow(row: TableRow, cell: number, isOfConsole: boolean, signsIn: boolean): number {
    const { scanner, table, text } = row
    const from = table.words[cell]!
    this.inTable.set(row, cell, isOfConsole)
    if (from === 0 || !scanner.takeApart(from, from + table.words[cell + 1]!))
      return this.ofKnown(this.identities.make(signsIn ? row.event() : this.inTable, signsIn))
    const { apart } = scanner
    const shape = signsIn
      ? this.identities.shape(row.event(), scanner.shape(), true)
      : this.shapeOf(row, isOfConsole)
    const { cells } = shape
    if (cells === undefined) return -1
    const code = this.begin(shape, cells)
    const keyFrom = apart[APART.key]!
    const keyTo = apart[APART.key + 1]!
    const nameFrom = apart[APART.name]!
    const nameTo = apart[APART.name + 1]!
    const dateFrom = apart[APART.date]!
    const dateTo = apart[APART.date + 1]!
    const endFrom = apart[APART.end]!
    const endTo = apart[APART.end + 1]!
    const { texts } = this
    const key = texts.addPlain(text, keyFrom, keyTo)
    const name = texts.addPlain(text, nameFrom, nameTo)
    // Sessions that begin in one second come together.
    if (!texts.isPlain(this.lastDate, text, dateFrom, dateTo))
      this.lastDate = texts.addPlain(text, dateFrom, dateTo)
    const end = texts.addPlain(text, endFrom, endTo)
    const isPlainKey = cells[IS_OPEN] !== '' && cells[ID] === HOLE.key
    const mayBeWanted =
      !shape.isWanted &&
      this.identities.mayBeWanted(
        shape,
        keyTo - keyFrom,
        nameTo - nameFrom,
        dateTo - dateFrom,
        endTo - endFrom,
      )
    let id = key
    let { isWanted } = shape
    if (!isPlainKey || mayBeWanted) {
      const own = {
        key: text.toString('latin1', keyFrom, keyTo),
        name: text.toString('latin1', nameFrom, nameTo),
        date: text.toString('latin1', dateFrom, dateTo),
        end: text.toString('latin1', endFrom, endTo),
      }
      if (!isPlainKey) id = texts.add(idOf(cells, own))
      if (mayBeWanted) isWanted = this.identities.isWanted(shape, own)
    }
    this.take(code, id, key, name, this.lastDate, end, isWanted)
    return code
  }

  /** The text that is the ID of its session; 0 for none. */
  id(code: number): number {
    return code < 0 ? 0 : this.found[code * WIDTH + IDENTITY.id]!
  }

  noteTime(code: number, time: number): void {
    if (time < this.firsts[code]!) this.firsts[code] = time
  }

  /** All of them, which are forgotten. */
  finish(): Pick<SessionPart, 'shapes' | 'shapeHashes' | 'identities' | 'firsts'> {
    const { count } = this
    const part = {
      shapes: new Uint32Array(this.shapes),
      shapeHashes: new Int32Array(this.shapeHashes),
      identities: this.found.slice(0, count * WIDTH),
      firsts: this.firsts.slice(0, count),
    }
    this.part++
    this.shapes = []
    this.shapeHashes = []
    this.shapeCount = 0
    this.count = 0
    this.lastDate = 0
    return part
  }

  // Of the identity that was taken apart last.
  private shapeOf({ scanner }: TableRow, isOfConsole: boolean): Shape {
    const a = scanner.apart[APART.hash]! ^ (isOfConsole ? 1 : 0)
    const b = scanner.apart[APART.hash + 1]!
    let number = this.shapesKnown.find(a, b)
    if (number < 0) {
      if (this.shapesOf.length >= MAX_SHAPES) {
        this.shapesOf = []
        this.shapesKnown.clear()
      }
      const shape = this.identities.shape(this.inTable, scanner.shape(), false)
      shape.a = a
      shape.b = b
      number = this.shapesOf.push(shape) - 1
      this.shapesKnown.add(a, b, number)
    }
    return this.shapesOf[number]!
  }

  // The number of a new identity.
  private begin(shape: Shape, cells: readonly string[]): number {
    if (shape.part !== this.part) this.takeShape(shape, cells)
    const code = this.count++
    if (code === this.firsts.length) this.grow()
    this.found[code * WIDTH + IDENTITY.shape] = shape.code
    return code
  }

  private takeShape(shape: Shape, cells: readonly string[]): void {
    shape.part = this.part
    shape.code = this.shapeCount++
    for (const cell of cells) this.shapes.push(this.texts.addAgain(cell))
    this.shapeHashes.push(shape.a, shape.b)
  }

  private grow(): void {
    this.found = grown(this.found)
    this.firsts = grown(this.firsts)
    this.isAskedFor = grown(this.isAskedFor)
  }

  private take(
    code: number,
    id: number,
    key: number,
    name: number,
    date: number,
    end: number,
    isWanted: boolean,
  ): void {
    const { found } = this
    const at = code * WIDTH
    found[at + IDENTITY.id] = id
    found[at + IDENTITY.key] = key
    found[at + IDENTITY.name] = name
    found[at + IDENTITY.date] = date
    found[at + IDENTITY.end] = end
    this.firsts[code] = Number.POSITIVE_INFINITY
    this.isAskedFor[code] = isWanted ? MARK.wanted : 0
  }
}

const ID = FACTS.indexOf('id')

function idOf(cells: readonly string[], own: OwnTexts): string {
  return cells[IS_OPEN] === '' ? cells[ID]! : filled(cells[ID]!, own)
}
