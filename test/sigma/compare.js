#!/usr/bin/env node
// @ts-check
// Asks the same Sigma rules of the same records twice, of `detect` and of rsigma, an evaluator that others wrote, and
// prints every rule of which the two find different events. README.md says how, and what was found.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../..')

const HELP = `Usage: node test/sigma/compare.js [options] [source...]

  --rules PATH    a rule file or a folder of them; repeatable (default: the rules that come with the program)
  source          as for lookup (default: the samples)

Needs cargo, which fetches and builds rsigma (two minutes, once), and a build of the program. Ends with 1 when the two differ.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rules: { type: 'string', multiple: true, default: [] }, help: { type: 'boolean', short: 'h' } },
})

if (values.help) console.log(HELP)
else if (run('cargo', ['--version']).status !== 0)
  console.log('skipped: cargo, which builds rsigma, is not here')
else process.exitCode = compare()

function compare() {
  const built = run('cargo', [
    'build',
    '--release',
    '--quiet',
    '--manifest-path',
    join(here, 'rsigma/Cargo.toml'),
  ])
  if (built.status !== 0) {
    console.log(`skipped: rsigma cannot be built here:\n${built.stderr.toString().trim()}`)
    return 0
  }
  const work = mkdtempSync(join(tmpdir(), 'sigma-'))
  try {
    const sources = positionals.length > 0 ? positionals : [join(root, 'samples/logs')]
    // Both are given the same bytes: one record a line, each event once, in the order of time, which correlations need.
    const records = program([
      'lookup',
      ...sources,
      '--read-only',
      'any',
      '--kind',
      'all',
      '--order',
      'asc',
      '-o',
      'jsonl',
      '--no-index',
    ])
    const file = join(work, 'records.jsonl')
    writeFileSync(file, records)
    const ids = lines(records).map((record) => JSON.parse(record).eventID ?? JSON.parse(record).eventId)
    const paths = values.rules.length > 0 ? values.rules : [join(root, 'rules')]
    const { found, titles } = ours(file, paths)
    return report(found, theirs(file, paths, ids), titles, ids.length)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @typedef {Map<string, Set<string>>} Matches event IDs by rule; of a correlation those of events that complete it */

function ours(/** @type {string} */ file, /** @type {readonly string[]} */ paths) {
  const rules = ['--no-pack', ...paths.flatMap((path) => ['--rules', path])]
  const asked = ['detect', file, ...rules, '--kind', 'all', '--min-level', 'informational', '-o', 'jsonl']
  /** @type {Map<string, string>} */
  const titles = new Map()
  for (const line of lines(
    program(['detect', ...rules, '--list', '--min-level', 'informational', '-o', 'jsonl']),
  )) {
    const { rule, ruleId } = JSON.parse(line)
    titles.set(ruleId, rule)
  }
  /** @type {Matches} */
  const found = new Map(Array.from(titles.keys(), (id) => [id, new Set()]))
  for (const line of lines(program([...asked, '--events']))) {
    const { ruleId, eventId } = JSON.parse(line)
    found.get(ruleId)?.add(eventId)
  }
  return { found, titles }
}

/** @returns {Matches} */
function theirs(
  /** @type {string} */ file,
  /** @type {readonly string[]} */ paths,
  /** @type {readonly string[]} */ ids,
) {
  const target = process.env['CARGO_TARGET_DIR'] ?? join(here, 'rsigma/target')
  const done = run(join(target, 'release/rsigma-match'), paths.flatMap(ruleFiles), readFileSync(file))
  if (done.status !== 0) throw new Error(`rsigma: ${done.stderr.toString()}`)
  process.stdout.write(done.stderr.toString().replaceAll(/^(?=refused)/gm, 'rsigma '))
  /** @type {Matches} */
  const found = new Map()
  for (const line of lines(done.stdout)) {
    const [rule, number] = JSON.parse(line)
    const events = found.get(rule) ?? new Set()
    found.set(rule, events.add(ids[number] ?? ''))
  }
  return found
}

/** @param {Matches} a ours @param {Matches} b theirs @param {ReadonlyMap<string, string>} titles @param {number} records */
function report(a, b, titles, records) {
  const rules = [...new Set([...a.keys(), ...b.keys()])].sort()
  let hits = 0
  let differing = 0
  for (const rule of rules) {
    const [left, right] = [a.get(rule) ?? new Set(), b.get(rule) ?? new Set()]
    hits += left.size
    const onlyOurs = [...left].filter((id) => !right.has(id))
    const onlyTheirs = [...right].filter((id) => !left.has(id))
    if (onlyOurs.length + onlyTheirs.length === 0) continue
    differing++
    console.log(
      `${titles.get(rule) ?? rule}: ${left.size} here, ${right.size} there; only here ${onlyOurs.length}${first(onlyOurs)}, only there ${onlyTheirs.length}${first(onlyTheirs)}${a.has(rule) ? '' : ', refused here'}`,
    )
  }
  console.log(`${rules.length} rules, ${records} records, ${hits} matches, ${differing} rules differ`)
  return differing > 0 ? 1 : 0
}

function first(/** @type {readonly string[]} */ ids) {
  return ids.length === 0 ? '' : ` (${ids[0]})`
}

/** @returns {readonly string[]} */
function ruleFiles(/** @type {string} */ path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/i.test(name))
    .sort()
    .map((name) => join(path, name))
}

function program(/** @type {readonly string[]} */ args) {
  const done = run(process.execPath, [join(root, 'bin/trail-explore.js'), ...args])
  // 1: something is named on stderr, such as a rule that is refused; what can be asked was asked.
  if (done.status !== 0 && done.status !== 1) throw new Error(done.stderr.toString())
  process.stdout.write(done.stderr.toString().replaceAll(/^(?!refused).*\n?/gm, ''))
  return done.stdout
}

/** @param {string} command @param {readonly string[]} args @param {Buffer} [input] */
function run(command, args, input) {
  const done = spawnSync(command, args, { maxBuffer: 1 << 30, ...(input && { input }) })
  const nothing = Buffer.alloc(0)
  return { status: done.status, stdout: done.stdout ?? nothing, stderr: done.stderr ?? nothing }
}

function lines(/** @type {Buffer} */ text) {
  return text
    .toString()
    .split('\n')
    .filter((line) => line !== '')
}
