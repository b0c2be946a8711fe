import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { EventKey, RecordContent } from '../../../src/decode/records/event-key.ts'
import { RowBuilder } from '../../../src/decode/row-builder.ts'
import { openRows, packRows, rowBytes, rowKey, type Rows } from '../../../src/decode/rows.ts'
import { loaded } from '../../helpers/loaded.ts'

interface Item {
  readonly time: number
  readonly id: string
  readonly text: string
}

const items: fc.Arbitrary<readonly Item[]> = fc.array(
  fc.record({
    time: fc.nat(5),
    id: fc.constantFrom('', 'a', 'b', 'c'),
    text: fc.string({ maxLength: 30 }).map((text) => JSON.stringify({ text })),
  }),
  { maxLength: 60 },
)
const ways = fc.record({ ascending: fc.boolean(), withDigests: fc.boolean(), pins: fc.boolean() })

function builderOf(
  list: readonly Item[],
  { ascending, withDigests, pins }: { ascending: boolean; withDigests: boolean; pins: boolean },
  builder = new RowBuilder({ ascending, withDigests, separator: '\n' }),
): RowBuilder {
  const texts = list.map(({ text }) => Buffer.from(text))
  // Every other row lies in a text that is not copied, one that moves before the rows are taken.
  let pinned = Buffer.concat(texts)
  if (pins) builder.pin(() => pinned)
  const key = new EventKey()
  const content = new RecordContent()
  const scanner = loaded('')
  let at = 0
  for (const [n, { time, id, text }] of list.entries()) {
    const bytes = texts[n]!
    key.ofTexts(scanner, id, '123456789012')
    content.ofText(bytes)
    const row = n % 3 === 0 ? text : pins && n % 2 === 0 ? pinned.subarray(at, at + bytes.length) : bytes
    builder.add(time, key, row, content)
    at += bytes.length
  }
  pinned = Buffer.from(pinned)
  return builder
}

function listOf(pieces: readonly Rows[]): unknown[] {
  return pieces.flatMap((rows) =>
    Array.from({ length: rows.count }, (_, n) => ({
      time: rows.times[n],
      key: Buffer.from(rowKey(rows, n)).toString(),
      row: Buffer.from(rowBytes(rows, n)).toString(),
      hash: rows.fingerprints.slice(n * 2, n * 2 + 2),
      digest: rows.digests?.slice(n * 4, n * 4 + 4),
    })),
  )
}

it('pieces hold the same rows in the same order as one piece, copied or not', () => {
  fc.assert(
    fc.property(items, ways, fc.nat(100), (list, way, most) => {
      const whole = listOf([builderOf(list, { ...way, pins: false }).finish()])
      expect(listOf([builderOf(list, way).finish()])).toEqual(whole)
      const pieces = builderOf(list, way).pieces(0, most)
      for (const { isPacked } of pieces) expect(isPacked).toBe(true)
      expect(listOf(pieces.map(openRows))).toEqual(whole)
    }),
  )
})

it('rows are sorted by time and ID, and every row is there', () => {
  fc.assert(
    fc.property(items, ways, (list, way) => {
      const rows = builderOf(list, way).finish()
      const sign = way.ascending ? 1 : -1
      const times = Array.from(rows.times)
      expect(times).toEqual(times.toSorted((a, b) => sign * (a - b)))
      const texts = Array.from({ length: rows.count }, (_, n) => Buffer.from(rowBytes(rows, n)).toString())
      expect(texts.toSorted()).toEqual(list.map(({ text }) => Buffer.from(text).toString()).toSorted())
    }),
  )
})

it('packed rows need a fraction of their size, and a buffer of their own', () => {
  const list = Array.from({ length: 1000 }, (_, n) => ({
    time: n,
    id: `${n}`,
    text: `{"n":${n},"same":"${'x'.repeat(500)}"}`,
  }))
  const rows = builderOf(list, { ascending: true, withDigests: false, pins: false }).finish()
  const packed = packRows(rows)
  expect(packed.data.length).toBeLessThan(rows.data.length / 10)
  expect(packed.data.buffer.byteLength).toBe(packed.data.byteLength)
  expect(Buffer.from(openRows(packed).data)).toEqual(Buffer.from(rows.data))
})

it('a builder that is used again gives what a new one gives', () => {
  const large = fc.record({
    time: fc.nat(5),
    id: fc.constantFrom('a', 'b'),
    text: fc.constantFrom('x'.repeat(40_000), 'y'.repeat(70_000)),
  })
  const lists = fc.array(fc.oneof(items, fc.array(large, { maxLength: 5 })), { maxLength: 5 })
  fc.assert(
    fc.property(lists, ways, (all, way) => {
      const builder = new RowBuilder({ ...way, separator: '\n' })
      const taken = all.map((list) => builderOf(list, way, builder).take())
      // Only now, so that nothing of the earlier ones has been overwritten.
      expect(taken.map(listOf)).toEqual(all.map((list) => listOf([builderOf(list, way).finish()])))
    }),
  )
})
