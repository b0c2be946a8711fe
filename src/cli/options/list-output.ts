// `-o` and `--csv-safe` of commands that print a list of rows: one declaration, and one rule for the default.

import { type Command, Option } from 'commander'
import { LIST_FORMATS } from '../../format/list-formats.ts'
import type { Io } from '../io.ts'
import { csvSafe } from './run-options.ts'

export interface ListOutput {
  readonly formats?: readonly string[]
  readonly help?: string
  /** Says what `listFormat` does, and what a command does besides. */
  readonly byDefault?: string
}

export function addListOutput(
  command: Command,
  {
    formats = LIST_FORMATS,
    help = 'output format',
    byDefault = 'table on a terminal, jsonl otherwise',
  }: ListOutput = {},
): Command {
  return command
    .addOption(new Option('-o, --output <format>', `${help} (default: ${byDefault})`).choices(formats))
    .addOption(csvSafe())
}

/** The format that was asked for, or the one that suits the reader. */
export function listFormat<Format extends string>(
  asked: Format | undefined,
  { out }: Io,
): Format | 'table' | 'jsonl' {
  return asked ?? (out.isTty ? 'table' : 'jsonl')
}
