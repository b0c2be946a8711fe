#!/usr/bin/env node
import module from 'node:module'
module.enableCompileCache?.()
module.createRequire(import.meta.url)('../dist/bundle/main.cjs')
