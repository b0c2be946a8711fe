// `trails`: the trails of the account, one in detail, and the plan of a new one.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { collect, once } from '../../cli/options/parsers.ts'
import { addPrintingOptions } from '../../cli/options/run-options.ts'
import { LIST_FORMATS } from '../../format/list-formats.ts'
import type { TrailsFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore trails                               every trail of the account, and what it does not record
  trail-explore trails management-events             one of them, against the security best practices
  trail-explore lookup trail:management-events --last 2h
  trail-explore trails -o csv --region us-east-1 --region 'eu-*'`

export const registerTrails: Register = (program, context) => {
  const command = program
    .command('trails')
    .summary('list the trails of the account, and judge one')
    .description(
      'List the trails of the account with where they deliver, how they are, and what they do not record; with the name of ' +
        'one, hold it against the security best practices of CloudTrail, and say how to mend what falls short. Only reads.',
    )
    .argument('[name]', 'a trail, by its name or ARN')
  command.optionsGroup('Output:')
  command.addOption(
    new Option(
      '-o, --output <format>',
      'how to print (default: table on a terminal, jsonl otherwise)',
    ).choices(LIST_FORMATS),
  )
  command.optionsGroup('Where, as in the AWS CLI:')
  command
    .addOption(new Option('--profile <name>', 'profile with the credentials').argParser(once('profile')))
    .addOption(
      new Option('--region <region>', 'Region that is asked, * is a wildcard (default: all)').argParser(
        collect,
      ),
    )
    .option('--endpoint-url <url>', 'another S3-compatible server, for what is asked of the bucket')
  addPrintingOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (name: string | undefined, flags: TrailsFlags) => {
    const { runTrails } = await import('./run.ts')
    context.exitCode = await runTrails(name, flags, context.io)
  })
}
