// The progress line of a long run: on stderr, only on a terminal, erased at the end. A timer also redraws it, so that a
// slow listing, which reports nothing, is seen to continue.

import { printable } from '../../format/sanitize.ts'
import { truncate, truncateMiddle } from '../../format/width.ts'
import type { WalkReport } from '../../logfile/walk-report.ts'
import type { RunReport } from '../../query/report.ts'
import { thousands } from '../../util/format.ts'
import type { Io } from '../io.ts'
import { bytes, count, duration } from './units.ts'

export interface Progress {
  readonly update: (report: RunReport) => void
  /** Erases the line. */
  readonly stop: () => Promise<void>
}

/** Milliseconds before the line first appears, so that short runs show none. */
const PROGRESS_DELAY = 400
const EVERY = 150

export function startProgress(io: Io, flags: { readonly quiet?: true }): Progress {
  const { show, stop } = startStatus(io, flags)
  return { update: (report) => show((seconds, columns) => progressText(report, seconds, columns)), stop }
}

export interface Status {
  /**
   * Sets the function that makes the text; it is called when the line is drawn, with the elapsed seconds and the
   * available columns.
   */
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
  let latest: ((seconds: number, columns: number) => string) | undefined
  function draw(): void {
    const now = io.clock()
    if (latest === undefined || now < next || io.isPaging?.()) return
    next = now + EVERY
    shown = true
    const room = io.err.columns - 1
    const text = truncate(latest((now - started) / 1000, room), room)
    // Not awaited: the run must not wait for the progress line.
    io.err.write(`\r\u001b[2K${text}`).catch(() => {})
  }
  const timer = setInterval(draw, EVERY)
  timer.unref()
  return {
    show(text) {
      latest = text
      draw()
    },
    async stop() {
      clearInterval(timer)
      latest = undefined
      if (shown && !io.isPaging?.()) await io.err.write('\r\u001b[2K')
    },
  }
}

/** As many parts as fit: files read, files in total, and the folder being listed. */
export function progressText(report: RunReport, seconds: number, columns: number): string {
  const { files, walk } = report
  if (files.read === 0) return listingText(walk, columns)
  const isCounted = walk.isComplete && !report.limited
  const left = isCounted ? ((files.wanted - files.read) * seconds) / files.read : undefined
  const known = `${thousands(files.read)} of ${count(files.wanted, 'file')}${isCounted ? '' : ' so far'}`
  const parts = [
    known,
    ...(left === undefined || left < 1 ? [] : [`about ${duration(left * 1000)} left`]),
    `${count(report.records, 'event')} scanned`,
    `${bytes(report.inflated / Math.max(seconds, 0.001))}/s`,
    `${bytes(report.bytes)} read`,
  ]
  const text = fitting(parts, columns)
  const room = columns - text.length - 2
  return walk.isComplete || room < MIN_LISTING ? text : `${text}, ${listingText(walk, room)}`
}

/** Minimum number of columns in which a folder is shown. */
const MIN_LISTING = 30

/** `listing 123456789012/CloudTrail/eu-west-1/2024/08/18, 1,204 files found` */
export function listingText(
  { listing, found }: Pick<WalkReport, 'listing' | 'found'>,
  columns: number,
): string {
  if (listing === undefined) return 'listing'
  const tail = found > 0 ? `, ${count(found, 'file')} found` : ''
  const folder = printable(listing.replace(/^.*AWSLogs\/(?=.)/, '').replace(/\/$/, '')) || 'the top folder'
  return `listing ${truncateMiddle(folder, Math.max(columns - 'listing '.length - tail.length, 8))}${tail}`
}

function fitting(parts: readonly string[], columns: number): string {
  let text = parts[0] ?? ''
  for (const part of parts.slice(1)) {
    if (text.length + 2 + part.length > columns) break
    text += `, ${part}`
  }
  return text
}
