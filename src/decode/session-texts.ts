// The texts of a part of sessions, packed. Number 0 is the empty text, which stands for none.

import { type PackedTexts, TextPacker } from '../util/packed-texts.ts'

export class SessionTexts {
  private readonly packer = new TextPacker()

  constructor() {
    this.packer.add('')
  }

  /** The number of a text, which is not looked for. */
  add(text: string | undefined): number {
    return text === undefined || text === '' ? 0 : this.packer.add(text)
  }

  /** The same of ASCII letters. */
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
    this.packer.add('')
    return texts
  }
}
