// @ts-check
// Runs one command in a child process and measures its time and the peak memory of its largest process. Output goes to a
// file, so that no reader affects the time.

import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'

/** @typedef {{ seconds: number, peakMb: number | undefined, cpuSeconds: number | undefined, status: number }} Run */

// GNU time reports the peak memory of the largest process below it, however short-lived: polling /proc would miss some.
const TIME = existsSync('/usr/bin/time') ? '/usr/bin/time' : undefined

/**
 * @param {string} command a shell command
 * @param {{ out: string, err: string, usage: string }} files where stdout, stderr and the report of `time` go
 * @returns {Promise<Run>}
 */
export async function measure(command, files) {
  /** @type {[string, ...string[]]} */
  const shell = ['/bin/sh', '-c', command]
  const [program, ...args] = TIME ? [TIME, '-o', files.usage, '-f', '%M %U %S', ...shell] : shell
  const [out, err] = [openSync(files.out, 'w'), openSync(files.err, 'w')]
  const started = performance.now()
  const status = await ended(spawn(program, args, { stdio: ['ignore', out, err] }))
  const seconds = (performance.now() - started) / 1000
  closeSync(out)
  closeSync(err)
  return { seconds, status, ...(TIME ? usage(files.usage) : { peakMb: undefined, cpuSeconds: undefined }) }
}

/** The middle value, or the mean of the two in the middle. */
export function median(/** @type {readonly number[]} */ values) {
  const sorted = [...values].sort((left, right) => left - right)
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code ?? -1))
  })
}

function usage(/** @type {string} */ file) {
  const line = readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? ''
  const [kilobytes = 0, user = 0, system = 0] = line.split(' ').map(Number)
  return { peakMb: kilobytes / 1024, cpuSeconds: user + system }
}
