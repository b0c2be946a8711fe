// The cell of an event's resources, of records whose parameters have a known shape: the same keys and brackets, whatever the
// texts. Which of the texts are resources, and of which type, depends on nothing else; the caller has found it out once for
// each shape (../shape.ts), and left it as a list of texts by their numbers.

import { answer, find } from './answers'
import {
  at,
  BACKSLASH,
  CLOSE,
  CLOSE_ARRAY,
  COLON,
  COMMA,
  DATA,
  MOST_RESOURCES,
  MOST_STRINGS,
  OPEN,
  OPEN_ARRAY,
  ORDER,
  QUOTE,
  SHAPE,
  SHAPE_ROOM,
  skipSpace,
  slotEnd,
  slotStart,
  STRINGS,
} from './memory'
import { mix, quickHashAt } from './quick-hash'
import { addText, copyText, roomFor, textsEnd } from './texts'

/** What stands for a value in a shape. */
const TEXT: u8 = 1
const EMPTY: u8 = 2
const SCALAR: u8 = 3
const NULL: u8 = 4
const PART: u8 = 5

let requestSlot: i32 = 0
let responseSlot: i32 = 0
let listSlot: i32 = 0

/** The parts of a record that name resources. In the last one, types are texts that count. */
export function setShapeSlots(request: i32, response: i32, list: i32): void {
  requestSlot = request
  responseSlot = response
  listSlot = list
}

/** Number of texts in the parts of the record just examined. Their offsets are at STRINGS, -1 minus its offset for one that is not plain. */
export let stringCount: i32 = 0
let shapeEnd: usize = SHAPE

/** Hash of the shape of the object just scanned; 0 if it is too large to be known. */
export function shapeOf(): u64 {
  stringCount = 0
  shapeEnd = SHAPE
  if (!addPart(requestSlot, false) || !addPart(responseSlot, false) || !addPart(listSlot, true)) return 0
  return quickHashAt(SHAPE, <i32>(shapeEnd - SHAPE))
}

function addPart(slot: i32, hasTypes: bool): bool {
  add(PART)
  const start = slotStart(slot)
  if (start < 0) return true
  const end = slotEnd(slot)
  let isType = false
  for (let i = start; i < end;) {
    // Room for one more key.
    if (shapeEnd > SHAPE + SHAPE_ROOM - 96) return false
    const c = at(i)
    if (c == QUOTE) {
      let odd = false
      const text = i + 1
      i = text
      while (true) {
        const v = v128.load(<usize>i, DATA)
        const stops = i8x16.bitmask(
          v128.or(
            v128.or(i8x16.eq(v, i8x16.splat(0x22)), i8x16.eq(v, i8x16.splat(0x5c))),
            i8x16.lt_s(v, i8x16.splat(0)),
          ),
        )
        if (stops == 0) {
          i += 16
          continue
        }
        i += ctz(stops)
        if (at(i) == QUOTE) break
        odd = true
        i += at(i) == BACKSLASH ? 2 : 1
      }
      const length = i - text
      i++
      const next = skipSpace(i)
      const isKey = at(next) == COLON
      if (isKey || isType) {
        // What matters here is compared as it is written.
        if (length > 48 || (hasTypes && odd)) return false
        copyText(shapeEnd, DATA + <usize>(text - 1), length + 2)
        shapeEnd += <usize>length + 2
        isType = isKey && hasTypes && length == 4 && load<u32>(DATA + <usize>text) == 0x65707974
      } else if (length == 0) add(EMPTY)
      else {
        add(TEXT)
        if (stringCount == MOST_STRINGS) return false
        const place = STRINGS + ((<usize>stringCount) << 3)
        store<i32>(place, odd ? -1 - text : text)
        store<i32>(place, length, 4)
        stringCount++
      }
      // The type of an entry is a text right behind its key.
      if (isKey) i = next
      continue
    }
    if (c == OPEN || c == CLOSE || c == OPEN_ARRAY || c == CLOSE_ARRAY) {
      add(<u8>c)
      isType = false
      i++
    } else if (c == COMMA || c == COLON || c <= 0x20) i++
    else {
      add(c == 0x6e ? NULL : SCALAR)
      isType = false
      i++
      for (let s = at(i); s > 0x20 && s != COMMA && s != CLOSE && s != CLOSE_ARRAY; s = at(i)) i++
    }
  }
  return true
}

function add(byte: u8): void {
  store<u8>(shapeEnd, byte)
  shapeEnd++
}

/** What the caller has left: a head, an entry for each resource, and their texts, at offsets from the beginning. */
const HEAD: usize = 8
const ENTRY: usize = 12
const UNTYPED: u16 = 0xffff
let resources: usize = 0

/**
 * Writes the cell of the object just scanned, and its offset and length to `cell`: a length of -1 if its shape is not known,
 * or a name is not plain text. `asked` holds the hash of whatever else the cell depends on, and gets that of its shape too; 0
 * if it can have none.
 */
export function noteResources(asked: usize, cell: usize): void {
  store<i32>(cell, -1, 4)
  const shape = shapeOf()
  const hash = shape == 0 ? 0 : mix(load<u64>(asked), shape)
  store<u64>(asked, hash)
  if (hash == 0 || !find(hash)) return
  resources = answer
  const count = sorted(load<u16>(resources))
  if (count < 0 || !roomFor(roomOf(count))) return
  const from = textsEnd
  for (let n = 0; n < count; n++) {
    const entry = entryOf(n)
    // What comes before the first name, or between two of them.
    const before: usize = n == 0 ? 4 : 8
    addText(resources + <usize>load<u16>(entry + before), load<u16>(entry + before, 2))
    addText(nameOf(entry), lengthOf(entry))
  }
  addText(resources + <usize>load<u16>(resources, 2), load<u16>(resources, 4))
  store<i32>(cell, <i32>(from - DATA))
  store<i32>(cell, <i32>(textsEnd - from), 4)
}

// Puts the resources in the order of types and names, each once, and without a type only if it has none elsewhere. Returns
// their number, -1 if there are too many or one is not plain text.
function sorted(all: i32): i32 {
  if (all > MOST_RESOURCES) return -1
  let count = 0
  for (let n = 0; n < all; n++) {
    const entry = resources + HEAD + <usize>n * ENTRY
    if (load<i32>(STRINGS + ((<usize>load<u16>(entry)) << 3)) < 0) return -1
    let at = count
    let order = 1
    while (at > 0) {
      order = compare(entry, entryOf(at - 1))
      if (order >= 0) break
      at--
    }
    if (at > 0 && order == 0) continue
    for (let k = count; k > at; k--) store<u8>(ORDER + <usize>k, load<u8>(ORDER + <usize>(k - 1)))
    store<u8>(ORDER + <usize>at, <u8>n)
    count++
  }
  let typed = count
  while (typed > 0 && load<u16>(entryOf(typed - 1), 2) == UNTYPED) typed--
  let kept = typed
  for (let n = typed; n < count; n++) {
    const entry = entryOf(n)
    let isTyped = false
    for (let k = 0; k < typed; k++) isTyped = isTyped || compareNames(entry, entryOf(k)) == 0
    if (isTyped) continue
    store<u8>(ORDER + <usize>kept, load<u8>(ORDER + <usize>n))
    kept++
  }
  return kept
}

function roomOf(count: i32): usize {
  let room = <usize>load<u16>(resources, 4)
  for (let n = 0; n < count; n++) {
    const entry = entryOf(n)
    room += <usize>max(load<u16>(entry, 6), load<u16>(entry, 10)) + <usize>lengthOf(entry)
  }
  return room
}

function entryOf(n: i32): usize {
  return resources + HEAD + <usize>load<u8>(ORDER + <usize>n) * ENTRY
}

function nameOf(entry: usize): usize {
  return DATA + <usize>load<i32>(STRINGS + ((<usize>load<u16>(entry)) << 3))
}

function lengthOf(entry: usize): i32 {
  return load<i32>(STRINGS + ((<usize>load<u16>(entry)) << 3), 4)
}

function compare(a: usize, b: usize): i32 {
  const difference = <i32>load<u16>(a, 2) - <i32>load<u16>(b, 2)
  return difference != 0 ? difference : compareNames(a, b)
}

function compareNames(a: usize, b: usize): i32 {
  const one = nameOf(a)
  const other = nameOf(b)
  const lengths = lengthOf(a) - lengthOf(b)
  const shorter = <usize>min(lengthOf(a), lengthOf(b))
  for (let i: usize = 0; i < shorter; i++) {
    const difference = <i32>load<u8>(one + i) - <i32>load<u8>(other + i)
    if (difference != 0) return difference
  }
  return lengths
}
