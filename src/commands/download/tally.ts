// How far a download has come.

export interface Tally {
  /** Of CloudTrail, as far as the listing has come. */
  found: number
  /** Not of CloudTrail, and left where they are. */
  others: number
  /** Log files that no valid digest vouches for, left where they are. */
  unproved: number
  /** In the target already, of the same size. */
  there: number
  /** To be fetched, as far as the listing has come. */
  wanted: number
  wantedBytes: number
  fetched: number
  fetchedBytes: number
  /** Tried and not got. */
  failed: number
  failedBytes: number
  /** Signatures of digest files kept, and digest files that came without. */
  signatures: number
  unsigned: number
  /** While the listing goes on, all of these may still grow. */
  listing: boolean
}

export function newTally(): Tally {
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
