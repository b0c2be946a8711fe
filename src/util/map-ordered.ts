// Work that runs side by side and comes out in the order it went in: what makes a report the same on every run.

/**
 * Runs `work` on up to `width` inputs at once; yields results in input order. No more than `width` results wait, so
 * memory does not grow with the input. An error ends the run when its turn comes.
 */
export async function* mapOrdered<In, Out>(
  inputs: AsyncIterable<In> | Iterable<In>,
  width: number,
  work: (input: In) => Promise<Out> | Out,
): AsyncGenerator<Out> {
  const waiting: Promise<Out>[] = []
  for await (const input of inputs) {
    const result = (async () => work(input))()
    // Its turn may be far away; until then, a failure is not "unhandled".
    result.catch(() => undefined)
    waiting.push(result)
    if (waiting.length >= width) yield await waiting.shift()!
  }
  while (waiting.length > 0) yield await waiting.shift()!
}
