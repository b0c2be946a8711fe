/** From one who makes to one who takes, one thing at a time: whoever gives waits until the next is asked for. */
export class Handoff<T> implements AsyncIterable<T> {
  private held: { readonly item: T; readonly taken: () => void } | undefined
  private wake: (() => void) | undefined
  private ended = false

  /** Resolves when the taker is done with it, or wants no more. */
  give(item: T): Promise<void> | undefined {
    if (this.ended) return undefined
    return new Promise((taken) => {
      this.held = { item, taken }
      this.wake?.()
    })
  }

  /** Nothing more is given, or taken. */
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
