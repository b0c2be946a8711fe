// The command line as it was typed, for what is handed on with a report.

import type { Command } from 'commander'

/** Without the program's own name. */
export function typedWords(program: Command): readonly string[] {
  return (program as Command & { readonly rawArgs?: readonly string[] }).rawArgs ?? []
}
