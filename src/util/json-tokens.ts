// Splits JSON text into tokens as they are written: numbers beyond 2^53, key order and escapes survive, which
// JSON.parse would change. Never throws and never recurses, whatever the text is.

export const PUNCTUATION = '{}[],:'

/**
 * A string is one token, each punctuation character is one, and so is any other run up to the next of these; white
 * space is dropped.
 */
export function jsonTokens(text: string): string[] {
  const found: string[] = []
  let at = 0
  while (at < text.length) {
    const end = tokenEnd(text, at)
    const token = text.slice(at, end)
    if (!isSpace(token)) found.push(token)
    at = end
  }
  return found
}

function tokenEnd(text: string, start: number): number {
  const first = text.charAt(start)
  if (first === '"') return stringEnd(text, start)
  if (PUNCTUATION.includes(first) || isSpace(first)) return start + 1
  let end = start + 1
  while (end < text.length && !`${PUNCTUATION}" \t\r\n`.includes(text.charAt(end))) end++
  return end
}

function stringEnd(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}

function isSpace(token: string): boolean {
  return token === ' ' || token === '\n' || token === '\r' || token === '\t'
}

export function isOpen(token: string | undefined): boolean {
  return token === '{' || token === '['
}

export function isClose(token: string | undefined): boolean {
  return token === '}' || token === ']'
}
