// Files that can be read again give what files in memory give, whatever copies and conflicts are in them.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { FileInput } from '../../../src/decode/batch.ts'
import { createDecoder } from '../../../src/decode/decode.ts'
import { EVERYTHING } from '../../../src/filter/clause.ts'
import { Merge } from '../../../src/query/merge.ts'

const folder = mkdtempSync(join(tmpdir(), 'late-content-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PADDING = 'x'.repeat(200)

/** A record of few possible ones, with its keys in one of two orders. */
const record = fc
  .record({
    eventVersion: fc.constant('1.08'),
    eventTime: fc.constantFrom('2024-08-18T11:40:00Z', '2024-08-18T11:41:00Z'),
    eventID: fc.constantFrom('a', 'b'),
    eventName: fc.constantFrom('One', 'Two'),
    recipientAccountId: fc.constant('123456789012'),
    requestParameters: fc.constantFrom(null, { n: 1 }, { n: 2 }),
    padding: fc.constant(PADDING),
  })
  .chain((one) =>
    fc.boolean().map((back) => (back ? Object.fromEntries(Object.entries(one).toReversed()) : one)),
  )

let files = 0

function pathOf(records: readonly object[]): string {
  const path = join(folder, `${files++}.json.gz`)
  // The first key is a quote, as in a log file.
  writeFileSync(path, gzipSync(JSON.stringify({ Records: records })))
  return path
}

function input(index: number, rest: Pick<FileInput, 'path' | 'bytes'>): FileInput {
  return { index, file: `f${index}`, account: undefined, notAfter: undefined, ...rest }
}

function told(batches: readonly (readonly FileInput[])[], ascending: boolean, limit: number | undefined) {
  const row = { kind: 'csv', columns: ['event-time', 'event-id', 'event-name', 'file'] } as const
  const merge = new Merge({ ascending, keepDuplicates: false, limit })
  const output = { kind: 'rows', row, ascending } as const
  for (const batch of batches) {
    const decode = createDecoder({ filter: EVERYTHING, output, maxInflated: 1 << 24, debug: false })
    for (const rows of decode(batch).rows!) merge.add(rows)
  }
  const rows = [...merge.release(-Infinity)].map(({ bytes }) => Buffer.from(bytes).toString())
  const { duplicates, respelled, conflicts } = merge
  return { rows: rows.join(''), duplicates, respelled, conflicts }
}

describe('contents that are asked for late', () => {
  it('are those that would have been noted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(record, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.boolean(),
        (trees, ascending, together) => {
          const paths = trees.map(pathOf)
          const byPath = paths.map((path, n) => input(n, { path }))
          const inMemory = trees.map((records, n) =>
            input(n, { bytes: gzipSync(JSON.stringify({ Records: records })) }),
          )
          const batched = (all: readonly FileInput[]) => (together ? [all] : all.map((one) => [one]))
          expect(told(batched(byPath), ascending, undefined)).toEqual(
            told(batched(inMemory), ascending, undefined),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of a file that has changed are unlike all others, so that nothing is left out', () => {
    const one = {
      eventVersion: '1.08',
      eventTime: '2024-08-18T11:40:00Z',
      eventID: 'a',
      recipientAccountId: '1',
    }
    const records = [{ ...one, padding: PADDING }]
    const respelled = [{ ...one, recipientAccountId: '1', padding: PADDING, eventVersion: '1.08' }].map(
      (all) => Object.fromEntries(Object.entries(all).toReversed()),
    )
    const paths = [pathOf(records), pathOf(respelled)]
    const merge = new Merge({ ascending: false, keepDuplicates: false, limit: undefined })
    const output = { kind: 'rows', row: { kind: 'csv', columns: ['event-id'] }, ascending: false } as const
    const rows = paths.map((path, n) => {
      const decode = createDecoder({ filter: EVERYTHING, output, maxInflated: 1 << 24, debug: false })
      return decode([input(n, { path })]).rows![0]!
    })
    writeFileSync(paths[1]!, gzipSync(JSON.stringify({ Records: [{ ...one, eventID: 'other' }] })))
    for (const batch of rows) merge.add(batch)
    expect([...merge.release(-Infinity)].map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
      'a\r\n',
      'a\r\n',
    ])
    expect(merge.conflicts).toBe(1)
  })
})
