import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflateDirectly } from '../../../src/decode/inflate-directly.ts'
import { Scanner } from '../../../src/decode/json/scan.ts'

const CAP = 1 << 20
const TEXT = Buffer.from(
  JSON.stringify({ Records: Array.from({ length: 99 }, (_, n) => ({ n, at: n * n })) }),
)
const FILE = gzipSync(TEXT)
const scanner = new Scanner()

describe('a file as CloudTrail writes them', () => {
  it('is inflated where it is scanned', () => {
    const text = inflateDirectly(scanner, FILE, CAP)
    expect(text?.equals(TEXT)).toBe(true)
    expect(scanner.bytes).toBe(text)
  })

  it('may have a name in its header, as gzip gives it', () => {
    const named = Buffer.concat([FILE.subarray(0, 10), Buffer.from('log.json\0'), FILE.subarray(10)])
    named[3] = 8
    expect(inflateDirectly(scanner, named, CAP)?.equals(TEXT)).toBe(true)
  })

  it('may be exactly as long as allowed', () => {
    expect(inflateDirectly(scanner, FILE, TEXT.length)?.equals(TEXT)).toBe(true)
  })
})

describe('the long way is for', () => {
  const claiming = (length: number): Buffer => {
    const file = Buffer.from(FILE)
    file.writeUInt32LE(length, file.length - 4)
    return file
  }
  it.each([
    ['what is not gzip', TEXT],
    ['nothing', Buffer.alloc(0)],
    ['a header alone', FILE.subarray(0, 10)],
    ['a file cut in its data', FILE.subarray(0, 100)],
    ['a file cut in its trailer', FILE.subarray(0, -1)],
    ['two members', Buffer.concat([FILE, FILE])],
    ['a byte behind the member', Buffer.concat([FILE, Buffer.alloc(1)])],
    ['a length that is not its own', claiming(TEXT.length - 1)],
    ['a length that no data of its size becomes', claiming(0x7fff_ffff)],
    ['gzip within gzip', gzipSync(FILE)],
    ['a list', gzipSync('[{"eventName":"A"}]')],
    ['UTF-16', gzipSync(Buffer.from('\ufeff{}', 'utf16le'))],
    ['UTF-16 without a mark', gzipSync(Buffer.from('{}', 'utf16le'))],
    ['an empty text', gzipSync('')],
  ])('%s', (_, file) => {
    expect(inflateDirectly(scanner, file, CAP)).toBeUndefined()
  })

  it('a text longer than allowed', () => {
    expect(inflateDirectly(scanner, FILE, TEXT.length - 1)).toBeUndefined()
  })

  it('a file of which any byte of data or trailer is another, unless the text is the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: FILE.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, bits) => {
          const file = Buffer.from(FILE)
          file[at]! ^= bits
          const text = inflateDirectly(scanner, file, CAP)
          expect(text === undefined || text.equals(TEXT)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
