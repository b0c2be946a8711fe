// Runs `detect`: rules → events that they match → findings by rule, or the events.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { eventColumns, ruleListColumns } from '../../cli/detections/columns.ts'
import { checkRules, loadPlan } from '../../cli/detections/load-plan.ts'
import type { RuleFlags } from '../../cli/detections/rule-options.ts'
import { count } from '../../cli/messages/units.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { listFormat } from '../../cli/options/list-output.ts'
import { correlate, type DetectPlan } from '../../detect/plan.ts'
import { type CellName, CELLS, parseMatchRow, type MatchedEvent } from '../../detect/match-row.ts'
import { LEVELS, type Level, type Rule } from '../../detect/rule.ts'
import type { ListFormat } from '../../format/list-formats.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import type { RowRun } from '../../format/row.ts'
import { listWriter } from '../../output/list.ts'
import { findingColumns } from './columns.ts'
import { detailsText } from './details.ts'
import { UsageError } from '../../util/usage-error.ts'
import { FindingsPage } from './page.ts'
import { Findings } from '../../detect/findings.ts'

export interface DetectFlags extends ReadingFlags, RuleFlags {
  readonly list?: true
  readonly events?: true
  readonly details?: true
  readonly output?: ListFormat | 'html'
  readonly csvSafe?: true
  readonly failOn?: Level
}

/** The cells that findings by rule need. */
const COUNTED_CELLS: readonly CellName[] = ['identity', 'event-id']

export async function runDetect(
  uris: readonly string[],
  flags: DetectFlags,
  io: Io,
  argv: readonly string[],
): Promise<ExitCode> {
  const isPage = flags.output === 'html'
  if (isPage) checkPage(flags, io)
  const loaded = await loadPlan(flags, io)
  const { plan, isWhole, refused } = loaded
  const options = {
    color: await colorFor(io.out, io.env, flags.color),
    ascii: needsAscii(io.env),
    csvSafe: flags.csvSafe,
    time: timeFormatter(flags.timeZone),
  }
  const format = listFormat(flags.output === 'html' ? undefined : flags.output, io)
  if (flags.list) {
    const rules = listWriter(format, ruleListColumns(options), io.out, options)
    for (const rule of reportedRules(plan)) await rules.row(rule)
    await rules.end()
    return isWhole ? EXIT.ok : EXIT.unread
  }
  checkRules(loaded)

  return readEvents({ uris, flags, io }, async (reading) => {
    const findings = new Findings()
    const events = flags.events ? listWriter(format, eventColumns(options), io.out, options) : undefined
    const page = isPage ? new FindingsPage(options.time) : undefined
    let worst = -1
    const cells = flags.events || isPage ? CELLS : COUNTED_CELLS
    const spec = { rules: plan.events, values: plan.values, cells, withRecord: isPage }
    const report = async (rule: Rule, event: MatchedEvent): Promise<void> => {
      worst = Math.max(worst, LEVELS.indexOf(rule.level))
      if (events) await events.row({ rule, event })
      else findings.add(rule, event)
    }
    const take = async (rows: RowRun): Promise<void> => {
      for (let i = 0; i < rows.count; i++) {
        const event = parseMatchRow(rows.row(i), spec)
        const matched: Rule[] = []
        for (const index of event.rules) {
          const rule = plan.events[index]!
          if (plan.reported.has(rule)) {
            matched.push(rule)
            await report(rule, event)
          }
          for (const found of correlate(plan, rule, event)) {
            matched.push(found.rule)
            worst = Math.max(worst, LEVELS.indexOf(found.rule.level))
            if (events) await events.row({ rule: found.rule, event })
            else findings.addCorrelation(found)
          }
        }
        if (page && matched.length > 0) await page.add(matched, event)
      }
    }
    // Correlations need events in time order; otherwise no event is held until the end.
    const ascending = plan.correlations.length > 0 || flags.events === true || isPage
    const result = await reading.detections(spec, take, { ascending })

    if (events) await events.end()
    else if (page) {
      const { sources, selection } = reading
      const opening = { argv, now: io.now(), author: undefined, sources, selection, report: result.report }
      const asked = plan.reported.size + plan.correlations.length
      const parts = await page.text({ findings: findings.sorted(), asked, refused }, opening)
      // The page of a failed run would look complete.
      if (result.failure === undefined) for (const part of parts) await io.out.write(part)
    } else {
      const sorted = findings.sorted()
      const writer = listWriter(format, findingColumns(options), io.out, options)
      for (const finding of sorted) await writer.row(finding)
      await writer.end()
      if (flags.details && format === 'table') {
        const sources = reading.sources.map(({ uri }) => uri)
        for (const finding of sorted) await io.out.write(`\n${detailsText(finding, options.color, sources)}`)
      }
    }
    const verb = `matched by ${count(plan.events.length, 'rule')}`
    const exitCode = await reading.finish(result, { verb, ascending, ifNone: noFinding(flags) })
    if (exitCode !== EXIT.ok) return exitCode
    const isAlarm = flags.failOn !== undefined && worst >= LEVELS.indexOf(flags.failOn)
    return isAlarm || !isWhole ? EXIT.unread : EXIT.ok
  })
}

function noFinding({ minLevel }: DetectFlags): string {
  const more = minLevel === 'informational' ? '' : '; a lower --min-level evaluates more rules'
  return `no event matches a rule${more}`
}

function checkPage({ list, events, details }: DetectFlags, io: Io): void {
  if (io.out.isTty) throw new UsageError('-o html is not for a terminal', 'redirect it: > findings.html')
  const other = list ? '--list' : events ? '--events' : details ? '--details' : undefined
  if (other !== undefined)
    throw new UsageError(
      `-o html cannot be combined with ${other}`,
      'a page contains the findings, what they mean, and the events',
    )
}

function reportedRules({ reported, correlations }: DetectPlan): readonly Rule[] {
  const rules: readonly Rule[] = [...reported, ...correlations.map(({ rule }) => rule)]
  return rules.toSorted(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || (a.title < b.title ? -1 : 1),
  )
}
