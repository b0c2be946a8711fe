// Tests many more generated trees than the suite has time for: node test/bench/trees.js [how many] [first seed]

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [trees = '20000', seed = '1000'] = process.argv.slice(2)
const root = fileURLToPath(new URL('../..', import.meta.url))
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'test/s3/layouts.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TREES: trees, SEED: seed },
  },
)
process.exitCode = status ?? 1
