// Text with `*` wildcards, split into the pieces between them: `Get*Policy` is ['Get', 'Policy'], text without a
// wildcard is one piece. Matching takes each piece at its first possible position, so it never backtracks and needs no
// regular expression.

/** Splits at `*`. A backslash makes a following `*`, `\` or character of `escapable` literal. */
export function splitGlob(text: string, escapable = ''): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (let at = 0; at < text.length; at++) {
    const next = text[at + 1]
    if (text[at] === '\\' && next !== undefined && ('*\\' + escapable).includes(next)) {
      piece += next
      at++
    } else if (text[at] === '*') {
      pieces.push(piece)
      piece = ''
    } else {
      piece += text[at]
    }
  }
  return [...pieces, piece]
}

/** The inverse of `splitGlob`. */
export function joinGlob(pieces: readonly string[], escapable = ''): string {
  const special = '*\\' + escapable
  const escape = (piece: string) => Array.from(piece, (c) => (special.includes(c) ? `\\${c}` : c)).join('')
  return pieces.map(escape).join('*')
}

export function globMatches(pieces: readonly string[], text: string): boolean {
  const first = pieces[0] ?? ''
  if (pieces.length < 2) return text === first
  const last = pieces.at(-1) ?? ''
  if (text.length < first.length + last.length) return false
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  const limit = text.length - last.length
  let at = first.length
  for (let i = 1; i < pieces.length - 1; i++) {
    const piece = pieces[i] ?? ''
    const found = text.indexOf(piece, at)
    if (found < 0 || found + piece.length > limit) return false
    at = found + piece.length
  }
  return true
}
