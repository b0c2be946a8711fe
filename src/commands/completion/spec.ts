// What can be typed, read from the live program: the shells' scripts are made of this and of nothing else.

import type { Command, Option } from 'commander'
import { briefly } from '../../cli/help.ts'
import { CATEGORIES } from '../../event/category.ts'
import { FIELD_TABLE, TEXT_FIELDS } from '../../event/field-table.ts'
import { PRESET_NAMES } from '../../filter/preset-names.ts'

export interface OptionSpec {
  /** `-o`, `--output`. */
  readonly flags: readonly string[]
  readonly describe: string
  /** What its value is; `none` for an option without one. */
  readonly takes:
    | { readonly kind: 'none' | 'files' | 'anything' }
    /** One of these words, or of `list` several with commas between them. */
    | { readonly kind: 'words' | 'list'; readonly words: readonly string[] }
    /** What `completion --values` finds. */
    | { readonly kind: 'seen'; readonly field: string }
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

const COLUMNS = FIELD_TABLE.map(({ name }) => name)
/** Values that are known to us, though the options take more: wildcards, paths. */
const KNOWN: Readonly<Record<string, OptionSpec['takes']>> = {
  '--preset': { kind: 'words', words: PRESET_NAMES },
  '--columns': { kind: 'list', words: COLUMNS },
  '--by': { kind: 'list', words: COLUMNS },
  '--event-category': { kind: 'words', words: CATEGORIES },
  '--time-zone': { kind: 'words', words: ['UTC', 'local', ...Intl.supportedValuesOf('timeZone')] },
  '--last': { kind: 'words', words: ['1h', '12h', '1d', '7d', '30d', '90d'] },
  '--profile': { kind: 'seen', field: 'profile' },
  '--source-ip': { kind: 'seen', field: 'source-ip' },
}
/** What stands for a value that is a path. */
const PATHS = /^(?:file|path|folder|uri|source)$/

function optionSpec(option: Option): OptionSpec {
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    describe: briefly(option).split(': ')[0]!,
    takes: takesOf(option),
  }
}

function takesOf(option: Option): OptionSpec['takes'] {
  if (!option.required && !option.optional) return { kind: 'none' }
  if (option.argChoices) return { kind: 'words', words: option.argChoices }
  const long = option.long ?? ''
  const known = Object.hasOwn(KNOWN, long) ? KNOWN[long] : undefined
  if (known) return known
  const field = long.slice(2)
  if ((TEXT_FIELDS as readonly string[]).includes(field)) return { kind: 'seen', field }
  return { kind: PATHS.test(/<(.*)>/.exec(option.flags)?.[1] ?? '') ? 'files' : 'anything' }
}
