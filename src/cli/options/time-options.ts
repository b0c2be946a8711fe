// The options that select a time, declared once for every command. filter/time/ parses the values.

import { type Command, Option } from 'commander'
import { UsageError } from '../../util/usage-error.ts'
import { once } from './parsers.ts'

/** `zone` describes what --time-zone affects. */
export function addTimeOptions(command: Command, zone: string): Command {
  return command
    .addOption(option('--last <length>', 'the last 30m, 12h, 90d, 2w, 3mo or 1y'))
    .addOption(
      option(
        '--since, --start <time>',
        'from this time on: 2024-08-18, 12:00, yesterday, -2h, …; see `help filters`',
      ),
    )
    .addOption(option('--until, --end <time>', 'up to and including this time: a date is the whole day'))
    .addOption(
      option(
        '--around <time>',
        'from five minutes before this time to five minutes after; "12:00 ±1h" for another length',
      ),
    )
    .addOption(option('--start-time <time>', 'the same as --start, as the AWS CLI spells it'))
    .addOption(option('--end-time <time>', 'the same as --end, as the AWS CLI spells it'))
    .addOption(option('--time-zone <zone>', `${zone}: Europe/Berlin, +09:00, UTC, local`))
}

function option(flags: string, help: string): Option {
  return new Option(flags, help).argParser(once(flags.replace(/^.*, | <.*/g, '')))
}

export interface TimeFlags {
  readonly last?: string
  readonly start?: string
  readonly end?: string
  readonly around?: string
  readonly startTime?: string
  readonly endTime?: string
  readonly timeZone?: string
}

/** The times under one name each. Throws UsageError if a time is given under two names. */
export function typedTimes(flags: TimeFlags): Pick<TimeFlags, 'start' | 'end' | 'last' | 'around'> {
  const { start = flags.startTime, end = flags.endTime, last, around } = flags
  for (const [name, other] of [
    ['start', 'startTime'],
    ['end', 'endTime'],
  ] as const) {
    if (flags[name] !== undefined && flags[other] !== undefined) {
      throw new UsageError(
        `--${name} '${flags[name]}' and --${name}-time '${flags[other]}' are the same option`,
        'give one of them',
      )
    }
  }
  return {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(last !== undefined && { last }),
    ...(around !== undefined && { around }),
  }
}
