// The options of every reading command that control how it runs.

import { type Command, Option } from 'commander'
import { COLOR_CHOICES, type ColorChoice } from '../color.ts'
import { byteSize, wholeNumber } from './parsers.ts'

/** More threads would only compete for memory. */
const MAX_THREADS = 8
const DEFAULT_MAX_INFLATED = 256 * 2 ** 20

export function addRunOptions(command: Command): Command {
  command.optionsGroup('Running:')
  return command
    .addOption(
      new Option(
        '--threads <n>',
        'decoding threads besides the main thread, started at once (default: one for each further core, started if much is left to read; 0 decodes in the main thread)',
      ).argParser(wholeNumber(0, 64)),
    )
    .addOption(maxInflated())
    .option('--no-index', 'neither use nor update the index: open every file')
    .addOption(new Option('-q, --quiet', QUIET))
    .addOption(color())
    .addOption(noPager())
    .option('--debug', 'print timings, and stack traces of errors')
}

const QUIET = 'no progress and no summary; problems are still reported'

/** For commands that read no events. `isPaged`: their output may be long. */
export function addPrintingOptions(command: Command, { quiet = QUIET, isPaged = true } = {}): Command {
  command.optionsGroup('Running:')
  command.addOption(new Option('-q, --quiet', quiet)).addOption(color())
  if (isPaged) command.addOption(noPager())
  return command.option('--debug', 'print stack traces of errors')
}

export function noPager(): Option {
  return new Option(
    '--no-pager',
    'print to the terminal without a pager ($TRAIL_EXPLORE_PAGER, $PAGER, less)',
  )
}

export function maxInflated(): Option {
  return new Option('--max-inflated <bytes>', 'refuse files that inflate to more')
    .default(DEFAULT_MAX_INFLATED, '256M')
    .argParser(byteSize)
}

/** For every command that prints CSV. */
export function csvSafe(): Option {
  return new Option('--csv-safe', 'escape cells of CSV and TSV that a spreadsheet would run as formulas')
}

function color(): Option {
  return new Option('--color <when>', 'auto, always or never').choices(COLOR_CHOICES).default('auto')
}

export interface RunFlags {
  readonly threads?: number
  /** False for --no-index. */
  readonly index?: boolean
  readonly maxInflated: number
  readonly quiet?: true
  readonly color: ColorChoice
  readonly debug?: true
}

/** The number of decoding threads, from the flags or the number of cores. */
export function threadsOf(flags: RunFlags, cores: number): number {
  return flags.threads ?? Math.min(Math.max(cores - 1, 0), MAX_THREADS)
}
