// Athena's API on a loopback port: what the real client sends arrives here, and whoever opened it answers each query.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Answer {
  readonly columns?: readonly string[]
  readonly rows?: readonly (readonly (string | null)[])[]
  readonly scannedBytes?: number
}

export interface AthenaServer {
  /** For AWS_ENDPOINT_URL_ATHENA. */
  readonly url: string
  /** What was asked, in its order. */
  readonly queries: readonly string[]
  /** How many queries were told to stop. */
  stopped(): number
  close(): Promise<void>
}

interface Job {
  state: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED'
  why?: string
  answer?: Answer
}

export interface ServerOptions {
  /** Rejects for a query that fails; never ends for one that runs until it is stopped. */
  readonly answer: (sql: string) => Promise<Answer>
  readonly outputLocation?: string
  /** What GetTableMetadata says of every table. */
  readonly table?: { readonly columns: readonly string[]; readonly location: string }
  /** Rows of a page. Athena: 1,000. */
  readonly pageSize?: number
}

export async function serveAthena({
  answer,
  outputLocation,
  table,
  pageSize = 1000,
}: ServerOptions): Promise<AthenaServer> {
  const jobs: Job[] = []
  const queries: string[] = []
  let stops = 0
  const jobOf = (id: unknown): Job => {
    const job = jobs[Number(id)]
    if (job === undefined) throw new Error(`QueryExecution ${String(id)} was not found`)
    return job
  }
  const operations: Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>> = {
    GetWorkGroup: ({ WorkGroup }) => ({
      WorkGroup: {
        Name: WorkGroup,
        State: 'ENABLED',
        Configuration: { ResultConfiguration: { OutputLocation: outputLocation } },
      },
    }),
    StartQueryExecution({ QueryString }) {
      const job: Job = { state: 'RUNNING' }
      const id = jobs.push(job) - 1
      queries.push(String(QueryString))
      answer(String(QueryString)).then(
        (found) => Object.assign(job, { state: 'SUCCEEDED', answer: found }),
        (error: Error) => Object.assign(job, { state: 'FAILED', why: error.message }),
      )
      return { QueryExecutionId: String(id) }
    },
    GetQueryExecution({ QueryExecutionId }) {
      const { state, why, answer: found } = jobOf(QueryExecutionId)
      return {
        QueryExecution: {
          QueryExecutionId,
          Status: { State: state, StateChangeReason: why },
          Statistics: { DataScannedInBytes: found?.scannedBytes ?? 0 },
        },
      }
    },
    GetTableMetadata: ({ TableName }) => ({
      TableMetadata: {
        Name: TableName,
        Columns: table?.columns.map((Name) => ({ Name, Type: 'string' })),
        Parameters: { location: table?.location },
      },
    }),
    GetQueryResults({ QueryExecutionId, NextToken }) {
      const { columns = [], rows = [] } = jobOf(QueryExecutionId).answer ?? {}
      // As Athena does: the first row is the names.
      const all = [columns, ...rows]
      const from = Number(NextToken ?? 0)
      const to = from + pageSize
      return {
        ResultSet: {
          Rows: all.slice(from, to).map((row) => ({
            Data: row.map((cell) => (cell === null ? {} : { VarCharValue: cell })),
          })),
        },
        ...(to < all.length && { NextToken: String(to) }),
      }
    },
    StopQueryExecution({ QueryExecutionId }) {
      stops++
      jobOf(QueryExecutionId).state = 'CANCELLED'
      return {}
    },
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const name = String(request.headers['x-amz-target']).split('.').pop() ?? ''
      let status = 200
      let body: unknown
      try {
        body = operations[name]!(JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>)
      } catch (error) {
        status = 400
        body = { __type: 'InvalidRequestException', message: (error as Error).message }
      }
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    queries,
    stopped: () => stops,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
