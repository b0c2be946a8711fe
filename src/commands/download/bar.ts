// The progress bar: the fetched share, the speed, and the remaining time.

import { bytes, count, duration } from '../../cli/messages/units.ts'
import { thousands } from '../../util/format.ts'
import type { DownloadProgress } from './progress.ts'

/** A request takes about as long as this many bytes. */
const REQUEST_WEIGHT = 16_384

/** One line of at most `columns` characters. `seconds` is the time since the start. */
export function barText(progress: DownloadProgress, seconds: number, columns: number): string {
  const done = progress.fetched + progress.failed
  const rate = `${bytes(progress.fetchedBytes / Math.max(seconds, 0.001))}/s`
  if (progress.listing) {
    const wanted = `${thousands(progress.wanted)} found so far`
    return `${count(done, 'file')} (${bytes(progress.fetchedBytes)}), ${wanted}, ${rate}`.slice(0, columns)
  }
  const total = progress.wantedBytes + progress.wanted * REQUEST_WEIGHT
  const part = (progress.fetchedBytes + progress.failedBytes + done * REQUEST_WEIGHT) / Math.max(total, 1)
  const share = Math.min(1, Math.max(0, part))
  const left = share > 0 ? `, ${duration((seconds * 1000 * (1 - share)) / share)} left` : ''
  const files = `${thousands(done)} of ${count(progress.wanted, 'file')}`
  const text = ` ${Math.floor(share * 100)} %  ${files}, ${bytes(progress.fetchedBytes)}, ${rate}${left}`
  const width = Math.min(40, columns - text.length - 2)
  if (width < 8) return text.trimStart().slice(0, columns)
  const full = Math.round(share * width)
  return `[${'█'.repeat(full)}${' '.repeat(width - full)}]${text}`
}
