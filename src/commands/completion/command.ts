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
    .description('Print a script that completes commands, options and their values.')
    .addArgument(new Argument('<shell>', SHELLS.join(', ')).choices(SHELLS))
    .addHelpText('after', EXAMPLES)
    .action(async (shell: Shell) => {
      const { runCompletion } = await import('./run.ts')
      await runCompletion(shell, program, context.io)
    })
}
