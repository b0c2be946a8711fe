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
import { dropIndex, FileIndex, indexFolder, indexSize } from '../../../src/index/file-index.ts'

let home = ''
const folder = () => join(home, 'index')
beforeEach(() => void (home = realpathSync(mkdtempSync(join(tmpdir(), 'file-index-')))))
afterEach(() => rmSync(home, { recursive: true }))

const place = { group: 'file:/logs/us-east-1/ 2024-08', name: 'a.json.gz' }
const facts = { words: Uint8Array.from([1, 2, 10, 255]), from: 5, to: 9 }

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
    expect([...index.find(place, 'stamp')!.words]).toEqual([1, 2, 10, 255])
    expect(index.find(place, 'another stamp')).toBeUndefined()
    expect(index.find({ ...place, name: 'b.json.gz' }, 'stamp')).toBeUndefined()
    expect(index.find({ ...place, group: 'file:/logs/us-east-1/ 2024-09' }, 'stamp')).toBeUndefined()
    expect([index.knows(place), index.knows({ ...place, group: 'x' })]).toEqual([true, false])
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
