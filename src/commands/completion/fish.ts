// The completion script for fish.

import type { CommandSpec, OptionSpec } from './spec.ts'

export function fishScript(commands: readonly CommandSpec[]): string {
  const names = commands.map(({ name }) => name).join(' ')
  const isFirst = `not __fish_seen_subcommand_from ${names}`
  const lines = commands.flatMap(({ name, describe, options, words }) => {
    const isHere = `__fish_seen_subcommand_from ${name}`
    return [
      `complete -c trail-explore -f -n ${quoted(isFirst)} -a ${name} -d ${quoted(describe)}`,
      ...(words.length > 0
        ? [`complete -c trail-explore -f -n ${quoted(isHere)} -a ${quoted(words.join(' '))}`]
        : []),
      ...options.map((option) => `complete -c trail-explore -n ${quoted(isHere)} ${optionWords(option)}`),
    ]
  })
  return `# fish completion for trail-explore: trail-explore completion fish | source\n${lines.join('\n')}\n`
}

function optionWords({ flags, describe, takesValue, values }: OptionSpec): string {
  return [
    ...flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
    ...(takesValue ? ['-r'] : []),
    ...(values.length > 0 ? ['-f', `-a ${quoted(values.join(' '))}`] : []),
    `-d ${quoted(describe)}`,
  ].join(' ')
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
