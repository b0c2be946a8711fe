// Files read once more, for the values of events that only their bytes were known of (see doubts.ts).

import type { Batch, DecodePlan, FileInput } from '../decode/batch.ts'
import type { DecodePool } from '../decode/pool.ts'
import type { AggregateSum } from './aggregate.ts'

/** Bytes do not tell what is a copy, and there is too much of it, or a file is not what it was. */
export const BYTES_DIFFER = new Error('copies differ in their bytes')

/** Files that are known by their number; others count as gone. */
const MOST_KNOWN = 100_000
const JOB_FILES = 8

export class ReadAgain {
  private readonly pool: DecodePool
  private readonly plan: DecodePlan
  private readonly inputs = new Map<number, FileInput>()

  /** The plan tells copies by value. */
  constructor(pool: DecodePool, plan: DecodePlan) {
    this.pool = pool
    this.plan = plan
  }

  /** A file that is being read for the first time. */
  note(input: FileInput): void {
    // Inside an archive it has no path.
    if (input.path === undefined) return
    this.inputs.set(input.index, input)
    if (this.inputs.size > MOST_KNOWN) this.inputs.delete(input.index - MOST_KNOWN)
  }

  /** Counts what is in doubt. Throws BYTES_DIFFER when that cannot be done. */
  async settle(tally: AggregateSum): Promise<void> {
    const { doubts } = tally
    const files = [...doubts.files]
      .map((number) => this.inputs.get(number))
      .filter((file) => file !== undefined)
    if (files.length < doubts.files.size) throw BYTES_DIFFER
    if (files.length === 0) return
    const decoding = this.pool.open(this.plan)
    const jobs = Array.from({ length: Math.ceil(files.length / JOB_FILES) }, (_, n) =>
      decoding.decode(files.slice(n * JOB_FILES, (n + 1) * JOB_FILES)),
    )
    for (const batch of await Promise.all(jobs)) {
      let from = 0
      for (const { index, matched } of batch.files) {
        doubts.learn(index, batch.tally!, from, from + matched)
        from += matched
      }
    }
    decoding.close()
    if (!tally.settle()) throw BYTES_DIFFER
  }
}

/** For each event of a batch, the number of its file in the walk. */
export function filesOf({ files, tally }: Batch): Uint32Array {
  const numbers = new Uint32Array(tally?.count ?? 0)
  let from = 0
  for (const { index, matched } of files) {
    numbers.fill(index, from, from + matched)
    from += matched
  }
  return numbers
}
