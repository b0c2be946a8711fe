// `athena ddl`: the tables and views for a bucket.

import { Argument } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addPrintingOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions } from '../../cli/options/source-options.ts'
import type { AthenaFlags } from './run.ts'

const EXAMPLES = `
Examples:
  # print the statements
  trail-explore athena ddl s3://my-bucket
  # check the workgroup, run them, and print what was done
  trail-explore athena ddl s3://my-bucket --run --workgroup audit --athena-output s3://my-results/`

export const registerAthena: Register = (program, context) => {
  const command = program
    .command('athena')
    .summary('create an Athena table and views for a bucket')
    .description(
      'Print the statements that create an Athena table for a bucket of CloudTrail logs, and the views events and event_resources ' +
        'on it. Accounts, Regions and the first year come from the folders, organization trails included; days use partition projection, so ' +
        'partitions need not be added. Nothing is created without --run. When there is a new account or Region, run it again with ' +
        'another --table.',
    )
    .addArgument(new Argument('<what>', 'ddl').choices(['ddl']))
    .argument('<source>', 's3://bucket/prefix')
  command.optionsGroup('Athena:')
  command
    .option('--database <name>', 'database of the table', 'default')
    .option('--table <name>', 'name of the table (default: cloudtrail_ and the name of the bucket)')
    .option('--run', 'run the statements')
    .option('--workgroup <name>', 'workgroup that runs them', 'primary')
    .option(
      '--athena-output <uri>',
      'location of query results, unless the workgroup specifies it: s3://bucket/prefix/',
    )
    .option('--athena-region <region>', 'Region of the workgroup (default: $AWS_REGION)')
  addSourceOptions(command)
  addPrintingOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (_what: 'ddl', source: string, flags: AthenaFlags) => {
    const { runAthena } = await import('./run.ts')
    context.exitCode = await runAthena(source, flags, context.io)
  })
}
