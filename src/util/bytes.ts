// Bytes and arrays of numbers.

/** Longest text that is read whole: offsets in it are signed 32-bit numbers, with some room to spare. */
export const MAX_BYTES = 2 ** 31 - 2 ** 20

/** A typed array twice as long that begins with the same numbers. */
export function grown<T extends Float64Array | Int32Array | Uint8Array>(numbers: T): T {
  const longer = new (numbers.constructor as new (length: number) => T)(numbers.length * 2)
  longer.set(numbers)
  return longer
}
