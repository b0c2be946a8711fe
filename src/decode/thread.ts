// What a decoding thread runs first: it loads the code that the main program has already loaded, and compiled, from the
// same files.

import { loadBundled } from '../util/code-cache.ts'
import { packagePath } from '../util/package-paths.ts'

loadBundled(packagePath('dist/bundle/worker.cjs'))
