// `index`: builds the index in advance, from which later runs know which log files need not be opened.

import type { Register } from '../../cli/command.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, TREE_HELP } from '../../cli/options/source-options.ts'
import type { IndexFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore index logs                  read everything once; questions then open only the files that can answer
  trail-explore index s3://my-bucket        the same of a bucket: each question then fetches only those files
  trail-explore index --status              where the index is, and how large
  trail-explore index --drop                remove it; nothing depends on it`

export const registerIndex: Register = (program, context) => {
  const command = program
    .command('index')
    .summary('learn what is in log files, so that questions open only those that can answer')
    .description(
      'Read log files once and keep, for each, which words it holds and when its events happened: about a tenth of the ' +
        'size of the log files, in the cache folder of this user. A question with a name, an ID, an address or a time then opens ' +
        'only the files that can answer it. Answers are the same with and without: files that changed, are new, damaged or ' +
        'unusual are opened every time. A run that reads more than 2,000 files or 200 MB does this by itself; --no-index ' +
        'does without.',
    )
    .argument('[source...]', TREE_HELP)
  command.optionsGroup('Instead of reading:')
  command.option('--status', 'tell where the index is, and how large').option('--drop', 'remove all of it')
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: IndexFlags) => {
    const { runIndex } = await import('./run.ts')
    context.exitCode = await runIndex(sources, flags, context.io)
  })
}
