// A record on one line. Records are passed through byte for byte; only in a pretty-printed file is the white space
// outside strings removed.

const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * The bytes of the valid JSON value from `start` to `end` (exclusive), without line breaks. Copied only if necessary.
 */
export function minified(bytes: Buffer, start = 0, end = bytes.length): Buffer {
  const raw = bytes.subarray(start, end)
  // In valid JSON, a raw line break is always outside strings.
  if (!raw.includes(0x0a) && !raw.includes(0x0d)) return raw
  const out = Buffer.allocUnsafe(raw.length)
  let n = 0
  for (let i = 0; i < raw.length; i++) {
    const c = raw[i]!
    if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) continue
    out[n++] = c
    if (c !== QUOTE) continue
    for (;;) {
      const s = raw[++i]!
      out[n++] = s
      if (s === QUOTE) break
      if (s === BACKSLASH) out[n++] = raw[++i]!
    }
  }
  return out.subarray(0, n)
}
