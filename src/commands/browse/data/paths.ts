// Numbers the names of log files. A folder's name is stored once for all of its files.

import { Dictionary } from './dictionary.ts'

const SLASH = 0x2f
/** Length of a folder's number, which precedes the name of a file in it. */
const FOLDER = 4

export class Paths {
  private readonly folders = new Dictionary()
  private readonly files = new Dictionary()
  private key = Buffer.alloc(256)

  get memory(): number {
    return this.folders.memory + this.files.memory
  }

  add(from: Uint8Array, start: number, end: number): number {
    let middle = end
    while (middle > start && from[middle - 1] !== SLASH) middle--
    const length = FOLDER + end - middle
    if (length > this.key.length) this.key = Buffer.alloc(length * 2)
    const { key } = this
    key.writeUInt32LE(this.folders.add(from, start, middle), 0)
    for (let i = middle, to = FOLDER; i < end; i++) key[to++] = from[i]!
    return this.files.add(key, 0, length)
  }

  text(code: number): string {
    if (code === 0) return ''
    const bytes = this.files.bytesOf(code)
    const folder = bytes.readUInt32LE(0)
    return this.folders.text(folder) + bytes.toString('utf8', FOLDER)
  }

  isText(code: number, text: Uint8Array): boolean {
    if (code === 0) return text.length === 0
    const bytes = this.files.bytesOf(code)
    const folder = this.folders.bytesOf(bytes.readUInt32LE(0))
    // Compares the name first, because it is more distinctive.
    return (
      folder.length + bytes.length - FOLDER === text.length &&
      bytes.compare(text, folder.length, text.length, FOLDER) === 0 &&
      folder.compare(text, 0, folder.length) === 0
    )
  }

  trim(): void {
    this.folders.trim()
    this.files.trim()
  }
}
