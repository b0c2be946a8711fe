// One chain of digest files, walked from the newest to the oldest: whatever is deleted or altered is named once.

import * as fc from 'fast-check'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { publicKeyFile } from '../../../samples/build/signing.js'
import { chainsOf, walkChain } from '../../../src/integrity/chain.ts'
import { discover, type DigestAt, type Group } from '../../../src/integrity/discover.ts'
import { parseSavedKeys, savedKeyFinder } from '../../../src/integrity/keys.ts'
import {
  bucketSource,
  signedTree,
  START,
  testSigner,
  type ChainSpec,
  type SignedTree,
} from '../../helpers/signed-tree.ts'

const HOUR = 3_600_000
const HOURS = 8
const keys = savedKeyFinder(parseSavedKeys(publicKeyFile(testSigner()), 'keys.json').keys)

async function groupOf(tree: SignedTree): Promise<{ group: Group; digests: DigestAt[] }> {
  const found = discover(bucketSource(tree), {
    takesLogs: false,
    isOneOfMany: false,
    onProblem: ({ what }) => expect.fail(what),
  })
  for await (const group of found) return { group, digests: await group.digests() }
  throw new Error('no group')
}

/** `reason hour`, newest first: what is said of the digests, by the hour that each one covers. */
async function walked(tree: SignedTree): Promise<string[]> {
  const { group, digests } = await groupOf(tree)
  const said: string[] = []
  for (const chain of chainsOf(group, digests)) {
    for await (const { finding } of walkChain(group, chain, { keys, width: 3 })) {
      const hour = tree.chains[0]!.digests.indexOf(finding.key)
      said.push(`${finding.reason} ${finding.subject === 'digest' ? hour : finding.subject}`)
    }
  }
  return said
}

function tree(spec: Partial<ChainSpec> = {}): SignedTree {
  return signedTree({ hours: HOURS, logsPerHour: 0, ...spec })
}

function alter({ objects }: SignedTree, key: string): void {
  const { body, metadata } = objects.get(key)!
  const text = gunzipSync(body)
    .toString()
    .replace('"newestEventTime":null', '"newestEventTime": null')
    .replace('"logFiles":[]', '"logFiles": []')
  objects.set(key, { body: gzipSync(text), metadata })
}

describe('a chain', () => {
  it('is found whole', async () => {
    expect(await walked(tree())).toEqual([7, 6, 5, 4, 3, 2, 1, 0].map((hour) => `valid ${hour}`))
  })

  it('names each digest that is gone and each that was altered, once', async () => {
    const fates = fc.array(fc.constantFrom('kept', 'gone', 'altered'), { minLength: HOURS, maxLength: HOURS })
    await fc.assert(
      fc.asyncProperty(fates, async (fate) => {
        fc.pre(fate.some((one) => one !== 'gone'))
        const broken = tree()
        broken.chains[0]!.digests.forEach((key, hour) => {
          if (fate[hour] === 'gone') broken.objects.delete(key)
          if (fate[hour] === 'altered') alter(broken, key)
        })
        const first = fate.findIndex((one) => one !== 'gone')
        const last = fate.findLastIndex((one) => one !== 'gone')
        // Nothing that is left speaks of what came after; of what came before, the oldest does, if it can be believed.
        const told = fate[first] === 'kept' && first > 0 ? first - 1 : first
        const expected: string[] = []
        for (let hour = last; hour >= told; hour--) {
          const one = fate[hour]!
          expected.push(`${one === 'kept' ? 'valid' : one === 'gone' ? 'missing' : 'invalid'} ${hour}`)
        }
        const said = (await walked(broken)).map((line) =>
          line
            .replace(/^not-found(-inferred)? /, 'missing ')
            .replace(/^(digest-altered|signature-mismatch|link-mismatch) /, 'invalid '),
        )
        expect(said.toSorted()).toEqual(expected.toSorted())
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    { name: 'starts anew after a silence', restarts: { 4: 3 }, told: 'gap chain' },
    { name: 'starts anew where the one before ended', restarts: { 4: 0 }, told: 'chain-restarted chain' },
  ])('$name', async ({ restarts, told }) => {
    expect(await walked(tree({ restarts }))).toEqual([
      'valid 7',
      'valid 6',
      'valid 5',
      'valid 4',
      told,
      'valid 3',
      'valid 2',
      'valid 1',
      'valid 0',
    ])
  })

  it('misses a digest where it should lie, though a copy of it lies elsewhere', async () => {
    const moved = tree()
    const { digests } = moved.chains[0]!
    for (const key of digests.slice(0, 3)) {
      moved.objects.set(`archive/${key}`, moved.objects.get(key)!)
      moved.objects.delete(key)
    }
    expect(await walked(moved)).toContain('not-found 2')
  })
})

describe('digests', () => {
  it('are sorted into chains by account, Region, trail and home Region, backfilled ones last', async () => {
    const mixed = signedTree(
      { trail: 'b', hours: 2 },
      { trail: 'a', hours: 2 },
      { trail: 'a', hours: 1, homeRegion: 'eu-central-1' },
      { trail: 'a', hours: 1, backfill: true, start: START - 48 * HOUR },
    )
    const { group, digests } = await groupOf(mixed)
    const chains = chainsOf(group, digests)
    expect(chains.map(({ chain, digests: own }) => `${chain.id}: ${own.length}`)).toEqual([
      '123456789012/eu-west-1/a@eu-central-1: 1',
      '123456789012/eu-west-1/a@us-east-1: 2',
      '123456789012/eu-west-1/b@us-east-1: 2',
      '123456789012/eu-west-1/a@us-east-1 (backfill): 1',
    ])
    expect(chains[1]!.digests.map(({ name }) => name.end)).toEqual([START + 2 * HOUR, START + HOUR])
  })
})
