// Runs SQL in Trino by its client protocol: one POST, then a GET for each next page.
// https://trino.io/docs/current/develop/client-protocol.html

import { SourceError } from '../source/source.ts'
import type { EngineAnswer, FileEngine, Table } from './file-engine.ts'

interface Page {
  readonly error?: { readonly message?: string }
  readonly data?: readonly (readonly unknown[])[]
  readonly nextUri?: string
  readonly stats?: { readonly physicalInputBytes?: number; readonly processedBytes?: number }
}

export interface TrinoAddress {
  readonly base: string
  readonly catalog: string
  readonly schema: string
  readonly view: string
}

const NAME = '[A-Za-z0-9_-]+'
const ADDRESS = new RegExp(`^trino://([^/@\\s]+)/(${NAME})\\.(${NAME})\\.(${NAME})$`, 'i')
/** Hosts of this machine, where traffic cannot be intercepted. */
const LOOPBACK = /^(?:localhost|127\.[\d.]+|\[::1\])$/

/** Parses an address; undefined if it is invalid. TLS is required except for this machine. */
export function trinoAddress(uri: string): TrinoAddress | undefined {
  const [, host = '', catalog = '', schema = '', view = ''] = ADDRESS.exec(uri) ?? []
  if (host === '' || !URL.canParse(`http://${host}`)) return undefined
  const { hostname } = new URL(`http://${host}`)
  return { base: `${LOOPBACK.test(hostname) ? 'http' : 'https'}://${host}`, catalog, schema, view }
}

function textOf(cell: unknown): string | undefined {
  if (cell === null) return undefined
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}

export function trinoEngine(
  { base, catalog, schema, view }: TrinoAddress,
  env: Readonly<Record<string, string | undefined>>,
): FileEngine {
  const user = env['TRINO_USER'] || env['USER'] || 'trail-explore'
  const password = env['TRINO_PASSWORD']
  const headers: Record<string, string> = {
    'X-Trino-User': user,
    'X-Trino-Catalog': catalog,
    'X-Trino-Schema': schema,
    'X-Trino-Source': 'trail-explore',
    // Projected day partitions without a folder must not be an error.
    'X-Trino-Session': `${catalog}.ignore_absent_partitions=true`,
    ...(password &&
      base.startsWith('https:') && {
        Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      }),
  }

  async function pageOf(url: string, init: RequestInit): Promise<Page> {
    // The next page must be on the same server, because the request carries credentials.
    if (new URL(url).origin !== new URL(base).origin)
      throw new SourceError('unreachable', 'Trino names another server for the next page')
    const response = await fetch(url, { ...init, headers }).catch((error: unknown) => {
      if (init.signal?.aborted) throw init.signal.reason
      throw new SourceError('unreachable', 'no response from Trino', undefined, { cause: error })
    })
    if (response.status === 401)
      throw new SourceError('credentials', 'Trino wants a password', 'set TRINO_USER and TRINO_PASSWORD')
    if (!response.ok) throw new SourceError('unreachable', `Trino answers HTTP ${response.status}`)
    return (await response.json()) as Page
  }

  async function run(sql: string, signal?: AbortSignal): Promise<EngineAnswer> {
    const rows: (string | undefined)[][] = []
    let page = await pageOf(`${base}/v1/statement`, { method: 'POST', body: sql, ...(signal && { signal }) })
    for (;;) {
      if (page.error)
        throw new SourceError('unreadable', `Trino: ${page.error.message ?? 'the query failed'}`)
      for (const row of page.data ?? []) rows.push(row.map(textOf))
      if (page.nextUri === undefined) {
        const { physicalInputBytes = 0, processedBytes = 0 } = page.stats ?? {}
        return { rows, scannedBytes: physicalInputBytes || processedBytes }
      }
      const next = page.nextUri
      try {
        page = await pageOf(next, { ...(signal && { signal }) })
      } catch (error) {
        if (signal?.aborted) await fetch(next, { method: 'DELETE', headers }).catch(() => {})
        throw error
      }
    }
  }

  return {
    name: 'Trino',
    dialect: 'trino',
    localFiles: base.startsWith('http:'),
    async describe(signal): Promise<Table> {
      const { rows } = await run(
        `select column_name from information_schema.columns where table_schema = '${schema.toLowerCase()}' and table_name = '${view.toLowerCase()}'`,
        signal,
      )
      if (rows.length === 0)
        throw new SourceError('not-found', `Trino has no table ${catalog}.${schema}.${view}`)
      return { sql: `"${catalog}"."${schema}"."${view}"`, columns: new Set(rows.map(([name = '']) => name)) }
    },
    ask: run,
    close() {},
  }
}
