// Terminal width of a text in columns, and truncating and wrapping to a width. The unit is the grapheme, so that a
// user-perceived character is never split. Expects printable text. The only importer of get-east-asian-width, whose
// table of wide characters follows Unicode.

import { eastAsianWidth } from 'get-east-asian-width'

/**
 * Characters of width 1 that never combine with each other: Latin letters and our own marks, lines and bars. A text of
 * only these needs no segmentation.
 */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02ff…–≠✗▸\u2500-\u259f]*$/
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u
/** Combining marks, invisible characters, and the Hangul vowels and finals that join a syllable. */
const NO_WIDTH = /[\p{M}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7ff]/u

/** Number of terminal columns that the text takes. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme)
  return width
}

/** The text in at most `width` columns, ending with `ellipsis` (one column) if it was truncated. */
export function truncate(text: string, width: number, ellipsis = '…'): string {
  if (displayWidth(text) <= width) return text
  if (NARROW.test(text) && width > 0) return text.slice(0, width - 1) + ellipsis
  return width < 1 ? '' : upTo(graphemes(text), width - 1) + ellipsis
}

/**
 * The same, truncated in the middle. Two thirds of the width go to the end, the most informative part of ARNs and
 * paths.
 */
export function truncateMiddle(text: string, width: number, ellipsis = '…'): string {
  if (displayWidth(text) <= width) return text
  if (width < 3) return truncate(text, width, ellipsis)
  const parts = [...graphemes(text)]
  const start = upTo(parts, Math.floor((width - 1) / 3))
  const end = upTo(parts.reverse(), width - 1 - displayWidth(start), (taken, part) => part + taken)
  return start + ellipsis + end
}

/** A long word is preferably broken after one of these. */
const BREAK_AFTER = /[.:/,_-]/

/**
 * Wraps text into lines of at most `width` columns, broken at spaces if possible, else after the punctuation that
 * joins the parts of ARNs, host names and paths. Returns at least one line.
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

/** Wraps only at spaces: a longer path or link stays whole, so that it can be copied. */
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

/**
 * Where to break a word: after the last punctuation in the second half of the line, else at the line's end, because
 * short pieces are harder to read than a broken word.
 */
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

/** Code units per call of the segmenter, whose time per step grows with the length of the text. */
const STEP = 2048

function* segments(text: string, segmenter: Intl.Segmenter): Iterable<string> {
  for (let from = 0, size = STEP; from < text.length;) {
    const found = [...segmenter.segment(text.slice(from, from + size))]
    const isLast = from + size >= text.length
    // The last grapheme may continue beyond this chunk.
    if (!isLast && found.length > 1) found.pop()
    else if (!isLast && size < MAX_GRAPHEME) {
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

/** No real grapheme is longer. */
const MAX_GRAPHEME = 64 * STEP
