// The shapes of identities of a run, and through them the facts of a session: each fact is a name, one of the names that the
// identity has of its own, or a text with one of these inside.

import { grown } from '../util/bytes.ts'
import { HashNumbers } from '../util/hash-numbers.ts'
import { StringTable } from '../util/string-table.ts'
import { filled, hasHole, HOLE, type OwnTexts, splitAtHoles } from './identity-shape.ts'
import { CELLS, FACTS, IDENTITY, IS_OPEN, type FactName, type SessionPart } from './session-part.ts'

const COLUMN = Object.fromEntries([...FACTS, 'accessKeyId'].map((name, index) => [name, index])) as Record<
  FactName | 'accessKeyId',
  number
>
// How the text of a fact is made, apart from one of a name of its own, which is the place of that name in an identity.
const LITERAL = 0
const MIXED = 255

export class ShapeTable {
  private readonly names: StringTable
  private readonly known = new StringTable()
  private readonly byHash = new HashNumbers()
  // CELLS each.
  private cells = new Uint32Array(CELLS * 64)
  private forms = new Uint8Array(CELLS * 64)
  // Of facts with holes, by their place in `cells`: the names between the holes, and what is put into each hole.
  private readonly pieces = new Map<number, { readonly numbers: Uint32Array; readonly holes: Uint8Array }>()

  constructor(names: StringTable) {
    this.names = names
  }

  /** The number of one of the shapes of a part. */
  add({ shapes, shapeHashes }: SessionPart, n: number, nameOf: (text: number) => number): number {
    const a = shapeHashes[n * 2]!
    const b = shapeHashes[n * 2 + 1]!
    const known = this.byHash.find(a, b)
    if (known >= 0) return known
    const number = this.addCells(shapes, n, nameOf)
    if (a !== 0 || b !== 0) this.byHash.add(a, b, number)
    return number
  }

  private addCells(shapes: Uint32Array, n: number, nameOf: (text: number) => number): number {
    const cells = shapes.subarray(n * CELLS, (n + 1) * CELLS).map(nameOf)
    const { size } = this.known
    const number = this.known.add(cells.join(' '))
    if (number === size) this.write(number, cells)
    return number
  }

  /** 0 for a text that is no name. */
  name(identity: Uint32Array, fact: FactName | 'accessKeyId'): number {
    const at = identity[IDENTITY.shape]! * CELLS + COLUMN[fact]
    const form = this.forms[at]!
    if (form === LITERAL) return this.cells[at]!
    return form === MIXED ? this.find(identity, fact, this.names) : identity[form]!
  }

  /** The number that a table has for a fact; 0 for none. */
  find(identity: Uint32Array, fact: FactName | 'accessKeyId', table: StringTable): number {
    const at = identity[IDENTITY.shape]! * CELLS + COLUMN[fact]
    const pieces = this.pieces.get(at)
    if (pieces === undefined) return table.find(this.text(identity, fact) ?? '')
    const { numbers, holes } = pieces
    for (let n = 0; n < holes.length; n++) if (holes[n] !== LITERAL) numbers[n] = identity[holes[n]!]!
    const found = table.findJoined(this.names, numbers)
    return found < 0 ? table.find(this.text(identity, fact)!) : found
  }

  text(identity: Uint32Array, fact: FactName | 'accessKeyId'): string | undefined {
    const at = identity[IDENTITY.shape]! * CELLS + COLUMN[fact]
    const form = this.forms[at]!
    const { names } = this
    if (form !== MIXED) return names.text(form === LITERAL ? this.cells[at]! : identity[form]!)
    const own: OwnTexts = {
      key: names.text(identity[IDENTITY.key]!) ?? '',
      name: names.text(identity[IDENTITY.name]!) ?? '',
      date: names.text(identity[IDENTITY.date]!) ?? '',
      end: names.text(identity[IDENTITY.end]!) ?? '',
    }
    return filled(names.text(this.cells[at]!)!, own)
  }

  /** An order of identities by their facts. */
  comesBefore(one: Uint32Array, other: Uint32Array): boolean {
    if (one.every((number, n) => number === other[n])) return false
    for (const fact of FACTS) {
      const [a = '', b = ''] = [this.text(one, fact), this.text(other, fact)]
      if (a !== b) return a < b
    }
    return false
  }

  private piecesOf(text: string): { readonly numbers: Uint32Array; readonly holes: Uint8Array } {
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
