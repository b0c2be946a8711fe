// Reads files again for the values of events of which only the bytes were hashed (see doubts.ts).

import type { Batch, DecodePlan, FileInput } from '../decode/batch.ts'
import type { DecodePool } from '../decode/pool.ts'
import type { AggregateSum } from './aggregate.ts'

/** Copies cannot be recognized by bytes: there are too many doubts, or a file has changed. */
export const BYTES_DIFFER = new Error('copies differ in their bytes')

/** Maximum number of files kept for reading again; older ones count as unavailable. */
const MAX_KNOWN = 100_000
const JOB_FILES = 8

export class ReadAgain {
  private readonly pool: DecodePool
  private readonly plan: DecodePlan
  private readonly inputs = new Map<number, FileInput>()

  /** The plan recognizes copies by value. */
  constructor(pool: DecodePool, plan: DecodePlan) {
    this.pool = pool
    this.plan = plan
  }

  /** Notes a file that is read for the first time. */
  note(input: FileInput): void {
    // A file inside an archive has no path.
    if (input.path === undefined) return
    this.inputs.set(input.index, input)
    if (this.inputs.size > MAX_KNOWN) this.inputs.delete(input.index - MAX_KNOWN)
  }

  /** Counts the events in doubt. Throws BYTES_DIFFER if that is not possible. */
  async settle(aggregate: AggregateSum): Promise<void> {
    const { doubts } = aggregate
    const files = [...doubts.files]
      .map((number) => this.inputs.get(number))
      .filter((file) => file !== undefined)
    if (files.length < doubts.files.size) throw BYTES_DIFFER
    if (files.length === 0) return
    const decoding = this.pool.open(this.plan)
    const jobs = Array.from({ length: Math.ceil(files.length / JOB_FILES) }, (_, n) =>
      decoding.decode(files.slice(n * JOB_FILES, (n + 1) * JOB_FILES)),
    )
    for (const batch of (await Promise.all(jobs)).flat()) {
      let from = 0
      const { numbers, matches } = batch.files
      for (const [n, matched] of matches.entries()) {
        doubts.learn(numbers[n]!, batch.aggregate!, from, from + matched)
        from += matched
      }
    }
    decoding.close()
    if (!aggregate.settle()) throw BYTES_DIFFER
  }
}

/** For each event of a batch, the number of its file in the walk. */
export function filesOf({ files: { numbers, matches }, aggregate }: Batch): Uint32Array {
  const files = new Uint32Array(aggregate?.count ?? 0)
  let from = 0
  for (const [n, matched] of matches.entries()) {
    files.fill(numbers[n]!, from, from + matched)
    from += matched
  }
  return files
}
