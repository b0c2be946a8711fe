// Runs every command that walks a tree with the same query on the tree on disk and in a bucket.

import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAYS, FIRST, type LayoutFile, layoutQuestion, type LayoutQuestion, layoutTree } from './layouts.ts'
import { writeFiles } from './log-tree.ts'
import { runCli, type CliResult } from './run-cli.ts'
import { type Bucket, mapBucket } from './s3-bucket.ts'
import { S3_ENV } from './s3-cli.ts'

export const TREE_COMMANDS = ['lookup', 'summary', 'ls', 'download', 'verify'] as const
export type TreeCommand = (typeof TREE_COMMANDS)[number]

/** The server of the trees; the bucket of each exists only while it is queried. */
export interface TreeServer {
  readonly endpoint: string
  readonly buckets: Record<string, Bucket>
}

export interface Compared {
  readonly question: LayoutQuestion
  /** By command: what it found on disk and in the bucket, and what it must find; undefined where only the two are compared. */
  readonly answers: readonly {
    readonly command: TreeCommand
    readonly disk: readonly string[]
    readonly bucket: readonly string[]
    readonly expected: readonly string[] | undefined
  }[]
}

// In memory if possible, because thousands of folders are created and deleted.
const TEMP = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Everything for one seed: the tree, the query, and the result of each command. */
export async function askEverywhere(
  seed: number,
  server: TreeServer,
  commands: readonly TreeCommand[],
): Promise<Compared> {
  const { files, others } = layoutTree(seed)
  const question = layoutQuestion(seed)
  const folder = await mkdtemp(join(TEMP, 'trail-explore-tree-'))
  const name = `tree-${seed}`
  const content = { ...others, ...Object.fromEntries(files.map(({ key, bytes }) => [key, bytes])) }
  try {
    await writeFiles(folder, content)
    server.buckets[name] = mapBucket(content)
    const answers = await Promise.all(
      commands.map(async (command) => ({
        command,
        disk: await answer(command, folder, `${folder}/`, question, []),
        bucket: await answer(command, `s3://${name}`, `s3://${name}/`, question, [
          '--endpoint-url',
          server.endpoint,
        ]),
        expected: expectedOf(command, files, question),
      })),
    )
    return { question, answers }
  } finally {
    delete server.buckets[name]
    await rm(folder, { recursive: true })
  }
}

const NOW = new Date(FIRST + (DAYS + 1) * 86_400_000).toISOString()

async function answer(
  command: TreeCommand,
  source: string,
  root: string,
  question: LayoutQuestion,
  options: readonly string[],
): Promise<string[]> {
  const { stdout, stderr, code } = await runCli(
    [command, source, ...ARGUMENTS[command], ...flagsOf(question), ...options],
    { env: S3_ENV, now: NOW },
  )
  // A tree without digests cannot be verified, which gives exit code 3. Everything else succeeds.
  const isExpected =
    code === 0 || (command === 'verify' && code === 3) || nothingThere({ stdout, stderr, code })
  if (!isExpected) return [`exit ${code}: ${stderr}`]
  return PARSERS[command](stdout, root).sort()
}

function nothingThere({ code, stderr }: CliResult): boolean {
  return code === 1 && stderr.startsWith('error: no CloudTrail log files')
}

const ARGUMENTS: Readonly<Record<TreeCommand, readonly string[]>> = {
  lookup: ['-o', 'jsonl', '-q', '--read-only', 'any'],
  summary: ['-o', 'json', '-q', '--by', 'event-id', '--top', '1000'],
  ls: ['--depth', 'file', '-o', 'json', '-q'],
  download: ['to', '--dry-run', '-q'],
  verify: ['-o', 'json', '-q', '--public-keys', 'samples/public-keys.json'],
}

const PARSERS: Readonly<Record<TreeCommand, (stdout: string, root: string) => string[]>> = {
  lookup: (stdout) => linesOf(stdout).map((line) => (JSON.parse(line) as { eventID: string }).eventID),
  summary(stdout) {
    if (stdout === '') return []
    const { counts } = JSON.parse(stdout) as { counts: Record<string, { value: string; events: number }[]> }
    return counts['eventId']!.flatMap(({ value, events }) => Array.from({ length: events }, () => value))
  },
  ls: (stdout, root) =>
    linesOf(stdout).flatMap((line) => /"([^"]*\/[^"]*)"/.exec(line)?.[1]?.replace(root, '') ?? []),
  download: (stdout, root) => linesOf(stdout).map((line) => line.split('\t')[1]!.replace(root, '')),
  verify(stdout, root) {
    const { findings } = JSON.parse(stdout) as { findings: { uri: string; reason: string }[] }
    return findings.map(({ uri, reason }) => `${uri.replace(root, '')} ${reason}`)
  },
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

const iso = (time: number): string => new Date(time).toISOString()

function flagsOf({ start, end, account, region }: LayoutQuestion): string[] {
  return [
    ...(start === undefined ? [] : ['--start', iso(start)]),
    ...(end === undefined ? [] : ['--end', iso(end)]),
    ...(account === undefined ? [] : ['--account', account]),
    ...(region === undefined ? [] : ['--region', region]),
  ]
}

// Expected results that need no walk: every event, and every file that still has CloudTrail's name.
function expectedOf(
  command: TreeCommand,
  files: readonly LayoutFile[],
  { start = -Infinity, end = Infinity, account, region }: LayoutQuestion,
): readonly string[] | undefined {
  const isWanted = (one: { readonly account: string; readonly region: string }): boolean =>
    (account ?? one.account) === one.account && (region ?? one.region) === one.region
  if (command === 'lookup' || command === 'summary') {
    return files
      .flatMap(({ events }) => events)
      .filter((event) => isWanted(event) && event.time >= start && event.time <= end)
      .map(({ id }) => id)
      .sort()
  }
  if (command !== 'verify') return undefined
  return files
    .filter((file) => isWanted(file) && (file.delivered ?? Number.NaN) >= start && file.delivered! <= end)
    .map(({ key }) => `${key} no-digests`)
    .sort()
}
