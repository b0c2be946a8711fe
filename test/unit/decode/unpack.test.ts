import zlib, { gzipSync } from 'node:zlib'
import { assert as check, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toUtf8, unpack } from '../../../src/decode/unpack.ts'

const CAP = 1 << 22
const TEXT = '{"Records":[{"eventTime":"2024-08-18T11:40:00Z","eventName":"Gr\u00fc\u00dfe \ud83d\ude80"}]}'

const little = (text: string) => Buffer.from(text, 'utf16le')
const big = (text: string) => little(text).swap16()

describe('unpack', () => {
  it.each([
    ['as it is', Buffer.from(TEXT)],
    ['gzip', gzipSync(TEXT)],
    ['gzip in gzip', gzipSync(gzipSync(TEXT))],
    ['five times', [1, 2, 3, 4, 5].reduce((bytes) => gzipSync(bytes), Buffer.from(TEXT))],
  ])('%s', (_, stored) => {
    expect(unpack(stored, CAP)).toEqual({ bytes: Buffer.from(TEXT), issues: [] })
  })

  it('gives up on what is compressed again and again', () => {
    const stored = [1, 2, 3, 4, 5, 6].reduce((bytes) => gzipSync(bytes), Buffer.from(TEXT))
    const { bytes, issues } = unpack(stored, CAP)
    expect(bytes).toHaveLength(0)
    expect(issues).toMatchObject([{ kind: 'unreadable', what: 'compressed more than 5 times' }])
  })

  it('keeps to the limit in every layer', () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(CAP + 1)))
    expect(unpack(bomb, CAP).issues).toMatchObject([{ kind: 'unreadable' }])
    expect(unpack(bomb, CAP).bytes).toHaveLength(0)
  })

  it('tells what is wrong in the inner layer, and gives what comes before', () => {
    const inner = gzipSync(TEXT)
    const { issues } = unpack(gzipSync(inner.subarray(0, inner.length - 4)), CAP)
    expect(issues).toMatchObject([{ kind: 'damaged', cut: true }])
  })

  const compress = (zlib as { zstdCompressSync?: (bytes: Buffer) => Buffer }).zstdCompressSync
  // A frame of one raw block, which every reader of Zstandard must take.
  const frame = Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 2, 0x11, 0, 0]), Buffer.from('[]')])

  it.runIf(compress)('reads Zstandard where Node can', () => {
    expect(unpack(compress!(Buffer.from(TEXT)), CAP)).toEqual({ bytes: Buffer.from(TEXT), issues: [] })
    expect(unpack(compress!(gzipSync(TEXT)), CAP).bytes.toString()).toBe(TEXT)
    expect(unpack(compress!(Buffer.alloc(CAP + 1)), CAP).issues).toMatchObject([{ kind: 'unreadable' }])
    expect(unpack(frame.subarray(0, 9), CAP).issues).toMatchObject([{ kind: 'unreadable' }])
  })

  it.runIf(compress)('reads every frame of Zstandard, and names what is missing or follows', () => {
    const one = compress!(Buffer.from(TEXT))
    const twice = Buffer.concat([one, one])
    expect(unpack(twice, CAP)).toEqual({ bytes: Buffer.from(TEXT + TEXT), issues: [] })
    const what = `Zstandard data cut short after byte ${one.length}`
    expect(unpack(twice.subarray(0, twice.length - 1), CAP)).toEqual({
      bytes: Buffer.from(TEXT),
      issues: [{ kind: 'damaged', what, cut: true }],
    })
    expect(unpack(Buffer.concat([one, Buffer.from('junk!')]), CAP)).toEqual({
      bytes: Buffer.from(TEXT),
      issues: [{ kind: 'suspicious', what: '5 bytes behind the end of the Zstandard data' }],
    })
    const half = compress!(Buffer.alloc(CAP * 0.75))
    expect(unpack(Buffer.concat([half, half]), CAP).issues).toMatchObject([{ kind: 'unreadable' }])
    for (let length = 5; length < one.length; length++)
      expect(unpack(one.subarray(0, length), CAP).issues).toMatchObject([{ kind: 'unreadable' }])
  })

  it.skipIf(compress)('names Zstandard where Node cannot', () => {
    expect(unpack(frame, CAP)).toMatchObject({
      bytes: Buffer.alloc(0),
      issues: [
        {
          kind: 'unreadable',
          what: expect.stringMatching(/^compressed with Zstandard/) as unknown,
          hint: expect.stringContaining('22.15') as unknown,
        },
      ],
    })
  })
})

describe('toUtf8', () => {
  it('leaves other bytes alone', () => {
    for (const text of [TEXT, `\ufeff${TEXT}`, '', '[', '\0', 'ab'])
      expect(toUtf8(Buffer.from(text))).toEqual({ bytes: Buffer.from(text), issues: [] })
  })

  it.each([
    ['little-endian with a mark', little(`\ufeff${TEXT}`)],
    ['big-endian with a mark', big(`\ufeff${TEXT}`)],
    ['little-endian without', little(TEXT)],
    ['big-endian without', big(TEXT)],
  ])('%s', (_, bytes) => {
    expect(toUtf8(bytes)).toEqual({ bytes: Buffer.from(TEXT), issues: [] })
  })

  it('says so when half a character is left', () => {
    const { bytes, issues } = toUtf8(little(TEXT).subarray(0, -1))
    expect(bytes.toString()).toBe(TEXT.slice(0, -1))
    expect(issues).toMatchObject([{ kind: 'damaged', cut: true }])
  })

  it('gives any text back, also one that is longer than a step', () => {
    const text = string({ unit: 'grapheme', maxLength: 50 })
    check(
      property(text, nat(3), (some, shift) => {
        const long = `[${'x'.repeat(shift)}${'\ud83d\ude80'.repeat(300_000)}${some}]`
        expect(toUtf8(little(long)).bytes.equals(Buffer.from(long))).toBe(true)
        expect(toUtf8(big(`[${some}`)).bytes.toString()).toBe(`[${some}`)
      }),
      { numRuns: 20 },
    )
  })
})
