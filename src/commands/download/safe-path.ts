// Turns a key into a path that every file system accepts and that cannot lead out of the target folder. CloudTrail's
// own names stay unchanged. Names that some system refuses are changed on all systems, so that a copy can be moved.

import { createHash } from 'node:crypto'

/** The folder for unfinished files. No key can map into it. */
export const UNFINISHED = '.trail-explore-unfinished'

/**
 * Path segments joined by `/`, none of them empty, `.` or `..`. Different keys get different paths: forbidden
 * characters become `%XX`, as in a URL, and a name that is too long ends in a hash of the whole name.
 */
export function safePath(key: string): string {
  return key.split('/').map(safeName).join('/')
}

// Windows refuses these, treats `\` as a separator, and takes text after `:` as an alternate data stream. A `%` is
// encoded only where it would look like one of our escapes.
// oxlint-disable-next-line no-control-regex
const REFUSED = /[\u0000-\u001f\u007f<>:"\\|?*]|%(?=[0-9A-Fa-f]{2})/g
/** Windows opens these device names with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i
/** Bytes. File systems allow 255, and a side-car's name is 14 longer than its digest's. */
const MAX_LENGTH = 240

function safeName(name: string): string {
  if (name === '') return '%2F'
  // A lone surrogate is not valid UTF-8 and becomes U+FFFD, as it would on disk.
  let safe = Buffer.from(name).toString().replace(REFUSED, encoded)
  if (/^\.{1,2}$/.test(safe) || safe.toLowerCase() === UNFINISHED) safe = safe.replaceAll('.', '%2E')
  safe = safe.replace(/[. ]$/, encoded) // Windows drops them
  if (DEVICE.test(safe)) safe = encoded(safe.charAt(0)) + safe.slice(1)
  return Buffer.byteLength(safe) <= MAX_LENGTH ? safe : shortened(safe, name)
}

function encoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

function shortened(safe: string, name: string): string {
  const suffix = /\.json(?:\.gz)?$/.exec(safe)?.[0] ?? ''
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16)
  let head = ''
  for (const char of safe) {
    if (Buffer.byteLength(head + char) > MAX_LENGTH - 17 - suffix.length) break
    head += char
  }
  return `${head}~${hash}${suffix}`
}
