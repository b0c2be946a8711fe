// The shapes of identities of a run, and through them the facts of a session: each fact is a name, one of the names that the
// identity has of its own, or a text with one of these inside.

import { grown } from '../util/bytes.ts'
import { HashNumbers } from '../util/hash-numbers.ts'
import { StringTable } from '../util/string-table.ts'
import { filled, hasHole, HOLE, type OwnTexts, splitAtHoles } from './identity-shape.ts'
import { CELLS, FACTS, IDENTITY, IS_OPEN, type FactName, type SessionPart } from './session-part.ts'

/** Facts by number, which is their place in a shape. */
export const FACT = Object.fromEntries(
  [...FACTS, 'accessKeyId'].map((name, index) => [name, index]),
) as Record<FactName | 'accessKeyId', number>
// How the text of a fact is made, apart from one of a name of its own, which is the place of that name in an identity.
const LITERAL = 0
const MIXED = 255

/** Of a fact with holes: the names between the holes, and what is put into each hole. */
interface Pieces {
  readonly numbers: Uint32Array
  readonly holes: Uint8Array
}

export class ShapeTable {
  private readonly names: StringTable
  private readonly known = new StringTable()
  private readonly byHash = new HashNumbers()
  // CELLS each.
  private cells = new Uint32Array(CELLS * 64)
  private forms = new Uint8Array(CELLS * 64)
  // By their place in `cells`.
  private readonly pieces = new Map<number, Pieces>()

  constructor(names: StringTable) {
    this.names = names
  }

  /** The number of one of the shapes of a part. */
  add(shapes: SessionPart['shapes'], n: number): number {
    const a = shapes.hashes[n * 2]!
    const b = shapes.hashes[n * 2 + 1]!
    const hasHash = a !== 0 || b !== 0
    const known = hasHash ? this.byHash.find(a, b) : -1
    if (known >= 0) return known
    const number = this.addCells(shapes, n)
    if (hasHash) this.byHash.add(a, b, number)
    return number
  }

  private addCells(shapes: SessionPart['shapes'], n: number): number {
    const cells = shapes.cells
      .subarray(n * CELLS, (n + 1) * CELLS)
      .map((text) => this.names.addPacked(shapes.texts, text))
    const { size } = this.known
    const number = this.known.add(cells.join(' '))
    if (number === size) this.write(number, cells)
    return number
  }

  // Identities are WIDTH numbers each, of many in one array: `at` is the place of the first one.

  /** 0 for a text that is no name. */
  name(identities: Uint32Array, at: number, fact: number): number {
    const cell = identities[at + IDENTITY.shape]! * CELLS + fact
    const form = this.forms[cell]!
    if (form === LITERAL) return this.cells[cell]!
    return form === MIXED ? this.find(identities, at, fact, this.names) : identities[at + form]!
  }

  /** The number that a table has for a fact; 0 for none. */
  find(identities: Uint32Array, at: number, fact: number, table: StringTable): number {
    const pieces = this.pieces.get(identities[at + IDENTITY.shape]! * CELLS + fact)
    if (pieces === undefined) return table.find(this.text(identities, at, fact) ?? '')
    const { numbers, holes } = pieces
    for (let n = 0; n < holes.length; n++) if (holes[n] !== LITERAL) numbers[n] = identities[at + holes[n]!]!
    const found = table.findJoined(this.names, numbers)
    return found < 0 ? table.find(this.text(identities, at, fact)!) : found
  }

  text(identities: Uint32Array, at: number, fact: number): string | undefined {
    const cell = identities[at + IDENTITY.shape]! * CELLS + fact
    const form = this.forms[cell]!
    const { names } = this
    if (form !== MIXED) return names.text(form === LITERAL ? this.cells[cell]! : identities[at + form]!)
    const own: OwnTexts = {
      key: names.text(identities[at + IDENTITY.key]!) ?? '',
      name: names.text(identities[at + IDENTITY.name]!) ?? '',
      date: names.text(identities[at + IDENTITY.date]!) ?? '',
      end: names.text(identities[at + IDENTITY.end]!) ?? '',
    }
    return filled(names.text(this.cells[cell]!)!, own)
  }

  /** An order of identities by their facts. */
  comesBefore(one: Uint32Array, at: number, others: Uint32Array, otherAt: number): boolean {
    let n = 0
    while (n < IDENTITY.hash && one[at + n] === others[otherAt + n]) n++
    if (n === IDENTITY.hash) return false
    for (let fact = 0; fact < FACTS.length; fact++) {
      const a = this.text(one, at, fact) ?? ''
      const b = this.text(others, otherAt, fact) ?? ''
      if (a !== b) return a < b
    }
    return false
  }

  private piecesOf(text: string): Pieces {
    const pieces = splitAtHoles(text)
    return {
      numbers: Uint32Array.from(pieces, (piece) => (hasHole(piece) ? 0 : this.names.add(piece))),
      holes: Uint8Array.from(pieces, formOf),
    }
  }

  private write(number: number, cells: Uint32Array): void {
    while ((number + 1) * CELLS > this.cells.length) {
      this.cells = grown(this.cells)
      this.forms = grown(this.forms)
    }
    this.cells.set(cells, number * CELLS)
    const isOpen = cells[IS_OPEN] !== 0
    for (let n = 0; n < CELLS; n++) {
      const text = isOpen ? this.names.text(cells[n]!) : undefined
      const form = text === undefined ? LITERAL : formOf(text)
      this.forms[number * CELLS + n] = form
      if (form !== LITERAL) this.pieces.set(number * CELLS + n, this.piecesOf(text!))
    }
  }
}

function formOf(text: string): number {
  if (text === HOLE.key) return IDENTITY.key
  if (text === HOLE.name) return IDENTITY.name
  if (text === HOLE.date) return IDENTITY.date
  if (text === HOLE.end) return IDENTITY.end
  return hasHole(text) ? MIXED : LITERAL
}
