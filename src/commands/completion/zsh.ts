// The completion script for zsh.

import type { CommandSpec, OptionSpec } from './spec.ts'

export function zshScript(commands: readonly CommandSpec[]): string {
  const names = commands.map(
    ({ name, describe }) => `    ${quoted(`${name}:${describe.replaceAll(':', '\\:')}`)}`,
  )
  return `#compdef trail-explore
# zsh completion for trail-explore: source <(trail-explore completion zsh)
_trail_explore_seen() {
  # The field is the last argument; those before it are for compadd.
  local -a seen=(\${(f)"$(trail-explore completion zsh --values $argv[-1] -- $words 2>/dev/null)"})
  compadd "\${(@)argv[1,-2]}" -a seen
}
_trail_explore_sources() {
  [[ $PREFIX == s3:* ]] || _files
}
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
  const argument = words.length > 0 ? `'*: :(${words.join(' ')})'` : `'*: :_trail_explore_sources'`
  const lines = options.flatMap((option) => option.flags.map((flag) => optionWords(flag, option)))
  return `    ${name}) _arguments -S \\\n${[...lines, argument].map((line) => `      ${line}`).join(' \\\n')} ;;`
}

// In zsh's syntax, `*` lets an option be repeated, and `=` lets its value follow an equals sign.
function optionWords(flag: string, { describe, takes }: OptionSpec): string {
  const equals = takes.kind !== 'none' && flag.startsWith('--') ? '=' : ''
  return quoted(`*${flag}${equals}[${describe.replace(/[[\]:\\]/g, '\\$&')}]${actionOf(takes)}`)
}

function actionOf(takes: OptionSpec['takes']): string {
  switch (takes.kind) {
    case 'none':
      return ''
    case 'words':
      return `: :(${takes.words.join(' ')})`
    case 'list':
      return `: :_sequence compadd - ${takes.words.join(' ')}`
    case 'seen':
      return `: :_trail_explore_seen ${takes.field}`
    case 'files':
      return ': :_files'
    case 'anything':
      return ': : '
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
