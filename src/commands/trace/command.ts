// `trace`: who was really behind it, and what came of it.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addScopeOptions } from '../../cli/options/filter-options.ts'
import { wholeNumber } from '../../cli/options/parsers.ts'
import { addRunOptions, csvSafe } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { TRACE_FORMATS } from './formats.ts'
import type { TraceFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore trace 963bb683 logs                      who was behind an event, by the beginning of its ID
  trail-explore trace ASIAIOSFODNN7EXAMPLE s3://my-bucket --last 7d
  trail-explore trace alice logs --events                everything that came of what alice did
  trail-explore trace arn:aws:iam::111122223333:role/Deploy logs --depth 1
  trail-explore trace alice logs -o mermaid > trace.mmd`

export const registerTrace: Register = (program, context) => {
  const command = program
    .command('trace')
    .summary('follow sessions and role chains: who was behind it, what came of it')
    .description(
      'Print the sessions of an event, an access key, an ARN, a role or a user as a tree: above them the sessions that made ' +
        'their credentials, up to whoever is behind it, below them what was made with them, one line a session. Each line ' +
        'says how it is known where the session came from: by the key that was issued, by role ID and time, by ' +
        'sourceIdentity, or as part of one console session, never by time or name alone. Where several calls claim a key, ' +
        'or the call that made it lies before the logs, it says that.',
    )
    .argument(
      '<what>',
      'event ID or its beginning, access key, ARN, role, session name, user, source identity or session; * is a wildcard',
    )
    .argument('[source...]', SOURCE_HELP)
  addScopeOptions(command)
  command.optionsGroup('Output:')
  command
    .option(
      '--events',
      'list the events of what was asked for and what came of it, oldest first; formats other than table have only them',
    )
    .addOption(
      new Option('--depth <n>', 'so many levels below what was asked for (default: all)').argParser(
        wholeNumber(0),
      ),
    )
    .addOption(
      new Option(
        '-o, --output <format>',
        'how to print; dot and mermaid are graphs (default: table on a terminal, jsonl otherwise)',
      ).choices(TRACE_FORMATS),
    )
    .addOption(csvSafe())
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (what: string, sources: string[], flags: TraceFlags) => {
    const { runTrace } = await import('./run.ts')
    context.exitCode = await runTrace(what, sources, flags, context.io)
  })
}
