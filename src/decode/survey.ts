// What a log file holds, for an index: its words and the time of its events. Only of a file in which every record is whole,
// has a time, and lies in the text as it is: anything else has to be opened every time, so that it is told every time.

import type { Survey } from './batch.ts'
import type { Scanner } from './json/scan.ts'

export type Span = Pick<Survey, 'from' | 'to'>

/**
 * Of the text that the scanner holds, whose first record begins at `start`. `span`: what somebody who has read all of its
 * records, and found nothing unusual, knows of it. Undefined when anything is unusual, or later than `notAfter`.
 */
export function surveyText(
  scanner: Scanner,
  start: number,
  notAfter = Infinity,
  span = scanner.span(start),
): Survey | undefined {
  if (span === undefined || !(span.from <= span.to && span.to <= notAfter) || scanner.isDisguised(true))
    return undefined
  const words = scanner.wordFilter()
  return words && { words, ...span }
}
