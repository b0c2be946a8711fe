// Standard input as a source: one file, named `-`.

import { joinChunks } from './body.ts'
import type { Source } from './source.ts'

export function stdinSource(read: () => AsyncIterable<Uint8Array>): Source {
  return {
    uri: '-',
    start: '-',
    remote: false,
    display: (key) => key,
    list: async (folder) => ({ folders: [], objects: folder === '' ? [{ key: '-' }] : [] }),
    async read() {
      const chunks: Uint8Array[] = []
      for await (const chunk of read()) chunks.push(chunk)
      return { bytes: joinChunks(chunks) }
    },
  }
}
