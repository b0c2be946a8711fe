import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkedEndpoint } from '../../../src/source/aws-client.ts'
import { profileSettings } from '../../../src/source/aws-profile.ts'
import { UsageError } from '../../../src/util/usage-error.ts'

const CONFIG = `
# the default
[default]
region = eu-west-1

[profile plain]
region=us-east-1
[profile with-endpoint]
endpoint_url = http://localhost:8082
[ profile  "with services" ]
services = lo
endpoint_url = http://general:1 ; for all others
s3 =
  addressing_style = virtual
  max_concurrent_requests = 20
output = json
[profile ignoring]
ignore_configured_endpoint_urls = true
endpoint_url = http://localhost:8082
[services lo]
s3 =
    endpoint_url = http://127.0.0.1:8082
cloudtrail =
    endpoint_url = http://127.0.0.1:8083
`
const KEYS = '[only-keys]\naws_access_key_id = A\naws_secret_access_key = B\n'

let folder = ''
let env: Record<string, string> = {}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'profile-'))
  env = { AWS_CONFIG_FILE: join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') }
  writeFileSync(env['AWS_CONFIG_FILE']!, CONFIG)
  writeFileSync(env['AWS_SHARED_CREDENTIALS_FILE']!, KEYS.replaceAll('\n', '\r\n'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a profile', () => {
  it.each([
    [undefined, undefined, undefined, undefined],
    ['plain', undefined, undefined, undefined],
    ['with-endpoint', 'http://localhost:8082', 'http://localhost:8082', undefined],
    ['with services', 'http://127.0.0.1:8082', 'http://127.0.0.1:8083', 'virtual'],
    ['ignoring', undefined, undefined, undefined],
    ['only-keys', undefined, undefined, undefined],
  ])('%s says where services are, by flag and by variable', (name, s3, cloudtrail, style) => {
    for (const settings of [
      profileSettings(env, name),
      profileSettings({ ...env, ...(name !== undefined && { AWS_PROFILE: name }) }, undefined),
    ]) {
      expect(settings.missing).toBeUndefined()
      expect(settings.endpoint('s3')).toBe(s3)
      expect(settings.endpoint('cloudtrail')).toBe(cloudtrail)
      expect(settings.addressingStyle).toBe(style)
    }
  })

  it('is weaker than variables, and the variable of a service stronger than that of all', () => {
    const all = { ...env, AWS_ENDPOINT_URL: 'http://all' }
    expect(profileSettings(all, 'with services').endpoint('s3')).toBe('http://all')
    const one = { ...all, AWS_ENDPOINT_URL_S3: 'http://one' }
    expect(profileSettings(one, 'with services').endpoint('s3')).toBe('http://one')
    expect(profileSettings(one, 'with services').endpoint('cloudtrail')).toBe('http://all')
    const none = { ...one, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }
    expect(profileSettings(none, 'with services').endpoint('s3')).toBeUndefined()
  })

  it('that is not there is told, with those that are', () => {
    const { missing } = profileSettings(env, 'nope')
    expect(missing?.known).toEqual([
      'default',
      'plain',
      'with-endpoint',
      'with services',
      'ignoring',
      'only-keys',
    ])
    expect(profileSettings({ HOME: folder }, undefined).missing).toBeUndefined()
    expect(profileSettings({ HOME: folder }, 'nope').missing).toEqual({ known: [] })
  })
})

describe('an endpoint', () => {
  it.each(['http://a', 'https://a:1/b', 'HTTP://a', undefined])('%s', (url) =>
    expect(checkedEndpoint(url)).toBe(url),
  )
  it.each(['127.0.0.1:9000', 'localhost', 'ftp://a', '//a', 'http://', ''])('not %j', (url) => {
    expect(() => checkedEndpoint(url)).toThrow(UsageError)
  })
})
