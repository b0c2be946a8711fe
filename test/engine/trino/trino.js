// A real Trino for tests, from its published jars. As a program it runs until Ctrl-C and prints the address for TRINO_URL:
//   node test/engine/trino/trino.js [PORT]
// The first time Maven fetches the jars (420 files, 350 MB); from then on tests start a Trino by themselves.

import { execFileSync, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
/** Trino 476 is compiled for it. */
const OLDEST_JAVA = 24
const CLASS_PATH = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'trail-explore-tests',
  'trino-476.classpath',
)
const MAX_WAIT = 600_000

/**
 * What a Trino needs, or why there is none.
 * @returns {{ readonly java: string, readonly classPath: string, readonly why?: undefined } | { readonly why: string }}
 */
export function findTrino() {
  const java = findJava()
  if (java === undefined) return { why: `no JDK ${OLDEST_JAVA} or newer was found; JAVA_HOME can name one` }
  if (!existsSync(CLASS_PATH)) return { why: 'its jars were not fetched: node test/engine/trino/trino.js' }
  const classPath = readFileSync(CLASS_PATH, 'utf8').trim()
  const missing = classPath.split(delimiter).find((jar) => !existsSync(jar))
  return missing === undefined ? { java, classPath } : { why: `${missing} is missing: remove ${CLASS_PATH}` }
}

/**
 * Starts a Trino that ends with the process `owner`; gives its address.
 * @param {{ readonly java: string, readonly classPath: string }} found
 * @param {{ readonly state: string, readonly owner: number, readonly port?: number }} options `state`: an empty folder
 * @returns {Promise<string>}
 */
export async function startTrino({ java, classPath }, { state, owner, port = 0 }) {
  mkdirSync(join(state, 'metastore'), { recursive: true })
  const log = openSync(join(state, 'log'), 'w')
  // The command line is shorter than the list of jars.
  writeFileSync(join(state, 'arguments'), `-cp "${classPath.replaceAll('\\', '\\\\')}"\n`)
  const argv = [
    `-Xmx${process.env['TRINO_HEAP'] ?? '2g'}`,
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '--add-modules=jdk.incubator.vector',
    '--sun-misc-unsafe-memory-access=allow',
    `@${join(state, 'arguments')}`,
    join(HERE, 'Server.java'),
    String(port),
    state,
    String(owner),
  ]
  const server = spawn(java, argv, { cwd: state, stdio: ['ignore', log, log], detached: true })
  server.unref()
  let ended = false
  server.once('exit', () => (ended = true))
  return addressIn(state, () => ended)
}

/**
 * The address of the Trino that has this state, as soon as it is there.
 * @param {string} state
 * @param {() => boolean} hasEnded
 * @returns {Promise<string>}
 */
export async function addressIn(state, hasEnded = () => false) {
  const file = join(state, 'url')
  for (const start = Date.now(); !existsSync(file); await wait(200)) {
    const isLate = Date.now() - start > MAX_WAIT
    if (!isLate && !hasEnded()) continue
    const log = readFileSync(join(state, 'log'), 'utf8').split('\n').slice(-20).join('\n')
    throw new Error(`Trino ${isLate ? 'does not start' : 'has ended'}; its last lines:\n${log}`)
  }
  return readFileSync(file, 'utf8')
}

/** @returns {string | undefined} */
function findJava() {
  const { JAVA_HOME, PATH = '' } = process.env
  const onPath = PATH.split(delimiter)
    .map((folder) => join(folder, 'java'))
    .filter((file) => existsSync(file))
    .map((file) => dirname(dirname(realpathSync(file))))
  const installed = [
    '/usr/lib/jvm',
    '/Library/Java/JavaVirtualMachines',
    join(homedir(), '.sdkman/candidates/java'),
  ]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .flatMap((folder) => [folder, join(folder, 'Contents/Home')])
  const home = [...(JAVA_HOME ? [JAVA_HOME] : []), ...onPath, ...installed].find(
    (folder) => versionOf(folder) >= OLDEST_JAVA && existsSync(join(folder, 'bin/javac')),
  )
  return home === undefined ? undefined : join(home, 'bin/java')
}

/** @param {string} home */
function versionOf(home) {
  const file = join(home, 'release')
  return existsSync(file) ? Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) : 0
}

function fetchJars() {
  if (existsSync(CLASS_PATH)) return
  mkdirSync(dirname(CLASS_PATH), { recursive: true })
  process.stderr.write('Maven fetches the jars of Trino …\n')
  const argv = [
    '-B',
    '-q',
    '-f',
    join(HERE, 'pom.xml'),
    'dependency:build-classpath',
    `-Dmdep.outputFile=${CLASS_PATH}`,
  ]
  execFileSync('mvn', argv, { stdio: ['ignore', 2, 2] })
}

async function main() {
  fetchJars()
  const found = findTrino()
  if (found.why !== undefined) throw new Error(found.why)
  const state = mkdtempSync(join(tmpdir(), 'trail-explore-trino-'))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))
  const port = Number(process.argv[2] ?? 0)
  process.stdout.write(`TRINO_URL=${await startTrino(found, { state, owner: process.pid, port })}\n`)
  setInterval(() => {}, 1 << 30)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  main().catch((error) => {
    process.stderr.write(`error: ${error.message}\n`)
    process.exitCode = 1
  })
