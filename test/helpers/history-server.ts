// CloudTrail's LookupEvents over loopback HTTP, as far as its behaviour is known: pages of 50, newest first, one
// attribute, an inclusive window of whole seconds, two requests per second for each Region. The real SDK client talks
// to it.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../src/util/clock.ts'

/** Fields that the service keeps beside the record of an event. */
export interface HistoryEntry {
  readonly EventId: string
  readonly EventName: string
  readonly EventSource: string
  readonly ReadOnly: 'true' | 'false'
  readonly AccessKeyId?: string
  readonly Username?: string
  readonly Resources?: readonly { readonly ResourceType?: string; readonly ResourceName: string }[]
  /** Epoch seconds. */
  readonly EventTime: number
  /** The record as text. */
  readonly CloudTrailEvent: string
}

export interface HistoryRequest {
  readonly region: string
  readonly category: 'insight' | undefined
  readonly attribute: { readonly AttributeKey: string; readonly AttributeValue: string } | undefined
  readonly start: number | undefined
  readonly end: number | undefined
  readonly token: string | undefined
  readonly isRefused: boolean
}

export interface HistoryServerOptions {
  /** By Region; Insights events under `REGION/insight`. */
  readonly events: Readonly<Record<string, readonly HistoryEntry[]>>
  /** Requests per second and Region; default 2. */
  readonly rate?: number
  /** Number of requests that may come at once; default 2. */
  readonly burst?: number
  readonly clock?: Pick<Clock, 'now'>
  /** Responses to other operations by name; with a `status` for errors. */
  readonly others?: Readonly<Record<string, (asked: Record<string, unknown>, region: string) => unknown>>
  /** Regions that are not enabled and so reject all credentials. */
  readonly disabled?: readonly string[]
}

export interface HistoryFault {
  readonly status: number
  readonly code: string
  readonly message?: string
}

export interface HistoryServer {
  readonly endpoint: string
  readonly requests: HistoryRequest[]
  /** Called for each request that is not throttled, with the number of requests that the Region has answered. */
  misbehave: (request: HistoryRequest, answered: number) => HistoryFault | undefined
  close(): Promise<void>
}

export async function startHistoryServer(options: HistoryServerOptions): Promise<HistoryServer> {
  const {
    events,
    rate = 2,
    burst = 2,
    clock = { now: () => performance.now() },
    disabled = [],
    others = {},
  } = options
  const sorted = new Map(
    Object.entries(events).map(([name, all]) => [name, all.toSorted((a, b) => b.EventTime - a.EventTime)]),
  )
  const quotas = new Map<string, { tokens: number; at: number }>()
  const answered = new Map<string, number>()
  const requests: HistoryRequest[] = []
  const http = createServer((message, response) => {
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      const [status, body] = answer(
        String(message.headers['x-amz-target']),
        /Credential=[^/]+\/\d+\/([^/]+)\//.exec(message.headers.authorization ?? '')?.[1] ?? '',
        JSON.parse(Buffer.concat(chunks).toString() || '{}') as Asked,
      )
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const server: HistoryServer = {
    endpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests,
    misbehave: () => undefined,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return server

  function answer(target: string, region: string, asked: Asked): readonly [number, unknown] {
    const operation = target.slice(target.lastIndexOf('.') + 1)
    const other = Object.hasOwn(others, operation) ? others[operation] : undefined
    if (other) {
      const said = other(asked as Record<string, unknown>, region)
      return [(said as { readonly status?: number }).status ?? 200, said]
    }
    if (operation !== 'LookupEvents') return failure(400, 'UnknownOperationException')
    const request = {
      region,
      category: asked.EventCategory,
      attribute: asked.LookupAttributes?.[0],
      start: asked.StartTime,
      end: asked.EndTime,
      token: asked.NextToken,
      isRefused: !spend(region),
    }
    requests.push(request)
    if (request.isRefused) return failure(400, 'ThrottlingException', 'Rate exceeded')
    const before = answered.get(region) ?? 0
    answered.set(region, before + 1)
    const fault = server.misbehave(request, before)
    if (fault) return failure(fault.status, fault.code, fault.message)
    if (disabled.includes(region))
      return failure(
        400,
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      )
    const { LookupAttributes = [], MaxResults = 50 } = asked
    if (MaxResults > 50) return failure(400, 'InvalidMaxResultsException')
    if (LookupAttributes.length > 1) return failure(400, 'InvalidLookupAttributesException')
    const key = asked.EventCategory === 'insight' ? `${region}/insight` : region
    const found = (sorted.get(key) ?? []).filter((event) => fits(event, request))
    // A token is only valid for the query that it was issued for.
    const { NextToken, ...question } = asked
    const [from = 0, of] =
      NextToken === undefined
        ? []
        : (JSON.parse(Buffer.from(NextToken, 'base64').toString()) as [number, string])
    if (of !== undefined && of !== JSON.stringify(question)) return failure(400, 'InvalidNextTokenException')
    const next = from + MaxResults
    const token = Buffer.from(JSON.stringify([next, JSON.stringify(question)])).toString('base64')
    return [200, { Events: found.slice(from, next), ...(next < found.length && { NextToken: token }) }]
  }

  function spend(region: string): boolean {
    const now = clock.now()
    const quota = quotas.get(region) ?? { tokens: burst, at: now }
    // Tolerates rounding by a fraction of a millisecond.
    quota.tokens = Math.min(burst, quota.tokens + ((now - quota.at) / 1000) * rate)
    quota.at = now
    quotas.set(region, quota)
    if (quota.tokens < 0.999) return false
    quota.tokens -= 1
    return true
  }
}

interface Asked {
  readonly EventCategory?: 'insight'
  readonly LookupAttributes?: readonly { AttributeKey: string; AttributeValue: string }[]
  readonly StartTime?: number
  readonly EndTime?: number
  readonly MaxResults?: number
  readonly NextToken?: string
}

function fits(
  event: HistoryEntry,
  { attribute, start = -Infinity, end = Infinity }: HistoryRequest,
): boolean {
  if (event.EventTime < start || event.EventTime > end) return false
  if (attribute === undefined) return true
  const { AttributeKey: key, AttributeValue: value } = attribute
  if (key === 'ResourceName')
    return (event.Resources ?? []).some(({ ResourceName }) => ResourceName === value)
  return event[key as 'EventId'] === value
}

function failure(status: number, code: string, message = code): readonly [number, unknown] {
  return [status, { __type: code, message }]
}
