// Reads streams of unknown size, such as standard input and devices, up to a limit.

import { limitText } from '../util/format.ts'
import { joinChunks } from './s3/body.ts'
import { SourceError } from './source.ts'

/** Reads the stream to its end. Throws SourceError beyond `atMost` bytes, and the errors of the stream. */
export async function readAll(stream: AsyncIterable<Uint8Array>, atMost: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > mostStored(atMost)) {
      const hint = 'raise --max-inflated if it is meant to be that large, or save it as several files'
      throw new SourceError('unreadable', `larger than ${limitText(atMost)}`, hint)
    }
    chunks.push(chunk)
  }
  return joinChunks(chunks)
}

/** The maximum stored size of a file that inflates to `inflated` bytes: gzip adds little to data that it cannot compress. */
export function mostStored(inflated: number): number {
  return inflated * 1.01 + 1000
}

/** A stream whose beginning has been read already: the beginning, then the rest. */
export async function* joined<T>(
  head: Iterable<T>,
  rest: AsyncIterator<T>,
): AsyncGenerator<T, void, undefined> {
  yield* head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
