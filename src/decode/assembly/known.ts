// What is known of the sessions of a part, by hashes: numbers of identities, texts and addresses; and what is known of the shapes
// of identities for longer than that.

import { ENTRY, entryOf } from './hash-table'
import { ANSWER_TABLE, MOST_ANSWERS, SHAPE_TABLE } from './memory'

const MOST_SHAPES: i32 = 0x800
let used: i32 = 0
let shapes: i32 = 0

// These keep hashes of different things apart.
export const CALLERS: u64 = 0xc2b2ae3d27d4eb4f
export const ADDRESSES: u64 = 0x165667b19e3779f9
export const AGAIN: u64 = 0x27d4eb2f165667c5

/** The words of what was found last. */
export let first: i32 = 0
export let second: i32 = 0

/** Forgets all but shapes, before the numbers of texts and identities begin anew. */
export function beginSessions(): void {
  memory.fill(ANSWER_TABLE, 0, <usize>MOST_ANSWERS * ENTRY)
  used = 0
}

/** The same before the numbers of shapes begin anew. */
export function forgetShapes(): void {
  memory.fill(SHAPE_TABLE, 0, <usize>MOST_SHAPES * ENTRY)
  shapes = 0
}

/** Sets `first` and `second`. False if there is nothing under the hash. */
export function find(hash: u64): bool {
  return findIn(ANSWER_TABLE, MOST_ANSWERS, hash)
}

/** The same of a shape. */
export function findShape(hash: u64): bool {
  return findIn(SHAPE_TABLE, MOST_SHAPES, hash)
}

/** Keeps two words under a hash that is not there. Forgets all others if there are too many. */
export function keep(hash: u64, a: i32, b: i32): void {
  if (used == MOST_ANSWERS / 2) beginSessions()
  put(entryOf(ANSWER_TABLE, MOST_ANSWERS, hash), hash, a, b)
  used++
}

/** The same of a shape. */
export function keepShape(hash: u64, a: i32, b: i32): void {
  if (shapes == MOST_SHAPES / 2) forgetShapes()
  put(entryOf(SHAPE_TABLE, MOST_SHAPES, hash), hash, a, b)
  shapes++
}

function findIn(table: usize, most: i32, hash: u64): bool {
  const entry = entryOf(table, most, hash)
  first = load<i32>(entry, 8)
  second = load<i32>(entry, 12)
  return load<u64>(entry) != 0
}

function put(entry: usize, hash: u64, a: i32, b: i32): void {
  store<u64>(entry, hash)
  store<i32>(entry, a, 8)
  store<i32>(entry, b, 12)
}
