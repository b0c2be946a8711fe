// The module's memory: a table of fixed places, and behind it one text, followed by zeros, which no JSON contains: so what
// reads JSON need not ask whether the text has ended. Offsets in the text count from DATA.

/** Start and end of each slot's value, 32-bit, two a slot. Filled by `object`. */
export const SLOTS: usize = 0x400
/** There is room for so many. */
export const MAX_SLOTS: i32 = 64
/** From this slot on, in the same form, members of the identity: sixteen, filled by table.ts. */
export const MEMBER_SLOTS: i32 = 64
/** Their keys, 16 bytes each with zeros behind. Filled by scan.ts. */
export const MEMBERS: usize = 0x680
/** HASH_MASK + 1 bytes, the number of a slot at the hash of its key or behind it, -1 for none. Filled by scan.ts, with KEYS. */
export const HASHES: usize = 0x800
export const HASH_MASK: u32 = 127
/** The keys of the slots, KEY_ROOM bytes each, zeros behind. */
export const KEYS: usize = 0xc00
export const KEY_ROOM: i32 = 32
/** KEY_ROOM bytes of ones, then as many of zeros: a mask of any length is found by its distance from the middle. */
export const MASKS: usize = 0x1c00
/** A key without its escapes. */
export const PLAIN_KEY: usize = 0x1c80
/** The key of the hash, 16 bytes, put there by scan.ts, and the last hash. */
export const HASH_KEY: usize = 0x1ce0
export const HASH: usize = 0x1cf0
/** The event's key, of EVENT_KEY_ROOM bytes with what is read behind it. Filled by `eventKey` or by scan.ts. */
export const EVENT_KEY: usize = 0x1d00
export const EVENT_KEY_ROOM: i32 = 0x200
/** How many records `passOver` has passed over since the text came. */
export const PASSED_OVER: usize = 0x1f80
/** Literals to search for, NEEDLE_ROOM bytes each. Filled by scan.ts. */
export const NEEDLES: usize = 0x2000
export const NEEDLE_ROOM: i32 = 64
/** Within a needle: its length, 1 if its group ends with it, 1 if any case counts, where it was found last, its text. */
export const NEEDLE_LAST: usize = 1
export const NEEDLE_ANY_CASE: usize = 2
export const NEEDLE_HIT: usize = 4
export const NEEDLE_TEXT: usize = 8
/** The long key of the quick hash, NH_BLOCK + 16 bytes, and how many bytes it hashes at a time. */
export const NH_KEY: usize = 0x6000
export const NH_BLOCK: i32 = 512
/** What a table tells of each record: MAX_QUESTIONS lists of slots, QUESTION_ROOM bytes each with their number first. */
export const PROGRAMS: usize = 0x6220
export const QUESTION_ROOM: i32 = 16
export const MAX_QUESTIONS: i32 = 30
/** A block of a string without its escapes. */
export const UNESCAPED: usize = 0x7c00
/** Slots whose texts a table gives, a byte each, MAX_CELLS at most. */
export const CELLS: usize = 0x7e20
export const MAX_CELLS: i32 = 16
/** The open objects and arrays of a value that is hashed, 24 bytes each; the literals, 256 at most, end before. */
export const VALUE_STACK: usize = 0x6400
export const VALUE_LEVELS: i32 = 256
/** The tables of the inflater: see huffman.ts. */
export const TABLES: usize = 0x8000
/** Where the text lies. */
export const DATA: usize = 0x10000

/** Zeros behind the text: more than any look ahead. */
export const PADDING: i32 = 128
const PAGE: usize = 0x10000

export const QUOTE: u32 = 0x22
export const COMMA: u32 = 0x2c
export const COLON: u32 = 0x3a
export const OPEN_ARRAY: u32 = 0x5b
export const BACKSLASH: u32 = 0x5c
export const CLOSE_ARRAY: u32 = 0x5d
export const OPEN: u32 = 0x7b
export const CLOSE: u32 = 0x7d
export const SPACE: u32 = 0x20

/** Slots in use. */
export let slotCount: i32 = 0
/** Bytes of the text. */
export let size: i32 = 0
/** Behind the text: the kinds of the open brackets, so that depth costs no recursion; 64 levels a word. */
export let stack: usize = 0
/** After a failure: the byte that cannot be. */
export let errorAt: i32 = 0

/** To be told before anything is scanned. */
export function setSlotCount(count: i32): void {
  slotCount = count
}

/**
 * Makes room for a text of `length` bytes and closes it off; the caller then writes it. What is used up before the text
 * is scanned may need memory up to `end`. False when there is none.
 */
export function makeRoom(length: i32, end: usize): bool {
  stack = (DATA + <usize>length + PADDING + 7) & ~7
  // One bit for each bracket that can be open.
  const pages = (max(stack + (<usize>length >> 3) + 8, end) + PAGE - 1) / PAGE
  const missing = <i32>pages - memory.size()
  // Twice as much as asked for, or what there is: a bit more for every file would be a move for every file.
  if (missing > 0 && memory.grow(max(missing, memory.size())) < 0 && memory.grow(missing) < 0) return false
  size = length
  closeText()
  return true
}

/** The zeros behind the text. */
export function closeText(): void {
  memory.fill(DATA + <usize>size, 0, PADDING)
}

export function at(i: i32): u32 {
  return load<u8>(<usize>i, DATA)
}

export function fail(i: i32): i32 {
  errorAt = min(i, size)
  return -1
}

export function skipSpace(start: i32): i32 {
  let i = start
  let c = at(i)
  while (c == SPACE || c == 0x0a || c == 0x0d || c == 0x09) c = at(++i)
  return i
}
