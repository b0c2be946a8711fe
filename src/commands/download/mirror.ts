// The target folder. A file appears in it complete or not at all, and nothing is ever written outside: paths come from
// safe-path.ts, and symbolic links among the folders are not followed.

import { randomBytes } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { lstat, mkdir, readdir, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { kill, pid } from 'node:process'
import { UsageError } from '../../util/usage-error.ts'
import { UNFINISHED } from './safe-path.ts'

/** A single file cannot be written; the message says why. */
export class TargetError extends Error {
  override name = 'TargetError'
}

/** A read-only view of the target. */
export interface Look {
  /** Size of the file at this path in bytes; undefined if there is none, or something other than a file. */
  sizeOf(path: string): number | undefined
}

export interface Mirror extends Look {
  /** Throws TargetError, or Node's error if the disk accepts nothing more. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Removes unfinished files. Must not be called while a `write` is in progress. */
  close(): Promise<void>
}

/**
 * Creates the folder, and removes unfinished files of killed runs. Throws UsageError if the folder cannot be written
 * to.
 */
export async function openMirror(folder: string): Promise<Mirror> {
  try {
    await mkdir(folder, { recursive: true })
    const root = await realpath(folder)
    // Each run has its own folder for unfinished files, because other runs may be writing at the same time.
    const shared = join(root, UNFINISHED)
    await removeDead(shared)
    const unfinished = join(shared, `${pid}-${randomBytes(8).toString('hex')}`)
    // Retried once, in case another run has removed the outer folder in between.
    const make = () => mkdir(unfinished, { recursive: true })
    await make().catch(make)
    const real = new Set<string>()
    return {
      ...lookAt(root, real),
      ...writeTo(root, unfinished, real),
      async close() {
        await rm(unfinished, { recursive: true, force: true })
        // Succeeds only for the last run, when the folder is empty.
        await rmdir(shared).catch(() => {})
      },
    }
  } catch (error) {
    const why = REASONS[codeOf(error) ?? '']
    throw why === undefined ? error : new UsageError(`${folder}: ${why}`, 'choose another folder')
  }
}

// Removes what killed runs left: every folder not named after the ID of a running process.
async function removeDead(shared: string): Promise<void> {
  const names = await readdir(shared).catch(() => [])
  for (const name of names) {
    if (!isAlive(Number(/^(\d+)-/.exec(name)?.[1] ?? Number.NaN)))
      await rm(join(shared, name), { recursive: true, force: true })
  }
}

function isAlive(process: number): boolean {
  if (Number.isNaN(process)) return false
  try {
    return kill(process, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Looks without creating or removing anything. `real` are folders known to exist and not to be links. */
export function lookAt(root: string, real: Set<string> = new Set()): Look {
  function isReal(path: string): boolean {
    if (path === '.' || real.has(path)) return true
    if (!isReal(dirname(path)) || !lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory())
      return false
    real.add(path)
    return true
  }

  return {
    sizeOf(path) {
      try {
        if (!isReal(dirname(path))) return undefined
        const stat = lstatSync(join(root, path), { throwIfNoEntry: false })
        return stat?.isFile() ? stat.size : undefined
      } catch {
        return undefined // writing will report the reason
      }
    },
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EEXIST: 'is a file, not a folder',
  ENOTDIR: 'is below a file',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'is a link that leads to itself',
}

/** Error codes that concern one file and not the whole disk. */
const OF_ONE_FILE: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'a folder has its name',
  ENOTEMPTY: 'a folder has its name',
  ENOTDIR: 'a file has the name of its folder',
  ENAMETOOLONG: 'the path is too long',
  EINVAL: 'the file system refuses the name',
  EILSEQ: 'the file system refuses the name',
  EFBIG: 'the file system takes no file of this size',
}

function writeTo(root: string, unfinished: string, real: Set<string>): Pick<Mirror, 'write'> {
  async function write(path: string, bytes: Uint8Array): Promise<void> {
    const temporary = join(unfinished, `${randomBytes(8).toString('hex')}.part`)
    try {
      await makeFolder(dirname(path))
      await writeFile(temporary, bytes, { flag: 'wx' })
      await rename(temporary, join(root, path))
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  async function makeFolder(path: string): Promise<void> {
    if (path === '.' || real.has(path)) return
    await makeFolder(dirname(path))
    const full = join(root, path)
    await mkdir(full).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
    const stat = await lstat(full)
    if (stat.isSymbolicLink())
      throw new TargetError(`${path} is a link, and nothing is written through links`)
    if (!stat.isDirectory()) throw new TargetError(`${path} is a file, not a folder`)
    real.add(path)
  }

  return {
    async write(path, bytes) {
      try {
        await write(path, bytes).catch(async (error: unknown) => {
          // Another run into the same folder, or somebody else, has removed a folder.
          if (codeOf(error) !== 'ENOENT') throw error
          real.clear()
          await mkdir(unfinished, { recursive: true })
          await write(path, bytes)
        })
      } catch (error) {
        const why = OF_ONE_FILE[codeOf(error) ?? '']
        throw why === undefined ? error : new TargetError(why)
      }
    },
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
}
