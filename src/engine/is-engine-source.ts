// Apart from engine-source.ts, so that asking does not load what writes SQL.

import type { Source } from '../source/source.ts'
import type { EngineSource } from './engine-source.ts'

export function isEngineSource(source: Source): source is EngineSource {
  return 'engine' in source
}
