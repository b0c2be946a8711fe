// Sources that are SQL engines: the cost of a query is reported before it runs, and the query is refused if it is too
// high.

import type { AggregateSpec } from '../../decode/aggregate.ts'
import { dayFolder } from '../../logfile/key-path.ts'
import { deliveryWindow, type WalkPlan } from '../../logfile/plan.ts'
import { walk } from '../../logfile/walk.ts'
import { newWalkReport } from '../../logfile/walk-report.ts'
import type { Filter } from '../../filter/clause.ts'
import { athenaAddress, athenaEngine } from '../../engine/athena-engine.ts'
import { type EngineSource, engineSource } from '../../engine/engine-source.ts'
import { isEngineSource } from '../../engine/is-engine-source.ts'
import { trinoAddress, trinoEngine } from '../../engine/trino.ts'
import { printable } from '../../format/sanitize.ts'
import type { RunResult } from '../../query/engine.ts'
import { type OpenContext, openSource } from '../../source/open.ts'
import { sizeOf } from '../../source/size.ts'
import { SourceError, type Source } from '../../source/source.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { Io } from '../io.ts'
import { say } from '../messages/print.ts'
import { bytes, count } from '../messages/units.ts'
import type { RunFlags } from '../options/run-options.ts'
import type { SourceFlags } from '../options/source-options.ts'
import { countResult, countSpec } from './engine-count.ts'

const DEFAULT_MAX_SCAN = 100 * 10 ** 9
/** Athena's price for a terabyte, in US dollars, and the minimum number of bytes that a query is billed for. */
const PRICE = 5
const MIN_SCAN = 10 * 2 ** 20

/** Throws UsageError for an invalid address. */
export async function openEngineSource(uri: string, context: OpenContext): Promise<Source> {
  const open = (root: string): Promise<Source> => openSource(root, { ...context, cwd: '/' })
  if (/^trino:/i.test(uri)) {
    const address = trinoAddress(uri)
    if (address === undefined)
      throw new UsageError(`not an address of Trino: '${uri}'`, 'write trino://host:port/catalog.schema.view')
    return engineSource(uri, trinoEngine(address, context.env), open)
  }
  const address = athenaAddress(uri)
  if (address === undefined)
    throw new UsageError(`not an address of Athena: '${uri}'`, 'write athena://workgroup/database.table')
  return engineSource(uri, await athenaEngine(address, context.env, { profile: context.s3?.profile }), open)
}

/** Asks each engine which files may contain matches of the filter. Throws SourceError and UsageError. */
export async function findFiles(
  sources: readonly Source[],
  filter: Filter,
  plan: WalkPlan,
  flags: SourceFlags & RunFlags,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  for (const source of sources) {
    if (!isEngineSource(source)) continue
    try {
      const { name } = source.engine
      const isPaid = await checkCost(source, plan, flags, io, signal)
      const found = await source.find(filter, daysOf(plan), signal)
      await tell(
        `${name}: ${count(found.files, 'file')} can hold events of the filter · ${scanned(found, isPaid)}`,
        flags,
        io,
      )
      if (found.damaged.length > 0)
        await say(
          io,
          found.damaged.map((file) => `warning: ${name} cannot read ${printable(file)}; it is read here`),
          flags.color,
        )
    } catch (error) {
      throw error instanceof SourceError ? error.about(source.uri) : error
    }
  }
}

/**
 * Has the engine count, where it is the only source and can; undefined where the files must be read. Throws SourceError
 * and UsageError.
 */
export async function countInEngine(
  sources: readonly Source[],
  filter: Filter,
  { spec, keepDuplicates }: { readonly spec: AggregateSpec; readonly keepDuplicates: boolean },
  plan: WalkPlan,
  flags: SourceFlags & RunFlags,
  io: Io,
  signal: AbortSignal,
): Promise<RunResult | undefined> {
  const [source] = sources
  if (source === undefined || !isEngineSource(source)) return undefined
  const { name } = source.engine
  const here = async (why: string): Promise<undefined> => {
    await tell(`${name}: ${printable(why)}; counted here, from the files`, flags, io)
    return undefined
  }
  const asked = countSpec(spec)
  if ('why' in asked) return here(asked.why)
  const why = source.whyNot(filter, asked)
  if (why !== undefined) return here(why)
  const start = io.clock()
  try {
    const isPaid = await checkCost(source, plan, flags, io, signal)
    const counts = await source.count(filter, asked, daysOf(plan), signal)
    if ('why' in counts) return await here(counts.why)
    await tell(`${name}: ${scanned(counts, isPaid)}`, flags, io)
    return countResult(counts.rows, spec, keepDuplicates, io.clock() - start)
  } catch (error) {
    throw error instanceof SourceError ? error.about(source.uri) : error
  }
}

async function tell(text: string, flags: RunFlags, io: Io): Promise<void> {
  if (!flags.quiet) await say(io, [text], flags.color)
}

function scanned({ scannedBytes }: { readonly scannedBytes: number }, isPaid: boolean): string {
  return `${bytes(scannedBytes)} scanned${isPaid ? `, ${dollars(scannedBytes)}` : ''}`
}

/** Tells what a question costs, or refuses it; whether it costs anything. */
async function checkCost(
  source: EngineSource,
  plan: WalkPlan,
  flags: SourceFlags & RunFlags,
  io: Io,
  signal: AbortSignal,
): Promise<boolean> {
  const before = await costOf(source, plan, flags, io, signal)
  if (before === undefined) return false
  const limit = flags.maxScan ?? DEFAULT_MAX_SCAN
  const about = `about ${bytes(before)} to scan, ${dollars(before)}`
  if (before > limit)
    throw new UsageError(
      `${source.uri}: ${about}, and no more than ${bytes(limit)} is allowed`,
      'narrow the time, or allow more with --max-scan',
    )
  await tell(`${source.engine.name}: ${about}`, flags, io)
  return true
}

function daysOf(plan: WalkPlan): { from?: string | undefined; to?: string | undefined } {
  const { start, end } = deliveryWindow(plan)
  return {
    from: start === undefined ? undefined : dayFolder(start),
    to: end === undefined ? undefined : dayFolder(end),
  }
}

/** Bytes of the files that the engine will scan, from their listing; undefined if scanning costs nothing. */
async function costOf(
  source: EngineSource,
  plan: WalkPlan,
  flags: SourceFlags,
  io: Io,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { location, columns } = await source.table(signal)
  if (location === undefined) return undefined
  const s3 = {
    profile: flags.profile,
    bucketRegion: flags.bucketRegion,
    endpointUrl: flags.endpointUrl,
    requestPayer: flags.requestPayer,
    concurrency: flags.concurrency,
  }
  const tree = await openSource(location.endsWith('/') ? location : `${location}/`, {
    cwd: io.cwd,
    env: io.env,
    stdin: io.stdin,
    s3,
    signal,
  })
  // Without a column of days the engine scans all files.
  const times = columns.has('day') ? plan : { ...plan, start: undefined, end: undefined }
  const asked: WalkPlan = { ...times, account: undefined, region: undefined, byKey: true }
  let total = 0
  try {
    const options = { concurrency: flags.concurrency, takesAll: true, signal }
    for await (const { files } of walk(
      [tree],
      asked,
      newWalkReport(() => {}),
      options,
    ))
      for (const file of files) total += sizeOf(file.source, file.object) ?? 0
  } finally {
    tree.close?.()
  }
  return total
}

function dollars(scanned: number): string {
  const cost = (Math.max(scanned, MIN_SCAN) / 10 ** 12) * PRICE
  return `$${cost < 0.01 ? cost.toFixed(5) : cost.toFixed(2)} at $${PRICE} a TB`
}
