// The error for a file in an archive that unpacks to more than the limit.

import { limitText } from '../../util/format.ts'
import { SourceError } from '../source.ts'

export function tooLarge(limit: number): SourceError {
  const hint = 'raise --max-inflated if the file is meant to be that large'
  return new SourceError('unreadable', `unpacks to more than ${limitText(limit)}`, hint)
}
