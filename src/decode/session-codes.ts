// The identities of a part, numbered. Those of sessions of one role are alike but for a few texts: the facts of all are derived
// once, and of each these texts are copied, as bytes.

import type { Event } from '../event/event.ts'
import { filled, HOLE, type OwnTexts } from '../trace/identity-shape.ts'
import { CELLS, FACTS, IDENTITY, IS_OPEN, MARK, type SessionPart, WIDTH } from '../trace/session-part.ts'
import { grown } from '../util/bytes.ts'
import { IdentityEvent } from './identity-event.ts'
import { IDS, type ScannerSessions } from './json/sessions.ts'
import { APART } from './json/table.ts'
import type { TableRow } from './memo.ts'
import { type Known, SessionIdentities, type Shape, type WantedSessions } from './session-identities.ts'
import { SessionTexts } from './session-texts.ts'

/** With more, all are forgotten after the part, because each part has them. */
const MAX_SHAPES = 1024
const FIRST_ROOM = 1024

export class SessionCodes {
  /** Number of identities. */
  count = 0
  /** Of each the mark of its events if its session is asked for, or 0. */
  isAskedFor = new Uint8Array(FIRST_ROOM)
  private readonly identities: SessionIdentities
  private readonly texts: SessionTexts
  private readonly inTable = new IdentityEvent()
  private part = 0
  // Shapes by their numbers, and the texts and the hashes of each.
  private shapes: Shape[] = []
  private readonly shapeTexts = new SessionTexts()
  private shapeCells = new Uint32Array(CELLS * 64)
  private shapeHashes = new Int32Array(2 * 64)
  private found = new Uint32Array(WIDTH * FIRST_ROOM)

  /** `texts` gets the texts. */
  constructor(wanted: WantedSessions, texts: SessionTexts) {
    this.identities = new SessionIdentities(wanted)
    this.texts = texts
  }

  /** The number of the identity of an event; -1 for one without a session. */
  ofEvent(event: Event, signsIn: boolean): number {
    return this.ofKnown(this.identities.of(event, signsIn))
  }

  /** The same of a record of a table, whose identity is at this cell. It is not looked for. */
  ofRow(row: TableRow, cell: number, isOfConsole: boolean, signsIn: boolean): number {
    this.inTable.set(row, cell, isOfConsole)
    return this.ofKnown(this.identities.make(signsIn ? row.event() : this.inTable, signsIn))
  }

  private ofKnown(known: Known): number {
    const { shape, own } = known
    const { cells } = shape
    if (cells === undefined) return -1
    if (known.part === this.part) return known.code
    known.part = this.part
    const code = (known.code = this.reserve(1))
    const { found, texts } = this
    const at = code * WIDTH
    const key = texts.add(own.key)
    found[at + IDENTITY.shape] = this.numberOf(shape, cells)
    found[at + IDENTITY.id] = hasPlainId(cells) ? key : texts.add(idOf(cells, own))
    found[at + IDENTITY.key] = key
    found[at + IDENTITY.name] = texts.add(own.name)
    found[at + IDENTITY.date] = texts.addAgain(own.date)
    found[at + IDENTITY.end] = texts.add(own.end)
    found[at + IDENTITY.hash] = found[at + IDENTITY.hash + 1] = 0
    this.isAskedFor[code] = known.isWanted ? MARK.wanted : 0
    return code
  }

  /** Answers what the scanner asks about the shape of the identity that it has taken apart last. */
  answerShape(
    row: TableRow,
    cell: number,
    isOfConsole: boolean,
    signsIn: boolean,
    scanned: ScannerSessions,
  ): void {
    const { inTable, identities } = this
    const { apart } = row.scanner
    const json = row.scanner.shape()
    inTable.set(row, cell, isOfConsole)
    const shape = identities.shape(signsIn ? row.event() : inTable, json, signsIn)
    if (!signsIn) {
      shape.a = apart[APART.hash]! ^ (isOfConsole ? 1 : 0)
      shape.b = apart[APART.hash + 1]!
    }
    const { cells } = shape
    if (cells === undefined) scanned.answer(-1, IDS.none)
    else scanned.answer(this.numberOf(shape, cells), hasPlainId(cells) ? IDS.byKey : IDS.byCaller)
  }

  /** Adds the identities that the scanner has found, whose texts are there already. */
  addAll(scanned: ScannerSessions): void {
    const { identities: count } = scanned
    if (count === 0) return
    const first = this.reserve(count)
    scanned.takeIdentities(this.found, first, WIDTH)
    const { found, isAskedFor, shapes } = this
    for (let code = first; code < first + count; code++) {
      const shape = shapes[found[code * WIDTH + IDENTITY.shape]!]!
      const isWanted = shape.isWanted || (shape.wanted.length > 0 && this.isWanted(shape, code * WIDTH))
      isAskedFor[code] = isWanted ? MARK.wanted : 0
    }
  }

  private isWanted(shape: Shape, at: number): boolean {
    const { found, identities, texts } = this
    const key = found[at + IDENTITY.key]!
    const name = found[at + IDENTITY.name]!
    const date = found[at + IDENTITY.date]!
    const end = found[at + IDENTITY.end]!
    if (
      !identities.mayBeWanted(
        shape,
        texts.length(key),
        texts.length(name),
        texts.length(date),
        texts.length(end),
      )
    )
      return false
    return identities.isWanted(shape, {
      key: texts.text(key) ?? '',
      name: texts.text(name) ?? '',
      date: texts.text(date) ?? '',
      end: texts.text(end) ?? '',
    })
  }

  /** The text that is the ID of its session; 0 for none. */
  id(code: number): number {
    return code < 0 ? 0 : this.found[code * WIDTH + IDENTITY.id]!
  }

  /** All of them, which are forgotten, and all shapes. */
  finish(scanned: ScannerSessions): Pick<SessionPart, 'shapes' | 'identities'> {
    const { length } = this.shapes
    const part = {
      shapes: {
        texts: this.shapeTexts.packer.finish(),
        cells: this.shapeCells.slice(0, length * CELLS),
        hashes: this.shapeHashes.slice(0, length * 2),
      },
      identities: this.found.slice(0, this.count * WIDTH),
    }
    this.part++
    this.count = 0
    if (length > MAX_SHAPES) {
      for (const shape of this.shapes) shape.code = -1
      this.shapes = []
      this.shapeTexts.clear()
      scanned.forgetShapes()
    }
    return part
  }

  private numberOf(shape: Shape, cells: readonly string[]): number {
    if (shape.code < 0) {
      shape.code = this.shapes.push(shape) - 1
      if (this.shapes.length * 2 > this.shapeHashes.length) {
        this.shapeHashes = grown(this.shapeHashes)
        this.shapeCells = grown(this.shapeCells)
      }
      for (let n = 0; n < CELLS; n++)
        this.shapeCells[shape.code * CELLS + n] = this.shapeTexts.addAgain(cells[n])
    }
    this.shapeHashes[shape.code * 2] = shape.a
    this.shapeHashes[shape.code * 2 + 1] = shape.b
    return shape.code
  }

  // Returns the number of the first one.
  private reserve(count: number): number {
    const first = this.count
    this.count += count
    while (this.count > this.isAskedFor.length) {
      this.found = grown(this.found)
      this.isAskedFor = grown(this.isAskedFor)
    }
    return first
  }
}

const ID = FACTS.indexOf('id')

function hasPlainId(cells: readonly string[]): boolean {
  return cells[IS_OPEN] !== '' && cells[ID] === HOLE.key
}

function idOf(cells: readonly string[], own: OwnTexts): string {
  return cells[IS_OPEN] === '' ? cells[ID]! : filled(cells[ID]!, own)
}
