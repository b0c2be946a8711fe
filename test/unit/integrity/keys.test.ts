import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { publicKeyFile } from '../../../samples/build/signing.js'
import { keyCacheFolder, onlineKeyFinder } from '../../../src/integrity/key-cache.ts'
import { openKeyService, type KeyService } from '../../../src/integrity/key-service.ts'
import { fingerprintOf, formatSavedKeys, loadKey, parseSavedKeys } from '../../../src/integrity/keys.ts'
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
    expect(finder.problems).toEqual(['public keys of eu-west-1: no usable AWS credentials'])
  })

  it('come over the wire', async () => {
    const { der, fingerprint } = signer
    const entry = { Value: der.toString('base64'), Fingerprint: fingerprint }
    const server = await startS3Server({
      buckets: {},
      publicKeys: (from, to) => [{ ...entry, ValidityStartTime: from, ValidityEndTime: to }],
    })
    const asking = openKeyService({
      AWS_ENDPOINT_URL: server.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    })
    try {
      const keys = await asking.list('eu-west-1', 1_000, 5_000)
      expect(keys).toMatchObject([{ fingerprint, validFrom: 1_000, validTo: 5_000, region: 'eu-west-1' }])
      expect(fingerprintOf(keys[0]!.der)).toBe(fingerprint)
      expect(server.requests[0]).toMatchObject({ kind: 'ListPublicKeys', signedFor: 'eu-west-1' })
      server.misbehave = () => ({ kind: 'error', status: 400, code: 'AccessDeniedException', message: 'no' })
      await expect(asking.list('eu-west-1', 0, 1)).rejects.toThrow('cloudtrail:ListPublicKeys')
    } finally {
      await server.close()
    }
  })

  it.each([
    [{ XDG_CACHE_HOME: '/c', HOME: '/h' }, '/c/trail-explore/public-keys'],
    [{ XDG_CACHE_HOME: '', HOME: '/h' }, '/h/.cache/trail-explore/public-keys'],
    [{}, undefined],
  ])('are kept below %j', (env, expected) => expect(keyCacheFolder(env)).toBe(expected))
})

function service(): KeyService & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    list: (region, from, to) => {
      asked.push(`${region} ${from} ${to}`)
      const { der, fingerprint } = signer
      return Promise.resolve([{ der, fingerprint, region, validFrom: undefined, validTo: undefined }])
    },
  }
}
