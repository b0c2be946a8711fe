import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
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
