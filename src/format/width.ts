// How many columns of a terminal a text takes, and cutting or wrapping it to fit. The unit is the grapheme: what a
// reader takes for one character is never split. Expects printable text. Only importer of get-east-asian-width, whose
// table of wide characters follows Unicode.

import { eastAsianWidth } from 'get-east-asian-width'

/** Only characters of one column that join with no other of these: Latin letters and our own marks, lines and bars. Saves the slow way. */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02ff…–≠✗▸\u2500-\u259f]*$/
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u
/** Marks, what is invisible, and the vowels and finals that join a Hangul syllable. */
const NO_WIDTH = /[\p{M}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7ff]/u

/** Columns that the text takes. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme)
  return width
}

/** The text in at most `width` columns, ending in `ellipsis` (one column) where it was cut. */
export function truncate(text: string, width: number, ellipsis = '…'): string {
  if (displayWidth(text) <= width) return text
  if (NARROW.test(text) && width > 0) return text.slice(0, width - 1) + ellipsis
  return width < 1 ? '' : upTo(graphemes(text), width - 1) + ellipsis
}

/** The same, cut in the middle: of ARNs and paths the end tells most, so it gets two thirds. */
export function truncateMiddle(text: string, width: number, ellipsis = '…'): string {
  if (displayWidth(text) <= width) return text
  if (width < 3) return truncate(text, width, ellipsis)
  const parts = [...graphemes(text)]
  const start = upTo(parts, Math.floor((width - 1) / 3))
  const end = upTo(parts.reverse(), width - 1 - displayWidth(start), (taken, part) => part + taken)
  return start + ellipsis + end
}

/** After these a long word is broken rather than anywhere. */
const BREAK_AFTER = /[.:/,_-]/

/**
 * The text as lines of at most `width` columns, broken at a space where there is one, else after the punctuation that
 * joins the parts of ARNs, host names and paths. At least one line.
 */
export function wrap(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const grapheme of graphemes(text)) {
    const needs = graphemeWidth(grapheme)
    if (used + needs > width && line !== '') {
      const space = grapheme === ' ' ? line.length : line.lastIndexOf(' ')
      const at = space > 0 ? space : lastBreak(line)
      lines.push(line.slice(0, at))
      line = line.slice(space > 0 ? at + 1 : at)
      used = displayWidth(line)
      if (grapheme === ' ') continue
    }
    line += grapheme
    used += needs
  }
  return [...lines, line]
}

/** The same at spaces alone: a path or a link that is too long stays whole, so that it can be copied. */
export function wrapWords(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text]
  const lines: string[] = []
  let line: string | undefined
  for (const word of text.split(' ')) {
    if (line === undefined) line = word
    else if (displayWidth(line) + 1 + displayWidth(word) <= width) line += ` ${word}`
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line ?? '']
}

/** The end of the line where only its first half has punctuation: short pieces are harder to read than a broken word. */
function lastBreak(line: string): number {
  for (let at = line.length; at > line.length / 2; at--) if (BREAK_AFTER.test(line[at - 1]!)) return at
  return line.length
}

function upTo(
  parts: Iterable<string>,
  width: number,
  join = (taken: string, part: string) => taken + part,
): string {
  let taken = ''
  let used = 0
  for (const part of parts) {
    used += graphemeWidth(part)
    if (used > width) break
    taken = join(taken, part)
  }
  return taken
}

function graphemeWidth(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 2
  let width = 0
  for (const char of grapheme) width += NO_WIDTH.test(char) ? 0 : eastAsianWidth(char.codePointAt(0)!)
  return width
}

let segmenter: Intl.Segmenter | undefined

function graphemes(text: string): Iterable<string> {
  if (NARROW.test(text)) return text
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segments(text, segmenter)
}

/** Code units that are segmented at a time: the time of one step of the segmenter grows with the text. */
const STEP = 2048

function* segments(text: string, segmenter: Intl.Segmenter): Iterable<string> {
  for (let from = 0, size = STEP; from < text.length;) {
    const found = [...segmenter.segment(text.slice(from, from + size))]
    const isLast = from + size >= text.length
    // The last one may go on behind what was looked at.
    if (!isLast && found.length > 1) found.pop()
    else if (!isLast && size < LONGEST) {
      size *= 2
      continue
    }
    for (const { segment } of found) {
      from += segment.length
      yield segment
    }
    size = STEP
  }
}

/** No character for a reader is longer. */
const LONGEST = 64 * STEP
