// The module's memory: areas at fixed addresses, then one text, followed by zeros. JSON contains no zero bytes, so code that
// reads JSON need not check for the end of the text. Offsets in the text count from DATA.

/** Start and end of each slot's value, two 32-bit words per slot. Filled by `object`. */
export const SLOTS: usize = 0x400
/** Maximum number of slots. */
export const MAX_SLOTS: i32 = 64
/** First slot for members of the identity, in the same form: sixteen slots, filled by table.ts. */
export const MEMBER_SLOTS: i32 = 64
/** Their keys, 16 bytes each, padded with zeros. Filled by scan.ts. */
export const MEMBERS: usize = 0x680
export const MEMBER_KEYS: i32 = 15
export const MEMBER_ROOM: i32 = 16
/** Hash table of keys, HASH_MASK + 1 bytes: a key's number at or after the hash of its text, -1 for none. Filled by scan.ts. */
export const HASHES: usize = 0x800
export const HASH_MASK: u32 = 127
/** Lengths of the keys with quotes and colon, one byte each, and what comes after them: see keys.ts. */
export const KEY_LENGTHS: usize = 0x880
export const GUESSES: usize = 0x900
/**
 * The keys with quotes and colon, KEY_ROOM bytes each, padded with zeros: those of the slots, then others. At most 127. Filled by
 * scan.ts.
 */
export const KEYS: usize = 0xc00
export const KEY_ROOM: i32 = 32
/** KEY_ROOM bytes of ones, then as many of zeros: a mask of any length begins at its distance from the middle. */
export const MASKS: usize = 0x1c00
/** A key without its escapes. */
export const PLAIN_KEY: usize = 0x1c80
/** The key of the hash, 16 bytes written by scan.ts, and the last hash. */
export const HASH_KEY: usize = 0x1ce0
export const HASH: usize = 0x1cf0
/** The event's key, EVENT_KEY_ROOM bytes including those read past its end. Filled by `eventKey` or scan.ts. */
export const EVENT_KEY: usize = 0x1d00
export const EVENT_KEY_ROOM: i32 = 0x200
/** What an identity is made of, 48 bytes: see apart.ts. */
export const APART: usize = 0x1f00
/** What a call made, 40 bytes: see made.ts. */
export const MADE: usize = 0x1f40
/** Number of records that `passOver` has skipped in the current text. */
export const PASSED_OVER: usize = 0x1f80
/** Literals to search for, at most 256 of NEEDLE_ROOM bytes each. Filled by scan.ts. */
export const NEEDLES: usize = 0x2000
export const NEEDLE_ROOM: i32 = 64
/** Offsets in a needle: its length is at 0; 1 if it ends its group; 1 if case-insensitive; last position found; its text. */
export const NEEDLE_LAST: usize = 1
export const NEEDLE_ANY_CASE: usize = 2
export const NEEDLE_HIT: usize = 4
export const NEEDLE_TEXT: usize = 8
/** The long key of the quick hash, NH_BLOCK + 16 bytes, and the block size in bytes. */
export const NH_KEY: usize = 0x6000
export const NH_BLOCK: i32 = 512
/** Questions of a table: MAX_QUESTIONS lists of slots, QUESTION_ROOM bytes each, beginning with the number of slots. */
export const PROGRAMS: usize = 0x6220
export const QUESTION_ROOM: i32 = 16
export const MAX_QUESTIONS: i32 = 30
/** A block of a string without its escapes. */
export const UNESCAPED: usize = 0x7c00
/** Slots of a table's cells, one byte each, at most MAX_CELLS. */
export const CELLS: usize = 0x7e20
export const MAX_CELLS: i32 = 16
/** Stack of open objects and arrays while a value is hashed, 24 bytes per level. */
export const VALUE_STACK: usize = 0x6400
export const VALUE_LEVELS: i32 = 256
/** The columns of rows, which rows.ts makes of a table: their number, the delimiter, and four bytes for each. */
export const COLUMNS: usize = 0x7e40
export const MAX_COLUMNS: i32 = 32
/** Numbers of the resources of a record in their order, one byte each. */
export const ORDER: usize = 0x7f00
export const MOST_RESOURCES: i32 = 64
/** The tables of the inflater: see huffman.ts. */
export const TABLES: usize = 0x8000
/** Tables of crc.ts, and room for the blocks that it changes. */
export const CRC_TABLES: usize = 0xb980
export const CRC_ROOM: usize = 0x9d000
/** Texts in the parts of a record that name resources: offset and length, eight bytes each. */
export const STRINGS: usize = 0x10000
export const MOST_STRINGS: i32 = 256
/** The shape of those parts, and room for a key that is copied beyond the end. */
export const SHAPE: usize = 0x10800
export const SHAPE_ROOM: i32 = 0x1700
/** A hash table of texts that are kept while other texts are scanned, and where they are: see answers.ts. */
export const ANSWER_TABLE: usize = 0x12000
export const MOST_ANSWERS: i32 = 8192
/** A tree of the keys of paths, at most MAX_PATH_NODES of PATH_NODE bytes from number 1 on, and places of values: see paths.ts. */
export const PATH_NODES: usize = 0x32000
export const PATH_NODE: usize = 48
export const MAX_PATH_NODES: i32 = 127
export const PATH_PLACES: usize = 0x33800
export const MAX_PATHS: i32 = 32
/** In a question, the number from which on paths are counted instead of slots. */
export const PATH_SLOTS: i32 = 80
export const ANSWER_TEXTS: usize = 0x34000
/** When records are counted instead: where the numbers of tally.ts end; the texts of sessions, identities and calls. */
export const TALLY_END: usize = 0x74000
export const SESSION_TEXTS: usize = TALLY_END
export const IDENTITIES: usize = SESSION_TEXTS + 0x14000
export const ISSUES: usize = IDENTITIES + 0x8000
/** And what is known of the shapes of identities: see known.ts. */
export const SHAPE_TABLE: usize = ISSUES + 0x4000
/** Address of the text. */
export const DATA: usize = 0xa0000

/** Number of zeros after the text, more than any look-ahead. */
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

/** Number of slots in use. */
export let slotCount: i32 = 0
/** Length of the text in bytes. */
export let size: i32 = 0
/** Address after the text of the kinds of open brackets, 64 levels per word, so that depth needs no recursion. */
export let stack: usize = 0
/**
 * Parts of the text that are copies of earlier parts, in order: start and end of each, four bytes each. Only what the
 * inflater has noted; valid until the memory after the text is used for anything else.
 */
export let copies: usize = 0
export let copiesEnd: usize = 0
/** After a failure: offset of the invalid byte. */
export let errorAt: i32 = 0

/** Call before scanning anything. */
export function setSlotCount(count: i32): void {
  slotCount = count
}

/**
 * Reserves memory for a text of `length` bytes and writes the zeros after it; the caller then writes the text. Data needed only
 * until the text is scanned may extend to `end`. False if memory cannot be allocated.
 */
export function makeRoom(length: i32, end: usize): bool {
  stack = (DATA + <usize>length + PADDING + 7) & ~7
  // One bit for each possible open bracket.
  const missing = missingPages(max(stack + (<usize>length >> 3) + 8, end))
  // Doubles the memory if possible: growing a little for every file would move the memory for every file.
  if (missing > 0 && memory.grow(max(missing, memory.size())) < 0 && memory.grow(missing) < 0) return false
  size = length
  hasLines = false
  copies = stack
  copiesEnd = stack
  closeText()
  return true
}

/** Call after `makeRoom`. */
export function setCopies(start: usize, end: usize): void {
  copies = start
  copiesEnd = end
}

/** Lets the memory after the text extend to `end`. False if it cannot be allocated. */
export function extendTo(end: usize): bool {
  const missing = missingPages(end)
  return missing <= 0 || memory.grow(missing) >= 0
}

function missingPages(end: usize): i32 {
  return <i32>((end + PAGE - 1) / PAGE) - memory.size()
}

/** Writes the zeros after the text. */
export function closeText(): void {
  memory.fill(DATA + <usize>size, 0, PADDING)
}

export function at(i: i32): u32 {
  return load<u8>(<usize>i, DATA)
}

/** Start of a slot's value, or -1 if the object just scanned does not have it. */
export function slotStart(slot: i32): i32 {
  return load<i32>(SLOTS + <usize>(slot << 3))
}

/** End of a slot's value. */
export function slotEnd(slot: i32): i32 {
  return load<i32>(SLOTS + <usize>(slot << 3), 4)
}

export function fail(i: i32): i32 {
  errorAt = min(i, size)
  return -1
}

/** Whether `skipSpace` has skipped an end of a line since the text was loaded. */
export let hasLines: bool = false

export function skipSpace(start: i32): i32 {
  let i = start
  let c = at(i)
  while (c == SPACE || c == 0x0a || c == 0x0d || c == 0x09) {
    if (c == 0x0a || c == 0x0d) hasLines = true
    c = at(++i)
  }
  return i
}
