// `insights`: the console's Insights page on log files.

import type { Register } from '../../cli/command.ts'
import { addScopeOptions, TextOption } from '../../cli/options/filter-options.ts'
import { addListOutput } from '../../cli/options/list-output.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import type { InsightsFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore insights logs                              unusual call and error rates, newest first
  trail-explore insights s3://my-bucket --last 90d         as far back as the console shows
  trail-explore insights logs --event-name RunInstances --details
  trail-explore insights logs -o jsonl | jq '.attributions.userIdentityArn[0].value'`

export const registerInsights: Register = (program, context) => {
  const command = program
    .command('insights')
    .summary('show what CloudTrail Insights found unusual')
    .description(
      'Combine the start and the end of each unusual period into one line, like the Insights page of the console: the API ' +
        'action, its rate per minute before and during the period, and who called it. A trail records Insights events ' +
        'only if Insights is turned on.',
    )
    .argument('[source...]', SOURCE_HELP)
  command.optionsGroup('Output:')
  command.option(
    '--details',
    'a page for each: who and what stood out, calls per minute, and the command that lists its events',
  )
  addListOutput(command)
  command.optionsGroup('Filters (exact; * is a wildcard, a leading ! negates):')
  command
    .addOption(new TextOption('event-name', 'name', 'API action with an unusual rate'))
    .addOption(new TextOption('event-source', 'service', 'service of the action, such as ec2'))
    .addOption(new TextOption('event-id', 'id', 'event ID of the start or end event'))
  addScopeOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: InsightsFlags) => {
    const { runInsights } = await import('./run.ts')
    context.exitCode = await runInsights(sources, flags, context.io)
  })
}
