import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openSource } from '../../../src/source/open.ts'
import { proxyFor } from '../../../src/source/network.ts'
import { mapBucket } from '../../helpers/s3-bucket.ts'
import { startS3Server } from '../../helpers/s3-server.ts'

const KEYS = { AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 'B', AWS_REGION: 'us-east-1' }
const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

describe('the proxy for an address', () => {
  it.each([
    [{}, 'https://a.example', undefined],
    [{ HTTPS_PROXY: 'http://p:1' }, 'https://a.example', 'http://p:1'],
    [{ https_proxy: 'p:1' }, 'https://a.example', 'http://p:1'],
    [{ HTTPS_PROXY: 'http://p:1' }, 'http://a.example', undefined],
    [{ HTTP_PROXY: 'http://p:1', https_proxy: 'http://q' }, 'http://a.example', 'http://p:1'],
    [{ https_proxy: 'http://low', HTTPS_PROXY: 'http://HIGH' }, 'https://a.example', 'http://low'],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'a.example' }, 'https://a.example', undefined],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'x, .example' }, 'https://a.example', undefined],
    [{ HTTPS_PROXY: 'http://p', no_proxy: '*.example' }, 'https://a.b.example', undefined],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: '*' }, 'https://a.example', undefined],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'ample' }, 'https://a.example', 'http://p'],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'a.example:8443' }, 'https://a.example', 'http://p'],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'a.example:443' }, 'https://a.example', undefined],
    [{ HTTP_PROXY: 'http://p', NO_PROXY: '127.0.0.1,::1' }, 'http://[::1]:9000', undefined],
    [{ HTTP_PROXY: 'http://p', NO_PROXY: '[::1]:9000' }, 'http://[::1]:9000', undefined],
    [{ HTTP_PROXY: 'http://p', NO_PROXY: '[::1]:9001' }, 'http://[::1]:9000', 'http://p'],
    [{ HTTP_PROXY: 'http://p', NO_PROXY: '10.0.0.0/8' }, 'http://10.20.30.40:9000', undefined],
    [{ HTTP_PROXY: 'http://p', NO_PROXY: '10.0.0.0/8' }, 'http://11.20.30.40', 'http://p'],
    [{ HTTP_PROXY: 'http://p', NO_PROXY: '10.0.0.0/8' }, 'http://10.example', 'http://p'],
    [{ HTTP_PROXY: 'http://p', NO_PROXY: 'fd00::/8' }, 'http://[fd12::1]', undefined],
    [{ HTTP_PROXY: 'http://p', NO_PROXY: ',, ' }, 'http://a', 'http://p'],
  ])('%j %s', (env, target, expected) => expect(proxyFor(env, target)).toBe(expected))

  it('must be one', () => {
    expect(() => proxyFor({ HTTPS_PROXY: 'socks5://p' }, 'https://a')).toThrow('HTTPS_PROXY is no address')
  })
})

async function listening(server: Server | ReturnType<typeof createTlsServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port
}

async function list(endpointUrl: string, env: Readonly<Record<string, string>>): Promise<number> {
  const context = { cwd: '/', env: { ...KEYS, ...env }, stdin: async function* () {} }
  const source = await openSource('s3://logs', { ...context, s3: { endpointUrl, backoff: 1 } })
  closing.push(() => source.close?.())
  return (await source.list('')).objects.length
}

describe('a host', () => {
  it('is asked through the proxy or not by its own name, STS beside S3', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'role-'))
    closing.push(() => rmSync(folder, { recursive: true }))
    const config = join(folder, 'config')
    writeFileSync(
      config,
      [
        '[profile base]',
        'aws_access_key_id = A',
        'aws_secret_access_key = B',
        '[profile reader]',
        'role_arn = arn:aws:iam::123456789012:role/reader',
        'source_profile = base',
        'region = us-east-1',
      ].join('\n'),
    )
    const s3 = await startS3Server({ buckets: { logs: mapBucket({ a: 'x' }) } })
    closing.push(() => void s3.close())
    const roles: (string | undefined)[] = []
    const sts = createServer((request, response) => {
      roles.push(request.headers.host)
      request.resume()
      const keys = '<AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>S</SecretAccessKey>'
      const until = '<SessionToken>T</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>'
      const given = `<Credentials>${keys}${until}</Credentials>`
      response.end(`<AssumeRoleResponse><AssumeRoleResult>${given}</AssumeRoleResult></AssumeRoleResponse>`)
    })
    const stsPort = await listening(sts)
    const asked: string[] = []
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      const through = connect(stsPort, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        through.pipe(socket).pipe(through)
      })
    })
    const env = {
      AWS_ACCESS_KEY_ID: '',
      AWS_PROFILE: 'reader',
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
      HTTP_PROXY: `http://127.0.0.1:${await listening(proxy)}`,
      NO_PROXY: '127.0.0.0/8',
    }
    // The SDK takes the endpoint of STS from the process alone.
    vi.stubEnv('AWS_ENDPOINT_URL_STS', 'http://sts.corp.example:8083')
    closing.push(() => vi.unstubAllEnvs())
    expect(await list(s3.endpoint, env)).toBe(1)
    expect([asked, roles]).toEqual([['sts.corp.example:8083'], ['sts.corp.example:8083']])
    expect(s3.requests[0]?.headers['x-amz-security-token']).toBe('T')
  })
})

describe('S3', () => {
  it('is asked through a proxy, which alone knows the name', async () => {
    const server = await startS3Server({ buckets: { logs: mapBucket({ a: 'x' }) } })
    closing.push(() => void server.close())
    const asked: string[] = []
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      const through = connect(Number(new URL(server.endpoint).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        through.pipe(socket).pipe(through)
      })
    })
    const port = await listening(proxy)
    expect(await list('http://s3.corp.example:8082', { HTTP_PROXY: `http://127.0.0.1:${port}` })).toBe(1)
    expect(asked).toEqual(['s3.corp.example:8082'])
  })

  it('is believed with the certificates of AWS_CA_BUNDLE, and not without', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'ca-'))
    closing.push(() => rmSync(folder, { recursive: true }))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    try {
      const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
      const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert]
      execFileSync('openssl', [...made, ...names], { stdio: 'ignore' })
    } catch {
      context.skip('openssl is not there to make a certificate')
    }
    const server = await startS3Server({ buckets: { logs: mapBucket({ a: 'x' }) } })
    closing.push(() => void server.close())
    const tls = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (socket) => {
      const through = connect(Number(new URL(server.endpoint).port), '127.0.0.1')
      through.on('error', () => socket.destroy())
      socket.on('error', () => through.destroy())
      through.pipe(socket).pipe(through)
    })
    const endpoint = `https://127.0.0.1:${await listening(tls)}`
    expect(await list(endpoint, { AWS_CA_BUNDLE: cert })).toBe(1)
    await expect(list(endpoint, {})).rejects.toMatchObject({
      message: expect.stringContaining('cannot be trusted'),
      hint: expect.stringContaining('AWS_CA_BUNDLE'),
    })
    await expect(list(endpoint, { AWS_CA_BUNDLE: '/nowhere' })).rejects.toThrow('/nowhere cannot be read')
  })
})
