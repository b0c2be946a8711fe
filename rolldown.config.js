// dist/ → dist/bundle/, what bin/ runs: a few files instead of a hundred, because Node spends about half a millisecond on
// each module it loads, in the main thread and again in every decoding thread. What is imported on use stays a file of its
// own; packages stay outside. It lies as deep as dist/cli, so that paths relative to a module keep their meaning.

import { defineConfig } from 'rolldown'

const common = { platform: 'node', external: /^[a-z@]/ }

const program = defineConfig({
  ...common,
  input: { main: './dist/main.js' },
  output: {
    dir: 'dist/bundle',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: {
      groups: [
        // What declaring the commands needs, and what running a query needs besides.
        {
          name: 'model',
          test: /dist[\\/](?:(?:event|filter|format|util)[\\/]|logfile[\\/]key\.|source[\\/]source\.)/,
          priority: 2,
        },
        { name: 'engine', test: /dist[\\/](?:decode|logfile|query)[\\/](?!worker)/, priority: 1 },
      ],
    },
  },
})

// The decoding thread is one file, and no module: the module loader alone takes longer than it.
const worker = defineConfig({
  ...common,
  input: './dist/decode/worker.js',
  output: { file: 'dist/bundle/worker.cjs', format: 'cjs' },
})

export default [program, worker]
