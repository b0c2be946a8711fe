// The parts of the test server that other tests lean on and the S3 source does not use.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { folderBucket, mapBucket, treeBucket } from '../../helpers/s3-bucket.ts'
import { failing, FAULTS } from '../../helpers/s3-faults.ts'
import type { S3Server } from '../../helpers/s3-server.ts'
import { startS3Server } from '../../helpers/s3-server.ts'

let server: S3Server | undefined
afterEach(() => server?.close())

test('ListPublicKeys, with its own way to fail', async () => {
  const key = { Value: 'AAAA', Fingerprint: 'f', ValidityStartTime: 1, ValidityEndTime: 2 }
  const asked: number[][] = []
  server = await startS3Server({
    buckets: {},
    publicKeys: (...times) => {
      asked.push(times)
      return [key]
    },
  })
  const { endpoint } = server
  const ask = () =>
    fetch(endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.ListPublicKeys' },
      body: JSON.stringify({ StartTime: 10, EndTime: 20 }),
    })
  expect(await (await ask()).json()).toEqual({ PublicKeyList: [key] })
  expect(asked).toEqual([[10, 20]])
  server.misbehave = failing(FAULTS.accessDenied, 'ListPublicKeys')
  const denied = await ask()
  expect(denied.status).toBe(403)
  expect(await denied.json()).toMatchObject({ __type: 'AccessDenied' })
  expect(server.count('ListPublicKeys')).toBe(2)
})

test('where the bucket is, asked both ways', async () => {
  server = await startS3Server({ buckets: { logs: mapBucket({}) }, region: 'eu-west-1' })
  const head = await fetch(`${server.endpoint}/logs`, { method: 'HEAD' })
  expect(head.headers.get('x-amz-bucket-region')).toBe('eu-west-1')
  expect(await (await fetch(`${server.endpoint}/logs?location`)).text()).toContain('>eu-west-1<')
  expect((await fetch(`${server.endpoint}/other?location`)).status).toBe(404)
})

test('a folder as a bucket', () => {
  const root = mkdtempSync(join(tmpdir(), 'folder-bucket-'))
  mkdirSync(join(root, 'a/b'), { recursive: true })
  writeFileSync(join(root, 'a/b/x'), 'xx')
  writeFileSync(join(root, 'a/y'), 'y')
  const bucket = folderBucket(root)
  expect([...bucket.list('a/', '')].map(({ key, size }) => [key, size])).toEqual([
    ['a/b/x', 2],
    ['a/y', 1],
  ])
  expect([...bucket.list('a/', 'a/b/x')].map(({ key }) => key)).toEqual(['a/y'])
  expect(Buffer.from(bucket.get('a/y')?.bytes ?? []).toString()).toBe('y')
  expect(bucket.get('a')).toBeUndefined()
  rmSync(root, { recursive: true })
})

test('a made-up tree lists like the map of all its keys, and touches only what is asked for', () => {
  const touched: string[] = []
  const levels = [
    ['a/', 'b/'],
    ['1/', '2/', '3/'],
    ['x', 'y', 'z'],
  ]
  const bucket = treeBucket(
    (folder) => {
      touched.push(folder)
      return levels[folder.split('/').length - 1] ?? []
    },
    (key) => Buffer.from(key),
  )
  const all = [...bucket.list('', '')].map(({ key }) => key)
  expect(all).toHaveLength(18)
  const map = mapBucket(Object.fromEntries(all.map((key) => [key, key])))
  for (const prefix of ['', 'a', 'a/', 'a/2', 'b/3/', 'b/3/y', 'c']) {
    for (const after of ['', 'a/', 'a/2/x', 'a/2/\u{10ffff}', 'b/1/z', 'b/', 'zz']) {
      const keys = (from: typeof map) => [...from.list(prefix, after)].map(({ key }) => key)
      expect(keys(bucket), `${prefix} after ${after}`).toEqual(keys(map))
    }
  }
  touched.length = 0
  expect([...bucket.list('b/2/', 'b/2/x')]).toHaveLength(2)
  expect(touched).toEqual(['', 'b/', 'b/2/'])
  expect(bucket.get('b/2/x')?.object.size).toBe(5)
  expect(bucket.get('b/2/w')).toBeUndefined()
})
