// @ts-check
// A seeded source of numbers and of obviously invented AWS identifiers. Every topic takes its own seed, so that
// adding events to one part of the samples leaves the bytes of the others alone. Never uses Math.random.

/** @typedef {ReturnType<typeof seeded>} Random */

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** @param {string} seed */
export function seeded(seed) {
  const next = mulberry32(hash(seed))
  const int = (/** @type {number} */ below) => Math.floor(next() * below)
  const text = (/** @type {string} */ alphabet, /** @type {number} */ length) =>
    Array.from({ length }, () => alphabet[int(alphabet.length)]).join('')
  const hex = (/** @type {number} */ length) => text('0123456789abcdef', length)
  return {
    next,
    /** An integer from 0 up to, not including, `below`. */
    int,
    /** An integer from `low` to `high`, both included. */
    between: (/** @type {number} */ low, /** @type {number} */ high) => low + int(high - low + 1),
    /** @template T @param {readonly T[]} items @returns {T} */
    pick: (items) => /** @type {T} */ (items[int(items.length)]),
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[int(4)]}${hex(3)}-${hex(12)}`,
    /** 16 letters and digits, as at the end of a log file's name. */
    unique: () => text(ALPHANUMERIC, 16),
    /** S3 request IDs are 16 letters and digits, not GUIDs. */
    s3RequestId: () => text('ABCDEFGHJKMNPQRSTVWXYZ0123456789', 16),
    /** A unique ID of IAM: `AIDA`, `AROA`, `ANPA` … and then 17 characters. */
    uniqueId: (/** @type {string} */ prefix) => `${prefix}${text(UPPER, 10)}EXAMPLE`,
    /** A key ID: `AKIA` of a user, `ASIA` of a session, and then 16 characters. */
    keyId: (/** @type {string} */ prefix) => `${prefix}${text(UPPER, 9)}EXAMPLE`,
    resourceId: (/** @type {string} */ prefix) => `${prefix}-0${hex(16)}`,
  }
}

/** 32 bits from a text (FNV-1a). */
function hash(/** @type {string} */ text) {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}

function mulberry32(/** @type {number} */ seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
