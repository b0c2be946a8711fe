import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dropIndex, FileIndex, indexFolder, indexSize, type Place } from '../../../src/index/file-index.ts'
import type { Answer, Stamp } from '../../../src/index/index-part.ts'

let home = ''
const folder = () => join(home, 'index')
beforeEach(() => void (home = realpathSync(mkdtempSync(join(tmpdir(), 'file-index-')))))
afterEach(() => rmSync(home, { recursive: true }))

const place = { group: 'file:/logs/us-east-1/ 2024-08', name: 'a.json.gz' }
// Between bytes that belong to others: words that hold everything, and those that hold nothing.
const words = (byte: 0 | 255) => ({
  bytes: Uint8Array.of(255 - byte, byte, byte, byte, byte, 255 - byte),
  start: 1,
  length: 4,
})
const facts = { words: words(255), from: 5, to: 9 }

function find(index: FileIndex, { group, name }: Place, stamp: Stamp): Answer | undefined {
  return index.ask(group, [[[12_345]]]).find(name, stamp)
}

function saved(): string {
  const index = new FileIndex(folder())
  index.note(place, 'stamp', facts)
  expect(index.save()).toBe(1)
  return join(folder(), readdirSync(folder())[0]!)
}

describe('an index', () => {
  it('knows what was noted, of the same file alone', () => {
    saved()
    const index = new FileIndex(folder())
    expect(find(index, place, 'stamp')).toEqual({ from: 5, to: 9, mayHold: true })
    expect(find(index, place, 'another stamp')).toBeUndefined()
    expect(find(index, { ...place, name: 'b.json.gz' }, 'stamp')).toBeUndefined()
    expect(find(index, { ...place, group: 'file:/logs/us-east-1/ 2024-09' }, 'stamp')).toBeUndefined()
    expect([place.group, 'x'].map((group) => index.ask(group, []).wasKept)).toEqual([true, false])
  })

  it('keeps what it knew when it learns more', () => {
    saved()
    const index = new FileIndex(folder())
    index.note({ ...place, name: 'b.json.gz' }, 'other', facts)
    index.save()
    const again = new FileIndex(folder())
    expect([
      find(again, place, 'stamp')?.from,
      find(again, { ...place, name: 'b.json.gz' }, 'other')?.to,
    ]).toEqual([5, 9])
  })

  it('knows a file on disk by its size, its times, its inode and its device', () => {
    const stamp = {
      size: 10,
      mtimeMs: 1732613040123.25,
      ctimeMs: 1732613040123.5,
      ino: 2 ** 53 - 1,
      dev: 7,
    }
    const index = new FileIndex(folder())
    index.note(place, stamp, facts)
    const others = (['size', 'mtimeMs', 'ctimeMs', 'ino', 'dev'] as const).map((key) => ({
      ...stamp,
      [key]: stamp[key] - (key.endsWith('Ms') ? 0.001 : 1),
    }))
    const known = (one: FileIndex) => [stamp, ...others, 'stamp'].map((two) => find(one, place, two)?.to)
    const only = [9, ...others.map(() => undefined), undefined]
    expect(known(index)).toEqual(only)
    index.save()
    expect(known(index)).toEqual(only)
    expect(known(new FileIndex(folder()))).toEqual(only)
  })

  it('finds files in any order, and keeps the rest when one is renewed', () => {
    const names = Array.from({ length: 20 }, (_, n) => `${n}.json.gz`)
    const index = new FileIndex(folder())
    const note = (into: FileIndex, name: string, from: number) =>
      into.note({ ...place, name }, 'stamp', { words: words(from % 2 === 0 ? 0 : 255), from, to: 99 })
    names.forEach((name, n) => note(index, name, n))
    expect(index.save()).toBe(20)
    const renewing = new FileIndex(folder())
    note(renewing, '7.json.gz', 70)
    expect(renewing.save()).toBe(20)
    const again = new FileIndex(folder())
    const { find: found } = again.ask(place.group, [[[12_345]]])
    for (const n of [0, 1, 2, 7, 8, 3, 19, 5, 5, 7]) {
      const from = n === 7 ? 70 : n
      expect(found(names[n]!, 'stamp')).toEqual({ from, to: 99, mayHold: from % 2 !== 0 })
    }
    expect(found('20.json.gz', 'stamp')).toBeUndefined()
  })

  it('answers each question for itself, and of what another process has written since', () => {
    const index = new FileIndex(folder())
    const other = new FileIndex(folder())
    other.note(place, 'stamp', { words: words(0), from: 5, to: 9 })
    expect(index.ask(place.group, []).find(place.name, 'stamp')).toBeUndefined()
    other.save()
    for (const one of [index, other])
      expect(
        [[], [[[12_345]]]].map((asked) => one.ask(place.group, asked).find(place.name, 'stamp')),
      ).toEqual([
        { from: 5, to: 9, mayHold: true },
        { from: 5, to: 9, mayHold: false },
      ])
    const { find: before } = index.ask(place.group, [])
    index.ask('another', [])
    index.note(place, 'other stamp', { words: words(255), from: 1, to: 2 })
    expect(before(place.name, 'other stamp')).toEqual({ from: 1, to: 2, mayHold: true })
    expect(before(place.name, 'stamp')).toBeUndefined()
  })

  it('writes nothing when nothing was learned', () => {
    expect(new FileIndex(folder()).save()).toBe(0)
    expect(indexSize(folder())).toEqual({ files: 0, bytes: 0 })
  })

  it('can be counted and dropped', () => {
    saved()
    expect(indexSize(folder())).toMatchObject({ files: 1 })
    dropIndex(folder())
    expect(indexSize(folder())).toEqual({ files: 0, bytes: 0 })
    dropIndex(folder())
  })

  it('lies in the cache folder', () => {
    expect(indexFolder({ XDG_CACHE_HOME: '/c' })).toBe('/c/trail-explore/index')
    expect(indexFolder({})).toBeUndefined()
  })
})

const found = () => find(new FileIndex(folder()), place, 'stamp')

describe('is not believed', () => {
  it('when it was cut, wherever', () => {
    const path = saved()
    const whole = readFileSync(path)
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length))
      expect(found()).toBeUndefined()
    }
  })

  it('when a bit of it is another', () => {
    const path = saved()
    const whole = readFileSync(path)
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at]! ^= 1
      writeFileSync(path, bytes)
      expect(found()).toBeUndefined()
    }
  })

  it.runIf(process.platform !== 'win32')('when others could have written it', () => {
    chmodSync(saved(), 0o666)
    expect(found()).toBeUndefined()
    chmodSync(saved(), 0o600)
    expect(found()).toBeDefined()
    chmodSync(folder(), 0o777)
    expect(found()).toBeUndefined()
    expect(new FileIndex(folder()).save()).toBe(0)
  })
})
