import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  cacheFolder,
  makePrivateFolder,
  privateReader,
  readPrivateFile,
} from '../../../src/util/private-folder.ts'

let home = ''
beforeEach(() => void (home = realpathSync(mkdtempSync(join(tmpdir(), 'private-')))))
afterEach(() => rmSync(home, { recursive: true, force: true }))

const isRoot = process.geteuid?.() === 0
const read = () => readPrivateFile(folderOf(), 'a.json')
const folderOf = (): string => join(home, '.cache/trail-explore/keys')

describe('a cache folder', () => {
  it.each([
    [{ XDG_CACHE_HOME: '/c', HOME: '/h' }, '/c/trail-explore/keys'],
    [{ XDG_CACHE_HOME: '', HOME: '/h' }, '/h/.cache/trail-explore/keys'],
    [{ XDG_CACHE_HOME: 'relative', HOME: '/h' }, '/h/.cache/trail-explore/keys'],
    [{ HOME: 'relative' }, undefined],
    [{}, undefined],
  ])('of %j', (env, expected) => expect(cacheFolder(env, 'keys')).toBe(expected))

  it('is made for its user alone', () => {
    expect(makePrivateFolder(folderOf())).toBe(true)
    for (const path of ['.cache', '.cache/trail-explore', '.cache/trail-explore/keys'])
      expect(statSync(join(home, path)).mode & 0o777).toBe(0o700)
    expect(makePrivateFolder(folderOf())).toBe(true)
  })

  it('is read file by file, each of which must be its own', () => {
    expect(privateReader(folderOf())('a.json')).toBeUndefined()
    makePrivateFolder(folderOf())
    const readFile = privateReader(folderOf())
    writeFileSync(join(folderOf(), 'a.json'), 'x', { mode: 0o600 })
    writeFileSync(join(folderOf(), 'b.json'), 'y', { mode: 0o600 })
    symlinkSync(join(folderOf(), 'a.json'), join(folderOf(), 'c.json'))
    mkdirSync(join(folderOf(), 'd.json'))
    chmodSync(join(folderOf(), 'b.json'), 0o666)
    const names = ['a.json', 'b.json', 'c.json', 'd.json', 'e.json']
    expect(names.map((name) => readFile(name)?.toString())).toEqual(['x', ...Array(4).fill(undefined)])
  })

  // At each level there is, on the way down to the folder: somebody else may write, or it is somebody else's.
  describe.each(['', '.cache', '.cache/trail-explore', '.cache/trail-explore/keys'])('with %j', (level) => {
    it.each([0o777, 0o770, 0o707, 0o720, 0o702])('of mode %o is refused', (mode) => {
      makePrivateFolder(folderOf())
      writeFileSync(join(folderOf(), 'a.json'), 'x', { mode: 0o600 })
      chmodSync(join(home, level), mode)
      expect(makePrivateFolder(folderOf())).toBe(false)
      expect(readPrivateFile(folderOf(), 'a.json')).toEqual({ text: undefined, why: 'foreign' })
      expect(privateReader(folderOf())('a.json')).toBeUndefined()
    })

    it.runIf(isRoot)('of another owner is refused', () => {
      makePrivateFolder(folderOf())
      writeFileSync(join(folderOf(), 'a.json'), 'x', { mode: 0o600 })
      chownSync(join(home, level), 65534, 65534)
      expect(makePrivateFolder(folderOf())).toBe(false)
      expect(readPrivateFile(folderOf(), 'a.json')).toEqual({ text: undefined, why: 'foreign' })
      expect(privateReader(folderOf())('a.json')).toBeUndefined()
    })
  })

  it('is not made where others may write', () => {
    chmodSync(home, 0o777)
    expect(makePrivateFolder(folderOf())).toBe(false)
    expect(existsSync(join(home, '.cache'))).toBe(false)
  })

  it('may lie behind a link, if that leads to a safe place', () => {
    mkdirSync(join(home, 'real'), { mode: 0o700 })
    mkdirSync(join(home, 'open'))
    chmodSync(join(home, 'open'), 0o777)
    mkdirSync(join(home, 'open/inner'), { mode: 0o700 })
    symlinkSync(join(home, 'real'), join(home, 'good'))
    symlinkSync(join(home, 'open/inner'), join(home, 'bad'))
    symlinkSync(join(home, 'nowhere'), join(home, 'dangling'))
    expect(makePrivateFolder(join(home, 'good/keys'))).toBe(true)
    expect(makePrivateFolder(join(home, 'bad/keys'))).toBe(false)
    expect(makePrivateFolder(join(home, 'dangling/keys'))).toBe(false)
  })

  it('is not a file, and costs nothing but itself', () => {
    writeFileSync(join(home, '.cache'), '')
    expect(makePrivateFolder(folderOf())).toBe(false)
  })
})

describe('a file in it', () => {
  beforeEach(() => void makePrivateFolder(folderOf()))

  it('is read', () => {
    writeFileSync(join(folderOf(), 'a.json'), 'text')
    expect(read()).toEqual({ text: 'text' })
    expect(readPrivateFile(folderOf(), 'b.json')).toEqual({ text: undefined, why: 'absent' })
  })

  it.each([0o666, 0o620, 0o602])('of mode %o is refused', (mode) => {
    writeFileSync(join(folderOf(), 'a.json'), 'text')
    chmodSync(join(folderOf(), 'a.json'), mode)
    expect(read()).toEqual({ text: undefined, why: 'foreign' })
  })

  it('that is a link or a folder is refused', () => {
    writeFileSync(join(home, 'elsewhere'), 'text')
    symlinkSync(join(home, 'elsewhere'), join(folderOf(), 'a.json'))
    expect(read()).toEqual({ text: undefined, why: 'foreign' })
    rmSync(join(folderOf(), 'a.json'))
    mkdirSync(join(folderOf(), 'a.json'))
    expect(read()).toEqual({ text: undefined, why: 'foreign' })
  })

  it.runIf(isRoot)('of another owner is refused', () => {
    writeFileSync(join(folderOf(), 'a.json'), 'text')
    chownSync(join(folderOf(), 'a.json'), 65534, 65534)
    expect(read()).toEqual({ text: undefined, why: 'foreign' })
  })
})
