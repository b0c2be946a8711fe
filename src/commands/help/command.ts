// `help`: topic pages, and the help of the commands.

import { Argument } from 'commander'
import type { Register } from '../../cli/command.ts'
import { noPager } from '../../cli/options/run-options.ts'
import { TOPICS } from './topic-names.ts'

/** Must be registered after the commands that it explains. */
export const registerHelp: Register = (program, context) => {
  const topic = new Argument('[topic]', 'a topic or a command')
  // Set for completion only; runHelp reports invalid topics with a better suggestion.
  topic.argChoices = [...TOPICS.map(([name]) => name), ...program.commands.map((command) => command.name())]
  const column = Math.max(...TOPICS.map(([name]) => name.length)) + 2
  const command = program
    .command('help')
    .summary(`explain ${TOPICS.map(([name]) => name).join(', ')}, or a command`)
    .description('Print a page on a topic, or the help of a command.')
    .addArgument(topic)
    .option('--man', 'print the manual page: trail-explore help --man | man -l -')
    .addOption(noPager())
  command.addHelpText('after', () => {
    const rows = TOPICS.map(([name, summary]) => `  ${name.padEnd(column)}${summary}`)
    return `\nTopics:\n${rows.join('\n')}`
  })
  command.action(async (name: string | undefined, flags: { readonly man?: true }) => {
    const { runHelp } = await import('./run.ts')
    await runHelp(name, flags, program, context.io)
  })
}
