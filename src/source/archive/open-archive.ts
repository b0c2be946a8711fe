// Opens an archive of either kind. The readers are loaded on use.

import type { ArchiveBytes, ArchiveLimits, OpenArchive } from './archive.ts'
import { HEAD, headOf, isZip } from './kind.ts'

/** Throws SourceError. */
export async function openArchive(where: ArchiveBytes, limits: ArchiveLimits): Promise<OpenArchive> {
  const head = 'path' in where ? headOf(where.path) : where.bytes.subarray(0, HEAD)
  return isZip(head)
    ? (await import('./zip.ts')).openZip(where, limits)
    : (await import('./tar.ts')).openTar(where, limits)
}
