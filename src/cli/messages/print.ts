// A message on stderr begins with its kind, before a colon; on a terminal that word is coloured.

import { printable } from '../../format/sanitize.ts'
import { PROBLEM_KINDS } from '../../util/problem.ts'
import { colorFor, type ColorChoice } from '../color.ts'
import type { Io } from '../io.ts'

type Tone = 'red' | 'yellow' | 'cyan' | 'dim'

const TONES: Readonly<Record<string, Tone>> = {
  error: 'red',
  interrupted: 'yellow',
  ...Object.fromEntries(
    Object.values(PROBLEM_KINDS).map(({ label, fails }): [string, Tone] => [label, fails ? 'yellow' : 'dim']),
  ),
  order: 'yellow',
  hint: 'cyan',
  note: 'dim',
  filter: 'dim',
  refused: 'yellow',
  debug: 'dim',
}

/** Writes lines to stderr, given without line ends. The text is sanitized, so nothing in it can act on a terminal. */
export async function say(io: Io, lines: readonly string[], choice?: ColorChoice): Promise<void> {
  if (lines.length === 0) return
  const color = await colorFor(io.err, io.env, choice)
  // The module for character widths is loaded only for a terminal, where lines are wrapped.
  const { wrapWords } = io.err.isTty ? await import('../../format/width.ts') : { wrapWords: undefined }
  const fitted = (line: string) => wrapWords?.(line, io.err.columns).join('\n') ?? line
  const painted = lines
    .map(printable)
    .map(fitted)
    .map((line) => {
      const colon = line.indexOf(':')
      const label = line.slice(0, Math.max(colon, 0))
      const tone = Object.hasOwn(TONES, label) ? TONES[label] : undefined
      return tone === undefined ? line : color[tone](label + ':') + line.slice(colon + 1)
    })
  await io.err.write(`${painted.join('\n')}\n`)
}
