// The options that select events, declared once for every command. select-events.ts evaluates them, loaded on use.

import { type Command, Option } from 'commander'
import { FIELD_TABLE, type FieldRow, type TextField } from '../../event/field-table.ts'
import type { TextClause } from '../../filter/clause.ts'
import { PRESET_NAMES } from '../../filter/preset-names.ts'
import { choice, collect, collectChoices, wholeNumber } from './parsers.ts'
import { addTimeOptions, type TimeFlags } from './time-options.ts'

export const KINDS = ['management', 'data', 'insight', 'network-activity', 'aggregated', 'all'] as const
export type Kind = (typeof KINDS)[number]

const YES_OR_NO = { yes: 'true', no: 'false' }
const REPEAT = 'repeatable'

export function addFilterOptions(command: Command, readOnlyDefault: string): Command {
  command.optionsGroup('Filters (exact; * is a wildcard, a leading ! negates):')
  addTextOptions(command, 'attribute')
  command.addOption(
    new Option('--read-only <value>', `true, false or any (default: ${readOnlyDefault})`)
      .choices(['true', 'false', 'any'])
      .argParser(choice('--read-only', ['true', 'false', 'any'], YES_OR_NO)),
  )
  command.addOption(
    new Option(
      '--lookup-attributes <text>',
      'as in the AWS CLI: AttributeKey=EventName,AttributeValue=ConsoleLogin',
    ).argParser(collect),
  )
  command.optionsGroup('More filters:')
  addTextOptions(command, 'scope')
  addTextOptions(command, 'more')
  command
    .addOption(
      new Option(
        '--source-ip <address>',
        'address, CIDR block, internet, private, aws, or host name',
      ).argParser(collect),
    )
    .option('--errors', 'calls that failed: an error code, an error message, or a sign-in that failed')
    .addOption(
      new Option('--contains <text>', 'text anywhere in the record (case-insensitive)').argParser(collect),
    )
    .addOption(
      new Option('--mfa <value>', 'whether MFA was used')
        .choices(['true', 'false'])
        .argParser(choice('--mfa', ['true', 'false'], YES_OR_NO)),
    )
    .addOption(
      new Option(
        '--filter-pattern <pattern>',
        'a CloudWatch Logs filter pattern; see `help filters`',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        '--where <expression>',
        'and, or, not over fields and paths: \'event-name="Delete*" or errors\'; see `help where`',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        '--preset <name>',
        `a saved filter: ${PRESET_NAMES.join(', ')}; see \`help presets\``,
      ).argParser(collect),
    )
    .addOption(
      new Option('--kind <kind>', `${KINDS.join(', ')}; ${REPEAT} (default: management and data)`)
        .choices(KINDS)
        .argParser(collectChoices(KINDS)),
    )
  return addEventTimes(command)
}

/** For commands that identify events by ID: only the options that narrow where to look. */
export function addScopeOptions(command: Command): Command {
  command.optionsGroup('Where to look (exact; * is a wildcard, a leading ! negates):')
  addTextOptions(command, 'scope')
  return addEventTimes(command)
}

function addTextOptions(command: Command, group: NonNullable<FieldRow['option']>['group']): void {
  for (const { name, option } of FIELD_TABLE as readonly FieldRow[])
    if (option?.group === group)
      command.addOption(new TextOption(name as TextField, option.value, option.help))
}

/** An option that is a clause of the filter: commander returns all of them together, as `texts`. */
export class TextOption extends Option {
  constructor(field: TextField, placeholder: string, help: string) {
    super(`--${field} <${placeholder}>`, help)
    this.argParser((value, before: FilterFlags['texts']) => withText(before, field, value))
  }

  override attributeName(): string {
    return 'texts' satisfies keyof FilterFlags
  }
}

function withText(clauses: readonly TypedText[] = [], field: TextField, value: string): readonly TypedText[] {
  const others = clauses.filter((one) => one.field !== field)
  const values = clauses.find((one) => one.field === field)?.values ?? []
  return [...others, { kind: 'text', field, values: [...values, value] }]
}

function addEventTimes(command: Command): Command {
  command.optionsGroup('Time (of the event; UTC unless --time-zone):')
  return addTimeOptions(command, 'time zone for input and output')
    .addOption(
      new Option('--late-days <n>', 'how many days after an event its file may be delivered')
        .default(1)
        .argParser(wholeNumber(0, 3650)),
    )
    .option(
      '--ignore-names',
      'do not trust dates and names of folders and files (regrouped or renamed copies): read everything',
    )
}

/** What an option of the field table selects. */
export interface TypedText extends TextClause {
  readonly field: TextField
}

/** The options above, as commander returns them. */
export interface FilterFlags extends TimeFlags {
  /** One clause for each field that was given: `--event-name A --event-name B` is one. */
  readonly texts?: readonly TypedText[]
  readonly readOnly?: 'true' | 'false' | 'any'
  readonly lookupAttributes?: readonly string[]
  readonly sourceIp?: readonly string[]
  readonly errors?: true
  readonly contains?: readonly string[]
  readonly mfa?: 'true' | 'false'
  readonly filterPattern?: readonly string[]
  readonly where?: readonly string[]
  readonly preset?: readonly string[]
  readonly kind?: readonly Kind[]
  readonly lateDays: number
  readonly ignoreNames?: true
}
