// @ts-check
// The command of each tool. A peer gets the best command its users would write: files in bulk, both cores where the tool
// can use them, no ordering if the query does not need it. A tool that is not installed is skipped and reported.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {'trail-explore' | 'floor' | 'native' | 'duckdb' | 'ripgrep' | 'parallel' | 'jq' | 'jaq' | 'gojq' | 'zgrep' | 'chdb'
 *   | 'polars' | 'suzaku' | 'serde-search' | 'find' | 'aws-cli' | 'rclone' | 'node'} Tool
 */
/** How the number of results is read: lines or CSV rows of the output, a sum of printed or of JSON counts, its first number, or verified log files. */
/** @typedef {'lines' | 'csv' | 'sum' | 'counts' | 'first' | 'valid-logs'} Count */
/** @typedef {{ tool: Tool, label?: string, command: string, count: Count, output?: 'file' }} Contender */

const here = dirname(fileURLToPath(import.meta.url))
const node = quote(process.execPath)

/** Where peers.sh installs. */
const PEERS = process.env['BENCH_PEERS'] ?? join(homedir(), '.cache/trail-explore-bench')
process.env['PATH'] = [join(PEERS, 'bin'), process.env['PATH']].join(delimiter)
// Node reads the certificates of this variable at every start, which takes longer than the start itself.
for (const name of ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS']) delete process.env[name]
const python = join(PEERS, 'venv/bin/python')

/** Other versions of Node that the main scenarios also run on: paths separated like those of PATH. */
const NODES = (process.env['BENCH_NODES'] ?? '').split(delimiter).filter((path) => path !== '')

/** Placeholder for the output file of a command that writes one; the bench replaces it by the path. */
export const OUT = '@OUT@'

/** Placeholder for the cache folder of a scenario with an index; the bench replaces it by the path. */
export const CACHE = '@CACHE@'

/** Without an index, so that no run does work for the next. @returns {Contender} */
export function ours(
  /** @type {string} */ args,
  /** @type {Count} */ count,
  /** @type {string | undefined} */ label,
) {
  const command = `exec ${node} ${quote(PROGRAM)} ${args}${/^(?:detect|lookup|show|sql|summary|trace) /.test(args) ? ' --no-index' : ''}`
  return {
    tool: 'trail-explore',
    command,
    count,
    ...(label && { label }),
    ...(args.includes(OUT) && { output: 'file' }),
  }
}

const PROGRAM = resolve(here, '../../bin/trail-explore.js')

/** With the index that `buildIndex` has made. @returns {Contender} */
export function oursIndexed(/** @type {string} */ args, /** @type {Count} */ count) {
  return {
    tool: 'trail-explore',
    label: 'with the index',
    command: `XDG_CACHE_HOME=${CACHE} exec ${node} ${quote(PROGRAM)} ${args}`,
    count,
  }
}

export function buildIndex(/** @type {string} */ logs) {
  return `XDG_CACHE_HOME=${CACHE} exec ${node} ${quote(PROGRAM)} index ${quote(logs)}`
}

/** With the table that `saveTable` has kept. @returns {Contender} */
export function oursSaved(/** @type {string} */ query) {
  return {
    tool: 'trail-explore',
    label: 'saved',
    command: `exec ${node} ${quote(PROGRAM)} sql ${query} ${CACHE}/events.duckdb -o jsonl`,
    count: 'counts',
  }
}

export function saveTable(/** @type {string} */ logs) {
  const query = `'select 1 from events limit 1'`
  return `mkdir -p ${CACHE} && exec ${node} ${quote(PROGRAM)} sql ${query} ${quote(logs)} --no-index --save ${CACHE}/events.duckdb`
}

/** The same command on other versions of Node. @returns {Contender[]} */
export function onNodes(/** @type {Contender} */ contender) {
  return NODES.map((path) => ({
    ...contender,
    command: contender.command.replace(node, quote(path)),
    label: `on Node ${spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim()}`,
  }))
}

/** The same run, which also builds an index: a new one every time. @returns {Contender} */
export function oursBuilding(/** @type {string} */ args, /** @type {Count} */ count) {
  const command = `rm -rf ${CACHE}.new/trail-explore/index; XDG_CACHE_HOME=${CACHE}.new exec ${node} ${quote(PROGRAM)} ${args}`
  return { tool: 'trail-explore', label: 'building the index', command, count }
}

/** Inflating alone: the minimum work of any tool. @returns {Contender} */
export function floor(/** @type {string} */ logs) {
  return {
    tool: 'floor',
    label: 'zlib, 2 threads',
    command: `exec ${node} ${quote(join(here, 'floor.js'))} ${quote(logs)}`,
    count: 'first',
  }
}

const NATIVE = join(here, 'data/floor-native')

/**
 * The same natively: libdeflate, two threads, with a search for the text; without one, with the SHA-256 of each file.
 * @returns {Contender}
 */
export function nativeFloor(/** @type {string} */ logs, /** @type {string | undefined} */ text) {
  return {
    tool: 'native',
    label: text === undefined ? 'libdeflate and SHA-256, 2 threads' : 'libdeflate, 2 threads',
    command: `exec ${quote(NATIVE)} ${quote(logs)} ${text === undefined ? '' : quote(text)}`,
    count: 'first',
  }
}

/** @returns {Contender} */
export function bareNode() {
  return { tool: 'node', label: 'bare Node', command: `exec ${node} -e 0`, count: 'lines' }
}

/** @returns {Contender} */
export function duckdb(/** @type {string} */ logs, /** @type {string} */ question, value = '') {
  const script = quote(join(here, 'duckdb-query.js'))
  return {
    tool: 'duckdb',
    command: `exec ${node} ${script} ${question} ${quote(logs)} ${OUT} ${quote(value)}`,
    count: 'first',
  }
}

/** Each file is one line, so matches are counted, not lines. @returns {Contender} */
export function ripgrep(/** @type {string} */ logs, /** @type {string} */ text) {
  return {
    tool: 'ripgrep',
    label: 'ripgrep -z',
    command: `rg -z --no-filename -o -F ${quote(text)} ${quote(logs)}`,
    count: 'lines',
  }
}

/** @returns {Contender} */
export function parallelRipgrep(/** @type {string} */ logs, /** @type {string} */ text) {
  const files = `find ${quote(logs)} -name '*.json.gz' -print0`
  return {
    tool: 'parallel',
    label: 'parallel zcat | rg',
    command: `${files} | parallel -0 -j 2 -n 200 "zcat {} | rg -o -F '${text.replaceAll('"', String.raw`\"`)}'"`,
    count: 'lines',
  }
}

/** @returns {Contender} */
export function chdb(/** @type {string} */ logs, /** @type {string} */ question, value = '') {
  return inPython('chdb', logs, question, value)
}

/** @returns {Contender} */
export function polars(/** @type {string} */ logs, /** @type {string} */ question, value = '') {
  return inPython('polars', logs, question, value)
}

/** @returns {Contender} */
function inPython(
  /** @type {'chdb' | 'polars'} */ tool,
  /** @type {string} */ logs,
  /** @type {string} */ question,
  /** @type {string} */ value,
) {
  const script = quote(join(here, 'query.py'))
  const command = `exec ${quote(python)} ${script} ${tool} ${question} ${quote(logs)} ${quote(value)}`
  return { tool, command, count: question.startsWith('count') ? 'counts' : 'lines' }
}

/** Its own search, which writes records one after the other. @returns {Contender} */
export function suzaku(/** @type {string} */ logs, /** @type {string} */ name) {
  return {
    tool: 'suzaku',
    command: `exec suzaku aws-ct-search -d ${quote(logs)} -F eventName:${name} -t 3 -C -o ${OUT}`,
    count: 'lines',
    output: 'file',
  }
}

/** What Suzaku's search is made of, without the rest of Suzaku. @returns {Contender} */
export function serdeSearch(/** @type {string} */ logs, /** @type {string} */ name) {
  return {
    tool: 'serde-search',
    label: 'serde_json, 1 thread',
    command: `exec serde-search ${quote(logs)} eventName ${name}`,
    count: 'lines',
  }
}

/** @returns {Contender} */
export function find(/** @type {string} */ logs) {
  return { tool: 'find', command: `exec find ${quote(logs)} -type f`, count: 'lines' }
}

/** @returns {Contender} */
export function zgrep(/** @type {string} */ logs, /** @type {string} */ text) {
  const files = `find ${quote(logs)} -name '*.json.gz' -print0`
  return {
    tool: 'zgrep',
    command: `${files} | xargs -0 -P 2 -n 100 zgrep -h -o -F ${quote(text)}`,
    count: 'lines',
  }
}

/** jq, or another implementation of it. @returns {Contender} */
export function jq(
  /** @type {string} */ logs,
  /** @type {string} */ program,
  /** @type {'jq' | 'jaq' | 'gojq'} */ tool = 'jq',
) {
  const files = `find ${quote(logs)} -name '*.json.gz' -print0`
  return {
    tool,
    label: `zcat | ${tool}`,
    command: `${files} | xargs -0 zcat | ${tool} -c ${quote(program)}`,
    count: 'lines',
  }
}

/** Credentials for the bench's S3 server, and no cached public keys: every tool requests them. */
function awsEnv(/** @type {string} */ endpoint) {
  const env = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    XDG_CACHE_HOME: '/dev/null',
  }
  // rclone cannot use a bundle of certificates that the environment names, and needs none here.
  return `exec env -u AWS_CA_BUNDLE ${Object.entries(env)
    .map(([name, value]) => `${name}=${quote(value)}`)
    .join(' ')}`
}

/** @returns {Contender} */
export function oursOnS3(
  /** @type {string} */ endpoint,
  /** @type {string} */ args,
  /** @type {Count} */ count,
  /** @type {string | undefined} */ label,
) {
  const contender = ours(args, count, label)
  return { ...contender, command: contender.command.replace('exec', awsEnv(endpoint)) }
}

/** @returns {Contender} */
export function awsValidateLogs(
  /** @type {string} */ endpoint,
  /** @type {{ arn: string, bucket: string, start: string, end: string }} */ { arn, bucket, start, end },
) {
  const args = `--trail-arn ${arn} --s3-bucket ${bucket} --start-time ${start} --end-time ${end}`
  return {
    tool: 'aws-cli',
    label: 'aws validate-logs',
    command: `${awsEnv(endpoint)} aws cloudtrail validate-logs ${args}`,
    count: 'valid-logs',
  }
}

/**
 * A bucket copied to a folder, and the copy asked. @returns {Contender[]} one for each program that copies
 */
export function copyAndAsk(
  /** @type {string} */ endpoint,
  /** @type {string} */ bucket,
  /** @type {string} */ program,
) {
  const remote = `:s3,provider=Other,env_auth=true,endpoint="${endpoint}":${bucket}`
  const ask = `find ${OUT}.d -name '*.json.gz' -print0 | xargs -0 zcat | jq -c ${quote(program)}`
  const env = awsEnv(endpoint).replace('exec ', '')
  const clean = `rm -rf ${OUT}.d`
  const rclone = `${env} rclone copy --fast-list --use-server-modtime --transfers 32 --checkers 32 --config /dev/null ${quote(remote)} ${OUT}.d`
  const sync = `${env} aws s3 sync --only-show-errors s3://${bucket} ${OUT}.d`
  return /** @type {Contender[]} */ ([
    {
      tool: 'rclone',
      label: 'rclone + zcat | jq',
      command: `${clean}; ${rclone} && ${ask}; ${clean}`,
      count: 'lines',
    },
    {
      tool: 'aws-cli',
      label: 'aws sync + zcat | jq',
      command: `${clean}; ${sync} && ${ask}; ${clean}`,
      count: 'lines',
    },
  ])
}

/** @returns {Record<string, string>} the version of each installed tool */
export function versions() {
  /** @type {Record<string, string>} */
  const found = { node: process.version, zlib: process.versions.zlib ?? '' }
  for (const [tool, program] of Object.entries({
    ripgrep: 'rg',
    parallel: 'parallel',
    jq: 'jq',
    jaq: 'jaq',
    gojq: 'gojq',
    zgrep: 'zgrep',
    suzaku: 'suzaku',
    find: 'find',
    'aws-cli': 'aws',
    rclone: 'rclone',
  })) {
    const version = versionOf(program, ['--version'])
    if (version !== undefined) found[tool] = version
  }
  for (const tool of ['chdb', 'polars']) {
    const version = versionOf(python, [
      '-c',
      `from importlib.metadata import version; print(version('${tool}'))`,
    ])
    if (version !== undefined) found[tool] = version
  }
  if (existsSync(join(PEERS, 'bin/serde-search')))
    found['serde-search'] = 'serde_json 1, flate2 1 with zlib-rs'
  if (existsSync(NATIVE)) found['native'] = 'built'
  const duckdb = duckdbVersion()
  if (duckdb !== '') found['duckdb'] = duckdb
  return found
}

/** @param {string} program @param {string[]} args @returns {string | undefined} */
function versionOf(program, args) {
  const { stdout, status } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? (stdout.split('\n')[0] ?? '') : undefined
}

function duckdbVersion() {
  const script = "import('@duckdb/node-api').then((duckdb) => console.log(duckdb.version()))"
  return spawnSync(process.execPath, ['-e', script], { cwd: here, encoding: 'utf8' }).stdout.trim()
}

function quote(/** @type {string} */ text) {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
