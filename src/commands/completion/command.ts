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
    .summary('print a script that lets a shell complete what is typed')
    .description(
      'Print a script that completes commands, options and their values: profiles of the AWS CLI, and the accounts, Regions, ' +
        'event names and users in the local source that is typed, or that $TRAIL_EXPLORE_SOURCE or ./AWSLogs is. ' +
        'Nothing is fetched for it.',
    )
    .addArgument(new Argument('<shell>', SHELLS.join(', ')).choices(SHELLS))
    .argument('[word...]', 'with --values: what has been typed')
    .option(
      '--values <field>',
      'print values of this field in place of the script, as the scripts ask for them',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (shell: Shell, words: string[], flags: { readonly values?: string }) => {
      const { runCompletion } = await import('./run.ts')
      await runCompletion(shell, words, flags, program, context.io)
    })
}
