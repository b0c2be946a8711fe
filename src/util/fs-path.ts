// File names are bytes. A name that is not valid UTF-8 becomes a string in which each invalid byte is a lone surrogate from
// U+DC80 to U+DCFF, which decoded text never contains. It is converted back when the file is opened.

const HALF = /(?<![\ud800-\udbff])[\udc80-\udcff]/g

/** The path in the form that Node's functions take. */
export function fsPath(path: string): string | Buffer {
  if (path.isWellFormed()) return path
  const parts: Buffer[] = []
  let from = 0
  for (const { index } of path.matchAll(HALF)) {
    parts.push(Buffer.from(path.slice(from, index)), Buffer.from([path.charCodeAt(index) & 0xff]))
    from = index + 1
  }
  return Buffer.concat([...parts, Buffer.from(path.slice(from))])
}

/** The string for a file name. */
export function nameOfBytes(bytes: Buffer): string {
  const text = bytes.toString()
  if (Buffer.from(text).equals(bytes)) return text
  let name = ''
  for (let at = 0; at < bytes.length;) {
    const length = lengthAt(bytes, at)
    name += length === 0 ? String.fromCharCode(0xdc00 + bytes[at]!) : bytes.toString('utf8', at, at + length)
    at += Math.max(length, 1)
  }
  return name
}

// Returns the length of the UTF-8 character at `at`, or 0 if the bytes are invalid.
function lengthAt(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    const part = bytes.subarray(at, at + length)
    if (Buffer.from(part.toString()).equals(part)) return length
  }
  return 0
}
