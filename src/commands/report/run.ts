// Runs `report`: flags → one pass over the events → sections and packed events → a page.

import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { loadPlan } from '../../cli/detections/load-plan.ts'
import type { RuleFlags } from '../../cli/detections/rule-options.ts'
import { say } from '../../cli/messages/print.ts'
import { NOTHING_WRITTEN } from '../../cli/messages/summary-context.ts'
import { findingsSection } from '../../cli/page/findings.ts'
import { CHART_COLUMNS, figureSections, placesSection } from '../../cli/page/figures.ts'
import { GENERATOR, openingSections } from '../../cli/page/opening.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { columnOf } from '../../event/fields.ts'
import { PRESETS } from '../../filter/presets.ts'
import { printable } from '../../format/sanitize.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import { omitted, packEvents } from '../../html/events.ts'
import { renderPage } from '../../html/page.ts'
import { openFile } from '../../output/file.ts'
import { summarize } from '../../summary/summary.ts'
import { UsageError } from '../../util/usage-error.ts'
import { COLUMNS, COUNTED, SHOWN, TABLE } from './columns.ts'
import { Gathered } from './gather.ts'
import { presetsSection, verdictSection, verifiedText } from './sections.ts'

export interface ReportFlags extends ReadingFlags, RuleFlags {
  readonly outputFile?: string
  readonly title: string
  readonly author?: string
  readonly maxEvents: number
  readonly top: number
}

export async function runReport(
  uris: readonly string[],
  flags: ReportFlags,
  io: Io,
  argv: readonly string[],
): Promise<ExitCode> {
  const { outputFile, timeZone, quiet, color } = flags
  if (outputFile === undefined && io.out.isTty)
    throw new UsageError('no file for the report', 'add --output-file evidence.html, or redirect the output')
  const { plan, isWhole, refused } = await loadPlan(flags, io)

  return readEvents({ uris, flags, io }, async (reading) => {
    const file = outputFile === undefined ? undefined : await openFile(outputFile, io.cwd)
    try {
      const packer = packEvents(flags.maxEvents)
      const { sources, selection, verification } = reading
      const verifiedOf =
        verification &&
        ((name: string) => verifiedText(verification.reasonOf(name), flags.verifiedOnly === true))
      const gathered = new Gathered(plan, PRESETS, packer, flags.maxEvents, verifiedOf)
      const judge = { filters: PRESETS.map(({ filter }) => filter), rules: plan.events, values: plan.values }
      const result = await reading.judged(judge, COLUMNS, (rows) => gathered.add(rows))
      const packed = await packer.end()
      const { events, records, isFull } = packer
      const table = { events, records, total: gathered.count, isFull: isFull && events < flags.maxEvents }
      const time = timeFormatter(timeZone)
      const counts = { spec: { columns: [], lists: [] }, counts: COUNTED, lists: [], isDashboard: true }
      const summary = summarize(gathered, counts, { timeZone, interval: undefined, buckets: CHART_COLUMNS })
      const opening = { argv, now: io.now(), author: flags.author, sources, selection, report: result.report }
      const asked = plan.reported.size + plan.correlations.length
      const parts = renderPage({
        title: flags.title,
        generator: GENERATOR,
        sections: [
          ...openingSections(opening),
          ...(verification ? [verdictSection(verification, flags.verifiedOnly === true)] : []),
          findingsSection({ findings: gathered.findings(), asked, refused }, time),
          presetsSection(gathered.presets, time),
          ...figureSections(summary, flags.top),
          placesSection(gathered.places),
        ],
        events:
          flags.maxEvents === 0
            ? undefined
            : {
                ...table,
                columns: [
                  ...TABLE.map((column) => columnOf(column).label),
                  ...(verification ? ['Verified'] : []),
                ],
                shown: SHOWN.length,
                packed,
              },
      })
      // `finish` throws before anything of the page is written if nothing could be read.
      const done = `reported${outputFile === undefined ? '' : ` in ${printable(outputFile)}`}`
      const verb = result.failure !== undefined && outputFile !== undefined ? NOTHING_WRITTEN : done
      const exitCode = await reading.finish(result, { verb })
      if (result.failure === undefined || outputFile === undefined)
        for (const part of parts) await (file ?? io.out).write(part)
      if (result.failure === undefined && !io.signal.aborted) await file?.commit()
      const part = flags.maxEvents === 0 ? undefined : omitted(table, table.isFull)
      if (part !== undefined && !quiet) await say(io, [`note: ${part}`], color)
      if (exitCode !== EXIT.ok) return exitCode
      if (verification?.failure !== undefined) {
        if (!quiet)
          await say(
            io,
            [`note: ${verification.failure.message}`, `hint: ${verification.failure.hint}`],
            color,
          )
        return EXIT.unverified
      }
      return !isWhole || verification?.outcome.kind === 'not-valid' ? EXIT.unread : EXIT.ok
    } finally {
      await file?.abort()
    }
  })
}
