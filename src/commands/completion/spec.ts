// Commands, options and values, read from the program's declarations; the only input of the shell scripts.

import type { Command, Option } from 'commander'
import { briefly } from '../../cli/help.ts'
import { CATEGORIES } from '../../event/category.ts'
import { FIELD_TABLE, TEXT_FIELDS } from '../../event/field-table.ts'
import { PRESET_NAMES } from '../../filter/preset-names.ts'

export interface OptionSpec {
  /** `-o`, `--output`. */
  readonly flags: readonly string[]
  readonly describe: string
  /** The kind of its value; `none` for an option without one. */
  readonly takes:
    | { readonly kind: 'none' | 'files' | 'anything' }
    /** One of these words; `list` takes several, separated by commas. */
    | { readonly kind: 'words' | 'list'; readonly words: readonly string[] }
    /** Values that `completion --values` finds. */
    | { readonly kind: 'seen'; readonly field: string }
}

export interface CommandSpec {
  readonly name: string
  readonly describe: string
  readonly options: readonly OptionSpec[]
  /** Possible values of its argument; empty for commands that take files or IDs. */
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
/** Values worth completing for options that also accept others, such as wildcards and paths. */
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
/** Placeholders of values that are paths. */
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
