import { describe, expect, it } from 'vitest'
import { gunzipSync } from 'node:zlib'
import { isSignedBy, parseDigest, stringToSign } from '../../../src/integrity/digest.ts'
import { sha256 } from '../../../src/util/sha256.ts'
import { loadKey } from '../../../src/integrity/keys.ts'
import { signedTree, testSigner } from '../../helpers/signed-tree.ts'

const tree = signedTree({ hours: 2 })
const [first, second] = tree.chains[0]!.digests.map((key) => tree.objects.get(key)!)
const bytes = gunzipSync(second!.body)
const json = JSON.parse(bytes.toString()) as Record<string, unknown>
const parse = (value: unknown) => parseDigest(Buffer.from(JSON.stringify(value)))

describe('a digest document', () => {
  it('is read', () => {
    expect(parseDigest(bytes)).toMatchObject({
      start: Date.parse('2024-03-10T21:01:31Z'),
      end: Date.parse('2024-03-10T22:01:31Z'),
      endText: '2024-03-10T22:01:31Z',
      bucket: 'trail-bucket',
      fingerprint: testSigner().fingerprint,
      previous: { bucket: 'trail-bucket', signature: first!.metadata['signature'] },
      logFiles: [{ bucket: 'trail-bucket' }, {}],
    })
    expect(parseDigest(gunzipSync(first!.body))).toMatchObject({
      previous: undefined,
      previousSignature: null,
    })
  })

  it.each([
    'digestPublicKeyFingerprint',
    'digestS3Bucket',
    'digestS3Object',
    'previousDigestSignature',
    'digestEndTime',
    'digestStartTime',
    'logFiles',
  ])('without %s is none', (name) => {
    const { [name]: _, ...rest } = json
    expect(parse(json)).toBeDefined()
    expect(parse(rest)).toBeUndefined()
    expect(parse({ ...json, [name]: 7 })).toBeUndefined()
  })

  it.each([
    ['an array', []],
    ['null', null],
    ['no log entry', { ...json, logFiles: [null] }],
    ['a log entry without hash', { ...json, logFiles: [{ s3Bucket: 'b', s3Object: 'o' }] }],
    ['a date that is none', { ...json, digestEndTime: 'yesterday' }],
  ])('%s is none', (_, value) => expect(parse(value)).toBeUndefined())

  it.each([
    ['no JSON', Buffer.from('{')],
    ['no UTF-8', Buffer.concat([bytes.subarray(0, -1), Buffer.from([0xff]), Buffer.from('}')])],
    ['very deep', Buffer.from('['.repeat(200_000))],
  ])('%s is none', (_, value) => expect(parseDigest(value)).toBeUndefined())

  it('takes nothing from a prototype', () => {
    const { digestS3Bucket: _, ...rest } = json
    const text = JSON.stringify(rest).replace('{', '{"__proto__":{"digestS3Bucket":"b"},')
    expect(parseDigest(Buffer.from(text))).toBeUndefined()
  })
})

describe('its signature', () => {
  const document = parseDigest(bytes)!
  const key = loadKey(testSigner().der)!

  it('is over four lines', () => {
    expect(stringToSign(document, 'abc').split('\n')).toEqual([
      '2024-03-10T22:01:31Z',
      `trail-bucket/${document.object}`,
      'abc',
      first!.metadata['signature'],
    ])
    expect(stringToSign({ ...document, previousSignature: null }, 'abc')).toMatch(/\nnull$/)
  })

  it.each([
    ['right', second!.metadata['signature']!, true],
    ['in capitals', second!.metadata['signature']!.toUpperCase(), true],
    ['of another digest', first!.metadata['signature']!, false],
    ['cut', second!.metadata['signature']!.slice(2), false],
    ['cut in the middle of a byte', second!.metadata['signature']!.slice(1), false],
    ['with letters behind', `${second!.metadata['signature']!}zz`, false],
    ['empty', '', false],
  ])('%s: %#', (_, signature, expected) => {
    expect(isSignedBy(document, sha256(bytes), signature, key)).toBe(expected)
  })
})
