// The options of `browse`, as commander hands them over.

import type { ReadingFlags } from '../../cli/reading/read-events.ts'

export interface BrowseFlags extends ReadingFlags {
  /** Events that are kept. */
  readonly limit: number
  readonly columns?: readonly string[]
}
