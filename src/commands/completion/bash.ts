// The completion script for bash. It asks nothing of the bash-completion package.

import type { CommandSpec, OptionSpec } from './spec.ts'

export function bashScript(commands: readonly CommandSpec[]): string {
  return `# bash completion for trail-explore: source <(trail-explore completion bash)
_trail_explore() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= options= values= word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${commands.map(({ name }) => name).join('|')}) command=$word; break ;;
    esac
  done
  case $command in
${commands.map(commandCase).join('\n')}
    *) options="--help --version"; values="${commands.map(({ name }) => name).join(' ')}" ;;
  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *,*) # a list with commas: only its last part is completed
      COMPREPLY=($(compgen -P "\${current%,*}," -W "$values" -- "\${current##*,}")) ;;
    *) [[ -n $values ]] && COMPREPLY=($(compgen -W "$values" -- "$current")) ;;
  esac
}
complete -o default -F _trail_explore trail-explore
`
}

function commandCase({ name, options, words }: CommandSpec): string {
  const flags = options.flatMap((option) => option.flags)
  const cases = options.filter(({ takesValue }) => takesValue).map(valueCase)
  return `    ${name})
      options="${flags.join(' ')}"
      case $previous in
${cases.join('\n')}
        *) values="${words.join(' ')}" ;;
      esac ;;`
}

// Without values the shell proposes files.
function valueCase({ flags, values }: OptionSpec): string {
  return `        ${flags.join('|')}) values="${values.join(' ')}" ;;`
}
