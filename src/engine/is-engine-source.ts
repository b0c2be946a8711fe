// Separate from engine-source.ts, so that the check does not load the modules that write SQL.

import type { Source } from '../source/source.ts'
import type { EngineSource } from './engine-source.ts'

export function isEngineSource(source: Source): source is EngineSource {
  return 'engine' in source
}
