// Stores a number for each event, in pieces of 65,536; the width of a piece depends on its largest number. Nothing is copied
// while events arrive, and a column with few different texts takes one byte per event.

export const PIECE_BITS = 16
export const PIECE = 1 << PIECE_BITS
const MASK = PIECE - 1

export type Piece = Uint8Array | Uint16Array | Uint32Array

export class Numbers {
  private readonly pieces: Piece[] = []

  /** Memory in bytes. */
  get memory(): number {
    return this.pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }

  /** 0 for an event without a number. */
  at(event: number): number {
    return this.pieces[event >>> PIECE_BITS]?.[event & MASK] ?? 0
  }

  /** The numbers of a piece's events, which start at `number * PIECE`. */
  piece(number: number): Piece {
    return this.pieces[number]!
  }

  set(event: number, value: number): void {
    const number = event >>> PIECE_BITS
    let piece = (this.pieces[number] ??= new Uint8Array(PIECE))
    const needs = value > 0xffff ? 4 : value > 0xff ? 2 : 1
    if (needs > piece.BYTES_PER_ELEMENT) {
      const wider = needs === 4 ? new Uint32Array(PIECE) : new Uint16Array(PIECE)
      wider.set(piece)
      piece = this.pieces[number] = wider
    }
    piece[event & MASK] = value
  }
}

/** Times in four bytes as whole seconds, which nearly all are; a piece with any other time stores milliseconds in eight. */
export class Times {
  private readonly pieces: (Uint32Array | Float64Array)[] = []

  get memory(): number {
    return this.pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
  }

  /** Epoch milliseconds; NaN for none. */
  at(event: number): number {
    const piece = this.pieces[event >>> PIECE_BITS]!
    const value = piece[event & MASK]!
    return piece instanceof Float64Array ? value : value === NONE ? Number.NaN : value * 1000
  }

  set(event: number, time: number): void {
    const number = event >>> PIECE_BITS
    let piece = (this.pieces[number] ??= new Uint32Array(PIECE))
    if (piece instanceof Uint32Array) {
      const seconds = Number.isNaN(time) ? NONE : time / 1000
      const isPlain = seconds >>> 0 === seconds && (seconds !== NONE || Number.isNaN(time))
      if (isPlain) {
        piece[event & MASK] = seconds
        return
      }
      piece = this.pieces[number] = Float64Array.from(piece, (one) =>
        one === NONE ? Number.NaN : one * 1000,
      )
    }
    piece[event & MASK] = time
  }
}

const NONE = 0xffffffff
