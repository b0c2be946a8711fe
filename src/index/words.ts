// The words of a file's text as a Bloom filter, which can tell that the file does not contain a word. A word is a run
// of at least three letters, digits and `_.@-`, ignoring case. decode/assembly/words.ts fills the filter; this module
// queries it with the same hashes.

import type { Literal } from '../filter/literals.ts'

const MIN_WORD = 3
const PROBES = 5

/**
 * Each group needs one of its literals; each literal is given as the hashes of its words, all of which must be
 * present.
 */
export type Asked = readonly (readonly (readonly number[])[])[]

/** The words of a file: a part of `bytes`, of which a view would cost more than all that is asked of it. */
export interface Words {
  readonly bytes: Uint8Array
  readonly start: number
  /** A power of two. */
  readonly length: number
}

/** The groups that an index can decide. */
export function askedOf(groups: readonly (readonly Literal[])[]): Asked {
  const known = groups.map((group) => group.map((literal) => wordsOf(literal).map(hashOf)))
  // A literal without a complete word may be in any file.
  return known.filter((group) => group.every((hashes) => hashes.length > 0))
}

/** False only if no text with these words can contain what is asked for. */
export function mayHold(words: Words, asked: Asked): boolean {
  for (const group of asked) if (!group.some((hashes) => holdsAll(words, hashes))) return false
  return true
}

/**
 * The words that any text containing the literal must have. A word at an open end may be part of a longer word, so it
 * is dropped.
 */
export function wordsOf({ text, isOpen }: Literal): readonly string[] {
  const words = text.split(':')
  const [atStart, atEnd] = [isOpen?.start ?? false, isOpen?.end ?? false]
  return words
    .slice(atStart ? 1 : 0, words.length - (atEnd ? 1 : 0))
    .filter((word) => word.length >= MIN_WORD)
}

/** A 32-bit hash of the word in lower case; never 0. */
export function hashOf(word: string): number {
  const bytes = Buffer.alloc((word.length + 7) & ~7)
  for (let i = 0; i < word.length; i++) bytes[i] = word.charCodeAt(i) | 0x20
  let hash = product(BigInt(word.length))
  for (let i = 0; i < word.length; i += 8) {
    hash = product(hash ^ bytes.readBigUInt64LE(i))
    if (i + 8 <= word.length) hash ^= hash >> 32n
  }
  return Number(hash >> 32n) | 0 || 1
}

function product(factor: bigint): bigint {
  return BigInt.asUintN(64, factor * 0x9e3779b97f4a7c15n)
}

function holdsAll(words: Words, hashes: readonly number[]): boolean {
  for (const hash of hashes) if (!holds(words, hash)) return false
  return true
}

function holds({ bytes, start, length }: Words, hash: number): boolean {
  const mask = length * 8 - 1
  const step = rotated(hash, 16) | 1
  for (let n = 0, at = hash; n < PROBES; n++, at = (at + step) | 0) {
    const bit = at & mask
    if (((bytes[start + (bit >> 3)]! >> (bit & 7)) & 1) === 0) return false
  }
  return true
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
