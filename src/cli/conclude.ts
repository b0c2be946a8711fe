// The end of a run, on stderr: what was shown, of how much, what was not read, and the exit code that follows.

import { describeFilter } from '../filter/describe.ts'
import { printable } from '../format/sanitize.ts'
import { SourceError } from '../source/source.ts'
import { PROBLEM_KINDS } from '../util/problem.ts'
import type { RunReport } from '../query/report.ts'
import type { RunResult } from '../query/run.ts'
import type { Ending } from './ending.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { visibleFilter } from './filter-options.ts'
import { explainNothing, nothingThere } from './nothing.ts'
import { bytes, count, duration } from './quantity.ts'

/** Named of each kind of problem before the rest is only counted. */
const NAMED = 5

/** Prints the ending and returns the exit code. Rethrows what was no matter of reading (a closed pipe, a full disk). */
export async function conclude({ report, failure }: RunResult, ending: Ending): Promise<ExitCode> {
  const { io, flags } = ending
  const interrupted = io.signal.aborted
  if (failure !== undefined && !interrupted && !(failure instanceof SourceError && report.files.read > 0))
    throw failure
  if (!interrupted && failure === undefined && report.files.read === 0 && report.files.refused === 0) {
    const error = await nothingThere(report, ending)
    if (error) {
      await io.err.write(problemLines(report).join(''))
      throw error
    }
  }
  const lines: string[] = []
  if (interrupted) lines.push('interrupted: what follows is what had been read\n')
  if (failure instanceof SourceError) {
    lines.push(`error: ${printable(failure.message)}\n`)
    if (failure.hint) lines.push(`hint: ${printable(failure.hint)}\n`)
  }
  lines.push(...problemLines(report))
  if (!flags.quiet) lines.push(...summary(report, ending))
  if (flags.debug) lines.push(steps(report))
  await io.err.write(lines.join(''))
  if (interrupted) return EXIT.interrupted
  return failure !== undefined || report.problems.fails ? EXIT.unread : EXIT.ok
}

// What was not read is told even to those who asked for quiet, except what is only no log file.
function problemLines(report: RunReport): string[] {
  const lines: string[] = []
  for (const { kind, count: total, problems } of report.problems.groups()) {
    const { label } = PROBLEM_KINDS[kind]
    const hints = new Set(problems.map((problem) => problem.hint).filter((hint) => hint !== undefined))
    for (const { file, what } of problems.slice(0, NAMED))
      lines.push(`${label}: ${printable(file)}: ${printable(what)}\n`)
    if (total > NAMED) lines.push(`${label}: and ${(total - NAMED).toLocaleString('en-US')} more\n`)
    for (const hint of [...hints].slice(0, 2)) lines.push(`hint: ${printable(hint)}\n`)
  }
  if (report.misnamed) {
    const { file, late } = report.misnamed
    lines.push(
      late
        ? `order: ${printable(file)} holds events later than its name says, and newer rows had already been printed; run again with --ignore-names for the right order\n`
        : `order: ${printable(file)} holds events later than its name says; everything was read before it was sorted\n`,
    )
  }
  return lines
}

function summary(report: RunReport, ending: Ending): string[] {
  const lines = [`${headline(report, ending)}\n`]
  const filter = describeFilter(visibleFilter(ending.selection.filter))
  if (ending.selection.isDefault) {
    const shown =
      filter === 'read-only=false'
        ? 'read-only=false, the default'
        : `${filter} (read-only=false is the default)`
    lines.push(`filter: ${printable(shown)}; --read-only any clears it\n`)
  } else if (filter !== '') lines.push(`filter: ${printable(filter)}\n`)
  const notes = [
    report.duplicates > 0 ? `${count(report.duplicates, 'copy')} of events found more than once` : '',
    report.conflicts > 0
      ? `${count(report.conflicts, 'event')} with the ID of another but different content`
      : '',
    report.untimed > 0 ? `${count(report.untimed, 'event')} without a usable time, shown last` : '',
    report.files.refused > 0 ? `${count(report.files.refused, 'file')} not proved valid and left out` : '',
  ].filter((note) => note !== '')
  if (notes.length > 0) lines.push(`note: ${notes.join('; ')}\n`)
  if (report.matched === 0) lines.push(...explainNothing(report, ending).map((line) => `${line}\n`))
  return lines
}

function headline(report: RunReport, ending: Ending): string {
  const { files, coverage } = report
  const span = coverage.span
  const where = [
    coverage.accounts.size > 0 ? count(coverage.accounts.size, 'account') : '',
    coverage.regions.size > 0 ? count(coverage.regions.size, 'Region') : '',
    coverage.days > 0 ? count(coverage.days, 'day') : '',
  ].filter((part) => part !== '')
  const scanned =
    files.passedOver > 0
      ? `${count(report.records, 'event')} scanned, ${count(files.passedOver, 'file')} passed over unread`
      : `${count(report.records, 'event')} scanned`
  return [
    shownText(report, ending),
    scanned,
    `${count(files.read, 'file')} (${bytes(report.bytes)}, ${bytes(report.inflated)} inflated)`,
    ...(where.length > 0
      ? [
          `${where.join(' × ')}${span ? `, ${span[0] === span[1] ? span[0] : `${span[0]} to ${span[1]}`}` : ''}`,
        ]
      : []),
    duration(report.elapsed),
  ].join(' · ')
}

function shownText(report: RunReport, { limit, ascending, verb = 'shown' }: Ending): string {
  if (verb === 'counted') return `${count(report.matched, 'event')} counted`
  if (!report.limited) return `${count(report.shown, 'event')} shown`
  const which = ascending ? 'oldest' : 'newest'
  return `the ${which} ${count(report.shown, 'event')} shown, there are more (-n ${(limit ?? 0) * 10} shows more, -o jsonl or csv all)`
}

function steps(report: RunReport): string {
  const names = ['list', 'read', 'inflate', 'search', 'scan', 'filter', 'format', 'order', 'print'] as const
  const labels = {
    list: 'listing',
    read: 'reading',
    inflate: 'inflating',
    search: 'searching',
    scan: 'scanning',
    filter: 'filtering',
    format: 'formatting',
    order: 'ordering',
    print: 'printing',
  }
  const inner = report.steps.filter + report.steps.format
  const text = names.map((name) => {
    const time = name === 'scan' ? report.steps.scan - inner : report.steps[name]
    return `${labels[name]} ${time.toFixed(0)}`
  })
  return `debug: milliseconds over all threads: ${text.join(', ')}; ${count(report.walk.listed, 'folder')} listed, ${report.walk.found} files found\n`
}
