import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText, TextPacker } from '../../../src/util/packed-texts.ts'
import { StringTable } from '../../../src/util/string-table.ts'

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 6 }),
  fc.constantFrom('', 'a', 'é', '\u00ff\u0100', '\ud800', '\udc00x', '__proto__', 'x'.repeat(5000)),
)

test('gives equal texts one number and gives each text back, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 60 }), texts, (all, other) => {
      const table = new StringTable(2, 16)
      const numbers = new Map<string, number>()
      for (const text of all) {
        const number = table.add(text)
        expect(numbers.get(text) ?? number).toBe(number)
        numbers.set(text, number)
      }
      expect(new Set(numbers.values()).size).toBe(numbers.size)
      for (const [text, number] of numbers) {
        expect(table.text(number)).toBe(text === '' ? undefined : text)
        expect(table.find(text)).toBe(number)
      }
      expect(table.find(other)).toBe(numbers.get(other) ?? 0)
      expect(table.size).toBe(new Set(all).add('').size)
    }),
  )
})

test('takes packed texts as it takes the texts, up to so many', () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 60 }), fc.nat(60), (all, most) => {
      const packer = new TextPacker()
      for (const text of all)
        if (text === 'a') packer.addNarrow(Buffer.from('bab'), 1, 2)
        else if (text === 'é') packer.addAll({ bytes: Uint8Array.of(0, 0xe9), ends: Uint32Array.of(2) })
        else packer.add(text)
      const packed = packer.finish()
      const texts = all.map((_, n) => readText(packed.bytes, packed.ends[n - 1] ?? 0, packed.ends[n]!))
      expect(texts).toEqual(all)
      const one = new StringTable(2, 16)
      const other = new StringTable()
      const kept = new Set(
        all
          .filter((text) => text !== '')
          .filter((text, n, some) => some.indexOf(text) === n)
          .slice(0, most),
      )
      for (const [n, text] of all.entries()) {
        const number = one.addPacked(packed, n, most)
        expect(number).toBe(text === '' || kept.has(text) ? other.add(text) : -1)
      }
      for (const text of all) expect(one.find(text)).toBe(other.find(text))
    }),
  )
})

test('a packer copies packed texts, and packs letters', () => {
  const letters = Buffer.from('x-letters-x')
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 20 }), (all) => {
      const [packer, copy] = [new TextPacker(), new TextPacker()]
      packer.add('forgotten')
      packer.clear()
      for (const text of all) packer.add(text)
      const packed = packer.finish()
      for (const n of all.keys()) expect(copy.addPacked(packed, n)).toBe(n)
      for (const [n, text] of all.entries()) expect([packer.text(n), copy.text(n)]).toEqual([text, text])
      const plain = packer.addNarrow(letters, 2, 9)
      expect(packer.text(plain)).toBe('letters')
    }),
  )
})

test('puts texts in order as an array is sorted', () => {
  const start = fc.constantFrom('', 'i-0', 'session-2024-', '\u00ff')
  const some = fc.array(fc.oneof({ weight: 9, arbitrary: fc.stringMatching(/^[a-c]{0,8}$/) }, texts), {
    minLength: 60,
    maxLength: 140,
  })
  fc.assert(
    fc.property(start, some, fc.boolean(), (start, all, hasWide) => {
      const table = new StringTable(2, 16)
      const wanted = new Set(
        all.map((text) => start + text).filter((text) => hasWide || !/[^\0-\xff]/.test(text)),
      )
      const numbers = Uint32Array.from(wanted, (text) => table.add(text))
      table.sort(numbers)
      expect(Array.from(numbers, (number) => table.text(number) ?? '')).toEqual([...wanted].sort())
    }),
  )
})

test('keeps a hundred thousand names apart', () => {
  const table = new StringTable()
  for (let i = 0; i < 100_000; i++) expect(table.add(`ASIA${i}`)).toBe(i + 1)
  for (let i = 0; i < 100_000; i += 997) expect(table.text(table.find(`ASIA${i}`))).toBe(`ASIA${i}`)
})

test('finds a text by its parts in another table, unless one is wide', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(texts, { maxLength: 4 }), { maxLength: 12 }),
      fc.nat(11),
      (all, unknown) => {
        const [parts, table] = [new StringTable(), new StringTable(2, 16)]
        const whole = all.map((some) => some.join(''))
        const added = whole.filter((text, n) => n !== unknown && text !== whole[unknown])
        for (const text of added) table.add(text)
        for (const [n, some] of all.entries()) {
          const isWide = some.some((text) => /[^\0-\xff]/.test(text))
          const numbers = Uint32Array.from(some, (text) => parts.add(text))
          expect(table.findJoined(parts, numbers)).toBe(isWide ? -1 : table.find(whole[n]!))
        }
      },
    ),
  )
})
