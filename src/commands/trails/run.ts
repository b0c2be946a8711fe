// The work of `trails`: the account's trails as a list; one trail checked against the best practices.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { count } from '../../cli/messages/units.ts'
import { listFormat } from '../../cli/options/list-output.ts'
import { hyphenated } from '../../event/json-key.ts'
import { compileTexts } from '../../filter/compile.ts'
import type { Color } from '../../format/color-type.ts'
import { LIST_FORMATS, type ListFormat } from '../../format/list-formats.ts'
import { printable } from '../../format/sanitize.ts'
import { type ListColumn, listWriter } from '../../output/list.ts'
import { oneTrail } from '../../source/cloudtrail/trail-source.ts'
import { findTrails, stateOf, type Trail, type TrailState } from '../../source/cloudtrail/trails.ts'
import { type BucketState, bucketState } from '../../source/s3/bucket.ts'
import { SourceError, textOf } from '../../source/source.ts'
import { type Check, checkTrail, type Verdict } from '../../trails/checks.ts'
import { mapLimit } from '../../util/map-limit.ts'
import { UsageError } from '../../util/usage-error.ts'
import { missing, trailColumns } from './columns.ts'
import { createTrail, printPlan } from './create.ts'
import type { TrailsFlags } from './flags.ts'

export async function runTrails(
  first: string | undefined,
  second: string | undefined,
  flags: TrailsFlags,
  io: Io,
): Promise<ExitCode> {
  if (first === 'plan' || first === 'create') {
    if (second === undefined)
      throw new UsageError(
        `${first} needs the name of the new trail`,
        `write trails ${first} management-events; a trail that is called ${first} has an ARN`,
      )
    return first === 'plan' ? printPlan(second, flags, io) : createTrail(second, flags, io)
  }
  if (second !== undefined)
    throw new UsageError(`'${first}' is nothing to do with '${second}'`, 'use plan NAME or create NAME')
  const other = PLAN_FLAGS.find((flag) => flags[flag] !== undefined)
  if (other !== undefined)
    throw new UsageError(`--${hyphenated(other)} is for a new trail`, 'use it with plan or create')
  const format = formatOf(flags, io)
  return first === undefined ? listTrails(format, flags, io) : judgeTrail(first, format, flags, io)
}

const PLAN_FLAGS = [
  'account',
  'bucket',
  'prefix',
  'organization',
  'kmsKey',
  'singleRegion',
  'management',
  'exclude',
  'dataEvents',
  'insights',
  'tag',
  'yes',
] as const satisfies readonly (keyof TrailsFlags)[]

async function listTrails(format: ListFormat, flags: TrailsFlags, io: Io): Promise<ExitCode> {
  const context = { env: io.env, profile: flags.profile, signal: io.signal }
  const { trails, problems } = await findTrails(
    context,
    flags.region && compileTexts({ kind: 'text', field: 'region', values: flags.region }),
  )
  const states = await mapLimit(trails, 8, (trail) => stateOf(trail, context))
  const writer = listWriter(format, trailColumns(), io.out, {
    color: await colorFor(io.out, io.env, flags.color),
    ascii: needsAscii(io.env),
    csvSafe: flags.csvSafe,
  })
  for (const [i, trail] of trails.entries()) await writer.row({ trail, state: states[i]! })
  await writer.end()
  const all = [...problems, ...states.flatMap(({ problems }) => problems)]
  const lines = all.map((problem) => `unreadable: ${printable(textOf(problem))}`)
  if (!flags.quiet) {
    lines.push(count(trails.length, 'trail'))
    if (trails.length === 0)
      lines.push(
        'hint: Event history has the last 90 days without one: trail-explore lookup history:; `trail-explore trails plan NAME` writes one',
      )
  }
  await say(io, lines, flags.color)
  return all.length > 0 ? EXIT.unread : EXIT.ok
}

async function judgeTrail(name: string, format: ListFormat, flags: TrailsFlags, io: Io): Promise<ExitCode> {
  const context = { env: io.env, profile: flags.profile, signal: io.signal }
  const s3 = { profile: flags.profile, endpointUrl: flags.endpointUrl }
  const trail = await oneTrail(name, { env: io.env, s3, signal: io.signal })
  const [state, bucket] = await Promise.all([
    stateOf(trail, context),
    bucketState(trail.bucket, io.env, s3, io.signal).catch((error: unknown) => {
      if (!(error instanceof SourceError)) throw error
      return error.message
    }),
  ])
  const checks = checkTrail(trail, state, bucket, io.now().getTime())
  const color = await colorFor(io.out, io.env, flags.color)
  const ascii = needsAscii(io.env)
  if (format === 'table') await io.out.write(await page(trail, state, bucket, { color, ascii, io }))
  const writer = listWriter(format, checkColumns(color), io.out, { color, ascii, csvSafe: flags.csvSafe })
  for (const check of checks) await writer.row(check)
  await writer.end()
  if (format === 'table') await io.out.write(mends(checks, color))
  const lines = state.problems.map((problem) => `unreadable: ${printable(textOf(problem))}`)
  if (!flags.quiet) lines.push(headline(checks))
  await say(io, lines, flags.color)
  return checks.some(({ verdict }) => verdict === 'unknown') ? EXIT.unread : EXIT.ok
}

function headline(checks: readonly Check[]): string {
  const of = (verdict: Verdict): number => checks.filter((one) => one.verdict === verdict).length
  const unknown = of('unknown') === 0 ? '' : `, ${of('unknown')} could not be asked`
  return `${of('ok')} of ${checks.length - of('choice')} best practices are kept${unknown}`
}

async function page(
  trail: Trail,
  state: TrailState,
  bucket: BucketState | string,
  { color, ascii, io }: { readonly color: Color; readonly ascii: boolean; readonly io: Io },
): Promise<string> {
  const { renderTable } = await import('../../output/table.ts')
  const left = missing(state)
  const facts = [
    ['ARN', trail.arn],
    ['Home Region', trail.homeRegion],
    [
      'Bucket',
      `s3://${trail.bucket}/${trail.prefix === '' ? '' : `${trail.prefix}/`}${typeof bucket === 'string' ? ` (${bucket})` : ''}`,
    ],
    ['Organization', trail.isOrganization ? 'yes: the members of the organization are recorded too' : 'no'],
    ['Not recorded', left === undefined ? '?' : left.length === 0 ? 'nothing is left out' : left.join(', ')],
    ['Its events', `trail-explore lookup trail:${trail.name} --last 2h`],
  ]
  const columns = [
    { label: '', kind: 'whole' },
    { label: '', kind: 'text' },
  ] as const
  const options = { columns: io.out.columns, color, ascii, wrap: true }
  return `${color.bold(printable(trail.name))}\n${renderTable(columns, facts, options)}\n`
}

const STYLES: Readonly<Record<Verdict, (color: Color) => (text: string) => string>> = {
  ok: ({ green }) => green,
  mend: ({ yellow }) => yellow,
  choice: ({ dim }) => dim,
  unknown: ({ red }) => red,
}

function checkColumns(color: Color): readonly ListColumn<Check>[] {
  return [
    { key: 'check', label: 'Check', kind: 'whole', value: ({ check }) => check },
    {
      key: 'verdict',
      label: 'Verdict',
      kind: 'whole',
      value: ({ verdict }) => verdict,
      shown: ({ verdict }) => ({ text: verdict, style: STYLES[verdict](color) }),
    },
    { key: 'seen', label: 'What was seen', kind: 'text', value: ({ seen }) => seen },
    { key: 'mend', label: 'How to mend it', kind: 'text', value: ({ mend }) => mend, shown: false },
  ]
}

// Commands are meant to be copied, so they are never truncated.
function mends(checks: readonly Check[], color: Color): string {
  const lines = checks.flatMap(({ check, mend }) =>
    mend === undefined ? [] : [`  ${color.dim(`# ${check}`)}\n  ${printable(mend)}\n`],
  )
  return lines.length === 0 ? '' : `\n${color.dim('How to mend it:')}\n${lines.join('')}`
}

function formatOf({ output }: TrailsFlags, io: Io): ListFormat {
  const format = LIST_FORMATS.find((one) => one === output)
  if (output !== undefined && format === undefined)
    throw new UsageError(`-o ${output} is for plan and create`, `the choices are ${LIST_FORMATS.join(', ')}`)
  return listFormat(format, io)
}
