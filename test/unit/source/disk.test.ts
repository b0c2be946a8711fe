import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskSource } from '../../../src/source/disk.ts'
import { SourceError } from '../../../src/source/source.ts'

let root = ''
/** The key of a path below the root. */
const key = (path: string): string => `${root.slice(1)}/${path}`

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'disk-source-')))
  mkdirSync(join(root, 'logs/AWSLogs/b'), { recursive: true })
  mkdirSync(join(root, 'logs/AWSLogs/a'))
  mkdirSync(join(root, 'empty'))
  writeFileSync(join(root, 'logs/AWSLogs/z.json'), 'zzz')
  writeFileSync(join(root, 'logs/AWSLogs/é +%.json'), 'odd')
  writeFileSync(join(root, 'logs/AWSLogs/a.json'), '')
  symlinkSync(join(root, 'logs/AWSLogs/b'), join(root, 'logs/AWSLogs/to-folder'))
  symlinkSync('z.json', join(root, 'logs/AWSLogs/to-file'))
  symlinkSync('nowhere', join(root, 'logs/AWSLogs/to-nothing'))
  symlinkSync('to-itself', join(root, 'logs/AWSLogs/to-itself'))
  symlinkSync('..', join(root, 'logs/AWSLogs/a/to-above'))
  symlinkSync('/', join(root, 'logs/AWSLogs/a/to-root'))
  mkdirSync(join(root, 'rings/x'), { recursive: true })
  mkdirSync(join(root, 'rings/y'))
  symlinkSync('../y', join(root, 'rings/x/y'))
  symlinkSync('../x', join(root, 'rings/y/x'))
  mkdirSync(join(root, 'special'))
  execFileSync('mkfifo', [join(root, 'special/pipe')])
  symlinkSync('pipe', join(root, 'special/to-pipe'))
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

const thrown = (run: () => unknown): SourceError => {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError)
    return error as SourceError
  }
  throw new Error('nothing was thrown')
}

describe('where a path points', () => {
  test.each([
    ['logs', 'logs/'],
    ['./logs/', 'logs/'],
    ['logs/AWSLogs/z.json', 'logs/AWSLogs/z.json'],
    ['.', ''],
    ['empty/../logs', 'logs/'],
  ])('%s', (path, start) => {
    const source = diskSource(path, root)
    expect(source.start).toBe(start === '' ? `${root.slice(1)}/` : key(start))
    expect(source.uri).toBe(path)
    expect(source.remote).toBe(false)
  })

  test('the root folder has the empty key', () => {
    expect(diskSource('/', root).start).toBe('')
  })

  test.each([
    ['nope', 'has empty/, logs/, rings/, special/'],
    ['LOGS', 'did you mean ROOT/logs/?'],
    ['logs/awslogs', 'did you mean ROOT/logs/AWSLogs/?'],
    ['logs/no/such/place', 'ROOT/logs has AWSLogs/'],
    ['empty/x', 'ROOT/empty is empty'],
    ['logs/AWSLogs/z.json/x', 'is a file, not a folder'],
    ['logs/AWSLogs/to-nothing', 'it is a link to nowhere'],
  ])('%s is not there, and the hint says what is', (path, hint) => {
    const error = thrown(() => diskSource(path, root))
    expect(error).toMatchObject({ code: 'not-found', message: 'no such file or folder' })
    expect(error.hint).toContain(hint.replace('ROOT', root))
  })
})

describe('listing', () => {
  test('folders and objects, ascending; links are followed, a link to nothing is an object', async () => {
    const source = diskSource('logs', root)
    const { folders, objects } = await source.list(key('logs/AWSLogs/'))
    expect(folders).toEqual(['a', 'b', 'to-folder'].map((name) => key(`logs/AWSLogs/${name}/`)))
    expect(objects.map((object) => object.key)).toEqual(
      ['a.json', 'to-file', 'to-itself', 'to-nothing', 'z.json', 'é +%.json'].map((name) =>
        key(`logs/AWSLogs/${name}`),
      ),
    )
  })

  test('regular files are called so, and nothing else is', async () => {
    const source = diskSource('/', root)
    const regular = async (folder: string): Promise<string[]> =>
      (await source.list(key(folder))).objects
        .filter(({ isRegular }) => isRegular)
        .map((object) => object.key)
    expect(await regular('logs/AWSLogs/')).toEqual(
      ['a.json', 'z.json', 'é +%.json'].map((name) => key(`logs/AWSLogs/${name}`)),
    )
    expect(await regular('special/')).toEqual([])
  })

  test('startAfter leaves out entries up to and with it', async () => {
    const source = diskSource('logs', root)
    const folder = key('logs/AWSLogs/')
    expect(await source.list(folder, { startAfter: `${folder}b/` })).toMatchObject({
      folders: [`${folder}to-folder/`],
      objects: ['to-file', 'to-itself', 'to-nothing', 'z.json', 'é +%.json'].map((name) => ({
        key: folder + name,
      })),
    })
    expect((await source.list(folder, { startAfter: `${folder}z.json` })).objects).toHaveLength(1)
  })

  test('links that lead back to a folder above are left out', async () => {
    const source = diskSource('logs', root)
    expect(await source.list(key('logs/AWSLogs/a/'))).toMatchObject({ folders: [], objects: [] })
    const walk = async (folder: string): Promise<string[]> => {
      const { folders } = await source.list(folder)
      return [folder, ...(await Promise.all(folders.map(walk))).flat()]
    }
    expect(await walk(key('rings/'))).toEqual(
      ['rings/', 'rings/x/', 'rings/x/y/', 'rings/y/', 'rings/y/x/'].map(key),
    )
  })

  test('a folder that is not there is empty', async () => {
    const source = diskSource('logs', root)
    expect(await source.list(key('logs/nope/'))).toEqual({ folders: [], objects: [] })
    expect(await source.list(key('logs/AWSLogs/z.json/'))).toEqual({ folders: [], objects: [] })
  })

  test.skipIf(process.getuid?.() === 0)('a folder that may not be read is denied', async () => {
    mkdirSync(join(root, 'locked'), { mode: 0o000 })
    try {
      await expect(diskSource(root, '/').list(key('locked/'))).rejects.toMatchObject({ code: 'denied' })
    } finally {
      chmodSync(join(root, 'locked'), 0o700)
      rmSync(join(root, 'locked'), { recursive: true })
    }
  })
})

const readDevice = async (path: string, atMost?: number): Promise<Uint8Array> =>
  (await diskSource(path, '/', atMost).read({ key: path.slice(1) })).bytes

describe('reading', () => {
  test('whole files, through keys with any characters and through links', async () => {
    const source = diskSource('logs', root)
    const read = async (path: string) => Buffer.from((await source.read({ key: key(path) })).bytes).toString()
    expect(await read('logs/AWSLogs/z.json')).toBe('zzz')
    expect(await read('logs/AWSLogs/é +%.json')).toBe('odd')
    expect(await read('logs/AWSLogs/a.json')).toBe('')
    expect(await read('logs/AWSLogs/to-file')).toBe('zzz')
    expect(source.localPath?.(key('logs/AWSLogs/z.json'))).toBe(join(root, 'logs/AWSLogs/z.json'))
    const { bytes } = await source.read({ key: key('logs/AWSLogs/z.json') })
    expect(bytes.buffer.byteLength).toBe(bytes.length)
  })

  test.each([
    ['logs/AWSLogs/to-nothing', 'not-found', 'no such file'],
    ['logs/AWSLogs/to-itself', 'unreadable', 'a link that leads to itself'],
    ['logs/AWSLogs', 'unreadable', 'is a folder'],
    ['special/pipe', 'unreadable', 'not a regular file'],
    ['special/to-pipe', 'unreadable', 'not a regular file'],
  ])('%s: %s', async (path, code, message) => {
    const source = diskSource('special', root)
    await expect(source.read({ key: key(path) })).rejects.toMatchObject({ code, message })
  })

  test.skipIf(process.platform !== 'linux')(
    'what states no size is read to its end, or to the limit',
    async () => {
      expect(Buffer.from(await readDevice('/proc/version')).toString()).toMatch(/^Linux/)
      await expect(readDevice('/dev/zero', 1 << 20)).rejects.toMatchObject({
        code: 'unreadable',
        message: 'larger than 1 MB',
      })
    },
  )

  test.skipIf(process.platform !== 'linux')('names that are no UTF-8 are read by their bytes', async () => {
    const odd = Buffer.from([0x61, 0xff, 0xfe])
    const folder = Buffer.concat([Buffer.from(`${root}/odd/`), odd])
    mkdirSync(folder, { recursive: true })
    writeFileSync(Buffer.concat([folder, Buffer.from('/'), odd, Buffer.from('.json')]), 'found')
    const source = diskSource('odd', root)
    const { folders } = await source.list(source.start)
    expect(folders).toEqual([key('odd/a\udcff\udcfe/')])
    const { objects } = await source.list(folders[0]!)
    expect(objects.map((object) => object.key)).toEqual([key('odd/a\udcff\udcfe/a\udcff\udcfe.json')])
    expect(Buffer.from((await source.read(objects[0]!)).bytes).toString()).toBe('found')
  })

  test('pipes in a folder are listed and wait for nobody', async () => {
    const { objects } = await diskSource('special', root).list(key('special/'))
    expect(objects.map((object) => object.key)).toEqual(['special/pipe', 'special/to-pipe'].map(key))
  })

  test('a pipe that was typed is read to its end, and only here', async () => {
    const source = diskSource('special/pipe', root)
    expect(source.start).toBe(key('special/pipe'))
    expect(source).not.toHaveProperty('localPath')
    const reading = source.read({ key: source.start })
    await writeFile(join(root, 'special/pipe'), 'one two')
    expect(Buffer.from((await reading).bytes).toString()).toBe('one two')
  })
})

test('keys are shown as the user would write them', () => {
  const shown = (path: string, below: string) => diskSource(path, root).display(key(below))
  expect(shown('logs', 'logs/AWSLogs/z.json')).toBe('logs/AWSLogs/z.json')
  expect(shown('logs', 'logs/AWSLogs/a/')).toBe('logs/AWSLogs/a/')
  expect(shown('./logs/', 'logs/')).toBe('./logs/')
  expect(shown('.', 'logs/..x')).toBe('logs/..x')
  expect(shown('logs', 'logs/..x')).toBe('logs/..x')
  expect(shown('logs/AWSLogs/z.json', 'logs/AWSLogs/z.json')).toBe('logs/AWSLogs/z.json')
  expect(shown('../' + root.split('/').at(-1), 'logs/x')).toBe(`../${root.split('/').at(-1)}/logs/x`)
  expect(shown(root, 'logs/x')).toBe(`${root}/logs/x`)
  expect(shown('logs', 'empty/x')).toBe(`${root}/empty/x`)
})
