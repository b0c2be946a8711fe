// The options that select rules, declared once for every command.

import { type Command, Option } from 'commander'
import { collect } from '../options/parsers.ts'

/** The same names as in detect/rule.ts, which is loaded on use. */
export const LEVEL_NAMES = ['informational', 'low', 'medium', 'high', 'critical'] as const

export function addRuleOptions(command: Command): Command {
  command.optionsGroup('Rules:')
  return command
    .addOption(
      new Option('--rules <path>', 'a Sigma rule file, or a folder of them; repeatable').argParser(collect),
    )
    .option('--no-pack', 'do not use the rules that come with the program')
    .addOption(
      new Option('--min-level <level>', 'ignore rules below this level')
        .choices(LEVEL_NAMES)
        .default('medium'),
    )
}

export interface RuleFlags {
  readonly rules?: readonly string[]
  /** False for --no-pack. */
  readonly pack: boolean
  readonly minLevel: (typeof LEVEL_NAMES)[number]
}
