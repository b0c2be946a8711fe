// A module of its own, because option declarations load it at every start.

import { LIST_FORMATS } from '../../format/list-formats.ts'

export const TRACE_FORMATS = [...LIST_FORMATS, 'dot', 'mermaid'] as const
export type TraceFormat = (typeof TRACE_FORMATS)[number]
