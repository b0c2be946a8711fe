// Where a key that a digest remembers lies now.

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketKeys, looseKeys, treeKeys, zipped } from '../../../src/integrity/place.ts'
import { memorySource } from '../../helpers/memory-source.ts'

const DIGEST =
  'AWSLogs/123456789012/CloudTrail-Digest/eu-west-1/2024/03/10/123456789012_CloudTrail-Digest_eu-west-1_my_trail_us-east-1_20240310T210131Z.json.gz'
const LOG =
  'AWSLogs/123456789012/CloudTrail/eu-west-1/2024/03/10/123456789012_CloudTrail_eu-west-1_20240310T2005Z_aaaaaaaaaaaaaaaa.json.gz'
const named = (object: string, bucket = 'trails') => ({ bucket, object })
const bucket = (uri: string) => bucketKeys({ ...memorySource({}), uri })

describe('in a bucket', () => {
  it('a key is where it says, in the bucket that it says', () => {
    const keys = bucket('s3://trails/')
    expect(keys.isInPlace(DIGEST, named(DIGEST))).toBe(true)
    expect(keys.isInPlace(`copy/${DIGEST}`, named(DIGEST))).toBe(false)
    expect(keys.isInPlace(DIGEST, named(DIGEST, 'elsewhere'))).toBe(false)
    expect(keys.locate(DIGEST, named(DIGEST), named(LOG))).toEqual({ at: 'key', key: LOG })
    expect(keys.locate(DIGEST, named(DIGEST), named(LOG, 'elsewhere'))).toEqual({
      at: 'other-bucket',
      key: LOG,
    })
  })

  it.each(['s3://trails-abc123-s3alias/', 's3://arn:aws:s3:eu-west-1:123456789012:accesspoint/trails/'])(
    'an access point hides the name of the bucket: %s',
    (uri) => {
      expect(bucket(uri).isInPlace(DIGEST, named(DIGEST, 'elsewhere'))).toBe(true)
      expect(bucket(uri).locate(DIGEST, named(DIGEST), named(LOG, 'elsewhere')).at).toBe('key')
    },
  )
})

describe('in a copy on disk', () => {
  it.each([
    ['the bucket as it is', '', ''],
    ['below a folder', 'evidence/case 7/', ''],
    ['with a prefix of the trail', 'logs/', 'logs/'],
    ['with a prefix that the copy has left out', '', 'logs/'],
    ['with another folder in place of the prefix', 'mine/', 'logs/'],
  ])('%s: folders from AWSLogs on are kept', (_, here, prefix) => {
    const told = named(prefix + DIGEST)
    expect(treeKeys.isInPlace(here + DIGEST, told)).toBe(true)
    expect(treeKeys.locate(here + DIGEST, told, named(prefix + LOG))).toEqual({ at: 'key', key: here + LOG })
  })

  it('of a part of the tree, from the account or from the folder of CloudTrail on', () => {
    for (const cut of ['AWSLogs/', 'AWSLogs/123456789012/']) {
      const here = DIGEST.slice(cut.length)
      expect(treeKeys.isInPlace(here, named(DIGEST))).toBe(true)
      expect(treeKeys.locate(here, named(DIGEST), named(LOG))).toEqual({
        at: 'key',
        key: LOG.slice(cut.length),
      })
    }
  })

  it('an unzipped digest lies where the zipped one did', () => {
    expect(treeKeys.isInPlace(DIGEST.slice(0, -3), named(DIGEST))).toBe(true)
  })

  it('one that lies in the folder of another day was moved', () => {
    expect(treeKeys.isInPlace(DIGEST.replace('/03/10/', '/03/11/'), named(DIGEST))).toBe(false)
  })

  it('what came before a change of the prefix lies beside it, or with it where the prefix was left out', () => {
    const told = named(`now/${DIGEST}`)
    const wanted = named(`before/${LOG}`)
    expect(treeKeys.locate(`now/${DIGEST}`, told, wanted).key).toBe(`before/${LOG}`)
    expect(treeKeys.locate(`mine/${DIGEST}`, told, wanted).key).toBe(`mine/${LOG}`)
    expect(treeKeys.locate(DIGEST, told, wanted).key).toBe(LOG)
  })

  const hostile = fc
    .array(
      fc.constantFrom('..', '.', '', 'AWSLogs', 'a', '/', '\\', '\0', 'etc', 'CloudTrail', '123456789012'),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('/'))

  it('no remembered key leads out of it, whatever it is', () => {
    fc.assert(
      fc.property(hostile, hostile, (wanted, object) => {
        for (const keys of [treeKeys, looseKeys(new Map([['a', 'x/a']]))]) {
          const found = keys.locate(`top/${DIGEST}`, named(object), named(wanted))
          expect(found.key.split('/')).not.toContain('..')
          expect(found.key.startsWith('/')).toBe(false)
          expect(found.key).not.toMatch(/[\\\0]/)
        }
      }),
    )
  })
})

describe('in a folder of loose files', () => {
  const keys = looseKeys(new Map([['log.json.gz', 'down/here/log.json']]))

  it('a file is known by its name', () => {
    expect(keys.isInPlace('any/where.json', named('some/thing/where.json.gz'))).toBe(true)
    expect(keys.locate('d.json.gz', named('d.json.gz'), named('AWSLogs/x/log.json.gz'))).toEqual({
      at: 'key',
      key: 'down/here/log.json',
    })
  })

  it('one that is not there would lie beside the digest', () => {
    expect(keys.locate('in/d.json.gz', named('d.json.gz'), named('AWSLogs/x/gone.json.gz'))).toEqual({
      at: 'nowhere',
      key: 'in/gone.json.gz',
      why: 'not-listed',
    })
  })
})

it('an unzipped file keeps the name that CloudTrail gave', () => {
  expect(zipped('a/b.json')).toBe('a/b.json.gz')
  expect(zipped('a/b.json.gz')).toBe('a/b.json.gz')
})
