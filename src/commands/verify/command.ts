// `verify`: whether log files are what CloudTrail delivered.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { collect } from '../../cli/options/parsers.ts'
import { addTimeOptions } from '../../cli/options/time-options.ts'
import { addPrintingOptions, csvSafe, maxInflated } from '../../cli/options/run-options.ts'
import { addSourceOptions, TREE_HELP } from '../../cli/options/source-options.ts'
import type { VerifyFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore verify s3://my-bucket --last 7d            all accounts and Regions, keys from CloudTrail
  trail-explore verify logs --public-keys keys.json        a copy on disk, without a network
  trail-explore verify s3://my-bucket --last 90d --save-public-keys keys.json
  trail-explore verify logs --account 123456789012 --trail 'main*' -v
  trail-explore verify logs -o json | jq '.findings[] | select(.verdict != "valid")'`

export const registerVerify: Register = (program, context) => {
  const command = program
    .command('verify')
    .summary('prove that log files are what CloudTrail delivered')
    .description(
      'Check log files against the digest files that CloudTrail signed, in S3 or on disk, for all accounts, Regions ' +
        'and trails at once. Reports what was altered, deleted, moved or added, and which log files no digest file covers.\n' +
        'Exit code 0 if everything is valid, 1 if something is not, 3 if nothing could be verified.',
    )
    .argument('[source...]', TREE_HELP)
  command.optionsGroup('What to verify (exact; * is a wildcard, a leading ! negates):')
  command
    .addOption(new Option('--account <id>', 'account the log files belong to').argParser(collect))
    .addOption(new Option('--region <region>', 'Region the log files belong to').argParser(collect))
    .addOption(new Option('--trail <name>', 'trail that delivered the digest files').argParser(collect))
  command.optionsGroup('Time (of delivery; UTC unless --time-zone):')
  addTimeOptions(command, 'time zone for input')
  command.optionsGroup('Public keys (from CloudTrail, cached, or from a file):')
  command
    .addOption(
      new Option('--public-keys <file>', 'saved `aws cloudtrail list-public-keys` output').argParser(collect),
    )
    .option('--save-public-keys <file>', 'save the keys that were used, to verify offline later')
  command.optionsGroup('Output:')
  command
    .addOption(
      new Option('-o, --output <format>', 'output format').choices(['text', 'json', 'csv']).default('text'),
    )
    .addOption(csvSafe())
    .option('-v, --verbose', 'list valid and uncovered files too')
    .addOption(maxInflated())
    .option('--strict', 'also exit with status 1 if no valid digest file covers a log file')
  addSourceOptions(command)
  // No pager: findings are printed as they come, and a pager would hold them back until the screen is full.
  addPrintingOptions(command, {
    quiet: 'no progress; invalid files are still reported',
    isPaged: false,
  })
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: VerifyFlags) => {
    const { runVerify } = await import('./run.ts')
    context.exitCode = await runVerify(sources, flags, context.io)
  })
}
