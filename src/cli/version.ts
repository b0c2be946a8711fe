import { readFileSync } from 'node:fs'
import { packagePath } from '../util/package-paths.ts'

const manifest = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as {
  version: string
}

/** The version in package.json. */
export const VERSION = manifest.version
