// A key as a path that every file system takes and that cannot lead out of the folder it is joined to. Names that
// CloudTrail writes stay as they are. What is refused somewhere is refused everywhere, so that a mirror can be moved.

import { createHash } from 'node:crypto'

/** The folder in which files are written before they get their names. No key can lead into it. */
export const UNFINISHED = '.trail-explore-unfinished'

/**
 * Components with `/` between them, none of them empty, `.` or `..`. Different keys have different paths: what cannot
 * stay becomes `%XX`, as in a URL, and a name that is too long ends in a hash of the whole.
 */
export function safePath(key: string): string {
  return key.split('/').map(safeName).join('/')
}

// Windows refuses these, and takes `\` for a separator and what follows `:` for another stream of the file. A `%` is
// only touched where it would look like one of ours.
// oxlint-disable-next-line no-control-regex
const REFUSED = /[\u0000-\u001f\u007f<>:"\\|?*]|%(?=[0-9A-Fa-f]{2})/g
/** Windows opens a device whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i
/** Bytes; file systems take 255, and a side-car's name is 14 longer than its digest file's. */
const MAX_LENGTH = 240

function safeName(name: string): string {
  if (name === '') return '%2F'
  // Half a surrogate pair is no UTF-8, and becomes U+FFFD here as it would on disk.
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
