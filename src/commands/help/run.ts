// The work of `help`: a topic page, or the help of a command.

import type { Command } from 'commander'
import { helpWidth } from '../../cli/help.ts'
import type { Io } from '../../cli/io.ts'
import { didYouMean } from '../../util/did-you-mean.ts'
import { UsageError } from '../../util/usage-error.ts'
import { layOutPage } from './page.ts'
import { TOPICS } from './topic-names.ts'
import { PAGES } from './topics.ts'

/** Without a name, the help of the whole program. Throws UsageError for an unknown name. */
export async function runHelp(
  name: string | undefined,
  { man }: { readonly man?: true },
  program: Command,
  io: Io,
): Promise<void> {
  if (man) {
    const { manPage } = await import('./man.ts')
    return io.out.write(manPage(program))
  }
  const command = name === undefined ? program : program.commands.find((known) => known.name() === name)
  if (command) return command.outputHelp()
  const topic = TOPICS.find(([known]) => known === name)
  if (topic === undefined) throw unknown(name ?? '', program)
  await io.out.write(layOutPage(PAGES[topic[0]](), helpWidth(io.out)))
}

function unknown(name: string, program: Command): UsageError {
  const topics = TOPICS.map(([topic]) => topic)
  const near = didYouMean(name, [...topics, ...program.commands.map((command) => command.name())])
  return new UsageError(
    `there is no help on '${name}'`,
    near === undefined ? `the topics are ${topics.join(', ')}, and every command` : `did you mean ${near}?`,
  )
}
