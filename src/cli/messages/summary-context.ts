// What the end of a run is told with: who ran, on what, and what was asked for.

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
  /** Nobody asked for the limit, so the ending says how to see more. */
  readonly limitIsDefault?: boolean
  readonly ascending?: boolean
  /** The command has --duplicates, so the ending may name it. */
  readonly showsCopies?: boolean
  /** What became of the events: `shown`, `counted`, `written to a.csv`. */
  readonly verb?: string
  /** The columns that were asked for, fields and paths. */
  readonly columns?: readonly string[] | undefined
  /** What a second look at the files says of a question that found nothing. */
  readonly secondLook?: readonly string[]
}
