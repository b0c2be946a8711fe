import { chmod, mkdtemp, readFile, readdir, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFile } from '../../../src/output/file.ts'
import { removeUnfinished } from '../../../src/util/unfinished.ts'
import { UsageError } from '../../../src/util/usage-error.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trail-explore-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the file appears when it is whole', async () => {
  const path = join(folder, 'out.csv')
  const file = await openFile(path)
  await file.write('a')
  await file.write(Buffer.from('é\n'))
  expect(await readdir(folder)).not.toContain('out.csv')
  await file.commit()
  await file.abort()
  expect(await readdir(folder)).toEqual(['out.csv'])
  expect(await readFile(path, 'utf8')).toBe('aé\n')
})

test('what was written need not be waited for', async () => {
  const file = await openFile(join(folder, 'out.csv'))
  void file.write('a'.repeat(3_000_000))
  void file.write('é')
  const [name] = await readdir(folder)
  expect((await stat(join(folder, name!))).size).toBe(3_000_002)
  await file.abort()
})

test.skipIf(process.platform === 'win32').each([0o600, 0o640, 0o644, 0o755])(
  'a file of mode %o keeps it',
  async (mode) => {
    const path = join(folder, 'out.csv')
    await writeFile(path, 'old')
    await chmod(path, mode)
    const file = await openFile(path)
    await file.write('new')
    await file.commit()
    expect((await stat(path)).mode & 0o7777).toBe(mode)
  },
)

test.each([240, 250, 255])('a name of %i bytes is no name too long', async (length) => {
  const name = `${'x'.repeat(length - 4)}.csv`
  const file = await openFile(join(folder, name))
  await file.commit()
  expect(await readdir(folder)).toEqual([name])
})

test('a name that no file can have is told before anything is written', async () => {
  await expect(openFile(join(folder, 'x'.repeat(256)))).rejects.toThrow('its name is too long')
})

test('what is unfinished when the process is ended can be removed at once', async () => {
  const file = await openFile(join(folder, 'out.csv'))
  await file.write('half')
  expect(await readdir(folder)).toHaveLength(1)
  removeUnfinished()
  expect(await readdir(folder)).toEqual([])
  await file.abort()
})

test('an aborted one leaves the old file and nothing else', async () => {
  const path = join(folder, 'out.csv')
  await writeFile(path, 'old')
  const file = await openFile(path)
  await file.write('new')
  await file.abort()
  expect(await readdir(folder)).toEqual(['out.csv'])
  expect(await readFile(path, 'utf8')).toBe('old')
})

test('a symbolic link stays one', async () => {
  await writeFile(join(folder, 'real'), 'old')
  await symlink('real', join(folder, 'link'))
  const file = await openFile(join(folder, 'link'))
  await file.write('new')
  await file.commit()
  expect(await readlink(join(folder, 'link'))).toBe('real')
  expect(await readFile(join(folder, 'real'), 'utf8')).toBe('new')
})

describe('refuses, and leaves nothing behind', () => {
  test.each([
    ['a folder', '.', 'is a folder'],
    ['a folder that is not there', 'no/such/out.csv', 'its folder does not exist'],
    ['a name that is too long', 'x'.repeat(300), 'its name is too long'],
  ])('%s', async (_what, name, message) => {
    await expect(openFile(join(folder, name))).rejects.toThrow(UsageError)
    await expect(openFile(join(folder, name))).rejects.toThrow(message)
    expect(await readdir(folder)).toEqual([])
  })

  test('a device', async () => {
    await expect(openFile('/dev/null')).rejects.toThrow('is not a regular file')
  })
})
