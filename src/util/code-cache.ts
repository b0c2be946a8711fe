// Loads the files of the bundle with compiled code kept from an earlier run, which saves a fifth of the CPU time of a
// short run (2026-11). Node does this itself from 22.1 on; what is done by hand here is for Node 20 alone. bin/ loads
// this module before anything else, and so does every decoding thread: it imports nothing but Node and the check of the
// folder.

import { isAscii } from 'node:buffer'
import { closeSync, fstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import nodeModule, { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { cacheFolder, makePrivateFolder, privateReader, readTo } from './private-folder.ts'

/**
 * In front of the code: CRC-32 of all that follows, and of the source; then, as doubles, when code of this source was first
 * kept, and when this code was, epoch milliseconds. All little-endian.
 */
const HEADER = 24
/** V8 drops code that a process has not run for some time, so that only short runs tell all that they needed. Seconds. */
const SHORT = 2
/** Bytes of the largest file and its wrapper; larger ones have room too. */
const ROOM = 1 << 19
// The same wrapper as Node's, on the first line, so that line numbers stay.
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'].map((text) =>
  Buffer.from(text),
)

type Evaluate = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: object },
  filename: string,
  dirname: string,
) => void

/** Of Node 22.1 and newer. */
interface NodeCache {
  readonly enableCompileCache?: (folder: string) => unknown
  readonly getCompileCacheDir?: () => string | undefined
}

/** Runs the CommonJS file `path` of the bundle, with kept code if there is a safe folder for it. */
export function loadBundled(path: string): void {
  const { enableCompileCache, getCompileCacheDir } = nodeModule as NodeCache
  const isOff = process.env['NODE_DISABLE_COMPILE_CACHE'] || getCompileCacheDir?.()
  const folder = isOff ? undefined : folderForCode()
  if (folder !== undefined && enableCompileCache === undefined) requireCompiled(path, folder)
  else {
    if (folder !== undefined) enableCompileCache?.(folder)
    createRequire(path)(path)
  }
}

// Without a folder Node keeps compiled code below the temporary one, and runs what another user has put there.
function folderForCode(): string | undefined {
  const folder = cacheFolder(process.env, 'compiled')
  return folder !== undefined && makePrivateFolder(folder) ? folder : undefined
}

/**
 * Runs the CommonJS file `path` and, in the same way, the files that it requires by a relative path. None may contain
 * `import()`, which Node allows only in files that it loads itself. `folder` is a private folder that exists; code for
 * new or changed files is written there when the process exits, but not by a thread, which is stopped; it is written
 * again by a later run whenever it is twice as old as then, with what the runs so far have needed. Any failure to read or
 * write it only means that a file is compiled.
 */
export function requireCompiled(path: string, folder: string): unknown {
  const modules = new Map<string, { exports: object }>()
  const loaded: Loaded[] = []
  const read = privateReader(folder)
  const wrap = sourceReader()
  // One listener for all: Node warns of more than ten. At exit, the code has the functions that were compiled on use.
  process.once('exit', () => {
    const now = Date.now()
    for (const one of loaded) if (isDue(one, now)) keep(folder, one, now)
  })
  return load(path)

  function load(file: string): object {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const node = createRequire(file)
    const require = (name: string): unknown =>
      name.startsWith('./') ? load(resolve(dirname(file), name)) : node(name)
    const evaluate = compile(file, wrap(file), read, loaded).runInThisContext() as Evaluate
    evaluate(module.exports, Object.assign(require, node), module, file, dirname(file))
    return module.exports
  }
}

interface Loaded {
  readonly name: string
  /** Of the source. */
  readonly checksum: number
  readonly script: Script
  /** That of the code it was loaded with, if there was any. */
  readonly times: Times | undefined
}

interface Times {
  readonly first: number
  readonly last: number
}

interface Wrapped {
  readonly checksum: number
  readonly text: string
}

// Reads every file to the same place, because new memory costs more than what is read into it.
function sourceReader(): (path: string) => Wrapped {
  let room = Buffer.allocUnsafeSlow(ROOM)
  const [before, after] = WRAPPER as [Buffer, Buffer]
  return (path) => {
    const file = openSync(path, 'r')
    try {
      const { size } = fstatSync(file)
      const length = before.length + size + after.length
      if (length > room.length) room = Buffer.allocUnsafeSlow(Math.max(length, room.length * 2))
      const source = readTo(room.subarray(before.length, before.length + size), file)
      const end = before.length + source.length
      room.set(before)
      room.set(after, end)
      // One byte per character is read and kept faster than what V8 makes of any other text.
      const text = room.toString(isAscii(source) ? 'latin1' : 'utf8', 0, end + after.length)
      return { checksum: crc32(source), text }
    } finally {
      closeSync(file)
    }
  }
}

function compile(
  file: string,
  { checksum, text }: Wrapped,
  read: (name: string) => Buffer | undefined,
  loaded: Loaded[],
): Script {
  const name = nameOf(file)
  const kept = codeOf(read(name), checksum)
  const script = new Script(text, { filename: file, cachedData: kept?.code })
  loaded.push({ name, checksum, script, times: script.cachedDataRejected ? undefined : kept?.times })
  return script
}

// V8 rejects the code of another version of V8, and of a source of another length: hence the checksum of the source.
function nameOf(file: string): string {
  return `${process.version}-${process.arch}-${crc32(file).toString(16)}`
}

// V8 trusts the code: damaged code must not reach it.
function codeOf(kept: Buffer | undefined, source: number): { code: Buffer; times: Times } | undefined {
  if (kept === undefined || kept.length < HEADER) return undefined
  const isWhole = kept.readUInt32LE(0) === crc32(kept.subarray(4)) && kept.readUInt32LE(4) === source
  const times = { first: kept.readDoubleLE(8), last: kept.readDoubleLE(16) }
  return isWhole ? { code: kept.subarray(HEADER), times } : undefined
}

function isDue({ times }: Loaded, now: number): boolean {
  if (times === undefined) return true
  return process.uptime() < SHORT && now - times.last > times.last - times.first
}

function keep(folder: string, { name, checksum, script, times }: Loaded, now: number): void {
  const code = script.createCachedData()
  const bytes = Buffer.alloc(HEADER + code.length)
  bytes.writeUInt32LE(checksum, 4)
  bytes.writeDoubleLE(times?.first ?? now, 8)
  bytes.writeDoubleLE(now, 16)
  bytes.set(code, HEADER)
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0)
  const draft = join(folder, `${name}-${process.pid}.tmp`)
  try {
    writeFileSync(draft, bytes, { mode: 0o600, flag: 'wx' })
    renameSync(draft, join(folder, name))
  } catch {
    // A full disk or a read-only home folder is no reason to fail.
    rmSync(draft, { force: true })
  }
}
