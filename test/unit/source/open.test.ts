import { describe, expect, test } from 'vitest'
import type { OpenContext } from '../../../src/source/open.ts'
import { openSource } from '../../../src/source/open.ts'
import { UsageError } from '../../../src/util/usage-error.ts'

const context: OpenContext = {
  cwd: '/',
  env: {},
  stdin: async function* () {
    yield Buffer.from('one ')
    yield Buffer.from('two')
  },
}

test('- is standard input: one file', async () => {
  const source = await openSource('-', context)
  expect(source).toMatchObject({ uri: '-', start: '-', remote: false })
  expect(await source.list('')).toEqual({ folders: [], objects: [{ key: '-' }] })
  const { bytes } = await source.read({ key: '-' })
  expect(Buffer.from(bytes).toString()).toBe('one two')
  expect(source.display('-')).toBe('-')
})

test('anything else is a path', async () => {
  expect((await openSource('tmp', context)).start).toBe('tmp/')
  await expect(openSource('no-such-place/s3://x', context)).rejects.toMatchObject({ code: 'not-found' })
})

describe('what cannot be an address is a usage error with a way out', () => {
  test.each([
    ['', 'empty', 'give a folder'],
    ['s3:/bucket/x', 's3:/bucket/x', 's3://bucket/prefix'],
    ['s3:bucket', 's3:bucket', 's3://bucket/prefix'],
    ['S3://', 'no bucket', 's3://bucket/prefix'],
    ['s3:///x', 'no bucket', 's3://bucket/prefix'],
    ['s3://b!d/x', "'b!d'", 'letters'],
    [
      'https://my-logs.s3.eu-west-1.amazonaws.com/AWSLogs/a%20b',
      'https://',
      'write s3://my-logs/AWSLogs/a b',
    ],
    ['https://my.logs.s3.amazonaws.com/', 'https://', 'write s3://my.logs/'],
    ['https://s3.eu-west-1.amazonaws.com/my-logs/AWSLogs/', 'https://', 'write s3://my-logs/AWSLogs/'],
    ['https://s3.cn-north-1.amazonaws.com.cn/my-logs/x', 'https://', 'write s3://my-logs/x'],
    [
      'https://s3.console.aws.amazon.com/s3/buckets/my-logs?prefix=AWSLogs/&region=x',
      'https://',
      'write s3://my-logs/AWSLogs/',
    ],
    [
      'https://eu-west-1.console.aws.amazon.com/s3/object/my-logs?prefix=a.json',
      'https://',
      'write s3://my-logs/a.json',
    ],
    ['https://example.com/x', 'https://', 's3://bucket/prefix'],
    ['gs://bucket/x', 'gs://', 's3://bucket/prefix'],
  ])('%s', async (uri, words, hint) => {
    const error = await openSource(uri, context).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(UsageError)
    expect((error as UsageError).message).toContain(words)
    expect((error as UsageError).hint).toContain(hint)
  })
})
