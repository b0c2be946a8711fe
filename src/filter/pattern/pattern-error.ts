// A syntax error in a filter pattern or `--where` expression, with its position.

import { UsageError } from '../../util/usage-error.ts'

const WIDTH = 72

export class PatternError extends UsageError {
  override name = 'PatternError'
  /** Position in the pattern, in UTF-16 code units; the pattern's length if something is missing at the end. */
  readonly position: number
  /** The pattern (or the part around the position) and a line with a caret under the position. */
  readonly frame: readonly [string, string]
  constructor(what: string, source: string, position: number, hint?: string, subject = 'filter pattern') {
    super(`${subject}: ${what} (at character ${position + 1})`, hint)
    this.position = position
    this.frame = frame(source, position)
  }
}

function frame(source: string, position: number): [string, string] {
  const start = source.length <= WIDTH ? 0 : Math.max(0, position - WIDTH / 2)
  const before = start > 0 ? '…' : ''
  const after = start + WIDTH < source.length ? '…' : ''
  const line = source.slice(start, start + WIDTH).replace(/[\0-\x1f\x7f-\x9f]/g, ' ')
  return [before + line + after, ' '.repeat(before.length + position - start) + '^']
}
