// dist/ → dist/bundle/, what bin/ runs: a few files instead of a hundred, because Node spends about half a millisecond on
// each module it loads, in the main thread and again in every decoding thread. What is imported on use stays a file of its
// own; packages stay outside. It lies as deep as dist/cli, so that paths relative to a module keep their meaning.

import { defineConfig } from 'rolldown'

export default defineConfig({
  input: { main: './dist/main.js', worker: './dist/decode/worker.js' },
  platform: 'node',
  external: /^[a-z@]/,
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
