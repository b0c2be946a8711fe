// Storage for data that the program later trusts: compiled code, public keys. A folder is used only if nobody else
// could have put anything there: it and all folders above it belong to this user or to root, and nobody else can write
// to them. bin/ loads this module before anything else, so it imports nothing but Node.

import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
} from 'node:fs'
import type { Stats } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { geteuid, platform } from 'node:process'

const OTHERS_WRITE = 0o022
const STICKY = 0o1000

/**
 * `trail-explore/NAME` in the user's cache folder; undefined if that is unknown. The folder is neither created nor
 * checked.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  const home = env['HOME']
  const bases =
    platform === 'win32' ? [env['LOCALAPPDATA']] : [env['XDG_CACHE_HOME'], home && join(home, '.cache')]
  const base = bases.find((path) => path !== undefined && path !== '' && isAbsolute(path))
  return base === undefined ? undefined : join(base, 'trail-explore', name)
}

/**
 * Creates the folder for this user alone. False if that fails, or if somebody else can write to it or to a folder
 * above it.
 */
export function makePrivateFolder(folder: string): boolean {
  if (isPrivateFolder(folder)) return true
  try {
    // Checked before and after: nothing is created where others could remove or replace it.
    if (!isPrivate(nearest(folder), false)) return false
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return isPrivate(folder, true)
  } catch {
    return false
  }
}

export type PrivateText =
  | { readonly text: string }
  /** `foreign`: others could have written it. */
  | { readonly text: undefined; readonly why: 'absent' | 'foreign' }

/** Reads a file from a private folder. */
export function readPrivateFile(folder: string, name: string): PrivateText {
  const found = readPrivate(folder, name)
  return typeof found === 'string' ? { text: undefined, why: found } : { text: found.toString('utf8') }
}

/**
 * Reads files of a private folder as bytes, which are good until the next call; undefined for those that cannot be read or
 * trusted. Once the folder is private, nobody else can make it anything else.
 */
export function privateReader(folder: string): (name: string) => Buffer | undefined {
  let isChecked = false
  let room = Buffer.alloc(0)
  return (name) => {
    isChecked ||= existsSync(folder) && isPrivateFolder(folder)
    const found = isChecked ? readPrivate(folder, name, makeRoom) : 'foreign'
    return typeof found === 'string' ? undefined : found
  }

  // New memory costs more than what is read into it.
  function makeRoom(size: number): Buffer {
    if (size > room.length) room = Buffer.allocUnsafeSlow(Math.max(size, room.length * 2))
    return room.subarray(0, size)
  }
}

function isPrivateFolder(folder: string): boolean {
  try {
    return isPrivate(folder, true)
  } catch {
    return false
  }
}

// With `makeRoom`, the folder is known to be private.
function readPrivate(
  folder: string,
  name: string,
  makeRoom?: (size: number) => Buffer,
): Buffer | 'absent' | 'foreign' {
  let file: number | undefined
  try {
    // Does not follow symbolic links, which may lead to a file that others wrote.
    file = openSync(
      join(folder, name),
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    )
    const stat = fstatSync(file)
    if (!stat.isFile() || !isOwn(stat) || !(makeRoom || isPrivate(folder, true))) return 'foreign'
    return readTo(makeRoom?.(stat.size) ?? Buffer.allocUnsafe(stat.size), file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ELOOP' ? 'foreign' : 'absent'
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** The bytes of an opened file, as far as they fit. */
export function readTo(bytes: Buffer, file: number): Buffer {
  let size = 0
  for (let count = 1; count > 0 && size < bytes.length; size += count)
    count = readSync(file, bytes, size, bytes.length - size, null)
  return bytes.subarray(0, size)
}

function nearest(path: string): string {
  try {
    lstatSync(path)
    return path
  } catch {
    return path === dirname(path) ? path : nearest(dirname(path))
  }
}

// Checks the real path, and also the path as typed if it contains links.
function isPrivate(folder: string, isOurs: boolean): boolean {
  const real = realpathSync.native(folder)
  return isSafeWay(real, isOurs) && (real === folder || isSafeWay(dirname(folder), false))
}

function isSafeWay(path: string, isOurs: boolean): boolean {
  const stat = lstatSync(path)
  if (isOurs ? !isOwn(stat) : !isSafeAbove(stat)) return false
  return path === dirname(path) || isSafeWay(dirname(path), false)
}

// Windows protects a profile by ACLs, which file modes do not show, so there is no check.
function isOwn(stat: Stats): boolean {
  return geteuid === undefined || (stat.uid === geteuid() && (stat.mode & OTHERS_WRITE) === 0)
}

// In a folder with the sticky bit, such as /tmp, others can add entries but not remove ours.
function isSafeAbove(stat: Stats): boolean {
  if (geteuid === undefined) return true
  if (stat.uid !== 0 && stat.uid !== geteuid()) return false
  return stat.isSymbolicLink() || (stat.mode & OTHERS_WRITE) === 0 || (stat.mode & STICKY) !== 0
}
