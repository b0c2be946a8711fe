// What the end of a run is told with: who ran, on what, and what was asked for.

import type { Source } from '../source/source.ts'
import type { Selection } from './filter-options.ts'
import type { Io } from './io.ts'

export interface Ending {
  readonly io: Io
  readonly flags: { readonly quiet?: true; readonly debug?: true }
  readonly sources: readonly Source[]
  readonly selection: Selection
  readonly limit?: number | undefined
  readonly ascending?: boolean
  /** What the run shows, when that is not events: `counted` for a tally. */
  readonly verb?: 'shown' | 'counted'
}
