// Inflates the bytes of a log file without losing anything. Node's zlib does the work; if it rejects a file, pako's
// streaming inflate recovers what comes before the damage. gzip is recognized by its magic bytes, never by the name.
// CloudTrail writes exactly one gzip member: further members, or any other data after it, are read if possible and
// reported.

import { createRequire } from 'node:module'
import { crc32, inflateRawSync } from 'node:zlib'
import type * as Pako from 'pako'
import { limitText } from '../util/format.ts'
import { packagePath } from '../util/package-paths.ts'
import { insideZlib } from './thread-state.ts'

export interface InflateIssue {
  readonly kind: 'damaged' | 'suspicious' | 'unreadable'
  readonly what: string
  readonly hint?: string | undefined
  /** The data stops early, so any later step will find its input truncated as well. */
  readonly cut?: boolean
}

export interface Inflated {
  readonly bytes: Buffer
  readonly issues: readonly InflateIssue[]
}

// The package is a file of the bundle, because an installation has no others. src/ and dist/ are siblings, so one path
// serves both.
const PAKO = packagePath('dist/bundle/pako.cjs')

/** Maximum number of damaged members reported. */
const MAX_ISSUES = 10

/** Inflates at most `cap` bytes, because a gzip file of 1 MB can expand to a gigabyte. */
export function inflate(file: Uint8Array, cap: number): Inflated {
  const input = asBuffer(file)
  if (!isGzip(input, 0)) {
    return input.length > cap ? { bytes: EMPTY, issues: [tooLarge(cap, 'is')] } : { bytes: input, issues: [] }
  }
  const parts: Buffer[] = []
  const issues: InflateIssue[] = []
  let size = 0
  let members = 0
  let at = 0
  while (at < input.length) {
    if (!isGzip(input, at)) {
      issues.push({
        kind: 'damaged',
        what: `${input.length - at} bytes that are not gzip after the end of the data, from byte ${at}`,
      })
      break
    }
    const member = inflateMember(input, at, cap - size)
    if (member === 'too large') return { bytes: EMPTY, issues: [tooLarge(cap, 'inflates to')] }
    members++
    const odd = oddHeader(input, at)
    if (odd !== undefined && issues.length < MAX_ISSUES) issues.push({ kind: 'suspicious', what: odd })
    parts.push(member.bytes)
    size += member.bytes.length
    if (member.issue && issues.length < MAX_ISSUES) issues.push(member.issue)
    if (member.end < 0) break
    at = member.end
  }
  if (members > 1) {
    issues.push({
      kind: 'suspicious',
      what: `${members} gzip members where CloudTrail writes one: records may have been added`,
    })
  }
  return { bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts), issues }
}

export function isGzip(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b
}

const EMPTY = Buffer.alloc(0)

interface Member {
  readonly bytes: Buffer
  /** Offset after the member's trailer; -1 if nothing after it can be found. */
  readonly end: number
  readonly issue?: InflateIssue
}

// One member, from its header on. gunzipSync would join members silently and hide trailing bytes, so the deflate data
// is inflated raw, which tells where it ended (`info`), and header and trailer are read here.
function inflateMember(input: Buffer, at: number, cap: number): Member | 'too large' {
  const start = headerEnd(input, at)
  if (start < 0) return { bytes: EMPTY, end: -1, issue: cutShort(input.length) }
  let bytes: Buffer
  let end: number
  try {
    const options = { info: true, maxOutputLength: Math.max(cap, 1), chunkSize: expectedSize(input) }
    const deflated = input.subarray(start)
    const result = insideZlib(() => inflateRawSync(deflated, options)) as unknown as RawResult
    bytes = result.buffer
    end = start + result.engine.bytesWritten
    if (bytes.length > cap) return 'too large'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too large'
    return recover(input, start, cap)
  }
  if (end + 8 > input.length) return { bytes, end: -1, issue: cutShort(input.length) }
  if (crc32(bytes) !== input.readUInt32LE(end) || bytes.length >>> 0 !== input.readUInt32LE(end + 4)) {
    const what = `checksum does not match at byte ${end}: the content is not what was compressed`
    return { bytes, end: end + 8, issue: { kind: 'damaged', what } }
  }
  return { bytes, end: end + 8 }
}

// The last four bytes state the inflated size, so that zlib needs one buffer and no joining. A false size only costs
// time.
function expectedSize(input: Buffer): number {
  return Math.min(Math.max(input.length < 4 ? 0 : input.readUInt32LE(input.length - 4) + 1, 1024), 1 << 20)
}

interface RawResult {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

// The slow path, for data that zlib rejects: recovers everything before the damage.
function recover(input: Buffer, start: number, cap: number): Member | 'too large' {
  const chunks: Uint8Array[] = []
  let size = 0
  let inner: { output: Uint8Array; next_out: number; total_in: number } | undefined
  // Loaded on use: it takes 5 ms on every thread, and damaged files are rare.
  const { Inflate } = createRequire(import.meta.url)(PAKO) as typeof Pako
  const inflator = new Inflate({ raw: true })
  inflator.onStart = (strm) => {
    inner = strm
  }
  inflator.onData = (chunk) => {
    chunks.push(chunk)
    size += chunk.length
  }
  // Small steps, so that a decompression bomb is detected early.
  const step = 64 * 1024
  const isTooLarge = (): boolean => size > cap
  for (let at = start; at < input.length && !inflator.ended && !isTooLarge(); at += step) {
    inflator.push(input.subarray(at, at + step), false)
  }
  if (isTooLarge()) return 'too large'
  const consumed = start + (inner?.total_in ?? 0)
  const rest = inner ? inner.output.subarray(0, inner.next_out) : EMPTY
  const bytes = Buffer.concat([...chunks, rest])
  if (bytes.length > cap) return 'too large'
  const issue: InflateIssue = inflator.ended
    ? { kind: 'damaged', what: `broken gzip data at byte ${consumed}`, cut: true }
    : cutShort(input.length)
  return { bytes, end: -1, issue }
}

function cutShort(at: number): InflateIssue {
  return { kind: 'damaged', what: `cut short at byte ${at}`, cut: true }
}

function tooLarge(cap: number, verb: string): InflateIssue {
  return {
    kind: 'unreadable',
    what: `${verb} more than ${limitText(cap)}`,
    hint: 'raise --max-inflated if the file is meant to be that large',
  }
}

/** Header content that no compressor writes. It does not affect the data, but somebody put it there. */
export function oddHeader(input: Uint8Array, at: number): string | undefined {
  const method = input[at + 2] ?? 8
  const flags = input[at + 3] ?? 0
  if (method !== 8) return `a gzip header of method ${method} at byte ${at}, where there is only 8`
  return (flags & 0xe0) === 0 ? undefined : `a gzip header with reserved flags at byte ${at}`
}

/** RFC 1952 §2.3: ten bytes, then the fields that the flags announce. -1 if the file ends first. */
export function headerEnd(input: Uint8Array, at: number): number {
  const flags = input[at + 3] ?? 0
  let i = at + 10
  if (flags === 0) return i < input.length ? i : -1
  if (flags & 4) i += 2 + (i + 2 <= input.length ? input[i]! | (input[i + 1]! << 8) : 0)
  for (const text of [8, 16]) {
    if (!(flags & text)) continue
    const zero = input.indexOf(0, i)
    if (zero < 0) return -1
    i = zero + 1
  }
  if (flags & 2) i += 2
  return i < input.length ? i : -1
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
