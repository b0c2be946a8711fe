// When nothing matched: which stage removed everything, and what there would have been.

import { describeFilter } from '../filter/describe.ts'
import type { SkipReason } from '../logfile/plan.ts'
import type { RunReport } from '../query/report.ts'
import { SourceError, type Source } from '../source/source.ts'
import type { Ending } from './ending.ts'
import { visibleFilter } from './filter-options.ts'
import { count } from './quantity.ts'

const EXPECTED =
  'expected AWSLogs/<account>/CloudTrail/<Region>/<year>/<month>/<day>/… or log files (.json.gz, .json)'

/**
 * No file was read. When there was none at all, that is an error, and this is it; when files were left out on purpose,
 * undefined.
 */
export async function nothingThere(
  report: RunReport,
  { sources, limit }: Ending,
): Promise<SourceError | undefined> {
  const { walk, problems } = report
  if (limit === 0) return undefined
  const leftOut = walk.skipped.size > 0 && ![...walk.skipped.keys()].every((reason) => reason === 'service')
  if (leftOut || problems.count('unlisted') + problems.count('unreadable') + problems.count('archived') > 0)
    return undefined
  if (sources.length === 1 && !isFolder(sources[0]!)) return undefined
  const names = sources.map((source) => source.uri).join(', ')
  const seen = walk.seen.map((key) => key.replace(/^.*\/(?=[^/]+\/?$)/, ''))
  const holds =
    seen.length === 0
      ? 'it is empty'
      : `it holds ${seen.slice(0, 6).join(', ')}${seen.length > 6 ? ', …' : ''}`
  const nearby = await logsNearby(sources)
  const services =
    walk.services.size > 0 ? ` (logs of other services: ${[...walk.services].slice(0, 5).join(', ')})` : ''
  const hint =
    nearby === undefined ? `${holds}${services}; ${EXPECTED}` : `${holds}${services}; did you mean ${nearby}?`
  return new SourceError('not-found', `no CloudTrail log files under ${names}`, hint)
}

/** Lines for a run that read files but found no event, or left all files out. */
export function explainNothing(report: RunReport, { selection }: Ending): readonly string[] {
  const { walk } = report
  const lines: string[] = []
  if (report.files.read === 0) {
    for (const [reason, n] of walk.skipped) lines.push(LEFT_OUT[reason](n, report))
    return lines
  }
  if (report.records === 0 && report.files.passedOver === 0) return ['the files hold no events']
  const filter = describeFilter(visibleFilter(selection.filter))
  lines.push(
    `no event passed the filter${filter === '' ? '' : `; values are exact and case-sensitive, * is a wildcard`}`,
  )
  const left = [...walk.skipped].filter(([reason]) => reason !== 'service' && reason !== 'kind')
  for (const [reason, n] of left) lines.push(LEFT_OUT[reason](n, report))
  return lines
}

const LEFT_OUT: Readonly<Record<SkipReason, (n: number, report: RunReport) => string>> = {
  time: (n) => `${count(n, 'file or folder')} left out: delivered outside the time asked for`,
  account: (n, { walk }) =>
    `${count(n, 'file or folder')} left out: not of the account asked for; there are ${list(walk.accounts)}`,
  region: (n, { walk }) =>
    `${count(n, 'file or folder')} left out: not of the Region asked for; there are ${list(walk.regions)}`,
  kind: (n) => `${count(n, 'file or folder')} left out: of another kind; --kind all reads every kind`,
  service: (n, { walk }) => `${count(n, 'folder')} left out: logs of other services (${list(walk.services)})`,
}

function list(values: ReadonlySet<string>): string {
  const all = [...values].sort()
  return all.length > 8 ? `${all.slice(0, 8).join(', ')} and ${all.length - 8} more` : all.join(', ')
}

function isFolder(source: Source): boolean {
  return source.start === '' || source.start.endsWith('/')
}

// Looks in the folders above the start for the tree that was probably meant: three look-ups at most.
async function logsNearby(sources: readonly Source[]): Promise<string | undefined> {
  for (const source of sources) {
    if (!isFolder(source)) continue
    let folder = source.start
    for (let up = 0; up < 3 && folder !== ''; up++) {
      folder = folder.replace(/[^/]*\/$/, '')
      if (folder === '' && !source.remote) break
      try {
        const { folders } = await source.list(folder, { atMost: 1000 })
        const found = folders.find((key) => /(?:^|\/)(?:AWSLogs|CloudTrail)\/$/.test(key))
        if (found !== undefined) return source.display(found)
      } catch {
        break // a folder that we may not list is no suggestion
      }
    }
  }
  return undefined
}
