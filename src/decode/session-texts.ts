// The texts of a part of sessions, packed. Number 0 is the empty text, which stands for none.

import { type PackedTexts, TextPacker } from '../util/packed-texts.ts'

export class SessionTexts {
  private readonly packer = new TextPacker()
  private known = new Map<string, number>()

  constructor() {
    this.packer.add('')
  }

  /** The number of a text, which is not looked for. */
  add(text: string | undefined): number {
    return text === undefined || text === '' ? 0 : this.packer.add(text)
  }

  /** The number of a text that comes again and again. */
  addAgain(text = ''): number {
    if (text === '') return 0
    let number = this.known.get(text)
    if (number === undefined) this.known.set(text, (number = this.packer.add(text)))
    return number
  }

  /** The number of some ASCII letters. */
  addPlain(letters: Uint8Array, from: number, to: number): number {
    return from === to ? 0 : this.packer.addNarrow(letters, from, to)
  }

  isPlain(number: number, letters: Uint8Array, from: number, to: number): boolean {
    return this.packer.isNarrow(number, letters, from, to)
  }

  text(number: number): string | undefined {
    return number === 0 ? undefined : this.packer.text(number)
  }

  /** All of them, which are forgotten. */
  take(): PackedTexts {
    const texts = this.packer.finish()
    this.packer.clear()
    this.known = new Map()
    this.packer.add('')
    return texts
  }
}
