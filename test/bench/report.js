// @ts-check
// Writes the results of the bench: a JSON file with everything, and a Markdown page with a table for each scenario.

import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** @typedef {import('./bench.js').Row} Row */

/**
 * @param {string} path without suffix @param {readonly Row[]} rows @param {Record<string, string>} versions
 * @param {readonly number[]} load averages of the last minute, before and after
 * @param {readonly string[]} missing peers that are not installed
 */
export function writeReport(path, rows, versions, load, missing) {
  const machine = {
    load: load.map((average) => Number(average.toFixed(1))),
    cpu: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
  }
  writeFileSync(
    `${path}.json`,
    // Commands as typed in the repository.
    `${JSON.stringify({ date: new Date().toISOString(), machine, versions, missing, rows }, null, 2)}\n`.replaceAll(
      ROOT,
      '',
    ),
  )
  writeFileSync(`${path}.md`, page(rows, machine, versions, missing))
  return `${path}.md`
}

/** @param {readonly Row[]} rows @param {{ cpu: string, cores: number, memoryGb: number, system: string, load: number[] }} machine @param {Record<string, string>} versions @param {readonly string[]} missing */
function page(rows, machine, versions, missing) {
  const scenarios = [...new Set(rows.map((row) => row.scenario))]
  return [
    `# Bench of ${new Date().toISOString().slice(0, 10)}`,
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, load average ${machine.load.join(' before and ')} after. ${Object.entries(
      versions,
    )
      .map(([tool, version]) => `${tool} ${version}`)
      .join(' · ')}.${missing.length > 0 ? ` Not installed, and so not run: ${missing.join(', ')}.` : ''}`,
    'Of interleaved runs with a warm cache: the least CPU time (user and system, all threads), the median wall time, the fastest and slowest. Ratios are of CPU time, which other work on the machine hardly changes. Times are those of the whole process; the query of DuckDB alone, without starting Node and loading it, stands in brackets. **Bold** results differ from the right answer.',
    ...scenarios.map((name) => section(rows.filter((row) => row.scenario === name))),
  ]
    .join('\n\n')
    .concat('\n')
}

function section(/** @type {readonly Row[]} */ rows) {
  const [first] = rows
  if (!first) return ''
  const tree = first.corpus
  const own = rows.find((row) => row.tool === 'trail-explore')
  const size =
    tree &&
    `${count(tree.files)} files, ${count(tree.events)} events, ${mb(tree.gzipBytes)} MB gzip, ${mb(tree.jsonBytes)} MB JSON, median ${tree.medianEvents} events a file.`
  return [
    `## ${first.scenario}: ${first.asks}`,
    ...(size ? [size] : []),
    [
      '| | CPU s | seconds | spread | events/s | JSON MB/s | peak MB | results | to ours | target |',
      '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
      ...rows.map((row) => line(row, own)),
    ].join('\n'),
  ].join('\n\n')
}

function line(/** @type {Row} */ row, /** @type {Row | undefined} */ own) {
  const cells = [
    row.label.replaceAll('|', String.raw`\|`),
    row.cpuSeconds === undefined ? '' : row.cpuSeconds.toFixed(2),
    row.aloneSeconds === undefined
      ? seconds(row.seconds)
      : `${seconds(row.seconds)} (${seconds(row.aloneSeconds)})`,
    `${seconds(row.spread[0])}–${seconds(row.spread[1])}${row.runs < 5 ? `, ${row.runs} runs` : ''}`,
    row.corpus ? count(row.corpus.events / row.seconds) : '',
    row.corpus ? count(row.corpus.jsonBytes / 1e6 / row.seconds) : '',
    row.peakMb ? row.peakMb.toFixed(0) : '',
    row.status !== 0 ? `**exit ${row.status}**` : results(row),
    own && own !== row ? `${(cost(row) / cost(own)).toFixed(2)}×` : '',
    target(row, own),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The compared time: CPU time, or wall time if CPU time was not measured. */
function cost(/** @type {Row} */ { cpuSeconds, seconds }) {
  return cpuSeconds ?? seconds
}

/** A target: how many times slower a peer must be, or how many times faster the floor may be. */
function target(/** @type {Row} */ row, /** @type {Row | undefined} */ own) {
  if (row.target === undefined) return ''
  if (row.tool === 'trail-explore') {
    const isMet = own !== undefined && cost(row) <= row.target * cost(own)
    return row === own ? '' : `≤ ${row.target}× ${isMet ? '✓' : '✗'}`
  }
  const [ratio, met] =
    row.tool === 'floor' || row.tool === 'native'
      ? [`≤ ${row.target} × floor`, own && cost(own) <= row.target * cost(row)]
      : [`≥ ${row.target}×`, own && cost(row) >= row.target * cost(own)]
  return own ? `${ratio} ${met ? '✓' : '✗'}` : ratio
}

function results(/** @type {Row} */ row) {
  if (row.tool === 'floor') return ''
  if (Number.isNaN(row.results)) return '**none**'
  const read = row.tool === 'trail-explore' ? /· ([\d,]+) (?:log )?files?, /.exec(row.said) : null
  const files = read ? `, ${read[1]} files read` : ''
  const wrong = row.expected !== undefined && row.expected !== row.results
  return `${wrong ? `**${count(row.results)}**` : count(row.results)}${files}`
}

function seconds(/** @type {number} */ value) {
  return value.toFixed(value < 1 ? 3 : 2)
}

function mb(/** @type {number} */ bytes) {
  return count(bytes / 1e6)
}

function count(/** @type {number} */ value) {
  return Math.round(value).toLocaleString('en-US')
}
