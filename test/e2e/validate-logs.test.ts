// The AWS CLI's `validate-logs` and ours, on the same trees behind the same loopback server: file by file, they must
// say the same, but for what we look at and it does not.

import { execFile, execFileSync } from 'node:child_process'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { onlineKeyFinder } from '../../src/integrity/key-cache.ts'
import { openKeyService } from '../../src/integrity/key-service.ts'
import { textLine } from '../../src/integrity/report.ts'
import { verify } from '../../src/integrity/verify.ts'
import { openSource } from '../../src/source/open.ts'
import { startS3Server, type S3Server } from '../helpers/s3-server.ts'
import { mapBucket } from '../helpers/s3-bucket.ts'
import { addChain, signedTree, START, testSigner, type SignedTree } from '../helpers/signed-tree.ts'

const HOUR = 3_600_000
const REGION = 'eu-west-1'
const hasAwsCli = versionOfAwsCli() !== undefined

type Tamper = (tree: SignedTree, digests: readonly string[], logs: readonly (readonly string[])[]) => void

const SAME: readonly (readonly [string, Tamper])[] = [
  ['nothing', () => undefined],
  ['log altered', (tree, _, logs) => rewrite(tree, logs[1]![0]!, (text) => text.replace('Alice', 'Bob'))],
  ['log deleted', (tree, _, logs) => tree.objects.delete(logs[2]![1]!)],
  ['log no gzip', (tree, _, logs) => (tree.objects.get(logs[0]![0]!)!.body = Buffer.from('plain'))],
  ['digest altered', (tree, digests) => rewrite(tree, digests[2]!, (text) => text.replace('{', '{ '))],
  ['digest no JSON', (tree, digests) => rewrite(tree, digests[2]!, () => '{')],
  ['digest deleted', (tree, digests) => tree.objects.delete(digests[2]!)],
  ['newest digest deleted', (tree, digests) => tree.objects.delete(digests[3]!)],
  ['oldest digest deleted', (tree, digests) => tree.objects.delete(digests[0]!)],
  ['signature missing', (tree, digests) => (tree.objects.get(digests[3]!)!.metadata = {})],
  [
    'signature of another digest',
    (tree, digests) => (tree.objects.get(digests[1]!)!.metadata = tree.objects.get(digests[2]!)!.metadata),
  ],
  ['backfill', (tree) => void addChain(tree, { backfill: true, hours: 2, homeRegion: REGION })],
]

let server: S3Server | undefined
afterEach(async () => server?.close())

describe.skipIf(!hasAwsCli)('beside the AWS CLI (skipped where `aws` is not installed)', () => {
  it.each(SAME)('%s', async (_, tamper) => {
    const tree = signedTree({ homeRegion: REGION })
    tamper(tree, tree.chains[0]!.digests, tree.chains[0]!.logs)
    server = await serve(tree)
    const [theirs, ours] = [await validateLogs(server), await verifyLines(server)]
    expect(theirs.length).toBeGreaterThan(0)
    expect(ours).toEqual(theirs)
  })

  it('a gap', async () => {
    server = await serve(signedTree({ homeRegion: REGION, restarts: { 2: 5 } }))
    const theirs = await validateLogs(server)
    expect(theirs.filter((line) => line.startsWith('No log files were delivered'))).toHaveLength(1)
    expect(await verifyLines(server)).toEqual(theirs)
  })

  it('two digests in a row deleted: both are named, where the AWS CLI names one', async () => {
    const tree = signedTree({ homeRegion: REGION })
    const [, second, third] = tree.chains[0]!.digests
    tree.objects.delete(second!)
    tree.objects.delete(third!)
    server = await serve(tree)
    const theirs = await validateLogs(server)
    const extra = `Digest file\ts3://${tree.bucket}/${second}\tINVALID: not found`
    expect(theirs).not.toContain(extra)
    expect(await verifyLines(server)).toEqual([...theirs, extra].sort())
  })
})

async function serve(tree: SignedTree): Promise<S3Server> {
  const { der, fingerprint } = testSigner()
  const files = [...tree.objects].map(
    ([key, { body, metadata }]) => [key, { bytes: body, metadata }] as const,
  )
  return startS3Server({
    region: REGION,
    buckets: { [tree.bucket]: mapBucket(Object.fromEntries(files)) },
    publicKeys: () => [
      {
        Value: der.toString('base64'),
        Fingerprint: fingerprint,
        // Long enough for backfill digests, which are signed when they are made.
        ValidityStartTime: START / 1000 - YEAR,
        ValidityEndTime: START / 1000 + 10 * YEAR,
      },
    ],
  })
}

const YEAR = 366 * 86_400
const start = START - HOUR
const end = START + 24 * HOUR

/** The lines on files and gaps, sorted: the AWS CLI writes good and bad ones to two streams. */
async function validateLogs({ endpoint }: S3Server): Promise<string[]> {
  const args = ['cloudtrail', 'validate-logs', '--verbose', '--region', REGION]
  args.push('--trail-arn', `arn:aws:cloudtrail:${REGION}:123456789012:trail/my_trail`)
  args.push('--s3-bucket', 'trail-bucket')
  args.push('--start-time', new Date(start).toISOString(), '--end-time', new Date(end).toISOString())
  const env = { ...process.env, ...credentials(endpoint) }
  const text = await new Promise<string>((resolve) => {
    execFile('aws', args, { env }, (_, stdout, stderr) => resolve(`${stdout}\n${stderr}`))
  })
  return text
    .split('\n')
    .filter((line) => /^(\(backfill\) )?(Digest file|Log file|No log files)/.test(line))
    .sort()
}

async function verifyLines({ endpoint }: S3Server): Promise<string[]> {
  const env = credentials(endpoint)
  const source = await openSource('s3://trail-bucket/', {
    cwd: '/',
    env,
    stdin: async function* () {},
  })
  const keys = onlineKeyFinder(openKeyService(env), undefined)
  const lines: string[] = []
  for await (const finding of verify([source], { keys, start, end })) {
    if (finding.verdict !== 'uncovered' && finding.reason !== 'ends-early') lines.push(textLine(finding))
  }
  source.close?.()
  return lines.sort()
}

function credentials(endpoint: string) {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  }
}

function rewrite(tree: SignedTree, key: string, change: (text: string) => string): void {
  const object = tree.objects.get(key)!
  object.body = gzipSync(change(gunzipSync(object.body).toString()))
}

function versionOfAwsCli(): string | undefined {
  try {
    return execFileSync('aws', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
