// The completion script for bash. It does not need the bash-completion package.

import type { CommandSpec, OptionSpec } from './spec.ts'

export function bashScript(commands: readonly CommandSpec[]): string {
  const names = commands.map(({ name }) => name)
  return `# bash completion for trail-explore: source <(trail-explore completion bash)
_trail_explore() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= options= values= word
  # bash takes --option=value for three words.
  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${names.join('|')}) command=$word; break ;;
    esac
  done
  case $command in
${commands.map(commandCase).join('\n')}
    *) options="--help --version"; values="${names.join(' ')}" ;;
  esac
  # Whoever writes an address in S3 wants no local files, and neither does an option whose value is no file.
  # A colon is a word of its own, too.
  if [[ $values == - || $current == s3:* || $previous == : || $current == : ]]; then
    compopt +o default 2>/dev/null
    return 0
  fi
  case $current in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *,*) # a list with commas: only its last part is completed
      COMPREPLY=($(compgen -P "\${current%,*}," -W "$values" -- "\${current##*,}")) ;;
    *) [[ -n $values ]] && COMPREPLY=($(compgen -W "$values" -- "$current")) ;;
  esac
}
# The words are safe to expand: nothing else is printed.
_trail_explore_seen() {
  local seen=$(trail-explore completion bash --values "$1" -- "\${COMP_WORDS[@]:1}" 2>/dev/null)
  echo "\${seen:--}"
}
complete -o default -F _trail_explore trail-explore
`
}

function commandCase({ name, options, words }: CommandSpec): string {
  const flags = options.flatMap((option) => option.flags)
  const cases = options.filter(({ takes }) => takes.kind !== 'none').map(valueCase)
  return `    ${name})
      options="${flags.join(' ')}"
      case $previous in
${cases.join('\n')}
        *) values="${words.join(' ')}" ;;
      esac ;;`
}

function valueCase({ flags, takes }: OptionSpec): string {
  return `        ${flags.join('|')}) values=${valuesOf(takes)} ;;`
}

// Without values the shell completes file names; `-` completes nothing.
function valuesOf(takes: OptionSpec['takes']): string {
  switch (takes.kind) {
    case 'words':
    case 'list':
      return `"${takes.words.join(' ')}"`
    case 'seen':
      return `$(_trail_explore_seen ${takes.field})`
    case 'anything':
      return '-'
    default:
      return '""'
  }
}
