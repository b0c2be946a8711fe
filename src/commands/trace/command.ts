// `trace`: the identity behind a session, and the sessions created from it.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addScopeOptions } from '../../cli/options/filter-options.ts'
import { wholeNumber } from '../../cli/options/parsers.ts'
import { addListOutput } from '../../cli/options/list-output.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { TRACE_FORMATS } from './formats.ts'
import type { TraceFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore trace 963bb683 logs                      who was behind an event, by a prefix of its ID
  trail-explore trace ASIAIOSFODNN7EXAMPLE s3://my-bucket --last 7d
  trail-explore trace alice logs --events                with the events of alice's sessions and those below
  trail-explore trace arn:aws:iam::111122223333:role/Deploy logs --depth 1
  trail-explore trace alice logs -o mermaid > trace.mmd`

export const registerTrace: Register = (program, context) => {
  const command = program
    .command('trace')
    .summary('follow sessions and role chains: who is behind them, what they created')
    .description(
      'Print the sessions of an event, an access key, an ARN, a role or a user as a tree: above them the sessions that ' +
        'created their credentials, up to the identity behind them; below them the sessions that they created; one line ' +
        'per session. Each line says how the origin of the session is known: by the issued key, by role ID and time, by ' +
        'sourceIdentity, or as part of one console session, never by time or name alone. If several calls claim a key, or ' +
        'the call that created it is older than the logs, the line says so.',
    )
    .argument(
      '<what>',
      'event ID or a prefix of it, access key, ARN, role, session name, user, source identity, subject of a provider, service or session; * is a wildcard',
    )
    .argument('[source...]', SOURCE_HELP)
  addScopeOptions(command)
  command.optionsGroup('Output:')
  command
    .option(
      '--events',
      'list the events of the requested sessions and those below, oldest first; formats other than table print only these',
    )
    .addOption(
      new Option(
        '--depth <n>',
        'maximum number of levels below the requested sessions (default: all)',
      ).argParser(wholeNumber(0)),
    )
  addListOutput(command, { formats: TRACE_FORMATS, help: 'output format; dot and mermaid are graphs' })
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (what: string, sources: string[], flags: TraceFlags) => {
    const { runTrace } = await import('./run.ts')
    context.exitCode = await runTrace(what, sources, flags, context.io)
  })
}
