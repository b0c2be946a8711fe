// `detect`: Sigma rules evaluated on log files.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addRuleOptions, LEVEL_NAMES } from '../../cli/detections/rule-options.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { addListOutput } from '../../cli/options/list-output.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { typedWords } from '../../cli/options/typed-words.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { LIST_FORMATS } from '../../format/list-formats.ts'
import type { DetectFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore detect logs                                the rules that come with the program
  trail-explore detect logs --details                      what each finding means and what to do next
  trail-explore detect s3://my-bucket --last 1d --fail-on high
  trail-explore detect logs --rules sigma/rules/cloud/aws --no-pack --min-level high
  trail-explore detect logs --events -o jsonl | jq 'select(.level == "critical")'
  trail-explore detect logs --min-level high -o html > findings.html
  trail-explore detect --list                              the rules, without reading events`

export const registerDetect: Register = (program, context) => {
  const command = program
    .command('detect')
    .summary('find suspicious events with Sigma rules')
    .description(
      'Evaluate detection rules on the events: the rules that come with the program, and published Sigma rules, ' +
        'correlations included. A rule that is not fully supported is reported and skipped.',
    )
    .argument('[source...]', SOURCE_HELP)
  addRuleOptions(command)
  command.option('--list', 'print the rules without reading events')
  command.optionsGroup('Output:')
  command
    .option('--events', 'print the matching events, oldest first, instead of a line for each rule')
    .option('--details', 'also print what each finding means, when it is harmless, and what to do next')
  addListOutput(command, { formats: [...LIST_FORMATS, 'html'] }).addOption(
    new Option('--fail-on <level>', 'exit with status 1 if a rule of this level or above matches').choices(
      LEVEL_NAMES,
    ),
  )
  addFilterOptions(command, 'any')
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: DetectFlags) => {
    const { runDetect } = await import('./run.ts')
    context.exitCode = await runDetect(sources, flags, context.io, typedWords(program))
  })
}
