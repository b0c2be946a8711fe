// Ends a run after its first files.

export class FirstFiles {
  /** Number of files that have been read. */
  read = 0
  private readonly most: number
  private begun = 0
  private isMore = false
  private readonly enough = new AbortController()

  constructor(most: number) {
    this.most = most
  }

  /** Aborted when the first files have been read and there are more. */
  get signal(): AbortSignal {
    return this.enough.signal
  }

  /** For `isKnown` of a query: true for every file beyond the first ones. */
  readonly isBeyond = (): boolean => {
    if (this.begun < this.most) {
      this.begun++
      return false
    }
    this.isMore = true
    this.end()
    return true
  }

  /** For `onFile` of a run. */
  readonly onFile = (): void => {
    this.read++
    if (this.isMore) this.end()
  }

  private end(): void {
    if (this.read >= this.begun) this.enough.abort()
  }
}
