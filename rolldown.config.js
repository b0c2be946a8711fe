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
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: {
      // Each takes a module and all that it imports, as far as no group above has it.
      groups: [
        { name: 'start', test: /dist[\\/]cli[\\/]run\.js$/, priority: 2 },
        { name: 'lookup', test: /dist[\\/]commands[\\/]lookup[\\/]run\.js$/, priority: 1 },
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
