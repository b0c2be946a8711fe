// A scanner loaded with a text. All tests of a file share it, because each scanner has its own memory.

import { Scanner } from '../../src/decode/json/scan.ts'

const scanner = new Scanner()

/** Returns the same scanner every time; its previous text is gone. */
export function loaded(text: Uint8Array | string): Scanner {
  scanner.load(Buffer.from(text))
  return scanner
}
