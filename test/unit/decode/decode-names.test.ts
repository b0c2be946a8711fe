import { describe, expect, it } from 'vitest'
import { createDecoder } from '../../../src/decode/decode.ts'
import { reportOf } from '../../helpers/file-reports.ts'

const decode = createDecoder({
  filter: { kind: 'all', of: [] },
  output: { kind: 'rows', row: { kind: 'jsonl' }, ascending: false },
  maxInflated: 1 << 20,
  debug: false,
})

function problemsOf(text: string, account: string | undefined): unknown {
  const input = { index: 0, file: 'f', account, notAfter: undefined, bytes: Buffer.from(text) }
  return reportOf(decode([input])).problems
}

describe.each([
  ['a text', 'hello'],
  ['another log', '{"a":1}'],
  ['a notification', '{"Records":[{"eventSource":"aws:s3","eventVersion":"2.1","s3":{}}]}'],
  ['a digest', '{"digestS3Object":"k","digestEndTime":"x"}'],
])('%s without records', (_, text) => {
  it("is damage under CloudTrail's own name", () => {
    expect(problemsOf(text, '123456789012')).toMatchObject([{ kind: 'damaged' }])
  })

  it('is foreign under any other', () => {
    expect(problemsOf(text, undefined)).toMatchObject([{ kind: 'skipped' }])
  })
})

it('an empty list is no damage', () => {
  expect(problemsOf('{"Records":[]}', '123456789012')).toEqual([])
})
