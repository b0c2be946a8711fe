#!/usr/bin/env node
// @ts-check
// The bench: builds the corpora, runs every scenario with its contenders by turns, and writes results/DATE.md and .json.
// A result that is not the expected one is marked, so that a fast wrong answer shows.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { corpus } from './corpora.js'
import { countOf } from './count.js'
import { measure, median } from './measure.js'
import { CACHE, OUT, versions } from './peers.js'
import { writeReport } from './report.js'
import { SCENARIOS } from './scenarios.js'
import { serve } from './serve.js'

/** @typedef {import('./peers.js').Contender} Contender */
/**
 * @typedef {{ scenario: string, asks: string, corpus: import('./corpora.js').Manifest | undefined, tool: string, label: string,
 *   command: string, runs: number, cpuSeconds: number | undefined, seconds: number, spread: [number, number], aloneSeconds: number | undefined, peakMb: number | undefined,
 *   results: number, expected: number | undefined, status: number, said: string, target: number | undefined }} Row
 */

const HELP = `Usage: node test/bench/bench.js [options]

  --only TEXT     scenarios whose name contains TEXT; repeatable
  --tool NAME     contenders: trail-explore, floor, native, duckdb, chdb, polars, ripgrep, parallel, jq, jaq, gojq, zgrep,
                  suzaku, serde-search, find, aws-cli, rclone; repeatable
  --corpus NAME   scenarios on this corpus; repeatable
  --runs N        runs of each (default 5; a command that takes over 5 s runs once)
  --scale X       a factor for the days of each corpus, for a quick look (default 1)
  --quick         the scenarios on the corpora \`large\` and \`delivery\`, three runs each, without what takes long
  --name TEXT     added to the names of the files of results
  --list          name the scenarios and leave
`
/** After a run longer than this, no more are needed. */
const SLOW_SECONDS = 5

const here = dirname(fileURLToPath(import.meta.url))
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    tool: { type: 'string', multiple: true, default: [] },
    corpus: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string' },
    scale: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    name: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
})
const known = versions()
const RUNS = Number(options.runs ?? (options.quick ? 3 : 5))
/** Peers that take long where others take seconds. */
const SLOW = ['jq', 'jaq', 'gojq', 'zgrep', 'parallel', 'ripgrep', 'polars']
/** @type {Set<string>} */
const missing = new Set()
const chosen = SCENARIOS.filter(
  ({ name, corpus }) =>
    (!options.quick || corpus === 'large' || corpus === 'delivery') &&
    (options.only.length === 0 || options.only.some((text) => name.includes(text))) &&
    (options.corpus.length === 0 || options.corpus.includes(corpus ?? '')),
)

if (options.help) console.log(HELP)
else if (options.list) for (const { name, asks } of chosen) console.log(`${name.padEnd(20)} ${asks}`)
else await bench()

async function bench() {
  const work = mkdtempSync(join(tmpdir(), 'bench-'))
  /** @type {Row[]} */
  const rows = []
  const load = [loadavg()[0] ?? 0]
  try {
    for (const scenario of chosen) {
      const tree = scenario.corpus ? await corpus(scenario.corpus, Number(options.scale)) : undefined
      const server =
        scenario.latency === undefined || !tree ? undefined : await serve(tree.logs, scenario.latency)
      rows.push(...(await race(scenario, tree, work, server?.endpoint ?? '')))
      server?.stop()
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const folder = join(here, 'results')
  mkdirSync(folder, { recursive: true })
  const suffixes = [
    Number(options.scale) === 1 ? '' : `-scale-${options.scale}`,
    options.name && `-${options.name}`,
  ]
  const name = `${new Date().toISOString().slice(0, 10)}${suffixes.join('')}`
  const path = writeReport(join(folder, name), rows, known, [...load, loadavg()[0] ?? 0], [...missing])
  if (missing.size > 0) console.log(`not installed, and so not run: ${[...missing].join(', ')}`)
  console.log(`written: ${path}`)
}

/**
 * @param {import('./scenarios.js').Scenario} scenario
 * @param {import('./corpora.js').Manifest | undefined} tree
 * @param {string} work
 * @param {string} endpoint of the S3 server, if the scenario has one
 * @returns {Promise<Row[]>}
 */
async function race(scenario, tree, work, endpoint) {
  const contenders = scenario.contenders(/** @type {any} */ (tree), endpoint).filter(isHere)
  const results = contenders.map((contender) => ({
    contender,
    seconds: /** @type {number[]} */ ([]),
    cpu: /** @type {number[]} */ ([]),
    alone: /** @type {number[]} */ ([]),
    peakMb: 0,
    results: NaN,
    status: 0,
    said: '',
  }))
  if (tree) await warmUp(tree.logs, work)
  if (scenario.prepare && tree)
    await measure(scenario.prepare(tree).replaceAll(CACHE, join(work, 'cache')), {
      out: '/dev/null',
      err: join(work, 'err'),
      usage: join(work, 'usage'),
    })
  for (let run = 0; run < RUNS; run++) {
    for (const result of results) {
      if (run >= 1 && median(result.seconds) > SLOW_SECONDS) continue
      const files = {
        out: join(work, 'out'),
        err: join(work, 'err'),
        usage: join(work, 'usage'),
        own: join(work, 'own'),
      }
      rmSync(files.own, { force: true })
      const command = result.contender.command
        .replaceAll(OUT, files.own)
        .replaceAll(CACHE, join(work, 'cache'))
      const done = await measure(command, files)
      const printed = result.contender.output === 'file' ? files.own : files.out
      result.seconds.push(done.seconds)
      if (done.cpuSeconds !== undefined) result.cpu.push(done.cpuSeconds)
      if (result.contender.tool === 'duckdb') result.alone.push(ownTime(files.out, done.seconds))
      result.peakMb = Math.max(result.peakMb, done.peakMb ?? 0)
      result.status = done.status
      result.results = existsSync(printed) ? await countOf(printed, result.contender.count) : NaN
      result.said = readFileSync(files.err, 'utf8').trim().slice(0, 2000)
    }
  }
  return results.map(({ contender, seconds, cpu, alone, ...rest }) => {
    const label = contender.label ?? contender.tool
    const row = {
      ...rest,
      label,
      scenario: scenario.name,
      asks: scenario.asks,
      corpus: tree,
      tool: contender.tool,
      command: contender.command,
      runs: seconds.length,
      // Other work on the machine can only increase it.
      cpuSeconds: cpu.length > 0 ? Math.min(...cpu) : undefined,
      seconds: median(seconds),
      aloneSeconds: alone.length > 0 ? median(alone) : undefined,
      spread: /** @type {[number, number]} */ ([Math.min(...seconds), Math.max(...seconds)]),
      expected: tree && contender.tool !== 'floor' ? scenario.expected?.(tree) : undefined,
      target: scenario.targets?.[contender.tool],
    }
    console.log(
      `${scenario.name.padEnd(18)} ${label.padEnd(14)} ${(row.cpuSeconds ?? NaN).toFixed(2).padStart(7)} CPU s ${row.seconds.toFixed(3).padStart(8)} s  ${row.peakMb.toFixed(0).padStart(5)} MB  ${row.results}`,
    )
    return row
  })
}

function isHere(/** @type {Contender} */ { tool }) {
  if (options.tool.length > 0 && !options.tool.includes(tool)) return false
  if (options.quick && SLOW.includes(tool)) return false
  if (tool === 'trail-explore' && !existsSync(resolve(here, '../../dist/main.js'))) {
    throw new Error('dist/ is missing: run `npm run build` first')
  }
  if (['trail-explore', 'floor', 'node'].includes(tool) || known[tool] !== undefined) return true
  missing.add(tool)
  return false
}

/** Reads the files into the page cache for all contenders. */
async function warmUp(/** @type {string} */ logs, /** @type {string} */ work) {
  const command = `find '${logs}' -name '*.gz' -print0 | xargs -0 cat`
  await measure(command, { out: '/dev/null', err: join(work, 'err'), usage: join(work, 'usage') })
}

/** DuckDB's script prints the time of the query alone, without starting Node and loading DuckDB. */
function ownTime(/** @type {string} */ out, /** @type {number} */ wall) {
  const last = statSync(out).size < 4096 ? readFileSync(out, 'utf8').trim().split('\n').at(-1) : ''
  return Number(last) || wall
}
