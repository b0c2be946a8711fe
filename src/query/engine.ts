// Runs any number of queries on the same sources, which share threads, opened clients and, if requested and safe,
// listings. The code that opened the sources closes them.

import { DecodePool } from '../decode/pool.ts'
import type { Source } from '../source/source.ts'
import type { IndexOptions } from './index-use.ts'
import { keepListings } from './listings.ts'
import type { Query } from './query.ts'
import { runQuery, type RunHooks, type RunResult } from './run.ts'

export interface EngineOptions {
  readonly sources: readonly Source[]
  /** Number of decoding threads; 0 decodes in-process. */
  readonly threads: number
  /** Maximum number of concurrent requests to a remote source, in each run. */
  readonly concurrency: number
  /** Maximum inflated size of a file, in bytes. */
  readonly maxInflated: number
  /** Also time the steps inside a file. */
  readonly debug?: boolean | undefined
  /** The index, and whether to add all files to it. */
  readonly index?: IndexOptions | undefined
  /**
   * Keeps listings of past days for several queries on a remote tree; the value is the time of opening, epoch
   * milliseconds.
   */
  readonly keepListings?: number | undefined
}

export interface Engine {
  /** The sources of the options, or their replacements: use these for anything else that reads the tree. */
  readonly sources: readonly Source[]
  /** Runs a query to its end or its limit; see `runQuery`. Several may run at the same time. */
  run(query: Query, hooks?: RunHooks): Promise<RunResult>
  /** Ends the threads. */
  close(): Promise<void>
}

export function openEngine(options: EngineOptions): Engine {
  const { concurrency, maxInflated, debug = false, index, keepListings: now } = options
  const sources =
    now === undefined ? options.sources : options.sources.map((source) => keepListings(source, now))
  const pool = new DecodePool(options.threads)
  const resources = { sources, pool, concurrency, maxInflated, debug, index }
  return {
    sources,
    run: (query, hooks = {}) => runQuery(query, resources, hooks),
    close: () => pool.close(),
  }
}
