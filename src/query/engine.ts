// Runs any number of queries on the same sources: they share threads, opened clients and, where that is asked for and
// safe, listings. Whoever opened the sources closes them.

import { DecodePool } from '../decode/pool.ts'
import type { Source } from '../source/source.ts'
import type { IndexOptions } from './index-use.ts'
import { keepListings } from './listings.ts'
import type { Query } from './query.ts'
import { runQuery, type RunHooks, type RunResult } from './run.ts'

export interface EngineOptions {
  readonly sources: readonly Source[]
  /** Decoding threads; 0 stays in-process. */
  readonly threads: number
  /** Requests to a remote source under way at the same time, in each run. */
  readonly concurrency: number
  /** Most inflated bytes a file may have. */
  readonly maxInflated: number
  /** Time the steps inside a file too. */
  readonly debug?: boolean | undefined
  /** What is known of files before they are opened, and whether to learn of all of them. */
  readonly index?: IndexOptions | undefined
  /** Keeps listings of days that are over, for several queries on one remote tree: when it is opened, epoch milliseconds. */
  readonly keepListings?: number | undefined
}

export interface Engine {
  /** Those of the options, or what stands in for them: what else is asked of a tree should be asked of these. */
  readonly sources: readonly Source[]
  /** Runs a query to its end, or to its limit; see `runQuery`. Several may run at the same time. */
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
