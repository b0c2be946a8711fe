// Loads the files of the bundle with compiled code kept from an earlier run, which saves a fifth of the CPU time of a
// short run (2026-11). Node does this itself from 22.1 on; what is done by hand here is for Node 20 alone. bin/ loads
// this module before anything else, and so does every decoding thread: it imports nothing but Node and the check of the
// folder.

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import nodeModule, { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { cacheFolder, makePrivateFolder, readPrivateBytes } from './private-folder.ts'

/** CRC-32 of the source and of the code, both little-endian, in front of the code. */
const HEADER = 8

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
 * new or changed files is written there when the process exits, but not by a thread, which is stopped. Any failure to read or write it only means that a file
 * is compiled.
 */
export function requireCompiled(path: string, folder: string): unknown {
  const modules = new Map<string, { exports: object }>()
  const compiled: Compiled[] = []
  // One listener for all: Node warns of more than ten. At exit, the code has the functions that were compiled on use.
  process.once('exit', () => {
    for (const one of compiled) keep(folder, one)
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
    const evaluate = compile(file, folder, compiled).runInThisContext() as Evaluate
    evaluate(module.exports, Object.assign(require, node), module, file, dirname(file))
    return module.exports
  }
}

/** A file for which there was no code. */
interface Compiled {
  readonly name: string
  readonly source: Buffer
  readonly script: Script
}

function compile(file: string, folder: string, compiled: Compiled[]): Script {
  const source = readFileSync(file)
  const name = nameOf(file)
  const cachedData = keptCode(readPrivateBytes(folder, name), source)
  // The same wrapper as Node's, on the first line, so that line numbers stay.
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${source.toString('utf8')}\n})`
  const script = new Script(wrapped, { filename: file, cachedData })
  if (cachedData === undefined || script.cachedDataRejected) compiled.push({ name, source, script })
  return script
}

// V8 rejects the code of another version of V8, and of a source of another length: hence the checksum of the source.
function nameOf(file: string): string {
  return `${process.version}-${process.arch}-${crc32(file).toString(16)}`
}

// V8 trusts the code: damaged code must not reach it.
function keptCode(kept: Buffer | undefined, source: Buffer): Buffer | undefined {
  if (kept === undefined || kept.length < HEADER) return undefined
  const code = kept.subarray(HEADER)
  const isWhole = kept.readUInt32LE(0) === crc32(source) && kept.readUInt32LE(4) === crc32(code)
  return isWhole ? code : undefined
}

function keep(folder: string, { name, source, script }: Compiled): void {
  const code = script.createCachedData()
  const header = Buffer.alloc(HEADER)
  header.writeUInt32LE(crc32(source), 0)
  header.writeUInt32LE(crc32(code), 4)
  const draft = join(folder, `${name}-${process.pid}.tmp`)
  try {
    writeFileSync(draft, Buffer.concat([header, code]), { mode: 0o600, flag: 'wx' })
    renameSync(draft, join(folder, name))
  } catch {
    // A full disk or a read-only home folder is no reason to fail.
    rmSync(draft, { force: true })
  }
}
