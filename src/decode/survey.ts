// Index data of a log file: its words, and the times of its events. Only for a file in which every record is complete, has
// a time, and is written in the text itself. Any other file must be opened every time, so that it is reported every time.

import type { Survey } from './batch.ts'
import type { FileStamp } from '../util/read-regular-file.ts'
import type { Scanner } from './json/scan.ts'

export type Span = Pick<Survey, 'from' | 'to'>

/**
 * Of the text that the scanner holds, whose first record begins at `start`. `words`: its words, collected before anything
 * has scanned it. `known`: what somebody who has read all of its records, and found nothing unusual, knows of it. Undefined
 * when anything is unusual, or later than `notAfter`. `stamp`: the version of the file.
 */
export function surveyText(
  scanner: Scanner,
  words: Uint8Array | undefined,
  start: number,
  notAfter = Infinity,
  known?: Span,
  stamp?: FileStamp,
): Survey | undefined {
  // A scan of the whole text, so only if there are words.
  const span = words && (known ?? scanner.span(start))
  if (words === undefined || span === undefined) return undefined
  const { from, to } = span
  return from <= to && to <= notAfter ? { words, from, to, stamp } : undefined
}
