// Helpers for bytes and arrays of numbers.

/**
 * Maximum length of a text that is processed as a whole: offsets are signed 32-bit numbers, with some room to spare.
 */
export const MAX_BYTES = 2 ** 31 - 2 ** 20

/** A copy of a typed array with twice the length, to grow it. */
export function grown<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(numbers: T): T {
  const longer = new (numbers.constructor as new (length: number) => T)(numbers.length * 2)
  longer.set(numbers)
  return longer
}
