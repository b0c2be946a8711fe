import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FileInput } from '../../../src/decode/batch.ts'
import { packFiles, unpackFiles } from '../../../src/decode/handover.ts'

const part = fc.oneof(
  fc.constantFrom('', 'a', 'b.json.gz', 'a/b', '/', '\\', 's3://bucket/x/', '\udcff', 'é'),
  fc.string({ unit: 'binary', maxLength: 5 }),
)
const text = fc.array(part, { maxLength: 4 }).map((parts) => parts.join('/'))
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const flag = fc.constantFrom(true, undefined)
const input: fc.Arbitrary<FileInput> = fc
  .record({
    index: fc.integer({ min: -1, max: 1e9 }),
    folder: fc.constantFrom('', 'a/', 'AWSLogs/1/', '\\'),
    shown: fc.constantFrom('', './', 'C:\\logs\\', 's3://b/'),
    name: text,
    other: maybe(text),
    hasPath: fc.boolean(),
    account: fc.constantFrom(undefined, '123456789012', '000000000001'),
    notAfter: maybe(fc.oneof(fc.integer(), fc.constant(Infinity))),
    sha256: maybe(fc.constant('00ff')),
    isRegular: flag,
    survey: flag,
    look: flag,
    bytes: maybe(fc.uint8Array({ maxLength: 5 })),
  })
  .map(({ folder, shown, name, other, hasPath, ...rest }) => ({
    ...rest,
    path: hasPath ? `/${folder}${name}` : undefined,
    // Usually what the path is, with another beginning.
    file: other ?? `${shown}${folder}${name}`,
  }))

it('files are the same on the other side', () => {
  fc.assert(
    fc.property(fc.array(input, { maxLength: 20 }), (files) => {
      expect(unpackFiles(structuredClone(packFiles(files)))).toEqual(files)
    }),
    { numRuns: 2000 },
  )
})

it('files of one folder differ in nothing but their names', () => {
  const files = Array.from({ length: 50 }, (_, n): FileInput => ({
    index: n,
    file: `logs/us-east-1/2024/08/18/${n}.json.gz`,
    account: '123456789012',
    notAfter: n,
    path: `/home/alice/logs/us-east-1/2024/08/18/${n}.json.gz`,
    isRegular: true,
  }))
  const packed = packFiles(files)
  expect(packed.names).toBe(files.map((_, n) => `${n}.json.gz`).join('/'))
  expect(packed.folders.map(({ file, path }) => [file, path])).toEqual([
    ['logs/us-east-1/2024/08/18/', '/home/alice/logs/us-east-1/2024/08/18/'],
  ])
  expect(packed.others).toEqual([])
})
