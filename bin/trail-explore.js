#!/usr/bin/env node
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const { loadBundled } = createRequire(import.meta.url)('../dist/bundle/code-cache.cjs')
loadBundled(fileURLToPath(new URL('../dist/bundle/main.cjs', import.meta.url)))
