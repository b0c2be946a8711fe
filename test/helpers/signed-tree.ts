// Builds CloudTrail trees with digest files signed like CloudTrail's, with a key pair of its own. A tree is created in
// memory, where tests tamper with it, and then written to disk or served as a bucket.

import { generateKeyPairSync } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { hashOf, signedDigest, signerOf, type Link, type Signer } from '../../samples/build/signing.js'
import { SourceError, type Source } from '../../src/source/source.ts'

export interface StoredObject {
  body: Buffer
  metadata: Record<string, string>
}

export interface SignedTree {
  readonly bucket: string
  readonly objects: Map<string, StoredObject>
  readonly chains: SignedChain[]
}

export interface SignedChain {
  readonly spec: ChainSpec
  /** Oldest first. */
  readonly digests: string[]
  /** The log files of each digest. */
  readonly logs: string[][]
}

export interface ChainSpec {
  readonly account: string
  readonly region: string
  readonly trail: string
  readonly homeRegion: string
  readonly prefix: string
  readonly organization: string
  /** Start of the first digest, epoch milliseconds. */
  readonly start: number
  readonly hours: number
  readonly logsPerHour: number
  /** Digests (by number, from 0) that restart the chain, and the number of hours without digests before each. */
  readonly restarts: Readonly<Record<number, number>>
  readonly backfill: boolean
  readonly signer: Signer
  /** Content of a log file of an hour; a small `Records` document by default. */
  readonly content: (hour: number, number: number) => Buffer
}

const HOUR = 3_600_000

export const START = Date.parse('2024-03-10T20:01:31Z')

/** Creates a signer with a new RSA key; `form` is the encoding of its public key. */
function newSigner(form: 'pkcs1' | 'spki' = 'pkcs1'): Signer {
  return signerOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, form)
}

const shared = new Map<string, Signer>()

/** The same signer for all tests of a file, because creating keys takes a while. */
export function testSigner(name: string = 'first', form: 'pkcs1' | 'spki' = 'pkcs1'): Signer {
  const id = `${name} ${form}`
  const signer = shared.get(id) ?? newSigner(form)
  shared.set(id, signer)
  return signer
}

/** A tree with one chain for each spec. */
export function signedTree(...specs: readonly Partial<ChainSpec>[]): SignedTree {
  const tree: SignedTree = { bucket: 'trail-bucket', objects: new Map(), chains: [] }
  for (const spec of specs.length === 0 ? [{}] : specs) addChain(tree, spec)
  return tree
}

export function addChain(tree: SignedTree, partial: Partial<ChainSpec>): SignedChain {
  const spec: ChainSpec = {
    account: '123456789012',
    region: 'eu-west-1',
    trail: 'my_trail',
    homeRegion: 'us-east-1',
    prefix: '',
    organization: '',
    start: START,
    hours: 4,
    logsPerHour: 2,
    restarts: {},
    backfill: false,
    signer: partial.signer ?? testSigner(),
    content: (hour, number) => sampleLog(partial, hour, number),
    ...partial,
  }
  const chain: SignedChain = { spec, digests: [], logs: [] }
  let start = spec.start
  let previous: Link | undefined
  for (let hour = 0; hour < spec.hours; hour++) {
    const silence = spec.restarts[hour]
    if (silence !== undefined) {
      start += silence * HOUR
      previous = undefined
    }
    const end = start + HOUR
    const logs = Array.from({ length: spec.logsPerHour }, (_, number) =>
      addLog(tree, spec, hour, number, start),
    )
    const place = { ...spec, root: rootOf(spec) }
    const { text, ...link } = signedDigest(spec.signer, place, {
      bucket: tree.bucket,
      start,
      end,
      logs,
      previous,
    })
    const { key, metadata } = link
    tree.objects.set(key, { body: gzipSync(text), metadata })
    chain.digests.push(key)
    chain.logs.push(logs.map(({ key }) => key))
    previous = link
    start = end
  }
  tree.chains.push(chain)
  return chain
}

export interface WriteOptions {
  /** Which digests keep their signature in a side-car. */
  readonly sidecars?: 'all' | 'newest' | 'none'
  /** Removed from the beginning of every key, for a copy of a part of the bucket. */
  readonly without?: string
}

/** Writes a tree below `folder`. */
export async function writeTree(tree: SignedTree, folder: string, options: WriteOptions = {}): Promise<void> {
  const { sidecars = 'all', without = '' } = options
  const newest = new Set(tree.chains.map(({ digests }) => digests.at(-1)))
  for (const [key, { body, metadata }] of tree.objects) {
    const file = join(folder, key.startsWith(without) ? key.slice(without.length) : key)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, body)
    const isKept = sidecars === 'all' || (sidecars === 'newest' && newest.has(key))
    if (metadata['signature'] === undefined || !isKept) continue
    await writeFile(`${file.replace(/\.json$/, '.json.gz')}.metadata.json`, JSON.stringify(metadata))
  }
}

/** The tree as a bucket, without a network: a source with object metadata. */
export function bucketSource(tree: SignedTree, prefix = ''): Source {
  return {
    uri: `s3://${tree.bucket}/${prefix}`,
    start: prefix,
    remote: true,
    display: (key) => `s3://${tree.bucket}/${key}`,
    list(folder) {
      const below = [...tree.objects.keys()].filter((key) => key.startsWith(folder)).sort()
      const folders = new Set<string>()
      const objects: { key: string }[] = []
      for (const key of below) {
        const slash = key.indexOf('/', folder.length)
        if (slash < 0) objects.push({ key })
        else folders.add(key.slice(0, slash + 1))
      }
      return Promise.resolve({ folders: [...folders], objects })
    },
    read({ key }) {
      const found = tree.objects.get(key)
      if (!found) return Promise.reject(new SourceError('not-found', 'no such key'))
      return Promise.resolve({ bytes: found.body, metadata: found.metadata })
    },
  }
}

function addLog(tree: SignedTree, spec: ChainSpec, hour: number, number: number, start: number) {
  const delivered = start + (number + 1) * 60_000
  const unique = hashOf(Buffer.from(`${spec.account}${spec.region}${spec.trail}${hour}/${number}`)).slice(
    0,
    16,
  )
  const name = `${spec.account}_CloudTrail_${spec.region}_${compact(delivered).slice(0, 13)}Z_${unique}.json.gz`
  const key = `${rootOf(spec)}/${spec.account}/CloudTrail/${spec.region}/${day(delivered)}/${name}`
  const content = spec.content(hour, number)
  tree.objects.set(key, { body: gzipSync(content), metadata: {} })
  return { key, hash: hashOf(content), oldest: start, newest: start + HOUR }
}

function sampleLog({ account, region }: Partial<ChainSpec>, hour: number, number: number): Buffer {
  const record = {
    eventVersion: '1.09',
    userIdentity: { type: 'IAMUser', userName: 'Alice' },
    eventTime: iso(START + hour * HOUR + number * 60_000),
    eventSource: 'ec2.amazonaws.com',
    eventName: 'DescribeInstances',
    awsRegion: region ?? 'eu-west-1',
    eventID: `00000000-0000-4000-8000-${String(hour * 1000 + number).padStart(12, '0')}`,
    recipientAccountId: account ?? '123456789012',
  }
  return Buffer.from(JSON.stringify({ Records: [record] }))
}

function rootOf({ prefix, organization }: ChainSpec): string {
  return `${prefix}AWSLogs${organization === '' ? '' : `/${organization}`}`
}

function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

function compact(time: number): string {
  return iso(time).replaceAll(/[-:Z]/g, '')
}

function day(time: number): string {
  return iso(time).slice(0, 10).replaceAll('-', '/')
}
