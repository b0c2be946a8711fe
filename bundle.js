// src/ and the packages it uses → dist/bundle/, what bin/ runs and what an installation consists of, with the licences
// of those packages. `node bundle.js` prints nothing unless something is wrong.
//
// A few files instead of hundreds, because Node spends about half a millisecond on each module it loads, in the main
// thread and again in every decoding thread. What is imported on use stays a file of its own. Packages are inside, so
// that an installation is one download of 0.7 MB without dependencies, not forty packages of 30 MB, 24 of them the AWS
// SDK (2026-11). Nothing is minified: what handles evidence can be read. Characters beyond ASCII are written as escapes,
// because V8 reads and keeps such a text faster.
//
// The files are CommonJS: Node's loader of modules takes longer than they do. Without it a look-up starts 5 ms earlier,
// the client for S3 60 ms, and a decoding thread 15 ms (2026-11, Node 20). They lie as deep as src/util, for
// package-paths.ts.

import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { rolldown } from 'rolldown'

/** Modules of Node that take it up to 2 ms to load. They are loaded on use; a short run needs few of them. */
const ON_USE = ['child_process', 'crypto', 'fs/promises', 'net', 'timers/promises', 'worker_threads', 'zlib']
const REQUIRE = new RegExp(
  String.raw`^(\s*)(?:let|const) (\w+) = require\("node:(${ON_USE.join('|')})"\);$`,
  'gm',
)

const FOLDER = 'dist/bundle'
/** Optional native code of the AWS SDK, which works without it. */
const OPTIONAL = ['aws-crt', '@aws-sdk/signature-v4-crt', '@aws-sdk/signature-v4a']

const START = /src[\\/](?:program|util[\\/](?:milliseconds|unfinished))\.ts$/
const THREAD = /src[\\/]decode[\\/]worker\.ts$/
const DECODE = /src[\\/]decode[\\/](?:decode|handover)\.ts$/
/** The modules that a start and a decoding thread both need. */
const common = new Set()

const options = {
  platform: 'node',
  external: [...OPTIONAL, '@duckdb/node-api'],
  onLog(level, { code, message }) {
    // The SDK has circular imports and an eval; ours are checked by test/architecture.test.ts and oxlint.
    const isTheirs = ['CIRCULAR_DEPENDENCY', 'EVAL'].includes(code ?? '')
    if (level === 'warn' && !isTheirs) process.stderr.write(`${message}\n`)
  },
}

// code-cache.ts runs what has no import() left.
const output = { format: 'cjs', sourcemap: true, dynamicImportInCjs: false }

/** @type {readonly { input: import('rolldown').InputOptions['input'], output: import('rolldown').OutputOptions }[]} */
const BUNDLES = [
  {
    // Other files that are loaded on use: by src/decode/gunzip.ts, src/detect/match.ts, and a decoding thread.
    input: { main: 'src/main.ts', pako: 'pako', re2js: 're2js', worker: 'src/decode/worker.ts' },
    output: {
      ...output,
      dir: FOLDER,
      cleanDir: true,
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
      codeSplitting: {
        // Each group takes its modules and all their imports that no earlier group has.
        groups: [
          // So that neither loads the other's file.
          { name: 'common', test: (id) => common.has(id), priority: 4 },
          // With what main.ts itself needs, which a start must not look for elsewhere.
          { name: 'start', test: START, priority: 3 },
          // For the main thread and others: what one of them has compiled is kept for all.
          { name: 'decode', test: DECODE, priority: 2 },
          { name: 'lookup', test: /src[\\/]commands[\\/]lookup[\\/]run\.ts$/, priority: 1 },
        ],
      },
    },
  },
  // What bin/ and a decoding thread load first: it loads the others.
  ...['util/code-cache', 'decode/thread'].map((name) => ({
    input: `src/${name}.ts`,
    output: { ...output, file: `${FOLDER}/${basename(name)}.cjs` },
  })),
]

for (const bundle of BUNDLES) {
  const built = await rolldown({
    ...options,
    input: bundle.input,
    plugins: [licences(), imports(), forStart()],
  })
  await built.write(bundle.output)
  await built.close()
}

// Script and style of HTML pages are copied unchanged.
for (const name of ['page.css', 'page.js']) copyFileSync(`src/html/${name}`, `${FOLDER}/${name}`)

/** Finds `common`. */
function imports() {
  /** @type {import('rolldown').Plugin} */
  const plugin = {
    name: 'imports',
    buildEnd() {
      /** @param {RegExp} start */
      const closure = (start) => {
        const ids = new Set([...this.getModuleIds()].filter((id) => start.test(id)))
        // A set goes on to what is added to it meanwhile.
        for (const id of ids) for (const next of this.getModuleInfo(id)?.importedIds ?? []) ids.add(next)
        return ids
      }
      const started = closure(START)
      for (const id of closure(THREAD)) if (started.has(id)) common.add(id)
    },
  }
  return plugin
}

/** What makes a start faster, and changes no line number. */
function forStart() {
  /** @type {import('rolldown').Plugin} */
  const plugin = {
    name: 'for-start',
    generateBundle(_, files) {
      for (const file of Object.values(files))
        if (file.type === 'chunk') file.code = asciiOf(onUse(file.code))
    },
  }
  return plugin
}

/** @param {string} code */
function asciiOf(code) {
  // Where an escape would mean something else.
  if (/\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.test(code)) throw new Error('a character cannot be escaped')
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** @param {string} code */
function onUse(code) {
  let changed = code
  for (const [line, indent, name, module] of code.matchAll(REQUIRE)) {
    const member = new RegExp(String.raw`(?<![\w$.])${name}\.(?=\w)`, 'g')
    const others = code.replace(line, '').replaceAll(member, '')
    // Some are also passed on as a whole.
    if (new RegExp(String.raw`\b${name}\b`).test(others)) continue
    const load = `${indent}let ${name}_; const ${name} = () => (${name}_ ??= require("node:${module}"));`
    changed = changed.replace(line, () => load).replaceAll(member, () => `(${name}()).`)
  }
  return changed
}

/** Writes LICENSES.txt beside the bundle: the licence of each package, which must be distributed with it. */
function licences() {
  /** @type {import('rolldown').Plugin} */
  const plugin = {
    name: 'licences',
    generateBundle({ dir }) {
      if (dir === undefined) return
      const folders = new Set([...this.getModuleIds()].flatMap(packageFolder))
      const byText = new Map()
      for (const folder of [...folders].sort()) {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
        const text = licenceOf(folder, license)
        byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`])
      }
      const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text.trim()}\n`)
      this.emitFile({
        type: 'asset',
        fileName: 'LICENSES.txt',
        source: parts.join(`\n${'─'.repeat(80)}\n\n`),
      })
    },
  }
  return plugin
}

/** @param {string} id */
function packageFolder(id) {
  const inside = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1]
  return inside === undefined ? [] : [inside]
}

/** @param {string} folder @param {unknown} license */
function licenceOf(folder, license) {
  const names = readdirSync(folder).filter((name) => /^(?:licen[cs]e|notice)(?:[.-]|$)/i.test(name))
  // Some packages of the AWS SDK only name their licence, which is the same as ours.
  if (names.length === 0 && license === 'Apache-2.0') return readFileSync('LICENSE', 'utf8')
  if (names.length === 0) throw new Error(`${folder} has no licence file`)
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}
