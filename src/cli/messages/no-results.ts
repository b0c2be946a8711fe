// Explains an empty result: which stage removed everything, and what exists instead.

import { conditions } from '../../filter/clause.ts'
import { isEngineSource } from '../../engine/is-engine-source.ts'
import { isServiceFolder } from '../../logfile/foreign.ts'
import type { SkipReason } from '../../logfile/plan.ts'
import type { WalkReport } from '../../logfile/walk-report.ts'
import type { RunReport } from '../../query/report.ts'
import { hasLanes, isFolder, SourceError, type Source } from '../../source/source.ts'
import type { SummaryContext } from './summary-context.ts'
import { count } from './units.ts'
import { visibleFilter } from '../options/select-events.ts'

const EXPECTED =
  'expected AWSLogs/<account>/CloudTrail/<Region>/<year>/<month>/<day>/… or log files (.json.gz, .json)'

/** The error if no log file was found, or if the only one cannot be read; undefined for every other run. */
export async function nothingAtAll(
  report: RunReport,
  ending: SummaryContext,
): Promise<SourceError | undefined> {
  const { files } = report
  if (ending.limit === 0 || files.refused.size > 0) return undefined
  // An engine that names no file has answered the query: nothing can match.
  if (files.wanted === 0 && ending.sources.length > 0 && ending.sources.every(isEngineSource))
    return undefined
  return files.read === 0
    ? ((await nothingThere(report, ending)) ?? nothingRead(report, ending))
    : nothingRead(report, ending)
}

/** The error if every file turned out to be something else, which has been reported for each. */
export function onlyForeign(
  { files, walk }: RunReport,
  { sources }: SummaryContext,
): SourceError | undefined {
  if (files.read === 0 || files.foreign < files.read || hasOthers(walk)) return undefined
  const names = sources.map((source) => source.uri).join(', ')
  return new SourceError(
    'not-found',
    `no CloudTrail log files ${sources.some(isFolder) ? 'under' : 'in'} ${names}`,
    EXPECTED,
  )
}

/** The error if the walk found no file; undefined if files were skipped on purpose or reported already. */
export async function nothingThere(
  { walk, problems }: Pick<RunReport, 'walk' | 'problems'>,
  { sources }: Pick<SummaryContext, 'sources'>,
): Promise<SourceError | undefined> {
  if (
    hasOthers(walk) ||
    problems.count('unlisted') + problems.count('unreadable') + problems.count('archived') > 0
  )
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

/** True if there are log files, or folders of them, outside the requested ones. */
export function hasOthers({ skipped }: WalkReport): boolean {
  return [...skipped.keys()].some((reason) => reason !== 'service')
}

// With a single file, its problem is the run's error. A file that was named explicitly but is not a log file is treated
// like one that cannot be read.
function nothingRead(
  { files, records, problems }: RunReport,
  { sources }: SummaryContext,
): SourceError | undefined {
  if (files.read > 1 || records > 0 || files.passedOver + files.byIndex > 0) return undefined
  const all = problems.groups().flatMap((group) => group.problems)
  const [problem] = all
  const isAskedFor = sources.length === 1 && !isFolder(sources[0]!)
  if (problem === undefined || all.length > 1 || !(problems.fails || isAskedFor)) return undefined
  return new SourceError('unreadable', `${problem.file}: ${problem.what}`, problem.hint ?? LOG_FILES)
}

const LOG_FILES = 'log files are JSON, compressed with gzip or not'

/** Why a run without an error showed nothing, one clause each. */
export function explainNothing(
  report: RunReport,
  { selection, limit, sources, ifNone, secondLook = [] }: SummaryContext,
): readonly string[] {
  const { walk, files } = report
  if (limit === 0) return []
  if (report.records === 0 && sources.length > 0 && sources.every(hasLanes)) {
    return walk.skipped.has('kind')
      ? ['Event history has management and Insights events and no others']
      : ['Event history has no such event; each Region has its own, and sign-ins and IAM are in us-east-1']
  }
  const reasons = [...walk.skipped.keys()]
  const chosen = reasons.filter((reason) => reason === 'time' || reason === 'account' || reason === 'region')
  // If everything read turned out to be something else and nothing was skipped, that is an error, reported elsewhere.
  if (files.foreign === files.read) {
    // Files skipped for their kind are only mentioned if no other choice skipped anything.
    const telling = chosen.length > 0 ? chosen : reasons.filter((reason) => reason === 'kind')
    if (ifNone !== undefined && chosen.length === 0) return [ifNone]
    return telling.map((reason) => LEFT_OUT[reason](walk))
  }
  if (report.records + files.passedOver + files.byIndex === 0)
    return report.problems.fails ? [] : ['the files hold no events']
  const rejected =
    ifNone !== undefined
      ? [ifNone]
      : conditions(visibleFilter(selection.filter)).length > 0
        ? ['no event passed the filter; values are exact and case-sensitive, * is a wildcard']
        : ['no event is of the kind asked for; --kind all reads every kind']
  return [
    ...(secondLook.length > 0 ? secondLook : rejected),
    ...chosen.map((reason) => LEFT_OUT[reason](walk)),
  ]
}

/** What the walk skipped as other logs, apart from the folders of known AWS services. */
export function foreignLogs({ services }: WalkReport): string {
  const strange = [...services].filter((service) => !isServiceFolder(service))
  return strange.length === 0 ? '' : `other logs were left out (${list(new Set(strange))})`
}

/** The number of links that were not followed, in a clause; empty if there are none. */
export function linkedFolders({ linked }: WalkReport): string {
  if (linked === 0) return ''
  return `${count(linked, 'link')} led to a folder that is read elsewhere, or above itself; each folder is read once`
}

/** What the walk skipped, one clause for each reason. */
export function leftOut(walk: WalkReport): readonly string[] {
  return [...walk.skipped.keys()].map((reason) => LEFT_OUT[reason](walk))
}

// Without numbers: how many files and folders were skipped depends on how far the walk went.
const LEFT_OUT: Readonly<Record<SkipReason, (walk: WalkReport) => string>> = {
  time: ({ firstDay, lastDay }) => {
    const days = firstDay === undefined ? '' : `; the tree covers ${spanText(firstDay, lastDay)}`
    return `files delivered outside the requested time were skipped${days}`
  },
  account: ({ accounts }) => `other accounts were skipped; the tree has ${list(accounts)}`,
  region: ({ regions }) => `other Regions were skipped; the tree has ${list(regions)}`,
  kind: () => 'other kinds of events were skipped; --kind all reads every kind',
  service: ({ services }) => `logs of other services were skipped (${list(services)})`,
}

function list(values: ReadonlySet<string>): string {
  const all = [...values].sort()
  return all.length > 8 ? `${all.slice(0, 8).join(', ')} and ${all.length - 8} more` : all.join(', ')
}

// Looks for the intended tree in the folders above the start, with at most three listings.
async function logsNearby(sources: readonly Source[]): Promise<string | undefined> {
  for (const source of sources) {
    if (!isFolder(source)) continue
    let folder = source.start
    for (let up = 0; up < 3 && folder !== ''; up++) {
      folder = folder.replace(/[^/]*\/$/, '')
      if (folder === '' && !source.remote) break
      try {
        const { folders } = await source.list(folder, { atMost: 1000 })
        const found = folders.find(
          (key) => /(?:^|\/)(?:AWSLogs|CloudTrail)\/$/.test(key) && !source.start.startsWith(key),
        )
        if (found !== undefined) return source.display(found)
      } catch {
        break // a folder that cannot be listed is no suggestion
      }
    }
  }
  return undefined
}

/** Days from folder names, `2024/08/18` or only `2024`. */
function spanText(first: string, last = first): string {
  const [from, to] = [first, last].map((day) => day.replaceAll('/', '-'))
  return from === to ? from! : `${from} to ${to}`
}
