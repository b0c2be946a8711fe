// The literal pre-test: a question like "event name is DeleteTrail" can only be answered by bytes that hold that word,
// and searching for a word is ten times faster than reading JSON. It must never lose an event: the literals are letters
// and digits only, and text in which such a character is written as a \u escape is not tested at all.

import type { Scanner } from './scan.ts'

/** Looking for more than so many words takes longer than reading the records. */
const MOST_ALTERNATIVES = 16
const MOST_GROUPS = 16

/** A literal: its number in the scanner, and its length. */
interface Needle {
  readonly index: number
  readonly length: number
}

/**
 * All of the groups must hold; a group holds when one of its literals is present. Of the text that the scanner holds at
 * the time of the question.
 */
export class LiteralTest {
  private readonly scanner: Scanner
  private readonly groups: readonly (readonly Needle[])[]

  constructor(scanner: Scanner, groups: readonly (readonly string[])[]) {
    this.scanner = scanner
    this.groups = groups
      .filter((group) => group.length <= MOST_ALTERNATIVES)
      .slice(0, MOST_GROUPS)
      .map((group) => group.map((text) => scanner.needle(text)))
  }

  get isEmpty(): boolean {
    return this.groups.length === 0
  }

  /** False only when no record in these bytes can match. */
  mayMatch(): boolean {
    const { scanner } = this
    const { length } = scanner.bytes
    return (
      this.groups.every((group) => group.some(({ index }) => scanner.find(index, 0, length) >= 0)) ||
      hasDisguisedText(scanner.bytes)
    )
  }

  /** A test of records, asked in ascending order of their starts; undefined when it would tell nothing. */
  forRecords(): RecordTest | undefined {
    if (this.isEmpty || hasDisguisedText(this.scanner.bytes)) return undefined
    return new RecordTest(this.scanner, this.groups)
  }
}

/** Keeps the next hit of every literal, so that one pass over the text serves all its records. */
export class RecordTest {
  /** Records of which `mayMatch` said no. */
  passedOver = 0
  private readonly scanner: Scanner
  private readonly groups: readonly (readonly Needle[])[]
  private readonly next: number[][]

  constructor(scanner: Scanner, groups: readonly (readonly Needle[])[]) {
    this.scanner = scanner
    this.groups = groups
    this.next = groups.map((group) => group.map(() => -1))
  }

  mayMatch(start: number, end: number): boolean {
    for (let g = 0; g < this.groups.length; g++) {
      const group = this.groups[g]!
      const next = this.next[g]!
      let found = false
      for (let k = 0; k < group.length; k++) {
        if (next[k]! < start) {
          const hit = this.scanner.find(group[k]!.index, start, this.scanner.bytes.length)
          next[k] = hit < 0 ? Number.POSITIVE_INFINITY : hit
        }
        if (next[k]! + group[k]!.length <= end) found = true
      }
      if (!found) {
        this.passedOver++
        return false
      }
    }
    return true
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
