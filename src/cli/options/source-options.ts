// The options that say where to read events from. open-sources.ts opens them, loaded on use.

import { type Command, Option } from 'commander'
import { scanSize, wholeNumber } from './parsers.ts'

const LEVELS =
  'any level of a tree (bucket, AWSLogs, organization, account, CloudTrail, Region, year, month, day), a file, a folder of files'
const DEFAULT = '$TRAIL_EXPLORE_SOURCE, ./AWSLogs'

export const SOURCE_HELP = `${LEVELS}, s3://bucket/prefix, history:REGION (Event history, no trail needed; history:all), trail:NAME, athena://WORKGROUP/DATABASE.TABLE or trino://HOST:PORT/CATALOG.SCHEMA.VIEW (see docs/scale.md), or - for standard input (default: ${DEFAULT}, standard input if a pipe or a file, else the samples)`
/** For commands that work on file names, which standard input does not have. */
export const TREE_HELP = `${LEVELS}, s3://bucket/prefix, or trail:NAME (default: ${DEFAULT}, or the samples)`

export function addSourceOptions(command: Command): Command {
  command.optionsGroup('S3 and Event history, as in the AWS CLI:')
  return command
    .option('--profile <name>', 'profile with the credentials')
    .option('--bucket-region <region>', 'Region of the bucket (detected automatically if omitted)')
    .option('--endpoint-url <url>', 'another S3-compatible server')
    .option('--no-sign-request', 'read a public bucket without credentials')
    .option('--request-payer', 'pay for the requests to a Requester Pays bucket')
    .addOption(
      new Option('--concurrency <n>', 'maximum number of concurrent requests')
        .default(32)
        .argParser(wholeNumber(1, 256)),
    )
    .addOption(
      new Option(
        '--max-pages <n>',
        'read at most this many pages of 50 events per Region from Event history, and report what is missing',
      ).argParser(wholeNumber(1, 1_000_000)),
    )
    .addOption(
      new Option(
        '--max-scan <bytes>',
        'refuse an Athena query that would scan more (default: 100 GB)',
      ).argParser(scanSize),
    )
}

export interface SourceFlags {
  readonly profile?: string
  readonly bucketRegion?: string
  readonly endpointUrl?: string
  /** False for --no-sign-request. */
  readonly signRequest: boolean
  readonly requestPayer?: true
  readonly concurrency: number
  readonly maxPages?: number
  readonly maxScan?: number
}
