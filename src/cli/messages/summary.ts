// The end of a run, on stderr: what was not read, what was shown out of how much, and the exit code.

import { isEngineSource } from '../../engine/is-engine-source.ts'
import { findField } from '../../event/fields.ts'
import { conditions } from '../../filter/clause.ts'
import { printWhere } from '../../filter/where/print.ts'
import { printable } from '../../format/sanitize.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import type { RunReport } from '../../query/report.ts'
import type { RunResult } from '../../query/engine.ts'
import { hasLanes, SourceError, textOf } from '../../source/source.ts'
import { thousands } from '../../util/format.ts'
import { NOTHING_WRITTEN, type SummaryContext } from './summary-context.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from './print.ts'
import { explainNothing, foreignLogs, linkedFolders, nothingAtAll, onlyForeign } from './no-results.ts'
import { problemLines } from './problem-lines.ts'
import { bytes, count, duration } from './units.ts'
import { visibleFilter } from '../options/select-events.ts'

/** Prints the summary and returns the exit code. Throws the error that stopped a run before anything was read. */
export async function printSummary(result: RunResult, ending: SummaryContext): Promise<ExitCode> {
  const { report } = result
  const { io, flags } = ending
  const interrupted = io.signal.aborted
  let { failure } = result
  if (!interrupted) {
    if (failure !== undefined && !(failure instanceof SourceError && report.files.read > 0)) throw failure
    const error = failure === undefined ? await nothingAtAll(report, ending) : undefined
    if (error !== undefined) throw error
    failure ??= onlyForeign(report, ending)
  }
  const lines: string[] = []
  if (interrupted)
    lines.push(
      `interrupted: ${ending.verb === NOTHING_WRITTEN ? 'nothing is written' : 'the output is what had been read by then'}`,
    )
  else if (failure instanceof SourceError) lines.push(...errorLines(failure))
  lines.push(...problemLines(report.problems, flags.quiet), ...orderLines(report))
  if (!flags.quiet) lines.push(...summary(report, ending))
  if (flags.debug) lines.push(steps(report))
  // A blank line between rows and summary.
  if (lines.length > 0 && io.out.isTty && io.err.isTty && report.matched > 0) lines.unshift('')
  await say(io, lines, flags.color)
  if (interrupted) return EXIT.interrupted
  return failure !== undefined || report.problems.fails ? EXIT.unread : EXIT.ok
}

function errorLines(error: SourceError): readonly string[] {
  const { hint } = error
  return [`error: ${printable(textOf(error))}`, ...(hint ? [`hint: ${printable(hint)}`] : [])]
}

function orderLines({ misnamed }: RunReport): readonly string[] {
  if (misnamed === undefined) return []
  const what = `order: ${printable(misnamed.file)} holds events later than its name says`
  return misnamed.late
    ? [`${what}, and newer rows had been printed before it was found; --ignore-names gives the right order`]
    : [`${what}; everything was read before it was sorted`]
}

function summary(report: RunReport, ending: SummaryContext): string[] {
  const { filter, isDefault, timeZone } = ending.selection
  const format = timeFormatter(timeZone)
  const lines = [headline(report, ending)]
  const visible = visibleFilter(filter)
  const all = conditions(visible)
  if (all.length > 0) {
    const ours = all.length === 1 ? 'the default' : 'read-only by default'
    const note = isDefault ? ` (${ours}; --read-only any lifts it)` : ''
    lines.push(`filter: ${printable(printWhere(visible, format))}${note}`)
  }
  const notes = [
    report.duplicates > 0
      ? `${count(report.duplicates, 'duplicate')} left out${respelledText(report)}${ending.showsCopies ? '; --duplicates shows every copy' : ''}`
      : '',
    report.conflicts > 0
      ? `${count(report.conflicts, 'event')} with the ID of another but different values`
      : '',
    report.untimed > 0 ? `${count(report.untimed, 'event')} without a usable time, shown last` : '',
    refusedText(report),
    foreignLogs(report.walk),
    ...othersNotes(report),
    linkedFolders(report.walk),
    report.files.indexed > 0
      ? `the index has learned of ${count(report.files.indexed, 'file')}: questions now open only those that can answer (help: trail-explore index --help)`
      : '',
  ]
  for (const note of notes) if (note !== '') lines.push(`note: ${note}`)
  const hints = report.matched === 0 ? explainNothing(report, ending) : emptyPaths(report, ending)
  for (const hint of hints) lines.push(`hint: ${printable(hint)}`)
  return lines
}

/** An empty column looks like a finding, but more likely the path is misspelled. */
function emptyPaths({ paths, records }: RunReport, { columns = [] }: SummaryContext): readonly string[] {
  if (records === 0) return []
  return columns
    .filter((column) => findField(column) === undefined && !paths.seen.has(column))
    .map((path) => {
      const near = paths.near.get(path)
      return `no event has ${path}${near === undefined ? '; the case of letters counts' : `; did you mean ${near}?`}`
    })
}

/** Copies with the same record but different bytes, because some tool has re-serialised them. */
function respelledText({ respelled, duplicates }: RunReport): string {
  if (respelled === 0) return ''
  return respelled === duplicates ? ' (re-serialised)' : ` (${thousands(respelled)} of them re-serialised)`
}

/** Maximum number of folders of other logs that are named. */
const FOLDERS = 5

/** Files that were not read, because names and two files of the folder show another service's logs. */
function othersNotes({ files: { others } }: RunReport): readonly string[] {
  const all = [...others].sort(([a], [b]) => (a < b ? -1 : 1))
  const rest = all.slice(FOLDERS)
  const restFiles = rest.reduce((sum, [, { files }]) => sum + files, 0)
  return [
    ...all
      .slice(0, FOLDERS)
      .map(
        ([folder, { of, files }]) =>
          `${count(files, 'file')} in ${printable(folder)} left unread: ${of} by name, as are the first and last file; --ignore-names reads all`,
      ),
    ...(rest.length > 0
      ? [`${count(restFiles, 'file')} in ${count(rest.length, 'more folder')} left unread too`]
      : []),
  ]
}

function refusedText({ files: { refused } }: RunReport): string {
  if (refused.size === 0) return ''
  const total = [...refused.values()].reduce((sum, n) => sum + n, 0)
  const reasons = [...refused].map(([why, n]) => (refused.size === 1 ? why : `${thousands(n)} ${why}`))
  return `${count(total, 'file')} left out: ${reasons.join(', ')}`
}

function headline(report: RunReport, ending: SummaryContext): string {
  const { files, coverage } = report
  if (files.read === 0) {
    const how = byEngine(ending) ?? 'no file read'
    return `${shownText(report, ending)} · ${how} · ${duration(report.elapsed)}`
  }
  const ruledOut = [
    files.byIndex > 0 ? `, ${count(files.byIndex, 'file')} ruled out by the index` : '',
    files.passedOver > 0 ? `, ${count(files.passedOver, 'file')} ruled out by a text search` : '',
  ].join('')
  const where = [
    coverage.accounts.size > 0 ? count(coverage.accounts.size, 'account') : '',
    coverage.regions.size > 0 ? count(coverage.regions.size, 'Region') : '',
    coverage.days > 0 ? count(coverage.days, 'day') : '',
  ].filter((part) => part !== '')
  const [first, last] = coverage.span ?? []
  const span = first === last ? first : `${first} to ${last}`
  return [
    shownText(report, ending),
    `${thousands(report.records)} scanned${ruledOut}`,
    `${count(files.read, ending.sources.every(hasLanes) ? 'page' : 'file')}, ${bytes(report.bytes)} (${bytes(report.inflated)} inflated)`,
    ...(where.length > 0 ? [`${where.join(' × ')}${span === undefined ? '' : `, ${span}`}`] : []),
    duration(report.elapsed),
  ].join(' · ')
}

function byEngine({ isCountedByEngine, sources }: SummaryContext): string | undefined {
  const source = isCountedByEngine ? sources.find(isEngineSource) : undefined
  return source && `by ${source.engine.name}, duplicates by event ID, no file read here`
}

function shownText(report: RunReport, ending: SummaryContext): string {
  const { limit = 0, limitIsDefault, ascending, verb = 'shown' } = ending
  if (verb.startsWith('counted')) return `${count(report.matched, 'event')} ${verb}`
  if (!report.limited) return `${count(report.shown, 'event')} ${verb}`
  const more = limitIsDefault ? `: -n ${limit * 10} shows more, -o csv or -o jsonl all` : ''
  const shown = report.shown === 1 ? 'event' : count(report.shown, 'event')
  return `the ${ascending ? 'oldest' : 'newest'} ${shown} ${verb}, there are more${more}`
}

const STEPS = {
  list: 'listing',
  read: 'reading',
  inflate: 'inflating',
  search: 'searching',
  scan: 'scanning',
  filter: 'filtering',
  format: 'formatting',
  order: 'ordering',
  print: 'printing',
} as const

function steps(report: RunReport): string {
  const { filter, format, scan } = report.steps
  const times = { ...report.steps, scan: scan - filter - format } // scanning includes filter and format
  const text = Object.entries(STEPS).map(
    ([name, label]) => `${label} ${times[name as keyof typeof STEPS].toFixed(0)}`,
  )
  const { listed, found } = report.walk
  return `debug: milliseconds over all threads: ${text.join(', ')}; ${count(listed, 'folder')} listed, ${count(found, 'file')} found`
}
