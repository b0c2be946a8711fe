import { execFileSync } from 'node:child_process'
import {
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs'
import { symlinkSync, writeFileSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FileStamp, readListedFile, readRegularFile } from '../../../src/util/read-regular-file.ts'

const ROOM = 1000
const folder = mkdtempSync(join(tmpdir(), 'read-regular-file-'))
const at = (name: string): string => join(folder, name)
const bytesOf = (size: number): Buffer => Buffer.from(Array.from({ length: size }, (_, n) => (n * 7) & 0xff))
const isLinux = process.platform === 'linux'

beforeAll(() => {
  mkdirSync(at('folder'))
  execFileSync('mkfifo', [at('pipe')])
  symlinkSync('pipe', at('to-pipe'))
  symlinkSync('/dev/null', at('to-null'))
  symlinkSync('/dev/zero', at('to-zero'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([
  ['any file', readRegularFile],
  // Whatever it was when it was listed.
  ['a listed file', readListedFile],
])('%s', (_, readFile) => {
  const read = (path: string, atMost?: number): Uint8Array => readFile(path, new Uint8Array(ROOM), atMost)

  it.each([0, 1, 17, ROOM - 1, ROOM, ROOM + 1, 5 * ROOM])('of %d bytes is read whole', (size) => {
    writeFileSync(at('file'), bytesOf(size))
    expect(Buffer.from(read(at('file')))).toEqual(bytesOf(size))
    expect(Buffer.from(read(at('file'), size))).toEqual(bytesOf(size))
  })

  it.each([2, ROOM, 5 * ROOM])('of %d bytes is refused if it may not be that large', (size) => {
    writeFileSync(at('file'), bytesOf(size))
    expect(() => read(at('file'), size - 1)).toThrow(expect.objectContaining({ code: 'EFBIG' }))
  })

  it('is in the scratch buffer if it fits', () => {
    writeFileSync(at('file'), bytesOf(ROOM / 2))
    const scratch = new Uint8Array(ROOM)
    expect(readFile(at('file'), scratch).buffer).toBe(scratch.buffer)
  })

  it.each([
    ['folder', 'EISDIR'],
    ['pipe', 'ENOTREG'],
    ['to-pipe', 'ENOTREG'],
    ['gone', 'ENOENT'],
  ])('that is in truth %s is refused without waiting: %s', (name, code) => {
    expect(() => read(at(name))).toThrow(expect.objectContaining({ code }))
  })

  it('that is in truth a pipe loses nothing of what is in it', () => {
    const pipe = openSync(at('pipe'), constants.O_RDWR | constants.O_NONBLOCK)
    writeSync(pipe, 'for somebody else')
    expect(() => read(at('pipe'))).toThrow(expect.objectContaining({ code: 'ENOTREG' }))
    const left = Buffer.alloc(100)
    expect(left.toString('latin1', 0, readSync(pipe, left))).toBe('for somebody else')
    closeSync(pipe)
  })

  it('that is in truth a socket is refused', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(at('socket'), resolve))
    expect(() => read(at('socket'))).toThrow(/socket/)
    await new Promise((resolve) => server.close(resolve))
  })

  it.skipIf(!isLinux).each(['to-null', 'to-zero'])('that is in truth a device, %s, is refused', (name) => {
    expect(() => read(at(name))).toThrow(expect.objectContaining({ code: 'ENOTREG' }))
  })

  it.skipIf(!isLinux).each(['/proc/version', '/proc/kallsyms'])(
    'that states no size, %s, is read to its end',
    (path) => {
      const whole = readFileSync(path)
      expect(Buffer.from(read(path)).equals(whole)).toBe(true)
      expect(() => read(path, whole.length - 1)).toThrow(/larger than/)
    },
  )
})

it('tells which version of the file is read', () => {
  writeFileSync(at('file'), bytesOf(10))
  const stamps: FileStamp[] = []
  readRegularFile(at('file'), undefined, undefined, (stamp) => stamps.push(stamp))
  expect(stamps).toEqual([expect.objectContaining({ size: 10, ino: expect.any(Number) })])
})
