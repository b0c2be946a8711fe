// Finds where the frames of Zstandard data end (RFC 8878, section 3.1), without decompressing them. Node's own functions
// stop after the first frame without reporting the rest, and before Node 24 do not report a truncated frame either.

export interface Frames {
  /** First byte and end of each whole frame that has data; skippable ones are left out. */
  readonly whole: readonly (readonly [start: number, end: number])[]
  /** Where the last whole frame ends: the end of the bytes, unless there is something else or a frame is cut short. */
  readonly end: number
  /** A frame begins at `end` and is not all there. */
  readonly isCut: boolean
}

const MAGIC = 0xfd2fb528
const SKIPPABLE = 0x184d2a50

export function framesOf(bytes: Buffer): Frames {
  const whole: (readonly [number, number])[] = []
  let at = 0
  while (at + 4 <= bytes.length) {
    const magic = bytes.readUInt32LE(at)
    const isSkippable = magic >>> 4 === SKIPPABLE >>> 4
    if (magic !== MAGIC && !isSkippable) break
    const end = isSkippable ? skippableEnd(bytes, at) : frameEnd(bytes, at)
    if (end === undefined) return { whole, end: at, isCut: true }
    if (!isSkippable) whole.push([at, end])
    at = end
  }
  return { whole, end: at, isCut: false }
}

export function isZstandard(bytes: Uint8Array): boolean {
  return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd
}

/** The end of a part of this length, if the data contains all of it. */
function within(bytes: Buffer, end: number): number | undefined {
  return end <= bytes.length ? end : undefined
}

function skippableEnd(bytes: Buffer, start: number): number | undefined {
  return start + 8 > bytes.length ? undefined : within(bytes, start + 8 + bytes.readUInt32LE(start + 4))
}

function frameEnd(bytes: Buffer, start: number): number | undefined {
  const descriptor = bytes[start + 4]
  if (descriptor === undefined) return undefined
  const isSingleSegment = (descriptor & 0x20) !== 0
  const hasChecksum = (descriptor & 0x04) !== 0
  const dictionaryId = [0, 1, 2, 4][descriptor & 3]!
  const contentSize = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >>> 6]!
  let at = start + 5 + (isSingleSegment ? 0 : 1) + dictionaryId + contentSize
  for (;;) {
    if (at + 3 > bytes.length) return undefined
    const header = bytes.readUIntLE(at, 3)
    const isRunLength = ((header >>> 1) & 3) === 1
    at += 3 + (isRunLength ? 1 : header >>> 3)
    if (header & 1) return within(bytes, at + (hasChecksum ? 4 : 0))
  }
}
