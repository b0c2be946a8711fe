// The values at paths of the record just scanned, such as `requestParameters.bucketName`, located without parsing. The paths
// are a tree of keys, so that each object is read once for all of them.

import { lastKeyEnd, value, valueAfterKey } from './json'
import {
  at,
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
/** Four bytes: the record in which the key was seen last. */
const RECORD: usize = 40

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

/** Number of the record, so that a key that comes again in it is known. */
let record: u32 = 0

/** Locates the values at all paths. */
export function findPaths(): void {
  if (++record == 0) record = 1
  memory.fill(PATH_PLACES, 0xff, <usize>MAX_PATHS * PLACE)
  for (let node = addressOf(1); node != 0; node = linked(node, NEXT)) {
    const slot = byte(node, SLOT)
    const start = slotStart(slot)
    if (start < 0) continue
    if (byte(node, CHILD) == 0) note(node, start, slotEnd(slot), 0)
    else visit(node, start)
  }
}

// Visits the value of a node that begins at `from`. Returns the offset after it.
function visit(node: usize, from: i32): i32 {
  const child = linked(node, CHILD)
  const c = at(from)
  // Of duplicate keys the last one counts.
  if (load<u32>(node, RECORD) == record) noteBelow(child, -1, -1, 0)
  store<u32>(node, record, RECORD)
  let to = child != 0 && c == OPEN ? members(child, from) : -1
  if (to < 0) {
    to = value(from)
    if (c == OPEN || c == OPEN_ARRAY) noteBelow(child, from, to, 1)
  }
  note(node, from, to, 0)
  return to
}

function noteBelow(first: usize, from: i32, to: i32, distance: i32): void {
  for (let node = first; node != 0; node = linked(node, NEXT)) {
    note(node, from, to, distance)
    noteBelow(linked(node, CHILD), from, to, distance + 1)
  }
}

function note(node: usize, from: i32, to: i32, distance: i32): void {
  const path = byte(node, PATH)
  if (path == 0) return
  const place = PATH_PLACES + <usize>(path - 1) * PLACE
  store<i32>(place, from)
  store<i32>(place, to, 4)
  store<i32>(place, distance, 8)
}

// Visits the members of the object at `start`. Returns the offset after it, or -1 if a key contains escapes.
function members(first: usize, start: i32): i32 {
  let i = skipSpace(start + 1)
  if (at(i) != QUOTE) return i + 1
  while (true) {
    const key = i + 1
    i = valueAfterKey(i)
    if (i < 0) return -1
    const length = lastKeyEnd - key
    let node = first
    while (node != 0 && (byte(node, KEY_LENGTH) != length || !isKey(node, key, length)))
      node = linked(node, NEXT)
    i = skipSpace(node == 0 ? value(i) : visit(node, i))
    if (at(i) != COMMA) return i + 1
    i = skipSpace(i + 1)
  }
}

function isKey(node: usize, key: i32, length: i32): bool {
  let odd = i8x16.splat(0)
  for (let k = 0; k < length; k += 16) {
    const mask = v128.load(MASKS + <usize>(length - k >= 16 ? 0 : KEY_ROOM - (length - k)))
    const text = v128.and(v128.load(DATA + <usize>(key + k)), mask)
    odd = v128.or(odd, v128.xor(text, v128.load(node + <usize>k)))
  }
  return !v128.any_true(odd)
}

function byte(node: usize, offset: usize): i32 {
  return <i32>load<u8>(node + offset)
}

function linked(node: usize, offset: usize): usize {
  const number = byte(node, offset)
  return number == 0 ? 0 : addressOf(number)
}

function addressOf(number: i32): usize {
  return PATH_NODES + <usize>number * PATH_NODE
}
