/** A typed array twice as long that begins with the same numbers. */
export function doubled<T extends Float64Array | Int32Array | Uint8Array>(numbers: T): T {
  const longer = new (numbers.constructor as new (length: number) => T)(numbers.length * 2)
  longer.set(numbers)
  return longer
}
