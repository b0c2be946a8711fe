// How many events `trace` can say the origin of, counted in two ways that share no code: from the records alone, as simply as
// can be (is the key of the event in the answer of a call that issues keys?), and from what `trace` and `lookup` print. From the
// command line, after a build: node test/trace/coverage.js FOLDER… prints both for each folder and for all of them together.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../bin/trail-explore.js', import.meta.url))

/** What the simple count tells apart. Only events with a temporary or an issued key are counted. */
export const SIMPLE = ['by key', 'by key, of several calls', 'console', 'forwarded', 'none of these']

/**
 * @param {Record<string, any>[]} records
 * @returns {(record: Record<string, any>) => string | undefined} undefined for an event that is not counted
 */
export function simpleCount(records) {
  const calls = new Map()
  for (const { errorCode, responseElements, sharedEventID, eventID } of records) {
    if (errorCode) continue
    for (const { accessKeyId } of [responseElements?.credentials ?? {}, responseElements?.accessKey ?? {}]) {
      if (!accessKeyId) continue
      if (!calls.has(accessKeyId)) calls.set(accessKeyId, new Set())
      calls.get(accessKeyId).add(sharedEventID ?? eventID)
    }
  }
  return ({ userIdentity, sessionCredentialFromConsole }) => {
    const key = userIdentity?.accessKeyId
    const issuers = calls.get(key)?.size ?? 0
    if (issuers > 0) return issuers === 1 ? 'by key' : 'by key, of several calls'
    if (!key?.startsWith('ASIA')) return undefined
    if (String(sessionCredentialFromConsole) === 'true') return 'console'
    return userIdentity.invokedBy ? 'forwarded' : 'none of these'
  }
}

/** What `trace` says of the session of an event. */
export function traced({ kind, known = 'no session' }) {
  const what = known.replace(/: \w+ [\da-f]{1,8}$|: \w+$/, '')
  if (what.startsWith('ambiguous')) return `ambiguous, ${what.slice(what.lastIndexOf(', ') + 2)}`
  return kind === undefined || kind === 'key' ? what : `one ${kind} session, ${what}`
}

/** Prints the program's rows of JSON. */
function rows(...args) {
  const { stdout, stderr, error } = spawnSync(process.execPath, [PROGRAM, ...args, '-o', 'jsonl'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (error) throw error
  if (stdout === '') process.stderr.write(stderr)
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
}

/**
 * Number of events for each pair of what the records alone say and what `trace` says.
 * @param {readonly string[]} folders
 */
export function coverage(folders) {
  const records = rows('lookup', ...folders)
  const sessions = new Map(rows('trace', '*', ...folders).map((row) => [row.session, row]))
  const simple = simpleCount(records)
  const pairs = new Map()
  rows('lookup', ...folders, '--columns', 'session').forEach(({ session }, i) => {
    const kind = simple(records[i])
    if (kind === undefined) return
    const pair = `${kind}\t${traced(sessions.get(session) ?? {})}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  })
  return { events: records.length, pairs }
}

/** Lines of a table. */
export function report({ events, pairs }) {
  const all = [...pairs.values()].reduce((sum, n) => sum + n, 0)
  const line = (indent, text, n) =>
    `${indent}${text.padEnd(62 - indent.length)}${String(n).padStart(7)}${((100 * n) / all).toFixed(1).padStart(7)} %`
  return [
    `${events} events, ${all} of them with a temporary or an issued key`,
    ...SIMPLE.flatMap((kind) => {
      const of = [...pairs].filter(([pair]) => pair.startsWith(`${kind}\t`)).sort(([, a], [, b]) => b - a)
      const sum = of.reduce((total, [, n]) => total + n, 0)
      return [
        line('  ', `from the records: ${kind}`, sum),
        ...of.map(([pair, n]) => line('    ', `trace: ${pair.slice(kind.length + 1)}`, n)),
      ]
    }),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folders = process.argv.slice(2)
  if (folders.length === 0) {
    process.stderr.write('usage: node test/trace/coverage.js FOLDER…\n')
    process.exitCode = 2
  }
  for (const set of folders.length > 1 ? [...folders.map((folder) => [folder]), folders] : [folders])
    if (set.length > 0) process.stdout.write(`${set.join(' ')}\n${report(coverage(set)).join('\n')}\n\n`)
}
