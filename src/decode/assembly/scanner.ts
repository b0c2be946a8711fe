// The strict JSON scanner under everything, in AssemblyScript: a TypeScript of numbers and addresses that compiles to
// WebAssembly, because only there are strings looked through sixteen bytes at a time. scan.ts loads it and says what it
// promises. A text lies in the module's memory from DATA on, followed by zeros, which no JSON contains: so what reads JSON
// need not ask whether the text has ended. All offsets that go in and out count from DATA.

/** Start and end of each slot's value, 32-bit, two a slot. Filled by `object`. */
export const SLOTS: usize = 0x400
/** As many as scan.ts has keys. */
export const SLOT_COUNT: i32 = 32
/** 128 bytes, the number of a slot for each hash of a key, -1 for none. Filled by scan.ts, with KEYS. */
export const HASHES: usize = 0x800
/** The keys of the slots, KEY_ROOM bytes each, zeros behind. */
export const KEYS: usize = 0xc00
export const KEY_ROOM: i32 = 32
/** KEY_ROOM bytes of ones, then as many of zeros: a mask of any length is found by its distance from the middle. */
const MASKS: usize = 0x1c00
/** A key without its escapes. */
const PLAIN_KEY: usize = 0x1c80
/** 64 bits over the event's key, and behind them the key, of EVENT_KEY_ROOM bytes in all. Filled here or by scan.ts. */
export const EVENT_KEY: usize = 0x1d00
export const EVENT_KEY_ROOM: i32 = 0x200
/** How many records `passOver` has passed over since the text came. */
export const PASSED_OVER: usize = 0x1f80
/** Literals to search for, NEEDLE_ROOM bytes each. Filled by scan.ts. */
export const NEEDLES: usize = 0x2000
export const NEEDLE_ROOM: i32 = 64
/** Within a needle: its length, 1 if its group ends with it, where it was found last, its text. */
const NEEDLE_LAST: usize = 1
const NEEDLE_HIT: usize = 4
export const NEEDLE_TEXT: usize = 8
/** Where the text lies. */
export const DATA: usize = 0x10000

/** Zeros behind the text: more than any look ahead. */
const PADDING: i32 = 128
const PAGE: usize = 0x10000

const QUOTE: u32 = 0x22
const COMMA: u32 = 0x2c
const COLON: u32 = 0x3a
const OPEN_ARRAY: u32 = 0x5b
const BACKSLASH: u32 = 0x5c
const CLOSE_ARRAY: u32 = 0x5d
const OPEN: u32 = 0x7b
const CLOSE: u32 = 0x7d
const SPACE: u32 = 0x20
// Four letters at once, the first one lowest.
const TRUE: u32 = 0x65757274
const NULL: u32 = 0x6c6c756e
const ALSE: u32 = 0x65736c61

const PRIME: u64 = 0x9e3779b97f4a7c15

let size: i32 = 0
/** Behind the text: the kinds of the open brackets, so that depth costs no recursion; 64 levels a word. */
let stack: usize = 0
/** Escapes seen so far. */
let escapes: i32 = 0
let needles: i32 = 0
/** After a failure: the byte that cannot be. */
export let errorAt: i32 = 0

memory.fill(MASKS, 0xff, KEY_ROOM)

/** Makes room for a text of `length` bytes and closes it off; the caller then writes it. False when there is no memory. */
export function reserve(length: i32): bool {
  stack = (DATA + <usize>length + PADDING + 7) & ~7
  // One bit for each bracket that can be open.
  const pages = (stack + (<usize>length >> 3) + 8 + PAGE - 1) / PAGE
  const missing = <i32>pages - memory.size()
  // Twice as much as asked for, or what there is: a bit more for every file would be a move for every file.
  if (missing > 0 && memory.grow(max(missing, memory.size())) < 0 && memory.grow(missing) < 0) return false
  size = length
  memory.fill(DATA + <usize>length, 0, PADDING)
  store<i32>(PASSED_OVER, 0)
  setNeedles(needles)
  return true
}

/** So many needles are filled in, and none of them looked for. */
export function setNeedles(count: i32): void {
  needles = count
  for (let n = 0; n < count; n++) store<i32>(needle(n) + NEEDLE_HIT, -1)
}

/** Scans the object that begins at `start` (at its `{`) and notes its slots. Returns the offset behind it, or -1. */
export function object(start: i32): i32 {
  memory.fill(SLOTS, 0xff, SLOT_COUNT * 8)
  let i = skipSpace(start + 1)
  if (at(i) == CLOSE) return i + 1
  while (true) {
    if (at(i) != QUOTE) return fail(i)
    const key = i + 1
    const before = escapes
    i = string(i)
    if (i < 0) return -1
    const keyEnd = i - 1
    const isEscaped = escapes != before
    i = behindColon(i)
    if (i < 0) return -1
    const start = i
    i = value(i)
    if (i < 0) return -1
    note(key, isEscaped ? plainKey(key, keyEnd) : keyEnd - key, isEscaped, start, i)
    if (at(i) <= SPACE) i = skipSpace(i)
    const next = at(i)
    if (next == CLOSE) return i + 1
    if (next != COMMA) return fail(i)
    i++
    if (at(i) <= SPACE) i = skipSpace(i)
  }
}

/** Scans any value. Returns the offset behind it, or -1. */
export function value(start: i32): i32 {
  const c = at(start)
  if (c == QUOTE) return string(start)
  if (c == OPEN || c == OPEN_ARRAY) return nested(start)
  return scalar(start)
}

/** Scans the string that begins at `start` (at its quote). Returns the offset behind it, or -1. */
export function string(start: i32): i32 {
  let i = start + 1
  while (true) {
    const stops = i8x16.bitmask(notPlain(v128.load(<usize>i, DATA)))
    if (stops == 0) {
      i += 16
      continue
    }
    i += ctz(stops)
    if (at(i) == QUOTE) return i + 1
    i = escape(i)
    if (i < 0) return -1
  }
}

/**
 * Whether the bytes in [start, end) hold a needle of every group. To be asked in ascending order of the starts: each
 * needle is looked for only from where it was found last, so that one pass over the text serves all its records.
 */
export function mayMatch(start: i32, end: i32): bool {
  let found = false
  for (let n = 0; n < needles; n++) {
    const at = needle(n)
    const length = <i32>load<u8>(at)
    if (!found) {
      let hit = load<i32>(at + NEEDLE_HIT)
      if (hit < start) {
        hit = find(at + NEEDLE_TEXT, length, start)
        store<i32>(at + NEEDLE_HIT, hit)
      }
      // Not by a sum: what is nowhere is at the end of all numbers.
      found = hit <= end - length
    }
    if (load<u8>(at + NEEDLE_LAST) == 0) continue
    if (!found) return false
    found = false
  }
  return true
}

/**
 * Passes over whole records that cannot match, from the one that begins at `start` on. Returns where somebody has to
 * look: the start of a record that may match or after which things are not as they should be, or the bracket that
 * closes the list.
 */
export function passOver(start: i32): i32 {
  let i = start
  while (true) {
    const end = nested(i)
    if (end < 0) return i
    const after = skipSpace(end)
    const c = at(after)
    const next = c == COMMA ? skipSpace(after + 1) : after
    if (c != COMMA && c != CLOSE_ARRAY) return i
    if (c == COMMA && at(next) != OPEN) return i
    if (mayMatch(i, end)) return i
    store<i32>(PASSED_OVER, load<i32>(PASSED_OVER) + 1)
    if (c == CLOSE_ARRAY) return after
    i = next
  }
}

/**
 * Of the object just scanned: event ID, a zero byte and account, from two slots, to EVENT_KEY, with a hash. Returns the
 * length of the key; -1 when one of them is not plain text: absent or empty, with escapes or other letters than ASCII,
 * too long.
 */
export function eventKey(idSlot: i32, accountSlot: i32): i32 {
  const id = copyText(idSlot, 0)
  if (id < 0) return -1
  store<u8>(EVENT_KEY + 8 + <usize>id, 0)
  const length = copyText(accountSlot, id + 1)
  if (length >= 0) hashEventKey(length)
  return length
}

/** The hash of a key that somebody has put there. */
export function hashEventKey(length: i32): void {
  const end = EVENT_KEY + 8 + <usize>length
  store<u64>(end, 0)
  let state = <u64>length
  for (let at = EVENT_KEY + 8; at < end; at += 8) state = mixed(state, load<u64>(at))
  store<u64>(EVENT_KEY, mixed(state, PRIME))
}

// Appends the text of a slot to the event's key, `at` bytes behind its start. Returns where it ends, or -1.
function copyText(slot: i32, at: i32): i32 {
  const start = load<i32>(SLOTS + <usize>(slot << 3)) + 1
  const length = load<i32>(SLOTS + <usize>(slot << 3), 4) - start - 1
  if (start <= 0 || load<u8>(<usize>start - 1, DATA) != QUOTE || length <= 0) return -1
  // What the hash reads behind the end needs room too.
  if (at + length + 16 > EVENT_KEY_ROOM - 8) return -1
  let odd = i8x16.splat(0)
  for (let i = 0; i < length; i += 16) {
    const v = v128.load(<usize>(start + i), DATA)
    odd = v128.or(odd, v128.or(i8x16.eq(v, i8x16.splat(0x5c)), i8x16.lt_s(v, i8x16.splat(0))))
    v128.store(EVENT_KEY + 8 + <usize>(at + i), v)
  }
  // What stands behind the text counts too, but there it is a quote and whatever follows: seldom odd, and then only slow.
  return v128.any_true(odd) ? -1 : at + length
}

/**
 * Epoch milliseconds of the text of a slot, if it has the form that all but a handful of records have,
 * `2024-08-18T11:48:43Z`; NaN for everything else.
 */
export function time(slot: i32): f64 {
  const i = load<i32>(SLOTS + <usize>(slot << 3)) + 1
  if (i <= 0 || load<i32>(SLOTS + <usize>(slot << 3), 4) - i != 21) return NaN
  if (at(i + 4) != 0x2d || at(i + 7) != 0x2d || at(i + 10) != 0x54 || at(i + 13) != COLON) return NaN
  if (at(i + 16) != COLON || at(i + 19) != 0x5a) return NaN
  const century = two(i)
  const yearOfCentury = two(i + 2)
  const month = two(i + 5)
  const day = two(i + 8)
  const hour = two(i + 11)
  const minute = two(i + 14)
  const second = two(i + 17)
  // Anything but plain digits in range goes the long way, and is probably no time at all.
  if (((century | yearOfCentury | month | day | hour | minute | second) & NO_NUMBER) != 0) return NaN
  const year = century * 100 + yearOfCentury
  if (year < 1970 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return NaN
  const isLeap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0)
  const lastDay = month == 2 ? 28 + i32(isLeap) : 30 + ((month + (month >> 3)) & 1)
  if (day < 1 || day > lastDay) return NaN
  // Days since 1970-01-01, counting years from March so that the odd day comes last.
  const y = month > 2 ? year : year - 1
  const m = month > 2 ? month - 3 : month + 9
  const days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468
  return (<f64>days * 86400 + <f64>(hour * 3600 + minute * 60 + second)) * 1000
}

const NO_NUMBER: i32 = 1 << 30

function two(i: i32): i32 {
  const a = at(i) - 0x30
  const b = at(i + 1) - 0x30
  return a < 10 && b < 10 ? a * 10 + b : NO_NUMBER
}

function needle(index: i32): usize {
  return NEEDLES + <usize>(index * NEEDLE_ROOM)
}

// The first place from `from` on where these bytes lie; the largest number when there is none.
function find(text: usize, length: i32, from: i32): i32 {
  const tail = <usize>length - 1
  const first = i8x16.splat(load<i8>(text))
  const last = i8x16.splat(load<i8>(text + tail))
  for (let i = from; i + length <= size; i += 16) {
    let hits = i8x16.bitmask(
      v128.and(i8x16.eq(first, v128.load(<usize>i, DATA)), i8x16.eq(last, v128.load(<usize>i + tail, DATA))),
    )
    for (; hits != 0; hits &= hits - 1) {
      const hit = i + ctz(hits)
      if (hit + length > size) return i32.MAX_VALUE
      if (memory.compare(text, DATA + <usize>hit, length) == 0) return hit
    }
  }
  return i32.MAX_VALUE
}

/** 32 bits over the bytes in [start, end), for telling copies apart where nothing depends on it but a count. */
export function hash(start: i32, end: i32): i32 {
  // Four words that do not wait for each other.
  let a: u64 = <u64>(end - start)
  let b: u64 = PRIME
  let c: u64 = PRIME << 1
  let d: u64 = PRIME >> 1
  let i = start
  for (; i + 32 <= end; i += 32) {
    a = mixed(a, load<u64>(<usize>i, DATA))
    b = mixed(b, load<u64>(<usize>i + 8, DATA))
    c = mixed(c, load<u64>(<usize>i + 16, DATA))
    d = mixed(d, load<u64>(<usize>i + 24, DATA))
  }
  for (; i < end; i++) a = mixed(a, at(i))
  const all = mixed(mixed(mixed(a, b), c), d)
  return <i32>(all ^ (all >> 32))
}

function mixed(state: u64, word: u64): u64 {
  const product = (state ^ word) * PRIME
  return product ^ (product >> 29)
}

function at(i: i32): u32 {
  return load<u8>(<usize>i, DATA)
}

function fail(i: i32): i32 {
  errorAt = min(i, size)
  return -1
}

function skipSpace(start: i32): i32 {
  let i = start
  let c = at(i)
  while (c == SPACE || c == 0x0a || c == 0x0d || c == 0x09) c = at(++i)
  return i
}

/** The bytes that end or interrupt the run of plain bytes in a string: quote, backslash, control characters. */
function notPlain(v: v128): v128 {
  return v128.or(
    v128.or(i8x16.eq(v, i8x16.splat(0x22)), i8x16.eq(v, i8x16.splat(0x5c))),
    i8x16.lt_u(v, i8x16.splat(0x20)),
  )
}

function escape(i: i32): i32 {
  if (at(i) != BACKSLASH) return fail(i)
  escapes++
  const c = at(i + 1)
  if (c == 0x75) {
    for (let k = i + 2; k < i + 6; k++) if (hexDigit(at(k)) < 0) return fail(k)
    return i + 6
  }
  return unescaped(c) == 0 ? fail(i + 1) : i + 2
}

/** What a backslash and `c` stand for; 0 for nothing. */
function unescaped(c: u32): u32 {
  if (c == QUOTE || c == BACKSLASH || c == 0x2f) return c
  if (c == 0x6e) return 0x0a
  if (c == 0x72) return 0x0d
  if (c == 0x74) return 0x09
  if (c == 0x62) return 0x08
  return c == 0x66 ? 0x0c : 0
}

function hexDigit(c: u32): i32 {
  if (isDigit(c)) return c - 0x30
  const letter = (c | 0x20) - 0x61
  return letter < 6 ? letter + 10 : -1
}

function isDigit(c: u32): bool {
  return c - 0x30 < 10
}

// An object or array of any depth: only its grammar counts.
function nested(start: i32): i32 {
  // The lowest bit tells the kind of the innermost bracket, 1 for an object.
  let kinds: u64 = 0
  let depth = 0
  let i = start
  while (true) {
    // Here a value begins at i.
    const c = at(i)
    if (c == OPEN || c == OPEN_ARRAY) {
      if ((depth & 63) == 0) store<u64>(stack + <usize>(depth >> 3), kinds)
      depth++
      kinds = (kinds << 1) | u64(c == OPEN)
      i = skipSpace(i + 1)
      if (c == OPEN) {
        if (at(i) != CLOSE) {
          i = key(i)
          if (i < 0) return -1
          continue
        }
      } else if (at(i) != CLOSE_ARRAY) continue
    } else {
      i = c == QUOTE ? string(i) : scalar(i)
      if (i < 0) return -1
      if (at(i) <= SPACE) i = skipSpace(i)
    }
    // A value has ended at i, or i is at the bracket that closes an empty one.
    while (true) {
      const e = at(i)
      const inObject = (kinds & 1) != 0
      if (e == COMMA) {
        i++
        if (at(i) <= SPACE) i = skipSpace(i)
        if (inObject) {
          i = key(i)
          if (i < 0) return -1
        }
        break
      }
      if (e != (inObject ? CLOSE : CLOSE_ARRAY)) return fail(i)
      i++
      depth--
      if (depth == 0) return i
      kinds >>= 1
      if ((depth & 63) == 0) kinds = load<u64>(stack + <usize>(depth >> 3))
      if (at(i) <= SPACE) i = skipSpace(i)
    }
  }
}

// `"key" :` up to where the value begins.
function key(start: i32): i32 {
  if (at(start) != QUOTE) return fail(start)
  const end = string(start)
  return end < 0 ? -1 : behindColon(end)
}

function behindColon(start: i32): i32 {
  let i = at(start) == COLON ? start : skipSpace(start)
  if (at(i) != COLON) return fail(i)
  i++
  return at(i) <= SPACE ? skipSpace(i) : i
}

function scalar(start: i32): i32 {
  const four = load<u32>(<usize>start, DATA)
  if (four == TRUE || four == NULL) return start + 4
  switch (at(start)) {
    case 0x66:
      return load<u32>(<usize>start + 1, DATA) == ALSE ? start + 5 : misspelt(start + 1, ALSE)
    case 0x74:
      return misspelt(start, TRUE)
    case 0x6e:
      return misspelt(start, NULL)
  }
  return number(start)
}

// Fails at the first letter that is not the word's.
function misspelt(start: i32, word: u32): i32 {
  let i = start
  for (; at(i) == (word & 0xff); word >>= 8) i++
  return fail(i)
}

function number(start: i32): i32 {
  let i = at(start) == 0x2d ? start + 1 : start
  if (at(i) == 0x30) i++
  else {
    i = digits(i)
    if (i < 0) return -1
  }
  if (at(i) == 0x2e) {
    i = digits(i + 1)
    if (i < 0) return -1
  }
  if ((at(i) | 0x20) == 0x65) {
    i++
    if (at(i) == 0x2b || at(i) == 0x2d) i++
    i = digits(i)
  }
  return i
}

// One digit or more.
function digits(start: i32): i32 {
  let i = start
  while (isDigit(at(i))) i++
  return i == start ? fail(i) : i
}

// Keeps the place of a value if its key, in the text or without its escapes in PLAIN_KEY, is that of a slot. Of a key
// given twice the last one counts, as for JSON.parse.
function note(start: i32, length: i32, isPlain: bool, valueStart: i32, valueEnd: i32): void {
  if (length < 3 || length >= KEY_ROOM) return
  const key = isPlain ? PLAIN_KEY : DATA + <usize>start
  const end = key + <usize>length
  const hash = (<u32>length + load<u8>(end - 3) * 2 + load<u8>(end - 1) * 10 + load<u8>(key)) & 127
  const slot = load<i8>(HASHES + <usize>hash)
  if (slot < 0) return
  const known = KEYS + <usize>(<i32>slot * KEY_ROOM)
  const mask = MASKS + <usize>(KEY_ROOM - length)
  const a = v128.xor(v128.and(v128.load(key), v128.load(mask)), v128.load(known))
  const b = v128.xor(v128.and(v128.load(key, 16), v128.load(mask, 16)), v128.load(known, 16))
  if (v128.any_true(v128.or(a, b))) return
  const place = SLOTS + <usize>(<i32>slot * 8)
  store<i32>(place, valueStart)
  store<i32>(place, valueEnd, 4)
}

// `"event\u004eame"`: nobody writes keys so, but JSON.parse would read them. The length, or 0 when it can be no slot's.
function plainKey(start: i32, end: i32): i32 {
  let length = 0
  for (let i = start; i < end; length++) {
    let c = at(i)
    if (c != BACKSLASH) i++
    else if (at(i + 1) == 0x75) {
      c = 0
      for (let k = i + 2; k < i + 6; k++) c = (c << 4) | hexDigit(at(k))
      i += 6
    } else {
      c = unescaped(at(i + 1))
      i += 2
    }
    if (c >= 0x80 || length == KEY_ROOM - 1) return 0
    store<u8>(PLAIN_KEY + <usize>length, c)
  }
  return length
}
