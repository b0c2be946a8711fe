// The progress line of a long run: on stderr, only on a terminal, erased at the end.

import type { RunReport } from '../../query/report.ts'
import { thousands } from '../../util/format.ts'
import type { Io } from '../io.ts'
import { bytes, count } from './units.ts'

export interface Progress {
  readonly update: (report: RunReport) => void
  /** Erases the line. */
  readonly stop: () => Promise<void>
}

/** Nothing is shown of a run that ends within this time. */
const PROGRESS_DELAY = 400
const EVERY = 150

export function startProgress(io: Io, flags: { readonly quiet?: true }): Progress {
  const { show, stop } = startStatus(io, flags)
  return { update: (report) => show((seconds) => line(report, seconds)), stop }
}

export interface Status {
  /** Asked for the text when it is time to show one, with the seconds since the start and the room there is. */
  readonly show: (text: (seconds: number, columns: number) => string) => void
  /** Erases the line. */
  readonly stop: () => Promise<void>
}

export function startStatus(io: Io, flags: { readonly quiet?: true }): Status {
  if (!io.err.isTty || flags.quiet || io.env['TERM'] === 'dumb')
    return { show: () => {}, stop: async () => {} }
  const started = io.clock()
  let next = started + PROGRESS_DELAY
  let shown = false
  return {
    show(text) {
      const now = io.clock()
      if (now < next || io.isPaging?.()) return
      next = now + EVERY
      shown = true
      const room = io.err.columns - 1
      // Nobody waits for a progress line.
      io.err.write(`\r\u001b[2K${text((now - started) / 1000, room).slice(0, room)}`).catch(() => {})
    },
    async stop() {
      if (shown && !io.isPaging?.()) await io.err.write('\r\u001b[2K')
    },
  }
}

function line(report: RunReport, seconds: number): string {
  const rate = bytes(report.inflated / Math.max(seconds, 0.001))
  return (
    `${count(report.files.read, 'file')}, ${bytes(report.bytes)} read, ${count(report.records, 'event')} scanned, ` +
    `${thousands(report.matched)} matched, ${rate}/s`
  )
}
