// The literal pre-test: a filter such as "event name is DeleteTrail" can only match bytes that contain that word, and
// searching for a word is ten times faster than reading JSON. It must never lose an event, so text in which a character
// of a literal may be written differently is not tested at all.

import type { Needle } from './json/instance.ts'
import type { Scanner } from './json/scan.ts'

/** Searching for more words than this takes longer than reading the records. */
const MAX_ALTERNATIVES = 16
const MAX_GROUPS = 16

/** Tests the text that the scanner currently holds. */
export class LiteralTest {
  readonly isEmpty: boolean
  private readonly scanner: Scanner
  private readonly anyCase: boolean

  /** All groups must match; a group matches if one of its literals occurs. */
  constructor(scanner: Scanner, groups: readonly (readonly Needle[])[]) {
    this.scanner = scanner
    const useful = groups.filter((group) => group.length <= MAX_ALTERNATIVES).slice(0, MAX_GROUPS)
    this.isEmpty = useful.length === 0
    this.anyCase = useful.flat().some((needle) => needle.anyCase)
    scanner.setNeedles(useful)
  }

  /** False only if no record in the text can match. */
  mayMatch(): boolean {
    return this.scanner.mayMatch(0, this.scanner.bytes.length) || this.scanner.isDisguised(this.anyCase)
  }

  /** True if the scanner may skip single records. */
  isExact(): boolean {
    return !this.isEmpty && !this.scanner.isDisguised(this.anyCase)
  }
}
