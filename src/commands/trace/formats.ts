// Apart from the work, because options name them at every start.

import { LIST_FORMATS } from '../../format/list-formats.ts'

export const TRACE_FORMATS = [...LIST_FORMATS, 'dot', 'mermaid'] as const
export type TraceFormat = (typeof TRACE_FORMATS)[number]
