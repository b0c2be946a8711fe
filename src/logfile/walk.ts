// Walks from sources to log files, newest first, listing no more than is needed. A Region's folder is a partition of
// days. Partitions are read side by side, the newest day of all of them first, and a day is listed only when the reader
// reaches it.

import { hasLanes, type Source } from '../source/source.ts'
import { mapLimit } from '../util/map-limit.ts'
import type { LogFile } from './accept.ts'
import { discover, type DiscoverOptions } from './discover.ts'
import { laneWalks, sideBySide } from './lanes.ts'
import { dayFolder } from './key-path.ts'
import type { Partition } from './partition.ts'
import { CLOCK_SKEW, dayNotAfter, type WalkPlan } from './plan.ts'
import type { WalkBatch, WalkOptions } from './walk-batch.ts'
import { noteDay, type WalkReport } from './walk-report.ts'

/**
 * Walks all sources at once. A folder that cannot be listed is reported as a problem. Throws a SourceError for
 * credentials that do not work, and for the start of the only source if that cannot be listed.
 */
export async function* walk(
  sources: readonly Source[],
  plan: WalkPlan,
  report: WalkReport,
  options: WalkOptions,
): AsyncGenerator<WalkBatch, void, undefined> {
  const trees = sources.filter((source) => !hasLanes(source))
  const isOneOfMany = sources.length > 1
  const tree = walkTrees(trees, plan, report, { ...options, isOneOfMany })
  if (trees.length === sources.length) return yield* tree
  const lanes = laneWalks(sources, plan, report, options)
  yield* sideBySide(trees.length > 0 ? [tree, ...lanes] : lanes, options.takesAll === true)
}

async function* walkTrees(
  sources: readonly Source[],
  plan: WalkPlan,
  report: WalkReport,
  options: DiscoverOptions,
): AsyncGenerator<WalkBatch, void, undefined> {
  const partitions: Partition[] = []
  const loose: LogFile[] = []
  for (const source of sources) {
    const found = await discover(source, plan, report, options)
    for (const partition of found.partitions) partitions.push(partition)
    for (const file of found.loose) loose.push(file)
  }

  await mapLimit(partitions, options.concurrency, (partition) => partition.advance())
  for (const partition of partitions) for (const file of partition.takeStrays()) loose.push(file)
  const undated = loose.filter((file) => file.notAfter === undefined)
  const dated = new Map<string, LogFile[]>()
  addByDay(dated, loose)
  if (undated.length > 0) yield { files: undated, laterNotAfter: newestDay(partitions, dated) }

  let daysGiven = 0
  for (;;) {
    options.signal?.throwIfAborted()
    let day = ''
    for (const partition of partitions) if ((partition.day ?? '') > day) day = partition.day!
    for (const other of dated.keys()) if (other > day) day = other
    if (day === '') {
      report.isComplete = true
      return
    }
    const open = partitions.filter((partition) => partition.day === day)
    const lists = await mapLimit(open, options.concurrency, async (partition) => {
      const files = await partition.take()
      await partition.advance()
      return files
    })
    const files = lists.flat()
    for (const partition of open) {
      const strays = partition.takeStrays()
      addByDay(dated, strays)
      for (const file of strays) if (file.notAfter === undefined) files.push(file)
    }
    for (const file of dated.get(day) ?? []) files.push(file)
    dated.delete(day)
    files.sort((a, b) => order(b) - order(a) || (a.object.key < b.object.key ? -1 : 1))
    for (let i = partitions.length - 1; i >= 0; i--)
      if (partitions[i]!.day === undefined) partitions.splice(i, 1)
    noteDay(report, day)
    daysGiven += open.length
    const given = daysGiven
    if (files.length > 0)
      yield {
        files,
        laterNotAfter: newestDay(partitions, dated),
        toCome: given === 0 ? undefined : () => daysLeft(partitions) / given,
      }
  }
}

function order(file: LogFile): number {
  return file.notAfter ?? Number.MAX_VALUE
}

// A file whose name or folder gives its delivery time waits for its day, wherever it lies.
function addByDay(days: Map<string, LogFile[]>, files: readonly LogFile[]): void {
  for (const file of files) {
    if (file.notAfter === undefined) continue
    const day = dayFolder(file.name?.delivered ?? file.digest?.end ?? file.notAfter - CLOCK_SKEW - 1)
    const list = days.get(day)
    if (list) list.push(file)
    else days.set(day, [file])
  }
}

function daysLeft(partitions: readonly Partition[]): number {
  let days = 0
  for (const partition of partitions) days += partition.daysLeft()
  return days
}

function newestDay(partitions: readonly Partition[], dated: ReadonlyMap<string, unknown>): number {
  let newest = ''
  for (const { day } of partitions) if (day !== undefined && day > newest) newest = day
  for (const day of dated.keys()) if (day > newest) newest = day
  return newest === '' ? -Infinity : dayNotAfter(newest)
}
