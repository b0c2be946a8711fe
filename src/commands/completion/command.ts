// `completion`: lets a shell complete commands, options and their values.

import { Argument } from 'commander'
import type { Register } from '../../cli/command.ts'

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

const EXAMPLES = `
Examples:
  source <(trail-explore completion bash)        in ~/.bashrc
  source <(trail-explore completion zsh)         in ~/.zshrc, after compinit
  trail-explore completion fish | source         in ~/.config/fish/config.fish`

export const registerCompletion: Register = (program, context) => {
  program
    .command('completion')
    .summary('print a shell completion script')
    .description(
      'Print a script that completes commands, options and their values: AWS CLI profiles, and accounts, Regions, ' +
        'event names and users from the local source on the command line, in $TRAIL_EXPLORE_SOURCE or in ./AWSLogs. ' +
        'Nothing is fetched from the network.',
    )
    .addArgument(new Argument('<shell>', SHELLS.join(', ')).choices(SHELLS))
    .argument('[word...]', 'with --values: the words typed so far')
    .option('--values <field>', 'print values of this field instead of the script; used by the scripts')
    .addHelpText('after', EXAMPLES)
    .action(async (shell: Shell, words: string[], flags: { readonly values?: string }) => {
      const { runCompletion } = await import('./run.ts')
      await runCompletion(shell, words, flags, program, context.io)
    })
}
