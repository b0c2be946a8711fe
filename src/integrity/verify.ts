// Verifies all digest files and log files of the given sources. Findings come one at a time and in the same order on
// every run: group by group, chain by chain, each digest before the log files that it lists, then the log files that no
// digest covers. Memory holds one group's names and a few files at a time, however large the tree is.

import { bearable, type Source } from '../source/source.ts'
import type { Problem } from '../util/problem.ts'
import { chainsOf, walkChain, type ListedChain } from './chain.ts'
import { checkLog, contentHash, type ListedLog } from './check-log.ts'
import { discover, HOUR, type Group, type LogAt, type Window } from './discover.ts'
import { makeFinding, type Finding } from './finding.ts'
import type { KeyFinder } from './keys.ts'
import { mapOrdered } from '../util/map-ordered.ts'
import { zipped } from './place.ts'

export interface VerifyOptions extends Window {
  readonly keys: KeyFinder
  readonly wantsAccount?: ((account: string) => boolean) | undefined
  readonly wantsRegion?: ((region: string) => boolean) | undefined
  readonly wantsTrail?: ((trail: string) => boolean) | undefined
  /** How many files are read at once; by default more for remote sources. */
  readonly concurrency?: number | undefined
  /** False skips the search for log files that no digest covers, which lists all log files. */
  readonly uncovered?: boolean | undefined
  /** Maximum number of inflated bytes of a file. */
  readonly maxInflated?: number | undefined
  readonly signal?: AbortSignal | undefined
}

const LOCAL_WIDTH = 8
const REMOTE_WIDTH = 32
const DIGEST_WIDTH = 8
const GROUPS_AHEAD = 4
/** Limit per group. People rename files by hand, in small numbers; reading every uncovered file could take hours. */
const MAX_RENAMED = 1000

/**
 * Yields findings; a file or folder that cannot be read is a finding too. Throws a SourceError if the credentials are
 * rejected or if the start of the only source cannot be listed, and the reason of an aborted signal.
 */
export async function* verify(sources: readonly Source[], options: VerifyOptions): AsyncGenerator<Finding> {
  const isRemote = sources.some(({ remote }) => remote)
  const width = options.concurrency ?? (isRemote ? REMOTE_WIDTH : LOCAL_WIDTH)
  yield* mapOrdered(tasksOf(sources, options), width, (task) => {
    options.signal?.throwIfAborted()
    return task()
  })
}

type Task = () => Promise<Finding> | Finding

async function* tasksOf(sources: readonly Source[], options: VerifyOptions): AsyncGenerator<Task> {
  for (const source of sources) yield* sourceTasks(source, sources, options)
}

async function* sourceTasks(
  source: Source,
  sources: readonly Source[],
  options: VerifyOptions,
): AsyncGenerator<Task> {
  const { wantsAccount, wantsRegion, start, end, signal } = options
  const problems: Problem[] = []
  const groups = discover(source, {
    start,
    end,
    wantsAccount,
    wantsRegion,
    takesLogs: options.uncovered !== false,
    isOneOfMany: sources.length > 1,
    signal,
    onProblem: (problem) => problems.push(problem),
  })
  const listed = mapOrdered(groups, GROUPS_AHEAD, (group) => listGroup(group, options))
  for await (const { group, chains } of listed) {
    const seen = newSeen()
    for (const listed of chains) yield* chainTasks(group, listed, seen, sources, options)
    // File names do not contain the trail, so log files of trails that were not requested would all look uncovered.
    const canTell = options.uncovered !== false && options.wantsTrail === undefined
    if (canTell) yield* uncoveredTasks(group, chains, seen, options)
  }
  // Found by concurrent listings; sorted so that every run reports them in the same order.
  for (const problem of problems.toSorted((a, b) => (a.file < b.file ? -1 : 1)))
    yield () => unlisted(source, problem)
}

interface ListedGroup {
  readonly group: Group
  readonly chains: readonly ListedChain[]
}

async function listGroup(group: Group, options: VerifyOptions): Promise<ListedGroup> {
  const chains = chainsOf(group, await group.digests())
  return { group, chains: chains.filter((listed) => isWanted(listed, options)) }
}

function unlisted(source: Source, { file, what }: Problem): Finding {
  const finding = makeFinding('unlisted', { subject: 'chain', source, key: source.start }, { why: what })
  return { ...finding, uri: file }
}

function isWanted({ chain }: ListedChain, options: VerifyOptions): boolean {
  const { wantsAccount = always, wantsRegion = always, wantsTrail = always } = options
  return wantsAccount(chain.account) && wantsRegion(chain.region) && wantsTrail(chain.trail)
}

const always = () => true

/** What the digests of one group state, for judging the log files that exist. */
interface Seen {
  /** Keys, in their zipped form, that a valid or unsigned digest lists. */
  readonly covered: Set<string>
  /** Keys that only an invalid digest lists. */
  readonly doubted: Set<string>
  /** Hashes of log files that were not found, and the names that they had. */
  readonly missing: Map<string, string>
  /** How many more uncovered files may be hashed, to find out whether they are renamed missing files. */
  looks: number
  /** Checks in progress. */
  readonly running: Set<Promise<unknown>>
}

function newSeen(): Seen {
  return {
    covered: new Set(),
    doubted: new Set(),
    missing: new Map(),
    looks: MAX_RENAMED,
    running: new Set(),
  }
}

async function* chainTasks(
  group: Group,
  listed: ListedChain,
  seen: Seen,
  sources: readonly Source[],
  options: VerifyOptions,
): AsyncGenerator<Task> {
  const { keys, signal, maxInflated } = options
  const steps = walkChain(group, listed, { keys, width: DIGEST_WIDTH, signal, maxInflated })
  for await (const { finding, digest } of steps) {
    yield () => finding
    if (digest === undefined) continue
    const isSound = finding.verdict === 'valid' || finding.verdict === 'signature-unavailable'
    for (const entry of digest.document.logFiles) {
      const { key } = group.places.locate(digest.key, digest.document, entry)
      if (isSound) seen.covered.add(zipped(key))
      else seen.doubted.add(zipped(key))
      if (!isSound) continue
      const unsigned = finding.verdict === 'signature-unavailable'
      const log = { group, chain: listed.chain, digest, entry, unsigned }
      yield () => tracked(seen, logTask(log, seen, sources, options))
    }
  }
}

async function logTask(
  log: ListedLog,
  seen: Seen,
  sources: readonly Source[],
  options: VerifyOptions,
): Promise<Finding> {
  const finding = await checkLog(log, sources, options)
  if (finding.verdict === 'missing') seen.missing.set(log.entry.hash, finding.uri)
  return finding
}

function tracked<T>(seen: Seen, work: Promise<T>): Promise<T> {
  const settled = work.then(
    () => undefined,
    () => undefined,
  )
  seen.running.add(settled)
  void settled.then(() => seen.running.delete(settled))
  return work
}

async function* uncoveredTasks(
  group: Group,
  chains: readonly ListedChain[],
  seen: Seen,
  options: VerifyOptions,
): AsyncGenerator<Task> {
  const { wantsAccount = always, wantsRegion = always } = options
  let newest = -Infinity
  for (const { digests } of chains) newest = Math.max(newest, digests[0]?.name.end ?? -Infinity)
  let latest = options.end ?? -Infinity
  for await (const log of group.logs()) {
    if (!wantsAccount(log.name.account) || !wantsRegion(log.name.region)) continue
    if (options.end === undefined) latest = Math.max(latest, log.name.delivered)
    if (seen.covered.has(zipped(log.key)) && !log.extra) continue
    yield () => uncovered(group, log, newest, seen, options)
  }
  for (const { chain, digests } of chains) {
    const end = digests[0]!.name.end
    if (chain.backfill || latest - end <= 2 * HOUR) continue
    const facts = {
      subject: 'chain',
      source: group.source,
      key: group.folder,
      chain,
      from: end,
      to: latest,
    } as const
    yield () => makeFinding('ends-early', facts)
  }
}

async function uncovered(
  group: Group,
  { key, name }: LogAt,
  newest: number,
  seen: Seen,
  options: VerifyOptions,
): Promise<Finding> {
  const { account, region } = name
  const tree = { folder: group.source.display(group.folder), account, region }
  const facts = { subject: 'log', source: group.source, key, tree } as const
  // All checks of the group were started before this one.
  await Promise.all(seen.running)
  if (seen.missing.size > 0 && seen.looks-- > 0) {
    const original = await missingTwin(group.source, key, seen, options)
    if (original !== undefined) return makeFinding('renamed', facts, { original })
  }
  if (seen.doubted.has(zipped(key))) return makeFinding('digest-not-valid', facts)
  if (newest === -Infinity) return makeFinding('no-digests', facts)
  // The name has a resolution of one minute.
  return makeFinding(name.delivered + 59_999 >= newest ? 'not-yet-covered' : 'not-covered', facts)
}

async function missingTwin(
  source: Source,
  key: string,
  seen: Seen,
  { signal, maxInflated }: VerifyOptions,
): Promise<string | undefined> {
  try {
    const { bytes } = await source.read({ key }, signal)
    return seen.missing.get(contentHash(bytes, maxInflated) ?? '')
  } catch (error) {
    bearable(error)
    return undefined
  }
}
