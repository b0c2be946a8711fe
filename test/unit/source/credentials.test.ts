import { createServer } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { profileSettings } from '../../../src/source/aws-profile.ts'
import { identityOf } from '../../../src/source/credentials.ts'
import { SourceError } from '../../../src/source/source.ts'

const closing: (() => void)[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  closing.splice(0).forEach((close) => close())
})

const NODE = JSON.stringify(process.execPath)
const BASE = '[profile base]\naws_access_key_id = A\naws_secret_access_key = B\n'
const ROLE = `${BASE}[profile p]\nrole_arn = arn:aws:iam::123456789012:role/reader\nsource_profile = base\nregion = us-east-1\n`

function asked(config: string, env: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'trail-explore-keys-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'config'), config)
  const own = { AWS_CONFIG_FILE: join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none') }
  const all = { ...own, ...env }
  // The SDK's part for sign-ins asks the process alone.
  for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value)
  return identityOf(all, 'p', profileSettings(all, 'p'), {})
}

async function failure(config: string): Promise<{ code: string; text: string }> {
  const { credentials } = asked(config)
  if (typeof credentials !== 'function') throw new Error('no provider')
  const error = await credentials().then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(SourceError)
  const { code, message, hint } = error as SourceError
  return { code, text: `${message} | ${hint}` }
}

function program(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'trail-explore-process-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'keys.cjs'), text)
  return `[profile p]\ncredential_process = ${NODE} ${join(folder, 'keys.cjs')}\n`
}

describe('credential_process', () => {
  it('gives keys, with their end', async () => {
    const told = {
      Version: 1,
      AccessKeyId: 'A',
      SecretAccessKey: 'B',
      SessionToken: 'T',
      Expiration: '2999-01-01T00:00:00Z',
    }
    const { credentials } = asked(program(`console.log(${JSON.stringify(JSON.stringify(told))})`))
    const keys = typeof credentials === 'function' ? await credentials() : undefined
    expect(keys).toEqual({
      accessKeyId: 'A',
      secretAccessKey: 'B',
      sessionToken: 'T',
      expiration: new Date('2999-01-01T00:00:00Z'),
    })
  })

  it.each([
    [
      "console.error('\\nvault: token expired, run vault login\\nmore'); process.exit(7)",
      "credential_process of profile 'p' ended with exit status 7: vault: token expired, run vault login | run it to see more: ",
    ],
    ['process.exit(1)', 'ended with exit status 1 | '],
    ["console.log('nothing')", 'printed no JSON'],
    ["process.stdout.write('null')", 'another Version'],
    ['console.log(JSON.stringify({Version:2}))', 'another Version'],
    ['console.log(JSON.stringify({Version:1}))', 'no AccessKeyId'],
    [
      "console.log(JSON.stringify({Version:1,AccessKeyId:'A',SecretAccessKey:'B',Expiration:'2001-01-01T00:00:00Z'}))",
      'expired keys',
    ],
  ])('%s', async (text, words) => {
    const error = await failure(program(text))
    expect(error.code).toBe('credentials')
    expect(error.text).toContain(words)
  })
})

async function sts(status: number, body: string): Promise<void> {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  vi.stubEnv('AWS_ENDPOINT_URL_STS', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

describe('a role', () => {
  it('that STS refuses', async () => {
    const refusal = 'User: arn:aws:iam::1:user/a is not authorized to perform: sts:AssumeRole'
    await sts(
      403,
      `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${refusal}</Message></Error></ErrorResponse>`,
    )
    expect((await failure(ROLE)).text).toMatch(
      /^no usable AWS credentials: STS refuses profile 'p': User: .*sts:AssumeRole \| .*must trust you/,
    )
  })

  it('where STS is not reached', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_STS', 'http://127.0.0.1:1')
    vi.stubEnv('AWS_MAX_ATTEMPTS', '1')
    expect((await failure(ROLE)).text).toContain(
      "STS cannot be reached for profile 'p': connect ECONNREFUSED",
    )
  })

  it('that asks for a second factor', async () => {
    expect((await failure(`${ROLE}mfa_serial = arn:aws:iam::123456789012:mfa/x\n`)).text).toContain(
      'export-credentials --profile p',
    )
  })

  it('whose source is not there', async () => {
    expect((await failure(ROLE.replace('source_profile = base', 'source_profile = gone'))).text).toContain(
      '[gone]',
    )
  })

  it('behind a process that fails', async () => {
    const source = program("console.error('locked'); process.exit(1)").replace(
      '[profile p]',
      '[profile base]',
    )
    expect((await failure(ROLE.replace(BASE, source))).text).toMatch(/profile 'p': '.*' failed: locked/)
  })
})

it('names the sign-in of IAM Identity Center that is missing', async () => {
  const error = await failure(
    '[profile p]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = r\n' +
      '[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://nobody.example/start\n',
  )
  expect(error.text).toBe(
    "no usable AWS credentials: the sign-in of profile 'p' is not there or has expired | aws sso login --profile p",
  )
})

it('leaves a profile that says nothing of keys to the chain, and keys in the environment to themselves', () => {
  expect(asked('[profile p]\nregion = us-east-1\n')).toEqual({ profile: 'p' })
  const env = { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'B' }
  expect(identityOf(env, undefined, profileSettings(env, undefined), {})).toEqual({
    credentials: { accessKeyId: 'A', secretAccessKey: 'B' },
  })
})
