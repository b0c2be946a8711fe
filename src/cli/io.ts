// The seam between the program and the world. Commands get an Io and nothing else; only main.ts builds a real one.

export interface Sink {
  /** Resolves when the text is accepted (back-pressure). Throws ClosedPipeError when nobody reads any more. */
  write(data: string | Uint8Array): Promise<void>
  readonly isTty: boolean
  /** Width in characters; 80 where unknown. */
  readonly columns: number
}

export interface Io {
  readonly out: Sink
  readonly err: Sink
  /** Standard input, read once and only when `-` is a source. */
  readonly stdin: () => AsyncIterable<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly now: () => Date
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

/** The reader of a pipe went away (`… | head`): a quiet end, not an error. */
export class ClosedPipeError extends Error {
  override name = 'ClosedPipeError'
}
