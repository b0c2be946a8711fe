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
  readonly sql: string
  readonly stop: AbortController
}

export interface AthenaTable {
  readonly columns: readonly string[]
  readonly partitions?: readonly string[]
  /** A view has none. */
  readonly location?: string | undefined
}

export interface ServerOptions {
  /** Rejects for a query that fails; never ends for one that runs until it is stopped. */
  readonly answer: (sql: string, stop: AbortSignal) => Promise<Answer>
  readonly outputLocation?: string
  /** What GetTableMetadata says of every table, or of the table that is named. */
  readonly table?: AthenaTable | ((database: string, name: string) => Promise<AthenaTable>)
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
      const job: Job = { state: 'RUNNING', sql: String(QueryString), stop: new AbortController() }
      const id = jobs.push(job) - 1
      queries.push(String(QueryString))
      answer(job.sql, job.stop.signal).then(
        (found) => job.state === 'RUNNING' && Object.assign(job, { state: 'SUCCEEDED', answer: found }),
        (error: Error) =>
          job.state === 'RUNNING' && Object.assign(job, { state: 'FAILED', why: error.message }),
      )
      return { QueryExecutionId: String(id) }
    },
    GetQueryExecution({ QueryExecutionId }) {
      const { state, why, answer: found, sql } = jobOf(QueryExecutionId)
      return {
        QueryExecution: {
          QueryExecutionId,
          Status: { State: state, StateChangeReason: why },
          StatementType: statementType(sql),
          Statistics: { DataScannedInBytes: found?.scannedBytes ?? 0 },
        },
      }
    },
    async GetTableMetadata({ DatabaseName, TableName }) {
      const found = typeof table === 'function' ? await table(String(DatabaseName), String(TableName)) : table
      return {
        TableMetadata: {
          Name: TableName,
          Columns: typed(found?.columns),
          PartitionKeys: typed(found?.partitions),
          Parameters: { location: found?.location },
        },
      }
    },
    GetQueryResults({ QueryExecutionId, NextToken }) {
      const { answer: { columns = [], rows = [] } = {}, sql } = jobOf(QueryExecutionId)
      // As Athena does: the first row of a query's answer is the names, of another statement's it is not.
      const all = statementType(sql) === 'DML' ? [columns, ...rows] : rows
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
      const job = jobOf(QueryExecutionId)
      job.state = 'CANCELLED'
      job.stop.abort()
      return {}
    },
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    const answered = async (): Promise<void> => {
      const name = String(request.headers['x-amz-target']).split('.').pop() ?? ''
      let status = 200
      let body: unknown
      try {
        body = await operations[name]!(JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>)
      } catch (error) {
        status = 400
        body = { __type: 'InvalidRequestException', message: (error as Error).message }
      }
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify(body))
    }
    request.on('end', () => void answered())
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

function statementType(sql: string): string {
  if (/^\s*(?:select|with)\b/i.test(sql)) return 'DML'
  return /^\s*(?:show|describe)\b/i.test(sql) ? 'UTILITY' : 'DDL'
}

function typed(names: readonly string[] = []): object[] {
  return names.map((Name) => ({ Name, Type: 'string' }))
}
