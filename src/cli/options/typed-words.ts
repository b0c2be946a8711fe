// The command line as typed, for pages and reports that quote it.

import type { Command } from 'commander'

/** Without the program's name. */
export function typedWords(program: Command): readonly string[] {
  return (program as Command & { readonly rawArgs?: readonly string[] }).rawArgs ?? []
}
