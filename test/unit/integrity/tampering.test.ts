// The table of what can be done to a tree, and the finding that each gives. Every case runs on a bucket and on a copy
// on disk with side-cars.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicKeyFile } from '../../../samples/build/signing.js'
import type { Finding, Reason } from '../../../src/integrity/finding.ts'
import { parseSavedKeys, savedKeyFinder } from '../../../src/integrity/keys.ts'
import { verify, type VerifyOptions } from '../../../src/integrity/verify.ts'
import { diskSource } from '../../../src/source/disk.ts'
import type { Source } from '../../../src/source/source.ts'
import {
  addChain,
  bucketSource,
  signedTree,
  START,
  testSigner,
  writeTree,
  type ChainSpec,
  type SignedTree,
} from '../../helpers/signed-tree.ts'

interface Case {
  readonly name: string
  readonly spec?: Partial<ChainSpec>
  readonly tamper?: (
    tree: SignedTree,
    digests: readonly string[],
    logs: readonly (readonly string[])[],
  ) => void
  readonly options?: Partial<VerifyOptions>
  /** Findings other than `valid`: the reason, and which file it is about. */
  readonly expected: readonly (readonly [Reason, string])[]
  /** Valid digests and log files. */
  readonly valid: readonly [digests: number, logs: number]
}

const HOUR = 3_600_000

// Digests are d0 (oldest) to d3, log files l0.0 to l3.1; `x` is a file that was not there before.
const CASES: readonly Case[] = [
  { name: 'nothing', expected: [], valid: [4, 8] },
  {
    name: 'log altered',
    tamper: (tree, _, logs) => replace(tree, logs[1]![0]!, (text) => text.replace('Alice', 'Mallory')),
    expected: [['hash-mismatch', 'l1.0']],
    valid: [4, 7],
  },
  {
    name: 'log cut short',
    tamper: (tree, _, logs) => setBody(tree, logs[1]![0]!, (body) => body.subarray(0, -3)),
    expected: [['invalid-format', 'l1.0']],
    valid: [4, 7],
  },
  {
    name: 'log is no gzip any more',
    tamper: (tree, _, logs) => setBody(tree, logs[1]![0]!, () => Buffer.from('{"Records":[]}')),
    expected: [['invalid-format', 'l1.0']],
    valid: [4, 7],
  },
  {
    name: 'log deleted',
    tamper: (tree, _, logs) => tree.objects.delete(logs[2]![1]!),
    expected: [['not-found', 'l2.1']],
    valid: [4, 7],
  },
  {
    name: 'record appended as a second gzip member',
    tamper: (tree, _, logs) =>
      setBody(tree, logs[0]![0]!, (body) => Buffer.concat([body, gzipSync('{"Records":[{}]}')])),
    expected: [['second-member', 'l0.0']],
    valid: [4, 7],
  },
  {
    name: 'trailing bytes',
    tamper: (tree, _, logs) =>
      setBody(tree, logs[0]![0]!, (body) => Buffer.concat([body, Buffer.from([0, 0])])),
    expected: [['trailing-bytes', 'l0.0']],
    valid: [4, 7],
  },
  {
    name: 'log renamed',
    tamper: (tree, _, logs) =>
      move(tree, logs[1]![1]!, logs[1]![1]!.replace(/_\w{16}\./, '_ABCDEFGHIJKLMNOP.')),
    expected: [
      ['not-found', 'l1.1'],
      ['renamed', 'x'],
    ],
    valid: [4, 7],
  },
  {
    name: 'digest altered',
    tamper: (tree, digests) => replace(tree, digests[1]!, (text) => text.replace('"SHA-256"', '"SHA-256" ')),
    expected: [
      ['digest-altered', 'd1'],
      ['digest-not-valid', 'l1.0'],
      ['digest-not-valid', 'l1.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'newest digest altered',
    tamper: (tree, digests) => replace(tree, digests[3]!, (text) => text.replace('"SHA-256"', '"SHA-256" ')),
    expected: [
      ['signature-mismatch', 'd3'],
      ['digest-not-valid', 'l3.0'],
      ['digest-not-valid', 'l3.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'digest no JSON',
    tamper: (tree, digests) => setBody(tree, digests[1]!, () => gzipSync('{"digestEndTime":')),
    expected: [
      ['invalid-format', 'd1'],
      ['not-covered', 'l1.0'],
      ['not-covered', 'l1.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'digest deleted',
    tamper: (tree, digests) => tree.objects.delete(digests[2]!),
    expected: [
      ['not-found', 'd2'],
      ['not-covered', 'l2.0'],
      ['not-covered', 'l2.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'two digests in a row deleted',
    tamper: (tree, digests) => [1, 2].forEach((at) => tree.objects.delete(digests[at]!)),
    expected: [
      ['not-found', 'd2'],
      ['not-found-inferred', 'd1'],
      ['not-covered', 'l1.0'],
      ['not-covered', 'l1.1'],
      ['not-covered', 'l2.0'],
      ['not-covered', 'l2.1'],
    ],
    valid: [2, 4],
  },
  {
    name: 'a digest altered and the one before it deleted',
    tamper(tree, digests) {
      setBody(tree, digests[2]!, () => gzipSync('{}'))
      tree.objects.delete(digests[1]!)
    },
    expected: [
      ['invalid-format', 'd2'],
      ['not-found-inferred', 'd1'],
      ['not-covered', 'l1.0'],
      ['not-covered', 'l1.1'],
      ['not-covered', 'l2.0'],
      ['not-covered', 'l2.1'],
    ],
    valid: [2, 4],
  },
  {
    name: 'newest digest deleted',
    tamper: (tree, digests) => tree.objects.delete(digests[3]!),
    expected: [
      ['not-yet-covered', 'l3.0'],
      ['not-yet-covered', 'l3.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'newest digests deleted, and the time asked for says so',
    tamper: (tree, digests) => [2, 3].forEach((at) => tree.objects.delete(digests[at]!)),
    options: { end: START + 4.5 * HOUR },
    expected: [
      ['not-yet-covered', 'l2.0'],
      ['not-yet-covered', 'l2.1'],
      ['not-yet-covered', 'l3.0'],
      ['not-yet-covered', 'l3.1'],
      ['ends-early', 'folder'],
    ],
    valid: [2, 4],
  },
  {
    name: 'oldest digest deleted',
    tamper: (tree, digests) => tree.objects.delete(digests[0]!),
    expected: [
      ['not-found', 'd0'],
      ['not-covered', 'l0.0'],
      ['not-covered', 'l0.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'oldest digest before the time asked for',
    tamper: (tree, digests) => tree.objects.delete(digests[0]!),
    options: { start: START + 1.5 * HOUR },
    expected: [],
    valid: [3, 6],
  },
  {
    name: 'digest moved to another day',
    tamper: (tree, digests) => move(tree, digests[1]!, digests[1]!.replace('/2024/03/10/', '/2024/03/09/')),
    expected: [
      ['moved', 'x'],
      ['not-found', 'd1'],
      ['digest-not-valid', 'l1.0'],
      ['digest-not-valid', 'l1.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'signed with another key under the same fingerprint',
    tamper: (tree, digests) => setSignature(tree, digests[3]!, testSigner('second').sign('something')),
    expected: [
      ['signature-mismatch', 'd3'],
      ['digest-not-valid', 'l3.0'],
      ['digest-not-valid', 'l3.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'key missing',
    spec: { signer: testSigner('second') },
    expected: [
      ['key-not-found', 'd3'],
      ['key-not-found', 'd2'],
      ['key-not-found', 'd1'],
      ['key-not-found', 'd0'],
      ...[0, 1, 2, 3].flatMap((hour) =>
        [0, 1].map((number) => ['digest-not-valid', `l${hour}.${number}`] as const),
      ),
    ],
    valid: [0, 0],
  },
  {
    name: 'signature of another digest',
    tamper(tree, digests) {
      setSignature(tree, digests[1]!, tree.objects.get(digests[2]!)!.metadata['signature']!)
    },
    expected: [
      ['signature-mismatch', 'd1'],
      ['digest-not-valid', 'l1.0'],
      ['digest-not-valid', 'l1.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'signature is no hex',
    tamper: (tree, digests) => setSignature(tree, digests[1]!, '__proto__'),
    expected: [
      ['signature-mismatch', 'd1'],
      ['digest-not-valid', 'l1.0'],
      ['digest-not-valid', 'l1.1'],
    ],
    valid: [3, 6],
  },
  {
    name: 'chain restarted without a pause',
    spec: { restarts: { 2: 0 } },
    expected: [['chain-restarted', 'folder']],
    valid: [4, 8],
  },
  {
    name: 'gap',
    spec: { restarts: { 2: 5 } },
    expected: [['gap', 'folder']],
    valid: [4, 8],
  },
  { name: 'backfill', spec: { backfill: true }, expected: [], valid: [4, 8] },
  {
    name: 'uncovered log',
    tamper: (tree, _, logs) => {
      tree.objects.set(logs[1]![0]!.replace(/_\w{16}\./, '_ABCDEFGHIJKLMNOP.'), {
        body: gzipSync('{"Records":[]}'),
        metadata: {},
      })
    },
    expected: [['not-covered', 'x']],
    valid: [4, 8],
  },
  { name: 'empty hour', spec: { logsPerHour: 0 }, expected: [], valid: [4, 0] },
  {
    name: 'log delivered twice, listed by two digests',
    tamper: (tree) => void addChain(tree, { backfill: true, hours: 2 }),
    expected: [],
    valid: [6, 12],
  },
  {
    name: 'log recompressed with the same content',
    tamper: (tree, _, logs) =>
      setBody(tree, logs[1]![0]!, (body) => gzipSync(gunzipSync(body), { level: 1, memLevel: 1 })),
    expected: [],
    valid: [4, 8],
  },
  {
    name: 'log lists a hash of another algorithm',
    tamper: (tree, digests) =>
      replace(tree, digests[3]!, (text) =>
        text.replace('"hashAlgorithm":"SHA-256"', '"hashAlgorithm":"MD5"'),
      ),
    expected: [
      ['invalid-format', 'd3'],
      ['not-covered', 'l3.0'],
      ['not-covered', 'l3.1'],
    ],
    valid: [3, 6],
  },
]

const keys = () => savedKeyFinder(parseSavedKeys(publicKeyFile(testSigner()), 'keys.json').keys)
let root = ''
beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), 'tampering-'))))
afterAll(() => rm(root, { recursive: true }))

describe.each(['bucket', 'disk'] as const)('tampering, seen on %s', (kind) => {
  it.each(CASES)('$name', async ({ spec = {}, tamper, options = {}, expected, valid }) => {
    const tree = signedTree(spec)
    const names = namesOf(tree)
    const [chain] = tree.chains
    tamper?.(tree, chain!.digests, chain!.logs)
    let source: Source = bucketSource(tree)
    if (kind === 'disk') {
      const folder = await mkdtemp(join(root, 'tree-'))
      await writeTree(tree, folder)
      source = diskSource('.', folder)
    }
    const findings: Finding[] = []
    for await (const finding of verify([source], { keys: keys(), ...options })) findings.push(finding)

    const bad = findings.filter(({ verdict }) => verdict !== 'valid')
    expect(bad.map(({ reason, key }) => [reason, nameOf(key, names)])).toEqual(expected)
    const count = (subject: string) =>
      findings.filter((found) => found.subject === subject && found.verdict === 'valid').length
    expect([count('digest'), count('log')]).toEqual(valid)
  })
})

it('a missing signature is tampering in a bucket; on disk the next digest has it', async () => {
  const tree = signedTree()
  const [chain] = tree.chains
  for (const key of chain!.digests) tree.objects.get(key)!.metadata = {}
  const folder = await mkdtemp(join(root, 'tree-'))
  await writeTree(tree, folder)
  const names = namesOf(tree)
  const reasons = async (source: Source) => {
    const found: string[] = []
    for await (const { reason, key } of verify([source], { keys: keys() })) {
      found.push(`${reason} ${nameOf(key, names)}`)
    }
    return found
  }
  expect((await reasons(bucketSource(tree))).slice(0, 4)).toEqual(
    ['d3', 'd2', 'd1', 'd0'].map((name) => `signature-missing ${name}`),
  )
  expect(await reasons(diskSource('.', folder))).toEqual([
    'signature-unavailable d3',
    'unsigned-digest l3.0',
    'unsigned-digest l3.1',
    ...[2, 1, 0].flatMap((hour) => [`valid d${hour}`, `valid l${hour}.0`, `valid l${hour}.1`]),
  ])
})

it('a backfill digest in a bucket must say when it was made', async () => {
  const tree = signedTree({ backfill: true, hours: 1 })
  delete tree.objects.get(tree.chains[0]!.digests[0]!)!.metadata['backfill-generation-timestamp']
  const found: string[] = []
  for await (const { reason } of verify([bucketSource(tree)], { keys: keys() })) found.push(reason)
  expect(found[0]).toBe('invalid-format')
})

it('a digest that is well signed, but not the one that the next one follows, is told apart', async () => {
  const tree = signedTree({ hours: 2 })
  const other = signedTree({ hours: 1, content: () => Buffer.from('{"Records":[]}') })
  const [first] = tree.chains[0]!.digests
  // Another truth for the same hour, properly signed, with its log files.
  for (const [key, object] of other.objects) tree.objects.set(key, object)
  const found: string[] = []
  for await (const { reason, key } of verify([bucketSource(tree)], { keys: keys() })) {
    if (key === first) found.push(reason)
  }
  expect(found).toEqual(['link-mismatch'])
})

function namesOf(tree: SignedTree): Map<string, string> {
  const names = new Map<string, string>()
  const [chain] = tree.chains
  chain!.digests.forEach((key, hour) => names.set(key, `d${hour}`))
  chain!.logs.forEach((keys, hour) => keys.forEach((key, number) => names.set(key, `l${hour}.${number}`)))
  return names
}

function nameOf(key: string, names: Map<string, string>): string {
  if (key.endsWith('/') || key === '') return 'folder'
  return names.get(key.slice(key.indexOf('AWSLogs/'))) ?? 'x'
}

function setBody(tree: SignedTree, key: string, change: (body: Buffer) => Buffer): void {
  const object = tree.objects.get(key)!
  object.body = change(object.body)
}

function replace(tree: SignedTree, key: string, change: (text: string) => string): void {
  setBody(tree, key, (body) => {
    const before = gunzipSync(body).toString()
    const after = change(before)
    expect(after).not.toBe(before)
    return gzipSync(after)
  })
}

function setSignature(tree: SignedTree, key: string, signature: string): void {
  tree.objects.get(key)!.metadata['signature'] = signature
}

function move(tree: SignedTree, from: string, to: string): void {
  expect(to).not.toBe(from)
  tree.objects.set(to, tree.objects.get(from)!)
  tree.objects.delete(from)
}
