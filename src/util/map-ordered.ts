// Runs work concurrently and yields results in input order, which makes reports the same on every run.

/**
 * Runs `work` on up to `width` inputs at once; yields results in input order. At most `width` results are waiting, so
 * memory does not grow with the input. An error is thrown when its result is due.
 */
export async function* mapOrdered<In, Out>(
  inputs: AsyncIterable<In> | Iterable<In>,
  width: number,
  work: (input: In) => Promise<Out> | Out,
): AsyncGenerator<Out> {
  const waiting: Promise<Out>[] = []
  for await (const input of inputs) {
    const result = (async () => work(input))()
    // Its turn may come much later; until then the failure must not count as an unhandled rejection.
    result.catch(() => undefined)
    waiting.push(result)
    if (waiting.length >= width) yield await waiting.shift()!
  }
  while (waiting.length > 0) yield await waiting.shift()!
}
