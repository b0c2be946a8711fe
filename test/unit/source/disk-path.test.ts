import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diskPaths } from '../../../src/source/disk-path.ts'

const posix = diskPaths(path.posix)
const windows = diskPaths(path.win32)

describe('keys of paths', () => {
  it.each([
    [posix, '/home/a/logs', 'home/a/logs', '/home/a/logs'],
    [posix, '/', '', '/'],
    [posix, '/odd\\name', 'odd\\name', '/odd\\name'],
    [windows, 'C:\\logs\\AWSLogs', 'C:/logs/AWSLogs', 'C:/logs/AWSLogs'],
    [windows, 'C:\\', 'C:', 'C:/'],
    [windows, '\\\\server\\share\\logs', '/server/share/logs', '//server/share/logs'],
  ])('%# %s: %s', ({ keyOf, pathOf }, absolute, key, back) => {
    expect(keyOf(absolute)).toBe(key)
    expect(pathOf(key)).toBe(back)
  })

  it('lead back to the same file, and so do keys below them', () => {
    const name = fc.stringMatching(/^[\w.-]{1,8}$/).filter((text) => !/^\.+$/.test(text))
    const root = fc.constantFrom('C:\\', 'd:\\', '\\\\server\\share\\')
    fc.assert(
      fc.property(root, fc.array(name, { maxLength: 4 }), name, (at, names, file) => {
        const folder = path.win32.join(at, ...names)
        const start = windows.keyOf(folder)
        expect(path.win32.resolve(windows.pathOf(`${start}/${file}`))).toBe(path.win32.join(folder, file))
        expect(path.win32.resolve(windows.pathOf(`${start}/`))).toBe(path.win32.resolve(folder))
      }),
    )
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), name, (names, file) => {
        const folder = path.posix.join('/', ...names)
        const start = posix.keyOf(folder)
        const below = start === '' ? file : `${start}/${file}`
        expect(posix.pathOf(below)).toBe(path.posix.join(folder, file))
      }),
    )
  })
})

describe('display', () => {
  it.each([
    [posix, 'logs', '/home/a/logs', 'home/a/logs/2024/x.json', 'logs/2024/x.json'],
    [posix, '.', '/home/a', 'home/a/x.json', 'x.json'],
    [posix, '/', '/', 'x.json', '/x.json'],
    [posix, 'logs', '/home/a/logs', 'home/b/x.json', '/home/b/x.json'],
    [windows, 'logs', 'C:\\a\\logs', 'C:/a/logs/2024/x.json', 'logs\\2024\\x.json'],
    [windows, 'C:\\', 'C:\\', 'C:/x.json', 'C:\\x.json'],
    [
      windows,
      '\\\\server\\share',
      '\\\\server\\share\\',
      '/server/share/x.json',
      '\\\\server\\share\\x.json',
    ],
    [windows, 'logs', 'C:\\a\\logs', 'C:/a/logs/', 'logs'],
  ])('%# typed %s for %s', ({ displayBelow }, typed, absolute, key, shown) => {
    expect(displayBelow(typed, absolute)(key)).toBe(shown)
  })
})
