/**
 * Passes items from one producer to one consumer, one at a time: the producer waits until the next item is requested.
 */
export class Handoff<T> implements AsyncIterable<T> {
  private held: { readonly item: T; readonly taken: () => void } | undefined
  private wake: (() => void) | undefined
  private ended = false

  /** Resolves when the consumer is done with the item or has stopped; undefined after `end`. */
  give(item: T): Promise<void> | undefined {
    if (this.ended) return undefined
    return new Promise((taken) => {
      this.held = { item, taken }
      this.wake?.()
    })
  }

  /** Ends the sequence, from either side. */
  end(): void {
    this.ended = true
    this.held?.taken()
    this.wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      const { held } = this
      if (held !== undefined) {
        yield held.item
        this.held = undefined
        held.taken()
      } else if (this.ended) {
        return
      } else {
        await new Promise<void>((wake) => {
          this.wake = wake
        })
      }
    }
  }
}
