#!/usr/bin/env node
import module from 'node:module'

const require = module.createRequire(import.meta.url)
// Without a folder Node keeps compiled code below the temporary one, and runs what another user has put there.
const isAsked = !process.env.NODE_DISABLE_COMPILE_CACHE && !module.getCompileCacheDir?.()
if (module.enableCompileCache && isAsked) {
  const { cacheFolder, makePrivateFolder } = require('../dist/bundle/private-folder.cjs')
  const folder = cacheFolder(process.env, 'compiled')
  if (folder !== undefined && makePrivateFolder(folder)) module.enableCompileCache(folder)
}
require('../dist/bundle/main.cjs')
