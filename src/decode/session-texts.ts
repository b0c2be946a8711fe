// The texts of a part of sessions, packed. Number 0 is the empty text, which stands for none.

import { type PackedTexts, TextPacker } from '../util/packed-texts.ts'

export class SessionTexts {
  /** To which the scanner's texts are added. */
  readonly packer = new TextPacker()
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

  text(number: number): string | undefined {
    return number === 0 ? undefined : this.packer.text(number)
  }

  /** Number of characters of a text that is kept in one byte each. */
  length(number: number): number {
    const { ends } = this.packer
    return number === 0 ? 0 : ends[number]! - ends[number - 1]! - 1
  }

  /** All of them, which are forgotten. */
  take(): PackedTexts {
    const texts = this.packer.finish()
    this.clear()
    return texts
  }

  clear(): void {
    this.packer.clear()
    this.known = new Map()
    this.packer.add('')
  }
}
