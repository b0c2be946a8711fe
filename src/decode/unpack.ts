// Stored bytes → text in UTF-8, through any layers around it: gzip, gzip in gzip, Zstandard, UTF-16. Each layer is
// recognized by its bytes, never by the name.

import { transcode } from 'node:buffer'
import { createRequire } from 'node:module'
import { limitText } from '../util/format.ts'
import { inflate, isGzip, type Inflated, type InflateIssue } from './gunzip.ts'
import { insideZlib } from './thread-state.ts'
import { framesOf, isZstandard } from './zstandard.ts'

/** Layers of compression. Firehose makes two of them, and nobody makes more than a few. */
const MAX_LAYERS = 5

/** Inflates at most `cap` bytes, however often. */
export function unpack(file: Uint8Array, cap: number): Inflated {
  const issues: InflateIssue[] = []
  let layer = inflate(file, cap)
  for (let layers = 1; ; layers++) {
    issues.push(...layer.issues)
    const { bytes } = layer
    const isOpened = issues.every(({ kind }) => kind !== 'unreadable')
    if (!isOpened || !(isGzip(bytes, 0) || isZstandard(bytes))) return { bytes, issues }
    if (layers === MAX_LAYERS) {
      const what = `compressed more than ${MAX_LAYERS} times`
      return { bytes: EMPTY, issues: [...issues, { kind: 'unreadable', what }] }
    }
    layer = isGzip(bytes, 0) ? inflate(bytes, cap) : decompress(bytes, cap)
  }
}

/** The same text in UTF-8. `bytes` themselves unless they are UTF-16, which Windows PowerShell writes. */
export function toUtf8(bytes: Buffer): Inflated {
  const order = utf16Of(bytes)
  if (order === undefined) return { bytes, issues: [] }
  const whole = bytes.length - (bytes.length % 2)
  const text = order === 'big-endian' ? Buffer.from(bytes.subarray(0, whole)).swap16() : bytes
  const parts: Buffer[] = []
  let from = isMark(text[0], text[1]) ? 2 : 0
  while (from < whole) {
    let to = Math.min(from + STEP, whole)
    // A pair of surrogates is one character.
    if (to < whole && (text[to - 1]! & 0xfc) === 0xd8) to -= 2
    parts.push(transcode(text.subarray(from, to), 'utf16le', 'utf8'))
    from = to
  }
  const what = `cut short at byte ${bytes.length}, in the middle of a UTF-16 character`
  return {
    bytes: Buffer.concat(parts),
    issues: whole === bytes.length ? [] : [{ kind: 'damaged', what, cut: true }],
  }
}

const EMPTY = Buffer.alloc(0)
/** Bytes turned at a time; even. */
const STEP = 1 << 20

// With a byte order mark, or a first character of JSON that takes two bytes.
function utf16Of(bytes: Buffer): 'little-endian' | 'big-endian' | undefined {
  const [a, b] = bytes
  if (isMark(a, b) || (isJsonStart(a) && b === 0)) return 'little-endian'
  if (isMark(b, a) || (a === 0 && isJsonStart(b))) return 'big-endian'
  return undefined
}

function isMark(a: number | undefined, b: number | undefined): boolean {
  return a === 0xff && b === 0xfe
}

function isJsonStart(byte: number | undefined): boolean {
  return byte === 0x7b || byte === 0x5b
}

type Decompress = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Buffer

// Node has Zstandard from 22.15 on. Not by a default import, because with one in the bundle every function of zlib would be
// found by a getter, for every file.
function decompress(bytes: Buffer, cap: number): Inflated {
  const zlib = createRequire(import.meta.url)('node:zlib') as { readonly zstdDecompressSync?: Decompress }
  const zstd = zlib.zstdDecompressSync
  if (zstd === undefined) {
    const hint = 'unpack it with `zstd -d`, or run trail-explore with Node 22.15 or later'
    return unreadable(`compressed with Zstandard, which Node ${process.versions.node} cannot read`, hint)
  }
  const { whole, end, isCut } = framesOf(bytes)
  const cut = `Zstandard data cut short after byte ${end}`
  if (whole.length === 0) return unreadable(isCut ? cut : 'broken Zstandard data')
  const parts: Buffer[] = []
  let left = cap
  try {
    for (const [from, to] of whole) {
      const room = { maxOutputLength: Math.max(left, 1) }
      const part = insideZlib(() => zstd(bytes.subarray(from, to), room))
      parts.push(part)
      left -= part.length
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ERR_BUFFER_TOO_LARGE') return unreadable('broken Zstandard data')
    const hint = 'raise --max-inflated if the file is meant to be that large'
    return unreadable(`inflates to more than ${limitText(cap)}`, hint)
  }
  const issues: InflateIssue[] = isCut
    ? [{ kind: 'damaged', what: cut, cut: true }]
    : end < bytes.length
      ? [{ kind: 'suspicious', what: `${bytes.length - end} bytes behind the end of the Zstandard data` }]
      : []
  return { bytes: Buffer.concat(parts), issues }
}

function unreadable(what: string, hint?: string): Inflated {
  return { bytes: EMPTY, issues: [{ kind: 'unreadable', what, hint }] }
}
