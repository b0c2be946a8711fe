// Command lines for people to copy. A shell takes each word as it is meant, whatever a log put into it, and what cannot
// be seen is written so that it can.

import { printable } from './sanitize.ts'

const PLAIN = /^[\w%+,./:=@-]+$/

/** A word for a POSIX shell: as it is, in single quotes, or in `$'…'` where it has characters that cannot be shown. */
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
