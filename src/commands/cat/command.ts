// `cat`: single files, whatever is in them.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addPrintingOptions, maxInflated } from '../../cli/options/run-options.ts'
import { addSourceOptions } from '../../cli/options/source-options.ts'
import type { CatFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore cat 123456789012_CloudTrail_us-east-1_20240818T1140Z_Mu0KsOhtH1ar15ZZ.json.gz
  trail-explore cat s3://my-bucket/AWSLogs/…/file.json.gz -o jsonl | jq .eventName
  aws s3 cp s3://my-bucket/…/file.json.gz - | trail-explore cat -`

export const registerCat: Register = (program, context) => {
  const command = program
    .command('cat')
    .summary('print single files as formatted JSON')
    .description(
      'Print log files, as {"Records": […]} whatever their shape, and digest files or any other JSON, inflated ' +
        'and formatted. Whatever can be read of a damaged file is printed, and the damage is reported.',
    )
    .argument('<file...>', 'a file, s3://bucket/key, or -')
  command.optionsGroup('Output:')
  command
    .addOption(
      new Option(
        '-o, --output <format>',
        'formatted JSON, one record per line, or the unchanged inflated bytes',
      )
        .choices(['json', 'jsonl', 'raw'])
        .default('json'),
    )
    .addOption(maxInflated())
  addSourceOptions(command)
  addPrintingOptions(command, { quiet: 'no notes; problems are still reported' })
  command.addHelpText('after', EXAMPLES)
  command.action(async (files: string[], flags: CatFlags) => {
    const { runCat } = await import('./run.ts')
    context.exitCode = await runCat(files, flags, context.io)
  })
}
