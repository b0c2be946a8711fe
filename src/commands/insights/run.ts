// Runs `insights`: Insights events → pairs → a list, or a page for each.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { count } from '../../cli/messages/units.ts'
import { select } from '../../cli/options/select-events.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { listFormat } from '../../cli/options/list-output.ts'
import { formatTime } from '../../event/event-time.ts'
import { insightOf, pairInsights, type Insight } from '../../event/insight.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import { listWriter } from '../../output/list.ts'
import type { ListFormat } from '../../format/list-formats.ts'
import { insightColumns } from './columns.ts'
import { aroundTexts, insightPage, SPAN, type Rates } from './page.ts'

export interface InsightsFlags extends ReadingFlags {
  readonly details?: true
  readonly output?: ListFormat
  readonly csvSafe?: true
}

export async function runInsights(uris: readonly string[], typed: InsightsFlags, io: Io): Promise<ExitCode> {
  const flags: InsightsFlags = { ...typed, kind: ['insight'] }
  return readEvents({ uris, flags, io }, async (reading) => {
    const stream = reading.events()
    const found: Insight[] = []
    for await (const { event } of stream) {
      const insight = insightOf(event)
      if (insight) found.push(insight)
    }
    const result = await stream.result
    const pairs = pairInsights(found)
    const color = await colorFor(io.out, io.env, flags.color)
    const ascii = needsAscii(io.env)
    const time = timeFormatter(flags.timeZone)
    if (flags.details && flags.output === undefined) {
      const sources = reading.sources.map(({ uri }) => uri)
      for (const [n, insight] of pairs.entries()) {
        const rates = await ratesAround(insight)
        const page = insightPage(insight, { color, ascii, time, columns: io.out.columns, sources, rates })
        await io.out.write(n === 0 ? page : `\n${page}`)
      }
    } else {
      const format = listFormat(flags.output, io)
      const writer = listWriter(format, insightColumns(time), io.out, {
        color,
        ascii,
        csvSafe: flags.csvSafe,
      })
      for (const insight of pairs) await writer.row(insight)
      await writer.end()
    }
    return reading.finish(result, {
      verb: `in ${count(pairs.length, 'unusual period')}`,
      ifNone: NO_INSIGHTS,
    })

    /** Calls per minute, from the management events of the same sources; undefined if there are none. */
    async function ratesAround(insight: Insight): Promise<Rates | undefined> {
      const { start = insight.end } = insight
      if (start === undefined) return undefined
      const from = start - SPAN
      const to = (insight.end ?? start) + SPAN
      const around = { texts: aroundTexts(insight), start: formatTime(from), end: formatTime(to) }
      const { filter, walk } = select(
        { ...around, lateDays: flags.lateDays, ...(flags.ignoreNames && { ignoreNames: true }) },
        { now: io.now(), hideReadOnly: false, onlyFiles: false },
      )
      const minutes = new Uint32Array(Math.floor((to - from) / MINUTE) + 1)
      const events = reading.events({ filter, walk })
      let total = 0
      for await (const { event } of events) {
        const minute = Math.floor((event.time - from) / MINUTE)
        if (!(minute >= 0 && minute < minutes.length)) continue
        minutes[minute]!++
        total++
      }
      return total === 0 ? undefined : { from, minutes }
    }
  })
}

const MINUTE = 60_000
const NO_INSIGHTS =
  'no Insights events found; a trail records them only if Insights is turned on (see trail-explore trails)'
