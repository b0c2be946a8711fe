// The literal pre-test: a question like "event name is DeleteTrail" can only be answered by bytes that hold that word,
// and searching for a word is ten times faster than reading JSON. It must never lose an event: the literals are letters
// and digits only, and text in which such a character is written as a \u escape is not tested at all.

import type { Scanner } from './json/scan.ts'

/** Looking for more than so many words takes longer than reading the records. */
const MAX_ALTERNATIVES = 16
const MAX_GROUPS = 16

/** Of the text that the scanner holds at the time of the question. */
export class LiteralTest {
  readonly isEmpty: boolean
  private readonly scanner: Scanner

  /** All of the groups must hold; a group holds when one of its literals is present. */
  constructor(scanner: Scanner, groups: readonly (readonly string[])[]) {
    this.scanner = scanner
    const useful = groups.filter((group) => group.length <= MAX_ALTERNATIVES).slice(0, MAX_GROUPS)
    this.isEmpty = useful.length === 0
    scanner.setNeedles(useful)
  }

  /** False only when no record in the text can match. */
  mayMatch(): boolean {
    return this.scanner.mayMatch(0, this.scanner.bytes.length) || hasDisguisedText(this.scanner.bytes)
  }

  /** Whether the scanner may pass over single records. */
  isExact(): boolean {
    return !this.isEmpty && !hasDisguisedText(this.scanner.bytes)
  }
}

const ESCAPE = Buffer.from('\\u00')

// True when somewhere a letter or digit may be written as \u0030…\u007a, or the backslash of such an escape inside a
// string of JSON (\u005c). CloudTrail itself escapes only < > & and the like (\u003c, \u003e, \u0026), which no literal
// contains.
function hasDisguisedText(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + 4)) {
    const code = Number.parseInt(bytes.toString('latin1', at + 4, at + 6), 16)
    if (isLetterOrDigit(code) || code === 0x5c) return true
  }
  return false
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}
