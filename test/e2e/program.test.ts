// The built program as a person's shell runs it: pipes that close, Ctrl-C, threads, what is loaded, what is packed.

import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import nodeModule from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { crc32, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VERSION } from '../../src/cli/version.ts'
import { runProgram, runShell } from '../helpers/program.ts'
import { ROOT } from '../helpers/root.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-explore-e2e-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('pipes', () => {
  it('prints records that are JSON, one a line, and nothing else on stdout', async () => {
    const { code, stdout, stderr } = await runProgram([
      'lookup',
      '--event-name',
      'ConsoleLogin',
      '-o',
      'jsonl',
    ])
    expect(code).toBe(0)
    const names = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as Login).userIdentity.userName)
    expect(names).toContain('Mary_Major')
    expect(stderr).toMatch(/^note: no source given.*\n\d+ events shown · /)
  })

  it.each(['jsonl', 'csv', 'table'])('ends quietly when nobody reads any more (%s)', async (format) => {
    makeTree()
    const script = `trail-explore lookup tree -o ${format} | head -1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = await runShell(script, { cwd: folder })
    expect(stdout.split('\n').slice(1)).toEqual(['0', ''])
    expect(stderr).toBe('')
  })

  it('reads standard input', async () => {
    const file = 'samples/damaged/s3-event-notification.json'
    const { code, stderr } = await runShell(`cat ${file} | trail-explore lookup -`)
    expect(code).toBe(1)
    expect(stderr).toContain('an S3 event notification, not a log file')
  })
})

interface Login {
  readonly userIdentity: { readonly userName?: string }
}

describe('Ctrl-C', () => {
  it('ends with 130 after whole lines, and says so', async () => {
    makeTree()
    const { code, stdout, stderr } = await runProgram(['lookup', 'tree'], {
      cwd: folder,
      // The pipe is full by then, as nobody has read from it.
      started: async (child) => {
        await new Promise((resolve) => child.stdout!.once('readable', resolve))
        child.kill('SIGINT')
        await sleep(100)
      },
    })
    expect(code).toBe(130)
    expect(stderr).toMatch(/^interrupted: /)
    const lines = stdout.split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.length).toBeLessThan(DAYS * EVENTS)
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow()
  })

  it('ends a run that waits for standard input', async () => {
    const { code } = await runProgram(['lookup', '-'], {
      started: async (child) => {
        await sleep(700)
        child.kill('SIGINT')
        // Only then is its standard input closed.
        await new Promise((resolve) => child.once('exit', resolve))
      },
    })
    expect(code).toBe(130)
  })
})

describe('threads', () => {
  it('print what one thread prints, byte for byte', async () => {
    makeTree()
    const argv = ['lookup', 'tree', '--read-only', 'any', '--threads']
    const alone = await runProgram([...argv, '0'], { cwd: folder })
    const together = await runProgram([...argv, '3'], { cwd: folder })
    expect(alone.code).toBe(0)
    expect(alone.stdout.split('\n')).toHaveLength(DAYS * EVENTS + 1)
    expect(together.stdout).toBe(alone.stdout)
  })
})

describe('what is loaded', () => {
  // The bundle has packages inside: commander is part of start.cjs, all others lie in files that are loaded on use.
  it.each([
    [['--version'], ['common.cjs', 'main.cjs', 'rolldown-runtime.cjs', 'start.cjs']],
    [
      ['lookup', '--help'],
      ['common.cjs', 'main.cjs', 'rolldown-runtime.cjs', 'start.cjs'],
    ],
    [
      ['lookup', 'samples/logs', '-o', 'jsonl', '--threads', '0'],
      ['common.cjs', 'decode.cjs', 'lookup.cjs', 'main.cjs', 'rolldown-runtime.cjs', 'start.cjs'],
    ],
  ])('%s: %s', async (argv, wanted) => {
    expect(await modulesOf(argv)).toEqual(wanted)
  })

  it("of Node's own modules by their names, because a default import makes each of their functions a getter", () => {
    for (const file of ['common', 'decode', 'lookup', 'start']) {
      const text = readFileSync(join(ROOT, `dist/bundle/${file}.cjs`), 'utf8')
      expect(text.match(/^node_\w+ = .*/gm) ?? []).toEqual([])
    }
  })

  it('by a decoding thread no package, and no file but those that the main thread has compiled for it', () => {
    const files = new Set(['thread.cjs', 'worker.cjs'])
    const packages = new Set<string>()
    // A set goes on to what is added to it meanwhile.
    for (const file of files) {
      const text = readFileSync(join(ROOT, 'dist/bundle', file), 'utf8')
      for (const [, name] of text.matchAll(/^(?:(?:let|const) .*)?\brequire\("(.+)"\)/gm))
        if (name!.startsWith('./')) files.add(name!.slice(2))
        else packages.add(name!)
    }
    expect([...files].sort()).toEqual([
      'common.cjs',
      'decode.cjs',
      'rolldown-runtime.cjs',
      'thread.cjs',
      'worker.cjs',
    ])
    expect([...packages]).toContain('node:worker_threads')
    expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual([])
  })
})

// V8 names every script that it has run in its coverage report.
async function modulesOf(argv: readonly string[]): Promise<readonly string[]> {
  const reports = mkdtempSync(join(folder, 'coverage-'))
  await runProgram(argv, {
    env: { NODE_V8_COVERAGE: reports },
  })
  const urls = readdirSync(reports).flatMap((name) => {
    const report = JSON.parse(readFileSync(join(reports, name), 'utf8')) as { result: { url: string }[] }
    return report.result.map(({ url }) => url)
  })
  // What loads them.
  const files = urls.filter((url) => /\/(?:dist|node_modules)\/(?!.*code-cache)/.test(url))
  return files.map((url) => url.split('/').at(-1)!).toSorted()
}

describe('the package', () => {
  it('holds what it needs, runs from where it is installed, and shows its samples', async () => {
    const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
    const [packed] = JSON.parse(
      execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    ) as [{ filename: string; files: { path: string }[] }]
    const paths = packed.files.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'bin/trail-explore.js',
        'dist/bundle/main.cjs',
        'dist/bundle/thread.cjs',
        'dist/bundle/worker.cjs',
        'dist/bundle/LICENSES.txt',
        'dist/scanner.wasm',
        'package.json',
        'LICENSE',
        'README.md',
        'SECURITY.md',
      ]),
    )
    expect(paths.filter((path) => path.startsWith('samples/logs/')).length).toBeGreaterThan(100)
    expect(paths.filter((path) => /^(?:src|test|\.ci|samples\/build)\/|\.map$/.test(path))).toEqual([])

    const modules = join(folder, 'app/node_modules')
    mkdirSync(join(modules, 'trail-explore'), { recursive: true })
    execFileSync('tar', [
      'xzf',
      join(folder, packed.filename),
      '--strip-components=1',
      '-C',
      join(modules, 'trail-explore'),
    ])
    const manifest = readFileSync(join(modules, 'trail-explore/package.json'), 'utf8')
    const { dependencies = {}, scripts } = JSON.parse(manifest) as Record<string, Record<string, string>>
    // Everything is in the bundle, and nothing is run when it is installed.
    expect(dependencies).toEqual({})
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare'])
      expect(scripts).not.toHaveProperty(name)
    const script = `"${process.execPath}" node_modules/trail-explore/bin/trail-explore.js`
    const version = await runShell(`${script} --version`, { cwd: join(folder, 'app') })
    expect(version).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' })
    const lookup = await runShell(`${script} lookup -o csv | wc -l`, { cwd: join(folder, 'app') })
    expect(Number(lookup.stdout)).toBeGreaterThan(100)
    expect(lookup.stderr).toMatch(/^note: no source given/)
    // What comes before the damage is recovered by code that is loaded for it.
    const whole = gzipSync(JSON.stringify({ Records: [{ eventVersion: '1.08', eventName: 'Whole' }] }))
    writeFileSync(join(folder, 'app/cut.json.gz'), whole.subarray(0, -12))
    const cut = await runShell(`${script} lookup cut.json.gz --read-only any -o csv`, {
      cwd: join(folder, 'app'),
    })
    expect(cut.code).toBe(1)
    expect(cut.stderr).toMatch(/^error: cut.json.gz: cut short at byte \d+\n/)
    // Rules with regular expressions load their engine.
    const detect = await runShell(`${script} detect --no-index`, { cwd: join(folder, 'app') })
    expect(detect.stderr).toMatch(/events matched by \d+ rules/)
  })
})

const DAYS = 30
const EVENTS = 500
let isMade = false

/** A month of files, far more than a pipe holds. */
function makeTree(): void {
  if (isMade) return
  isMade = true
  for (let day = 1; day <= DAYS; day++) {
    const date = String(day).padStart(2, '0')
    const path = join(folder, `tree/AWSLogs/123456789012/CloudTrail/eu-west-1/2024/06/${date}`)
    mkdirSync(path, { recursive: true })
    const records = Array.from({ length: EVENTS }, (_, i) => ({
      eventVersion: '1.09',
      userIdentity: { type: 'IAMUser', userName: 'Alice' },
      eventTime: new Date(Date.UTC(2024, 5, day, 12, 0, i)).toISOString().replace('.000', ''),
      eventSource: 'ec2.amazonaws.com',
      eventName: 'CreateTags',
      awsRegion: 'eu-west-1',
      requestParameters: { text: 'x'.repeat(300) },
      eventID: `${date}-${i}`,
      readOnly: false,
      recipientAccountId: '123456789012',
    }))
    const name = `123456789012_CloudTrail_eu-west-1_202406${date}T1215Z_abcdefghEXAMPLE${date}.json.gz`
    writeFileSync(join(path, name), gzipSync(JSON.stringify({ Records: records })))
  }
}

describe('compiled code', () => {
  it('is kept where nobody else can put any, or not at all', async () => {
    const home = join(folder, 'home')
    mkdirSync(home, { mode: 0o700 })
    expect(await keptIn(home)).toEqual([`kept in ${join(home, '.cache/trail-explore/compiled')}`])
    chmodSync(join(home, '.cache/trail-explore'), 0o777)
    expect(await keptIn(home)).toEqual([])
    expect(await keptIn(join(home, 'nowhere/at/all'))).toEqual([
      `kept in ${join(home, 'nowhere/at/all/.cache/trail-explore/compiled')}`,
    ])
    expect(await keptIn('')).toEqual([])
  })

  it('never gives anything but what the source says', () => {
    const [sources, kept] = [join(folder, 'sources'), join(folder, 'kept')]
    mkdirSync(sources)
    mkdirSync(kept, { mode: 0o700 })
    const [first, second] = [join(sources, 'first.cjs'), join(sources, 'second.cjs')]
    const run = (): string =>
      cached(`requireCompiled(${JSON.stringify(first)}, ${JSON.stringify(kept)}).say()`)
    writeFileSync(
      first,
      `const second = require('./second.cjs')
for (let n = 0; n < 12; n++) require('./many' + n + '.cjs')
const { basename } = require('node:path')
exports.one = 1
exports.say = () => console.log(basename(__filename), second.two(), new Error('x').stack.match(/first.cjs:(\\d+)/)[1])`,
    )
    writeFileSync(second, `const first = require('./first.cjs')\nexports.two = () => first.one + 1`)
    const many = Array.from({ length: 12 }, (_, n) => `many${n}.cjs`)
    for (const name of many) writeFileSync(join(sources, name), '')
    expect(run()).toBe('first.cjs 2 5\n')
    const names = readdirSync(kept)
    expect(names).toHaveLength(2 + many.length)
    expect(run()).toBe('first.cjs 2 5\n')
    // A source of the same length.
    writeFileSync(second, `const first = require('./first.cjs')\nexports.two = () => first.one + 7`)
    expect(run()).toBe('first.cjs 8 5\n')
    for (const damage of [
      (bytes: Buffer) => bytes.subarray(0, 5),
      (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1),
      (bytes: Buffer) => bytes.map((byte, at) => (at > 60 ? byte ^ 1 : byte)),
      () => Buffer.alloc(0),
    ]) {
      for (const name of names) writeFileSync(join(kept, name), damage(readFileSync(join(kept, name))))
      expect(run()).toBe('first.cjs 8 5\n')
      expect(readdirSync(kept).sort()).toEqual(names.sort())
    }
    chmodSync(kept, 0o777)
    for (const name of names) writeFileSync(join(kept, name), 'of somebody else')
    expect(run()).toBe('first.cjs 8 5\n')
  })

  it('is written again when it is twice as old, with what was needed since', () => {
    const [source, kept] = [join(folder, 'grows.cjs'), join(folder, 'grown')]
    mkdirSync(kept, { mode: 0o700 })
    const body = Array.from({ length: 200 }, (_, n) => `text += ${n}`).join('; ')
    writeFileSync(source, `exports.use = () => { let text = ''; ${body}; return text }`)
    const run = (code = ''): number => {
      cached(`requireCompiled(${JSON.stringify(source)}, ${JSON.stringify(kept)})${code}`)
      const [name, ...others] = readdirSync(kept)
      expect(others).toEqual([])
      return statSync(join(kept, name!)).size
    }
    const path = (): string => join(kept, readdirSync(kept)[0]!)
    const small = run()
    setTimes(path(), 0)
    expect(run('.use()')).toBe(small)
    setTimes(path(), Date.now() - 1000, Date.now() - 900)
    const large = run('.use()')
    expect(large).toBeGreaterThan(small * 2)
    setTimes(path(), Date.now() - 1000, Date.now() - 900)
    expect(run()).toBe(large)
  })

  it('is written once, even by runs that change settings of V8 because of many files', () => {
    const [home, many] = [
      join(folder, 'once'),
      join(folder, 'many/AWSLogs/123456789012/CloudTrail/eu-west-1'),
    ]
    mkdirSync(home, { mode: 0o700 })
    const day = join(many, '2024/06/01')
    mkdirSync(day, { recursive: true })
    for (let n = 1000; n < 1600; n++)
      writeFileSync(
        join(day, `123456789012_CloudTrail_eu-west-1_20240601T1215Z_abcdefghijkl${n}.json.gz`),
        '',
      )
    const look = (): Map<string, string> => {
      const args = ['bin/trail-explore.js', 'lookup', join(folder, 'many'), '-o', 'jsonl']
      spawnSync(process.execPath, args, { cwd: ROOT, env: { HOME: home } })
      const kept = readdirSync(join(home, '.cache/trail-explore/compiled'), {
        recursive: true,
        encoding: 'utf8',
      })
      const paths = kept.map((name) => join(home, '.cache/trail-explore/compiled', name))
      return new Map(paths.map((path) => [path, `${statSync(path).ino} ${statSync(path).mtimeMs}`]))
    }
    look()
    const kept = join(home, '.cache/trail-explore/compiled')
    // Node keeps code itself from 22.1 on.
    if (!('enableCompileCache' in nodeModule))
      for (const name of readdirSync(kept)) setTimes(join(kept, name), 0)
    const first = look()
    expect(first.size).toBeGreaterThan(2)
    expect(look()).toEqual(first)
  })

  it('runs the whole program, which has no import() left', () => {
    const bundle = join(ROOT, 'dist/bundle')
    const lines = readdirSync(bundle)
      .filter((name) => name.endsWith('.cjs'))
      .flatMap((name) => readFileSync(join(bundle, name), 'utf8').split('\n'))
    expect(lines.filter((line) => /\bimport\(/.test(line) && !/^\s*(?:\*|\/\*|\/\/)/.test(line))).toEqual([])
    const kept = join(folder, 'program')
    mkdirSync(kept, { mode: 0o700 })
    const run = (): string =>
      cached(
        `process.argv.splice(1, 0, 'trail-explore', 'summary', 'samples/logs', '--by', 'event-name')`,
        `requireCompiled(require('node:path').resolve('dist/bundle/main.cjs'), ${JSON.stringify(kept)})`,
      )
    const first = run()
    expect(first).toContain('ConsoleLogin')
    const isKept = (name: string): boolean => readFileSync(join(kept, name)).length > 1000
    expect(readdirSync(kept).filter(isKept).length).toBeGreaterThan(2)
    expect(run()).toBe(first)
  })
})

// Node keeps it from 22.8 on; what is asked for is the same with every version.
async function keptIn(home: string): Promise<string[]> {
  const shim = join(folder, 'shim.cjs')
  writeFileSync(
    shim,
    `const m = require('node:module'); m.enableCompileCache = (f) => console.error('kept in', f); m.getCompileCacheDir = () => undefined; m.syncBuiltinESMExports()`,
  )
  const env = {
    NODE_DISABLE_COMPILE_CACHE: '',
    HOME: home,
    XDG_CACHE_HOME: '',
    TMPDIR: folder,
    NODE_OPTIONS: `--require ${shim}`,
  }
  const { code, stdout, stderr } = await runShell(`"${process.execPath}" bin/trail-explore.js --version`, {
    cwd: ROOT,
    env,
  })
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${VERSION}\n` })
  return stderr.split('\n').filter((line) => line.startsWith('kept in'))
}

/** Changes when code was first and last kept. */
function setTimes(path: string, first: number, last = Date.now()): void {
  const bytes = readFileSync(path)
  bytes.writeDoubleLE(first, 8)
  bytes.writeDoubleLE(last, 16)
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0)
  writeFileSync(path, bytes)
}

/** Runs code that has `requireCompiled`, the cache for Node 20, on every version. */
function cached(...code: string[]): string {
  const lines = [
    `process.on('warning', (warning) => console.log(warning.name))`,
    `const { requireCompiled } = require('./dist/bundle/code-cache.cjs')`,
    ...code,
  ]
  return execFileSync(process.execPath, ['-e', lines.join('\n')], { cwd: ROOT, encoding: 'utf8', env: {} })
}
