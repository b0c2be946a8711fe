// What the store keeps is what came in, however large, odd or many; and what it costs.

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Dictionary } from '../../../../src/commands/browse/data/dictionary.ts'
import { Finder } from '../../../../src/commands/browse/data/find.ts'
import { Found } from '../../../../src/commands/browse/data/found.ts'
import { setName } from '../../../../src/commands/browse/data/mask.ts'
import { Numbers, PIECE, Times } from '../../../../src/commands/browse/data/numbers.ts'
import { Paths } from '../../../../src/commands/browse/data/paths.ts'
import { Places } from '../../../../src/commands/browse/data/places.ts'
import { EventStore, KEPT } from '../../../../src/commands/browse/data/store.ts'
import { FACETS } from '../../../../src/commands/browse/facets.ts'
import { eventOf } from '../../../../src/event/event.ts'
import type { Filter } from '../../../../src/filter/clause.ts'
import { compilePacked } from '../../../../src/format/packed.ts'
import type { JsonObject } from '../../../../src/util/json.ts'

const EVERYTHING: Filter = { kind: 'all', of: [] }

function rowsOf(records: readonly JsonObject[], columns: readonly string[] = KEPT, files = ['a/b.json']) {
  const make = compilePacked(columns)
  return records.map((record, i) => {
    const event = Object.assign(eventOf(record), { origin: { file: files[i % files.length]!, record: i } })
    return Uint8Array.from(make(event, new Uint8Array()) as Uint8Array)
  })
}

function storeOf(rows: readonly Uint8Array[], extra: readonly string[] = []): EventStore {
  const store = new EventStore(extra)
  for (const bytes of rows) store.add({ count: 1, bytes, row: () => bytes })
  return store
}

const times = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: 0, max: 4_294_967_294 }).map((seconds) => seconds * 1000),
  fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }),
)

describe('numbers of events', () => {
  it('are what they were, in pieces that grow wider', () => {
    const number = fc.oneof(fc.nat(300), fc.nat(70_000), fc.nat(0xffff_ffff))
    fc.assert(
      fc.property(fc.array(number), fc.array(times), (values, some) => {
        const numbers = new Numbers()
        const kept = new Times()
        values.forEach((value, i) => numbers.set(i + PIECE - 3, value))
        some.forEach((time, i) => kept.set(i + PIECE - 3, time))
        expect(values.map((_, i) => numbers.at(i + PIECE - 3))).toEqual(values)
        expect(some.map((_, i) => kept.at(i + PIECE - 3))).toEqual(some)
      }),
    )
  })

  it('take one byte where there are few, and four for a time in seconds', () => {
    const numbers = new Numbers()
    const kept = new Times()
    for (let i = 0; i < PIECE; i++) {
      numbers.set(i, i % 200)
      kept.set(i, 1_724_000_000_000 - i * 1000)
    }
    expect({ numbers: numbers.memory, times: kept.memory }).toEqual({ numbers: PIECE, times: PIECE * 4 })
    expect(kept.at(7)).toBe(1_724_000_000_000 - 7000)
  })
})

describe('a dictionary', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'K', 'é', '\u{1f600}', '/'), maxLength: 6 })

  it('gives a number to each text, before and after it was trimmed', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), fc.array(text), (first, then) => {
        const dictionary = new Dictionary()
        const codes = new Map<string, number>()
        const add = (one: string): void => {
          const bytes = Buffer.from(one)
          const code = dictionary.add(bytes, 0, bytes.length)
          expect(codes.get(one) ?? code).toBe(code)
          codes.set(one, code)
        }
        first.forEach(add)
        dictionary.trim()
        then.forEach(add)
        expect([...codes].map(([one, code]) => [dictionary.text(code), one]).every(([a, b]) => a === b)).toBe(
          true,
        )
        expect(dictionary.size).toBe(new Set(['', ...first, ...then]).size)
      }),
    )
  })

  it('finds the texts that hold a part, and no part that lies across two', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), text, fc.nat(20), (texts, part, from) => {
        const dictionary = new Dictionary()
        for (const one of texts) dictionary.add(Buffer.from(one), 0, Buffer.byteLength(one))
        const found: number[] = []
        dictionary.eachWith(Buffer.from(part), from, (code) => found.push(code))
        const expected = Array.from({ length: dictionary.size }, (_, code) => code).filter(
          (code) => part !== '' && code >= Math.max(from, 1) && dictionary.text(code).includes(part),
        )
        expect(found).toEqual(expected)
        for (let code = 0; code < dictionary.size; code++)
          expect(dictionary.hasFolded(code, Buffer.from('ak'))).toBe(/ak/i.test(dictionary.text(code)))
      }),
    )
  })
})

it('names of files are what they were, and are known by their bytes', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '/', '.', 'é'), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(name), (names) => {
      const paths = new Paths()
      const codes = names.map((one) => paths.add(Buffer.from(`xx${one}yy`), 2, 2 + Buffer.byteLength(one)))
      expect(codes.map((code) => paths.text(code))).toEqual(names)
      for (const [i, code] of codes.entries())
        expect(names.map((one) => paths.isText(code, Buffer.from(one)))).toEqual(
          names.map((one) => one === names[i]),
        )
    }),
  )
})

it('keeps IDs of any kind', () => {
  const ids = ['0a1b2c3d-0000', 'ABCDEF01', 'short', 'r0b', 'deadbeef', '00000001', '\u001b[2J', undefined]
  const store = storeOf(rowsOf(ids.map((eventID) => ({ ...(eventID !== undefined && { eventID }) }))))
  const shown = ids.map((_, event) => store.id(event))
  expect(shown.slice(0, 6)).toEqual(['0a1b2c3d', 'ABCDEF01', 'short', 'r0b', 'deadbeef', '00000001'])
  expect(shown[6]).toBe('')
  expect(shown[7]).toMatch(/^r[\da-f]{7}$/)
})

it('a filter on a field of very many texts lets through what the slow way does', () => {
  const names = Array.from({ length: 3000 }, (_, i) => `user-${(i * 7919) % 3000}`)
  const records = names.map((userName) => ({ userIdentity: { type: 'IAMUser', userName } }))
  const store = storeOf(rowsOf([...records, {}]))
  const shown = (values: readonly string[]): readonly string[] => {
    const found = new Found({ kind: 'text', field: 'user-name', values }, store, new Map())
    return [...found.events.subarray(0, found.count)].map((event) => store.text(event, 'user-name'))
  }
  expect(shown(['user-12'])).toEqual(['user-12'])
  expect(shown(['user-12', 'user-2999']).toSorted()).toEqual(['user-12', 'user-2999'])
  expect(shown(['*r-29*'])).toEqual(names.filter((name) => name.includes('r-29')))
  expect(shown(['!*r-2*'])).toEqual([...names, ''].filter((name) => !name.includes('r-2')))
  expect(shown(['*'])).toEqual(names)
  expect(shown(['nobody'])).toEqual([])
})

it('counts facets in pieces to what they are at once', () => {
  const records = Array.from({ length: 700 }, (_, i) => ({ eventName: `N${i % 640}`, readOnly: i % 3 === 0 }))
  const found = new Found(EVERYTHING, storeOf(rowsOf(records)), new Map())
  expect(found.top('event-name')).toMatchObject({ isWhole: false, values: [] })
  found.countAll(FACETS)
  const { values, distinct, isWhole } = found.top('event-name')
  expect({ distinct, isWhole, shown: values.length }).toEqual({ distinct: 640, isWhole: true, shown: 500 })
  expect(values.slice(0, 60).every(({ count }) => count === 2)).toBe(true)
  expect(found.top('read-only').values.map(({ text, count }) => [text, count])).toEqual([
    ['false', 466],
    ['true', 234],
  ])
})

it('what is known of a set of events is shown before the rest is', () => {
  const records = Array.from({ length: 10 }, (_, i) => ({ eventName: `N${i}` }))
  const store = storeOf(rowsOf(records))
  const clause: Filter = { kind: 'text', field: 'requestParameters.x', values: ['y'] }
  const set = { events: Uint8Array.from([0, 1, 0, 0, 1, 0, 0, 1, 0, 0]), known: 4 }
  const found = new Found({ kind: 'not', of: clause }, store, new Map([[setName(clause), set]]))
  expect([...found.events.subarray(0, found.count)]).toEqual([0, 2, 3])
  set.known = 10
  found.extend()
  expect([...found.events.subarray(0, found.count)]).toEqual([0, 2, 3, 5, 6, 8, 9])
})

describe('a search', () => {
  const texts = fc.constantFrom('alice', 'BOB', 'éa', 'ec2', 'x')
  const record = fc.record(
    { eventName: texts, sourceIPAddress: texts, eventID: fc.constantFrom('e0b1', 'abcd') },
    { requiredKeys: [] },
  )

  it('finds the next event round the end, as the slow way does', () => {
    const wanted = fc.constantFrom('ALI', 'b', 'É', 'ec2', 'e0', 'zz', 'x')
    const step = fc.constantFrom(1 as const, -1 as const)
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 9 }),
        wanted,
        fc.nat(8),
        step,
        (records, text, at, by) => {
          const store = storeOf(rowsOf(records))
          const found = new Found(EVERYTHING, store, new Map())
          const from = at % records.length
          const has = (event: number): boolean =>
            KEPT.map((name) => store.text(event, name)).some((one) =>
              one.toLowerCase().includes(text.toLowerCase()),
            ) ||
            (/^r?[\da-f]{1,8}$/i.test(text) && store.id(event).startsWith(text.toLowerCase()))
          const order = records.map(
            (_, i) => (((from + by * (i + 1)) % records.length) + records.length) % records.length,
          )
          const position = new Finder(found, text, from, by).look(() => false)
          expect(position).toBe(order.find(has) ?? -1)
        },
      ),
    )
  })

  it('stops when the time is up, and goes on from there', () => {
    const records = Array.from({ length: 5000 }, (_, i) => ({ eventName: i === 4600 ? 'Here' : 'There' }))
    const finder = new Finder(new Found(EVERYTHING, storeOf(rowsOf(records)), new Map()), 'here', 0, 1)
    // `There` holds it as well, so another word.
    expect(finder.look(() => true)).toBe(1)
    const rare = records.map(({ eventName }) => ({ eventName: eventName === 'Here' ? 'Rare' : 'Common' }))
    const other = new Finder(new Found(EVERYTHING, storeOf(rowsOf(rare)), new Map()), 'RAR', 0, 1)
    expect([other.look(() => true), other.look(() => true), other.look(() => true)]).toEqual([
      undefined,
      undefined,
      4600,
    ])
  })
})

it('rows of another reading find their events, in their order or nearly so', () => {
  const records = Array.from({ length: 40 }, (_, i) => ({
    eventTime: i < 30 ? `2024-08-18T00:00:${String(59 - (i >> 2)).padStart(2, '0')}Z` : 'never',
    eventName: `N${i}`,
  }))
  const files = ['a/1.json', 'a/2.json', 'b/1.json']
  const store = storeOf(rowsOf(records, KEPT, files))
  const rows = rowsOf(records, ['event-name'], files)
  const places = new Places(store)
  // Events of one second may come in another order.
  const order = [0, 2, 1, 3, 9, 8, 20, 21, 35, 33, 39]
  expect(order.map((i) => places.find(rows[i]!, 1))).toEqual(order)
  expect(new Places(store).find(rowsOf(records, ['event-name'], ['c/1.json'])[5]!, 1)).toBe(-1)
})

it('a column that is no kept field comes with the rows, cut where it is long', () => {
  const columns = ['requestParameters.name', 'user-agent']
  const records = [
    { requestParameters: { name: 'x'.repeat(5000) }, userAgent: 'curl' },
    { requestParameters: { name: { a: 1 } } },
  ]
  const store = storeOf(rowsOf(records, [...KEPT, ...columns]), columns)
  expect(store.extraText(0, 'requestParameters.name')).toHaveLength(200)
  expect(store.extraText(1, 'requestParameters.name')).toBe('{"a":1}')
  expect([store.extraText(0, 'user-agent'), store.extraText(1, 'user-agent')]).toEqual(['curl', ''])
  expect(store.extraText(0, 'never-asked')).toBeUndefined()
})

it('events with few different texts take less than 40 bytes each while they come', () => {
  const records = Array.from({ length: 1000 }, (_, i) => ({
    eventTime: '2024-08-18T00:00:00Z',
    eventID: (i * 7919).toString(16).padStart(8, '0'),
    eventName: `Name${i % 300}`,
    eventSource: `s${i % 40}.amazonaws.com`,
    sourceIPAddress: `192.0.2.${i % 250}`,
    userIdentity: { type: 'IAMUser', userName: `user-${i}`, accessKeyId: `AKIA${i}EXAMPLE` },
  }))
  const files = Array.from(
    { length: 70 },
    (_, i) => `AWSLogs/111122223333/CloudTrail/eu-west-1/2024/08/18/${'x'.repeat(60)}${i}.json.gz`,
  )
  const rows = rowsOf(records, KEPT, files)
  const store = new EventStore()
  for (let i = 0; i < 3 * PIECE; i++) {
    const bytes = rows[i % rows.length]!
    store.add({ count: 1, bytes, row: () => bytes })
  }
  expect(store.memory / store.count).toBeLessThan(40)
})
