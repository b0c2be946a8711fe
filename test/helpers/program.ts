// Runs the built program as a process. `npm test` builds it first; the machine's environment is not passed on.

import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

export const BIN = join(ROOT, 'bin/trail-explore.js')

export interface ProgramResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface ProgramOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Called when the process has started, before anything is read from it. */
  readonly started?: (child: ChildProcess) => void | Promise<void>
}

/** Runs any shell command line, in which `trail-explore` and `npx trail-explore` are the built program. */
export function runShell(script: string, options: ProgramOptions = {}): Promise<ProgramResult> {
  const named = `trail-explore() { "${process.execPath}" "${BIN}" "$@"; }; npx() { "$@"; }\n`
  return collect('bash', ['-c', named + script], options)
}

export function runProgram(argv: readonly string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  return collect(process.execPath, [BIN, ...argv], options)
}

async function collect(
  file: string,
  argv: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  if (!existsSync(join(ROOT, 'dist/bundle/main.cjs'))) throw new Error('not built: npm run build')
  const { PATH = '' } = process.env
  const child = spawn(file, argv, {
    cwd: options.cwd ?? ROOT,
    env: { PATH, HOME: '/dev/null/nowhere', TZ: 'UTC', NODE_DISABLE_COMPILE_CACHE: '1', ...options.env },
    // A pipe as standard input would be the source if none is named.
    stdio: [options.started ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  await options.started?.(child)
  child.stdin?.end()
  const [stdout, stderr] = [textOf(child.stdout!), textOf(child.stderr!)]
  return { code: await ended, stdout: await stdout, stderr: await stderr }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}
