import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EventKey, RecordContent } from '../../../src/decode/records/event-key.ts'
import { RowBuilder } from '../../../src/decode/row-builder.ts'
import { openRows, type Rows } from '../../../src/decode/rows.ts'
import { loaded } from '../../helpers/loaded.ts'
import type { RowRun } from '../../../src/format/row.ts'
import { Watermark } from '../../../src/query/watermark.ts'
import { Merge, type MergeOptions } from '../../../src/query/merge.ts'

interface Item {
  readonly time: number
  readonly id: string
  readonly content: string
}

interface Delivery {
  /** No event in it is later. */
  readonly notAfter: number
  readonly items: readonly Item[]
  /** Which of the files under way is decoded next. */
  readonly pick: number
}

const item = fc.record({
  early: fc.constantFrom(0, 0, 1, 2, 5, 30, Number.NaN),
  id: fc.constantFrom('', 'a', 'b', 'c', 'd', 'e'),
  content: fc.constantFrom('1', '2'),
})

/** Newest first, as the walk gives them. */
const deliveries: fc.Arbitrary<readonly Delivery[]> = fc
  .array(fc.record({ notAfter: fc.nat(40), early: fc.array(item, { maxLength: 5 }), pick: fc.nat() }), {
    maxLength: 20,
  })
  .map((files) =>
    files
      .map(({ notAfter, early, pick }) => ({
        notAfter,
        pick,
        items: early.map(({ early, id, content }) => ({ time: notAfter - early, id, content })),
      }))
      .toSorted((a, b) => b.notAfter - a.notAfter),
  )

const options: fc.Arbitrary<MergeOptions> = fc.record({
  ascending: fc.boolean(),
  keepDuplicates: fc.boolean(),
  limit: fc.constant(undefined),
})

/** Every other time in packed pieces, as those of a large file are. */
let packs = 0
function rowsOf(items: readonly Item[], ascending: boolean): Rows[] {
  // Rows of either kind tell copies alike.
  const builder = new RowBuilder({ ascending, withDigests: ascending, separator: ';' })
  const key = new EventKey()
  const hashed = new RecordContent()
  const scanner = loaded('')
  for (const { time, id, content } of items) {
    const row = Buffer.from(JSON.stringify(`${time} ${id} ${content}`))
    key.ofTexts(scanner, id, '123456789012')
    hashed.ofText(row)
    builder.add(time, key, row, hashed)
  }
  return packs++ % 2 === 0 ? [builder.finish()] : builder.pieces(0, 20).map(openRows)
}

/** Also holds that a run's bytes are its rows, each with the tail. */
function textsOf(runs: Iterable<RowRun>): string[] {
  return Array.from(runs).flatMap(({ count, bytes, row }) => {
    const texts = Array.from({ length: count }, (_, i) => Buffer.from(row(i)).toString())
    expect(Buffer.from(bytes).toString()).toBe(texts.map((text) => `${text};`).join(''))
    return texts.map((text) => JSON.parse(text) as string)
  })
}

/** All at once. */
function sorted(items: readonly Item[], options: MergeOptions): string[] {
  const order = new Merge(options)
  for (const rows of rowsOf(items, options.ascending)) order.add(rows)
  return textsOf(order.release(-Infinity))
}

describe('rows leave in the order of a full sort', () => {
  it('however files are decoded, and as soon as they can', () => {
    fc.assert(
      fc.property(deliveries, options, fc.integer({ min: 1, max: 4 }), (files, options, width) => {
        const order = new Merge(options)
        const watermark = new Watermark()
        const underWay: (Delivery & { number: number })[] = []
        const rows: string[] = []
        const overwritten = new Set<Rows>()
        const finishOne = (pick: number): void => {
          const [file] = underWay.splice(pick % underWay.length, 1)
          watermark.finish(file!.number)
          for (const rows of rowsOf(file!.items, options.ascending)) order.add(rows)
          rows.push(...textsOf(order.release(watermark.bound)))
          // What has left may be overwritten.
          for (const spent of order.takeSpent()) {
            expect(overwritten.has(spent)).toBe(false)
            overwritten.add(spent)
            spent.data.fill(0x2a)
          }
        }
        for (const [n, file] of files.entries()) {
          underWay.push({ ...file, number: watermark.add(file.notAfter) })
          watermark.laterNotAfter = files[n + 1]?.notAfter ?? -Infinity
          if (underWay.length === width) finishOne(file.pick)
        }
        while (underWay.length > 0) finishOne(0)
        rows.push(...textsOf(order.release(-Infinity)))
        expect(rows).toEqual(
          sorted(
            files.flatMap(({ items }) => items),
            options,
          ),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('which is by time, then ID; without a time last', () => {
    const items = [
      { time: Number.NaN, id: 'a', content: '1' },
      { time: 1, id: 'b', content: '1' },
      { time: 2, id: 'b', content: '2' },
      { time: 2, id: 'a', content: '1' },
    ]
    const options = { keepDuplicates: false, limit: undefined }
    expect(sorted(items, { ...options, ascending: false })).toEqual(['2 a 1', '2 b 2', '1 b 1', 'NaN a 1'])
    expect(sorted(items, { ...options, ascending: true })).toEqual(['1 b 1', '2 a 1', '2 b 2', 'NaN a 1'])
  })
})

describe('while everything is held', () => {
  it('a limit is kept to, and what it gives is the beginning of all', () => {
    const limit = 50
    const items = Array.from({ length: 60_000 }, (_, n) => ({
      time: (n * 7919) % 5000,
      id: n % 3 === 0 ? '' : `${n % 40_000}`,
      content: `${n % 2}`,
    }))
    for (const ascending of [true, false]) {
      const options = { ascending, keepDuplicates: false, limit }
      const order = new Merge(options)
      order.hold()
      for (let at = 0; at < items.length; at += 5000)
        for (const rows of rowsOf(items.slice(at, at + 5000), ascending)) order.add(rows)
      expect(textsOf(order.release(-Infinity)).slice(0, limit)).toEqual(
        sorted(items, options).slice(0, limit),
      )
    }
  })

  it('nothing leaves before the end', () => {
    const order = new Merge({ ascending: false, keepDuplicates: false, limit: undefined })
    for (const rows of rowsOf([{ time: 9, id: 'a', content: '' }], false)) order.add(rows)
    expect(order.hold()).toBe(true)
    expect(textsOf(order.release(5))).toEqual([])
    expect(textsOf(order.release(-Infinity))).toEqual(['9 a '])
  })

  it('is told that rows had left', () => {
    const order = new Merge({ ascending: false, keepDuplicates: false, limit: undefined })
    for (const rows of rowsOf([{ time: 9, id: 'a', content: '' }], false)) order.add(rows)
    expect(textsOf(order.release(5))).toEqual(['9 a '])
    expect(order.hold()).toBe(false)
  })
})

it('tells contents of one ID and time apart in time that grows with their number alone', () => {
  const items = Array.from({ length: 60_000 }, (_, n) => ({ time: 0, id: 'same', content: String(n >> 1) }))
  const order = new Merge({ ascending: false, keepDuplicates: false, limit: undefined })
  for (const rows of rowsOf(items, false)) order.add(rows)
  let count = 0
  for (const run of order.release(-Infinity)) count += run.count
  expect({ count, duplicates: order.duplicates, conflicts: order.conflicts }).toEqual({
    count: 30_000,
    duplicates: 30_000,
    conflicts: 29_999,
  })
}, 120_000)
