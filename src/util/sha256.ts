// What digest files say of contents, and what contents are held to.

import { createHash } from 'node:crypto'

/** Lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
