import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { HASH_KEY_LENGTH, hashKey, useHashKey } from '../../../../src/decode/json/hash-key.ts'
import { Scanner } from '../../../../src/decode/json/scan.ts'

const ofProcess = hashKey()
afterAll(() => useHashKey(ofProcess))

const wordAt = (bytes: Uint8Array, at: number): bigint => Buffer.from(bytes).readBigUInt64LE(at)
const u64 = (n: bigint): bigint => BigInt.asUintN(64, n)
const turned = (n: bigint, by: bigint): bigint => u64((n << by) | (n >> (64n - by)))

// SipHash as its authors describe it, with big numbers and no regard for time.
function sipHash(
  key: Uint8Array,
  text: Uint8Array,
  [rounds, lastRounds]: readonly [number, number],
  bits: 64 | 128,
): bigint[] {
  const [k0, k1] = [wordAt(key, 0), wordAt(key, 8)]
  let [v0, v1, v2, v3] = [
    k0 ^ 0x736f6d6570736575n,
    k1 ^ 0x646f72616e646f6dn,
    k0 ^ 0x6c7967656e657261n,
    k1 ^ 0x7465646279746573n,
  ]
  if (bits === 128) v1 ^= 0xeen
  const round = (): void => {
    v0 = u64(v0 + v1)
    v1 = turned(v1, 13n) ^ v0
    v0 = turned(v0, 32n)
    v2 = u64(v2 + v3)
    v3 = turned(v3, 16n) ^ v2
    v0 = u64(v0 + v3)
    v3 = turned(v3, 21n) ^ v0
    v2 = u64(v2 + v1)
    v1 = turned(v1, 17n) ^ v2
    v2 = turned(v2, 32n)
  }
  const padded = Buffer.alloc((Math.floor(text.length / 8) + 1) * 8)
  padded.set(text)
  padded[padded.length - 1] = text.length & 0xff
  for (let at = 0; at < padded.length; at += 8) {
    const word = wordAt(padded, at)
    v3 ^= word
    for (let i = 0; i < rounds; i++) round()
    v0 ^= word
  }
  v2 ^= bits === 128 ? 0xeen : 0xffn
  for (let i = 0; i < lastRounds; i++) round()
  const first = v0 ^ v1 ^ v2 ^ v3
  if (bits === 64) return [first]
  v1 ^= 0xddn
  for (let i = 0; i < lastRounds; i++) round()
  return [first, v0 ^ v1 ^ v2 ^ v3]
}

function words(scanner: Scanner): bigint[] {
  const [a, b, c, d] = ([0, 1, 2, 3] as const).map((word) =>
    BigInt.asUintN(32, BigInt(scanner.hashWord(word))),
  )
  return [a! | (b! << 32n), c! | (d! << 32n)]
}

describe('the hash', () => {
  it('is held against a SipHash that gives the published values', () => {
    const key = Uint8Array.from({ length: 16 }, (_, i) => i)
    const text = Uint8Array.from({ length: 15 }, (_, i) => i)
    expect(sipHash(key, text, [2, 4], 64)).toEqual([0xa129ca6149be45e5n])
  })

  it('is SipHash-1-3 with 128 bits, of any text, anywhere in a text, under any key', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: HASH_KEY_LENGTH, maxLength: HASH_KEY_LENGTH }),
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(300),
        fc.nat(300),
        (key, text, a, b) => {
          const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
          useHashKey(key)
          const scanner = new Scanner()
          scanner.load(text)
          scanner.hash(start, end)
          expect(words(scanner)).toEqual(sipHash(key, text.subarray(start, end), [1, 3], 128))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is of the event key too', () => {
    useHashKey(ofProcess)
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 20 }), (id, account) => {
        const scanner = new Scanner()
        scanner.eventKeyOf(id, account)
        expect(words(scanner)).toEqual(sipHash(ofProcess, Buffer.from(`${id}\0${account}`), [1, 3], 128))
      }),
    )
  })

  it('has another key in every process', () => {
    expect(ofProcess).toHaveLength(HASH_KEY_LENGTH)
    expect(Buffer.from(ofProcess)).not.toEqual(Buffer.alloc(HASH_KEY_LENGTH))
  })
})
