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
import type { Words } from '../../../src/index/words.ts'
import { dropIndex, FileIndex, indexFolder, indexSize } from '../../../src/index/file-index.ts'

let home = ''
const folder = () => join(home, 'index')
beforeEach(() => void (home = realpathSync(mkdtempSync(join(tmpdir(), 'file-index-')))))
afterEach(() => rmSync(home, { recursive: true }))

const place = { group: 'file:/logs/us-east-1/ 2024-08', name: 'a.json.gz' }
const words = (...bytes: readonly number[]) => ({ bytes: Uint8Array.from(bytes), start: 1, length: 4 })
const facts = { words: words(0, 1, 2, 10, 255, 0), from: 5, to: 9 }
const bytesOf = ({ bytes, start, length }: Words) => [...bytes.subarray(start, start + length)]

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
    expect(index.find(place, 'stamp')).toMatchObject({ from: 5, to: 9 })
    expect(bytesOf(index.find(place, 'stamp')!.words)).toEqual([1, 2, 10, 255])
    expect(index.find(place, 'another stamp')).toBeUndefined()
    expect(index.find({ ...place, name: 'b.json.gz' }, 'stamp')).toBeUndefined()
    expect(index.find({ ...place, group: 'file:/logs/us-east-1/ 2024-09' }, 'stamp')).toBeUndefined()
    expect([index.knows(place.group), index.knows('x')]).toEqual([true, false])
  })

  it('keeps what it knew when it learns more', () => {
    saved()
    const index = new FileIndex(folder())
    index.note({ ...place, name: 'b.json.gz' }, 'other', facts)
    index.save()
    const again = new FileIndex(folder())
    expect([
      again.find(place, 'stamp')?.from,
      again.find({ ...place, name: 'b.json.gz' }, 'other')?.to,
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
    const known = (one: FileIndex) => [stamp, ...others, 'stamp'].map((two) => one.find(place, two)?.to)
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
      into.note({ ...place, name }, 'stamp', { words: words(9, from, 1, 2, 3), from, to: 99 })
    names.forEach((name, n) => note(index, name, n))
    expect(index.save()).toBe(20)
    const renewing = new FileIndex(folder())
    note(renewing, '7.json.gz', 77)
    expect(renewing.save()).toBe(20)
    const again = new FileIndex(folder())
    for (const n of [0, 1, 2, 7, 8, 3, 19, 5, 5, 7]) {
      const found = again.find({ ...place, name: names[n]! }, 'stamp')
      const from = n === 7 ? 77 : n
      expect([found?.from, bytesOf(found!.words)]).toEqual([from, [from, 1, 2, 3]])
    }
    expect(again.find({ ...place, name: '20.json.gz' }, 'stamp')).toBeUndefined()
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

const find = () => new FileIndex(folder()).find(place, 'stamp')

describe('is not believed', () => {
  it('when it was cut, wherever', () => {
    const path = saved()
    const whole = readFileSync(path)
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length))
      expect(find()).toBeUndefined()
    }
  })

  it('when a bit of it is another', () => {
    const path = saved()
    const whole = readFileSync(path)
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at]! ^= 1
      writeFileSync(path, bytes)
      expect(find()).toBeUndefined()
    }
  })

  it.runIf(process.platform !== 'win32')('when others could have written it', () => {
    chmodSync(saved(), 0o666)
    expect(find()).toBeUndefined()
    chmodSync(saved(), 0o600)
    expect(find()).toBeDefined()
    chmodSync(folder(), 0o777)
    expect(find()).toBeUndefined()
    expect(new FileIndex(folder()).save()).toBe(0)
  })
})
