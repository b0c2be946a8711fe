import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { EventKey } from '../../../src/decode/records/event-key.ts'
import { loaded } from '../../helpers/loaded.ts'
import { SeenIds } from '../../../src/query/seen-ids.ts'

function idOf(n: number): string {
  return `${n.toString(16).padStart(8, '0')}-0000-4000-8000-0000000000${(n % 256).toString(16).padStart(2, '0')}`
}

it('knows what it has seen, and whether the content is the one it had then', () => {
  const seen = new SeenIds()
  expect(seen.add(1, 2, 7, 1)).toBe('new')
  expect(seen.add(1, 2, 8, 1)).toBe('other')
  expect(seen.add(1, 2, 7, 2)).toBe('other')
  expect(seen.add(1, 2, 7, 1)).toBe('same')
  expect(seen.add(2, 1, 9, 0)).toBe('new')
  expect(seen.add(0, 0, 0, 0)).toBe('new')
  expect(seen.add(0, 0, 5, 0)).toBe('other')
  expect(seen.add(-1, -1, 1, -1)).toBe('new')
  expect(seen.add(-1, -1, 1, -1)).toBe('same')
})

it('tells a million IDs apart, and still knows the last million when there are more', () => {
  const seen = new SeenIds()
  const key = new EventKey()
  const scanner = loaded('')
  const isNew = (n: number): boolean => {
    key.ofTexts(scanner, idOf(n), '123456789012')
    return seen.add(key.a, key.b, 0, 0) === 'new'
  }
  const total = 1_300_000
  let fresh = 0
  for (let n = 0; n < total; n++) if (isNew(n)) fresh++
  expect(fresh).toBe(total)
  let known = 0
  for (let n = total - 1_000_000; n < total; n++) if (!isNew(n)) known++
  expect(known).toBe(1_000_000)
})

it('agrees with a map, however the places and the remembered bits of IDs collide', () => {
  // The index keeps the upper bits of the second word.
  const word = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(1 << 21, 1 << 30, -(1 << 21), 4096, 8192),
  )
  const event = fc.tuple(word, word, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 }))
  fc.assert(
    fc.property(fc.array(event, { maxLength: 200 }), fc.integer({ min: 0, max: 10_000 }), (events, room) => {
      const seen = new SeenIds()
      const ids = new SeenIds(false)
      const model = new Map<string, readonly [content: number, bytes: number]>()
      seen.reserve(room)
      for (const [n, [a, b, content, bytes]] of events.entries()) {
        // Some others in between, so that the table grows.
        for (let k = 0; k < 40; k++) seen.add(1000 + n * 40 + k, 7)
        const known = model.get(`${a} ${b}`)
        const isSame = known?.[0] === content
        const wanted = !known ? 'new' : !isSame ? 'other' : known[1] === bytes ? 'same' : 'respelled'
        expect(seen.add(a, b, content, content + 1, bytes)).toBe(wanted)
        expect(ids.add(a, b, content, content + 1, bytes)).toBe(known ? 'same' : 'new')
        if (!known) model.set(`${a} ${b}`, [content, bytes])
        const [first, last] = model.get(`${a} ${b}`)!
        expect(seen.entry(a, b)).toEqual({ content: first, bytes: last })
      }
    }),
    { numRuns: 60 },
  )
})
