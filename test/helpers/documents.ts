// The documents whose commands are run, and the environment for them: a copy of the repository, and a bucket
// `my-bucket` on a loopback server that contains the samples.

import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { shellWords } from './case-file.ts'
import type { DocumentedCommand } from './markdown.ts'
import { entryOf } from './history-events.ts'
import { type HistoryEntry, startHistoryServer } from './history-server.ts'
import { type CliResult, runCli } from './run-cli.ts'
import { runShell } from './program.ts'
import { ROOT } from './root.ts'
import { type BucketFile, mapBucket } from './s3-bucket.ts'
import { addChain, type SignedTree, testSigner } from './signed-tree.ts'
import { type PublicKeyEntry, startS3Server } from './s3-server.ts'

/** The bucket that the documents use. */
const BUCKET = 'my-bucket'

/** The organization's trail into the bucket. */
const TRAIL = {
  Name: 'management-events',
  TrailARN: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/management-events',
  HomeRegion: 'us-east-1',
  S3BucketName: BUCKET,
  IsMultiRegionTrail: true,
  IsOrganizationTrail: true,
  IncludeGlobalServiceEvents: true,
  LogFileValidationEnabled: true,
}

/** Paths relative to the repository. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'samples/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

export function textOf(document: string): string {
  return readFileSync(join(ROOT, document), 'utf8')
}

export interface Playground {
  /** Runs a command as on a terminal of 100 columns; with a pipe or redirection, in a real shell. */
  run(one: DocumentedCommand): Promise<Ran>
  /** The same with colours, for a picture. */
  picture(one: DocumentedCommand): Promise<CliResult>
  close(): Promise<void>
}

export interface Ran extends CliResult {
  /** False if a program that the command pipes into is not installed, so that the output differs from the document. */
  readonly whole: boolean
}

/** Creates a folder for one document, in which commands may leave files behind. */
export async function openPlayground(): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), 'trail-explore-docs-'))
  for (const name of readdirSync(ROOT)) symlinkSync(join(ROOT, name), join(folder, name))
  const home = join(folder, '.home')
  mkdirSync(join(home, '.aws'), { recursive: true })
  const credentials = join(home, '.aws/credentials')
  // The SDK looks for profiles in the environment of the process.
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = credentials
  writeFileSync(credentials, '[audit]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n')
  const server = await startS3Server({ buckets: { [BUCKET]: mapBucket(sampleFiles()) }, publicKeys })
  const history = await startHistoryServer({
    events: { 'us-east-1': sampleEvents('us-east-1'), 'eu-west-1': sampleEvents('eu-west-1') },
    burst: 100,
    others: {
      DescribeTrails: () => ({ trailList: [TRAIL] }),
      GetTrailStatus: () => ({
        IsLogging: true,
        LatestDeliveryTime: Date.parse('2024-08-18T23:55:00Z') / 1000,
      }),
      GetEventSelectors: () => ({}),
      GetInsightSelectors: () => ({}),
      ListPublicKeys: ({ StartTime, EndTime }) => ({
        PublicKeyList: publicKeys(Number(StartTime), Number(EndTime)),
      }),
    },
  })
  const env = {
    HOME: home,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_ENDPOINT_URL_CLOUDTRAIL: history.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  }
  const inProcess = (command: string, more: Readonly<Record<string, string>>) => {
    const [, ...argv] = shellWords(command.replace(/^npx /, ''))
    return runCli(argv, { cwd: folder, tty: true, columns: 100, env: { ...env, ...more } })
  }
  return {
    async run({ command }) {
      const served = command.replaceAll('http://127.0.0.1:9000', server.endpoint)
      if (!/[|>;&`]|\$\(/.test(served.replace(/'[^']*'/g, '')))
        return { ...(await inProcess(served, { NO_COLOR: '1' })), whole: true }
      const runnable = withoutMissing(served)
      const { code, ...ran } = await runShell(`set -o pipefail; ${runnable}`, { cwd: folder, env })
      return { ...ran, code: code ?? 1, whole: runnable === served }
    },
    picture: ({ command }) => inProcess(command, {}),
    async close() {
      await server.close()
      await history.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The organization at the root and below `production/`, a trail with digest files, and a single file. */
function sampleFiles(): Record<string, BucketFile> {
  const folder = join(ROOT, 'samples/logs/organization')
  const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json.gz'))
    .map((path) => ({ key: path.replaceAll('\\', '/'), bytes: readFileSync(join(folder, path)) }))
  const signed: SignedTree = { bucket: BUCKET, objects: new Map(), chains: [] }
  addChain(signed, { start: Date.parse('2024-08-18T08:01:31Z') })
  return Object.fromEntries([
    ...logs
      .filter(({ key }) => ['111122223333', '444455556666'].some((account) => key.includes(`/${account}/`)))
      .map(
        ({ key, bytes }) => [key.includes('444455556666') ? `production/${key}` : key, { bytes }] as const,
      ),
    ...[...signed.objects].map(([key, { body, metadata }]) => [key, { bytes: body, metadata }] as const),
    ['file.json.gz', { bytes: logs[0]!.bytes }],
  ])
}

/** Event history of the samples' first account in a Region. */
function sampleEvents(region: string): readonly HistoryEntry[] {
  const folder = join(ROOT, 'samples/logs/organization')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.includes(`/111122223333/CloudTrail/${region}/`) && path.endsWith('.json.gz'))
  return files.flatMap((path) => {
    const { Records } = JSON.parse(gunzipSync(readFileSync(join(folder, path))).toString()) as {
      Records: readonly Record<string, never>[]
    }
    return Records.map(entryOf)
  })
}

function publicKeys(from: number, to: number): readonly PublicKeyEntry[] {
  const { der, fingerprint } = testSigner()
  const value = der.toString('base64')
  return [{ Value: value, Fingerprint: fingerprint, ValidityStartTime: from, ValidityEndTime: to }]
}

/** A pipeline up to the first program that is not installed. */
function withoutMissing(command: string): string {
  const at = [...command.matchAll(/ \| (\w+)/g)].find(([, program]) => !isInstalled(program!))
  return at ? `${command.slice(0, at.index)} > /dev/null` : command
}

function isInstalled(program: string): boolean {
  if (program === 'trail' || program === 'npx') return true // defined by runShell
  try {
    execFileSync('bash', ['-c', `command -v ${program}`], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}
