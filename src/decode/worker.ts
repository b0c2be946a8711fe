// The decoding thread: plans and lists of files in, batches out.

import { parentPort, workerData } from 'node:worker_threads'
import type { Batch, FromWorker, ToWorker, WorkerStart } from './batch.ts'
import { createDecoder, type Decode } from './decode.ts'
import { unpackFiles } from './handover.ts'
import { useHashKey } from './json/hash-key.ts'
import { returnRowMemory } from './row-memory.ts'
import { useThreadState } from './thread-state.ts'

const decoders = new Map<number, Decode>()
const port = parentPort!

function hear(message: ToWorker): void {
  switch (message.kind) {
    case 'plan':
      decoders.set(message.id, createDecoder(message.plan))
      break
    case 'files': {
      for (const buffer of message.memory) returnRowMemory({ buffer })
      const batch = decoders.get(message.id)!(unpackFiles(message.files), message.takesLarge)
      port.postMessage(batch satisfies FromWorker, transferable(batch))
      break
    }
    case 'forget':
      decoders.delete(message.id)
  }
}

// The first plan comes with the thread, which is ready when it is compiled.
const { hashKey, state, thread, first } = workerData as WorkerStart
useHashKey(hashKey)
useThreadState(state, thread)
hear(first)
port.on('message', hear)
port.postMessage('ready' satisfies FromWorker)

// Buffers move instead of being copied, each once: files may share one.
function transferable(batch: Batch): ArrayBuffer[] {
  const { files, left, rows = [], aggregate } = batch
  const sessions = aggregate?.sessions
  const views = [
    files.numbers,
    files.matches,
    ...left.map(({ bytes }) => bytes),
    ...rows.flatMap((piece) => [
      piece.data,
      piece.ends,
      piece.times,
      piece.keys,
      piece.keyStarts,
      piece.keyEnds,
      piece.fingerprints,
      piece.digests,
      piece.files?.numbers,
    ]),
    aggregate?.fingerprints,
    aggregate?.times,
    ...(aggregate?.columns ?? []).flatMap(({ values, codes }) => [values.bytes, values.ends, codes]),
    sessions?.texts.bytes,
    sessions?.texts.ends,
    sessions?.shapes.texts.bytes,
    sessions?.shapes.texts.ends,
    sessions?.shapes.cells,
    sessions?.shapes.hashes,
    sessions?.identities,
    sessions?.firsts,
    sessions?.codes,
    sessions?.marks,
    sessions?.addresses,
    sessions?.issues.texts,
    sessions?.issues.times,
    sessions?.issues.events,
  ].filter((view) => view !== undefined)
  return [...new Set(views.map((view) => view.buffer as ArrayBuffer))]
}
