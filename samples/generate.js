#!/usr/bin/env node
// @ts-check
// Writes the sample trees: `npm run samples`, or `node samples/generate.js FOLDER` to write them elsewhere.
// Seeded, so a second run gives the same files. Plain JavaScript, since Node 20 cannot run TypeScript.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chains } from './build/chains.js'
import { damaged } from './build/damaged.js'
import { organization } from './build/organization.js'
import { signed } from './build/signed.js'
import { tutorial } from './build/tutorial.js'

const here = dirname(fileURLToPath(import.meta.url))
const target = resolve(process.argv[2] ?? here)

const validated = signed()
const trees = {
  'logs/tutorial': tutorial(),
  'logs/organization': organization(),
  chains: chains(),
  damaged: damaged(),
  signed: validated.signed,
  tampered: validated.tampered,
}
for (const [name, files] of Object.entries(trees)) {
  rmSync(join(target, name), { recursive: true, force: true })
  for (const file of files) {
    const path = join(target, name, file.path)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file.bytes)
  }
  const bytes = files.reduce((total, file) => total + file.bytes.length, 0)
  console.log(`${name}: ${files.length} files, ${bytes} bytes`)
}
writeFileSync(join(target, 'public-keys.json'), validated.publicKeys)
