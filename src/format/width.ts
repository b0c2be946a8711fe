// How many columns of a terminal a text takes, and cutting or wrapping it to fit. The unit is the grapheme: what a
// reader takes for one character is never split. Expects printable text.

/** Only characters of one column that join with no other of these: Latin letters and our own `…`. Saves the slow way. */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02ff…]*$/
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u
/** Marks, what is invisible, and the vowels and finals that join a Hangul syllable. */
const NO_WIDTH = /[\p{M}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\ud7b0-\ud7ff]/u
/** East Asian Wide and Fullwidth (Unicode TR11), in the blocks that have them. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u

/** Columns that the text takes. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme)
  return width
}

/** The text in at most `width` columns, ending in `…` where it was cut. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  if (NARROW.test(text) && width > 0) return `${text.slice(0, width - 1)}…`
  return width < 1 ? '' : `${upTo(graphemes(text), width - 1)}…`
}

/** The text as lines of at most `width` columns, broken at a space where there is one. At least one line. */
export function wrap(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const grapheme of graphemes(text)) {
    const needs = graphemeWidth(grapheme)
    if (used + needs > width && line !== '') {
      const space = grapheme === ' ' ? line.length : line.lastIndexOf(' ')
      lines.push(space > 0 ? line.slice(0, space) : line)
      line = space > 0 ? line.slice(space + 1) : ''
      used = displayWidth(line)
      if (grapheme === ' ') continue
    }
    line += grapheme
    used += needs
  }
  return [...lines, line]
}

function upTo(parts: Iterable<string>, width: number): string {
  let taken = ''
  let used = 0
  for (const part of parts) {
    used += graphemeWidth(part)
    if (used > width) break
    taken += part
  }
  return taken
}

function graphemeWidth(grapheme: string): number {
  if (EMOJI.test(grapheme)) return 2
  let width = 0
  for (const char of grapheme) width += NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return width
}

let segmenter: Intl.Segmenter | undefined

function graphemes(text: string): Iterable<string> {
  if (NARROW.test(text)) return text
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segments(segmenter.segment(text))
}

function* segments(found: Intl.Segments): Iterable<string> {
  for (const { segment } of found) yield segment
}
