// src/ and the packages it uses → dist/bundle/, what bin/ runs and what an installation consists of, with the licences
// of those packages. `node bundle.js` prints nothing unless something is wrong.
//
// A few files instead of hundreds, because Node spends about half a millisecond on each module it loads, in the main
// thread and again in every decoding thread. What is imported on use stays a file of its own. Packages are inside, so
// that an installation is one download of 0.7 MB without dependencies, not forty packages of 30 MB, 24 of them the AWS
// SDK (2026-11). Nothing is minified: what handles evidence can be read.
//
// The files are CommonJS: Node's loader of modules takes longer than they do. Without it a look-up starts 5 ms earlier,
// the client for S3 60 ms, and a decoding thread 15 ms (2026-11, Node 20). They lie as deep as src/util, for
// package-paths.ts.

import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const FOLDER = 'dist/bundle'
/** Optional native code of the AWS SDK, which works without it. */
const OPTIONAL = ['aws-crt', '@aws-sdk/signature-v4-crt', '@aws-sdk/signature-v4a']

const common = {
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
    // Another file that is loaded on use, by src/decode/gunzip.ts.
    input: { main: 'src/main.ts', pako: 'pako' },
    output: {
      ...output,
      dir: FOLDER,
      cleanDir: true,
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
      codeSplitting: {
        // Each group takes its modules and all their imports that no earlier group has.
        groups: [
          // With what main.ts itself needs, which a start must not look for elsewhere.
          { name: 'start', test: /src[\\/](?:program|util[\\/]unfinished)\.ts$/, priority: 2 },
          { name: 'lookup', test: /src[\\/]commands[\\/]lookup[\\/]run\.ts$/, priority: 1 },
        ],
      },
    },
  },
  // The decoding thread is a single file.
  { input: 'src/decode/worker.ts', output: { ...output, file: `${FOLDER}/worker.cjs` } },
  // The check that bin/ makes before compiled code is cached, and the cache itself for Node 20.
  ...['private-folder', 'code-cache'].map((name) => ({
    input: `src/util/${name}.ts`,
    output: { ...output, file: `${FOLDER}/${name}.cjs` },
  })),
]

for (const bundle of BUNDLES) {
  const built = await rolldown({ ...common, input: bundle.input, plugins: [licences()] })
  await built.write(bundle.output)
  await built.close()
}

// Script and style of HTML pages are copied unchanged.
for (const name of ['page.css', 'page.js']) copyFileSync(`src/html/${name}`, `${FOLDER}/${name}`)

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
