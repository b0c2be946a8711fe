// The options of `browse`, as parsed by commander.

import type { ReadingFlags } from '../../cli/reading/read-events.ts'

export interface BrowseFlags extends ReadingFlags {
  /** Maximum number of events kept. */
  readonly limit: number
  readonly columns?: readonly string[]
}
