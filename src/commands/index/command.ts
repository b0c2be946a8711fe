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
    .summary('index log files, so that queries open only files that may contain matches')
    .description(
      'Read log files once and record the words and the time range of each: about a tenth of the ' +
        'size of the log files, in your cache folder. A query for a name, an ID, an address or a time then opens ' +
        'only files that may contain matches. Results are the same with and without the index: changed, new, damaged and ' +
        'unusual files are always opened. A run that reads more than 2,000 files or 200 MB builds the index automatically, ' +
        'unless --no-index is given.',
    )
    .argument('[source...]', TREE_HELP)
  command.optionsGroup('Instead of reading:')
  command
    .option('--status', 'print where the index is and how large it is')
    .option('--drop', 'delete the index')
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: IndexFlags) => {
    const { runIndex } = await import('./run.ts')
    context.exitCode = await runIndex(sources, flags, context.io)
  })
}
