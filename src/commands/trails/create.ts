// The work of `trails plan` and `trails create`: prints a plan as text; `create` carries it out, but only with --yes.

import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { printable } from '../../format/sanitize.ts'
import { SourceError, textOf } from '../../source/source.ts'
import { asCli } from '../../trails/as-cli.ts'
import { asCloudFormation } from '../../trails/as-cloudformation.ts'
import { asPowerShell } from '../../trails/as-powershell.ts'
import { asTerraform } from '../../trails/as-terraform.ts'
import { bucketName, checkedPlan } from '../../trails/checked.ts'
import { type Step, stepsOf, trailArn, type TrailPlan, withAccount } from '../../trails/plan.ts'
import { UsageError } from '../../util/usage-error.ts'
import { PLAN_FORMATS, type PlanFormat, type TrailsFlags } from './flags.ts'

const WRITERS: Readonly<Record<PlanFormat, (plan: TrailPlan) => string>> = {
  cli: asCli,
  powershell: asPowerShell,
  cloudformation: asCloudFormation,
  terraform: asTerraform,
}

export async function printPlan(name: string, flags: TrailsFlags, io: Io): Promise<ExitCode> {
  if (flags.yes) throw new UsageError('--yes cannot be combined with plan', 'plan runs nothing; create does')
  await io.out.write(WRITERS[formatOf(flags)](planOf(name, flags, io)))
  return EXIT.ok
}

export async function createTrail(name: string, flags: TrailsFlags, io: Io): Promise<ExitCode> {
  const planned = planOf(name, flags, io)
  const format = formatOf(flags)
  if (!flags.yes) {
    await io.out.write(WRITERS[format](planned))
    await say(io, ['note: nothing was changed: --yes carries this plan out'], flags.color)
    return EXIT.ok
  }
  const { accountOf } = await import('../../source/sts.ts')
  const account = await accountOf(io.env, flags.profile, planned.region, io.signal)
  if (planned.account !== undefined && planned.account !== account)
    throw new UsageError(
      `--account ${planned.account}: these are the credentials of ${account}`,
      'choose other credentials with --profile',
    )
  const plan = { ...planned, account }
  const bucket = bucketName(withAccount(plan.bucket, account))
  const { trailMaker } = await import('../../source/cloudtrail/make-trail.ts')
  const s3 = { profile: flags.profile, endpointUrl: flags.endpointUrl }
  const maker = await trailMaker(plan.region, { env: io.env, s3, signal: io.signal })
  try {
    const taken = await maker.taken(plan.name, bucket)
    if (taken.length > 0)
      throw new UsageError(
        `there is already ${taken.map((one) => `a ${one}`).join(' and ')}`,
        'nothing was changed: only what is new is made; choose another name, or another --bucket',
      )
    const done: Step[] = []
    for (const step of stepsOf(plan)) {
      try {
        io.signal.throwIfAborted()
        await maker.send(step.operation, step.input)
      } catch (error) {
        await say(io, remains(step, done, error, io.signal.aborted), flags.color)
        return io.signal.aborted ? EXIT.interrupted : EXIT.unread
      }
      done.push(step)
      if (!flags.quiet) await say(io, [`made: ${step.what}`], flags.color)
    }
    await io.out.write(`${trailArn(plan)}\n`)
    if (!flags.quiet)
      await say(
        io,
        [
          `note: its first files come in about five minutes: trail-explore lookup trail:${plan.name} --last 1h`,
        ],
        flags.color,
      )
    return EXIT.ok
  } finally {
    maker.close()
  }
}

// If no response arrived, the failed step may have taken effect nevertheless.
function remains(
  failed: Step,
  done: readonly Step[],
  error: unknown,
  isInterrupted: boolean,
): readonly string[] {
  const lines: string[] = []
  if (isInterrupted) lines.push(`interrupted: before ${failed.what} was certain`)
  else if (error instanceof SourceError) {
    lines.push(`error: ${failed.what}: ${printable(textOf(error))}`)
    if (error.hint) lines.push(`hint: ${printable(error.hint)}`)
  } else lines.push(`error: ${failed.what}: ${printable(String(error))}`)
  if (done.length === 0) return [...lines, 'note: nothing was created']
  const undo = done.flatMap((step) => step.undo ?? []).toReversed()
  return [
    ...lines,
    `note: created: ${done.map(({ what }) => what).join(', ')}`,
    'hint: these commands remove it:',
    ...undo.map((line) => `  ${line}`),
  ]
}

function planOf(name: string, flags: TrailsFlags, io: Io): TrailPlan {
  return checkedPlan(name, flags, io.env['AWS_REGION'] || io.env['AWS_DEFAULT_REGION'] || 'us-east-1')
}

function formatOf({ output = 'cli' }: TrailsFlags): PlanFormat {
  const format = PLAN_FORMATS.find((one) => one === output)
  if (format !== undefined) return format
  throw new UsageError(
    `-o ${output} cannot be combined with a plan`,
    `the choices are ${PLAN_FORMATS.join(', ')}`,
  )
}
