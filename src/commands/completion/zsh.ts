// The completion script for zsh.

import type { CommandSpec, OptionSpec } from './spec.ts'

export function zshScript(commands: readonly CommandSpec[]): string {
  const names = commands.map(
    ({ name, describe }) => `    ${quoted(`${name}:${describe.replaceAll(':', '\\:')}`)}`,
  )
  return `#compdef trail-explore
# zsh completion for trail-explore: source <(trail-explore completion zsh)
_trail_explore() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
compdef _trail_explore trail-explore
`
}

function commandCase({ name, options, words }: CommandSpec): string {
  const argument = words.length > 0 ? `'*: :(${words.join(' ')})'` : `'*: :_files'`
  const lines = options.flatMap((option) => option.flags.map((flag) => optionWords(flag, option)))
  return `    ${name}) _arguments -S \\\n${[...lines, argument].map((line) => `      ${line}`).join(' \\\n')} ;;`
}

// The * lets an option be given again; without values the shell proposes files.
function optionWords(flag: string, { describe, takesValue, values }: OptionSpec): string {
  const value = values.length > 0 ? `: :(${values.join(' ')})` : ': :_files'
  return quoted(`*${flag}[${describe.replace(/[[\]:\\]/g, '\\$&')}]${takesValue ? value : ''}`)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
