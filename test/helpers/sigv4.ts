// Whether a request is signed as AWS's Signature Version 4 says. Written from its description, apart from the program.

import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Undefined for a right signature; else what was expected and what came. */
export function signatureFault(message: IncomingMessage, secret: string): string | undefined {
  const { authorization = '' } = message.headers
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    authorization,
  )
  if (!parts) return `no signature: '${authorization}'`
  const [, credential = '', signed = '', signature] = parts
  const [day, region, service, end] = credential.split('/').slice(1)
  const names = signed.split(';')
  const required = Object.keys(message.headers).filter((name) => name === 'host' || name.startsWith('x-amz-'))
  const missing = required.filter((name) => !names.includes(name))
  if (missing.length > 0) return `not signed: ${missing.join(', ')}`
  const [path = '', search = ''] = (message.url ?? '').split('?')
  const canonical = [
    message.method,
    path,
    search.split('&').filter(Boolean).map(withEquals).sort().join('&'),
    ...names.map((name) => `${name}:${String(message.headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    signed,
    message.headers['x-amz-content-sha256'],
  ].join('\n')
  const text = [
    'AWS4-HMAC-SHA256',
    message.headers['x-amz-date'],
    [day, region, service, end].join('/'),
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n')
  const key = [day, region, service, end].reduce<string | Buffer>(
    (key, part) => createHmac('sha256', key).update(String(part)).digest(),
    `AWS4${secret}`,
  )
  const expected = createHmac('sha256', key).update(text).digest('hex')
  return expected === signature ? undefined : `expected ${expected} of ${canonical}`
}

function withEquals(pair: string): string {
  return pair.includes('=') ? pair : `${pair}=`
}
