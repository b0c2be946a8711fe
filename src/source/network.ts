// HTTP agents: with or without a proxy for each host, and with trusted certificates, from the same variables and profile settings as
// the AWS CLI. Only importer of hpagent, which is loaded if a proxy is used.

import { readFileSync } from 'node:fs'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import { isInRange, parseIp, rangeOf } from '../util/ip.ts'
import type { OpenContext } from './open.ts'
import { SourceError } from './source.ts'

type Env = OpenContext['env']

export interface Agents {
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
}

/** `target` is where most requests go: a proxy for it is checked now. Throws SourceError for an unusable proxy or certificate file. */
export async function agentsFor(
  env: Env,
  target: string,
  { maxSockets, caBundle }: { readonly maxSockets?: number; readonly caBundle?: string | undefined },
): Promise<Agents> {
  const common = { keepAlive: true, ...(maxSockets !== undefined && { maxSockets }) }
  const ca = certificates(env['AWS_CA_BUNDLE'] || caBundle)
  const options = { ...common, ...(ca && { ca }) }
  proxyFor(env, target)
  const isProxied = ['http_proxy', 'https_proxy'].some((name) => env[name] || env[name.toUpperCase()])
  if (!isProxied) return { httpAgent: new HttpAgent(common), httpsAgent: new HttpsAgent(options) }
  const { HttpProxyAgent, HttpsProxyAgent } = await import('hpagent')
  return {
    httpAgent: new (class extends HttpAgent {
      override createConnection(to: To, done?: Done): Duplex | null | undefined {
        const proxy = proxyFor(env, `http://${hostOf(to)}`)
        if (proxy === undefined) return super.createConnection(to, done)
        return connector(new HttpProxyAgent({ proxy })).createConnection(to, done)
      }
    })(common),
    httpsAgent: new (class extends HttpsAgent {
      override createConnection(to: To, done?: Done): Duplex | null | undefined {
        const proxy = proxyFor(env, `https://${hostOf(to)}`)
        if (proxy === undefined) return super.createConnection(to, done)
        return connector(new HttpsProxyAgent({ ...options, proxy })).createConnection(to, done)
      }
    })(options),
  }
}

type To = Parameters<HttpAgent['createConnection']>[0]
type Done = Parameters<HttpAgent['createConnection']>[1]

// It answers through `done` alone.
function connector(agent: object): Pick<HttpAgent, 'createConnection'> {
  return agent as Pick<HttpAgent, 'createConnection'>
}

function hostOf({ host, port }: To): string {
  const name = host ?? 'localhost'
  return `${name.includes(':') ? `[${name}]` : name}:${port}`
}

/**
 * The proxy for an address, from HTTP_PROXY, HTTPS_PROXY and NO_PROXY in either case; undefined for a direct
 * connection.
 */
export function proxyFor(env: Env, target: string): string | undefined {
  const { protocol, hostname, port } = new URL(target)
  const asked = protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = env[asked] || env[asked.toUpperCase()]
  if (!proxy) return undefined
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '')
  const onPort = port || (protocol === 'https:' ? '443' : '80')
  const direct = (env['no_proxy'] || env['NO_PROXY'] || '').toLowerCase().split(/[\s,]+/)
  if (direct.some((entry) => entry !== '' && isMeant(entry, host, onPort))) return undefined
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`
  if (!/^https?:/i.test(url) || !URL.canParse(url))
    throw new SourceError('unreachable', `${asked.toUpperCase()} is no address of a proxy: ${proxy}`)
  return url
}

// As curl does: a domain and what is below it, an address, or a range of addresses (10.0.0.0/8); a port narrows it.
function isMeant(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true
  const range = /^([^/]+)\/(\d{1,3})$/.exec(entry)
  if (range) {
    const [ip, within] = [parseIp(host), rangeOf(range[1] ?? '', Number(range[2]))]
    return ip !== undefined && within !== undefined && isInRange(ip, within)
  }
  // The colons of an IPv6 address are no port, unless it stands in brackets.
  const isBareIpv6 = !entry.startsWith('[') && entry.split(':').length > 2
  const parts = isBareIpv6 ? undefined : /^(?:\*?\.)?\[?(.*?)\]?(?::(\d+))?$/.exec(entry)
  const [, name = entry, onPort] = parts ?? []
  if (onPort !== undefined && onPort !== port) return false
  return host === name || host.endsWith(`.${name}`)
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
