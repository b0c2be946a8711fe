// The Parquet files that are written here, read back by Spark, where it is installed: PYSPARK_PYTHON names a Python that has
// pyspark, and JAVA_HOME a JDK for it.

import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { hasPublicLogs, PUBLIC_LOGS, rowsOf } from './events.ts'

const PYTHON = process.env['PYSPARK_PYTHON'] ?? 'python3'
const HAS_SPARK = spawnSync(PYTHON, ['-c', 'import pyspark']).status === 0

/** One query, in a Spark of two threads; prints a row as JSON. */
const PROGRAM = `
import json, sys
from pyspark.sql import SparkSession
spark = (SparkSession.builder.master('local[2]').config('spark.ui.enabled', 'false')
  .config('spark.driver.bindAddress', '127.0.0.1').config('spark.driver.host', '127.0.0.1')
  .config('spark.sql.session.timeZone', 'UTC').getOrCreate())
spark.read.parquet(sys.argv[1]).createOrReplaceTempView('events')
print(json.dumps(list(spark.sql(sys.argv[2]).collect()[0])))
`

const sums = (name: (path: string) => string, size: string): string =>
  [
    'count(*)',
    'count(distinct eventid)',
    'count(errorcode)',
    'count(useridentity.sessioncontext.sessionissuer.arn)',
    'sum(length(requestparameters))',
    'sum(length(raw))',
    'count(raw_bytes)',
    'min(eventtime)',
    'max(day)',
    `sum(case when ${size} > 0 then ${size} else 0 end)`,
    `sum(case when eventname = ${name('$.eventName')} then 1 else 0 end)`,
  ].join(', ')

describe.skipIf(!HAS_SPARK)('Parquet in Spark', () => {
  it.each(['samples/logs', ...(hasPublicLogs ? [PUBLIC_LOGS] : [])].map((tree) => [tree]))(
    'has what DuckDB reads: %s',
    async (tree) => {
      const folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
      try {
        const target = join(folder, 'events')
        const exported = await runCli([
          'export',
          'parquet',
          target,
          tree,
          '--partition',
          'account,region,day',
        ])
        expect(exported.code).toBe(0)
        const [duckdb] = await rowsOf(
          `select ${sums((path) => `json_extract_string(raw, '${path}')`, 'len(resources)').replace('max(day)', 'cast(max(day) as varchar)')}
           from read_parquet('${target}/**/*.parquet', hive_partitioning = true)`,
        )
        const query = `select ${sums((path) => `get_json_object(raw, '${path}')`, 'size(resources)').replace('max(day)', 'cast(max(day) as string)')} from events`
        const { stdout } = await promisify(execFile)(PYTHON, ['-c', PROGRAM, target, query])
        const spark = JSON.parse(stdout.trim().split('\\n').at(-1)!) as readonly unknown[]
        expect(spark.map(String)).toEqual(duckdb!.map(String))
        expect(Number(spark[0])).toBeGreaterThan(100)
        expect(spark.at(-1)).toBe(spark[0])
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
    900_000,
  )
})

afterAll(() => {
  if (!HAS_SPARK)
    process.stderr.write(`skipped: Spark: ${PYTHON} has no pyspark; PYSPARK_PYTHON can name one\\n`)
})
