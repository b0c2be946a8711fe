// The literal pre-test: a question like "event name is DeleteTrail" can only be answered by bytes that hold that word,
// and searching for a word is ten times faster than reading JSON. It must never lose an event: text in which a character
// of a literal may be written otherwise is not tested at all.

import type { Needle, Scanner } from './json/scan.ts'

/** Looking for more than so many words takes longer than reading the records. */
const MAX_ALTERNATIVES = 16
const MAX_GROUPS = 16

/** Of the text that the scanner holds at the time of the question. */
export class LiteralTest {
  readonly isEmpty: boolean
  private readonly scanner: Scanner
  private readonly anyCase: boolean

  /** All of the groups must hold; a group holds when one of its literals is present. */
  constructor(scanner: Scanner, groups: readonly (readonly Needle[])[]) {
    this.scanner = scanner
    const useful = groups.filter((group) => group.length <= MAX_ALTERNATIVES).slice(0, MAX_GROUPS)
    this.isEmpty = useful.length === 0
    this.anyCase = useful.flat().some((needle) => needle.anyCase)
    scanner.setNeedles(useful)
  }

  /** False only when no record in the text can match. */
  mayMatch(): boolean {
    return this.scanner.mayMatch(0, this.scanner.bytes.length) || this.scanner.isDisguised(this.anyCase)
  }

  /** Whether the scanner may pass over single records. */
  isExact(): boolean {
    return !this.isEmpty && !this.scanner.isDisguised(this.anyCase)
  }
}
