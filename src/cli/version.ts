import { readFileSync } from 'node:fs'

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** The version in package.json, which lies two folders up from src/cli, dist/cli and dist/bundle alike. */
export const VERSION = manifest.version
