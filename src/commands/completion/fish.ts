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
  return `# fish completion for trail-explore: trail-explore completion fish | source
function __trail_explore_seen
  trail-explore completion fish --values $argv[1] -- (commandline -opc)[2..] 2>/dev/null
end
# A list with commas: only its last part is completed.
function __trail_explore_list
  set -l before (string match -r '^.*,' -- (string replace -r '^--[^=]*=' '' -- (commandline -ct)))
  for word in $argv
    echo "$before$word"
  end
end
complete -c trail-explore -f -n 'string match -q "s3:*" -- (commandline -ct)'
${lines.join('\n')}
`
}

function optionWords({ flags, describe, takes }: OptionSpec): string {
  return [
    ...flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
    ...valuesOf(takes),
    `-d ${quoted(describe)}`,
  ].join(' ')
}

function valuesOf(takes: OptionSpec['takes']): readonly string[] {
  switch (takes.kind) {
    case 'none':
      return []
    case 'files':
      return ['-r']
    case 'anything':
      return ['-x']
    case 'words':
      return ['-x', `-a ${quoted(takes.words.join(' '))}`]
    case 'list':
      return ['-x', `-a ${quoted(`(__trail_explore_list ${takes.words.join(' ')})`)}`]
    case 'seen':
      return ['-x', `-a ${quoted(`(__trail_explore_seen ${takes.field})`)}`]
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
