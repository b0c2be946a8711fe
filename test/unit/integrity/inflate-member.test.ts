import * as fc from 'fast-check'
import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32, gzipSync } from 'node:zlib'
import { headerEnd } from '../../../src/decode/gunzip.ts'
import { inflateMember } from '../../../src/integrity/inflate-member.ts'
import { packable, packing, zlibInflated } from '../../helpers/deflate.ts'

const content = Buffer.from('{"Records":[]}'.repeat(50))
const zipped = gzipSync(content)
const altered = (at: number) => {
  const bytes = Buffer.from(zipped)
  bytes[at < 0 ? bytes.length + at : at]! ^= 1
  return bytes
}
/** The same member with every optional header part. */
const fullHeader = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3]),
  Buffer.from([3, 0]),
  Buffer.from('ext'),
  Buffer.from('name\0comment\0'),
  Buffer.from([0, 0]),
  zipped.subarray(10),
])

describe('one gzip member', () => {
  it.each([
    ['a good member', zipped, 'ok'],
    ['all header parts', fullHeader, 'ok'],
    ['another member behind', Buffer.concat([zipped, zipped]), 'second-member'],
    ['zeros behind', Buffer.concat([zipped, Buffer.alloc(2)]), 'trailing-bytes'],
    ['anything behind', Buffer.concat([zipped, Buffer.from('x')]), 'trailing-bytes'],
    ['cut in the data', zipped.subarray(0, 20), 'format'],
    ['cut in the trailer', zipped.subarray(0, -1), 'format'],
    ['no trailer', zipped.subarray(0, -8), 'format'],
    ['cut in the header', zipped.subarray(0, 5), 'format'],
    ['only the magic bytes', zipped.subarray(0, 2), 'format'],
    ['wrong CRC', altered(-8), 'format'],
    ['wrong length', altered(-4), 'format'],
    ['unknown method', altered(2), 'format'],
  ])('%s: %#', (_, bytes, expected) => {
    const member = inflateMember(bytes)
    expect(member.ok ? 'ok' : member.why).toBe(expected)
    expect(member.ok ? Buffer.from(member.bytes) : content).toEqual(content)
  })

  it('takes bytes that are not gzip as they are', () => {
    expect(inflateMember(content)).toEqual({ ok: true, bytes: content, zipped: false })
    expect(inflateMember(new Uint8Array())).toMatchObject({ ok: true, zipped: false })
  })

  it('stops at the cap, zipped or not', () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    expect(inflateMember(bomb, 1_000_000)).toEqual({ ok: false, why: 'too-big' })
    expect(inflateMember(content, 10)).toEqual({ ok: false, why: 'too-big' })
  })

  it('gives back what was zipped, and nothing after any change to the end', () => {
    assert(
      property(uint8Array(), uint8Array({ minLength: 1 }), (bytes, tail) => {
        const member = gzipSync(bytes)
        const good = inflateMember(member)
        expect(good.ok && Buffer.from(good.bytes).equals(bytes)).toBe(true)
        expect(inflateMember(Buffer.concat([member, tail])).ok).toBe(false)
        expect(inflateMember(member.subarray(0, -1)).ok).toBe(false)
      }),
    )
  })

  it('says of every file what zlib says, whatever was done to it', () => {
    const file = fc.tuple(packable, packing).map(([text, options]) => gzipSync(text, options))
    const change = fc.oneof(
      fc.constant((bytes: Buffer) => bytes),
      fc.nat().map((at) => (bytes: Buffer) => bytes.subarray(0, at % (bytes.length + 1))),
      fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([at, bits]) => (bytes: Buffer) => {
        const other = Buffer.from(bytes)
        other[at % other.length]! ^= bits
        return other
      }),
      uint8Array({ minLength: 1, maxLength: 20 }).map(
        (tail) => (bytes: Buffer) => Buffer.concat([bytes, tail]),
      ),
      file.map((second) => (bytes: Buffer) => Buffer.concat([bytes, second])),
    )
    assert(
      property(file, change, fc.integer({ min: 1, max: 100_000 }), (whole, changed, cap) => {
        expect(isRight(changed(whole), cap)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

function isRight(bytes: Buffer, cap: number): boolean {
  const found = inflateMember(bytes, cap)
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return found.ok === bytes.length <= cap
  const expected = byZlib(bytes)
  if (found.ok) return expected?.equals(found.bytes) === true && expected.length <= cap
  return found.why === 'too-big' ? (contentOf(bytes)?.text.length ?? Infinity) > cap : expected === undefined
}

/** The content of a file that is exactly one whole member; undefined for any other one. */
function byZlib(bytes: Buffer): Buffer | undefined {
  const content = contentOf(bytes)
  if (!content || content.end + 8 !== bytes.length) return undefined
  const isSound =
    crc32(content.text) === bytes.readUInt32LE(content.end) &&
    content.text.length === bytes.readUInt32LE(content.end + 4)
  return isSound ? content.text : undefined
}

function contentOf(bytes: Buffer): { readonly text: Buffer; readonly end: number } | undefined {
  const isOdd = bytes.length < 18 || bytes[2] !== 8 || (bytes[3]! & 0xe0) !== 0
  const start = isOdd ? -1 : headerEnd(bytes, 0)
  const inflated = start < 0 ? undefined : zlibInflated(bytes.subarray(start))
  return inflated && { text: inflated.text, end: start + inflated.taken }
}
