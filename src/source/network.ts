// HTTP agents: with or without a proxy, and with trusted certificates, from the same variables and profile settings as
// the AWS CLI. Only importer of hpagent, which is loaded if a proxy is used.

import { readFileSync } from 'node:fs'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { OpenContext } from './open.ts'
import { SourceError } from './source.ts'

type Env = OpenContext['env']

export interface Agents {
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
}

/** `target` is where most requests go. Throws SourceError for an unusable proxy or certificate file. */
export async function agentsFor(
  env: Env,
  target: string,
  { maxSockets, caBundle }: { readonly maxSockets?: number; readonly caBundle?: string | undefined },
): Promise<Agents> {
  const common = { keepAlive: true, ...(maxSockets !== undefined && { maxSockets }) }
  const ca = certificates(env['AWS_CA_BUNDLE'] || caBundle)
  const options = { ...common, ...(ca && { ca }) }
  const proxy = proxyFor(env, target)
  if (proxy === undefined) return { httpAgent: new HttpAgent(common), httpsAgent: new HttpsAgent(options) }
  const { HttpProxyAgent, HttpsProxyAgent } = await import('hpagent')
  return {
    httpAgent: new HttpProxyAgent({ ...common, proxy }),
    httpsAgent: new HttpsProxyAgent({ ...options, proxy }),
  }
}

const NO_PROXY_ENTRY = /^(?:\*?\.)?(.*?)(?::(\d+))?$/

/**
 * The proxy for an address, from HTTP_PROXY, HTTPS_PROXY and NO_PROXY in either case; undefined for a direct
 * connection.
 */
export function proxyFor(env: Env, target: string): string | undefined {
  const { protocol, hostname, port } = new URL(target)
  const asked = protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = env[asked] || env[asked.toUpperCase()]
  if (!proxy) return undefined
  const direct = (env['no_proxy'] || env['NO_PROXY'] || '').split(/[\s,]+/).filter((entry) => entry !== '')
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '')
  const isDirect = direct.some((entry) => {
    // An IPv6 address contains colons, so it cannot have a port here.
    const isIpv6 = entry.split(':').length > 2
    const [, name = '', onPort] = isIpv6
      ? [entry, entry.toLowerCase()]
      : NO_PROXY_ENTRY.exec(entry.toLowerCase())!
    if (entry === '*') return true
    if (onPort !== undefined && onPort !== (port || (protocol === 'https:' ? '443' : '80'))) return false
    return host === name || host.endsWith(`.${name}`)
  })
  if (isDirect) return undefined
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`
  if (!/^https?:/i.test(url) || !URL.canParse(url))
    throw new SourceError('unreachable', `${asked.toUpperCase()} is no address of a proxy: ${proxy}`)
  return url
}

function certificates(file: string | undefined): string | undefined {
  if (file === undefined || file === '') return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SourceError(
      'unreachable',
      `the certificates in ${file} cannot be read (${code})`,
      'check AWS_CA_BUNDLE, and ca_bundle in ~/.aws/config',
    )
  }
}
