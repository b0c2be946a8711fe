// @ts-check
// The limits of `browse`: first rows, memory of an event, a key to its frame and a facet's filter at a million events.
//
//   npm run build && node --expose-gc test/bench/browse.js [folder of corpora]
//
// The corpora large, small and tiny together are 1,013,348 events. Without a terminal: frames go to a string, as they
// would to the terminal. First rows are measured on a real pseudo-terminal, where util-linux' `script` is there.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Found } from '../../dist/commands/browse/data/found.js'
import { EventStore, KEPT } from '../../dist/commands/browse/data/store.js'
import { FACETS } from '../../dist/commands/browse/facets.js'
import { initialState } from '../../dist/commands/browse/state/state.js'
import { update } from '../../dist/commands/browse/state/update.js'
import { frameOf } from '../../dist/commands/browse/view/frame.js'
import { formatTime } from '../../dist/event/event-time.js'
import { openEngine } from '../../dist/query/engine.js'
import { Painter } from '../../dist/screen/painter.js'
import { openSource } from '../../dist/source/open.js'
import { walkFor } from '../../dist/cli/options/select-events.js'
import { corpus, DATA } from './corpora.js'
import { median } from './measure.js'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = join(HERE, '../..')
const folder = process.argv[2] ?? DATA
const EVERYTHING = /** @type {const} */ ({ kind: 'all', of: [] })

await firstRows()
const { store, before } = await load()
const found = new Found(EVERYTHING, store, new Map())
memory(before)
frames()
facets()

async function firstRows() {
  const bare = []
  const rows = []
  for (let i = 0; i < 7; i++) {
    bare.push(await timed(process.execPath, ['-e', '0']))
    rows.push(
      await timed(
        'script',
        ['-qec', 'node bin/trail-explore.js browse samples/logs', '/dev/null'],
        /ConsoleLogin|events ·/,
      ),
    )
  }
  say(
    'first rows on the samples',
    `${median(rows).toFixed(0)} ms, bare Node ${median(bare).toFixed(0)} ms, beyond it ${(median(rows) - median(bare)).toFixed(0)} ms`,
  )
}

/** Milliseconds until the program ends, or prints the expected text. */
function timed(
  /** @type {string} */ program,
  /** @type {string[]} */ args,
  /** @type {RegExp} */ shown = /^(?!)/,
) {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, TERM: 'xterm' },
    })
    let text = ''
    const end = () => resolve(performance.now() - started)
    child.stdout.on('data', (data) => {
      text += data
      if (shown?.test(text)) {
        end()
        child.kill()
      }
    })
    child.once('close', end)
    child.once('error', () => resolve(Number.NaN))
  })
}

async function load() {
  const names = /** @type {const} */ (['large', 'small', 'tiny'])
  /** @type {string[]} */
  const uris = []
  for (const name of names) {
    if (!existsSync(join(folder, name))) await corpus(name)
    uris.push(join(folder, name))
  }
  const sources = await Promise.all(uris.map((uri) => openSource(uri, { cwd: ROOT })))
  const threads = availableParallelism() - 1
  const engine = openEngine({ sources, threads, concurrency: 32, maxInflated: 2 ** 28 })
  collect()
  const before = process.memoryUsage()
  const store = new EventStore()
  const started = performance.now()
  const walk = walkFor(EVERYTHING, {
    folders: new Set(['CloudTrail']),
    lateDays: 1,
    ignoreNames: false,
    now: Date.now(),
  })
  const cpu = process.cpuUsage()
  await engine.run(
    {
      walk,
      filter: EVERYTHING,
      output: { kind: 'rows', row: { kind: 'packed', columns: KEPT } },
      ascending: false,
      limit: undefined,
      keepDuplicates: false,
    },
    { onRows: (/** @type {any} */ rows) => store.add(rows) },
  )
  const { user, system } = process.cpuUsage(cpu)
  await engine.close()
  say('events', store.count.toLocaleString('en'))
  say(
    'read in',
    `${((performance.now() - started) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU`,
  )
  return { store, before }
}

function memory(/** @type {NodeJS.MemoryUsage} */ before) {
  collect()
  const after = process.memoryUsage()
  const perEvent = (/** @type {number} */ bytes) => `${(bytes / store.count).toFixed(0)} bytes an event`
  say('arrays and dictionaries while events come', perEvent(store.memory))
  store.trim()
  say('arrays and dictionaries then', perEvent(store.memory))
  say('with the numbers of what is shown', perEvent(store.memory + found.events.byteLength))
  say(
    'heap and arrays, grown by',
    perEvent(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers),
  )
  say('resident before events', `${(before.rss / 1e6).toFixed(0)} MB`)
}

function frames() {
  const painter = new Painter(true)
  let data = dataOf(found)
  let state = initialState(
    [],
    ['event-time', 'event-name', 'user-name', 'event-source', 'resource-name', 'source-ip'],
    { columns: 200, rows: 50 },
  )
  painter.paint(frameOf(state, data), 200, 50)
  for (const name of ['j', 'page-down', 'G', 'k', 'tab', 'l']) {
    const times = []
    const cpu = process.cpuUsage()
    for (let i = 0; i < 200; i++) {
      const started = performance.now()
      state = update(state, { name }, data).state
      painter.paint(frameOf(state, data), 200, 50)
      times.push(performance.now() - started)
    }
    say(
      `key ${name} to its frame`,
      `median ${median(times).toFixed(2)} ms, slowest ${Math.max(...times).toFixed(1)} ms, ${(cpuSince(cpu) / 200).toFixed(2)} ms of CPU`,
    )
  }
}

/** Times of a filter: of its list, which is drawn at once, and of its facets, which are counted in slices. */
function facets() {
  found.countAll(FACETS)
  for (const facet of FACETS) {
    const value = found.top(facet).values.find((/** @type {any} */ one) => one.text !== '')
    if (facet === 'read-only' || value === undefined) continue
    const times = []
    const counting = []
    let slowest = 0
    const cpu = process.cpuUsage()
    let count = 0
    for (let i = 0; i < 7; i++) {
      const started = performance.now()
      const filter =
        facet === 'source-ip'
          ? { kind: 'source-ip', values: [value.text] }
          : { kind: 'text', field: facet, values: [value.text] }
      const next = new Found(/** @type {any} */ (filter), store, new Map())
      const draw = () =>
        frameOf(initialState([], ['event-time', 'event-name'], { columns: 200, rows: 50 }), dataOf(next))
      draw()
      count = next.count
      times.push(performance.now() - started)
      for (let isMore = true; isMore;) {
        const slice = performance.now()
        isMore = next.countSome(FACETS)
        slowest = Math.max(slowest, performance.now() - slice)
      }
      draw()
      counting.push(performance.now() - started)
    }
    say(
      `filter by ${facet}: frame; with all facets counted`,
      `${median(times).toFixed(0)} ms; ${median(counting).toFixed(0)} ms, in slices of at most ${slowest.toFixed(0)} ms; ${(cpuSince(cpu) / 7).toFixed(0)} ms of CPU (${count.toLocaleString('en')} events)`,
    )
  }
}

function dataOf(/** @type {Found} */ shown) {
  return {
    store,
    found: shown,
    records: new Map(),
    reading: { isDone: true, progress: '', coverage: '', problems: [], problemCount: 0, isLimited: false },
    look: { title: 'bench', formatTime, ascii: false, now: 0, timeZone: undefined, isVerified: false },
    command: () => '',
  }
}

/** CPU milliseconds, which are more reliable than wall time on a shared machine. */
function cpuSince(/** @type {NodeJS.CpuUsage} */ before) {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function collect() {
  globalThis.gc?.()
}

function say(/** @type {string} */ what, /** @type {string} */ value) {
  process.stdout.write(`${what.padEnd(48)} ${value}\n`)
}
