// Sources without folders, which are read as lanes: each answer says how to request the next. They are merged with the
// walk through the trees. The lane with the newest events is read first; a reader that takes everything reads all at
// once.

import { bearable, hasLanes, SourceError, type Lane, type Source } from '../source/source.ts'
import { accept, type LogFile } from './accept.ts'
import { parseKeyPath } from './key-path.ts'
import type { WalkPlan } from './plan.ts'
import type { WalkBatch, WalkOptions } from './walk-batch.ts'
import { noteSkip, type WalkReport } from './walk-report.ts'

/** One walk for each lane of the sources. Throws the SourceError of the only source, and errors that end the run. */
export function laneWalks(
  sources: readonly Source[],
  plan: WalkPlan,
  report: WalkReport,
  options: WalkOptions,
): readonly AsyncGenerator<WalkBatch, void, undefined>[] {
  const { start, end, equal, region: wantsRegion } = plan
  const { signal, takesAll } = options
  const all: { readonly source: Source; readonly lane: Lane }[] = []
  for (const source of sources) {
    try {
      const lanes = source.lanes?.({ wanted: { start, end, equal }, wantsRegion, takesAll, signal }) ?? []
      // The source has only other Regions, or other kinds of events.
      if (lanes.length === 0 && hasLanes(source)) noteSkip(report, wantsRegion ? 'region' : 'kind')
      for (const lane of lanes) all.push({ source, lane })
    } catch (error) {
      const told = bearable(error)
      if (sources.length === 1) throw told.about(source.uri)
      report.problem(told.about(source.uri, 'unlisted').problem())
    }
  }
  const isOnly = all.length === 1 && sources.length === 1
  return all.map(({ source, lane }) => laneWalk(source, lane, plan, report, isOnly))
}

async function* laneWalk(
  source: Source,
  lane: Lane,
  plan: WalkPlan,
  report: WalkReport,
  isOnly: boolean,
): AsyncGenerator<WalkBatch, void, undefined> {
  let isFirst = true
  for (;;) {
    let files: readonly LogFile[]
    try {
      const object = await lane.next()
      if (object === undefined) return
      report.listed++
      files = accept(source, [object], parseKeyPath(''), plan, report)
    } catch (thrown) {
      const error =
        thrown instanceof SourceError ? thrown.about(lane.uri, isFirst ? 'unlisted' : undefined) : thrown
      if (!isFirst) noteMissing(error, lane, report)
      const told = bearable(error)
      if (isFirst && isOnly) throw told
      return report.problem(told.problem())
    }
    isFirst = false
    yield { files, laterNotAfter: lane.notAfter, isDear: true }
  }
}

// An error that ends the run leaves events of this lane out as well, which is reported.
function noteMissing(error: unknown, lane: Lane, report: WalkReport): void {
  if (error instanceof SourceError && error.endsRun)
    report.problem({ kind: 'incomplete', file: lane.uri, what: lane.missing() })
}

interface OpenWalk {
  readonly walk: AsyncGenerator<WalkBatch, void, undefined>
  /** Everything that it still yields is at most this late (epoch milliseconds). */
  later: number
  next: Promise<IteratorResult<WalkBatch, void>> | undefined
}

/**
 * Merges several walks into one. For a reader that takes everything, each walk proceeds at its own speed. Any other
 * reader may soon have enough: after one batch from every walk, only the newest walk is advanced, then the newest two,
 * four, …
 */
export async function* sideBySide(
  walks: readonly AsyncGenerator<WalkBatch, void, undefined>[],
  takesAll: boolean,
): AsyncGenerator<WalkBatch, void, undefined> {
  const open: OpenWalk[] = walks.map((walk) => ({ walk, later: Infinity, next: undefined }))
  let most = Infinity
  try {
    while (open.length > 0) {
      open.sort((a, b) => b.later - a.later)
      const asked = open.slice(0, most)
      for (const one of asked) start(one)
      if (takesAll) await Promise.race(asked.flatMap(({ next }) => next ?? []))
      if (!takesAll) most = most === Infinity ? 1 : most * 2
      const files: LogFile[] = []
      let failure: { readonly error: unknown } | undefined
      let isDear = false
      for (const one of asked) {
        const came = await (takesAll ? soonest(one.next!) : settled(one.next!))
        if (came === undefined) continue
        one.next = undefined
        if ('error' in came) failure ??= came
        if ('error' in came || came.result.done) {
          open.splice(open.indexOf(one), 1)
          continue
        }
        const batch = came.result.value
        one.later = batch.laterNotAfter
        isDear ||= batch.isDear === true
        for (const file of batch.files) files.push(file)
      }
      const laterNotAfter = open.reduce((latest, { later }) => Math.max(latest, later), -Infinity)
      // Yields what has arrived before it throws.
      if (files.length > 0) yield { files, laterNotAfter, isDear }
      if (failure) throw failure.error
    }
  } finally {
    for (const { walk } of open) void walk.return().catch(() => {})
  }
}

function start(one: OpenWalk): void {
  if (one.next !== undefined) return
  one.next = one.walk.next()
  // Prevents an unhandled rejection; the error is handled when this walk's turn comes.
  one.next.catch(() => {})
}

type Came = { readonly result: IteratorResult<WalkBatch, void> } | { readonly error: unknown }

function settled(next: Promise<IteratorResult<WalkBatch, void>>): Promise<Came> {
  return next.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  )
}

/** The result if it is there already, else undefined. */
function soonest(next: Promise<IteratorResult<WalkBatch, void>>): Promise<Came | undefined> {
  return Promise.race([
    settled(next),
    new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined))),
  ])
}
