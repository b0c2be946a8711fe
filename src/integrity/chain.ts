// Walks one chain of digest files from the newest to the oldest, along each digest's link to the previous one. Every
// listed digest gets a verdict, every expected digest that is absent is reported, and no log file is read.

import { formatFileName, parseFileName, type DigestFileName } from '../logfile/object-key.ts'
import { checkDigest, type DigestChecks } from './check-digest.ts'
import { HOUR, siblingKey, type DigestAt, type Group } from './discover.ts'
import type { DigestDocument, DigestLink } from './digest.ts'
import { makeFinding, type Chain, type Finding, type FindingFacts, type Reason } from './finding.ts'
import type { KeyFinder } from './keys.ts'
import { mapOrdered } from '../util/map-ordered.ts'
import { baseName } from '../logfile/key-path.ts'
import { zipped } from './place.ts'
import { readDigest } from './read-digest.ts'
import { bearable } from '../source/source.ts'

export interface ChainStep {
  readonly finding: Finding
  /**
   * The parsed document, if there is one. Its log file entries count only if the finding's verdict is not `invalid`.
   */
  readonly digest?: { readonly key: string; readonly document: DigestDocument } | undefined
}

export interface WalkOptions {
  readonly keys: KeyFinder
  /** How many digests are read at once. */
  readonly width: number
  readonly maxInflated?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Digests of one chain, newest first. */
export interface ListedChain {
  readonly chain: Chain
  readonly digests: readonly DigestAt[]
}

/** Groups digests into chains by account, Region, trail and home Region; regular chains come before backfill chains. */
export function chainsOf(group: Group, digests: readonly DigestAt[]): ListedChain[] {
  const chains = new Map<string, DigestAt[]>()
  for (const at of digests) {
    const id = chainId(at.name)
    const row = chains.get(id)
    if (row) row.push(at)
    else chains.set(id, [at])
  }
  return [...chains]
    .map(([id, row]) => {
      const { account, region, trail, homeRegion, backfill } = row[0]!.name
      const folder = group.source.display(group.folder)
      row.sort((a, b) => b.name.end - a.name.end || (a.key < b.key ? 1 : -1))
      return { chain: { id, folder, account, region, trail, homeRegion, backfill }, digests: row }
    })
    .sort(({ chain: a }, { chain: b }) => Number(a.backfill) - Number(b.backfill) || (a.id < b.id ? -1 : 1))
}

function chainId({ account, region, trail, homeRegion, backfill }: DigestFileName): string {
  return `${account}/${region}/${trail}@${homeRegion}${backfill ? ' (backfill)' : ''}`
}

/** The digest that the previously walked, newer digest links to. */
interface Expected {
  readonly link: DigestLink
  /** The key where it should be. */
  readonly key: string
  /** End of the hour it covers, parsed from its name; NaN if the name cannot be parsed. */
  readonly end: number
  /** The digest that links to it was delivered to another bucket. */
  readonly otherBucket: boolean
  readonly by: Standing
}

/**
 * How far a digest can be trusted. A valid one is CloudTrail's own statement. Anyone may have written an unsigned one:
 * digests that it reports missing are reported, but its claim that nothing is missing is double-checked. Of an unsound
 * digest only the previous digest's signature is used, because that signature can be verified by itself.
 */
type Standing = 'valid' | 'unsigned' | 'unsound'

interface Doubtful {
  readonly key: string
  readonly end: number
  /** It claims to be a starting digest, with nothing before it. */
  readonly isStart: boolean
}

/** Findings on the digests of one chain, newest first. Throws only errors that end the run (see `bearable`). */
export async function* walkChain(
  group: Group,
  { chain, digests }: ListedChain,
  options: WalkOptions,
): AsyncGenerator<ChainStep> {
  const { source, places, window } = group
  const { signal } = options
  const windowStart = window.start ?? -Infinity
  const checks: DigestChecks = {
    chain,
    places,
    remote: source.remote,
    keys: options.keys,
    need: {
      region: chain.region,
      from: (digests.at(-1)?.name.end ?? 0) - HOUR,
      to: (digests[0]?.name.end ?? 0) + 2 * HOUR,
    },
  }
  // An unzipped copy is listed under a different name.
  const listedKeys = new Map(digests.map(({ key }) => [zipped(key), key]))
  let expected: Expected | undefined
  /** Start of a valid starting digest, epoch milliseconds: anything older belongs to an earlier run of the chain. */
  let startedAt: number | undefined
  /** A digest whose link proves nothing: only the file names can show whether digests are missing before it. */
  let doubtful: Doubtful | undefined

  for await (const read of mapOrdered(digests, options.width, (at) => readDigest(source, at, options))) {
    const { at, document } = read
    if (expected && at.key !== expected.key) {
      const isGone = !(at.name.end >= expected.end)
      if (isGone && expected.by !== 'unsound') {
        yield* absent(expected, at)
        doubtful = undefined
      }
      if (isGone || expected.by !== 'valid') expected = undefined
    }
    if (doubtful) yield* between(doubtful, at)
    doubtful = undefined
    if (startedAt !== undefined) yield gap(at.name.end, startedAt)
    startedAt = undefined

    const follows: Expected | undefined = expected?.key === at.key ? expected : undefined
    const { reason, words } = await checkDigest(read, checks, follows?.link, follows?.by === 'valid')
    const times = document && reason === 'valid' ? { from: document.start, to: document.end } : {}
    yield {
      finding: make(reason, { subject: 'digest', key: at.key, ...times }, words),
      digest: document && { key: at.key, document },
    }
    // An extra digest in the middle of the chain: it gets its own verdict, and the walk continues along the chain.
    if (expected !== undefined && follows === undefined) continue
    const by = reason === 'valid' ? 'valid' : reason === 'signature-unavailable' ? 'unsigned' : 'unsound'
    const isStart = by !== 'unsound' && document !== undefined && document.previous === undefined
    expected = document && expectedAfter(at, document, by)
    if (by !== 'valid') doubtful = { key: at.key, end: at.name.end, isStart }
    if (isStart) startedAt = document.start
  }
  if (expected && expected.by !== 'unsound' && !(expected.end < windowStart))
    yield* absent(expected, undefined)

  function expectedAfter(at: DigestAt, document: DigestDocument, by: Standing): Expected | undefined {
    const link = document.previous
    if (link === undefined) return undefined
    const located = places.locate(at.key, document, link)
    const name = parseFileName(baseName(link.object))
    return {
      link,
      key: listedKeys.get(zipped(located.key)) ?? located.key,
      end: name?.type === 'digest' ? name.end : Number.NaN,
      otherBucket: link.bucket !== document.bucket,
      by,
    }
  }

  // The expected digest is not listed: either a change of the trail moved it to another bucket or prefix, or it is
  // gone.
  async function* absent(wanted: Expected, older: DigestAt | undefined): AsyncGenerator<ChainStep> {
    if (await liesElsewhere(wanted)) {
      const object = `s3://${wanted.link.bucket}/${wanted.link.object}`
      yield { finding: make('continues-elsewhere', { subject: 'chain', key: group.folder }, { object }) }
      return
    }
    yield { finding: make('not-found', { subject: 'digest', key: wanted.key }) }
    if (older) yield* between({ key: wanted.key, end: wanted.end, isStart: false }, older)
  }

  async function liesElsewhere({ otherBucket, key, by }: Expected): Promise<boolean> {
    if (by !== 'valid') return false
    if (otherBucket) return true
    if (key.startsWith(group.folder)) return false
    try {
      await source.read({ key }, signal)
      return true
    } catch (error) {
      bearable(error)
      return false
    }
  }

  // Digests are hourly. If two ends are whole hours apart, both belong to one run, and the names in between are known.
  function* between({ key, end, isStart }: Doubtful, older: DigestAt): Generator<ChainStep> {
    const hours = (end - older.name.end) / HOUR
    if (Number.isNaN(hours) || hours <= 1) return
    if (!Number.isInteger(hours) || hours > MAX_NAMED) {
      const facts = { subject: 'chain', key: group.folder, from: older.name.end, to: end - HOUR } as const
      if (hours > 2 && !isStart) yield { finding: make('missing-between', facts) }
      return
    }
    for (let back = 1; back < hours; back++) {
      const missing = end - back * HOUR
      const file = formatFileName({ ...older.name, end: missing, suffix: '.json.gz' })
      const place = siblingKey(key, end, missing, file)
      yield { finding: make('not-found-inferred', { subject: 'digest', key: place }) }
    }
  }

  function gap(from: number, to: number): ChainStep {
    const reason = from >= to ? 'chain-restarted' : 'gap'
    return { finding: make(reason, { subject: 'chain', key: group.folder, from, to }) }
  }

  function make(
    reason: Reason,
    facts: Omit<FindingFacts, 'source' | 'chain'>,
    words?: Readonly<Record<string, string>>,
  ): Finding {
    return makeFinding(reason, { ...facts, source, chain }, words)
  }
}

/**
 * One month of digests. A longer gap becomes a single finding, so that a forged date cannot cause millions of lines.
 */
const MAX_NAMED = 31 * 24
