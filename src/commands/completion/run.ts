// The work of `completion`: the script for a shell, made of the live program.

import type { Command } from 'commander'
import type { Io } from '../../cli/io.ts'
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

export async function runCompletion(shell: Shell, program: Command, io: Io): Promise<void> {
  await io.out.write(SCRIPTS[shell](specOf(program)))
}
