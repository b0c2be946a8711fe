// What can be typed, read from the live program: the shells' scripts are made of this and of nothing else.

import type { Command, Option } from 'commander'
import { CATEGORIES } from '../../event/category.ts'
import { CSV_COLUMNS, FIELDS } from '../../event/fields.ts'
import { PRESET_NAMES } from '../../filter/preset-names.ts'

export interface OptionSpec {
  /** `-o`, `--output`. */
  readonly flags: readonly string[]
  readonly describe: string
  readonly takesValue: boolean
  /** Words that its value can be; empty when it can be anything. */
  readonly values: readonly string[]
}

export interface CommandSpec {
  readonly name: string
  readonly describe: string
  readonly options: readonly OptionSpec[]
  /** Words that its argument can be; empty for commands that take files or IDs. */
  readonly words: readonly string[]
}

export function specOf(program: Command): readonly CommandSpec[] {
  return program.commands.map((command) => ({
    name: command.name(),
    describe: command.summary(),
    options: command.createHelp().visibleOptions(command).map(optionSpec),
    words: command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  }))
}

/** Values that are known to us, though the options take more: wildcards, paths. */
const KNOWN_VALUES: Readonly<Record<string, readonly string[]>> = {
  '--preset': PRESET_NAMES,
  '--columns': FIELDS.map(({ name }) => name),
  '--by': CSV_COLUMNS,
  '--event-category': CATEGORIES,
}

function optionSpec(option: Option): OptionSpec {
  const flags = [option.short, option.long].filter((flag) => flag !== undefined)
  return {
    flags,
    describe: option.description.split(/[:;(]/)[0]!.trim(),
    takesValue: option.required || option.optional,
    values: option.argChoices ?? KNOWN_VALUES[option.long ?? ''] ?? [],
  }
}
