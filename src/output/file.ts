// `--output-file`: the file appears complete or not at all. It is written beside the target and then renamed over it.

import { type Stats, writeSync } from 'node:fs'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { printable } from '../format/sanitize.ts'
import { nameBeside } from '../util/name-beside.ts'
import { unfinished } from '../util/unfinished.ts'
import { UsageError } from '../util/usage-error.ts'
import type { Sink } from './sink.ts'

export interface FileSink extends Sink {
  /** Makes the file appear under its final name. */
  commit(): Promise<void>
  /** Removes what was written; an existing target stays unchanged. Does nothing after `commit`. */
  abort(): Promise<void>
}

/**
 * Opens a file for writing; `path` is relative to `cwd`. Throws UsageError if the target is not a file, or if its
 * folder is missing or not writable. `isText`: it can also be written to a pipe.
 */
export async function openFile(path: string, cwd = '.', isText = true): Promise<FileSink> {
  const { target, before } = await realTarget(path, cwd, isText)
  const temporary = nameBeside(target)
  const done = unfinished(temporary)
  const file = await open(temporary, 'wx', before === undefined ? 0o666 : 0o600).catch((error: unknown) => {
    done()
    throw cannotWrite(path, error)
  })
  if (before !== undefined) await likeBefore(file, before)
  let finished = false
  return {
    isTty: false,
    // Output to a file is never truncated.
    columns: Number.POSITIVE_INFINITY,
    // At once: rows would wait for a turn of the event loop per write, and each turn may decode for a while.
    async write(data) {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data
      for (let done = 0; done < bytes.length;) done += writeSync(file.fd, bytes, done)
    },
    async commit() {
      await file.sync()
      await file.close()
      await rename(temporary, target)
      finished = true
      done()
    },
    async abort() {
      if (finished) return
      finished = true
      await file.close().catch(() => undefined)
      await rm(temporary, { force: true })
      done()
    },
  }
}

// Copies mode and owner, so that nobody can read the new file who could not read the old one.
async function likeBefore(file: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  // The owner goes first, because changing it clears bits of the mode. Only root may change it.
  await file.chown(uid, gid).catch(() => {})
  await file.chmod(mode & 0o7777).catch(() => {})
}

/** Resolves symbolic links, so that the link itself stays. Devices and pipes cannot be replaced by a rename. */
async function realTarget(
  path: string,
  cwd: string,
  isText: boolean,
): Promise<{ readonly target: string; readonly before: Stats | undefined }> {
  const absolute = resolve(cwd, path)
  const target = await realpath(absolute).catch(() => absolute)
  const found = await stat(target).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'ENAMETOOLONG') throw cannotWrite(path, error)
    return undefined
  })
  if (found === undefined || found.isFile()) return { target, before: found }
  if (found.isDirectory()) {
    throw new UsageError(`--output-file ${printable(path)}: is a folder`, 'add a file name to it')
  }
  throw new UsageError(
    `--output-file ${printable(path)}: is not a regular file`,
    isText
      ? `leave --output-file out and redirect the output instead: > ${printable(path)}`
      : 'name a new file, or one to replace',
  )
}

const REASONS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOENT: ['its folder does not exist', 'create the folder first'],
  ENOTDIR: ['its folder is a file', 'choose another folder'],
  EACCES: ['its folder is not writable', 'choose another folder'],
  EPERM: ['its folder is not writable', 'choose another folder'],
  EROFS: ['its file system is read-only', 'choose another folder'],
  ENAMETOOLONG: ['its name is too long', 'choose a shorter name'],
}

function cannotWrite(path: string, error: unknown): unknown {
  const reason = REASONS[String((error as { code?: unknown }).code)]
  return reason ? new UsageError(`--output-file ${printable(path)}: ${reason[0]}`, reason[1]) : error
}
