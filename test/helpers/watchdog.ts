// Ends a test file that never returns to the event loop. Property tests are meant to find endless loops, and vitest's
// own time limit cannot interrupt one: a second thread detects that the first is stuck, and reports where.

import { Worker } from 'node:worker_threads'
import { beforeEach } from 'vitest'

const LIMIT = 120_000
const beats = new Int32Array(new SharedArrayBuffer(4))

const WATCH = `
  const { parentPort, workerData: { beats, limit } } = require('node:worker_threads')
  let test = 'before its first test'
  let [seen, since] = [-1, Date.now()]
  parentPort.on('message', (name) => (test = name))
  setInterval(() => {
    const now = Atomics.load(beats, 0)
    if (now !== seen) [seen, since] = [now, Date.now()]
    else if (Date.now() - since > limit) {
      require('node:fs').writeSync(2, '\\nstuck for ' + limit / 1000 + ' s: ' + test + '\\n')
      process.kill(process.pid, 'SIGKILL')
    }
  }, 1000)
`
const worker = new Worker(WATCH, { eval: true, workerData: { beats, limit: LIMIT } })
worker.unref()
setInterval(() => Atomics.add(beats, 0, 1), 1000).unref()
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
beforeEach(({ task }) => worker.postMessage(task.name))
