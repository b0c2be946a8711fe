// `ls`: what log files there are, without opening one.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addKeyOptions } from '../../cli/options/file-options.ts'
import { addPrintingOptions, csvSafe } from '../../cli/options/run-options.ts'
import { addSourceOptions, TREE_HELP } from '../../cli/options/source-options.ts'
import type { LsFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore ls s3://my-bucket                          accounts and Regions, with counts, bytes and first and last delivery
  trail-explore ls s3://my-bucket --depth day --last 7d
  trail-explore ls logs --gaps                             days on which an account's Region has no log files
  trail-explore ls logs --account 123456789012 --depth file -o csv > files.csv`

export const registerLs: Register = (program, context) => {
  const command = program
    .command('ls')
    .summary('count the log files by account, Region and day')
    .description(
      'Walk the tree as the S3 console shows it, and print the number and size of log files and digest files, and when the first ' +
        'and the last were delivered. Opens no file.',
    )
    .argument('[source...]', TREE_HELP)
  command.optionsGroup('Output:')
  command
    .addOption(
      new Option(
        '--depth <level>',
        'what each row stands for; tree is an AWSLogs folder, or an organization in it',
      )
        .choices(['tree', 'account', 'region', 'year', 'month', 'day', 'file'])
        .default('region'),
    )
    .option('--gaps', 'print the days without log files instead, for each account and Region')
    .addOption(
      new Option('-o, --output <format>', 'output format').choices(['table', 'json', 'csv']).default('table'),
    )
    .addOption(csvSafe())
  addKeyOptions(command, 'delivery')
  addSourceOptions(command)
  addPrintingOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: LsFlags) => {
    const { runLs } = await import('./run.ts')
    context.exitCode = await runLs(sources, flags, context.io)
  })
}
