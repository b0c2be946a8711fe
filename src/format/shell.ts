// Command lines for people to copy. A POSIX shell reads each word literally, whatever a log contained, and invisible
// characters are written visibly.

import { printable } from './sanitize.ts'

const PLAIN = /^[\w%+,./:=@-]+$/

/**
 * Quotes a word for a shell: unchanged, in single quotes, or in `$'…'` if it contains characters that cannot be shown.
 */
export function shellWord(word: string): string {
  if (PLAIN.test(word)) return word
  const shown = printable(word)
  if (shown === word) return `'${word.replaceAll("'", String.raw`'\''`)}'`
  const bytes = [...Buffer.from(word)].map((byte) => {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
    return isPlain ? String.fromCharCode(byte) : String.raw`\x${byte.toString(16).padStart(2, '0')}`
  })
  return `$'${bytes.join('')}'`
}

/** `trail-explore lookup logs --event-name 'Get*'` */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ')
}
