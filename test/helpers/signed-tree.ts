// Builds CloudTrail trees with digest files as CloudTrail signs them, with a key pair of its own. A tree is made in
// memory, where tests tamper with it, and then written to disk or served as a bucket.

import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { SourceError, type Source } from '../../src/source/source.ts'

export interface Signer {
  readonly fingerprint: string
  readonly der: Buffer
  sign(data: string): string
}

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
  /** Digests (by number, from 0) that start the chain anew, and after how many hours without any. */
  readonly restarts: Readonly<Record<number, number>>
  readonly backfill: boolean
  readonly signer: Signer
  /** What a log file of an hour holds; a small `Records` document by default. */
  readonly content: (hour: number, number: number) => Buffer
}

const HOUR = 3_600_000

export const START = Date.parse('2024-03-10T20:01:31Z')

/** Makes a signer with a fresh RSA key; `form` is how its public half is written. */
export function newSigner(form: 'pkcs1' | 'spki' = 'pkcs1'): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return signerOf(publicKey, privateKey, form)
}

const shared = new Map<string, Signer>()

/** The same signer for everyone in a test file: making keys takes a while. */
export function testSigner(name: string = 'first', form: 'pkcs1' | 'spki' = 'pkcs1'): Signer {
  const id = `${name} ${form}`
  const signer = shared.get(id) ?? newSigner(form)
  shared.set(id, signer)
  return signer
}

/** Saved ListPublicKeys output, as the AWS CLI prints it. */
export function publicKeyFile(...signers: readonly Signer[]): string {
  const list = signers.map(({ der, fingerprint }) => ({
    Value: der.toString('base64'),
    ValidityStartTime: '2024-01-01T00:00:00+00:00',
    ValidityEndTime: '2024-12-31T00:00:00+00:00',
    Fingerprint: fingerprint,
  }))
  return JSON.stringify({ PublicKeyList: list }, undefined, 4)
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
  let previous: { key: string; hash: string; signature: string } | undefined
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
    const key = digestKey(spec, end)
    const text = JSON.stringify({
      awsAccountId: spec.account,
      digestStartTime: iso(start),
      digestEndTime: iso(end),
      digestS3Bucket: tree.bucket,
      digestS3Object: key,
      digestPublicKeyFingerprint: spec.signer.fingerprint,
      digestSignatureAlgorithm: 'SHA256withRSA',
      newestEventTime: logs.length > 0 ? iso(end) : null,
      oldestEventTime: logs.length > 0 ? iso(start) : null,
      previousDigestS3Bucket: previous ? tree.bucket : null,
      previousDigestS3Object: previous?.key ?? null,
      previousDigestHashValue: previous?.hash ?? null,
      previousDigestHashAlgorithm: previous ? 'SHA-256' : null,
      previousDigestSignature: previous?.signature ?? null,
      logFiles: logs.map(({ key, hash }) => ({
        s3Bucket: tree.bucket,
        s3Object: key,
        hashValue: hash,
        hashAlgorithm: 'SHA-256',
        newestEventTime: iso(end),
        oldestEventTime: iso(start),
      })),
    })
    const hash = hashOf(Buffer.from(text))
    const signature = signatureFor(spec.signer, { end, bucket: tree.bucket, key, hash }, previous?.signature)
    tree.objects.set(key, { body: gzipSync(text), metadata: digestMetadata(signature, spec, end) })
    chain.digests.push(key)
    chain.logs.push(logs.map(({ key }) => key))
    previous = { key, hash, signature }
    start = end
  }
  tree.chains.push(chain)
  return chain
}

export interface WriteOptions {
  /** Which digests keep their signature beside them. */
  readonly sidecars?: 'all' | 'newest' | 'none'
  /** Cut from the beginning of every key: a copy of a part of the bucket. */
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

function signerOf(publicKey: KeyObject, privateKey: KeyObject, form: 'pkcs1' | 'spki'): Signer {
  const der = publicKey.export({ format: 'der', type: form })
  return {
    der,
    fingerprint: createHash('md5').update(der).digest('hex'),
    sign: (data) => sign('RSA-SHA256', Buffer.from(data), privateKey).toString('hex'),
  }
}

/** The signature that CloudTrail would make. `end` in epoch milliseconds, `hash` of the inflated bytes. */
export function signatureFor(
  signer: Signer,
  digest: { end: number; bucket: string; key: string; hash: string },
  previousSignature: string | undefined,
): string {
  const { end, bucket, key, hash } = digest
  return signer.sign(`${iso(end)}\n${bucket}/${key}\n${hash}\n${previousSignature ?? 'null'}`)
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function addLog(tree: SignedTree, spec: ChainSpec, hour: number, number: number, start: number) {
  const delivered = start + (number + 1) * 60_000
  const unique = hashOf(Buffer.from(`${spec.account}${spec.region}${spec.trail}${hour}/${number}`)).slice(
    0,
    16,
  )
  const name = `${spec.account}_CloudTrail_${spec.region}_${compact(delivered).slice(0, 13)}Z_${unique}.json.gz`
  const key = `${accountFolder(spec)}CloudTrail/${spec.region}/${day(delivered)}/${name}`
  const content = spec.content(hour, number)
  tree.objects.set(key, { body: gzipSync(content), metadata: {} })
  return { key, hash: hashOf(content) }
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

function digestMetadata(signature: string, { backfill }: ChainSpec, end: number): Record<string, string> {
  return {
    signature,
    'signature-algorithm': 'SHA256withRSA',
    ...(backfill && { 'backfill-generation-timestamp': new Date(end + 48 * HOUR).toISOString() }),
  }
}

function digestKey(spec: ChainSpec, end: number): string {
  const { account, region, trail, homeRegion, backfill } = spec
  const name = `${account}_CloudTrail-Digest_${region}_${trail}_${homeRegion}_${compact(end)}Z`
  const folder = `${accountFolder(spec)}CloudTrail-Digest/${region}/${day(end)}/`
  return `${folder}${name}${backfill ? '_backfill' : ''}.json.gz`
}

function accountFolder({ prefix, organization, account }: ChainSpec): string {
  return `${prefix}AWSLogs/${organization === '' ? '' : `${organization}/`}${account}/`
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
