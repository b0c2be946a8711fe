// The decoding thread: a plan at the start, then lists of files in, batches out.

import { parentPort, workerData } from 'node:worker_threads'
import type { Batch, DecodePlan, FileInput } from './batch.ts'
import { createDecoder } from './decode.ts'

const decode = createDecoder(workerData as DecodePlan)
const port = parentPort!

port.on('message', (files: readonly FileInput[]) => {
  const batch = decode(files)
  port.postMessage(batch, transferable(batch))
})
port.postMessage('ready')

// Buffers move instead of being copied.
function transferable(batch: Batch): ArrayBuffer[] {
  const { rows, tally } = batch
  return [
    rows?.data,
    rows?.ends,
    rows?.times,
    rows?.keys,
    rows?.keyEnds,
    rows?.fingerprints,
    rows?.digests,
    tally?.fingerprints,
    tally?.times,
  ]
    .filter((view) => view !== undefined)
    .map((view) => view.buffer as ArrayBuffer)
}
