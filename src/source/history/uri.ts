// Parses `history:us-east-1,eu-west-1`. Pure.

import { UsageError } from '../../util/usage-error.ts'
import { notARegion } from '../cloudtrail/regions.ts'

export interface HistoryAddress {
  /** Undefined for the configured Region. */
  readonly regions: readonly string[] | 'all' | undefined
}

/** Throws UsageError. */
export function parseHistoryUri(uri: string): HistoryAddress {
  const text = uri.replace(/^history:/i, '')
  if (text === '') return { regions: undefined }
  if (text === 'all') return { regions: 'all' }
  const regions = text.split(',').map((region) => region.trim())
  for (const region of regions) {
    const wrong = notARegion(region)
    if (wrong === undefined) continue
    const meant = region === '*' ? 'all' : wrong.meant
    throw new UsageError(
      `not a Region: '${region}' in '${uri}'`,
      meant === undefined
        ? 'write history:us-east-1, several with commas between, or history:all'
        : `did you mean history:${regions.map((one) => (one === region ? meant : one)).join(',')}?`,
    )
  }
  return { regions: [...new Set(regions)] }
}
