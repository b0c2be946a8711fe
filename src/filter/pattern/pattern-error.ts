// A filter pattern or `--where` expression that cannot be read, and the place where.

import { UsageError } from '../../util/usage-error.ts'

const WIDTH = 72

export class PatternError extends UsageError {
  override name = 'PatternError'
  /** Where in the pattern, in UTF-16 units; its length when something is missing at the end. */
  readonly position: number
  /** The pattern (or the part of it around the place) and a line with a caret under the place. */
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
