// A scanner that holds a text: one for a whole test file, because each has memory of its own.

import { Scanner } from '../../src/decode/json/scan.ts'

const scanner = new Scanner()

/** The scanner is the same every time: what it held before is gone. */
export function loaded(text: Uint8Array | string): Scanner {
  scanner.load(Buffer.from(text))
  return scanner
}
