#!/usr/bin/env node
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const require = module.createRequire(import.meta.url)
const MAIN = '../dist/bundle/main.cjs'
const folder = folderForCode()
if (folder === undefined) require(MAIN)
else if (module.enableCompileCache) {
  module.enableCompileCache(folder)
  require(MAIN)
} else {
  const { requireCompiled } = require('../dist/bundle/code-cache.cjs')
  requireCompiled(fileURLToPath(new URL(MAIN, import.meta.url)), folder)
}

// Without a folder Node keeps compiled code below the temporary one, and runs what another user has put there.
function folderForCode() {
  if (process.env.NODE_DISABLE_COMPILE_CACHE || module.getCompileCacheDir?.()) return undefined
  const { cacheFolder, makePrivateFolder } = require('../dist/bundle/private-folder.cjs')
  const folder = cacheFolder(process.env, 'compiled')
  return folder !== undefined && makePrivateFolder(folder) ? folder : undefined
}
