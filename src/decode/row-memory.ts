// Memory for the bytes of rows, used again after they have left: V8 would collect garbage for every 20 MB of rows.

/** Sizes of memory that is kept, in bytes, and how much of it. */
const LEAST = 1 << 16
const MOST = 4 << 20
const MOST_KEPT = 8

const free: ArrayBuffer[] = []

/** Memory of this length, with any content, in a buffer of its own. */
export function rowMemory(length: number): Uint8Array<ArrayBuffer> {
  const fitting = free.findIndex(({ byteLength }) => byteLength >= length)
  // Not a Buffer, because code that has seen both is slower.
  if (length < LEAST || fitting < 0) return new Uint8Array(Buffer.allocUnsafeSlow(length).buffer)
  const [buffer] = free.splice(fitting, 1)
  return new Uint8Array(buffer!, 0, length)
}

/** For bytes from `rowMemory`, on whatever thread, at which nobody looks any more. */
export function returnRowMemory({ buffer }: { readonly buffer: ArrayBufferLike }): void {
  const { byteLength } = buffer
  if (!(buffer instanceof ArrayBuffer) || byteLength < LEAST || byteLength > MOST) return
  // The oldest goes, so that the sizes are those of today.
  if (free.push(buffer) > MOST_KEPT) free.shift()
}

/** Memory that another thread can use instead of this one, if there is more than one piece. */
export function spareRowMemory(): readonly ArrayBuffer[] {
  return free.length > 1 ? free.splice(0, 1) : []
}
