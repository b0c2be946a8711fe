import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inflate } from '../../../src/decode/gunzip.ts'

const CAP = 1 << 20
const TEXT = Buffer.from(
  JSON.stringify({ Records: Array.from({ length: 200 }, (_, n) => ({ n, at: n * n })) }),
)
const FILE = gzipSync(TEXT)
const DATA_END = FILE.length - 8

describe('a whole file', () => {
  it.each([
    ['gzip', FILE],
    ['plain JSON', TEXT],
    ['with a name, an extra field, a comment and a checksum in its header', withHeader(4 | 8 | 16 | 2)],
    ['with a name in its header', withHeader(8)],
    ['with a checksum in its header', withHeader(2)],
  ])('%s', (_, file) => {
    expect(inflate(file, CAP)).toEqual({ bytes: TEXT, issues: [] })
  })

  it('may be empty', () => {
    expect(inflate(Buffer.alloc(0), CAP)).toEqual({ bytes: Buffer.alloc(0), issues: [] })
    expect(inflate(gzipSync(''), CAP)).toEqual({ bytes: Buffer.alloc(0), issues: [] })
  })

  it('may be a view into a larger buffer', () => {
    const larger = new Uint8Array(Buffer.concat([Buffer.from('xx'), FILE, Buffer.from('yy')]))
    expect(inflate(larger.subarray(2, 2 + FILE.length), CAP).bytes).toEqual(TEXT)
  })
})

it.each([
  [2, 7, 'a gzip header of method 7 at byte 0, where there is only 8'],
  [3, 0x20, 'a gzip header with reserved flags at byte 0'],
  [3, 0x80, 'a gzip header with reserved flags at byte 0'],
])('a header whose byte %i is %i is read, and told', (at, value, what) => {
  const file = Buffer.from(FILE)
  file[at] = value
  expect(inflate(file, CAP)).toEqual({ bytes: TEXT, issues: [{ kind: 'suspicious', what }] })
})

describe('a file cut short', () => {
  it('anywhere, gives a beginning of its content', () => {
    for (let at = 2; at < FILE.length; at++) {
      const { bytes, issues } = inflate(FILE.subarray(0, at), CAP)
      expect(issues).toEqual([{ kind: 'damaged', what: `cut short at byte ${at}`, cut: true }])
      expect(TEXT.subarray(0, bytes.length).equals(bytes)).toBe(true)
      expect(bytes.length === TEXT.length || at < DATA_END).toBe(true)
    }
  })

  it('gives most of what its first half holds', () => {
    expect(inflate(FILE.subarray(0, FILE.length / 2), CAP).bytes.length).toBeGreaterThan(TEXT.length / 4)
  })

  it.each([4, 8, 16, 2])('in a header with flag %i', (flag) => {
    const file = withHeader(flag)
    for (let at = 10; at <= file.length - FILE.length + 10; at++)
      expect(inflate(file.subarray(0, at), CAP)).toEqual({
        bytes: Buffer.alloc(0),
        issues: [{ kind: 'damaged', what: `cut short at byte ${at}`, cut: true }],
      })
  })
})

describe('a damaged file', () => {
  it('gives what comes before the damage, or says that the content is not what was compressed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: FILE.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, bits) => {
          const file = Buffer.from(FILE)
          file[at]! ^= bits
          const { bytes, issues } = inflate(file, CAP)
          // Some bits mean nothing (behind the end of the last block), others encode the same: then nothing is damaged.
          if (issues.length === 0 && Buffer.compare(bytes, TEXT) === 0) return
          expect(issues.length).toBeGreaterThan(0)
          expect(issues[0]!.kind).toBe('damaged')
        },
      ),
      {
        examples: [
          [DATA_END - 1, 40],
          [404, 50],
        ],
      },
    )
  })

  it('keeps what inflates before a run of impossible bytes', () => {
    const file = Buffer.from(FILE)
    file.fill(0xff, 400, 420)
    const { bytes, issues } = inflate(file, CAP)
    expect(issues).toHaveLength(1)
    const at = Number(/^broken gzip data at byte (\d+)$/.exec(issues[0]!.what)?.[1])
    expect(at).toBeGreaterThanOrEqual(400)
    expect(at).toBeLessThanOrEqual(440)
    const good = bytes.findIndex((byte, i) => byte !== TEXT[i])
    expect(good < 0 ? bytes.length : good).toBeGreaterThan(TEXT.length / 5)
  })

  it.each([
    ['checksum', DATA_END],
    ['length', DATA_END + 4],
  ])('keeps everything when only the %s is wrong', (_, at) => {
    const file = Buffer.from(FILE)
    file[at]! ^= 1
    const what = `checksum does not match at byte ${DATA_END}: the content is not what was compressed`
    expect(inflate(file, CAP)).toEqual({ bytes: TEXT, issues: [{ kind: 'damaged', what }] })
  })

  it.each([
    ['text', Buffer.from('trailing'), 8],
    ['zeros', Buffer.alloc(512), 512],
    ['one byte', Buffer.from([0x1f]), 1],
  ])('keeps everything before trailing %s', (_, junk, length) => {
    const what = `${length} bytes that are not gzip after the end of the data, from byte ${FILE.length}`
    expect(inflate(Buffer.concat([FILE, junk]), CAP)).toEqual({
      bytes: TEXT,
      issues: [{ kind: 'damaged', what }],
    })
  })
})

describe('several members', () => {
  const suspicious = {
    kind: 'suspicious',
    what: '2 gzip members where CloudTrail writes one: records may have been added',
  }

  it.each([
    ['a second one', [FILE, gzipSync('{"more":1}')], `${TEXT.toString()}{"more":1}`],
    ['an empty first one', [gzipSync(''), FILE], TEXT.toString()],
  ])('%s is read, and doubted', (_, members, text) => {
    const { bytes, issues } = inflate(Buffer.concat(members), CAP)
    expect(bytes.toString()).toBe(text)
    expect(issues).toEqual([suspicious])
  })

  it('with the second cut short', () => {
    const whole = Buffer.concat([FILE, FILE])
    const { bytes, issues } = inflate(whole.subarray(0, whole.length - 100), CAP)
    expect(bytes.subarray(0, TEXT.length)).toEqual(TEXT)
    expect(issues).toEqual([
      { kind: 'damaged', what: `cut short at byte ${whole.length - 100}`, cut: true },
      suspicious,
    ])
  })

  it('with a wrong checksum in the first', () => {
    const first = Buffer.from(FILE)
    first[DATA_END]! ^= 1
    const { bytes, issues } = inflate(Buffer.concat([first, FILE]), CAP)
    expect(bytes).toEqual(Buffer.concat([TEXT, TEXT]))
    expect(issues.map(({ kind }) => kind)).toEqual(['damaged', 'suspicious'])
  })

  it('are not all named when all are damaged', () => {
    const member = gzipSync('x')
    member[member.length - 8]! ^= 1
    const { bytes, issues } = inflate(Buffer.concat(Array.from({ length: 5000 }, () => member)), CAP)
    expect(bytes).toHaveLength(5000)
    expect(issues.length).toBeLessThan(20)
    expect(issues.at(-1)?.kind).toBe('suspicious')
  })
})

describe('a bomb', () => {
  const tooLarge = [
    {
      kind: 'unreadable',
      what: 'inflates to more than 1 MB',
      hint: 'raise --max-inflated if the file is meant to be that large',
    },
  ]
  const zeros = gzipSync(Buffer.alloc(40 << 20))

  it.each([
    ['in one member', zeros],
    ['in many', Buffer.concat(Array.from({ length: 40 }, () => gzipSync(Buffer.alloc(CAP / 20))))],
    ['cut short', zeros.subarray(0, zeros.length - 100)],
    ['just over', gzipSync(Buffer.alloc(CAP + 1))],
    ['just over, in two members', Buffer.concat([gzipSync(Buffer.alloc(CAP)), gzipSync('x')])],
  ])('%s gives nothing', (_, file) => {
    expect(inflate(file, CAP)).toEqual({ bytes: Buffer.alloc(0), issues: tooLarge })
  })

  it('is not what fits exactly', () => {
    expect(inflate(gzipSync(Buffer.alloc(CAP)), CAP).bytes).toHaveLength(CAP)
    expect(inflate(Buffer.concat([gzipSync(Buffer.alloc(CAP)), gzipSync('')]), CAP).bytes).toHaveLength(CAP)
    expect(inflate(Buffer.alloc(CAP), CAP).issues).toEqual([])
  })

  it('is also a plain file', () => {
    const [issue] = inflate(Buffer.alloc(CAP + 1), CAP).issues
    expect(issue).toEqual({ ...tooLarge[0], what: 'is more than 1 MB' })
  })
})

// RFC 1952: FHCRC 2, FEXTRA 4, FNAME 8, FCOMMENT 16.
function withHeader(flags: number): Buffer {
  const parts = [Buffer.from(FILE.subarray(0, 10))]
  parts[0]![3] = flags
  if (flags & 4) parts.push(Buffer.from([3, 0, 1, 2, 3]))
  if (flags & 8) parts.push(Buffer.from('log.json\0'))
  if (flags & 16) parts.push(Buffer.from('a comment\0'))
  if (flags & 2) parts.push(Buffer.from([0xab, 0xcd]))
  return Buffer.concat([...parts, FILE.subarray(10)])
}
