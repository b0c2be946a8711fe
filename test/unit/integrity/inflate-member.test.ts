import { assert, asyncProperty, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { inflateMember } from '../../../src/integrity/inflate-member.ts'

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
  ])('%s: %#', async (_, bytes, expected) => {
    const member = await inflateMember(bytes)
    expect(member.ok ? 'ok' : member.why).toBe(expected)
    expect(member.ok ? Buffer.from(member.bytes) : content).toEqual(content)
  })

  it('takes bytes that are not gzip as they are', async () => {
    expect(await inflateMember(content)).toEqual({ ok: true, bytes: content, zipped: false })
    expect(await inflateMember(new Uint8Array())).toMatchObject({ ok: true, zipped: false })
  })

  it('stops at the cap, zipped or not', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    expect(await inflateMember(bomb, 1_000_000)).toEqual({ ok: false, why: 'too-big' })
    expect(await inflateMember(content, 10)).toEqual({ ok: false, why: 'too-big' })
  })

  it('gives back what was zipped, and nothing after any change to the end', async () => {
    await assert(
      asyncProperty(uint8Array(), uint8Array({ minLength: 1 }), async (bytes, tail) => {
        const member = gzipSync(bytes)
        const good = await inflateMember(member)
        expect(good.ok && Buffer.from(good.bytes).equals(bytes)).toBe(true)
        expect((await inflateMember(Buffer.concat([member, tail]))).ok).toBe(false)
        expect((await inflateMember(member.subarray(0, -1))).ok).toBe(false)
      }),
    )
  })
})
