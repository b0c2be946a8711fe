// The work of `completion`: generates the script for a shell from the program's own declarations.

import type { Command } from 'commander'
import { ClosedPipeError, type Io } from '../../cli/io.ts'
import { bashScript } from './bash.ts'
import type { Shell } from './command.ts'
import { fishScript } from './fish.ts'
import { type CommandSpec, specOf } from './spec.ts'
import { zshScript } from './zsh.ts'

const SCRIPTS: Readonly<Record<Shell, (commands: readonly CommandSpec[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

export async function runCompletion(
  shell: Shell,
  words: readonly string[],
  { values }: { readonly values?: string },
  program: Command,
  io: Io,
): Promise<void> {
  if (values === undefined) return io.out.write(SCRIPTS[shell](specOf(program)))
  // Errors are suppressed, because completion must not print any.
  const { printValues } = await import('./values.ts')
  await printValues(values, words, io).catch((error: unknown) => {
    if (error instanceof ClosedPipeError) throw error
  })
}
