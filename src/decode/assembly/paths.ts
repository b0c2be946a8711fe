// The values at paths of the record just scanned, such as `requestParameters.bucketName`, located without parsing. The paths
// are a tree of keys, so that each object is read once for all of them.

import { escapeCount, string, value } from './json'
import {
  at,
  COLON,
  COMMA,
  DATA,
  KEY_ROOM,
  MASKS,
  MAX_PATHS,
  OPEN,
  OPEN_ARRAY,
  PATH_NODE,
  PATH_NODES,
  PATH_PLACES,
  QUOTE,
  skipSpace,
  slotEnd,
  slotStart,
} from './memory'

// A node: its key, KEY_ROOM bytes padded with zeros, then one byte each. Nodes are numbered from 1, 0 stands for none.
const KEY_LENGTH: usize = 32
/** Number of the path that ends here, plus 1. */
const PATH: usize = 33
const CHILD: usize = 34
const NEXT: usize = 35
/** Of a first key: its slot. */
const SLOT: usize = 36

/** Bytes of a place: start, end and distance. */
const PLACE: usize = 12

/** True if there are paths. */
export let hasPaths: bool = false

export function setPaths(count: i32): void {
  hasPaths = count > 0
}

/** Start of the value at a path; -1 if there is none. */
export function pathStart(path: i32): i32 {
  return load<i32>(PATH_PLACES + <usize>path * PLACE)
}

export function pathEnd(path: i32): i32 {
  return load<i32>(PATH_PLACES + <usize>path * PLACE, 4)
}

/**
 * 0 if the value at `pathStart` is that of the path. Otherwise it contains whatever the path leads to, and the path goes on by
 * so many keys: through a list, or an object with escapes in a key.
 */
export function pathDistance(path: i32): i32 {
  return load<i32>(PATH_PLACES + <usize>path * PLACE, 8)
}

/** Locates the values at all paths. */
export function findPaths(): void {
  memory.fill(PATH_PLACES, 0xff, <usize>MAX_PATHS * PLACE)
  for (let node = 1; node != 0; node = byte(node, NEXT)) {
    const start = slotStart(byte(node, SLOT))
    if (start >= 0) visit(node, start, slotEnd(byte(node, SLOT)))
  }
}

function visit(node: i32, from: i32, to: i32): void {
  note(node, from, to, 0)
  const child = byte(node, CHILD)
  if (child == 0) return
  const c = at(from)
  // Of duplicate keys the last one counts.
  noteBelow(child, -1, -1, 0)
  if (c == OPEN_ARRAY || (c == OPEN && !members(child, from))) noteBelow(child, from, to, 1)
}

function noteBelow(first: i32, from: i32, to: i32, distance: i32): void {
  for (let node = first; node != 0; node = byte(node, NEXT)) {
    note(node, from, to, distance)
    noteBelow(byte(node, CHILD), from, to, distance + 1)
  }
}

function note(node: i32, from: i32, to: i32, distance: i32): void {
  const path = byte(node, PATH)
  if (path == 0) return
  const place = PATH_PLACES + <usize>(path - 1) * PLACE
  store<i32>(place, from)
  store<i32>(place, to, 4)
  store<i32>(place, distance, 8)
}

// Visits the members of the object at `start`. False if a key contains escapes.
function members(first: i32, start: i32): bool {
  let i = skipSpace(start + 1)
  if (at(i) != QUOTE) return true
  while (true) {
    const before = escapeCount()
    const key = i + 1
    i = string(i)
    if (escapeCount() != before) return false
    const length = i - 1 - key
    i = skipSpace(i)
    if (at(i) == COLON) i = skipSpace(i + 1)
    const from = i
    i = value(i)
    for (let node = first; node != 0; node = byte(node, NEXT))
      if (byte(node, KEY_LENGTH) == length && isKey(node, key, length)) visit(node, from, i)
    i = skipSpace(i)
    if (at(i) != COMMA) return true
    i = skipSpace(i + 1)
  }
  return true
}

function isKey(node: i32, key: i32, length: i32): bool {
  const known = addressOf(node)
  let odd = i8x16.splat(0)
  for (let k = 0; k < length; k += 16) {
    const mask = v128.load(MASKS + <usize>(length - k >= 16 ? 0 : KEY_ROOM - (length - k)))
    const text = v128.and(v128.load(DATA + <usize>(key + k)), mask)
    odd = v128.or(odd, v128.xor(text, v128.load(known + <usize>k)))
  }
  return !v128.any_true(odd)
}

function byte(node: i32, offset: usize): i32 {
  return <i32>load<u8>(addressOf(node) + offset)
}

function addressOf(node: i32): usize {
  return PATH_NODES + <usize>node * PATH_NODE
}
