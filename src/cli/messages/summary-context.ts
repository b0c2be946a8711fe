// Context for the final summary: the command, its sources and its options.

import type { Source } from '../../source/source.ts'
import type { ColorChoice } from '../color.ts'
import type { Io } from '../io.ts'
import type { Selection } from '../options/select-events.ts'

export interface SummaryContext {
  readonly io: Io
  readonly flags: { readonly quiet?: true; readonly debug?: true; readonly color?: ColorChoice }
  readonly sources: readonly Source[]
  readonly selection: Selection
  readonly limit?: number | undefined
  /** The limit is the default, so the summary says how to see more. */
  readonly limitIsDefault?: boolean
  readonly ascending?: boolean
  /** The command has --duplicates, so the summary may mention it. */
  readonly showsCopies?: boolean
  /** What was done with the events: `shown`, `counted`, `written to a.csv`. */
  readonly verb?: string
  /** The requested columns: fields and paths. */
  readonly columns?: readonly string[] | undefined
  /** No file was read: an SQL engine counted. */
  readonly isCountedByEngine?: boolean
  /** For commands that choose the events themselves: why there may be none, instead of hints about --kind and filters. */
  readonly ifNone?: string | undefined
  /** Results of a second look at the files after a query without results. */
  readonly secondLook?: readonly string[]
}

/** The verb of a run that ended early, where the file or folder appears only when it is complete. */
export const NOTHING_WRITTEN = 'read, and nothing written'
