import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publicKeyFile } from '../../../samples/build/signing.js'
import { onlineKeyFinder } from '../../../src/integrity/key-cache.ts'
import { openKeyService, type KeyService } from '../../../src/integrity/key-service.ts'
import {
  fingerprintOf,
  formatSavedKeys,
  loadKey,
  parseSavedKeys,
  unfitness,
  type PublicKey,
} from '../../../src/integrity/keys.ts'
import { UsageError } from '../../../src/util/usage-error.ts'
import { testSigner } from '../../helpers/signed-tree.ts'
import { startS3Server } from '../../helpers/s3-server.ts'

const signer = testSigner()
const need = { region: 'eu-west-1', from: 0, to: 1000 }

describe('saved keys', () => {
  it('are read as the AWS CLI prints them, in both forms of DER', () => {
    const { keys, problems } = parseSavedKeys(publicKeyFile(signer, testSigner('first', 'spki')), 'keys.json')
    expect(problems).toEqual([])
    expect(keys.map(({ fingerprint }) => fingerprint)).toEqual([
      signer.fingerprint,
      testSigner('first', 'spki').fingerprint,
    ])
    expect(keys[0]!.validFrom).toBe(Date.parse('2024-01-01T00:00:00Z'))
    for (const { der } of keys) expect(loadKey(der)?.asymmetricKeyType).toBe('rsa')
  })

  it('are read as they were written', () => {
    const { keys } = parseSavedKeys(publicKeyFile(signer), 'keys.json')
    const known = keys.map((key) => ({ ...key, region: 'eu-west-1' }))
    expect(parseSavedKeys(formatSavedKeys(known), 'keys.json').keys).toEqual(known)
  })

  it('are left out when the fingerprint is not that of the bytes', () => {
    const text = publicKeyFile(signer).replace(signer.fingerprint, 'f'.repeat(32))
    const { keys, problems } = parseSavedKeys(text, 'keys.json')
    expect(keys).toEqual([])
    expect(problems).toEqual([
      `keys.json: key 1: its Fingerprint ${'f'.repeat(32)} is not that of its bytes, ${signer.fingerprint}`,
    ])
  })

  it.each(['', '{', '[]', '{"PublicKeyList":{}}', '{"Keys":[]}'])('cannot be %s', (text) => {
    expect(() => parseSavedKeys(text, 'keys.json')).toThrow(UsageError)
  })

  it.each(['null', '7', '{}', '{"Value":""}', '{"Value":7}'])('name a broken entry: %s', (entry) => {
    expect(parseSavedKeys(`{"PublicKeyList":[${entry}]}`, 'k').problems).toEqual(['k: key 1: no Value'])
  })

  it('are RSA keys or none', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(loadKey(publicKey.export({ format: 'der', type: 'spki' }))).toBeUndefined()
    expect(loadKey(Buffer.from('no key'))).toBeUndefined()
  })
})

describe('a key is fit to prove a signature', () => {
  const made = Date.parse('2024-05-01T00:00:00Z')
  const DAY = 86_400_000
  const why = (jwk: { e?: number; bits?: number }, told: Partial<PublicKey> = {}) => {
    const e = Buffer.from((jwk.e ?? 65_537).toString(16).padStart(6, '0'), 'hex').toString('base64url')
    // The highest and the lowest bit are set, as in every modulus.
    const n = Buffer.alloc((jwk.bits ?? 2048) / 8, 0xff).toString('base64url')
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
    const unknown = { validFrom: undefined, validTo: undefined, region: undefined }
    return unfitness(
      key,
      { fingerprint: '', der: Buffer.of(), origin: '', ...unknown, ...told },
      'eu-west-1',
      made,
    )
  }

  it.each([
    [{}, {}],
    [{ bits: 4096 }, { region: 'eu-west-1' }],
    [{ e: 3 }, { validFrom: made - DAY, validTo: made + DAY }],
    [{}, { validFrom: made + DAY - 1 }],
    [{}, { validTo: made - DAY + 1 }],
  ])('%j %j', (jwk, told) => expect(why(jwk, told)).toBeUndefined())

  it.each([
    [{ bits: 512 }, {}, 'has 512 bits and needs 2048'],
    [{ bits: 1024 }, {}, 'has 1024 bits and needs 2048'],
    [{ bits: 2040 }, {}, 'has 2040 bits and needs 2048'],
    [{ e: 1 }, {}, 'has the exponent 1'],
    [{ e: 2 }, {}, 'has the exponent 2'],
    [{ e: 65_536 }, {}, 'has the exponent 65536'],
    [{}, { region: 'cn-north-1' }, 'is of Region cn-north-1'],
    [{}, { validFrom: made + 2 * DAY }, 'is valid only from 2024-05-03T00:00:00.000Z on'],
    [{}, { validTo: made - 2 * DAY }, 'is valid only until 2024-04-29T00:00:00.000Z'],
  ])('not %j %j', (jwk, told, expected) => expect(why(jwk, told)).toBe(expected))
})

describe('keys from CloudTrail', () => {
  let folder = ''
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'keys-'))))
  afterEach(() => rm(folder, { recursive: true }))

  it('are asked for once, also by another run', async () => {
    const asking = service()
    const finder = onlineKeyFinder(asking, folder)
    const found = await Promise.all([1, 2, 3].map(() => finder.find(signer.fingerprint, need)))
    expect(found.map((key) => key?.fingerprint)).toEqual(Array(3).fill(signer.fingerprint))
    expect(asking.asked).toEqual(['eu-west-1 0 1000'])
    expect(finder.used()).toHaveLength(1)
    expect(await readdir(folder)).toEqual(['eu-west-1.json'])

    const later = service()
    expect(await onlineKeyFinder(later, folder).find(signer.fingerprint, need)).toBeDefined()
    expect(later.asked).toEqual([])
  })

  it('are asked for again when the time is another one', async () => {
    const asking = service()
    const finder = onlineKeyFinder(asking, undefined)
    await finder.find('unknown', need)
    await finder.find('unknown', need)
    await finder.find('unknown', { ...need, to: 2000 })
    expect(asking.asked).toEqual(['eu-west-1 0 1000', 'eu-west-1 0 2000'])
  })

  it('are not believed in a cache that somebody changed', async () => {
    const text = publicKeyFile(signer).replace(signer.fingerprint, 'f'.repeat(32))
    await writeFile(join(folder, 'eu-west-1.json'), text)
    const asking = service()
    expect(await onlineKeyFinder(asking, folder).find('f'.repeat(32), need)).toBeUndefined()
    expect(asking.asked).toHaveLength(1)
    expect(await readFile(join(folder, 'eu-west-1.json'), 'utf8')).not.toContain('ffffffff')
  })

  it('are not asked for in a Region that is none', async () => {
    const asking = service()
    const finder = onlineKeyFinder(asking, folder)
    expect(await finder.find(signer.fingerprint, { ...need, region: '../../etc' })).toBeUndefined()
    expect(asking.asked).toEqual([])
  })

  it('name trouble once and go on', async () => {
    const failing: KeyService = { list: () => Promise.reject(new Error('no usable AWS credentials')) }
    const finder = onlineKeyFinder(failing, folder)
    expect(await finder.find('a', need)).toBeUndefined()
    expect(await finder.find('b', { ...need, to: 5 })).toBeUndefined()
    expect(finder.problems).toEqual(['no public keys of eu-west-1: no usable AWS credentials'])
  })

  it('come over the wire', async () => {
    const { der, fingerprint } = signer
    const entry = { Value: der.toString('base64'), Fingerprint: fingerprint }
    const server = await startS3Server({
      buckets: {},
      publicKeys: (from, to) => [{ ...entry, ValidityStartTime: from, ValidityEndTime: to }],
    })
    const env = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
    const asking = openKeyService({ ...env, AWS_ENDPOINT_URL: server.endpoint })
    try {
      const keys = await asking.list('eu-west-1', 1_000, 5_000)
      expect(keys).toMatchObject([{ fingerprint, validFrom: 1_000, validTo: 5_000, region: 'eu-west-1' }])
      expect(fingerprintOf(keys[0]!.der)).toBe(fingerprint)
      expect(server.requests[0]).toMatchObject({ kind: 'ListPublicKeys', signedFor: 'eu-west-1' })
      server.misbehave = () => ({ kind: 'stall' })
      const hasty = openKeyService({ ...env, AWS_ENDPOINT_URL: server.endpoint }, { timeout: 50 })
      await expect(hasty.list('eu-west-1', 0, 1)).rejects.toThrow('CloudTrail does not answer')
      server.misbehave = () => ({ kind: 'error', status: 400, code: 'AccessDeniedException', message: 'no' })
      await expect(asking.list('eu-west-1', 0, 1)).rejects.toThrow('cloudtrail:ListPublicKeys')
    } finally {
      await server.close()
    }
  })

  it('are kept for this user alone', async () => {
    const cache = join(folder, 'cache/public-keys')
    await onlineKeyFinder(service(), cache).find(signer.fingerprint, need)
    expect((await stat(cache)).mode & 0o777).toBe(0o700)
    expect((await stat(join(cache, 'eu-west-1.json'))).mode & 0o777).toBe(0o600)
  })

  it.each(['', 'eu-west-1.json'])('are not believed where somebody else may write (%j)', async (name) => {
    const cache = join(folder, 'cache')
    await onlineKeyFinder(service(), cache).find(signer.fingerprint, need)
    await chmod(join(cache, name), 0o777)
    const asking = service()
    const finder = onlineKeyFinder(asking, cache)
    expect((await finder.find(signer.fingerprint, need))?.origin).toBe('CloudTrail')
    expect(asking.asked).toHaveLength(1)
    expect(finder.problems).toEqual([
      `the saved keys in ${join(cache, 'eu-west-1.json')} are not used: somebody else may have written them`,
    ])
  })

  it('say where they came from', async () => {
    const asked = onlineKeyFinder(service(), folder)
    await asked.find(signer.fingerprint, need)
    expect(asked.used()).toMatchObject([{ origin: 'CloudTrail' }])
    const kept = onlineKeyFinder(service(), folder)
    await kept.find(signer.fingerprint, need)
    expect(kept.used()).toMatchObject([{ origin: join(folder, 'eu-west-1.json') }])
  })
})

function service(): KeyService & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    list: (region, from, to) => {
      asked.push(`${region} ${from} ${to}`)
      const { der, fingerprint } = signer
      return Promise.resolve([
        { der, fingerprint, region, validFrom: undefined, validTo: undefined, origin: 'CloudTrail' },
      ])
    },
  }
}
