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
