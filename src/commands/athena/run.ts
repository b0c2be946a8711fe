// The work of `athena ddl`: folders → statements → printed or run.

import type { ColorChoice } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { count } from '../../cli/messages/units.ts'
import type { SourceFlags } from '../../cli/options/source-options.ts'
import { openSources } from '../../cli/reading/open-sources.ts'
import { openAthena } from '../../engine/athena.ts'
import { ddlOf, tableName } from '../../engine/ddl.ts'
import { layoutsOf, type Layout } from '../../inventory/layout.ts'
import { parseS3Uri } from '../../source/s3/uri.ts'
import { SourceError } from '../../source/source.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface AthenaFlags extends SourceFlags {
  readonly database: string
  readonly table?: string
  readonly run?: true
  readonly workgroup: string
  readonly athenaOutput?: string
  readonly athenaRegion?: string
  readonly quiet?: true
  readonly color: ColorChoice
  readonly debug?: true
}

export async function runAthena(uri: string, flags: AthenaFlags, io: Io): Promise<ExitCode> {
  const { bucket } = parseS3Uri(uri)
  const database = checkedName(flags.database, '--database')
  const base =
    flags.table === undefined ? `cloudtrail_${tableName(bucket)}` : checkedName(flags.table, '--table')
  const layouts = await found(uri, flags, io)
  const statements = layouts.flatMap((layout, n) => {
    const suffix = n === 0 ? '' : `_${n + 1}`
    return ddlOf({ bucket, ...layout }, { database, table: base + suffix, suffix })
  })
  if (!flags.quiet)
    await say(
      io,
      layouts.map((layout) => described(bucket, layout)),
      flags.color,
    )
  if (!flags.run) {
    await io.out.write(statements.map((sql) => `${sql};\n`).join('\n'))
    return EXIT.ok
  }
  const athena = await openAthena(io.env, {
    profile: flags.profile,
    region: flags.athenaRegion,
    workgroup: flags.workgroup,
    outputLocation: flags.athenaOutput,
  })
  try {
    await athena.check(io.signal)
    for (const sql of statements) {
      await athena.run(sql, io.signal)
      await io.out.write(`done: ${sql.split(/ \(\n| AS\n/)[0]}\n`)
    }
  } finally {
    athena.close()
  }
  return EXIT.ok
}

async function found(uri: string, flags: AthenaFlags, io: Io): Promise<readonly Layout[]> {
  const { sources } = await openSources([uri], flags, io, { noStdin: 'a table is over a bucket' })
  try {
    const layouts = await layoutsOf(sources[0]!, flags.concurrency, io.signal)
    if (layouts.length > 0) return layouts
    throw new SourceError(
      'not-found',
      'no AWSLogs folder with logs of CloudTrail below it',
      'see what is there: trail-explore ls',
      {
        subject: uri,
      },
    )
  } finally {
    for (const source of sources) source.close?.()
  }
}

function described(bucket: string, { root, accounts, regions, since }: Layout): string {
  return `s3://${bucket}/${root}: ${count(accounts.length, 'account')}, ${count(regions.length, 'Region')}, since ${since}`
}

function checkedName(name: string, option: string): string {
  if (/^[a-z0-9_]+$/.test(name)) return name
  throw new UsageError(
    `${option} '${name}': not a valid name in Athena`,
    'use lower-case letters, digits and _',
  )
}
