// Progress of a download.

export interface DownloadProgress {
  /** CloudTrail files listed so far. */
  found: number
  /** Other files, which are not copied. */
  others: number
  /** Log files that no valid digest covers, which are not copied. */
  unproved: number
  /** Files that the target already has, with the same size. */
  there: number
  /** Files to fetch, listed so far. */
  wanted: number
  wantedBytes: number
  fetched: number
  fetchedBytes: number
  /** Files that could not be fetched. */
  failed: number
  failedBytes: number
  /** Digest files with a saved signature, and digest files without one. */
  signatures: number
  unsigned: number
  /** True while the listing continues and all of these numbers may grow. */
  listing: boolean
}

export function newProgress(): DownloadProgress {
  return {
    found: 0,
    others: 0,
    unproved: 0,
    there: 0,
    wanted: 0,
    wantedBytes: 0,
    fetched: 0,
    fetchedBytes: 0,
    failed: 0,
    failedBytes: 0,
    signatures: 0,
    unsigned: 0,
    listing: true,
  }
}
