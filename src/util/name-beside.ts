// Names for temporary files and folders that become another one when they are complete.

import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'

/** A new name in the folder of the target. It does not contain the target's name, which may have the maximum length. */
export function nameBeside(target: string): string {
  return join(dirname(target), `.trail-explore-${randomBytes(6).toString('hex')}.tmp`)
}
