// Runs SQL in Athena. The only importer of its client, itself loaded on use.

import type { AthenaClient } from '@aws-sdk/client-athena'
import { setTimeout as wait } from 'node:timers/promises'
import { checkedEndpoint } from '../source/aws-client.ts'
import { profileSettings } from '../source/aws-profile.ts'
import { identityOf } from '../source/credentials.ts'
import { agentsFor } from '../source/network.ts'
import { SourceError } from '../source/source.ts'

export interface AthenaSettings {
  readonly profile?: string | undefined
  readonly region?: string | undefined
  readonly workgroup: string
  readonly database?: string | undefined
  /** Where results go, unless the workgroup specifies it. */
  readonly outputLocation?: string | undefined
  /** Milliseconds between two polls of a running query. */
  readonly poll?: number | undefined
}

export interface AthenaResult {
  /** Rows without the header row that Athena puts first. */
  readonly rows: AsyncIterable<readonly (string | undefined)[]>
  readonly scannedBytes: number
}

export interface Athena {
  /** Checks that the workgroup accepts queries and has a result location. Throws SourceError. */
  check(signal?: AbortSignal): Promise<void>
  /** Runs a statement and waits for it; stops it when the signal is aborted. Throws SourceError. */
  run(sql: string, signal?: AbortSignal): Promise<AthenaResult>
  /** Column names in lower case, including partition columns, and the location of the files. Throws SourceError. */
  table(
    database: string,
    name: string,
    signal?: AbortSignal,
  ): Promise<{ readonly columns: ReadonlySet<string>; readonly location: string | undefined }>
  /** The statement that makes a view. Throws SourceError. */
  viewText(database: string, name: string, signal?: AbortSignal): Promise<string>
  close(): void
}

/** Athena's limit for a query, which cannot be raised. */
const MAX_QUERY_BYTES = 262_144

export async function openAthena(
  env: Readonly<Record<string, string | undefined>>,
  settings: AthenaSettings,
): Promise<Athena> {
  const sdk = await import('@aws-sdk/client-athena')
  const profile = profileSettings(env, settings.profile)
  const endpoint = checkedEndpoint(profile.endpoint('athena'))
  const region = settings.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION']
  const target = endpoint ?? `https://athena.${region ?? 'us-east-1'}.amazonaws.com`
  const requestHandler = await agentsFor(env, target, { caBundle: profile.caBundle })
  const client: AthenaClient = new sdk.AthenaClient({
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
    ...identityOf(env, settings.profile, profile, requestHandler),
    requestHandler,
  })
  const WorkGroup = settings.workgroup
  return {
    async check(signal) {
      const { WorkGroup: group } = await told(
        client.send(new sdk.GetWorkGroupCommand({ WorkGroup }), sent(signal)),
        'athena:GetWorkGroup',
      )
      if (group?.State === 'DISABLED')
        throw new SourceError('denied', `the Athena workgroup '${WorkGroup}' is disabled`)
      const { ResultConfiguration, ManagedQueryResultsConfiguration } = group?.Configuration ?? {}
      const hasPlace =
        settings.outputLocation !== undefined ||
        ResultConfiguration?.OutputLocation !== undefined ||
        ManagedQueryResultsConfiguration?.Enabled === true
      if (!hasPlace)
        throw new SourceError(
          'unreadable',
          `the Athena workgroup '${WorkGroup}' has no place for results`,
          'give one with --athena-output s3://bucket/prefix/',
        )
    },
    run,
    async viewText(database, name, signal) {
      const lines: string[] = []
      const { rows } = await run(`SHOW CREATE VIEW "${database}"."${name}"`, signal)
      for await (const [line = ''] of rows) lines.push(line)
      return lines.join('\n')
    },
    async table(DatabaseName, TableName, signal) {
      const input = { CatalogName: 'AwsDataCatalog', DatabaseName, TableName, WorkGroup }
      const { TableMetadata: found } = await told(
        client.send(new sdk.GetTableMetadataCommand(input), sent(signal)),
        'athena:GetTableMetadata',
      )
      const columns = [...(found?.Columns ?? []), ...(found?.PartitionKeys ?? [])]
      return {
        columns: new Set(columns.map(({ Name = '' }) => Name.toLowerCase())),
        location: found?.Parameters?.['location'],
      }
    },
    close: () => client.destroy(),
  }

  async function run(sql: string, signal?: AbortSignal): Promise<AthenaResult> {
    signal?.throwIfAborted()
    if (Buffer.byteLength(sql) > MAX_QUERY_BYTES)
      throw new SourceError('unreadable', 'the query is longer than Athena allows', 'give fewer values')
    const { QueryExecutionId } = await told(
      client.send(
        new sdk.StartQueryExecutionCommand({
          QueryString: sql,
          WorkGroup,
          ...(settings.database !== undefined && {
            QueryExecutionContext: { Database: settings.database },
          }),
          ...(settings.outputLocation !== undefined && {
            ResultConfiguration: { OutputLocation: settings.outputLocation },
          }),
        }),
        // Not interrupted: the query may have started, and only its ID in the response can stop it.
      ),
      'athena:StartQueryExecution',
    )
    const stop = (): Promise<unknown> => client.send(new sdk.StopQueryExecutionCommand({ QueryExecutionId }))
    try {
      signal?.throwIfAborted()
      for (let pause = settings.poll ?? 200; ; pause = Math.min(pause * 1.5, 2000)) {
        const { QueryExecution } = await told(
          client.send(new sdk.GetQueryExecutionCommand({ QueryExecutionId }), sent(signal)),
          'athena:GetQueryExecution',
        )
        const { State, StateChangeReason } = QueryExecution?.Status ?? {}
        if (State === 'FAILED' || State === 'CANCELLED')
          throw new SourceError('unreadable', `Athena: ${StateChangeReason ?? State.toLowerCase()}`)
        if (State === 'SUCCEEDED')
          return {
            // Only the answers of queries begin with the names of their columns.
            rows: rowsOf(QueryExecutionId!, (QueryExecution?.StatementType ?? 'DML') === 'DML', signal),
            scannedBytes: QueryExecution?.Statistics?.DataScannedInBytes ?? 0,
          }
        await wait(pause, undefined, { ...(signal && { signal }) })
      }
    } catch (error) {
      if (signal?.aborted) await stop().catch(() => {}) // a query that nobody waits for still costs
      throw error
    }
  }

  async function* rowsOf(
    QueryExecutionId: string,
    hasHead: boolean,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<readonly (string | undefined)[], void, undefined> {
    let NextToken: string | undefined
    let isHead = hasHead
    do {
      const input = { QueryExecutionId, ...(NextToken !== undefined && { NextToken }) }
      const page = await told(
        client.send(new sdk.GetQueryResultsCommand(input), sent(signal)),
        'athena:GetQueryResults',
      )
      for (const { Data } of page.ResultSet?.Rows ?? []) {
        if (!isHead) yield (Data ?? []).map(({ VarCharValue }) => VarCharValue)
        isHead = false
      }
      NextToken = page.NextToken
    } while (NextToken !== undefined)
  }
}

function sent(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {}
}

/** Converts the client's errors to SourceErrors. */
async function told<T>(answer: Promise<T>, action: string): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
    if (name === 'AbortError') throw error
    if (name.includes('AccessDenied'))
      throw new SourceError('denied', `not allowed; the action is ${action}`, undefined, {
        subject: 'Athena',
        cause: error,
      })
    if (/Credentials|ExpiredToken|UnrecognizedClient/.test(name))
      throw new SourceError('credentials', 'no usable AWS credentials', 'log in, or name a --profile', {
        subject: 'Athena',
        cause: error,
      })
    if (/Region is missing/.test(message))
      throw new SourceError('unreadable', 'no Region', 'give --athena-region, or set AWS_REGION', {
        subject: 'Athena',
        cause: error,
      })
    throw new SourceError('unreadable', message === '' ? name : message, undefined, {
      subject: 'Athena',
      cause: error,
    })
  }
}
