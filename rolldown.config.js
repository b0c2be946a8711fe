// dist/ → dist/bundle/, what bin/ runs: a few files instead of a hundred, because Node spends about half a millisecond on
// each module it loads, in the main thread and again in every decoding thread. What is imported on use stays a file of its
// own; packages stay outside. It lies as deep as dist/util, for package-paths.ts.
//
// The files are CommonJS: Node's loader of modules takes longer than they do. Without it a look-up starts 5 ms earlier,
// the client for S3, which is CommonJS itself, 60 ms, and a decoding thread 15 ms (2026-11, Node 20).

import { defineConfig } from 'rolldown'

const common = { platform: 'node', external: /^[a-z@]/ }

const program = defineConfig({
  ...common,
  input: { main: './dist/main.js' },
  output: {
    dir: 'dist/bundle',
    cleanDir: true,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    codeSplitting: {
      // Each takes a module and all that it imports, as far as no group above has it.
      groups: [
        { name: 'start', test: /dist[\\/]program\.js$/, priority: 2 },
        { name: 'lookup', test: /dist[\\/]commands[\\/]lookup[\\/]run\.js$/, priority: 1 },
      ],
    },
  },
})

// The decoding thread is one file.
const worker = defineConfig({
  ...common,
  input: './dist/decode/worker.js',
  output: { file: 'dist/bundle/worker.cjs', format: 'cjs' },
})

// What bin/ asks before it lets Node keep compiled code.
const privateFolder = defineConfig({
  ...common,
  input: './dist/util/private-folder.js',
  output: { file: 'dist/bundle/private-folder.cjs', format: 'cjs' },
})

export default [program, worker, privateFolder]
