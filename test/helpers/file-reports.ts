// What a batch says of its files, one by one.

import type { Batch } from '../../src/decode/batch.ts'

export function reportsOf({ files: { numbers, matches, notes } }: Batch) {
  return [...numbers].map((index, n) => {
    const { problems = [], misnamed, survey } = notes.find((note) => note.index === index) ?? {}
    return { index, matched: matches[n]!, problems, misnamed, survey }
  })
}

/** Of a batch of one file. */
export function reportOf(batch: Batch) {
  const { bytes, inflated, records, passedOver } = batch.files
  return { ...reportsOf(batch)[0]!, bytes, inflated, records, passedOver: passedOver === 1 }
}
